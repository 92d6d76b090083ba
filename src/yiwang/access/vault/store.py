"""All SQL of data keys."""

from datetime import datetime
from typing import Any
from uuid import UUID

from yiwang.db.tx import Tx


def insert_key(tx: Tx, subject: UUID, wrapped: bytes) -> None:
    tx.put("INSERT INTO access.data_key (subject_id, wrapped, made) VALUES (%s,%s,%s)", (subject, wrapped, tx.at))


async def find_key(tx: Tx, subject: UUID) -> dict[str, Any] | None:
    """The wrapped key of a subject; `wrapped` is None once erased."""
    return await tx.row("SELECT wrapped FROM access.data_key WHERE subject_id = %s", (subject,))


async def find_or_insert_key(tx: Tx, subject: UUID, wrapped: bytes) -> dict[str, Any] | None:
    """The key that is there, else this one, put there now (`made` tells). None when another adds it this moment."""
    return await tx.row(
        """WITH made AS (
            INSERT INTO access.data_key (subject_id, wrapped, made) VALUES (%s,%s,%s)
            ON CONFLICT (subject_id) DO NOTHING RETURNING wrapped)
        SELECT wrapped, true AS made FROM made
        UNION ALL SELECT wrapped, false FROM access.data_key WHERE subject_id = %s LIMIT 1""",
        (subject, wrapped, tx.at, subject),
    )


async def erase_key(tx: Tx, subject: UUID, at: datetime) -> int:
    return await tx.count(
        "UPDATE access.data_key SET wrapped = NULL, erased = %s WHERE subject_id = %s AND erased IS NULL", (at, subject)
    )
