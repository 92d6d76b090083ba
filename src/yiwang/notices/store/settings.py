"""SQL of carriers, contacts, preferences and quiet hours."""

from collections.abc import Sequence
from datetime import datetime, time
from typing import Any
from uuid import UUID

from psycopg.types.json import Jsonb

from yiwang.db import Tx
from yiwang.notices.model import Quiet


async def carriers(tx: Tx) -> list[dict[str, Any]]:
    return await tx.rows(
        """SELECT code, kind, settings, secrets IS NOT NULL AS secret_set, enabled, version, changed
        FROM notices.carrier ORDER BY code"""
    )


async def carrier(tx: Tx, code: str) -> dict[str, Any] | None:
    return await tx.row(
        "SELECT code, id, kind, settings, secrets, enabled, version FROM notices.carrier WHERE code = %s", (code,)
    )


async def lock_carrier(tx: Tx, code: str) -> dict[str, Any] | None:
    return await tx.row("SELECT id, kind, secrets, version FROM notices.carrier WHERE code = %s FOR UPDATE", (code,))


async def put_carrier(
    tx: Tx, code: str, row_id: UUID, kind: str, settings: dict[str, Any], secrets: bytes | None, enabled: bool, by: UUID
) -> int:
    """Add or change a carrier; its kind stays. Returns its version, 0 when the kind is another."""
    version: int | None = await tx.value(
        """INSERT INTO notices.carrier AS c (code, id, kind, settings, secrets, enabled, changed, changed_by)
        VALUES (%s,%s,%s,%s,%s,%s,%s,%s)
        ON CONFLICT (code) DO UPDATE SET settings = excluded.settings, secrets = excluded.secrets,
            enabled = excluded.enabled, version = c.version + 1, changed = excluded.changed,
            changed_by = excluded.changed_by
        WHERE c.kind = excluded.kind RETURNING version""",
        (code, row_id, kind, Jsonb(settings), secrets, enabled, tx.at, by),
    )
    return version or 0


async def contact(tx: Tx, account: UUID, kind: str) -> bytes | None:
    sealed: bytes | None = await tx.value(
        "SELECT sealed FROM notices.contact WHERE account_id = %s AND kind = %s", (account, kind)
    )
    return sealed


async def contacts(tx: Tx, account: UUID) -> list[dict[str, Any]]:
    return await tx.rows(
        "SELECT kind, masked, changed FROM notices.contact WHERE account_id = %s ORDER BY kind", (account,)
    )


def put_contact(tx: Tx, account: UUID, kind: str, sealed: bytes, masked: str) -> None:
    tx.put(
        """INSERT INTO notices.contact (account_id, kind, sealed, masked, changed) VALUES (%s,%s,%s,%s,%s)
        ON CONFLICT (account_id, kind) DO UPDATE SET sealed = excluded.sealed, masked = excluded.masked,
            changed = excluded.changed""",
        (account, kind, sealed, masked, tx.at),
    )


async def delete_contact(tx: Tx, account: UUID, kind: str) -> int:
    return await tx.count("DELETE FROM notices.contact WHERE account_id = %s AND kind = %s", (account, kind))


def delete_contacts(tx: Tx, accounts: Sequence[UUID]) -> None:
    tx.put("DELETE FROM notices.contact WHERE account_id = ANY(%s)", (list(accounts),))


async def preference(tx: Tx, account: UUID) -> dict[str, Any] | None:
    return await tx.row("SELECT carriers, digests, zone FROM notices.preference WHERE account_id = %s", (account,))


def put_preference(tx: Tx, account: UUID, carriers: Sequence[str], digests: Sequence[time], zone: str) -> None:
    tx.put(
        """INSERT INTO notices.preference (account_id, carriers, digests, zone, changed) VALUES (%s,%s,%s,%s,%s)
        ON CONFLICT (account_id) DO UPDATE SET carriers = excluded.carriers, digests = excluded.digests,
            zone = excluded.zone, changed = excluded.changed""",
        (account, list(carriers), list(digests), zone, tx.at),
    )


async def quiet(tx: Tx, subject: UUID) -> Quiet | None:
    row = await tx.row("SELECT starts, ends, zone FROM notices.quiet WHERE subject_id = %s", (subject,))
    return Quiet(**row) if row else None


def put_quiet(tx: Tx, subject: UUID, hours: Quiet | None, at: datetime) -> None:
    """Set the quiet hours of an account or a post; None takes them away."""
    if hours is None:
        tx.put("DELETE FROM notices.quiet WHERE subject_id = %s", (subject,))
        return
    tx.put(
        """INSERT INTO notices.quiet (subject_id, starts, ends, zone, changed) VALUES (%s,%s,%s,%s,%s)
        ON CONFLICT (subject_id) DO UPDATE SET starts = excluded.starts, ends = excluded.ends,
            zone = excluded.zone, changed = excluded.changed""",
        (subject, hours.starts, hours.ends, hours.zone, at),
    )
