"""Asking for readings: the latest of many devices in one call, a device's own, its chart; silent and noisy devices."""

import asyncio
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import numpy as np

from yiwang.access import Actor
from yiwang.base.errors import NotFound
from yiwang.db import Database, Tx
from yiwang.definitions import Kept
from yiwang.sensing.classes import ClassBook, kept
from yiwang.sensing.devices import Directory, devices_within
from yiwang.sensing.devices.listing import see
from yiwang.sensing.readings.charting import Chart, chart
from yiwang.sensing.readings.latest import Latest
from yiwang.sensing.readings.model import Columns
from yiwang.sensing.readings.shelf import Shelf

NOISY = 3.0  # times as many readings a day as the class's period gives


@dataclass
class Readings:
    """What one process holds of readings: the registry, the last values, the history's files."""

    shelf: Shelf
    directory: Directory = field(default_factory=Directory)
    latest: Latest = field(default_factory=Latest)
    classes: Kept[ClassBook] = field(default_factory=kept)
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)

    @classmethod
    def over(cls, data_dir: Path) -> "Readings":
        """Return what reads the lake under a data folder."""
        return cls(Shelf(data_dir / "lake"))

    async def fresh(self, tx: Tx) -> None:
        """Take in what came since the last time; those who ask at the same moment take turns."""
        async with self.turn:
            await self.directory.refresh(tx)
            await self.latest.follow(tx)


@dataclass(frozen=True)
class Last:
    """The last readings of devices, in columns: devices and metrics are places in `devices` and `metrics`."""

    devices: list[UUID]
    metrics: list[str]
    device: list[int]
    metric: list[int]
    columns: Columns


async def latest(tx: Tx, actor: Actor, readings: Readings, *, class_code: str | None = None) -> Last:
    """Return the last reading of every series in the actor's scope, in one call."""
    scope = actor.scope("devices.read")
    await readings.fresh(tx)
    allowed = None if scope.everything else set(await devices_within(tx, scope))
    chosen = [
        known
        for known in readings.directory
        if (class_code is None or known.class_code == class_code) and (allowed is None or known.id in allowed)
    ]
    metrics = sorted({metric for known in chosen for metric in known.metrics})
    place = {metric: at for at, metric in enumerate(metrics)}
    counts = np.array([len(known.metrics) for known in chosen], np.int64)
    firsts = np.array([known.first for known in chosen], np.int64)
    steps = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    series = np.repeat(firsts, counts) + steps
    found = readings.latest.of_series(series)
    order = np.argsort(series)
    at = order[np.searchsorted(series, found.series, sorter=order)] if len(found) else np.empty(0, np.int64)
    of_device = np.repeat(np.arange(len(chosen)), counts)
    of_metric = np.array([place[metric] for known in chosen for metric in known.metrics], np.int64)
    return Last([one.id for one in chosen], metrics, of_device[at].tolist(), of_metric[at].tolist(), found)


async def own_chart(
    database: Database,
    actor: Actor,
    readings: Readings,
    device_id: UUID,
    metric: str,
    since: datetime,
    until: datetime,
    *,
    points: int,
) -> Chart:
    """Return the chart of a device's metric over [since, until)."""
    async with database.tx() as tx:
        device = await see(tx, actor, device_id)
    if metric not in device.series:
        raise NotFound(f"This device has no metric {metric[:40]}: it has {', '.join(device.metrics)}.")
    return await chart(database, readings.shelf, device.series[metric], since, until, points=points)


async def noisy(tx: Tx, actor: Actor, readings: Readings, *, day: str, at: datetime) -> list[dict[str, Any]]:
    """Return the devices that sent far more readings in a UTC day than their class's period gives, noisiest first."""
    scope = actor.scope("devices.read")
    await readings.fresh(tx)
    allowed = None if scope.everything else set(await devices_within(tx, scope))
    await readings.classes.refresh(tx)
    book = await readings.classes.get(tx)
    counts = await asyncio.to_thread(readings.shelf.counts, day)
    found = []
    for known in readings.directory:
        kind = book.find(known.class_code, at)
        if kind is None or (allowed is not None and known.id not in allowed):
            continue
        sent = max((counts.get(known.first + step, 0) for step in range(len(known.metrics))), default=0)
        expected = max(1.0, timedelta(days=1).total_seconds() / kind.period_s)
        if sent > NOISY * expected:
            found.append({"device_id": known.id, "readings": sent, "expected": expected})
    return sorted(found, key=lambda one: -one["readings"] / one["expected"])


def moments(columns: Columns) -> list[datetime]:
    """Return the times of columns as moments."""
    return [datetime.fromtimestamp(ms / 1000, UTC) for ms in columns.time.tolist()]
