"""The history: every reading once, in order, rolled up; a writer killed in the middle loses and doubles nothing."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter
from uuid import UUID

import numpy as np
import pyarrow.parquet as pq
import pytest

from yiwang.base.clock import FixedClock
from yiwang.base.errors import Invalid
from yiwang.db import Database
from yiwang.sensing.readings import SHARD_SIZE
from yiwang.sensing.readings.charting import chart
from yiwang.sensing.readings.history import HistoryWriter
from yiwang.sensing.readings.inlet import Inlet
from yiwang.sensing.readings.latest import Latest
from yiwang.sensing.readings.model import Columns, of

pytestmark = pytest.mark.anyio
MINE = UUID(int=5)
DAY = 86_400_000
START = int(datetime(2026, 11, 1, tzinfo=UTC).timestamp()) * 1000

KILLED = """
import asyncio, sys
from pathlib import Path
from uuid import UUID
from yiwang.base.clock import SystemClock
from yiwang.db import Database
from yiwang.sensing.readings.history import HistoryWriter
async def main(url, lake, number):
    async with Database(url, SystemClock(), size=2) as database:
        writer = HistoryWriter(Path(lake), UUID(int=int(number)))
        print("ready", flush=True)
        while True:
            if not await writer.copy(database, most=100):
                await asyncio.sleep(0.01)
asyncio.run(main(*sys.argv[1:]))
"""


@pytest.fixture
async def inlet(database: Database) -> AsyncIterator[Inlet]:
    async with Inlet(database) as opened:
        yield opened


@pytest.fixture
def writer(tmp_path: Path) -> HistoryWriter:
    return HistoryWriter(tmp_path / "lake", MINE, every=0)


async def put(inlet: Inlet, columns: Columns) -> None:
    await inlet.put(columns, source="test", received=datetime.now(UTC))


def stored(writer: HistoryWriter) -> list[tuple[int, int, float]]:
    table = writer.shelf.table()
    assert table is not None
    files = [pq.read_table(uri.removeprefix("file://"), partitioning=None) for uri in table.file_uris()]
    return sorted(
        (row["series"], int(row["time"].timestamp() * 1000), row["value"]) for one in files for row in one.to_pylist()
    )


async def test_what_was_put_is_in_the_lake_once(inlet: Inlet, database: Database, writer: HistoryWriter) -> None:
    sent = [of([1, SHARD_SIZE + 3, 2], [START + n, START + n, START + DAY + n], [n, n, n]) for n in range(5)]
    for one in sent:
        await put(inlet, one)
    assert await writer.copy(database, most=4) > 0
    await writer.catch_up(database)
    assert await writer.copy(database) == 0
    assert stored(writer) == sorted(
        (int(s), int(t), float(v)) for one in sent for s, t, v in zip(one.series, one.time, one.value, strict=True)
    )
    assert set(writer.shelf.parts()) == {("2026-11-01", 0), ("2026-11-01", 1), ("2026-11-02", 0)}


async def test_another_writer_waits_for_the_lease_and_then_goes_on(
    inlet: Inlet, database: Database, writer: HistoryWriter, clock: FixedClock, tmp_path: Path
) -> None:
    await put(inlet, of([1], [START], [1]))
    await writer.copy(database)
    await put(inlet, of([1], [START + 1], [2]))
    other = HistoryWriter(tmp_path / "lake", UUID(int=6))
    assert await other.copy(database) == 0
    clock.at += timedelta(minutes=2)
    assert await other.copy(database) == 1
    assert len(stored(other)) == 2


async def test_a_writer_killed_at_any_moment_loses_and_doubles_nothing(
    inlet: Inlet, database: Database, app_url: str, tmp_path: Path, clock: FixedClock
) -> None:
    lake, rng = tmp_path / "lake", np.random.default_rng(7)
    for n in range(60):
        await put(inlet, of(np.arange(20) + (n % 2) * SHARD_SIZE, np.full(20, START + n), np.full(20, float(n))))
    for number in range(3):
        running = subprocess.Popen(  # noqa: ASYNC220 - its first line is waited for in a thread
            [sys.executable, "-c", KILLED, app_url, str(lake), "9"], stdout=subprocess.PIPE
        )
        assert running.stdout
        await asyncio.to_thread(running.stdout.readline)
        await asyncio.sleep(0.1 + float(rng.uniform(0, 0.25)))
        os.kill(running.pid, signal.SIGKILL)
        running.communicate()
        await put(inlet, of([5], [START + 1000 + number], [1]))
    clock.at = datetime.now(UTC) + timedelta(hours=1)  # the dead holder's leases are over
    writer = HistoryWriter(lake, MINE)
    await writer.catch_up(database)
    rows = stored(writer)
    assert len(rows) == len(set(rows)) == 60 * 20 + 3


async def test_a_settled_day_has_one_ordered_file_without_doubles(
    inlet: Inlet, database: Database, writer: HistoryWriter
) -> None:
    for value in (1.0, 2.0):
        await put(inlet, of([7, 3, 7], [START, START, START + 1], [value] * 3))
        await writer.copy(database)
    assert await writer.settle(database) == [("2026-11-01", 0)]
    assert writer.shelf.parts() == {("2026-11-01", 0): 1}
    assert stored(writer) == [(3, START, 1.0), (7, START, 1.0), (7, START + 1, 1.0)]
    assert await writer.settle(database) == []
    assert writer.shelf.counts("2026-11-01") == {3: 1, 7: 2}
    await writer.tend(database, keep_days=1)
    assert writer.shelf.parts() == {}
    assert writer.shelf.counts("2026-11-01") == {3: 1, 7: 2}  # roll-ups stay


async def test_a_chart_of_any_span_tells_the_same_and_soon(
    inlet: Inlet, database: Database, writer: HistoryWriter
) -> None:
    minutes = np.arange(0, 100 * DAY, 600_000)
    minutes = minutes[minutes // DAY % 8 == 3]  # a device that reports every eighth day
    value = np.sin(minutes / DAY)
    await put(inlet, of(np.full(len(minutes), 9), START - 100 * DAY + minutes, value))
    await put(inlet, of(np.arange(500) + 100, np.full(500, START - DAY), np.zeros(500)))
    await writer.catch_up(database)
    await writer.settle(database)
    await put(inlet, of([9, 9], [START, START + 1], [5, -5]))  # still in the log only
    until = datetime.fromtimestamp(START / 1000, UTC) + timedelta(hours=1)
    for days, drawn in ((1, "readings"), (30, "hourly"), (99, "daily")):
        since = until - timedelta(days=days)
        taken = []
        for _ in range(3):
            begun = perf_counter()
            found = await chart(database, writer.shelf, 9, since, until, points=200)
            taken.append(perf_counter() - begun)
        assert min(taken) < 1.2  # 0.2 s on a machine of its own
        first = int(since.timestamp() * 1000)
        inside = np.r_[value[minutes + START - 100 * DAY >= first], 5, -5]
        assert found.drawn_from == drawn
        assert found.n.sum() == len(inside)
        assert (found.low.min(), found.high.max()) == (-5, 5)
        assert len(found.time) <= 200
        assert abs((found.mean * found.n).sum() - inside.sum()) < 1e-6
    with pytest.raises(Invalid):
        await chart(database, writer.shelf, 9, until, until)


async def test_the_latest_of_all_is_there_at_once_also_for_a_new_process(inlet: Inlet, database: Database) -> None:
    await put(inlet, of([1, 2, 1, SHARD_SIZE], [10, 10, 9, 5], [1.0, 2.0, 0.5, 7.0]))
    first = Latest()
    async with database.tx() as tx:
        assert await first.follow(tx) == 4
        assert await first.save(tx, everything=True) == 2
        await tx.count("DELETE FROM sensing.frame")
    await put(inlet, of([2, 2], [12, 11], [4.0, 3.0]))
    second = Latest()
    async with database.tx() as tx:
        await first.follow(tx)
        await second.follow(tx)
    for one in (first.all(), second.all()):
        assert list(zip(one.series, one.time, one.value, strict=True)) == [
            (1, 10, 1.0),
            (2, 12, 4.0),
            (SHARD_SIZE, 5, 7),
        ]
    asked = second.of_series(np.array([2, 3, 4]))
    assert list(asked.series) == [2]
    heard = second.heard(np.array([0, 8]), np.array([3, 4]))
    assert heard[0] == 12
    assert heard[1] < 0
