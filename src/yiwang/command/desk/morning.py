"""The morning report 早报: the last day and night until 08:00, as the officer who leaves hands it in. Figures only."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from yiwang.access import Actor
from yiwang.base.errors import Invalid
from yiwang.cases.model import Case
from yiwang.cases.views import queueing
from yiwang.command import logbook
from yiwang.command.desk.queueing import page
from yiwang.db import Tx
from yiwang.events.books import Books

AT = time(8)
FIGURES = ("came", "closed", "on_time", "open", "overdue", "urgent")
MOST = 20


@dataclass(frozen=True)
class Line:
    """One row of a table: a name, and its figures in the order of `FIGURES`."""

    name: str
    figures: tuple[int, ...]


@dataclass(frozen=True)
class Morning:
    """All the report says. `start` and `end` are in the platform's zone."""

    title: str
    start: datetime
    end: datetime
    total: Line
    streets: Sequence[Line]
    matters: Sequence[Line]
    pressing: Sequence[Case]
    log: Sequence[Mapping[str, Any]]
    mark: str


async def gathered(
    tx: Tx, actor: Actor, day: date | None, *, books: Books, title: str, zone: ZoneInfo, at: datetime
) -> Morning:
    """Return the report of the 24 hours that end on `day` at 08:00 (today's by default; before 08:00, yesterday's)."""
    start, end = span_of(day, at.astimezone(zone))
    rows = await queueing.day(tx, actor, start, end)
    locator = await books.locators.at(tx, at)

    def street(row: Mapping[str, Any]) -> str:
        chain = [locator.nodes[one] for one in locator.chain(row["jurisdiction_id"])]
        found = next((node for node in chain if node.level == "street"), chain[0] if chain else None)
        return found.name if found else "未定位"

    def matter(row: Mapping[str, Any]) -> str:
        found: UUID = row["matter_id"]
        return books.catalogue.by_id(found).name

    urgent = await page(tx, actor, queueing.URGENT, at=at, limit=MOST)
    overdue = await page(tx, actor, "overdue", at=at, limit=MOST)
    pressing = {case.id: case for case in (*urgent.items, *overdue.items)}
    return Morning(
        title=title,
        start=start,
        end=end,
        total=_sum("合计", rows),
        streets=_lines(rows, street),
        matters=_lines(rows, matter)[:10],
        pressing=list(pressing.values())[:MOST],
        log=await _log(tx, actor, start, end),
        mark=f"{actor.name} {at.astimezone(zone):%Y-%m-%d %H:%M:%S}",
    )


def span_of(day: date | None, now: datetime) -> tuple[datetime, datetime]:
    """Return the 24 hours up to 08:00 of a day that is not still to come; `now` in the platform's zone."""
    latest = now.date() if now.time() >= AT else now.date() - timedelta(days=1)
    if day is not None and day > latest:
        raise Invalid("day", f"The report of {day} is ready at 08:00 of that day; the latest is of {latest}.")
    end = datetime.combine(day or latest, AT, now.tzinfo)
    return end - timedelta(days=1), end


async def _log(tx: Tx, actor: Actor, start: datetime, end: datetime) -> list[dict[str, Any]]:
    """Return what the shift log holds of the time, oldest first; who called stays out of it."""
    if not actor.may("duty.log"):
        return []
    found, _ = await logbook.page(tx, actor, limit=100)
    return [row for row in reversed(found) if start <= row["at"] < end]


def _lines(rows: Sequence[Mapping[str, Any]], name_of: Callable[[Mapping[str, Any]], str]) -> list[Line]:
    by_name: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for row in rows:
        by_name[name_of(row)].append(row)
    lines = [_sum(name, alike) for name, alike in by_name.items()]
    return sorted(lines, key=lambda line: (-line.figures[0], -line.figures[3], line.name))


def _sum(name: str, rows: Sequence[Mapping[str, Any]]) -> Line:
    return Line(name, tuple(sum(row[figure] for row in rows) for figure in FIGURES))
