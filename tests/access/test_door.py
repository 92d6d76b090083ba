"""The door: who comes in, what is committed before the answer, how refusals look."""

from datetime import timedelta

import httpx
import pytest
from tests.access.visitors import AT, PLATFORM, audited, person, sign_in

from yiwang.access import Grant, create_key
from yiwang.access.keys import revoke_key
from yiwang.base.clock import FixedClock
from yiwang.db import Database

pytestmark = pytest.mark.anyio


async def test_a_stranger_is_asked_to_sign_in(client: httpx.AsyncClient) -> None:
    for method, path in (("GET", "/api/session"), ("POST", "/api/things"), ("GET", "/api/accounts")):
        answer = await client.request(method, path)
        assert answer.status_code == 401
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.json()["code"] == "not_signed_in"
        assert set(answer.json()) >= {"type", "title", "status", "detail", "code"}


async def test_an_answer_means_committed_and_a_refusal_undoes_everything(
    client: httpx.AsyncClient, database: Database
) -> None:
    await person(database, "officer", "duty_officer")
    await sign_in(client, "officer")
    assert (await client.post("/api/things", json={"name": "kept"})).status_code == 200
    refused = await client.post("/api/things", json={"name": "undone", "fail": True})
    assert refused.status_code == 409
    assert [row["detail"]["name"] for row in await audited(database, "thing.made")] == ["kept"]


async def test_an_unsafe_request_needs_the_csrf_token_of_this_session(
    client: httpx.AsyncClient, database: Database
) -> None:
    await person(database, "officer", "duty_officer")
    csrf = (await sign_in(client, "officer"))["csrf"]
    for wrong in ("", csrf[:-1], "0" * 64, "é"):
        answer = await client.post("/api/things", json={"name": "x"}, headers={"X-CSRF-Token": wrong.encode("latin1")})
        assert answer.status_code == 403
    again = await sign_in(client, "officer")
    assert again["csrf"] != csrf
    stale = await client.post("/api/things", json={"name": "x"}, headers={"X-CSRF-Token": csrf})
    assert stale.status_code == 403
    assert client.cookies["yiwang_csrf"] == again["csrf"]


async def test_a_page_of_another_site_is_refused(client: httpx.AsyncClient, database: Database) -> None:
    await person(database, "officer", "duty_officer")
    await sign_in(client, "officer")
    for origin, status in (("http://evil.test", 403), ("null", 403), ("http://yiwang.test", 200)):
        answer = await client.post("/api/things", json={"name": "x"}, headers={"Origin": origin})
        assert answer.status_code == status
    login = {"username": "officer", "password": "x"}
    answer = await client.post("/api/session", json=login, headers={"Origin": "http://evil.test"})
    assert answer.status_code == 403


async def test_the_session_cookie_is_out_of_reach_of_scripts_and_of_other_sites(
    client: httpx.AsyncClient, database: Database
) -> None:
    await person(database, "officer")
    answer = await client.post(
        "https://yiwang.test/api/session", json={"username": "officer", "password": "苏州河边的四季桂花 blooms"}
    )
    session, csrf = answer.headers.get_list("set-cookie")
    assert "HttpOnly" in session and "SameSite=strict" in session and "Secure" in session
    assert "HttpOnly" not in csrf and "Secure" in csrf


async def test_a_denied_try_is_kept_with_who_tried(client: httpx.AsyncClient, database: Database) -> None:
    account = await person(database, "system", "system_admin")
    await sign_in(client, "system")
    assert (await client.post("/api/things", json={"name": "x"})).status_code == 403
    (row,) = await audited(database, "denied")
    assert row["actor"] == account and not row["success"]
    assert row["detail"] == {"method": "POST", "path": "/api/things", "permission": "cases.read"}


async def test_a_key_opens_what_its_roles_give_until_it_is_revoked(
    client: httpx.AsyncClient, database: Database
) -> None:
    async with database.tx() as tx:
        key = await create_key(tx, PLATFORM, "hotline", "reports", [Grant("analyst")], at=AT)
        intake = await create_key(tx, PLATFORM, "hotline", "intake", [Grant("intake")], at=AT)
    bearer = {"Authorization": f"Bearer {key.key}"}
    assert (await client.post("/api/things", json={"name": "x"}, headers=bearer)).json()["by"] == str(
        key.application_id
    )
    other = {"Authorization": f"Bearer {intake.key}"}
    assert (await client.post("/api/things", json={"name": "x"}, headers=other)).status_code == 403
    for wrong in (key.key[:-1], "yw_x_y", "yw__", "", "Basic x", f"yw_{intake.id.hex}_{key.key.split('_', 2)[2]}"):
        answer = await client.get("/api/sessions", headers={"Authorization": f"Bearer {wrong}"})
        assert answer.status_code == 401
    async with database.tx() as tx:
        await revoke_key(tx, PLATFORM, key.id, at=AT)
    assert (await client.post("/api/things", json={"name": "x"}, headers=bearer)).status_code == 401


async def test_a_key_ends_at_its_date(client: httpx.AsyncClient, database: Database, clock: FixedClock) -> None:
    async with database.tx() as tx:
        key = await create_key(
            tx, PLATFORM, "hotline", "reports", [Grant("analyst")], expires=AT + timedelta(days=2), at=AT
        )
    bearer = {"Authorization": f"Bearer {key.key}"}
    assert (await client.post("/api/things", json={"name": "x"}, headers=bearer)).status_code == 200
    clock.at += timedelta(days=2)
    assert (await client.post("/api/things", json={"name": "x"}, headers=bearer)).status_code == 401


async def test_a_wrong_shape_names_the_fields(client: httpx.AsyncClient, database: Database) -> None:
    await person(database, "officer", "duty_officer")
    await sign_in(client, "officer")
    answer = await client.post("/api/things", json={"name": "x" * 30, "fail": "maybe"})
    assert answer.status_code == 422
    assert [error["field"] for error in answer.json()["errors"]] == ["name", "fail"]
    cut = await client.post("/api/things", content=b'{"name": ', headers={"Content-Type": "application/json"})
    assert cut.status_code == 422 and cut.headers["content-type"] == "application/problem+json"


async def test_what_the_database_cannot_hold_is_refused_not_a_failure(
    client: httpx.AsyncClient, database: Database
) -> None:
    await person(database, "officer", "duty_officer")
    await sign_in(client, "officer")
    for body in (b'{"name": "a\\u0000b"}', b'{"name": "\\ud800"}'):
        answer = await client.post("/api/things", content=body, headers={"Content-Type": "application/json"})
        assert answer.status_code == 422


async def test_a_body_beyond_the_limit_is_refused(client: httpx.AsyncClient, database: Database) -> None:
    async def endless():
        while True:
            yield b" " * 1_000_000

    assert (await client.post("/api/things", content=b" " * (9 << 20))).status_code == 401
    await person(database, "officer", "duty_officer")
    await sign_in(client, "officer")
    assert (await client.post("/api/things", content=endless())).status_code == 413
    declared = await client.post("/api/things", content=b" " * (9 << 20))
    assert declared.status_code == 413


async def test_our_own_mistake_and_unknown_addresses_are_problems_too(
    client: httpx.AsyncClient, database: Database
) -> None:
    await person(database, "officer", "duty_officer")
    await sign_in(client, "officer")
    for path, status in (("/api/bug", 500), ("/api/nowhere", 404)):
        answer = await client.get(path)
        assert answer.status_code == status
        assert answer.headers["content-type"] == "application/problem+json"
    assert (await client.put("/api/things")).status_code == 405
