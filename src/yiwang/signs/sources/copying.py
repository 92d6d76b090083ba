"""Copying into the lake what no fact tells: registry and latest readings, counts, places of events, patrols, audit."""

from __future__ import annotations

import io
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import numpy as np

from yiwang import places
from yiwang.base.later import later
from yiwang.command import kernels
from yiwang.db import Database, Tx
from yiwang.definitions import Kept
from yiwang.lake import keep_copy
from yiwang.places import Locators
from yiwang.sensing import classes
from yiwang.sensing.classes import ClassBook
from yiwang.sensing.readings.latest import Latest
from yiwang.signs.pacing import in_turn
from yiwang.signs.sources import store
from yiwang.signs.sources.model import COPIES, EVENTS_DAYS, FRESH_S, LOOKS, LOOKS_DAYS, METRICS, WALKS_DAYS, Columns

if TYPE_CHECKING:
    import pyarrow as pa
    import pyarrow.compute as pc
    from pyarrow import csv
else:
    pa, pc, csv = later("pyarrow"), later("pyarrow.compute"), later("pyarrow.csv")


def schema(columns: Columns) -> pa.Schema:
    """Return the Arrow schema of a copy."""
    kinds = {
        "text": pa.string(),
        "number": pa.float64(),
        "whole": pa.int64(),
        "flag": pa.bool_(),
        "moment": pa.timestamp("us", "UTC"),
        "day": pa.date32(),
    }
    return pa.schema([(name, kinds[kind]) for name, kind in columns.items()])


@dataclass
class Copier:
    """What one worker holds to copy: the latest readings and the classes are read on from where they were."""

    lake: Path
    zone: ZoneInfo
    latest: Latest = field(default_factory=Latest)
    book: Kept[ClassBook] = field(default_factory=classes.kept)
    locators: Locators = field(default_factory=places.Locators)
    _last: datetime | None = None

    async def copy(self, database: Database, *, force: bool = False) -> bool:
        """Make all copies as of now, unless that was done a moment ago; return whether it was done."""
        at = database.clock.now()
        if not force and self._last and timedelta(0) <= at - self._last < timedelta(seconds=FRESH_S):
            return False
        async with database.tx() as tx:
            params = await self._params(tx, at)
            for name in store.SQL:
                data = b"".join([piece async for piece in store.copied(tx, name, params)])
                await in_turn(self._keep, name, data, at)
            await self.latest.follow(tx)
            await in_turn(self._keep_latest, at)
            await self._keep_walks(tx, at)
        self._last = at
        return True

    async def _params(self, tx: Tx, at: datetime) -> dict[str, Any]:
        await self.book.refresh(tx)
        book = (await self.book.get(tx)).in_force(at)
        bodies = [version.body for version in book]
        metrics = [(body, one) for body in bodies for one in body.metrics if one.code in METRICS.get(body.code, ())]
        return {
            "home": await store.home(tx),
            "zone": self.zone.key,
            "events": at - timedelta(days=EVENTS_DAYS),
            "looks": at - timedelta(days=LOOKS_DAYS),
            "steps": at - timedelta(days=8),
            "actions": list(LOOKS),
            "codes": [body.code for body in bodies],
            "every": [body.maintenance_days for body in bodies],
            "lifetimes": [body.lifetime_years for body in bodies],
            "shared": [bool(body.shared_to) for body in bodies],
            "used": [bool(body.scene) for body in bodies],
            "of": [body.code for body, _ in metrics],
            "metrics": [one.code for _, one in metrics],
            "lows": [one.normal_low for _, one in metrics],
            "highs": [one.normal_high for _, one in metrics],
            "lasts": [body.offline_after_s for body, _ in metrics],
        }

    def _keep(self, name: str, data: bytes, at: datetime) -> None:
        keep_copy(self.lake, name, read_csv(data, COPIES[name]), at)

    def _keep_latest(self, at: datetime) -> None:
        last = self.latest.all()
        stamps = pa.array(last.time * 1000, pa.timestamp("us", "UTC"))
        columns = [last.series, stamps, last.value, last.quality.astype(np.int64)]
        keep_copy(self.lake, "latest", pa.table(columns, schema=schema(COPIES["latest"])), at)

    async def _keep_walks(self, tx: Tx, at: datetime) -> None:
        rows = await store.walks(tx, at - timedelta(days=WALKS_DAYS))
        locator = await self.locators.at(tx, at)
        found = await in_turn(_walked, rows, locator, self.zone)
        keep_copy(self.lake, "walks", found, at)


def read_csv(data: bytes, columns: Columns) -> pa.Table:
    """Return what PostgreSQL wrote as a table of these columns."""
    wanted = schema(columns)
    if not data:
        return wanted.empty_table()
    read = {one.name: pa.int64() if pa.types.is_timestamp(one.type) else one.type for one in wanted}
    table = csv.read_csv(
        io.BytesIO(data),
        read_options=csv.ReadOptions(column_names=list(columns)),
        convert_options=csv.ConvertOptions(
            column_types=read, true_values=["t"], false_values=["f"], strings_can_be_null=True, null_values=[""]
        ),
    )
    return table.cast(wanted)


def _walked(rows: list[dict[str, Any]], locator: places.Locator, zone: ZoneInfo) -> pa.Table:
    """Return how many points of patrols lie in which lowest jurisdiction on which day."""
    counted: Counter[tuple[Any, str]] = Counter()
    for row in rows:
        _, lon, lat = kernels.unpacked(bytes(row["packed"]))
        found = locator.locate_many(lon, lat)
        day = row["first_at"].astimezone(zone).date()
        for place, points in zip(*np.unique(found.jurisdiction, return_counts=True), strict=True):
            if place >= 0:
                counted[day, str(found.ids[place])] += int(points)
    keys = list(counted)
    columns = [[key[0] for key in keys], [key[1] for key in keys], [counted[key] for key in keys]]
    wanted = schema(COPIES["walks"])
    return pa.table([pa.array(one, kind.type) for one, kind in zip(columns, wanted, strict=True)], schema=wanted)
