"""SQL of erasing persons: asked by one, decided by another."""

from datetime import datetime
from typing import Any
from uuid import UUID

from yiwang.base.ids import uuid7
from yiwang.db.tx import Tx

_COLUMNS = (
    "e.id, e.kind, e.person, e.reason, e.state, e.asked_by, a.name AS asked_by_name, e.asked_at, e.decided_by, "
    "d.name AS decided_by_name, e.decided_at, e.answer"
)
_FROM = """ FROM access.erasure e JOIN access.account a ON a.id = e.asked_by
    LEFT JOIN access.account d ON d.id = e.decided_by """


async def ask(tx: Tx, kind: str, person: UUID, reason: str, by: UUID, at: datetime) -> UUID | None:
    """The id of what is asked; None when the same is being asked already."""
    new: UUID | None = await tx.value(
        """INSERT INTO access.erasure (id, kind, person, reason, state, asked_by, asked_at)
        VALUES (%s,%s,%s,%s,'asked',%s,%s) ON CONFLICT (person) WHERE state = 'asked' DO NOTHING RETURNING id""",
        (uuid7(tx.at), kind, person, reason, by, at),
    )
    return new


async def find(tx: Tx, erasure_id: UUID) -> dict[str, Any] | None:
    return await tx.row("SELECT " + _COLUMNS + _FROM + "WHERE e.id = %s", (erasure_id,))


async def lock(tx: Tx, erasure_id: UUID) -> dict[str, Any] | None:
    return await tx.row(
        "SELECT id, kind, person, state, asked_by FROM access.erasure WHERE id = %s FOR UPDATE", (erasure_id,)
    )


async def decide(tx: Tx, erasure_id: UUID, state: str, by: UUID, at: datetime, answer: str) -> int:
    return await tx.count(
        """UPDATE access.erasure SET state = %s, decided_by = %s, decided_at = %s, answer = %s
        WHERE id = %s AND state = 'asked' AND asked_by <> %s""",
        (state, by, at, answer, erasure_id, by),
    )


async def newest(tx: Tx, before: tuple[datetime, UUID] | None, limit: int) -> list[dict[str, Any]]:
    at, last = before or (None, None)
    return await tx.rows(
        "SELECT "
        + _COLUMNS
        + _FROM
        + """WHERE %s::timestamptz IS NULL OR (e.asked_at, e.id) < (%s, %s)
        ORDER BY e.asked_at DESC, e.id DESC LIMIT %s""",
        (at, at, last, limit),
    )
