"""The last reading of every series: a snapshot in the database and the log's tail, held in memory by whoever asks."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from yiwang.db import Tx
from yiwang.sensing.readings import kernels, log, store
from yiwang.sensing.readings.model import SHARD_SIZE, Columns, Frame, of

NEVER = np.iinfo(np.int64).min
_SAVE_AFTER = 200  # frames of a shard between two snapshots


@dataclass
class _Shard:
    """The last readings of a shard's series, as of a frame; `time` is `NEVER` where nothing came."""

    seq: int
    saved: int
    time: NDArray[np.int64]
    value: NDArray[np.float64]
    quality: NDArray[np.uint8]

    @classmethod
    def empty(cls) -> Self:
        return cls(0, 0, np.full(SHARD_SIZE, NEVER, np.int64), np.zeros(SHARD_SIZE), np.zeros(SHARD_SIZE, np.uint8))

    def take(self, frame: Frame) -> None:
        kernels.take_latest(self.time, self.value, self.quality, frame.index, frame.time, frame.value, frame.quality)
        self.seq = frame.seq


class Latest:
    """The latest values as of the last `follow`. One for a process; the history's worker also saves it."""

    def __init__(self) -> None:
        self._shards: dict[int, _Shard] = {}

    async def follow(self, tx: Tx) -> int:
        """Take in what the log got since; return how many readings that were."""
        last = await log.shards(tx)
        if last.keys() - self._shards.keys():
            await self._load(tx)
        taken = 0
        for shard, seq in last.items():
            held = self._shards.setdefault(shard, _Shard.empty())
            while held.seq < seq:
                frames = await log.read(tx, shard, held.seq)
                if not frames:
                    held.seq = seq  # forgotten already: the snapshot is all there is
                for frame in frames:
                    held.take(frame)
                    taken += len(frame)
        return taken

    async def _load(self, tx: Tx) -> None:
        for row in await store.latest(tx):
            held = self._shards.get(row["shard"])
            if held is None or held.seq < row["seq"]:
                self._shards[row["shard"]] = _unpacked(row["seq"], row["packed"])

    async def save(self, tx: Tx, *, everything: bool = False) -> int:
        """Write a snapshot of the shards that moved on by many frames; return of how many."""
        saved = 0
        for shard, held in self._shards.items():
            if held.seq - held.saved >= (1 if everything else _SAVE_AFTER):
                store.keep_latest(tx, shard, held.seq, _packed(held))
                held.saved = held.seq
                saved += 1
        return saved

    def of_series(self, series: NDArray[np.int64]) -> Columns:
        """Return the last readings of these series, without those that never spoke."""
        times = np.full(len(series), NEVER, np.int64)
        values, grades = np.zeros(len(series)), np.zeros(len(series), np.uint8)
        shards = series // SHARD_SIZE
        for shard in np.unique(shards):
            held = self._shards.get(int(shard))
            if held:
                here = shards == shard
                index = series[here] % SHARD_SIZE
                times[here], values[here], grades[here] = held.time[index], held.value[index], held.quality[index]
        return Columns(series, times, values, grades).take(times != NEVER)

    def all(self) -> Columns:
        """Return the last reading of every series that ever spoke."""
        parts = []
        for shard, held in sorted(self._shards.items()):
            index = np.flatnonzero(held.time != NEVER)
            parts.append(Columns(index + shard * SHARD_SIZE, held.time[index], held.value[index], held.quality[index]))
        return _joined(parts)

    def heard(self, firsts: NDArray[np.int64], counts: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return when each device was last heard, ms (`NEVER`): its series are `counts` from `firsts` on."""
        found = np.full(len(firsts), NEVER, np.int64)
        for step in range(int(counts.max(initial=0))):
            there = counts > step
            series = firsts[there] + step
            times = np.full(len(series), NEVER, np.int64)
            for shard in np.unique(series // SHARD_SIZE):
                held = self._shards.get(int(shard))
                if held:
                    here = series // SHARD_SIZE == shard
                    times[here] = held.time[series[here] % SHARD_SIZE]
            found[there] = np.maximum(found[there], times)
        return found


def _joined(parts: list[Columns]) -> Columns:
    if not parts:
        return of([], [], [])
    return Columns(*(np.concatenate([getattr(part, name) for part in parts]) for name in Columns.__dataclass_fields__))


def _packed(held: _Shard) -> bytes:
    from pyarrow import compress  # noqa: PLC0415 - heavy

    body = held.time.astype("<i8").tobytes() + held.value.astype("<f8").tobytes() + held.quality.tobytes()
    packed: bytes = compress(body, codec="zstd", asbytes=True)
    return packed


def _unpacked(seq: int, packed: bytes) -> _Shard:
    from pyarrow import decompress  # noqa: PLC0415

    body: bytes = decompress(packed, decompressed_size=17 * SHARD_SIZE, codec="zstd", asbytes=True)
    time = np.frombuffer(body, "<i8", SHARD_SIZE).astype(np.int64)
    value = np.frombuffer(body, "<f8", SHARD_SIZE, 8 * SHARD_SIZE).astype(np.float64)
    quality = np.frombuffer(body, np.uint8, SHARD_SIZE, 16 * SHARD_SIZE).copy()
    return _Shard(seq, seq, time, value, quality)
