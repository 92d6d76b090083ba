"""The catalogue, suggestions, the list and the calendar over HTTP, as the right and as the wrong person."""

from collections.abc import AsyncIterator
from pathlib import Path
from uuid import UUID

import httpx
import pytest
from fastapi import FastAPI
from tests.access.visitors import person, sign_in
from tests.matters.test_catalogue import LOCAL, PLATFORM
from tests.matters.test_responsibility import CLEANING, STREET, tree

from yiwang import calendar, matters
from yiwang.access import Keyring
from yiwang.access.door import install
from yiwang.access.routes import router as access_router
from yiwang.calendar.routes import router as calendar_router
from yiwang.db import Database
from yiwang.matters.routes import router

pytestmark = pytest.mark.anyio


@pytest.fixture
async def client(database: Database, tmp_path: Path) -> AsyncIterator[httpx.AsyncClient]:
    await tree(database)
    await person(database, "weilan", "data_admin")
    await person(database, "leader", "leader")
    await person(database, "auditor", "audit_admin")
    app = FastAPI()
    app.state.database = database
    app.state.keyring = Keyring.open(tmp_path / "keys")
    app.state.matters = matters.kept()
    app.state.calendar = calendar.kept()
    install(app)
    for one in (access_router, router, calendar_router):
        app.router.routes.extend(one.routes)
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://yiwang.test") as found:
        yield found


READS = [
    "/api/matters",
    "/api/matters/older",
    "/api/matters/components",
    "/api/matters/export",
    "/api/matters/06010",
    "/api/responsibility",
    "/api/calendar?year=2026",
]
WRITES = [
    ("POST", "/api/matters/import", {"rows": []}),
    (
        "POST",
        "/api/responsibility",
        {"rows": [{"key": "*", "jurisdiction": str(STREET), "organisation": str(CLEANING)}]},
    ),
    ("POST", f"/api/responsibility/{UUID(int=5)}/end", {}),
    ("PUT", "/api/calendar/overrides", {"days": [{"date": "2026-11-17", "working": False, "reason": "停电"}]}),
    ("POST", "/api/calendar/overrides/restore", {"dates": ["2026-11-17"]}),
    ("PUT", "/api/calendar/hours", {"hours": None}),
]


async def test_nobody_comes_in_without_signing_in(client: httpx.AsyncClient) -> None:
    for path in READS:
        assert (await client.get(path)).status_code == 401, path
    for method, path, body in WRITES:
        assert (await client.request(method, path, json=body)).status_code == 401, path


async def test_an_administrator_of_audit_sees_none_of_it(client: httpx.AsyncClient) -> None:
    await sign_in(client, "auditor")
    for path in READS:
        assert (await client.get(path)).status_code == 403, path
    assert (await client.post("/api/matters/suggest", json={"text": "垃圾"})).status_code == 403


async def test_who_only_reads_changes_nothing(client: httpx.AsyncClient) -> None:
    await sign_in(client, "leader")
    for path in READS:
        assert (await client.get(path)).status_code == 200, path
    for method, path, body in WRITES:
        assert (await client.request(method, path, json=body)).status_code == 403, path


async def test_matters_are_found_by_code_name_and_word(client: httpx.AsyncClient) -> None:
    await sign_in(client, "leader")

    async def codes(**query: str) -> list[str]:
        answer = await client.get("/api/matters", params=query)
        return [item["code"] for item in answer.json()["items"]]

    assert len(await codes()) == 250
    assert len(await codes(major="09")) == 21
    assert await codes(q="僵尸车") == ["06034"]
    assert await codes(q="0601", major="06") == [f"0601{n}" for n in range(10)]
    one = (await client.get("/api/matters/06010")).json()
    assert one["matter"]["limit"]["unit"] == "working_hours"
    assert one["matter"]["version"] == 1
    assert (await client.get("/api/matters/nothing")).status_code == 404


async def test_a_text_gets_suggestions(client: httpx.AsyncClient) -> None:
    await sign_in(client, "leader")
    answer = await client.post("/api/matters/suggest", json={"text": "楼下饭店油烟太大"})
    best = answer.json()["items"][0]
    assert best["code"] == "06027"
    assert 0 < best["confidence"] <= 1
    assert "油烟" in best["reason"]


async def test_an_import_is_tried_and_then_done(client: httpx.AsyncClient) -> None:
    await sign_in(client, "weilan")
    body = {"rows": [LOCAL.model_dump(mode="json")], "dry_run": True}
    tried = (await client.post("/api/matters/import", json=body)).json()
    assert (tried["new"], tried["written"]) == (["11001"], False)
    assert (await client.get("/api/matters/11001")).status_code == 404
    done = (await client.post("/api/matters/import", json=body | {"dry_run": False})).json()
    assert done["written"]
    assert (await client.get("/api/matters/11001")).json()["matter"]["kind"] == "local"
    bad = (await client.post("/api/matters/import", json={"toml": "[[matter]]\ncode = 5\n"})).json()
    assert not bad["written"]
    assert {fault["field"] for fault in bad["faults"]} >= {"code", "name", "major"}
    both = await client.post("/api/matters/import", json={"toml": "", "rows": []})
    assert both.status_code == 422


async def test_a_row_of_the_list_is_written_shown_and_ended(client: httpx.AsyncClient) -> None:
    await sign_in(client, "weilan")
    written = (await client.post("/api/responsibility", json=WRITES[1][2])).json()
    assert written["written"]
    listed = (await client.get("/api/responsibility", params={"key": "*"})).json()["items"]
    assert [row["organisation"] for row in listed] == [str(CLEANING)]
    ended = await client.post(f"/api/responsibility/{listed[0]['id']}/end", json={})
    assert ended.status_code == 204
    assert (await client.get("/api/responsibility")).json()["items"] == []


async def test_a_date_is_overridden_and_taken_back(client: httpx.AsyncClient) -> None:
    await sign_in(client, "weilan")

    async def day() -> dict:
        days = (await client.get("/api/calendar", params={"year": 2026})).json()["days"]
        return next(one for one in days if one["date"] == "2026-11-17")

    assert (await day())["working"]
    for method, path, body in WRITES[3:5]:
        assert (await client.request(method, path, json=body)).status_code == 204
        assert (await day())["working"] is path.endswith("restore")
    deadline = await client.post(
        "/api/calendar/deadline", json={"start": "2026-12-31T08:00:00Z", "value": 2, "unit": "working_hours"}
    )
    assert deadline.json()["provisional"]
    assert (await client.get("/api/calendar", params={"year": 2027})).json()["provisional"]
    hours = await client.put("/api/calendar/hours", json={"hours": {"opens": 600, "closes": 600}})
    assert hours.status_code == 422


async def test_changes_are_audited(client: httpx.AsyncClient, database: Database) -> None:
    await sign_in(client, "weilan")
    await client.post("/api/responsibility", json=WRITES[1][2])
    await client.request(*WRITES[3][:2], json=WRITES[3][2])
    async with database.tx() as tx:
        rows = await tx.rows("SELECT action FROM access.audit WHERE actor <> %s", (PLATFORM.id,))
    assert {"matters.responsibility", "calendar.override"} <= {row["action"] for row in rows}
