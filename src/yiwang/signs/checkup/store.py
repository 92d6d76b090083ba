"""SQL of the check-ups."""

from collections.abc import Collection
from datetime import datetime
from typing import Any
from uuid import UUID

from psycopg.types.json import Jsonb

from yiwang.db.trips import Row
from yiwang.db.tx import Tx


async def sums(
    tx: Tx, codes: Collection[str], nodes: Collection[UUID], before: datetime, start: datetime, end: datetime
) -> list[Row]:
    """Each sign at each place over (before, start] and (start, end]: points end a period, so they belong to it."""
    return await tx.rows(
        """SELECT sign, node, recorded > %s AS now, avg(value) AS value, sum(top) AS top, sum(bottom) AS bottom,
            max(level) AS level, count(value) AS points
        FROM signs.value WHERE sign = ANY(%s) AND node = ANY(%s) AND recorded > %s AND recorded <= %s
        GROUP BY 1, 2, 3""",
        (start, list(codes), list(nodes), before, end),
    )


async def points(tx: Tx, codes: Collection[str], node: UUID, after: datetime, end: datetime) -> dict[str, list[Any]]:
    """The last thirty points of each sign at a place, oldest first."""
    rows = await tx.rows(
        """SELECT s.sign, array_agg(v.value ORDER BY v.recorded) AS values FROM unnest(%s::text[]) AS s(sign),
        LATERAL (SELECT recorded, value FROM signs.value WHERE sign = s.sign AND node = %s
            AND recorded > %s AND recorded <= %s ORDER BY recorded DESC LIMIT 30) v GROUP BY s.sign""",
        (list(codes), node, after, end),
    )
    return {row["sign"]: row["values"] for row in rows}


async def keep(
    tx: Tx, made: UUID, node: UUID, period: str, start: datetime, end: datetime, body: dict[str, Any], by: UUID
) -> UUID:
    """Write a check-up, or the newer one of the same time over the older; return its id."""
    found: UUID = await tx.value(
        """INSERT INTO signs.checkup (id, node, period, start_at, end_at, body, made_by, recorded)
        VALUES (%s, %s, %s, %s, %s, %s, %s, %s)
        ON CONFLICT (node, period, end_at) DO UPDATE
        SET body = EXCLUDED.body, made_by = EXCLUDED.made_by, recorded = EXCLUDED.recorded RETURNING id""",
        (made, node, period, start, end, Jsonb(body), by, tx.at),
    )
    return found


async def one(tx: Tx, checkup: UUID) -> Row | None:
    return await tx.row("SELECT id, node, period, body, recorded FROM signs.checkup WHERE id = %s", (checkup,))


async def there(tx: Tx, period: str, end: datetime) -> set[UUID]:
    """The places that have the check-up of a time."""
    rows = await tx.rows("SELECT node FROM signs.checkup WHERE period = %s AND end_at = %s", (period, end))
    return {row["node"] for row in rows}


async def latest(tx: Tx, node: UUID, period: str | None, before: tuple[datetime, UUID] | None, most: int) -> list[Row]:
    """The check-ups of a place, the latest first, from after (end, id)."""
    end, last = before or (None, None)
    return await tx.rows(
        """SELECT id, period, start_at, end_at, recorded, body->>'title' AS title, body->>'summary' AS summary
        FROM signs.checkup WHERE node = %s AND (%s::text IS NULL OR period = %s)
            AND (%s::timestamptz IS NULL OR (end_at, id) < (%s, %s))
        ORDER BY end_at DESC, id DESC LIMIT %s""",
        (node, period, period, end, end, last, most),
    )
