"""A small district behind the routes that show persons, and a reporter with a name that stands nowhere else."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
import pytest
from fastapi import FastAPI
from tests.app.visitors import Site, Visitor
from tests.cities import BUILDER, City, build

from yiwang import people
from yiwang.access.door import install
from yiwang.access.privacy.declaring import Declared
from yiwang.access.privacy.making import make_exports
from yiwang.access.privacy.routes import router as privacy
from yiwang.access.routes import router as access
from yiwang.app.wiring import declared
from yiwang.base.clock import FixedClock
from yiwang.cases.routes import reports_router
from yiwang.cases.routes import router as cases
from yiwang.db import Database
from yiwang.events.model import Reported, Reporter
from yiwang.events.routes import router as events
from yiwang.people import StaffRow
from yiwang.people.routes import router as people_routes

NAME, PHONE, MOBILE = "欧阳举报", "13912348765", "13887654321"


@dataclass
class Desk(Site):
    """The site, with a report in each street and what tests ask of it."""

    declared: Declared
    folder: Path

    async def reported(self, where: str = "310107005001", *, confidential: bool = False, **fields: Any) -> Reported:
        reporter = Reporter(NAME, PHONE, confidential)
        return await self.city.report(where=where, reporter=reporter, **fields)

    async def make_exports(self) -> int:
        books = self.city.books
        return await make_exports(self.city.database, self.declared, books.keyring, self.folder / "exports", books.zone)

    async def rows(self, query: Any, *params: object) -> list[dict[str, Any]]:
        async with self.city.database.tx() as tx:
            return await tx.rows(query, params)

    async def audited(self, action: str) -> list[dict[str, Any]]:
        return await self.rows("SELECT * FROM access.audit WHERE action = %s ORDER BY seq", action)

    async def staff(self, unit: str = "CS") -> UUID:
        async with self.city.database.tx() as tx:
            row = StaffRow(f"{unit}-1", "王小明", None, MOBILE, ((unit, "DUTY"),))
            found = await people.ensure_staff(tx, BUILDER, [row], self.city.now, keyring=self.city.books.keyring)
        return next(iter(found.values()))


@pytest.fixture
async def desk(database: Database, clock: FixedClock, tmp_path: Path) -> AsyncIterator[Desk]:
    city: City = await build(database, clock, tmp_path)
    app = FastAPI()
    install(app)
    for router in (cases, reports_router, access, events, people_routes, privacy):
        app.router.routes.extend(router.routes)
    state = app.state
    state.database, state.books, state.keyring = database, city.books, city.books.keyring
    state.declared, state.data_dir = declared(city.books), tmp_path
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://yiwang.test") as client:
        yield Desk(city, app, client, state.declared, tmp_path)


async def good(visitor: Visitor, method: str, path: str, **request: Any) -> Any:
    """Return the answer's body; it has to be a good one."""
    answer = await visitor.ask(method, path, **request)
    assert answer.is_success, (path, answer.status_code, answer.text)
    return answer.json() if answer.content else None
