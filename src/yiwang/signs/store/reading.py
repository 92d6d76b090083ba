"""SQL of whoever looks at signs."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from yiwang.db.trips import Row
from yiwang.db.tx import Tx


async def of_node(tx: Tx, node: UUID) -> list[Row]:
    """The states of all signs at a place."""
    return await tx.rows(
        """SELECT sign, value, top, bottom, n, level, since, pending_since, mean, sd, samples
        FROM signs.state WHERE node = %s""",
        (node,),
    )


async def of_sign(tx: Tx, sign: str, nodes: Collection[UUID]) -> list[Row]:
    return await tx.rows(
        """SELECT node, value, top, bottom, n, level, since, mean, sd, samples
        FROM signs.state WHERE sign = %s AND node = ANY(%s)""",
        (sign, list(nodes)),
    )


async def of_signs(tx: Tx, signs: Collection[str], nodes: Collection[UUID]) -> list[Row]:
    return await tx.rows(
        "SELECT sign, node, value, level FROM signs.state WHERE sign = ANY(%s) AND node = ANY(%s)",
        (list(signs), list(nodes)),
    )


async def run(tx: Tx, sign: str) -> Row | None:
    return await tx.row("SELECT sign, at, kept, as_of, state, error FROM signs.run WHERE sign = %s", (sign,))


async def history(tx: Tx, sign: str, node: UUID, start: datetime, end: datetime, most: int) -> list[Row]:
    """The latest `most` points of (start, end], oldest first."""
    return await tx.rows(
        """SELECT recorded AS at, value, top, bottom, n, level FROM (
            SELECT recorded, value, top, bottom, n, level FROM signs.value
            WHERE sign = %s AND node = %s AND recorded > %s AND recorded <= %s ORDER BY recorded DESC LIMIT %s
        ) latest ORDER BY recorded""",
        (sign, node, start, end, most),
    )


async def sparks(tx: Tx, node: UUID, signs: Collection[str], end: datetime, most: int) -> dict[str, list[float | None]]:
    """The last values of each sign at a place, oldest first: index look-ups only."""
    rows = await tx.rows(
        """SELECT s.sign, array_agg(v.value ORDER BY v.recorded) AS values FROM unnest(%s::text[]) AS s(sign),
        LATERAL (SELECT recorded, value FROM signs.value WHERE sign = s.sign AND node = %s AND recorded <= %s
            ORDER BY recorded DESC LIMIT %s) v GROUP BY s.sign""",
        (list(signs), node, end, most),
    )
    return {row["sign"]: row["values"] for row in rows}


async def value_at(tx: Tx, sign: str, node: UUID, moment: datetime) -> float | None:
    found: float | None = await tx.value(
        "SELECT value FROM signs.value WHERE sign = %s AND node = %s AND recorded = %s", (sign, node, moment)
    )
    return found


async def actions(tx: Tx, nodes: Collection[UUID], sign: str | None, most: int) -> list[Row]:
    return await tx.rows(
        """SELECT id, sign, node, kind, object_type, object_id, number, value, why, opened_at, closed_at, closed_value,
            note FROM signs.action WHERE node = ANY(%s) AND (%s::text IS NULL OR sign = %s)
        ORDER BY opened_at DESC, id DESC LIMIT %s""",
        (list(nodes), sign, sign, most),
    )
