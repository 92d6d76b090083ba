"""A small application with the routes of access, and people to send through its door."""

from collections.abc import AsyncIterator
from pathlib import Path
from uuid import UUID

import httpx
import pytest
from fastapi import APIRouter, FastAPI
from pydantic import BaseModel, Field

from yiwang.access import Keyring, audit
from yiwang.access.door import Door, Visit, install
from yiwang.access.routes import router
from yiwang.base.errors import Conflict
from yiwang.db import Database

things = APIRouter(prefix="/api", route_class=Door)


class ThingAsk(BaseModel):
    name: str = Field(max_length=20)
    fail: bool = False


class ThingOut(BaseModel):
    by: UUID


@things.post("/things")
async def make_thing(ask: ThingAsk, visit: Visit) -> ThingOut:
    visit.actor.scope("cases.read")
    audit(visit.tx, visit.actor, "thing.made", "thing", None, visit.at, {"name": ask.name})
    if ask.fail:
        await visit.tx.flush()
        raise Conflict("It is refused after it was written.")
    return ThingOut(by=visit.actor.id)


@things.get("/bug")
async def bug(visit: Visit) -> ThingOut:
    raise RuntimeError("a mistake of ours")


@pytest.fixture
def keyring(tmp_path: Path) -> Keyring:
    return Keyring.open(tmp_path / "keys")


@pytest.fixture
def application(database: Database, keyring: Keyring) -> FastAPI:
    app = FastAPI()
    app.state.database = database
    app.state.keyring = keyring
    install(app)
    app.router.routes.extend(router.routes)
    app.router.routes.extend(things.routes)
    return app


@pytest.fixture
async def client(application: FastAPI) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(application, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://yiwang.test") as client:
        yield client
