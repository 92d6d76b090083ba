"""One platform as a process of its own: HTTP, listeners, timers and the courier, until it is killed."""

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import uvicorn
from fastapi import FastAPI

from yiwang import ledger
from yiwang.access import Keyring
from yiwang.access.door import install
from yiwang.app.wiring import TIMERS, at_once
from yiwang.base.clock import SystemClock
from yiwang.cases import listens as cases
from yiwang.cases.routes import reports_router
from yiwang.cases.routes import router as cases_router
from yiwang.db import Database
from yiwang.events.books import Books
from yiwang.federation import Courier
from yiwang.federation import listens as federation
from yiwang.federation.routes import inbox_router, router
from yiwang.files import Shelf
from yiwang.ledger.listening import listen


def make(settings: dict[str, Any]) -> FastAPI:
    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        keyring = Keyring.open(Path(settings["folder"]) / "keys")
        async with Database(settings["url"], SystemClock(), platform=settings["name"], size=8) as database:
            async with database.tx() as tx:
                books = await Books.opened(tx, keyring, home_code="310107000000", zone="Asia/Shanghai")
            database.at_once = at_once(books)
            app.state.data_dir = Path(settings["folder"])
            app.state.database, app.state.books, app.state.keyring = database, books, keyring
            stop = asyncio.Event()
            followers = [
                cases.listener(books),
                federation.listener(books),
                Courier(keyring, Shelf(Path(settings["folder"]) / "files")),
            ]
            tasks = [
                asyncio.create_task(listen(database, followers, stop, every=0.1)),
                asyncio.create_task(tick(database)),
            ]
            yield
            stop.set()
            tasks[1].cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    app = FastAPI(lifespan=lifespan)
    install(app)
    for each in (cases_router, reports_router, router, inbox_router):
        app.router.routes.extend(each.routes)
    return app


async def tick(database: Database) -> None:
    while True:
        await ledger.tick(database, database.clock.now(), TIMERS)
        await asyncio.sleep(0.5)


def run(settings: dict[str, Any], log: Path) -> None:
    """Serve at a port by url, folder, name and port of `settings`, with what is said in a file."""
    with log.open("ab") as said:
        for number in (1, 2):
            os.dup2(said.fileno(), number)
    uvicorn.run(make(settings), host="127.0.0.1", port=settings["port"], log_level="warning")
