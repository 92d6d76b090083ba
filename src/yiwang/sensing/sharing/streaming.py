"""The streamer: reads the log behind each stream's cursor, sends what fits its filter, and only then moves the cursor.

A reading goes out at least once: a killed streamer sends again what it had not noted. The log forgets no frame that a
stream has still to read.
"""

import asyncio
import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID, uuid5

import httpx
import numpy as np
import structlog

from yiwang import access
from yiwang.access import Keyring, platform_actor
from yiwang.access.keys import list_keys
from yiwang.access.watch.metering import Meter
from yiwang.base.errors import Conflict
from yiwang.base.ids import uuid7
from yiwang.db import Database, Tx
from yiwang.notices.carriers.webhook import webhook_client
from yiwang.sensing.devices import Directory, devices_within
from yiwang.sensing.readings import log as frames_log
from yiwang.sensing.readings.model import Columns, Frame, joined
from yiwang.sensing.sharing import carrying, store
from yiwang.sensing.sharing.carrying import Undelivered
from yiwang.sensing.sharing.model import DATA_SET, MOST_FAILURES, MOST_READINGS, Share, message_of, pause_after

EVERY = 1.0  # seconds
LEASE = timedelta(seconds=120)  # longer than a batch may take
MOST_AT_ONCE = 10_000  # readings of one shard before the cursor moves
STREAMER = platform_actor("streamer")
log = structlog.get_logger()


@dataclass(frozen=True)
class _Names:
    """Whose series is whose: ids of devices and metrics by series, and which series a stream is about."""

    wanted: np.ndarray
    device: list[UUID | None]
    metric: list[str]


class Streamer:
    """One for a worker; several share the work by the leases of the log. `near` are hosts reached without TLS."""

    def __init__(self, database: Database, keyring: Keyring, near: Collection[str] = frozenset()) -> None:
        self._database, self._keyring, self._near = database, keyring, near
        self._holder = uuid7(database.clock.now())
        self._directory = Directory()
        self._names: dict[UUID, tuple[int, _Names]] = {}
        self._meter = Meter()

    async def run(self) -> None:
        """Go on until cancelled."""
        async with webhook_client() as http:
            while True:
                await self.round(http)
                await asyncio.sleep(EVERY)

    async def round(self, http: httpx.AsyncClient) -> int:
        """Bring every stream as far as it goes now; return how many readings were sent."""
        async with self._database.tx() as tx:
            await self._directory.refresh(tx)
            shares = await store.active(tx, tx.at)
            last = await frames_log.shards(tx)
            positions = {share.id: await frames_log.positions(tx, share.purpose) for share in shares}
            open_keys = (
                {row["id"] for row in await list_keys(tx, STREAMER) if row["ended"] is None} if shares else set()
            )
        sent = 0
        for share in shares:
            if share.key_id not in open_keys:
                await self._give_up(share, "The key of this stream has ended.")
                continue
            for shard, seq in last.items():
                if positions[share.id].get(shard, 0) < seq:
                    sent += await self._shard(http, share, shard)
        if self._meter.counts:
            self._meter.networks.clear()  # it went out: nobody came from anywhere
            await self._meter.flush(self._database)
        return sent

    async def _shard(self, http: httpx.AsyncClient, share: Share, shard: int) -> int:
        """Send what a shard got since the cursor, a batch at a time, until it is at the end or something fails."""
        sent = 0
        while True:
            async with self._database.tx() as tx:
                lease = await frames_log.acquire(tx, share.purpose, shard, self._holder, ttl=LEASE)
                frames = await frames_log.read(tx, shard, lease.seq, most=MOST_AT_ONCE) if lease else []
                if lease and not frames:
                    frames_log.release(tx, lease)
                names = await self._named(tx, share)
                held = json.loads(await access.unseal_for(tx, self._keyring, share.id, share.sealed)) if frames else {}
            if lease is None or not frames:
                return sent
            batch, count = _messages(share, frames, names)
            try:
                begun = asyncio.get_running_loop().time()
                size = await self._carry(http, share, held, batch)
                spent = asyncio.get_running_loop().time() - begun
            except Undelivered as why:
                await self._put_off(share, str(why), wanted=why.wanted)
                return sent
            try:
                async with self._database.tx() as tx:
                    await frames_log.advance(tx, lease, frames[-1].seq)
                    if batch:
                        store.sent(tx, share.id, count, len(batch))
            except Conflict:
                return sent  # another worker has taken over; it sends these once more
            for _ in batch:
                moment = self._database.clock.now()
                self._meter.note((share.key_id, "key"), DATA_SET, moment, 200, size // len(batch), spent, None)
            sent += count

    async def _carry(self, http: httpx.AsyncClient, share: Share, held: dict[str, str], batch: carrying.Batch) -> int:
        if not batch:
            return 0
        if share.way == "webhook":
            return await carrying.by_webhook(share, held, batch, http, self._database.clock, self._near)
        return await carrying.by_mqtt(share, held, batch, self._near)

    async def _put_off(self, share: Share, reason: str, *, wanted: bool) -> None:
        log.warning("a stream is not taken", share=str(share.id), reason=reason)
        async with self._database.tx() as tx:
            if wanted and share.failures + 1 < MOST_FAILURES:
                store.failed(tx, share.id, reason, tx.at + pause_after(share.failures + 1))
                return
        await self._give_up(share, reason)

    async def _give_up(self, share: Share, reason: str) -> None:
        """Pause a stream and let the log go on without it."""
        async with self._database.tx() as tx:
            if await store.set_state(tx, share.id, "paused", ("active",), reason):
                store.forget_cursors(tx, share.purpose)

    async def _named(self, tx: Tx, share: Share) -> _Names:
        known = self._names.get(share.id)
        if known and known[0] == self._directory.edition:
            return known[1]
        inside = None
        if share.jurisdiction_id:
            scope = access.Scope("share", False, (access.Grant("share", share.jurisdiction_id, None),))
            inside = set(await devices_within(tx, scope))
        size = len(self._directory.known_series())
        names = _Names(np.zeros(size, np.bool_), [None] * size, [""] * size)
        for one in self._directory:
            if (
                (share.class_codes and one.class_code not in share.class_codes)
                or (share.device_ids and one.id not in share.device_ids)
                or (inside is not None and one.id not in inside)
            ):
                continue
            for place, metric in enumerate(one.metrics):
                if not share.metrics or metric in share.metrics:
                    series = one.first + place
                    names.wanted[series], names.device[series], names.metric[series] = True, one.id, metric
        self._names[share.id] = (self._directory.edition, names)
        return names


def _messages(share: Share, frames: list[Frame], names: _Names) -> tuple[list[tuple[UUID, dict[str, object]]], int]:
    """Return the messages of some frames, each with an id that follows from them, and how many readings they hold."""
    columns = joined([frame.columns for frame in frames])
    known = columns.series < len(names.wanted)
    chosen: Columns = columns.take(known)
    chosen = chosen.take(names.wanted[chosen.series])
    found: list[tuple[UUID, dict[str, object]]] = []
    for begin in range(0, len(chosen), MOST_READINGS):
        part = chosen.take(slice(begin, begin + MOST_READINGS))
        series = part.series.tolist()
        rows = {
            "device": [str(names.device[one]) for one in series],
            "metric": [names.metric[one] for one in series],
            "t": part.time.tolist(),
            "v": part.value.tolist(),
            "q": part.quality.tolist(),
        }
        name = f"{frames[0].shard}/{frames[0].seq}-{frames[-1].seq}/{begin}"
        found.append((uuid5(share.id, name), message_of(share, rows)))
    return found, len(chosen)
