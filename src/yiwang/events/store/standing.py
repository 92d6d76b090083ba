"""SQL of how events stand, for whoever tells others that something moved."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from yiwang.db.tx import Tx


async def standing(tx: Tx, ids: Sequence[UUID]) -> list[dict[str, Any]]:
    """Number, state and scope of these events; an event has no unit."""
    return await tx.rows(
        """SELECT id, number, state, urgent, jurisdiction_id, NULL::uuid AS unit_id FROM events.event
        WHERE id = ANY(%s)""",
        (list(ids),),
    )
