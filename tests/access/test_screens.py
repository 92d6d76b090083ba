"""Displays of the wall: named, opened by a code at the display, ended by the administrator."""

from datetime import timedelta

import httpx
import pytest
from fastapi import FastAPI
from tests.access.visitors import audited, person, sign_in

from yiwang.access import ROLES
from yiwang.access.screens.routes import open_router, router
from yiwang.base.clock import FixedClock
from yiwang.db import Database

pytestmark = [pytest.mark.anyio, pytest.mark.store]


@pytest.fixture
def application(application: FastAPI) -> FastAPI:
    application.router.routes.extend(router.routes)
    application.router.routes.extend(open_router.routes)
    return application


async def _named(client: httpx.AsyncClient, database: Database) -> dict:
    await person(database, "security", "security_admin")
    await sign_in(client, "security")
    answer = await client.post("/api/screens", json={"name": "指挥大厅"})
    assert answer.status_code == 201, answer.text
    return answer.json()


def _display(application: FastAPI, key: str = "") -> httpx.AsyncClient:
    headers = {"Authorization": f"Bearer {key}"} if key else {}
    transport = httpx.ASGITransport(application, raise_app_exceptions=False)
    return httpx.AsyncClient(transport=transport, base_url="http://yiwang.test", headers=headers)


def test_a_display_reads_the_wall_and_the_map_and_nothing_else() -> None:
    assert ROLES["screen"].permissions == {"wall.read", "places.read", "signs.read"}


async def test_a_code_typed_at_the_display_opens_it_once(
    client: httpx.AsyncClient, database: Database, application: FastAPI
) -> None:
    made = await _named(client, database)
    async with _display(application) as stranger:
        opened = await stranger.post("/api/screens/open", json={"code": made["code"].lower().replace("-", " ")})
        assert opened.status_code == 200 and opened.json()["name"] == "指挥大厅"
        again = await stranger.post("/api/screens/open", json={"code": made["code"]})
        assert again.status_code == 422 and "ask for a new one" in again.text
    listed = (await client.get("/api/screens")).json()["items"]
    assert [row["name"] for row in listed] == ["指挥大厅"] and listed[0]["opened_at"] and not listed[0]["ended"]
    assert made["code"] not in str(listed)
    assert [row["actor_name"] for row in await audited(database, "screen.opened")] == ["指挥大厅"]


async def test_its_key_changes_nothing_and_never_lapses_until_it_is_ended(
    client: httpx.AsyncClient, database: Database, application: FastAPI, clock: FixedClock
) -> None:
    made = await _named(client, database)
    async with _display(application) as stranger:
        key = (await stranger.post("/api/screens/open", json={"code": made["code"]})).json()["key"]
    async with _display(application, key) as display:
        clock.at += timedelta(days=3000)
        assert (await display.post("/api/things", json={"name": "x"})).status_code == 403
        assert (await display.get("/api/screens")).status_code == 403
        clock.at -= timedelta(days=3000)
        assert (await client.delete(f"/api/screens/{made['id']}")).status_code == 204
        assert (await display.get("/api/screens")).status_code == 401
    assert (await client.get("/api/screens")).json()["items"][0]["ended"]
    assert (await client.delete(f"/api/screens/{made['id']}")).status_code == 404


async def test_a_code_is_over_after_a_quarter_of_an_hour_or_when_its_display_is_ended(
    client: httpx.AsyncClient, database: Database, clock: FixedClock
) -> None:
    made = await _named(client, database)
    clock.at += timedelta(minutes=15)
    assert (await client.post("/api/screens/open", json={"code": made["code"]})).status_code == 422
    second = (await client.post("/api/screens", json={"name": "街道"})).json()
    await client.delete(f"/api/screens/{second['id']}")
    assert (await client.post("/api/screens/open", json={"code": second["code"]})).status_code == 422


async def test_only_who_may_manages_displays(client: httpx.AsyncClient, database: Database) -> None:
    await person(database, "officer", "supervisor")
    await sign_in(client, "officer")
    assert (await client.get("/api/screens")).status_code == 403
    assert (await client.post("/api/screens", json={"name": "x"})).status_code == 403


async def test_a_display_has_a_name_and_a_place_that_exists(client: httpx.AsyncClient, database: Database) -> None:
    await _named(client, database)
    assert (await client.post("/api/screens", json={"name": " "})).status_code == 422
    nowhere = {"name": "x", "jurisdiction": "00000000-0000-0000-0000-000000000007"}
    assert (await client.post("/api/screens", json=nowhere)).status_code == 422
