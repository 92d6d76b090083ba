"""The one question evaluation asks PostgreSQL: which places and units the asker may judge."""

from collections.abc import Sequence
from typing import Any, LiteralString

from yiwang.db import Tx

Pair = tuple[str | None, str | None]


async def inside(tx: Tx, pairs: Sequence[Pair], where: LiteralString, params: Sequence[Any]) -> list[Pair]:
    """Those (jurisdiction, unit) pairs that meet a scope's condition over `c.jurisdiction_id` and `c.unit_id`."""
    rows = await tx.rows(
        """SELECT c.jurisdiction_id::text AS jurisdiction, c.unit_id::text AS unit
        FROM unnest(%s::uuid[], %s::uuid[]) AS c(jurisdiction_id, unit_id) WHERE """
        + where,
        ([pair[0] for pair in pairs], [pair[1] for pair in pairs], *params),
    )
    return [(row["jurisdiction"], row["unit"]) for row in rows]
