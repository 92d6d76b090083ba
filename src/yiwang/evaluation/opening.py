"""Figures that are not for the desk: one's own unit's on the phone, and those open to every resident."""

import asyncio
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from uuid import UUID

from yiwang.access import Actor, platform_actor
from yiwang.db import Tx
from yiwang.evaluation import asking
from yiwang.evaluation.asking import Question, Sources
from yiwang.evaluation.model import Figures, Row

# Counts and rates that concern whoever lives there; who did what stays inside.
OPEN = ("filed", "closed", "closing_rate", "timely_closing_rate", "mean_handling_hours")
OPEN_DAYS = 30
FRESH = timedelta(minutes=10)
EVERYONE = platform_actor("open figures")


async def own(tx: Tx, actor: Actor, start: datetime, end: datetime, *, sources: Sources, at: datetime) -> Figures:
    """Return the figures of the units within one's own scope over [start, end)."""
    question = Question("unit", start, end)
    return await asking.figures(tx, actor, question, sources=sources, at=at, permission="evaluation.own")


@dataclass
class OpenFigures:
    """The open figures as they were computed last: however many ask, they are computed once in ten minutes."""

    _kept: dict[UUID | None, tuple[datetime, Figures]] = field(default_factory=dict)
    _lock: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def get(self, tx: Tx, within: UUID | None, *, sources: Sources, at: datetime) -> Figures:
        """Return the open figures of the last 30 days of every part of a jurisdiction."""
        async with self._lock:
            kept = self._kept.get(within)
            if kept and timedelta(0) <= at - kept[0] < FRESH:
                return kept[1]
            question = Question("jurisdiction", at - timedelta(days=OPEN_DAYS), at, within)
            found = _opened(await asking.figures(tx, EVERYONE, question, sources=sources, at=at))
            self._kept[within] = (at, found)
            return found


def _opened(found: Figures) -> Figures:
    """Leave out every column that is not open, and the grades: those judge people."""
    columns = [column for column in found.columns if column.code in OPEN]
    return replace(found, columns=columns, total=_row(found.total), rows=[_row(row) for row in found.rows])


def _row(row: Row) -> Row:
    values = {code: value for code, value in row.values.items() if code in OPEN}
    parts = {code: pair for code, pair in row.parts.items() if code in OPEN}
    return Row(row.id, row.name, values, parts, None)
