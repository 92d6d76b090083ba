"""How cases stand, for the stream of changes: who may hear of them is decided by whoever asks."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from yiwang.cases.store.standing import standing
from yiwang.db import Tx

PERMISSION = "cases.read"


async def stand(tx: Tx, ids: Sequence[UUID]) -> list[dict[str, Any]]:
    """Return number, state, urgency, jurisdiction and unit of these cases, by `id`."""
    return await standing(tx, ids)
