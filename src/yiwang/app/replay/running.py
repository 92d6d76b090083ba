"""One replay from beginning to end: read, settle in, drive, copy to the lake, count."""

import asyncio
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from yiwang.app.platform import Platform
from yiwang.app.replay import figures, pairs
from yiwang.app.replay.copying import lake_holds_all
from yiwang.app.replay.driving import REPLAYER, Run, drive
from yiwang.app.replay.mapping import Mapping
from yiwang.app.replay.progress import Progress, unseen
from yiwang.app.replay.rows import CityFile
from yiwang.app.replay.settling_in import Made, settle_in
from yiwang.app.wiring import at_once
from yiwang.cases.listens import TIMERS
from yiwang.db import Database
from yiwang.events import finding
from yiwang.events.books import Books

NOTES_SHOWN = 1000


async def replay(
    platform: Platform,
    file: CityFile,
    mapping: Mapping,
    *,
    as_of: datetime | None = None,
    known_pairs: Sequence[tuple[str, str]] | None = None,
    on_progress: Progress = unseen,
) -> dict[str, Any]:
    """Drive a file through the whole loop and return what it came to, as plain JSON values.

    Doing it again goes on where it stopped: a row is never driven twice.
    """
    database = platform.database
    on_progress("settling in", 0, 0)
    async with database.tx(origin="replay") as tx:
        made = await settle_in(tx, REPLAYER, mapping, file.requests, at=tx.at)
    books = await _books(database, platform, mapping)
    run = Run(_key(file, mapping), file, mapping, made, books, TIMERS, on_progress)
    database.at_once = at_once(books)
    try:
        await drive(database, run)
    finally:
        database.at_once = at_once(platform.books)
    on_progress("copying to the lake", 0, 0)
    await lake_holds_all(database, platform.lake_writer)
    moment = as_of or file.last_moment
    on_progress("counting", 0, 0)
    found = await asyncio.to_thread(_figures, platform, run.source, moment)
    return {
        "mapping": mapping.name,
        "as_of": moment.isoformat(),
        **found.all,
        **found.made,
        "by_unit": _named(made, found.by_unit),
        "duplicates": await _judged(database, run, known_pairs) if known_pairs is not None else None,
        "notes": [asdict(note) for note in file.notes[:NOTES_SHOWN]],
        "notes_total": len(file.notes),
    }


async def _books(database: Database, platform: Platform, mapping: Mapping) -> Books:
    """The city's own books: its matters, its map, and a calendar in its own time zone."""
    async with database.tx() as tx:
        return await Books.opened(
            tx, platform.books.keyring, home_code=mapping.prefix, zone=mapping.zone, rule=mapping.calendar
        )


def _key(file: CityFile, mapping: Mapping) -> str:
    return f"{mapping.name}:{file.sha256[:16]}:{mapping.fingerprint}"


def _figures(platform: Platform, source: str, moment: datetime) -> figures.Figures:
    with platform.open_lake() as lake:
        return figures.compute(lake, source, moment)


def _named(made: Made, by_unit: dict[str, dict[str, int]]) -> dict[str, dict[str, int]]:
    """The figures under the units' names as the file has them."""
    names = {str(unit): name for name, unit in made.units.items()}
    return {names[unit]: by_unit[unit] for unit in sorted(by_unit, key=lambda one: names[one])}


async def _judged(database: Database, run: Run, known: Sequence[tuple[str, str]]) -> dict[str, Any]:
    async with database.tx() as tx:
        rows = await finding.reports_of_source(tx, run.source)
    by_number = {request.number: request.id for request in run.file.requests}
    event_of = {by_number[int(row["key"])]: str(row["event_id"]) for row in rows}
    merged = {by_number[int(row["key"])] for row in rows if row["merged"]}
    return pairs.judge(list(known), event_of, merged).as_json
