"""SQL of the outbox as administrators use it."""

from datetime import datetime
from typing import Any
from uuid import UUID

from yiwang.db import Tx


async def listed(
    tx: Tx, *, state: str | None, carrier: str | None, before: tuple[datetime, UUID] | None, limit: int
) -> list[dict[str, Any]]:
    """Rows for the administrator, newest first: who and how, but not what."""
    at, last = before or (None, None)
    return await tx.rows(
        """SELECT o.id, o.carrier, o.lane, o.account_id, o.payload->>'kind' AS kind, o.urgency, o.state,
            o.attempts, o.next_try, o.give_up, o.error, o.receipt, o.receipt_at, o.recorded, o.ended
        FROM notices.outbox o
        WHERE o.carrier <> 'inbox' AND (%s::text IS NULL OR o.state = %s) AND (%s::text IS NULL OR o.carrier = %s)
          AND (%s::timestamptz IS NULL OR (o.recorded, o.id) < (%s, %s))
        ORDER BY o.recorded DESC, o.id DESC LIMIT %s""",
        (state, state, carrier, carrier, at, at, last, limit),
    )


async def counted(tx: Tx) -> dict[str, int]:
    """How many rows are in each state that asks for a look."""
    rows = await tx.rows(
        """SELECT state, count(*) AS rows FROM notices.outbox
        WHERE carrier <> 'inbox' AND state IN ('waiting', 'held', 'leased', 'sending', 'failed', 'uncertain')
        GROUP BY state"""
    )
    return {row["state"]: row["rows"] for row in rows}


async def again(tx: Tx, row: UUID, give_up: datetime) -> int:
    """Let a row that failed, is uncertain or waits be tried at once."""
    return await tx.count(
        """UPDATE notices.outbox SET state = 'waiting', next_try = %(at)s, attempts = 0, ended = NULL, first_try = NULL,
            give_up = greatest(give_up, %(give_up)s)
        WHERE id = %(id)s AND carrier <> 'inbox' AND state IN ('waiting', 'held', 'failed', 'uncertain')""",
        {"id": row, "at": tx.at, "give_up": give_up},
    )


async def cancel(tx: Tx, row: UUID) -> int:
    return await tx.count(
        """UPDATE notices.outbox SET state = 'cancelled', ended = %s, next_try = NULL
        WHERE id = %s AND carrier <> 'inbox' AND state IN ('waiting', 'held', 'failed', 'uncertain')""",
        (tx.at, row),
    )


async def state_of(tx: Tx, row: UUID) -> str | None:
    state: str | None = await tx.value("SELECT state FROM notices.outbox WHERE id = %s AND carrier <> 'inbox'", (row,))
    return state
