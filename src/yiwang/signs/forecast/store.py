"""SQL of the forecasts."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from yiwang.db.trips import Row
from yiwang.db.tx import Tx

_NAMES = "sign, node, made_at, last_at, expected, low, high, error, naive_error, starts, shown, red_at"


async def points(tx: Tx, codes: Collection[str], nodes: Collection[UUID], after: datetime, end: datetime) -> list[Row]:
    """The history of signs at places in (after, end]."""
    return await tx.rows(
        """SELECT sign, node, recorded, value FROM signs.value
        WHERE sign = ANY(%s) AND node = ANY(%s) AND recorded > %s AND recorded <= %s AND value IS NOT NULL""",
        (list(codes), list(nodes), after, end),
    )


async def usual(tx: Tx, codes: Collection[str], nodes: Collection[UUID]) -> list[Row]:
    """What signs at places are measured against now."""
    return await tx.rows(
        "SELECT sign, node, mean, sd FROM signs.state WHERE sign = ANY(%s) AND node = ANY(%s) AND sd > 0",
        (list(codes), list(nodes)),
    )


async def keep(tx: Tx, columns: Sequence[list[Any]]) -> int:
    """Write forecasts, given as columns in the order of the table, over the former ones; the arrays as their text."""
    return await tx.count(
        f"""INSERT INTO signs.forecast ({_NAMES})
        SELECT sign, node, made_at, last_at, expected::float8[], low::float8[], high::float8[], error, naive_error,
            starts, shown, red_at
        FROM unnest(%s::text[], %s::uuid[], %s::timestamptz[], %s::timestamptz[], %s::text[], %s::text[], %s::text[],
            %s::float8[], %s::float8[], %s::int[], %s::bool[], %s::timestamptz[]) AS t ({_NAMES})
        ON CONFLICT (sign, node) DO UPDATE SET made_at = EXCLUDED.made_at, last_at = EXCLUDED.last_at,
            expected = EXCLUDED.expected, low = EXCLUDED.low, high = EXCLUDED.high, error = EXCLUDED.error,
            naive_error = EXCLUDED.naive_error, starts = EXCLUDED.starts, shown = EXCLUDED.shown,
            red_at = EXCLUDED.red_at""",
        tuple(columns),
    )


async def made_until(tx: Tx, node: UUID) -> dict[str, datetime]:
    """The last point that each forecast at a place knows."""
    rows = await tx.rows("SELECT sign, last_at FROM signs.forecast WHERE node = %s", (node,))
    return {row["sign"]: row["last_at"] for row in rows}


async def one(tx: Tx, sign: str, node: UUID) -> Row | None:
    return await tx.row(f"SELECT {_NAMES} FROM signs.forecast WHERE sign = %s AND node = %s", (sign, node))


async def of_node(tx: Tx, node: UUID) -> list[Row]:
    """The errors of all forecasts at a place, those that will cross red first, then the best."""
    return await tx.rows(
        """SELECT sign, made_at, error, naive_error, starts, shown, red_at FROM signs.forecast WHERE node = %s
        ORDER BY red_at NULLS LAST, error / nullif(naive_error, 0) NULLS LAST, sign""",
        (node,),
    )
