"""An application behind the watch, with a clock that tests move."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated
from uuid import UUID

import httpx
import pytest
from fastapi import APIRouter, FastAPI
from pydantic import BaseModel
from tests.access.visitors import AT, PLATFORM
from tests.app.visitors import Visitor

from yiwang.access import Grant, Keyring, create_account, create_key, grant_role, open_session
from yiwang.access.door import Door, OpenDoor, Visit, install
from yiwang.access.privacy import Personal
from yiwang.access.routes import router as access
from yiwang.access.watch import Limits, Meter, Metered
from yiwang.access.watch.routes import router as watch
from yiwang.base.clock import FixedClock
from yiwang.base.errors import Forbidden
from yiwang.db import Database

things = APIRouter(prefix="/api", route_class=Door, tags=["things"])
open_things = APIRouter(prefix="/api", route_class=OpenDoor, tags=["open things"])


class Person(BaseModel):
    name: Annotated[str, Personal("name")]


@things.get("/things")
async def thing(visit: Visit, fail: bool = False) -> dict[str, str]:
    if fail:
        raise Forbidden("Not for you.")
    return {"actor": str(visit.actor.id)}


@things.get("/persons")
async def person(visit: Visit) -> Person:
    return Person(name="张三丰")


@open_things.get("/open")
async def opened() -> dict[str, str]:
    return {"fine": "yes"}


@dataclass
class Watched:
    """The application, its counts and limits."""

    database: Database
    clock: FixedClock
    client: httpx.AsyncClient
    meter: Meter
    limits: Limits

    async def application(self, name: str, purpose: str = "test", role: str = "handler") -> tuple[UUID, Visitor]:
        async with self.database.tx() as tx:
            key = await create_key(tx, PLATFORM, name, purpose, [Grant(role)], at=AT)
        return key.id, Visitor(key.application_id, self.client, {"Authorization": f"Bearer {key.key}"})

    async def person(self, name: str, *roles: str) -> Visitor:
        async with self.database.tx() as tx:
            account = await create_account(tx, PLATFORM, name, name.title(), "苏州河边的四季桂花 blooms", at=AT)
            for role in roles:
                await grant_role(tx, PLATFORM, account.id, role, at=AT)
            await tx.count("UPDATE access.identity SET must_change = false WHERE account_id = %s", (account.id,))
            session = open_session(tx, account.id)
        headers = {"Cookie": f"yiwang_session={session.token}", "X-CSRF-Token": session.csrf}
        return Visitor(account.id, self.client, headers)

    async def rows(self, query: str, *params: object) -> list[dict]:
        async with self.database.tx() as tx:
            return await tx.rows(query, params)


@pytest.fixture
async def watched(database: Database, clock: FixedClock, tmp_path: Path) -> AsyncIterator[Watched]:
    app = FastAPI()
    install(app)
    meter, limits = Meter(), Limits.of(1000)
    app.add_middleware(Metered, parts=lambda: (meter, limits, clock))
    for router in (things, open_things, access, watch):
        app.router.routes.extend(router.routes)
    app.state.database, app.state.keyring = database, Keyring.open(tmp_path / "keys")
    transport = httpx.ASGITransport(app, raise_app_exceptions=False, client=("203.0.113.7", 1))
    async with httpx.AsyncClient(transport=transport, base_url="http://yiwang.test") as client:
        yield Watched(database, clock, client, meter, limits)
