"""SQL of the live queue: open cases by urgency, and those near a point."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, LiteralString
from uuid import UUID

from yiwang.cases.model import Case
from yiwang.cases.store.reading import Where
from yiwang.cases.store.writing import COLUMNS
from yiwang.db.tx import Tx

Key = tuple[int, datetime, UUID]
# What has no time to be done by comes after all that has.
_RANK: LiteralString = "(1 - c.urgent::int), coalesce(c.due_at, c.opened_at + interval '10 years'), c.id"


async def page(tx: Tx, where: Where, *, after: Key | None, limit: int) -> list[dict[str, Any]]:
    """Return up to `limit` cases, the most urgent first, each with its `rank` for the page after."""
    if after:
        where.add("(" + _RANK + ") > (%s::int, %s::timestamptz, %s::uuid)", *after)
    rows = await tx.rows(
        f"""SELECT {COLUMNS}, coalesce(c.due_at, c.opened_at + interval '10 years') AS rank FROM cases.case c
        WHERE {where.sql} ORDER BY {_RANK} LIMIT %s""",
        (*where.params, limit),
    )
    return [{"rank": row.pop("rank"), "case": Case(**row)} for row in rows]


async def count(tx: Tx, where: Where) -> int:
    return int(await tx.value(f"SELECT count(*) FROM cases.case c WHERE {where.sql}", tuple(where.params)))


async def near(tx: Tx, where: Where, box: tuple[float, float, float, float], limit: int) -> Sequence[Case]:
    """Open cases in a box (west, south, east, north), newest first."""
    west, south, east, north = box
    where.add("c.lon BETWEEN %s AND %s AND c.lat BETWEEN %s AND %s", west, east, south, north)
    rows = await tx.rows(
        f"""SELECT {COLUMNS} FROM cases.case c WHERE c.closed_at IS NULL AND {where.sql}
        ORDER BY c.opened_at DESC, c.id DESC LIMIT %s""",
        (*where.params, limit),
    )
    return [Case(**row) for row in rows]


async def day(tx: Tx, where: Where, start: datetime, end: datetime) -> list[dict[str, Any]]:
    """What moved between two moments and what is open at the end, summed by jurisdiction and matter."""
    sums: LiteralString = """count(*) FILTER (WHERE c.opened_at >= %s AND c.opened_at < %s) AS came,
        count(*) FILTER (WHERE c.state = 'closed' AND c.closed_at >= %s AND c.closed_at < %s) AS closed,
        count(*) FILTER (WHERE c.state = 'closed' AND c.closed_at >= %s AND c.closed_at < %s
            AND c.due_at IS NOT NULL AND c.closed_at <= c.due_at) AS on_time,
        count(*) FILTER (WHERE c.closed_at IS NULL AND c.opened_at < %s) AS open,
        count(*) FILTER (WHERE c.closed_at IS NULL AND c.due_at <= %s) AS overdue,
        count(*) FILTER (WHERE c.closed_at IS NULL AND c.urgent) AS urgent"""
    return await tx.rows(
        f"""SELECT c.jurisdiction_id, c.matter_id, {sums} FROM cases.case c
        WHERE NOT c.drill AND (c.closed_at IS NULL OR c.closed_at >= %s OR c.opened_at >= %s) AND {where.sql}
        GROUP BY c.jurisdiction_id, c.matter_id""",
        (start, end, start, end, start, end, end, end, start, start, *where.params),
    )
