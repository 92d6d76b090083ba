"""People over HTTP, as the right and as the wrong person."""

from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path
from uuid import UUID

import httpx
import pytest
from fastapi import FastAPI
from tests.access.visitors import audited, person, sign_in

from yiwang import people
from yiwang.access import Keyring
from yiwang.access.door import install
from yiwang.access.routes import router as access_router
from yiwang.base.clock import FixedClock
from yiwang.calendar import WorkCalendar
from yiwang.db import Database
from yiwang.people.routes import router

pytestmark = pytest.mark.anyio
SOME = UUID(int=5)
READS = ["/api/organisations", f"/api/organisations/{SOME}", f"/api/on-duty?unit={SOME}", "/api/phone-book?q=x"]
SHIFT = {"post_id": str(SOME), "starts": "2026-11-16T00:00:00Z", "ends": "2026-11-16T08:00:00Z"}
WRITES = [
    ("/api/organisations/import", {"rows": []}),
    ("/api/posts/import", {"rows": []}),
    ("/api/staff/import", {"rows": []}),
    ("/api/rosters", {"shifts": [SHIFT]}),
]


@pytest.fixture
async def client(database: Database, tmp_path: Path) -> AsyncIterator[httpx.AsyncClient]:
    await person(database, "keeper", "data_admin")
    await person(database, "dispatcher", "dispatcher")
    await person(database, "auditor", "audit_admin")
    app = FastAPI()
    app.state.database = database
    app.state.keyring = Keyring.open(tmp_path / "keys")
    install(app)
    for one in (access_router, router):
        app.router.routes.extend(one.routes)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://yiwang.test") as found:
        yield found


async def test_nobody_comes_in_unasked_and_no_one_beyond_their_role(client: httpx.AsyncClient) -> None:
    for path in READS:
        assert (await client.get(path)).status_code == 401, path
    for path, body in WRITES:
        assert (await client.post(path, json=body)).status_code == 401, path
    await sign_in(client, "auditor")
    for path in READS:
        assert (await client.get(path)).status_code == 403, path
    await sign_in(client, "dispatcher")
    for path, body in WRITES:
        assert (await client.post(path, json=body)).status_code == 403, path
    assert (await client.get("/api/organisations")).json() == {"items": []}
    assert (await client.get(f"/api/organisations/{SOME}")).status_code == 404


async def test_a_unit_is_imported_manned_looked_up_and_called(
    client: httpx.AsyncClient, database: Database, clock: FixedClock
) -> None:
    await sign_in(client, "keeper")
    wrong = {"rows": [{"code": "A", "kind": "centre", "name": "甲", "parent_code": "nowhere"}], "dry_run": True}
    report = (await client.post("/api/organisations/import", json=wrong)).json()
    assert [(each["row"], each["field"]) for each in report["complaints"]] == [(1, "parent_code")]
    right = {"rows": [{"code": "A", "kind": "street_centre", "name": "曹杨城运中心", "phones": ["021-1"]}]}
    unit = (await client.post("/api/organisations/import", json=right)).json()["ids"]["A"]
    night = {"start": 0, "end": 1440, "mode": "online"}
    row = {"organisation_code": "A", "code": "d", "name": "值班长", "hours": "custom", "weekly": [night]}
    assert (await client.post("/api/posts/import", json={"rows": [row | {"urgent": True}]})).status_code == 200
    staff = {"number": "1", "name": "张三", "mobile": "13812345678", "posts": [["A", "d"]]}
    person_id = (await client.post("/api/staff/import", json={"rows": [staff]})).json()["ids"]["1"]
    async with database.tx() as tx:
        await people.shifts_from_hours(tx, WorkCalendar(), date(2026, 11, 16), date(2026, 11, 16), clock.at)

    await sign_in(client, "dispatcher")
    (on,) = (await client.get("/api/on-duty", params={"unit": unit})).json()["items"]
    assert (on["post"], on["mode"], on["name"], on["phones"]) == ("值班长", "online", None, ["021-1"])
    (found,) = (await client.get("/api/organisations", params={"q": "cycyzx"})).json()["items"]
    assert found["id"] == unit
    book = (await client.get("/api/phone-book", params={"q": "张三"})).json()["items"]
    assert [each["number"] for each in book] == ["138****5678"]
    revealed = await client.post(f"/api/staff/{person_id}/mobile", json={"reason": "紧急件"})
    assert revealed.json() == {"mobile": "13812345678"}
    assert [row["detail"] for row in await audited(database, "people.mobile.reveal")] == [{"reason": "紧急件"}]
    await sign_in(client, "keeper")
    assert (await client.post(f"/api/staff/{person_id}/mobile", json={"reason": "x"})).status_code == 403
