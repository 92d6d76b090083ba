"""What a replay came to: counts of rows and of what they made, from the lake, at one moment."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import ibis
import ibis.expr.types as ir

from yiwang.lake import Lake

_ROWS = ("reports", "closed", "open", "on_time", "overdue", "no_due")


@dataclass(frozen=True)
class Figures:
    """Counts of all rows, counts by the unit each row names, and counts of what was made of them."""

    all: dict[str, int]
    by_unit: dict[str, dict[str, int]]
    made: dict[str, int]


def compute(lake: Lake, source: str, as_of: datetime) -> Figures:
    """Return the figures of the reports of one source as of a moment.

    A row closed after `as_of` counts as open. On time: closed by its due time, among closed rows that have one.
    Overdue: closed after its due time, or open with a due time before `as_of`.
    """
    reports = lake.table("report.received").filter(ibis._.source == source)
    rows = _judged(reports, lake.table("report.answered"), as_of)
    summed = {name: ibis._[name].sum() for name in _ROWS}
    total = lake.rows(rows.aggregate(**summed)).to_pylist()[0]
    units = lake.rows(rows.group_by("unit_id").aggregate(**summed)).to_pylist()
    made = lake.rows(_made(lake, reports, as_of)).to_pylist()[0]
    return Figures(_whole(total), {row.pop("unit_id"): _whole(row) for row in units}, _whole(made))


def _judged(reports: ir.Table, answered: ir.Table, as_of: datetime) -> ir.Table:
    """Return one row a report with a 1 or 0 under each count."""
    ends = answered.filter(answered.time <= as_of).group_by("report_id").aggregate(closed_at=ibis._.time.min())
    rows = reports.left_join(ends, "report_id")
    closed, dued = rows.closed_at.notnull(), rows.due.notnull()
    late = ibis.ifelse(closed, rows.closed_at > rows.due, rows.due < as_of)
    return rows.select(
        "unit_id",
        reports=ibis.literal(1),
        closed=closed.cast("int64"),
        open=(~closed).cast("int64"),
        on_time=(closed & dued & (rows.closed_at <= rows.due)).fill_null(False).cast("int64"),
        overdue=(dued & late).fill_null(False).cast("int64"),
        no_due=(~dued).cast("int64"),
    )


def _made(lake: Lake, reports: ir.Table, as_of: datetime) -> ir.Table:
    """Return what the rows made: an event each, or a merge into one that was there (of this file or another)."""
    merged = lake.table("event.joined").semi_join(reports, "report_id").select("report_id").distinct()
    events = reports.anti_join(merged, "report_id").select("event_id").distinct()
    filed = lake.table("case.filed").semi_join(events, "event_id")
    closed = lake.table("case.closed").semi_join(events, "event_id").filter(ibis._.time <= as_of)
    return ibis.memtable({"one": [1]}).select(
        events=events.count().as_scalar(),
        merges=merged.count().as_scalar(),
        cases=filed.select("case_id").distinct().count().as_scalar(),
        cases_closed=closed.select("case_id").distinct().count().as_scalar(),
    )


def _whole(row: dict[str, Any]) -> dict[str, int]:
    return {name: int(value or 0) for name, value in row.items()}
