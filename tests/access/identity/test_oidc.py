"""Single sign-on by OpenID Connect, against a certified provider that runs as a process of its own."""

from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit
from uuid import UUID

import httpx
import pytest
from fastapi import FastAPI
from tests.access.identity.conftest import CLIENT, SITE, SUBJECTS, OidcProvider, Staff, answered, browser
from tests.access.identity.walking import sign_in_there
from tests.access.visitors import audited, person

from yiwang.base.clock import FixedClock
from yiwang.db import Database

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("now"), pytest.mark.slow]
CALLBACK = "/api/sign-in/district/callback"


@pytest.fixture
async def provider(now: FixedClock, staff: Staff, oidc: OidcProvider) -> OidcProvider:
    """The provider, set up by the security administrator."""
    settings = {"issuer": oidc.issuer, "client_id": CLIENT["client_id"]}
    await answered(staff.security, "POST", "/api/providers", asked(settings) | {"code": "district"})
    return oidc


def asked(settings: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {
        "kind": "oidc",
        "label_zh": "区统一认证",
        "label_en": "District sign-in",
        "settings": settings,
        "secret": CLIENT["client_secret"],
        **more,
    }


async def walk(visitor: httpx.AsyncClient, login: str, to: str | None = None) -> httpx.Response:
    """Sign in through the provider; return what our callback answers."""
    answer = await visitor.get("/api/sign-in/district/start", params={"to": to} if to else {})
    assert answer.status_code == 303, answer.text
    return await visitor.get(await sign_in_there(answer.headers["location"], SUBJECTS[login], SITE))


def refused(answer: httpx.Response) -> str:
    """Why we sent somebody back to the page of signing in."""
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/sign-in?refused="), answer.headers["location"]
    return parse_qs(urlsplit(answer.headers["location"]).query)["refused"][0]


async def test_somebody_linked_by_subject_comes_in(
    client: httpx.AsyncClient, database: Database, staff: Staff, provider: OidcProvider
) -> None:
    account = await person(database, "zhang", "duty_officer")
    link = {"provider": "district", "subject": "u-1001"}
    await answered(staff.system, "POST", f"/api/accounts/{account}/links", link)
    answer = await walk(client, "zhangsan", "/cases?tab=mine")
    assert (answer.status_code, answer.headers["location"]) == (303, "/cases?tab=mine")
    cookies = answer.headers.get_list("set-cookie")
    session = next(cookie for cookie in cookies if cookie.startswith("yiwang_session="))
    assert "HttpOnly" in session and "SameSite=strict" in session
    told = (await client.get("/api/session")).json()
    assert (told["account_id"], told["roles"]) == (str(account), ["duty_officer"])
    (row,) = [row for row in await audited(database, "session.begun") if row["actor"] == account]
    assert row["detail"]["ways"] == ["provider district"]


async def test_a_stranger_gets_nothing_and_is_shown_to_the_administrator_who_links_them(
    client: httpx.AsyncClient, application: FastAPI, database: Database, staff: Staff, provider: OidcProvider
) -> None:
    before = len((await staff.system.get("/api/accounts")).json()["items"])
    assert refused(await walk(client, "lisi")) == "not_linked"
    assert (await client.get("/api/session")).status_code == 401
    assert len((await staff.system.get("/api/accounts")).json()["items"]) == before
    (stranger,) = (await staff.system.get("/api/strangers")).json()["items"]
    assert (stranger["provider"], stranger["subject"], stranger["shown"]) == ("district", "u-1002", "lisi")
    refusals = await audited(database, "session.refused")
    assert refusals[-1]["detail"]["reason"] == "not_linked" and "u-1002" not in str(refusals)
    account = await person(database, "li")
    link = {"provider": "district", "subject": "u-1002"}
    await answered(staff.system, "POST", f"/api/accounts/{account}/links", link)
    assert (await staff.system.get("/api/strangers")).json()["items"] == []
    async with browser(application) as again:
        assert (await walk(again, "lisi")).headers["location"] == "/"
        assert (await again.get("/api/session")).json()["roles"] == []


async def test_somebody_registered_ahead_is_bound_by_the_first_sign_in(
    client: httpx.AsyncClient, application: FastAPI, database: Database, staff: Staff, provider: OidcProvider
) -> None:
    account = await person(database, "zhang")
    ahead = {"provider": "district", "claim": "username", "value": "zhangsan"}
    await answered(staff.system, "POST", f"/api/accounts/{account}/links", ahead)
    assert (await walk(client, "zhangsan")).headers["location"] == "/"
    (link,) = (await staff.system.get(f"/api/accounts/{account}/links")).json()["items"]
    assert (link["subject"], link["expected"]) == ("u-1001", "zhangsan")
    assert link["bound"] and link["last_used"]
    # Another who is called the same by the provider is somebody else.
    again = await staff.system.post(f"/api/accounts/{account}/links", json=ahead)
    assert again.status_code == 409
    await answered(staff.system, "DELETE", f"/api/accounts/{account}/links/{link['id']}")
    async with browser(application) as later:
        assert refused(await walk(later, "zhangsan")) == "not_linked"


async def test_an_address_that_nobody_verified_binds_nobody(
    client: httpx.AsyncClient, application: FastAPI, database: Database, staff: Staff, provider: OidcProvider
) -> None:
    li, zhang = await person(database, "li"), await person(database, "zhang")
    for account, value in ((li, "lisi@district.example"), (zhang, "zhangsan@district.example")):
        ahead = {"provider": "district", "claim": "email", "value": value}
        await answered(staff.system, "POST", f"/api/accounts/{account}/links", ahead)
    assert refused(await walk(client, "lisi")) == "not_linked"
    async with browser(application) as other:
        assert (await walk(other, "zhangsan")).headers["location"] == "/"


async def test_the_provider_may_change_its_keys(
    client: httpx.AsyncClient, application: FastAPI, database: Database, staff: Staff, provider: OidcProvider,
    clock: FixedClock,
) -> None:  # fmt: skip
    account = await person(database, "zhang")
    link = {"provider": "district", "subject": "u-1001"}
    await answered(staff.system, "POST", f"/api/accounts/{account}/links", link)
    assert (await walk(client, "zhangsan")).headers["location"] == "/"
    provider.restart("second", "RS256")
    async with browser(application) as other:
        # Keys are read anew for an unknown id, but not by every request that brings one.
        assert refused(await walk(other, "zhangsan")) == "provider"
        clock.at += timedelta(seconds=31)
        assert (await walk(other, "zhangsan")).headers["location"] == "/"


async def test_a_provider_that_signs_with_elliptic_curves_and_wants_its_secret_in_the_form(
    client: httpx.AsyncClient, database: Database, staff: Staff, provider: OidcProvider
) -> None:
    provider.restart("curve", "ES256", token_endpoint_auth_method="client_secret_post")
    settings = {"issuer": provider.issuer, "client_id": "yiwang", "client_auth": "client_secret_post"}
    await answered(staff.security, "PUT", "/api/providers/district", asked(settings))
    account = await person(database, "zhang")
    await answered(
        staff.system, "POST", f"/api/accounts/{account}/links", {"provider": "district", "subject": "u-1001"}
    )
    assert (await walk(client, "zhangsan")).headers["location"] == "/"


async def test_an_answer_counts_once_and_in_the_browser_that_began(
    client: httpx.AsyncClient, application: FastAPI, database: Database, staff: Staff, provider: OidcProvider
) -> None:
    account = await person(database, "zhang")
    link = {"provider": "district", "subject": "u-1001"}
    await answered(staff.system, "POST", f"/api/accounts/{account}/links", link)
    start = await client.get("/api/sign-in/district/start")
    back = await sign_in_there(start.headers["location"], "u-1001", SITE)
    async with browser(application) as victim:
        assert refused(await victim.get(back)) == "stale"
    # The stolen try has used the state up: nobody gets in by it any more.
    assert refused(await client.get(back)) == "stale"
    assert refused(await client.get(CALLBACK, params={"code": "x", "state": "made up"})) == "stale"
    assert refused(await client.get(CALLBACK)) == "stale"


async def test_the_request_carries_pkce_state_and_nonce_and_the_code_alone_opens_nothing(
    client: httpx.AsyncClient, application: FastAPI, staff: Staff, provider: OidcProvider
) -> None:
    start = await client.get("/api/sign-in/district/start")
    sent = parse_qs(urlsplit(start.headers["location"]).query)
    assert sent["code_challenge_method"] == ["S256"] and sent["response_type"] == ["code"]
    assert all(len(sent[name][0]) >= 32 for name in ("state", "nonce", "code_challenge"))
    assert "verifier" not in start.headers["location"]
    # A code that was handed out for one sign-in does not fit another.
    stolen = parse_qs(urlsplit(await sign_in_there(start.headers["location"], "u-1001", SITE)).query)
    async with browser(application) as thief:
        other = await thief.get("/api/sign-in/district/start")
        state = parse_qs(urlsplit(other.headers["location"]).query)["state"][0]
        told = {"code": stolen["code"][0], "state": state, "iss": stolen["iss"][0]}
        assert refused(await thief.get(CALLBACK, params=told)) == "provider"


async def test_whoever_says_no_there_and_an_answer_of_another_issuer_are_sent_back(
    client: httpx.AsyncClient, provider: OidcProvider
) -> None:
    for told, why in (
        ({"error": "access_denied"}, "cancelled"),
        ({"error": "server_error"}, "provider"),
        ({"code": "x", "iss": "http://127.0.0.1:1"}, "provider"),
        ({"code": "x"}, "provider"),  # this provider always says who it is
    ):
        start = await client.get("/api/sign-in/district/start")
        state = parse_qs(urlsplit(start.headers["location"]).query)["state"][0]
        assert refused(await client.get(CALLBACK, params={"state": state, **told})) == why


async def test_one_is_sent_back_to_this_platform_only(
    client: httpx.AsyncClient, database: Database, staff: Staff, provider: OidcProvider
) -> None:
    account = await person(database, "zhang")
    link = {"provider": "district", "subject": "u-1001"}
    await answered(staff.system, "POST", f"/api/accounts/{account}/links", link)
    for elsewhere in ("//evil.example/x", "https://evil.example", "/\\evil.example", "/a\nb"):
        assert (await walk(client, "zhangsan", elsewhere)).headers["location"] == "/"


async def test_a_disabled_account_and_a_closed_provider_let_nobody_in(
    client: httpx.AsyncClient, database: Database, staff: Staff, provider: OidcProvider
) -> None:
    account = await person(database, "zhang")
    link = {"provider": "district", "subject": "u-1001"}
    await answered(staff.system, "POST", f"/api/accounts/{account}/links", link)
    await answered(staff.system, "POST", f"/api/accounts/{account}/disable")
    assert refused(await walk(client, "zhangsan")) == "disabled"
    await answered(staff.system, "POST", f"/api/accounts/{account}/enable")
    settings = {"issuer": provider.issuer, "client_id": "yiwang"}
    await answered(staff.security, "PUT", "/api/providers/district", asked(settings, open=False))
    assert (await client.get("/api/sign-in/district/start")).status_code == 404
    assert (await client.get("/api/sign-in/ways")).json()["providers"] == []


async def test_a_provider_that_does_not_answer_is_said_plainly(
    client: httpx.AsyncClient, staff: Staff, provider: OidcProvider
) -> None:
    assert (await staff.security.post("/api/providers/district/try")).status_code == 204
    provider.stop()
    told = await staff.security.post("/api/providers/district/try")
    assert told.status_code == 409 and "does not answer" in told.json()["detail"]
    assert refused(await client.get("/api/sign-in/district/start")) == "provider"


async def test_a_role_that_asks_for_two_factors_asks_after_single_sign_on_too(
    client: httpx.AsyncClient, application: FastAPI, database: Database, staff: Staff, provider: OidcProvider
) -> None:
    account = await person(database, "zhang", "duty_officer")
    link = {"provider": "district", "subject": "u-1001"}
    await answered(staff.system, "POST", f"/api/accounts/{account}/links", link)
    await answered(staff.security, "PUT", "/api/policies/duty_officer", {"second_factor": True})
    assert (await walk(client, "zhangsan", "/cases")).headers["location"] == "/sign-in?step=second"
    half = (await client.get("/api/sign-in")).json()
    assert (half["step"], half["return_to"]) == ("enrol", "/cases")
    assert (await client.get("/api/session")).status_code == 401
    # A provider that asks for two itself is believed, once the security administrator says so.
    settings = {"issuer": provider.issuer, "client_id": "yiwang"}
    await answered(staff.security, "PUT", "/api/providers/district", asked(settings, two_factors=True))
    async with browser(application) as other:
        assert (await walk(other, "zhangsan")).headers["location"] == "/"


@pytest.mark.parametrize("issuer", ["http://sign-in.example", "ftp://x", "https://u:p@x.example", "https://x/?a=b", ""])
async def test_only_addresses_nobody_can_change_on_the_way_are_taken(staff: Staff, issuer: str) -> None:
    body = asked({"issuer": issuer, "client_id": "x"}) | {"code": "other"}
    answer = await staff.security.post("/api/providers", json=body)
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == "settings.issuer"


async def test_a_providers_secret_is_never_shown_and_lies_sealed(
    staff: Staff, provider: OidcProvider, database: Database
) -> None:
    for told in (await staff.security.get("/api/providers")), (await staff.system.get("/api/providers")):
        assert told.status_code == 200 and CLIENT["client_secret"] not in told.text
        assert told.json()["items"][0]["has_secret"]
    async with database.tx() as tx:
        sealed = await tx.value("SELECT secret FROM access.provider")
        everything = await tx.rows("SELECT detail::text FROM access.audit")
    assert CLIENT["client_secret"].encode() not in sealed
    assert CLIENT["client_secret"] not in str(everything)
    assert (await staff.audit.get("/api/providers")).status_code == 403


async def test_nobody_links_their_own_account(staff: Staff, provider: OidcProvider) -> None:
    me = UUID((await staff.system.get("/api/session")).json()["account_id"])
    body = {"provider": "district", "subject": "u-1001"}
    assert (await staff.system.post(f"/api/accounts/{me}/links", json=body)).status_code == 403
    assert (await staff.security.post(f"/api/accounts/{me}/links", json=body)).status_code == 403
