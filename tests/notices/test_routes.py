"""The inbox over HTTP: one's own and nobody else's."""

from collections.abc import AsyncIterator
from uuid import UUID

import httpx
import pytest
from fastapi import FastAPI
from tests.access.visitors import person, sign_in

from yiwang import notices
from yiwang.access.door import install
from yiwang.access.routes import router as access_router
from yiwang.base.clock import FixedClock
from yiwang.db import Database
from yiwang.notices.routes import router

pytestmark = pytest.mark.anyio


@pytest.fixture
async def ann(database: Database, clock: FixedClock) -> UUID:
    account = await person(database, "ann", "handler")
    async with database.tx() as tx:
        for key in ("1", "2"):
            await notices.notify(
                tx, [account], kind="cases.remind", title_zh="催办", title_en="Reminder", text="签收超时",
                link="/cases/1", object_type="case", object_id=None, at=clock.at, dedupe_key=key,
            )  # fmt: skip
    return account


@pytest.fixture
async def client(database: Database, ann: UUID) -> AsyncIterator[httpx.AsyncClient]:
    await person(database, "bob", "handler")
    app = FastAPI()
    app.state.database = database
    install(app)
    for one in (access_router, router):
        app.router.routes.extend(one.routes)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://yiwang.test") as found:
        yield found


async def test_ones_own_notices_are_listed_and_marked_as_read(client: httpx.AsyncClient) -> None:
    assert (await client.get("/api/notices")).status_code == 401
    await sign_in(client, "ann")
    box = (await client.get("/api/notices?unread=1")).json()
    assert (box["unread"], [each["title"] for each in box["items"]]) == (2, ["催办", "催办"])
    first = box["items"][0]["id"]
    assert (await client.post(f"/api/notices/{first}/read")).status_code == 204
    assert (await client.get("/api/notices")).json()["unread"] == 1
    assert (await client.post("/api/notices/read")).status_code == 204
    assert (await client.get("/api/notices?unread=1")).json()["items"] == []
    assert (await client.get("/api/notices?cursor=rubbish")).status_code == 422


async def test_anothers_notice_does_not_exist(client: httpx.AsyncClient) -> None:
    await sign_in(client, "ann")
    first = (await client.get("/api/notices")).json()["items"][0]["id"]
    await sign_in(client, "bob")
    assert (await client.get("/api/notices")).json() == {"items": [], "unread": 0, "next": None}
    assert (await client.post(f"/api/notices/{first}/read")).status_code == 404
