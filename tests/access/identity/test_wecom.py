"""Single sign-on by WeCom 政务微信, against a process that speaks its documented addresses."""

from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import httpx
import pytest
from fastapi import FastAPI
from tests.access.identity.conftest import SITE, Process, Staff, answered, browser
from tests.access.identity.test_oidc import refused
from tests.access.identity.wecom_server import AGENT, CORP, SECRET
from tests.access.visitors import person

from yiwang.base.clock import FixedClock
from yiwang.db import Database

pytestmark = pytest.mark.anyio


def asked(wecom: Process, **settings: Any) -> dict[str, Any]:
    there = {"api": wecom.url, "authorize": f"{wecom.url}/connect/oauth2/authorize"}
    return {
        "kind": "wecom",
        "label_zh": "政务微信",
        "label_en": "WeCom",
        "settings": {"corp_id": CORP, "agent_id": AGENT, **there, **settings},
        "secret": SECRET,
    }


@pytest.fixture
async def provider(wecom: Process, staff: Staff) -> Process:
    await answered(staff.security, "POST", "/api/providers", asked(wecom) | {"code": "wecom"})
    return wecom


async def from_app(visitor: httpx.AsyncClient, **member: str) -> httpx.Response:
    """Open the platform inside the app of `member`: nothing is typed, it comes straight back."""
    start = await visitor.get("/api/sign-in/wecom/start", params={"to": "/cases"})
    assert start.status_code == 303, start.text
    address = start.headers["location"]
    assert address.endswith("#wechat_redirect")
    async with httpx.AsyncClient(trust_env=False) as app:
        sent = await app.get(f"{address.partition('#')[0]}&{urlencode(member)}")
    assert sent.status_code == 302, sent.text
    assert sent.headers["location"].startswith(f"{SITE}/api/sign-in/wecom/callback?")
    return await visitor.get(sent.headers["location"])


async def linked(database: Database, staff: Staff, username: str, member: str) -> None:
    account = await person(database, username, "handler")
    link = {"provider": "wecom", "subject": member}
    await answered(staff.system, "POST", f"/api/accounts/{account}/links", link)


async def test_a_member_comes_in_from_the_app(
    client: httpx.AsyncClient, database: Database, staff: Staff, provider: Process
) -> None:
    await linked(database, staff, "handler", "LiSi")
    answer = await from_app(client, member="LiSi")
    assert (answer.status_code, answer.headers["location"]) == (303, "/cases")
    assert (await client.get("/api/session")).json()["username"] == "handler"


async def test_the_address_is_as_documented(client: httpx.AsyncClient, provider: Process) -> None:
    start = await client.get("/api/sign-in/wecom/start")
    sent = {name: values[0] for name, values in parse_qs(urlsplit(start.headers["location"]).query).items()}
    assert sent.pop("state").isalnum()
    assert sent == {
        "appid": CORP,
        "redirect_uri": f"{SITE}/api/sign-in/wecom/callback",
        "response_type": "code",
        "scope": "snsapi_base",
        "agentid": AGENT,
    }


async def test_another_member_is_somebody_else_and_an_outsider_is_nobody(
    client: httpx.AsyncClient, database: Database, staff: Staff, provider: Process
) -> None:
    await linked(database, staff, "handler", "LiSi")
    assert refused(await from_app(client, member="lisi2")) == "not_linked"
    assert refused(await from_app(client, member="LiSi", kind="openid")) == "cancelled"
    assert (await client.get("/api/session")).status_code == 401


async def test_the_access_token_is_kept_and_got_anew_when_it_stopped_counting(
    client: httpx.AsyncClient, application: FastAPI, database: Database, staff: Staff, provider: Process,
    clock: FixedClock,
) -> None:  # fmt: skip
    await linked(database, staff, "handler", "LiSi")

    async def tokens_got() -> int:
        async with httpx.AsyncClient(trust_env=False) as plain:
            return int((await plain.get(f"{provider.url}/test/counts")).json()["gettoken"])

    for _ in range(3):
        assert (await from_app(client, member="LiSi")).headers["location"] == "/cases"
    assert await tokens_got() == 1
    async with httpx.AsyncClient(trust_env=False) as plain:
        await plain.get(f"{provider.url}/test/forget-tokens")
    assert (await from_app(client, member="LiSi")).headers["location"] == "/cases"
    assert await tokens_got() == 2
    clock.at += timedelta(seconds=7000)
    async with browser(application) as later:
        assert (await from_app(later, member="LiSi")).headers["location"] == "/cases"
    assert await tokens_got() == 3


async def test_an_older_private_deployment_knows_the_older_address(
    client: httpx.AsyncClient, database: Database, staff: Staff, provider: Process
) -> None:
    older = asked(provider, user_path="/cgi-bin/user/getuserinfo")
    await answered(staff.security, "PUT", "/api/providers/wecom", older)
    await linked(database, staff, "handler", "LiSi")
    assert (await from_app(client, member="LiSi")).headers["location"] == "/cases"


async def test_a_wrong_secret_is_found_out_by_trying(
    client: httpx.AsyncClient, staff: Staff, provider: Process
) -> None:
    assert (await staff.security.post("/api/providers/wecom/try")).status_code == 204
    await answered(staff.security, "PUT", "/api/providers/wecom", asked(provider) | {"secret": "not this one"})
    told = await staff.security.post("/api/providers/wecom/try")
    assert told.status_code == 409 and "40001" in told.json()["detail"]
    assert "not this one" not in told.text
    assert refused(await from_app(client, member="LiSi")) == "provider"


async def test_a_code_counts_once(client: httpx.AsyncClient, staff: Staff, provider: Process) -> None:
    start = await client.get("/api/sign-in/wecom/start")
    state = parse_qs(urlsplit(start.headers["location"]).query)["state"][0]
    told = {"code": "made up or used", "state": state}
    assert refused(await client.get("/api/sign-in/wecom/callback", params=told)) == "cancelled"


async def test_wecom_needs_its_secret(staff: Staff, wecom: Process) -> None:
    body = asked(wecom) | {"code": "wecom", "secret": None}
    assert (await staff.security.post("/api/providers", json=body)).json()["errors"][0]["field"] == "secret"
