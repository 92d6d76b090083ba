"""All SQL of definitions."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from psycopg.types.json import Jsonb

from yiwang.db import Tx

Row = dict[str, Any]


def lock(tx: Tx, kind: str) -> None:
    """Let one writer of a kind go at a time; numbers and ends follow from what the last one left."""
    tx.put("SELECT pg_advisory_xact_lock(hashtextextended('definitions ' || %s, 0))", (kind,))


async def latest(tx: Tx, kind: str, codes: Sequence[str]) -> list[Row]:
    """The newest version of each code."""
    return await tx.rows(
        """SELECT DISTINCT ON (code) id, code, number, body, valid_from, valid_to, note, created_by, recorded
        FROM definitions.version WHERE kind = %s AND code = ANY(%s) ORDER BY code, number DESC""",
        (kind, list(codes)),
    )


def insert(tx: Tx, kind: str, rows: Sequence[Row]) -> None:
    """End the open versions of these codes where the new ones begin, and write the new ones."""
    tx.put(
        """UPDATE definitions.version v SET valid_to = n.valid_from
        FROM jsonb_to_recordset(%s) AS n(code text, valid_from timestamptz)
        WHERE v.kind = %s AND v.code = n.code AND (v.valid_to IS NULL OR v.valid_to > n.valid_from)""",
        (Jsonb([{"code": row["code"], "valid_from": row["valid_from"].isoformat()} for row in rows]), kind),
    )
    tx.put(
        """INSERT INTO definitions.version (id, kind, code, number, body, valid_from, note, created_by, recorded)
        SELECT id, %s, code, number, body, valid_from, note, created_by, recorded
        FROM jsonb_to_recordset(%s) AS n(id uuid, code text, number integer, body jsonb, valid_from timestamptz,
                                         note text, created_by uuid, recorded timestamptz)""",
        (kind, Jsonb([_plain(row) for row in rows])),
    )


async def end(tx: Tx, version_id: UUID, valid_to: datetime) -> int:
    return await tx.count(
        """UPDATE definitions.version SET valid_to = %s
        WHERE id = %s AND valid_from < %s AND (valid_to IS NULL OR valid_to > %s)""",
        (valid_to, version_id, valid_to, valid_to),
    )


def count_up(tx: Tx, kind: str) -> None:
    tx.put(
        """INSERT INTO definitions.edition (kind, number, changed) VALUES (%s, 1, %s)
        ON CONFLICT (kind) DO UPDATE SET number = definitions.edition.number + 1, changed = excluded.changed""",
        (kind, tx.at),
    )


async def edition(tx: Tx, kinds: Sequence[str]) -> int:
    value = await tx.value(
        "SELECT coalesce(sum(number), 0)::bigint FROM definitions.edition WHERE kind = ANY(%s)", (list(kinds),)
    )
    return int(value)


async def in_force(tx: Tx, kind: str, at: datetime) -> list[Row]:
    return await tx.rows(
        """SELECT id, code, number, body, valid_from, valid_to, note, created_by, recorded
        FROM definitions.version
        WHERE kind = %s AND valid_from <= %s AND (valid_to IS NULL OR valid_to > %s) ORDER BY code""",
        (kind, at, at),
    )


async def versions(tx: Tx, kind: str, code: str | None) -> list[Row]:
    return await tx.rows(
        """SELECT id, code, number, body, valid_from, valid_to, note, created_by, recorded
        FROM definitions.version WHERE kind = %s AND (%s::text IS NULL OR code = %s) ORDER BY code, number""",
        (kind, code, code),
    )


def _plain(row: Row) -> Row:
    return {key: _text(value) for key, value in row.items()}


def _text(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat()
    return str(value) if isinstance(value, UUID) else value
