"""A gateway of the tests' own: real sockets, the real log, a registry of a few devices."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from uuid import UUID

import pytest
from tests.sensing.gateways.talking import Talker

from yiwang.access import Keyring
from yiwang.base.clock import FixedClock
from yiwang.base.ids import uuid7
from yiwang.db import Database
from yiwang.sensing.devices import Known
from yiwang.sensing.protocols.tcp.gathering import Gathering
from yiwang.sensing.readings import log
from yiwang.sensing.readings.inlet import Inlet

METRICS = ("temperature", "humidity", "smoke", "pm25", "noise", "pressure", "speed", "count")


@dataclass
class Book:
    """Devices by protocol and key; each has 16 series of its own."""

    at: datetime
    known: dict[tuple[str, str], Known] = field(default_factory=dict)

    def add(self, protocol: str, key: str, *metrics: str) -> Known:
        first = 16 * len(self.known)
        known = Known(uuid7(self.at), "test", "in_service", first, metrics or METRICS, None, None)
        self.known[protocol, key] = known
        return known

    def find(self, protocol: str, external_id: str) -> Known | None:
        return self.known.get((protocol, external_id))

    def get(self, device_id: UUID) -> Known | None:
        return next((one for one in self.known.values() if one.id == device_id), None)


@dataclass
class Site:
    """What a gateway stands on, and how to see what came through."""

    database: Database
    inlet: Inlet
    book: Book
    keyring: Keyring
    stack: AsyncExitStack

    async def gathering(self, source: str) -> Gathering:
        made = Gathering(self.inlet, self.book, self.database.clock, source)
        return await self.stack.enter_async_context(made)

    async def readings(self) -> list[tuple[int, int, float, int]]:
        """Return (series, time, value, quality) of all that is in the log."""
        found: list[tuple[int, int, float, int]] = []
        async with self.database.tx() as tx:
            for shard in await log.shards(tx):
                for frame in await log.read(tx, shard, 0):
                    columns = frame.columns
                    found += zip(
                        columns.series.tolist(),
                        columns.time.tolist(),
                        columns.value.tolist(),
                        columns.quality.tolist(),
                        strict=True,
                    )
        return found

    async def values(self, device: Known) -> dict[str, list[float]]:
        """Return what came for a device, by metric, in the order in which it came."""
        found: dict[str, list[float]] = {}
        for series, _, value, _ in await self.readings():
            if 0 <= (place := series - device.first) < len(device.metrics):
                found.setdefault(device.metrics[place], []).append(value)
        return found

    async def strangers(self) -> list[tuple[str, str, str]]:
        async with self.database.tx() as tx:
            rows = await tx.rows("SELECT source, external_id, reason FROM sensing.stranger ORDER BY 1, 2")
        return [(row["source"], row["external_id"], row["reason"]) for row in rows]


@pytest.fixture
async def site(database: Database, clock: FixedClock, tmp_path: Path) -> AsyncIterator[Site]:
    keyring = Keyring.open(tmp_path)
    async with AsyncExitStack() as stack:
        inlet = await stack.enter_async_context(Inlet(database, keyring))
        yield Site(database, inlet, Book(clock.now()), keyring, stack)
        await Talker.hang_up_all()
