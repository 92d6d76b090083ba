"""Passkeys over the API, with an authenticator in software. A real browser does it in tests/browser."""

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from tests.access.identity.authenticator import Authenticator
from tests.access.identity.conftest import Staff, answered, browser
from tests.access.identity.phone import first_factor
from tests.access.visitors import audited, person, sign_in

from yiwang.base.clock import FixedClock
from yiwang.db import Database

pytestmark = pytest.mark.anyio
HERE = "http://localhost:8000"


@pytest.fixture
async def mine(application: FastAPI, database: Database) -> AsyncIterator[httpx.AsyncClient]:
    """An officer signed in at localhost, where passkeys work without HTTPS."""
    await person(database, "officer", "duty_officer")
    async with browser(application, HERE) as client:
        await sign_in(client, "officer")
        yield client


async def added(client: httpx.AsyncClient, device: Authenticator, label: str = "办公电脑") -> dict[str, Any]:
    options = (await answered(client, "POST", "/api/session/passkeys/options"))["options"]
    body = {"credential": device.create(options), "label": label}
    return dict(await answered(client, "POST", "/api/session/passkeys", body))


async def options_for(client: httpx.AsyncClient) -> dict[str, Any]:
    return dict((await answered(client, "POST", "/api/sign-in/passkey/options"))["options"])


async def test_a_passkey_alone_signs_in_and_is_two_factors(
    mine: httpx.AsyncClient, application: FastAPI, database: Database, staff: Staff
) -> None:
    device = Authenticator(HERE)
    made = await added(mine, device)
    assert len(made["recovery_codes"]) == 10
    (passkey,) = (await answered(mine, "GET", "/api/session/security"))["passkeys"]
    assert (passkey["label"], passkey["host"], passkey["last_used"]) == ("办公电脑", "localhost", None)
    await answered(staff.security, "PUT", "/api/policies/duty_officer", {"second_factor": True})
    async with browser(application, HERE) as other:
        options = await options_for(other)
        assert options["allowCredentials"] == [] and options["userVerification"] == "required"
        answer = await other.post("/api/sign-in/passkey", json={"credential": device.get(options)})
        assert answer.status_code == 200 and answer.json()["username"] == "officer"
        assert (await other.get("/api/session")).status_code == 200
    assert (await audited(database, "session.begun"))[-1]["detail"]["ways"] == ["passkey"]


async def test_a_passkey_is_the_second_factor_after_the_password(mine: httpx.AsyncClient, application: FastAPI) -> None:
    device = Authenticator(HERE, verifies=False)
    await added(mine, device)
    async with browser(application, HERE) as other:
        half = await first_factor(other, "officer")
        assert half.status_code == 202 and half.json()["ways"] == ["passkey", "recovery"]
        options = await options_for(other)
        assert [each["id"] for each in options["allowCredentials"]] == [device.get(options)["id"]]
        answer = await other.post("/api/sign-in/passkey", json={"credential": device.get(options)})
        assert answer.status_code == 200
    async with browser(application, HERE) as other:  # alone it would have had to ask for a finger
        answer = await other.post("/api/sign-in/passkey", json={"credential": device.get(await options_for(other))})
        assert answer.status_code == 401


async def test_a_challenge_counts_once_and_not_for_long(
    mine: httpx.AsyncClient, application: FastAPI, clock: FixedClock
) -> None:
    device = Authenticator(HERE)
    await added(mine, device)
    async with browser(application, HERE) as other, browser(application, HERE) as thief:
        signed = device.get(await options_for(other))
        assert (await other.post("/api/sign-in/passkey", json={"credential": signed})).status_code == 200
        assert (await thief.post("/api/sign-in/passkey", json={"credential": signed})).status_code == 422
        late = device.get(await options_for(thief))
        clock.at += timedelta(minutes=6)
        assert (await thief.post("/api/sign-in/passkey", json={"credential": late})).status_code == 422
        made_up = device.get({"rpId": "localhost", "challenge": "bWFkZSB1cA"})
        assert (await thief.post("/api/sign-in/passkey", json={"credential": made_up})).status_code == 422


async def test_what_another_site_or_another_key_signed_does_not_count(
    mine: httpx.AsyncClient, application: FastAPI
) -> None:
    device = Authenticator(HERE)
    await added(mine, device)
    async with browser(application, HERE) as other:
        for wrong in (
            Authenticator("https://evil.example", key=device.key, id=device.id),
            Authenticator(HERE, id=device.id),
            Authenticator(HERE),
        ):
            signed = wrong.get(await options_for(other))
            assert (await other.post("/api/sign-in/passkey", json={"credential": signed})).status_code == 401
        signed = device.get(await options_for(other) | {"rpId": "evil.example"})
        assert (await other.post("/api/sign-in/passkey", json={"credential": signed})).status_code == 401


async def test_a_copied_key_is_noticed_by_its_counter(mine: httpx.AsyncClient, application: FastAPI) -> None:
    device = Authenticator(HERE)
    await added(mine, device)
    device.count = 5
    async with browser(application, HERE) as other:
        good = device.get(await options_for(other))
        assert (await other.post("/api/sign-in/passkey", json={"credential": good})).status_code == 200
    device.count = 2
    async with browser(application, HERE) as other:
        behind = device.get(await options_for(other))
        assert (await other.post("/api/sign-in/passkey", json={"credential": behind})).status_code == 401


async def test_one_passkey_is_one_account_and_another_account_cannot_use_or_remove_it(
    mine: httpx.AsyncClient, application: FastAPI, database: Database
) -> None:
    device = Authenticator(HERE)
    await added(mine, device)
    (passkey,) = (await answered(mine, "GET", "/api/session/security"))["passkeys"]
    await person(database, "other", "duty_officer")
    async with browser(application, HERE) as other:
        await sign_in(other, "other")
        options = (await answered(other, "POST", "/api/session/passkeys/options"))["options"]
        again = await other.post("/api/session/passkeys", json={"credential": device.create(options), "label": "x"})
        assert again.status_code == 409
        stolen = (await answered(mine, "POST", "/api/session/passkeys/options"))["options"]
        credential = Authenticator(HERE).create(stolen)
        answer = await other.post("/api/session/passkeys", json={"credential": credential, "label": "x"})
        assert answer.status_code == 422
        address = f"/api/session/passkeys/{passkey['id']}"
        assert (await other.delete(address)).status_code == 404
        assert (await other.patch(address, json={"label": "x"})).status_code == 404
        # Half way in as somebody else, the officer's passkey is not theirs.
        await added(other, Authenticator(HERE))
    async with browser(application, HERE) as half:
        assert (await first_factor(half, "other")).status_code == 202
        signed = device.get(await options_for(half))
        assert (await half.post("/api/sign-in/passkey", json={"credential": signed})).status_code == 401
    assert (await mine.patch(address, json={"label": "手机"})).status_code == 204
    assert (await answered(mine, "GET", "/api/session/security"))["passkeys"][0]["label"] == "手机"


async def test_the_last_factor_stays_while_a_role_asks_for_one(
    mine: httpx.AsyncClient, staff: Staff, database: Database
) -> None:
    await added(mine, Authenticator(HERE))
    (passkey,) = (await answered(mine, "GET", "/api/session/security"))["passkeys"]
    address = f"/api/session/passkeys/{passkey['id']}"
    await answered(staff.security, "PUT", "/api/policies/duty_officer", {"second_factor": True})
    assert (await mine.delete(address)).status_code == 409
    await answered(staff.security, "PUT", "/api/policies/duty_officer", {"second_factor": False})
    assert (await mine.delete(address)).status_code == 204
    security = await answered(mine, "GET", "/api/session/security")
    assert security["passkeys"] == [] and security["recovery_codes_left"] == 0


@pytest.mark.parametrize(
    ("address", "obstacle"),
    [
        ("http://10.0.0.7:8000", "needs_host_name"),
        ("https://10.0.0.7", "needs_host_name"),
        ("https://[::1]:8000", "needs_host_name"),
        ("http://yiwang.district.example", "needs_https"),
        ("https://yiwang.district.example", None),
        ("http://localhost:8000", None),
    ],
)
async def test_the_api_says_where_passkeys_cannot_work(
    application: FastAPI, database: Database, address: str, obstacle: str | None
) -> None:
    await person(database, "officer")
    async with browser(application, address) as client:
        ways = (await client.get("/api/sign-in/ways")).json()
        assert (ways["passkeys"], ways["obstacle"]) == (obstacle is None, obstacle)
        await sign_in(client, "officer")
        assert (await client.get("/api/session/security")).json()["obstacle"] == obstacle
        for path in ("/api/session/passkeys/options", "/api/sign-in/passkey/options"):
            answer = await client.post(path)
            assert answer.status_code == (200 if obstacle is None else 409)
            if obstacle:
                assert answer.json()["code"] == obstacle and "Open" in answer.json()["detail"].title()


async def test_a_passkey_of_another_name_of_the_platform_is_not_offered(
    mine: httpx.AsyncClient, application: FastAPI
) -> None:
    await added(mine, Authenticator(HERE))
    async with browser(application, "https://yiwang.district.example") as other:
        half = await first_factor(other, "officer")
        assert half.status_code == 202 and half.json()["ways"] == ["recovery"]


@pytest.mark.parametrize(
    "credential",
    [{}, {"response": {}}, {"response": 7}, {"response": {"clientDataJSON": "!!"}}, {"id": 1, "response": []}],
)
async def test_what_is_no_passkey_is_refused_by_its_field(application: FastAPI, credential: dict[str, Any]) -> None:
    async with browser(application, HERE) as client:
        answer = await client.post("/api/sign-in/passkey", json={"credential": credential})
        assert answer.status_code == 422 and answer.json()["errors"][0]["field"] == "credential"
