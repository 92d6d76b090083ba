"""Facts a listener failed on: set aside, looked at by an operator, tried again."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from yiwang.db.tx import Tx
from yiwang.ledger import store


@dataclass(frozen=True)
class Stuck:
    """A fact that a listener could not handle, with the error of its last try."""

    listener: str
    fact_id: UUID
    type: str
    error: str
    attempts: int
    recorded: datetime


async def list_stuck(tx: Tx, listener: str | None = None, limit: int = 200) -> list[Stuck]:
    """Return the oldest facts set aside, of one listener or of all."""
    return [Stuck(**row) for row in await store.stuck(tx, listener, limit)]


async def count_stuck(tx: Tx) -> int:
    """Return how many facts are set aside."""
    return await store.count_stuck(tx)
