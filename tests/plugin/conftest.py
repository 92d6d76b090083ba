from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from tests.app.visitors import Site, Visitor
from tests.cities import City, build

from yiwang.access import Grant
from yiwang.access.door import install
from yiwang.base.clock import FixedClock
from yiwang.cases.routes import reports_router
from yiwang.cases.routes import router as cases
from yiwang.db import Database
from yiwang.plugin.hosting import found
from yiwang.plugin.listens import LISTENER
from yiwang.plugin.routes import router
from yiwang.plugin.running import Runner

FOLDER = Path(__file__).parent / "scenarios"


@dataclass
class Stage:
    """A small district with the scenarios' routes, their runner, and two people."""

    site: Site
    runner: Runner
    keeper: Visitor
    officer: Visitor

    @property
    def city(self) -> City:
        return self.site.city

    async def run(self) -> None:
        """Let facts be heard and due rules run, once each."""
        database = self.city.database
        await LISTENER.run_once(database)
        await self.runner.run_once(database)
        async with database.tx() as tx:
            await self.city.books.refresh(tx)

    async def scenario(self, name: str, who: Visitor | None = None) -> dict[str, Any]:
        answer = await (who or self.keeper).ask("GET", "/api/scenarios")
        assert answer.status_code == 200, answer.text
        return next(row for row in answer.json()["items"] if row["name"] == name)

    async def switch(self, name: str, how: str = "on", **body: Any) -> httpx.Response:
        answer = await self.keeper.ask("POST", f"/api/scenarios/{name}/{how}", json=body)
        async with self.city.database.tx() as tx:
            await self.city.books.refresh(tx)
        return answer


@pytest.fixture
async def stage(database: Database, clock: FixedClock, tmp_path: Path) -> AsyncIterator[Stage]:
    city = await build(database, clock, tmp_path)
    app = FastAPI()
    install(app)
    for each in (cases, reports_router, router):
        app.router.routes.extend(each.routes)
    app.state.database, app.state.books, app.state.keyring = database, city.books, city.books.keyring
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    runner = Runner(city.books, found(FOLDER))
    async with httpx.AsyncClient(transport=transport, base_url="http://yiwang.test") as client:
        site = Site(city, app, client)
        keeper = await site.person("keeper", Grant("security_admin"))
        officer = await site.application("desk", Grant("supervisor"))
        await runner.load(database)
        yield Stage(site, runner, keeper, officer)
    await runner.close()
