"""SQL of exports: asked, decided, made, fetched, gone."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from psycopg.types.json import Jsonb

from yiwang.db.tx import Tx

_COLUMNS = """e.id, e.number, e.data_set, e.format, e.columns, e.personal, e.filters, e.reason, e.state, e.asked_by,
    a.name AS asked_by_name, a.username, e.asked_at, e.decided_by, d.name AS decided_by_name, e.decided_at, e.answer,
    e.made_at, e.rows, e.bytes, e.expires, e.fetches"""
_FROM = """ FROM access.export e JOIN access.account a ON a.id = e.asked_by
    LEFT JOIN access.account d ON d.id = e.decided_by """


async def next_number(tx: Tx) -> int:
    return int(await tx.value("SELECT nextval('access.export_number')"))


def insert(
    tx: Tx,
    export_id: UUID,
    number: str,
    data_set: str,
    form: str,
    columns: Sequence[str],
    personal: Sequence[str],
    filters: Mapping[str, Any],
    reason: str,
    by: UUID,
    at: datetime,
) -> None:
    """Note what was asked; without personal columns nobody has to approve it."""
    tx.put(
        """INSERT INTO access.export (id, number, data_set, format, columns, personal, filters, reason, state,
            asked_by, asked_at) VALUES (%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s)""",
        (
            export_id,
            number,
            data_set,
            form,
            list(columns),
            list(personal),
            Jsonb(dict(filters)),
            reason,
            "asked" if personal else "approved",
            by,
            at,
        ),
    )


async def find(tx: Tx, export_id: UUID) -> dict[str, Any] | None:
    return await tx.row("SELECT " + _COLUMNS + _FROM + "WHERE e.id = %s", (export_id,))


async def lock(tx: Tx, export_id: UUID) -> dict[str, Any] | None:
    return await tx.row(
        "SELECT id, number, state, asked_by, data_set, expires FROM access.export WHERE id = %s FOR UPDATE",
        (export_id,),
    )


async def newest(
    tx: Tx, *, asked_by: UUID | None, state: str | None, before: tuple[datetime, UUID] | None, limit: int
) -> list[dict[str, Any]]:
    at, last = before or (None, None)
    return await tx.rows(
        "SELECT "
        + _COLUMNS
        + _FROM
        + """WHERE (%s::uuid IS NULL OR e.asked_by = %s) AND (%s::text IS NULL OR e.state = %s)
          AND (%s::timestamptz IS NULL OR (e.asked_at, e.id) < (%s, %s))
        ORDER BY e.asked_at DESC, e.id DESC LIMIT %s""",
        (asked_by, asked_by, state, state, at, at, last, limit),
    )


async def decide(tx: Tx, export_id: UUID, state: str, by: UUID, at: datetime, answer: str) -> int:
    return await tx.count(
        """UPDATE access.export SET state = %s, decided_by = %s, decided_at = %s, answer = %s
        WHERE id = %s AND state = 'asked' AND asked_by <> %s""",
        (state, by, at, answer, export_id, by),
    )


async def take_next(tx: Tx) -> dict[str, Any] | None:
    """Hold the oldest export that is to be made and that nobody else is making."""
    return await tx.row(
        "SELECT "
        + _COLUMNS
        + _FROM
        + "WHERE e.state = 'approved' ORDER BY e.asked_at, e.id LIMIT 1 FOR UPDATE OF e SKIP LOCKED"
    )


def note_made(tx: Tx, export_id: UUID, rows: int, size: int, at: datetime, expires: datetime) -> None:
    tx.put(
        """UPDATE access.export SET state = 'made', made_at = %s, rows = %s, bytes = %s, expires = %s
        WHERE id = %s AND state = 'approved'""",
        (at, rows, size, expires, export_id),
    )


def note_failed(tx: Tx, export_id: UUID, answer: str, at: datetime) -> None:
    tx.put(
        "UPDATE access.export SET state = 'failed', made_at = %s, answer = %s WHERE id = %s AND state = 'approved'",
        (at, answer, export_id),
    )


def note_fetched(tx: Tx, export_id: UUID) -> None:
    tx.put("UPDATE access.export SET fetches = fetches + 1 WHERE id = %s", (export_id,))


async def expire(tx: Tx, at: datetime, asked_before: datetime) -> list[dict[str, Any]]:
    """End what may not be fetched any more and what nobody decided; return which of them have a file."""
    return await tx.rows(
        """UPDATE access.export e SET state = 'expired' FROM access.export o
        WHERE o.id = e.id AND ((o.state = 'made' AND o.expires <= %s) OR (o.state = 'asked' AND o.asked_at <= %s))
        RETURNING e.id, e.format, o.state = 'made' AS has_file""",
        (at, asked_before),
    )


async def account_with_grants(tx: Tx, account: UUID) -> dict[str, Any] | None:
    """An active account with the roles it holds now."""
    return await tx.row(
        """SELECT a.id, a.name, g.roles, g.places, g.units FROM access.account a
        LEFT JOIN LATERAL (
            SELECT array_agg(h.role) AS roles, array_agg(h.jurisdiction) AS places, array_agg(h.organisation) AS units
            FROM access.holding h WHERE h.holder = a.id AND h.ended IS NULL) g ON true
        WHERE a.id = %s AND a.state = 'active'""",
        (account,),
    )
