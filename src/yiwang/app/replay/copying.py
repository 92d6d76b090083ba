"""Waiting until the lake holds all that the replay wrote: other processes may be copying, or still be writing."""

import asyncio
from datetime import datetime

from yiwang.app import store
from yiwang.base.errors import Conflict
from yiwang.db import Database
from yiwang.lake import LakeWriter, followed

LONGEST = 120.0  # seconds to wait for others
PAUSE = 0.05


async def lake_holds_all(database: Database, writer: LakeWriter) -> None:
    """Return when every fact written before this call is in the lake.

    1. The log is read only up to the oldest transaction still running: wait until all that run now are over.
    2. Copy, or wait for the worker that is at it, until the lake has followed the log to a moment after that.
    """
    try:
        async with asyncio.timeout(LONGEST):
            await _others_end(database)
            over = database.clock.now()
            await writer.catch_up(database)
            while not await _followed(database, over):
                await asyncio.sleep(PAUSE)
                await writer.catch_up(database)
    except TimeoutError:
        raise Conflict("Others keep the log or the lake busy; run the same command again, it only counts.") from None


async def _others_end(database: Database) -> None:
    async with database.tx() as tx:
        newest = await store.newest_transaction(tx)
    while True:
        async with database.tx() as tx:
            if await store.oldest_running(tx) >= newest:
                return
        await asyncio.sleep(PAUSE)


async def _followed(database: Database, over: datetime) -> bool:
    async with database.tx() as tx:
        moment = await followed(tx)
    return moment is not None and moment >= over
