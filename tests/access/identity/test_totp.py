"""Codes by time against the vectors of RFC 6238, and what they open."""

from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from fastapi import FastAPI
from tests.access.identity.conftest import Staff, answered, browser
from tests.access.identity.phone import Phone, enrolled, first_factor
from tests.access.visitors import PASSWORD, audited, person, sign_in

from yiwang.access.identity.model.totp import code_at, matching_step, step_at
from yiwang.base.clock import FixedClock
from yiwang.db import Database

# RFC 6238 appendix B, the rows of SHA-1: seconds since 1970 → code of eight digits.
VECTORS = {
    59: "94287082",
    1111111109: "07081804",
    1111111111: "14050471",
    1234567890: "89005924",
    2000000000: "69279037",
    20000000000: "65353130",
}
SECRET = b"12345678901234567890"


@pytest.mark.parametrize(("seconds", "code"), VECTORS.items())
def test_the_codes_are_those_of_the_rfc(seconds: int, code: str) -> None:
    assert code_at(SECRET, step_at(datetime.fromtimestamp(seconds, UTC)), digits=8) == code


def test_the_counters_are_those_of_rfc_4226() -> None:
    expected = ["755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489"]
    assert [code_at(SECRET, counter) for counter in range(10)] == expected


def test_a_phone_may_be_one_step_early_or_late() -> None:
    now = datetime(2026, 11, 16, 2, tzinfo=UTC)
    found = {drift: matching_step(SECRET, code_at(SECRET, step_at(now) + drift), now) for drift in range(-3, 4)}
    assert {drift for drift, step in found.items() if step is not None} == {-1, 0, 1}


@pytest.mark.anyio
async def test_a_phone_is_asked_for_once_its_first_code_was_seen(
    client: httpx.AsyncClient, application: FastAPI, database: Database, clock: FixedClock
) -> None:
    account = await person(database, "officer", "duty_officer")
    await sign_in(client, "officer")
    draft = await answered(client, "POST", "/api/session/totp")
    told = parse_qs(urlsplit(draft["address"]).query)
    assert told["secret"] == [draft["secret"]] and told["period"] == ["30"] and told["digits"] == ["6"]
    phone = Phone(draft["secret"], clock)
    async with browser(application) as other:  # not confirmed: not asked for
        assert (await first_factor(other, "officer")).status_code == 200
    assert (await client.post("/api/session/totp/confirm", json={"code": "000000"})).status_code == 422
    codes = (await answered(client, "POST", "/api/session/totp/confirm", {"code": phone.code()}))["recovery_codes"]
    assert len(set(codes)) == 10 and all(len(code) == 19 for code in codes)
    security = await answered(client, "GET", "/api/session/security")
    assert security["totp_since"] and security["recovery_codes_left"] == 10
    async with browser(application) as other:
        half = await first_factor(other, "officer")
        assert half.status_code == 202 and half.json()["step"] == "prove"
        assert half.json()["ways"] == ["totp", "recovery"]
        assert "yiwang_session" not in other.cookies
        clock.at += timedelta(seconds=30)
        answer = await other.post("/api/sign-in/code", json={"code": f"{phone.code()[:3]} {phone.code()[3:]}"})
        assert answer.status_code == 200 and answer.json()["account_id"] == str(account)
        assert (await other.get("/api/session")).json() == answer.json()
    begun = (await audited(database, "session.begun"))[-1]
    assert begun["detail"]["ways"] == ["password", "totp"]
    async with database.tx() as tx:
        kept = await tx.row("SELECT secret FROM access.totp")
        everything = str(await tx.rows("SELECT detail FROM access.audit"))
        hashes = [bytes(row["code"]) for row in await tx.rows("SELECT code FROM access.recovery_code")]
    assert kept and phone.secret not in bytes(kept["secret"])
    assert draft["secret"] not in everything and not any(code in everything for code in codes)
    assert not any(code.replace("-", "").encode() in secret for code in codes for secret in hashes)


@pytest.mark.anyio
async def test_no_code_counts_twice_and_none_before_it(
    client: httpx.AsyncClient, application: FastAPI, database: Database, clock: FixedClock
) -> None:
    phone, _ = await enrolled(client, database, clock, "officer")
    for code in (phone.code(), phone.code(-1)):  # the first was used by enrolling
        async with browser(application) as other:
            await first_factor(other, "officer")
            assert (await other.post("/api/sign-in/code", json={"code": code})).status_code == 401
    clock.at += timedelta(seconds=30)
    code = phone.code()
    async with browser(application) as other, browser(application) as thief:
        await first_factor(other, "officer")
        await first_factor(thief, "officer")
        assert (await other.post("/api/sign-in/code", json={"code": code})).status_code == 200
        assert (await thief.post("/api/sign-in/code", json={"code": code})).status_code == 401


@pytest.mark.anyio
async def test_guessing_codes_locks(
    client: httpx.AsyncClient, application: FastAPI, database: Database, clock: FixedClock
) -> None:
    phone, _ = await enrolled(client, database, clock, "officer")
    clock.at += timedelta(seconds=60)
    async with browser(application) as thief:
        await first_factor(thief, "officer")
        wrong = "000000" if phone.code() != "000000" else "000001"
        got = [(await thief.post("/api/sign-in/code", json={"code": wrong})).status_code for _ in range(6)]
        assert got == [401] * 5 + [429]
        # Not even the right one now, and not by beginning anew with the password either.
        await first_factor(thief, "officer")
        assert (await thief.post("/api/sign-in/code", json={"code": phone.code()})).status_code == 429
        clock.at += timedelta(minutes=15, seconds=1)
        await first_factor(thief, "officer")
        assert (await thief.post("/api/sign-in/code", json={"code": phone.code()})).status_code == 200


@pytest.mark.anyio
async def test_a_recovery_code_counts_once_and_for_its_owner_only(
    client: httpx.AsyncClient, application: FastAPI, database: Database, clock: FixedClock
) -> None:
    _, codes = await enrolled(client, database, clock, "officer")
    async with browser(application) as second:
        await enrolled(second, database, clock, "other")
    async with browser(application) as other:
        await first_factor(other, "other")
        assert (await other.post("/api/sign-in/code", json={"code": codes[0]})).status_code == 401
    for expected in (200, 401):
        async with browser(application) as mine:
            await first_factor(mine, "officer")
            answer = await mine.post("/api/sign-in/code", json={"code": codes[0].upper()})
            assert answer.status_code == expected
    assert (await answered(client, "GET", "/api/session/security"))["recovery_codes_left"] == 9


@pytest.mark.anyio
async def test_half_a_session_opens_nothing_else(
    client: httpx.AsyncClient, application: FastAPI, database: Database, clock: FixedClock
) -> None:
    await enrolled(client, database, clock, "officer")
    async with browser(application) as half:
        await first_factor(half, "officer")
        token = half.cookies["yiwang_half"]
        for method, path in (("GET", "/api/session"), ("GET", "/api/sessions"), ("POST", "/api/things")):
            assert (await half.request(method, path, json={"name": "x"})).status_code == 401
            headers = {"Cookie": f"yiwang_session={token}", "X-CSRF-Token": "x"}
            assert (await half.request(method, path, json={"name": "x"}, headers=headers)).status_code == 401
        # A password alone adds no factor beside the one that is there.
        for path in ("/api/sign-in/enrol/totp", "/api/sign-in/enrol/passkey"):
            assert (await half.post(path)).status_code == 409
        clock.at += timedelta(minutes=10)
        assert (await half.get("/api/sign-in")).status_code == 401
    async with browser(application) as nobody:
        assert (await nobody.get("/api/sign-in")).status_code == 401
        assert (await nobody.post("/api/sign-in/code", json={"code": "123456"})).status_code == 401


@pytest.mark.anyio
async def test_factors_change_only_when_the_owner_has_just_shown_who_they_are(
    client: httpx.AsyncClient, application: FastAPI, database: Database, clock: FixedClock
) -> None:
    phone, _ = await enrolled(client, database, clock, "officer")
    clock.at += timedelta(minutes=16)
    for method, path in (
        *(("POST", "/api/session/totp"), ("DELETE", "/api/session/totp"), ("POST", "/api/session/recovery-codes")),
        ("POST", "/api/session/passkeys/options"),
    ):
        refused = await client.request(method, path)
        assert (refused.status_code, refused.json()["code"]) == (403, "prove_again")
    assert (await client.post("/api/session/prove", json={"password": "not this one"})).status_code == 422
    assert (await client.post("/api/session/prove", json={})).status_code == 422
    assert (await client.post("/api/session/prove", json={"password": PASSWORD})).status_code == 204
    assert len((await answered(client, "POST", "/api/session/recovery-codes"))["recovery_codes"]) == 10
    clock.at += timedelta(minutes=16)
    assert (await client.post("/api/session/prove", json={"code": phone.code()})).status_code == 204
    assert (await client.delete("/api/session/totp")).status_code == 204
    security = await answered(client, "GET", "/api/session/security")
    assert security["totp_since"] is None and security["recovery_codes_left"] == 0
    async with browser(application) as other:
        assert (await first_factor(other, "officer")).status_code == 200


@pytest.mark.anyio
async def test_guessing_the_password_at_an_open_screen_locks(
    client: httpx.AsyncClient, database: Database, clock: FixedClock
) -> None:
    await person(database, "officer")
    await sign_in(client, "officer")
    ask = {"old": "wrong wrong wrong", "password": "another long sentence"}
    got = [(await client.post("/api/session/password", json=ask)).status_code for _ in range(3)]
    got += [(await client.post("/api/session/prove", json={"password": "wrong"})).status_code for _ in range(3)]
    assert got == [422] * 5 + [429]
    assert (await client.post("/api/session/prove", json={"password": PASSWORD})).status_code == 429


@pytest.mark.anyio
async def test_the_security_administrator_takes_lost_factors_away(
    client: httpx.AsyncClient, application: FastAPI, database: Database, clock: FixedClock, staff: Staff
) -> None:
    await enrolled(client, database, clock, "officer")
    account = (await client.get("/api/session")).json()["account_id"]
    address = f"/api/accounts/{account}/second-factor"
    assert (await staff.system.delete(address)).status_code == 403
    assert (await staff.audit.delete(address)).status_code == 403
    assert (await staff.security.delete(address)).status_code == 204
    assert (await client.get("/api/session")).status_code == 401
    assert (await staff.security.delete(address)).status_code == 409
    async with browser(application) as other:
        assert (await first_factor(other, "officer")).status_code == 200
    assert len(await audited(database, "factor.reset")) == 1
