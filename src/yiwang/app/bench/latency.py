"""How far behind the readers of the log are, and how soon an alarm stands: from sending a reading until it is seen."""

import asyncio
import time
from collections.abc import Sequence
from uuid import UUID

import numpy as np

from yiwang.alarms.driving.driver import raised_since
from yiwang.alarms.model.conditions import Condition
from yiwang.alarms.model.rules import Rule, RuleSet
from yiwang.app.bench.load import Connection
from yiwang.base.clock import SystemClock
from yiwang.db import Database
from yiwang.sensing.readings import log as frames_log

# In order: each reading is judged as it comes, the first one above the bound raises, the first one below clears.
RULES = RuleSet(
    rules=(
        Rule(
            code="BIN.fill",
            device_class="BIN",
            metric="fill",
            conditions=(Condition(code="full", kind="above", severity="yellow", bound=80.0, clear=40.0),),
        ),
    )
)
BATCH, BUSY, EVERY = 2_000, 200, 2  # readings of a batch; devices that raise; batches to one with such a device in it
LOOK = 0.005  # seconds between two looks for new alarms
SETTLE = 20.0  # seconds after the last reading within which its alarm has to stand
_HIGH, _LOW = 90.0, 20.0


class Sender:
    """Batches of readings taken now, of all series but the busy ones; every other batch has one of a busy one too."""

    def __init__(self, series: np.ndarray) -> None:
        self._series, self._number, self._chance = series.astype("<i8"), 0, np.random.default_rng(11)
        self._quality = np.zeros(BATCH, np.uint8).tobytes()
        self.raised = 0

    def batch(self) -> bytes:
        """Return the next batch, packed."""
        series = self._series[self._chance.integers(BUSY, self._series.size, BATCH)]
        values = np.full(BATCH, 50.0, "<f8")
        turn, rest = divmod(self._number, EVERY)
        self._number += 1
        if rest == 0:
            high = turn // BUSY % 2 == 0
            series[-1], values[-1] = self._series[turn % BUSY], _HIGH if high else _LOW
            self.raised += high
        now = np.full(BATCH, round(SystemClock().now().timestamp() * 1000), "<i8")
        parts = (series.tobytes(), now.tobytes(), values.tobytes(), self._quality)
        return b"YWR1" + BATCH.to_bytes(4, "little") + b"".join(parts)


async def worked_off(database: Database, purpose: str, *, most: float = 90.0) -> float:
    """Return the seconds until a reader of the log has read all that is in it now; infinite after `most`."""
    begun = time.perf_counter()
    async with database.tx() as tx:
        wanted = await frames_log.shards(tx)
    while time.perf_counter() - begun < most:
        async with database.tx() as tx:
            read = await frames_log.positions(tx, purpose)
        if all(read.get(shard, 0) >= seq for shard, seq in wanted.items()):
            return time.perf_counter() - begun
        await asyncio.sleep(0.02)
    return float("inf")


class Watch:
    """When each alarm was first seen by another connection than the one that wrote it."""

    def __init__(self, database: Database) -> None:
        self._database, self._since = database, database.clock.now()
        self.seconds: dict[UUID, float] = {}

    async def look(self) -> None:
        """Note what is new."""
        async with self._database.tx() as tx:
            found = await raised_since(tx, self._since)
        now = self._database.clock.now()
        for alarm, raised in found.items():
            self.seconds.setdefault(alarm, (now - raised).total_seconds())

    async def run(self) -> None:
        """Look again and again until cancelled."""
        while True:
            await self.look()
            await asyncio.sleep(LOOK)


async def alarm_latency(
    database: Database, series: np.ndarray, connections: Sequence[Connection], *, rate: int, seconds: float
) -> dict[str, float]:
    """Offer `rate` readings a second; return how many were taken, and the milliseconds until alarms stood."""
    sender, watch = Sender(series), Watch(database)
    watching = asyncio.create_task(watch.run())
    begun = time.perf_counter()
    every = len(connections) * BATCH / rate

    async def one(number: int, connection: Connection) -> int:
        due, count = begun + number * every / len(connections), 0
        while due < begun + seconds:
            await asyncio.sleep(max(0.0, due - time.perf_counter()))
            status, answer = await connection.call("POST", "/ingest/readings", sender.batch())
            if status != 200:
                raise RuntimeError(f"{status} {answer[:200]!r}")
            due, count = due + every, count + 1
        return count

    try:
        batches = sum(await asyncio.gather(*(one(*pair) for pair in enumerate(connections))))
        wall = time.perf_counter() - begun
        for _ in range(round(SETTLE / LOOK)):
            if len(watch.seconds) == sender.raised:
                break
            await asyncio.sleep(LOOK)
    finally:
        watching.cancel()
        await asyncio.gather(watching, return_exceptions=True)
    ms = np.array(list(watch.seconds.values()) or [np.nan]) * 1000
    return {
        "offered_per_second": rate,
        "taken_per_second": round(batches * BATCH / wall),
        "alarms": len(watch.seconds),
        "alarms_missing": sender.raised - len(watch.seconds),
        "p50_ms": round(float(np.percentile(ms, 50)), 1),
        "p99_ms": round(float(np.percentile(ms, 99)), 1),
    }
