"""A transaction that counts what it waits for."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from yiwang.db import Database, Tx
from yiwang.db.tx import Origin


class Counting(Tx):
    """Counts the statements whose answer somebody waited for."""

    __slots__ = ("waits",)
    waits: int

    async def _send(self, query: Any, params: Any) -> Any:
        self.waits += 1
        return await super()._send(query, params)


@asynccontextmanager
async def counting(database: Database, origin: Origin = "live") -> AsyncIterator[Counting]:
    """Open a transaction of the database that counts; it commits when the block ends."""
    async with database.tx(origin=origin) as outer:
        tx = Counting(outer.connection, outer.at, platform=outer.platform, origin=origin)
        tx.waits = 0
        yield tx
        await tx.commit()
