"""All SQL of data keys."""

from collections.abc import Sequence
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


async def lock_keys(tx: Tx, after: UUID, prefix: bytes, limit: int) -> list[dict[str, Any]]:
    """Hold keys behind an id whose wrapping does not begin with these bytes, in the order of ids."""
    return await tx.rows(
        """SELECT subject_id, wrapped FROM access.data_key
        WHERE subject_id > %s AND wrapped IS NOT NULL AND substr(wrapped, 1, %s) <> %s
        ORDER BY subject_id LIMIT %s FOR UPDATE""",
        (after, len(prefix), prefix, limit),
    )


async def rewrap_keys(tx: Tx, subjects: Sequence[UUID], wrapped: Sequence[bytes]) -> int:
    return await tx.count(
        """UPDATE access.data_key k SET wrapped = n.wrapped
        FROM unnest(%s::uuid[], %s::bytea[]) AS n(subject_id, wrapped)
        WHERE k.subject_id = n.subject_id AND k.wrapped IS NOT NULL""",
        (list(subjects), list(wrapped)),
    )


async def newest_transaction(tx: Tx) -> int:
    """Return a number above that of every transaction begun so far."""
    return int(await tx.value("SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint"))


async def oldest_running(tx: Tx) -> int:
    """Return the number below which every transaction is over."""
    return int(await tx.value("SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint"))


def retire_masters(tx: Tx, names: Sequence[bytes]) -> None:
    """Let nothing come in any more that one of these master keys wrapped."""
    tx.put(
        """INSERT INTO access.retired_master (name, recorded) SELECT n, %s FROM unnest(%s::bytea[]) AS n
        ON CONFLICT DO NOTHING""",
        (tx.at, list(names)),
    )
