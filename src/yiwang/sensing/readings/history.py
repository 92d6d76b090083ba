"""The history: frames of the log copied to the lake, each reading once, and each day put in order and rolled up."""

import asyncio
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import structlog

from yiwang.db import Database, Tx
from yiwang.sensing.readings import log as frames_log
from yiwang.sensing.readings.log import Lease
from yiwang.sensing.readings.model import Columns, Frame, joined
from yiwang.sensing.readings.shelf import Part, Shelf

PURPOSE = "history"
MOST_FILES = 16  # of a day and shard, before it is put in order
MOST_READINGS = 2_000_000  # of one round
TTL = timedelta(seconds=60)

log = structlog.get_logger()


class HistoryWriter:
    """A follower (see `ledger.listen`) that copies readings into the lake. `holder` is an id of this process's own.

    The numbers of the last frames go into the Delta commit that holds their readings: a round that is killed and done
    again, by this process or another, finds in the table what it holds already. The leases are held until then.
    """

    name = "readings"

    def __init__(self, lake: Path, holder: UUID, *, every: float = 20.0) -> None:
        self.shelf = Shelf(lake)
        self._holder = holder
        self._every = every
        self._last = float("-inf")

    async def run_once(self, database: Database) -> int:
        """Copy what came unless that was done a moment ago; return how many readings were copied."""
        now = asyncio.get_running_loop().time()
        if now - self._last < self._every:
            return 0
        copied = await self.copy(database)
        if copied < MOST_READINGS:
            self._last = asyncio.get_running_loop().time()
            await self._settle_full(database)
        return copied

    async def copy(self, database: Database, *, most: int = MOST_READINGS) -> int:
        """Copy the next frames of every shard whose lease is free or ours; return how many readings."""
        async with database.tx() as tx:
            leases = [lease for shard in await frames_log.shards(tx) if (lease := await self._lease(tx, shard))]
            held = await asyncio.to_thread(self.shelf.positions, [lease.shard for lease in leases])
            parts: list[Frame] = []
            upto: dict[int, int] = {}
            left = most
            for lease in leases:
                found = await frames_log.read(tx, lease.shard, held[lease.shard], most=left) if left > 0 else []
                if found:
                    upto[lease.shard] = found[-1].seq
                    parts += found
                    left -= sum(len(frame) for frame in found)
            if parts:
                await asyncio.to_thread(self._append, parts, upto)
            for lease in leases:
                seq = upto.get(lease.shard, held[lease.shard])
                if seq > lease.seq:
                    await frames_log.advance(tx, lease, seq)
        return sum(len(frame) for frame in parts)

    async def catch_up(self, database: Database) -> int:
        """Copy everything there is now; return how many readings that were."""
        total = 0
        while copied := await self.copy(database):
            total += copied
        return total

    async def settle(self, database: Database, *, everything: bool = False) -> list[Part]:
        """Put in order and roll up the days and shards that got readings since; return which: an hourly errand."""
        parts = await asyncio.to_thread(self.shelf.parts)
        rolled = await asyncio.to_thread(self.shelf.rolled_days)
        wanted = [part for part, files in sorted(parts.items()) if everything or files > 1 or part not in rolled]
        return [part for part in wanted if await self._settle_one(database, part)]

    async def tend(self, database: Database, *, keep_days: int | None = None) -> None:
        """Settle what is open, forget the days past retention, remove files nobody reads: a daily errand."""
        await self.settle(database)
        if keep_days:
            today = database.clock.now().date()
            await asyncio.to_thread(self.shelf.forget, _days_before(today, keep_days))
        await asyncio.to_thread(self.shelf.sweep)
        async with database.tx() as tx:
            await frames_log.forget(tx)

    async def _settle_full(self, database: Database) -> None:
        for part, files in (await asyncio.to_thread(self.shelf.parts)).items():
            if files > MOST_FILES and await self._settle_one(database, part):
                log.info("readings put in order", day=part[0], shard=part[1], files=files)

    async def _settle_one(self, database: Database, part: Part) -> bool:
        """Put one day of a shard in order while its lease keeps other writers away."""
        async with database.tx() as tx:
            if not await self._lease(tx, part[1]):
                return False
            await asyncio.to_thread(self.shelf.settle, part)
        return True

    async def _lease(self, tx: Tx, shard: int) -> Lease | None:
        return await frames_log.acquire(tx, PURPOSE, shard, self._holder, ttl=TTL)

    def _append(self, frames: list[Frame], upto: dict[int, int]) -> None:
        columns: Columns = joined([frame.columns for frame in frames])
        self.shelf.append(columns, upto)


def _days_before(day: date, days: int) -> date:
    return day - timedelta(days=days)
