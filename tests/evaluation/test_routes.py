"""Evaluation over HTTP, as the right and as the wrong person."""

from collections.abc import AsyncIterator
from types import SimpleNamespace
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from tests.access.visitors import person, sign_in
from tests.evaluation.conftest import FACTS, Story, day

from yiwang.access.door import install
from yiwang.access.routes import router as access_router
from yiwang.db import Database
from yiwang.evaluation.routes import router
from yiwang.lake import Lake
from yiwang.matters import Catalogue
from yiwang.places import Locators

pytestmark = pytest.mark.anyio
DECEMBER = {"from": "2016-12-01T00:00:00Z", "to": "2017-01-01T00:00:00Z"}


@pytest.fixture
async def client(database: Database, story: Story) -> AsyncIterator[httpx.AsyncClient]:
    await person(database, "analyst", "analyst")
    await person(database, "handler", "handler")
    story.case(day(1), day(5), closed=day(3))
    story.case(day(1), day(5))
    (await story.told()).close()
    app = FastAPI()
    app.state.database = database
    app.state.books = SimpleNamespace(locators=Locators(), catalogue=Catalogue.of([]))
    app.state.open_lake = lambda: Lake(story.folder, FACTS)
    install(app)
    for one in (access_router, router):
        app.router.routes.extend(one.routes)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://yiwang.test") as found:
        yield found


async def ask(client: httpx.AsyncClient, path: str, **params: Any) -> httpx.Response:
    return await client.get(f"/api/evaluation/{path}", params=DECEMBER | params)


async def test_figures_and_the_cases_behind_them_come_over_http(client: httpx.AsyncClient) -> None:
    await sign_in(client, "analyst")
    found = (await ask(client, "figures", group="matter")).json()
    (row,) = found["rows"]
    assert (row["id"], row["values"]["closing_rate"], row["parts"]["closing_rate"]) == ("06001", 50, [1, 2])
    assert row["parts"]["filed"] == [2, None]
    assert row["values"]["timely_check_rate"] is None, "nothing to divide by"
    assert {"code": "closing_rate", "label_zh": "结案率", "label_en": "Closing rate", "unit": "%"} in found["columns"]
    local = {"from": "2016-12-01T08:00:00+08:00", "to": "2017-01-01T08:00:00+08:00"}
    assert (await ask(client, "figures", group="matter", **local)).json()["rows"] == found["rows"]
    behind = (await ask(client, "cases", group="matter", id="06001", figure="closing_rate")).json()["items"]
    assert sorted(each["counted"] for each in behind) == [False, True]


async def test_wrong_persons_and_wrong_questions_are_refused(client: httpx.AsyncClient) -> None:
    for path in ("figures", "cases"):
        assert (await ask(client, path, figure="filed")).status_code == 401
    await sign_in(client, "handler")
    for path in ("figures", "cases"):
        assert (await ask(client, path, figure="filed")).status_code == 403
    await sign_in(client, "analyst")
    for wrong in (
        {"group": "colour"},
        {"to": "2016-11-01T00:00:00Z"},
        {"from": "yesterday"},
        {"from": "0001-01-01T00:00:00+23:59"},
    ):
        assert (await ask(client, "figures", **wrong)).status_code == 422, wrong
    assert (await ask(client, "cases", figure="nonsense")).status_code == 422
    assert (await ask(client, "cases", figure="filed", group="unit", id="not an id")).json() == {"items": []}
