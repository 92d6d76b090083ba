"""Devices that say nothing: each shard's last readings against what the classes allow, as an alarm and as a status."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from yiwang.alarms.driving.shard import Shard
from yiwang.alarms.kernels.layout import NEVER, RAISED, RESOLVED
from yiwang.alarms.model.changes import OFFLINE, SILENT, Change, moment, raised_ms
from yiwang.db import Database
from yiwang.sensing.classes import ClassBook
from yiwang.sensing.devices import mark_online

_DAY = 86_400_000  # ms: what a device of an unknown class may be silent
_GRACE = 900_000  # ms after our own start in which devices may come back: they were not silent, we did not listen
EVERY, SOON = 5_000, 200  # ms between two looks, and where one left something over
MOST = 250  # devices of one look: the alarms of readings wait for the same transaction
SEVERITY = "blue"


def look(shard: Shard, book: ClassBook, now: int, started: int) -> list[Change]:
    """Return which devices went offline (`raised`) or came back (`resolved`); what is to be told waits for `tell`."""
    devices = shard.layout.devices
    shard.scanned = now
    gone = _gone(shard, now)
    if gone or not devices:
        return gone
    limits, grace = _limits(shard, book)
    heard = shard.heard()
    late = np.maximum(heard + limits, started + grace)
    silent = (heard == NEVER) | (now > late)
    online = (~silent).astype(np.int8)
    moved = np.flatnonzero(online != shard.online)
    if moved.size > MOST:
        moved, shard.scanned = moved[:MOST], now - EVERY + SOON
    shard.online[moved] = online[moved]
    found = []
    for place in moved.tolist():
        known = devices[place]
        seen = None if heard[place] == NEVER else moment(int(heard[place]))
        shard.untold.setdefault(bool(online[place]), {})[known.id] = seen
        shard.untold.get(not online[place], {}).pop(known.id, None)
        stands = (known.first, OFFLINE, SILENT) in shard.standing
        if silent[place] and not stands and heard[place] != NEVER and known.state == "in_service":
            at = int(heard[place] + limits[place])
            found.append(Change(known.first, OFFLINE, SILENT, SEVERITY, RAISED, at, float("nan")))
        elif not silent[place] and stands:
            # A reading that was kept back is older than the silence it ends.
            raised = raised_ms(shard.standing[known.first, OFFLINE, SILENT].id)
            at = max(int(heard[place]), raised)
            found.append(Change(known.first, OFFLINE, SILENT, SEVERITY, RESOLVED, at, float("nan")))
    return found


async def tell(database: Database, shards: Sequence[Shard]) -> None:
    """Tell the registry who is online, in transactions of their own: no alarm waits for the rows of devices.

    What is not told because we end is told by whoever takes the shard: it knows of no device and tells them all.
    """
    for shard in shards:
        told, shard.untold = shard.untold, {}
        for online, devices in told.items():
            async with database.tx() as tx:
                await mark_online(tx, list(devices), list(devices.values()), online)


def _gone(shard: Shard, now: int) -> list[Change]:
    """Return the end of what stands for devices that have been retired."""
    return [
        Change(series, OFFLINE, SILENT, SEVERITY, RESOLVED, now, float("nan"), "rule")
        for series, rule, _ in shard.standing
        if rule == OFFLINE and shard.layout.device_of(series) is None
    ]


def _limits(shard: Shard, book: ClassBook) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return what each device may be silent, and how long we wait for it after our own start, ms."""
    if shard.limits is not None and shard.limits[0] == (shard.version, id(book)):
        return shard.limits[1], shard.limits[2]
    of: dict[str, tuple[int, int]] = {}
    for known in shard.layout.devices:
        if known.class_code not in of:
            kind = book.last(known.class_code)
            limit = kind.offline_after_s * 1000 if kind else _DAY
            of[known.class_code] = limit, min(_GRACE, kind.period_s * 1500 if kind else _GRACE, limit)
    pairs = np.array([of[known.class_code] for known in shard.layout.devices], np.int64).reshape(-1, 2)
    shard.limits = (shard.version, id(book)), pairs[:, 0].copy(), pairs[:, 1].copy()
    return shard.limits[1], shard.limits[2]
