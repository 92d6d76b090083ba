"""SQL of where nodes hang in the tree now."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from yiwang.db.tx import Tx


async def above(tx: Tx, nodes: Sequence[UUID]) -> list[dict[str, Any]]:
    """Every node with itself and all that is above it."""
    return await tx.rows(
        """SELECT descendant, array_agg(ancestor) AS above FROM access.closure
        WHERE descendant = ANY(%s::uuid[]) AND valid_to IS NULL GROUP BY descendant""",
        (list(nodes),),
    )
