"""How events stand, for the stream of changes: who may hear of them is decided by whoever asks."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from yiwang.db import Tx
from yiwang.events.store.standing import standing

PERMISSION = "events.read"


async def stand(tx: Tx, ids: Sequence[UUID]) -> list[dict[str, Any]]:
    """Return number, state, urgency and jurisdiction of these events, by `id`."""
    return await standing(tx, ids)
