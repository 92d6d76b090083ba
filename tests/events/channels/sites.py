"""The doors of the event centre over the small district, and who knocks."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

import httpx
from fastapi import FastAPI
from tests.app.visitors import Site
from tests.cities import BUILDER, City

from yiwang.access.door import install
from yiwang.cases.routes import reports_router
from yiwang.cases.routes import router as cases_router
from yiwang.events import channels
from yiwang.events.channels.routes import router as channels_router
from yiwang.events.cloudevents.routes import router as cloudevents_router
from yiwang.events.open311.routes import router as open311_router
from yiwang.events.routes import router as events_router


async def with_channels(city: City) -> City:
    """Publish the channels and next doors that every platform begins with."""
    async with city.database.tx() as tx:
        since = city.now - timedelta(days=30)
        await channels.publish_shipped(tx, BUILDER, at=city.now, valid_from=since)
    return city


@asynccontextmanager
async def opened(city: City) -> AsyncIterator[Site]:
    """Open the doors; an error of ours is raised in the test."""
    app = FastAPI()
    app.state.database, app.state.books, app.state.keyring = city.database, city.books, city.books.keyring
    install(app)
    for router in (reports_router, cases_router, events_router, channels_router, cloudevents_router, open311_router):
        app.router.routes.extend(router.routes)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://yiwang.test") as client:
        yield Site(city, app, client)


async def rows(city: City, query: Any, *params: object) -> list[dict[str, Any]]:
    async with city.database.tx() as tx:
        return await tx.rows(query, params)
