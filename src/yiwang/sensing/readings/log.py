"""Reading the log: frames of a shard in order, by whoever holds the shard's lease for a purpose.

The cursor lives in the lease's row, and moves only with the holder's fencing number: what a holder writes in the same
transaction as `advance` is written exactly once, whoever takes over in between.
"""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from yiwang.base.errors import Conflict
from yiwang.db import Tx
from yiwang.sensing.readings import store
from yiwang.sensing.readings.model import Frame
from yiwang.sensing.readings.packing import series_of, unpack

TTL = timedelta(seconds=15)
KEPT = timedelta(hours=24)  # frames that everyone has read are kept so long, for a second look
MOST_READINGS, MOST_FRAMES = 1_000_000, 4_000


@dataclass(frozen=True)
class Lease:
    """The right to work on a shard for a purpose; `seq` is the last frame that was worked off."""

    purpose: str
    shard: int
    holder: UUID
    fence: int
    seq: int


async def acquire(tx: Tx, purpose: str, shard: int, holder: UUID, *, ttl: timedelta = TTL) -> Lease | None:
    """Take or prolong the lease of a shard; None while another holds it. `holder` is an id of the process's own."""
    row = await store.acquire(tx, purpose, shard, holder, tx.at, tx.at + ttl)
    return Lease(purpose, shard, holder, row["fence"], row["seq"]) if row else None


async def advance(tx: Tx, lease: Lease, seq: int) -> Lease:
    """Move the cursor in this transaction; `Conflict`, and nothing of it stays, when the lease is another's by now."""
    if not await store.advance(tx, lease.purpose, lease.shard, lease.fence, seq):
        raise Conflict("Another process has taken over this shard; its frames are read there.")
    return Lease(lease.purpose, lease.shard, lease.holder, lease.fence, seq)


def move(tx: Tx, lease: Lease, seq: int) -> Lease:
    """Move the cursor as `advance` does, with no trip of its own: the commit raises the `Conflict`."""

    def check(row: object | None) -> None:
        if row is None:
            raise Conflict("Another process has taken over this shard; its frames are read there.")

    store.move(tx, lease.purpose, lease.shard, lease.fence, seq, check)
    return replace(lease, seq=seq)


def release(tx: Tx, lease: Lease) -> None:
    """Let the next one in at once."""
    store.release(tx, lease.purpose, lease.shard, lease.fence, tx.at)


async def read(tx: Tx, shard: int, after: int, *, most: int = MOST_READINGS) -> list[Frame]:
    """Return the frames after number `after`, in order, about `most` readings together."""
    rows = await store.frames(tx, shard, after, most, MOST_FRAMES)
    return [_frame(shard, row) for row in rows]


async def read_many(tx: Tx, after: Mapping[int, int], *, most: int = MOST_READINGS) -> dict[int, list[Frame]]:
    """Return the frames of several shards, each after a number of its own, about `most` readings of each: one trip."""
    rows = await store.frames_of_many(tx, list(after), list(after.values()), most, MOST_FRAMES)
    found: dict[int, list[Frame]] = {}
    for row in rows:
        found.setdefault(row["shard"], []).append(_frame(row["shard"], row))
    return found


async def tail(tx: Tx, shard: int, after: int, index: int) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Return times (ms) and values of one series of a shard in the frames after number `after`, however many."""
    times, values = [np.empty(0, np.int64)], [np.empty(0, np.float64)]
    while rows := await store.frames(tx, shard, after, MOST_READINGS, MOST_FRAMES):
        for found in await asyncio.to_thread(_picked, rows, index):
            times.append(found[0])
            values.append(found[1])
        after = rows[-1]["seq"]
    return np.concatenate(times), np.concatenate(values)


async def shards(tx: Tx) -> dict[int, int]:
    """Return every shard with the number of its last frame."""
    return await store.shards(tx)


async def positions(tx: Tx, purpose: str) -> dict[int, int]:
    """Return how far a purpose has come in each shard."""
    return await store.positions(tx, purpose)


async def forget(tx: Tx, *, before: datetime | None = None) -> int:
    """Delete the frames that every reader has worked off and that are older than a day: a daily errand."""
    return await store.forget(tx, before or tx.at - KEPT)


def _picked(rows: Sequence[dict[str, Any]], index: int) -> list[tuple[NDArray[np.int64], NDArray[np.float64]]]:
    found = (series_of(row["payload"], index) for row in rows)
    return [one for one in found if len(one[0])]


def _frame(shard: int, row: dict[str, Any]) -> Frame:
    return replace(unpack(shard, row["seq"], row["payload"]), received=round(row["received"].timestamp() * 1000))
