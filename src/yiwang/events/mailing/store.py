"""All SQL of letters."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from yiwang.db.tx import Tx


@dataclass(frozen=True)
class Kept:
    """A letter's row; `sealed` is None once its report keeps the message."""

    id: UUID
    sealed: bytes | None
    size: int
    state: str
    reason: str | None
    tries: int
    recorded: datetime


async def insert(tx: Tx, message_id: UUID, index: bytes, sealed: bytes, size: int) -> bool:
    """Write a letter; False when the same one is on file."""
    return (
        await tx.count(
            """INSERT INTO events.mail_message (id, message_index, sealed, size, state, recorded)
            VALUES (%s,%s,%s,%s,'accepted',%s) ON CONFLICT (message_index) DO NOTHING""",
            (message_id, index, sealed, size, tx.at),
        )
        == 1
    )


async def take(tx: Tx) -> Kept | None:
    """Take the letter that was begun least often, then longest ago, counting one more try; None when none waits."""
    row = await tx.row(
        """UPDATE events.mail_message SET tries = tries + 1 WHERE id = (
            SELECT id FROM events.mail_message WHERE state = 'accepted'
            ORDER BY tries, recorded LIMIT 1 FOR UPDATE SKIP LOCKED)
        RETURNING id, sealed, size, state, reason, tries, recorded"""
    )
    return Kept(**row) if row else None


async def lock(tx: Tx, message_id: UUID) -> Kept | None:
    row = await tx.row(
        """SELECT id, sealed, size, state, reason, tries, recorded FROM events.mail_message
        WHERE id = %s FOR UPDATE""",
        (message_id,),
    )
    return Kept(**row) if row else None


def settle(
    tx: Tx,
    message_id: UUID,
    state: str,
    *,
    reason: str | None = None,
    report_id: UUID | None = None,
    by: UUID | None = None,
) -> None:
    """Say what became of a letter; the message of a reported one is kept with its report alone."""
    tx.put(
        """UPDATE events.mail_message SET state = %s, reason = %s, report_id = %s, sorted_at = %s, sorted_by = %s,
            sealed = CASE WHEN %s::uuid IS NULL THEN sealed END
        WHERE id = %s""",
        (state, reason, report_id, tx.at, by, report_id, message_id),
    )


async def to_sort(tx: Tx, limit: int) -> list[dict[str, Any]]:
    return await tx.rows(
        """SELECT id, sealed, size, reason, recorded FROM events.mail_message WHERE state = 'to_sort'
        ORDER BY recorded, id LIMIT %s""",
        (limit,),
    )


async def forget(tx: Tx, before: datetime) -> int:
    """Forget the words of letters that were ignored or dismissed long ago."""
    return await tx.count(
        """UPDATE events.mail_message SET sealed = NULL
        WHERE state = 'ignored' AND sorted_at < %s AND sealed IS NOT NULL""",
        (before,),
    )
