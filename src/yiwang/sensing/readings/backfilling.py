"""Backfill: a file of old readings goes in as a whole, or with any problem nothing of it unless one asks otherwise.

Set by set: the devices of a file are looked up in one statement. What goes in is marked as sent in later (quality 5),
so that no rule raises an alarm of last week's values.
"""

import asyncio
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo
from pathlib import Path

import numpy as np

from yiwang import access
from yiwang.access import Actor
from yiwang.base.errors import Invalid
from yiwang.base.ids import uuid7
from yiwang.db import Database
from yiwang.sensing.classes.model import ROOM
from yiwang.sensing.devices import known_by_code
from yiwang.sensing.readings.inlet import Inlet
from yiwang.sensing.readings.model import Columns
from yiwang.sensing.readings.tables import MOST_TOLD, RowProblem, Sheet, placed, read_sheet

SOURCE = "backfill"
AT_ONCE = 200_000  # readings of one put
PIECE = 32 << 20  # bytes of a file that are read at once


@dataclass
class FillReport:
    """What a backfill did, or would do. `problems` names up to 1,000 of the `wrong` rows."""

    rows: int = 0
    readings: int = 0
    wrong: int = 0
    problems: list[RowProblem] = field(default_factory=list)
    devices: int = 0
    first: datetime | None = None
    last: datetime | None = None
    written: bool = False


async def fill(
    database: Database,
    actor: Actor,
    inlet: Inlet,
    data: bytes,
    *,
    zone: tzinfo,
    at: datetime,
    dry_run: bool = False,
    skip_wrong: bool = False,
) -> FillReport:
    """Take in one CSV that is in memory."""
    return await fill_pieces(database, actor, inlet, [data], zone=zone, at=at, dry_run=dry_run, skip_wrong=skip_wrong)


async def fill_pieces(
    database: Database,
    actor: Actor,
    inlet: Inlet,
    pieces: Iterable[bytes],
    *,
    zone: tzinfo,
    at: datetime,
    dry_run: bool = False,
    skip_wrong: bool = False,
) -> FillReport:
    """Take in a CSV piece by piece, walked twice: all is read and judged before the first reading is written."""
    scope = actor.scope("readings.import")
    report = FillReport()
    heard: set[int] = set()
    for piece in pieces:
        sheet, columns = await _read(database, scope, piece, zone, at, report.rows + 1)
        _add(report, sheet, columns)
        heard.update(np.unique(columns.series // ROOM).tolist())  # a device's series are given in eights
    report.devices = len(heard)
    if dry_run or not report.readings or (report.wrong and not skip_wrong):
        return report
    row = 1
    for piece in pieces:
        sheet, columns = await _read(database, scope, piece, zone, at, row)
        row += sheet.rows
        for begin in range(0, len(columns), AT_ONCE):
            await inlet.put(columns.take(slice(begin, begin + AT_ONCE)), source=SOURCE, received=at)
    report.written = True
    async with database.tx() as tx:
        detail = {"readings": report.readings, "rows": report.rows, "wrong": report.wrong}
        access.audit(tx, actor, "readings.import", "readings", uuid7(tx.at), at, detail)
    return report


async def _read(
    database: Database, scope: access.Scope, piece: bytes, zone: tzinfo, at: datetime, first_row: int
) -> tuple[Sheet, Columns]:
    sheet = await asyncio.to_thread(read_sheet, piece, zone, int(at.timestamp() * 1000), first_row)
    async with database.tx() as tx:
        known = await known_by_code(tx, scope, sheet.devices)

    def series_of(device: str, metric: str) -> int | str:
        one = known.get(device)
        if one is None:
            return f"There is no device {device[:40]!r} in your part of the city."
        found = one.series(metric)
        return found if found is not None else f"Devices of class {one.class_code} have no metric {metric[:40]!r}."

    return sheet, await asyncio.to_thread(placed, sheet, series_of)


def _add(report: FillReport, sheet: Sheet, columns: Columns) -> None:
    report.rows += sheet.rows
    report.readings += len(columns)
    report.wrong += sheet.wrong
    report.problems = sorted([*report.problems, *sheet.problems][:MOST_TOLD], key=lambda one: one.row)
    if len(columns):
        first, last = (datetime.fromtimestamp(int(ms) / 1000, UTC) for ms in (columns.time.min(), columns.time.max()))
        report.first = min(report.first or first, first)
        report.last = max(report.last or last, last)


@dataclass(frozen=True)
class Pieces:
    """A file of any size, as CSVs of some 32 MiB with the heading of the whole; each walk reads it anew."""

    path: Path
    size: int = PIECE

    def __iter__(self) -> Iterator[bytes]:
        with self.path.open("rb") as file:
            head = file.readline()
            if not head.strip():
                raise Invalid("file", "The file is empty.")
            while lines := file.readlines(self.size):
                yield head + b"".join(lines)
