"""Counts of what a jurisdiction holds (people, dwellings, firms …): the denominators of indicators."""

import math
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from importlib import resources
from uuid import UUID

from yiwang import access
from yiwang.access import Actor
from yiwang.base.ids import uuid7
from yiwang.db.tx import Tx
from yiwang.ledger import record
from yiwang.places.facts import CountsImported
from yiwang.places.model import Count, ImportReport, Measure, Problem, full_code
from yiwang.places.store import features as store
from yiwang.places.store import tree
from yiwang.places.tree import require_reach


@dataclass(frozen=True)
class CountRow:
    """One count to import. `jurisdiction` is a code; `until` None: the one day `since`; `unit` None: the measure's."""

    jurisdiction: str
    measure: str
    since: date
    value: float
    until: date | None = None
    unit: str | None = None


@cache
def measures() -> dict[str, Measure]:
    """Return what may be counted, by code."""
    text = resources.files("yiwang.places").joinpath("data", "measures.toml").read_text(encoding="utf-8")
    return {row["code"]: Measure(**row) for row in tomllib.loads(text)["measure"]}


async def import_counts(
    tx: Tx, actor: Actor, rows: Sequence[CountRow], at: datetime, source: str, *, dry_run: bool = False
) -> ImportReport:
    """Store counts; one for the same jurisdiction, measure, period and source is corrected.

    Any problem stops the whole import; the report names each with its row, counted from 1.
    """
    actor.scope("places.import")
    known = await tree.by_codes(tx, list({full_code(row.jurisdiction) for row in rows}))
    problems = [
        p for number, row in enumerate(rows, 1) for p in _problems(number, row, full_code(row.jurisdiction) in known)
    ]
    keys = [(full_code(row.jurisdiction), row.measure, row.since, row.until or row.since) for row in rows]
    first: dict[tuple[str, str, date, date], int] = {}
    for number, key in enumerate(keys, 1):
        if first.setdefault(key, number) != number:
            problems.append(Problem(number, "measure", f"Row {first[key]} counts the same."))
    await require_reach(tx, actor, "places.import", [one.id for one in known.values()])
    if problems:
        return ImportReport(len(rows), 0, 0, 0, tuple(sorted(problems, key=lambda p: p.row)), dry_run)
    report = ImportReport(len(rows), len(rows), 0, 0, (), dry_run)
    if rows and not dry_run:
        store.put_counts(tx, [_count(row, known[full_code(row.jurisdiction)].id, source) for row in rows])
        made = uuid7(tx.at)
        access.audit(tx, actor, "counts.import", "counts", made, at, {"rows": len(rows)})
        await record(tx, CountsImported(made, source, len(rows)), at=at, actor=actor.id)
    return report


def _problems(number: int, row: CountRow, known: bool) -> list[Problem]:
    found = []
    measure = measures().get(row.measure)
    if not known:
        found.append(Problem(number, "jurisdiction", f"No jurisdiction in force has the code {row.jurisdiction}."))
    if measure is None:
        found.append(Problem(number, "measure", f"{row.measure} is no declared measure."))
    elif row.unit is not None and row.unit != measure.unit:
        found.append(Problem(number, "unit", f"{row.measure} is counted in {measure.unit}."))
    if not (math.isfinite(row.value) and row.value >= 0):
        found.append(Problem(number, "value", "A count is a number from 0 up."))
    if row.until is not None and row.until < row.since:
        found.append(Problem(number, "until", "The period ends before it begins."))
    return found


def _count(row: CountRow, jurisdiction: UUID, source: str) -> Count:
    unit = measures()[row.measure].unit
    return Count(jurisdiction, row.measure, row.since, row.until or row.since, row.value, unit, source)


async def counts(
    tx: Tx,
    actor: Actor,
    *,
    jurisdictions: Sequence[UUID] | None = None,
    measure: str | None = None,
    day: date | None = None,
) -> list[Count]:
    """Return counts whose period had begun by `day`, by jurisdiction and measure, the latest period first."""
    actor.scope("places.read")
    return await store.counts(tx, list(jurisdictions) if jurisdictions is not None else None, measure, day)
