"""The log of frames: durable when put returns, in order without gaps, read by one holder at a time."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from uuid import UUID

import numpy as np
import pytest

from yiwang.base.clock import FixedClock
from yiwang.base.errors import Conflict, Invalid
from yiwang.db import Database
from yiwang.sensing.readings import SHARD_SIZE, Columns, log
from yiwang.sensing.readings.inlet import Inlet
from yiwang.sensing.readings.model import joined, of
from yiwang.sensing.readings.packing import by_shard, pack, unpack

pytestmark = [pytest.mark.anyio, pytest.mark.store]
ONE, OTHER = UUID(int=1), UUID(int=2)


@pytest.fixture
async def inlet(database: Database) -> AsyncIterator[Inlet]:
    async with Inlet(database) as opened:
        yield opened


def same(left: Columns, right: Columns) -> bool:
    return all(
        np.array_equal(getattr(left, name), getattr(right, name)) for name in ("series", "time", "value", "quality")
    )


async def put(inlet: Inlet, clock: FixedClock, columns: Columns) -> None:
    await inlet.put(columns, source="test", received=clock.now())


def test_a_frame_comes_back_as_it_was_packed() -> None:
    odd = of([5, 5, 65_535], [10**12, -5, 10**15], [float("inf"), -0.0, 21.37], [0, 3, 255])
    assert same(unpack(0, 1, pack(odd)).columns, odd)
    plain = of([3 + SHARD_SIZE], [7], [1.5])
    assert same(unpack(1, 1, pack(plain)).columns, plain)
    with pytest.raises(Invalid):
        unpack(0, 1, b"\x09no frame")


def test_readings_are_split_by_shard_in_the_order_they_came() -> None:
    many = of([SHARD_SIZE + 1, 4, SHARD_SIZE + 1, 2], [1, 2, 3, 4], [1, 2, 3, 4])
    found = by_shard(many)
    assert [(shard, list(part.time)) for shard, part in found] == [(0, [2, 4]), (1, [1, 3])]


async def test_what_was_put_is_there_by_shard_without_gaps(inlet: Inlet, database: Database, clock: FixedClock) -> None:
    sent = [of([n, n + SHARD_SIZE], [n, n], [n / 10, n / 10]) for n in range(200)]
    await asyncio.gather(*(put(inlet, clock, one) for one in sent))
    assert inlet.transactions < 20  # many callers, few commits
    async with database.tx() as tx:
        last = await log.shards(tx)
        frames = {shard: await log.read(tx, shard, 0) for shard in last}
    for shard in (0, 1):
        assert [frame.seq for frame in frames[shard]] == list(range(1, last[shard] + 1))
        whole = joined([frame.columns for frame in frames[shard]])
        assert sorted(whole.series - shard * SHARD_SIZE) == list(range(200))


async def test_the_tail_of_a_series_is_whole_however_much_there_is(
    inlet: Inlet, database: Database, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(log, "MOST_FRAMES", 2)
    for number in range(5):
        await put(inlet, clock, of([7, 8, 7], [number, number, number + 100], [number, -1, number / 2]))
    async with database.tx() as tx:
        times, values = await log.tail(tx, 0, 1, 7)
        assert times.tolist() == [1, 101, 2, 102, 3, 103, 4, 104]
        assert values.tolist() == [1, 0.5, 2, 1, 3, 1.5, 4, 2]
        assert (await log.tail(tx, 0, 0, 9))[0].size == 0


async def test_a_read_holds_about_as_many_readings_as_asked(
    inlet: Inlet, database: Database, clock: FixedClock
) -> None:
    for start in range(5):
        await put(inlet, clock, of(np.arange(100), np.full(100, start), np.zeros(100)))
    async with database.tx() as tx:
        assert [frame.seq for frame in await log.read(tx, 0, 1, most=150)] == [2, 3]
        assert [len(frame) for frame in await log.read(tx, 0, 4, most=1)] == [100]
        assert await log.read(tx, 0, 5) == []


async def test_a_lease_is_held_by_one_and_the_old_holder_moves_nothing(database: Database, clock: FixedClock) -> None:
    async with database.tx() as tx:
        mine = await log.acquire(tx, "alarms", 0, ONE)
        assert mine
        assert await log.acquire(tx, "alarms", 0, OTHER) is None
        assert await log.acquire(tx, "history", 0, OTHER) is not None
        assert await log.advance(tx, mine, 4)
    clock.at += timedelta(seconds=20)
    async with database.tx() as tx:
        theirs = await log.acquire(tx, "alarms", 0, OTHER)
        assert theirs
        assert (theirs.seq, theirs.fence) == (4, mine.fence + 1)
    with pytest.raises(Conflict):
        async with database.tx() as tx:
            await log.advance(tx, mine, 5)
    async with database.tx() as tx:
        log.release(tx, await log.advance(tx, theirs, 6))
    async with database.tx() as tx:
        back = await log.acquire(tx, "alarms", 0, ONE)
        assert back
        assert back.seq == 6


async def test_frames_are_forgotten_when_everyone_has_read_them(
    inlet: Inlet, database: Database, clock: FixedClock
) -> None:
    for _ in range(3):
        await put(inlet, clock, of([1], [1], [1]))
    async with database.tx() as tx:
        for purpose, seq in (("alarms", 3), ("history", 2)):
            lease = await log.acquire(tx, purpose, 0, ONE)
            assert lease
            await log.advance(tx, lease, seq)
    async with database.tx() as tx:
        assert await log.forget(tx) == 0  # too young
        assert await log.forget(tx, before=clock.now() + timedelta(seconds=1)) == 2
        assert [frame.seq for frame in await log.read(tx, 0, 0)] == [3]


async def test_a_flood_of_strangers_is_counted_and_little_of_it_kept(
    inlet: Inlet, database: Database, clock: FixedClock
) -> None:
    at = clock.now()
    await asyncio.gather(*(inlet.quarantine("hj212", "X\0Y", b"raw", "unknown device", at) for _ in range(50)))
    async with database.tx() as tx:
        stranger = await tx.row("SELECT external_id, messages, state FROM sensing.stranger")
        kept = await tx.value("SELECT count(*) FROM sensing.quarantine WHERE raw = %s", (b"raw",))
    assert stranger == {"external_id": "XY", "messages": 50, "state": "waiting"}
    assert 1 <= kept <= 12


async def test_a_reading_without_a_series_is_refused(inlet: Inlet, clock: FixedClock) -> None:
    with pytest.raises(Invalid):
        await put(inlet, clock, of([-1], [1], [1]))
