"""One process's hold on the platform: database, books, keys, lake; opened and closed together."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import psycopg
import structlog

from yiwang.access import Keyring
from yiwang.app.facts import FACTS
from yiwang.app.settings import Settings
from yiwang.app.wiring import at_once
from yiwang.base.clock import Clock, SystemClock
from yiwang.db import Database
from yiwang.events.books import Books
from yiwang.lake import Lake, LakeWriter
from yiwang.places.model import full_code

REFRESH_EVERY = 2.0  # seconds: how soon a process sees what another changed in the books
log = structlog.get_logger()


@dataclass
class Platform:
    """What commands and HTTP share."""

    settings: Settings
    database: Database
    books: Books
    lake_writer: LakeWriter

    def open_lake(self) -> Lake:
        """Return the lake for reading; one for each thread."""
        return Lake(self.settings.data_dir / "lake", FACTS)

    async def keep_fresh(self) -> None:
        """Read the books anew when they changed, until cancelled."""
        while True:
            await asyncio.sleep(REFRESH_EVERY)
            try:
                async with self.database.tx() as tx:
                    await self.books.refresh(tx)
            except psycopg.OperationalError as error:
                log.warning("the database does not answer; the books stay as they are", error=str(error))


@asynccontextmanager
async def opened(settings: Settings, url: str, clock: Clock | None = None) -> AsyncIterator[Platform]:
    """Open the platform over the database at `url`; its tables must be up to date."""
    keyring = await asyncio.to_thread(Keyring.open, settings.data_dir / "keys")
    async with Database(url, clock or SystemClock(), platform=settings.platform, size=settings.pool_size) as database:
        async with database.tx() as tx:
            books = await Books.opened(tx, keyring, home_code=full_code(settings.district), zone=settings.zone)
            await books.locators.at(tx, tx.at)  # the first report should not wait for the map
        database.at_once = at_once(books)
        yield Platform(settings, database, books, LakeWriter(settings.data_dir / "lake", FACTS))
