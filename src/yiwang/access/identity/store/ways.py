"""SQL of providers of single sign-on, of who is linked, and of strangers."""

from typing import Any
from uuid import UUID

from psycopg.types.json import Jsonb

from yiwang.db.tx import Tx


async def list_providers(tx: Tx) -> list[dict[str, Any]]:
    return await tx.rows(
        """SELECT id, code, kind, label_zh, label_en, open, two_factors, settings, secret IS NOT NULL AS has_secret,
            changed
        FROM access.provider ORDER BY code"""
    )


async def find_provider(tx: Tx, code: str) -> dict[str, Any] | None:
    return await tx.row(
        """SELECT id, code, kind, label_zh, label_en, open, two_factors, settings, secret, changed
        FROM access.provider WHERE code = %s""",
        (code,),
    )


async def insert_provider(tx: Tx, row: dict[str, Any], by: UUID) -> int:
    return await tx.count(
        """INSERT INTO access.provider (id, code, kind, label_zh, label_en, open, two_factors, settings, secret,
            recorded, changed, changed_by)
        VALUES (%(id)s,%(code)s,%(kind)s,%(label_zh)s,%(label_en)s,%(open)s,%(two_factors)s,%(settings)s,%(secret)s,
            %(at)s,%(at)s,%(by)s) ON CONFLICT (code) DO NOTHING""",
        {**row, "settings": Jsonb(row["settings"]), "at": tx.at, "by": by},
    )


async def update_provider(tx: Tx, row: dict[str, Any], by: UUID) -> int:
    """Change everything but the kind; a secret of None stays as it was."""
    return await tx.count(
        """UPDATE access.provider SET label_zh = %(label_zh)s, label_en = %(label_en)s, open = %(open)s,
            two_factors = %(two_factors)s, settings = %(settings)s, secret = coalesce(%(secret)s, secret),
            changed = %(at)s, changed_by = %(by)s
        WHERE code = %(code)s AND kind = %(kind)s""",
        {**row, "settings": Jsonb(row["settings"]), "at": tx.at, "by": by},
    )


async def insert_link(tx: Tx, row: dict[str, Any]) -> int:
    return await tx.count(
        """INSERT INTO access.link (id, account_id, provider_id, issuer, subject, claim, expected, recorded, linked_by,
            bound)
        VALUES (%(id)s,%(account_id)s,%(provider_id)s,%(issuer)s,%(subject)s,%(claim)s,%(expected)s,%(at)s,%(by)s,
            CASE WHEN %(subject)s::text IS NOT NULL THEN %(at)s::timestamptz END) ON CONFLICT DO NOTHING""",
        row,
    )


async def list_links(tx: Tx, account_id: UUID) -> list[dict[str, Any]]:
    return await tx.rows(
        """SELECT l.id, p.code AS provider, p.label_zh, p.label_en, l.issuer, l.subject, l.claim, l.expected,
            l.recorded, l.bound, l.last_used
        FROM access.link l JOIN access.provider p ON p.id = l.provider_id
        WHERE l.account_id = %s AND l.ended IS NULL ORDER BY p.code""",
        (account_id,),
    )


async def end_link(tx: Tx, account_id: UUID, link_id: UUID, by: UUID) -> int:
    return await tx.count(
        "UPDATE access.link SET ended = %s, ended_by = %s WHERE id = %s AND account_id = %s AND ended IS NULL",
        (tx.at, by, link_id, account_id),
    )


async def find_subject(tx: Tx, provider_id: UUID, issuer: str, subject: str) -> dict[str, Any] | None:
    """The account that a subject is linked to, whatever its state."""
    return await tx.row(
        """SELECT l.id, l.account_id, a.name, a.username, a.state FROM access.link l
        JOIN access.account a ON a.id = l.account_id
        WHERE l.provider_id = %s AND l.issuer = %s AND l.subject = %s AND l.ended IS NULL""",
        (provider_id, issuer, subject),
    )


async def bind(tx: Tx, provider_id: UUID, issuer: str, subject: str, claim: str, value: str) -> dict[str, Any] | None:
    """Tie the link that was registered ahead for this claim to the subject, once."""
    return await tx.row(
        """UPDATE access.link l SET subject = %(subject)s, bound = %(at)s
        FROM access.account a
        WHERE a.id = l.account_id AND l.provider_id = %(provider)s AND l.issuer = %(issuer)s AND l.claim = %(claim)s
          AND l.expected = %(value)s AND l.subject IS NULL AND l.ended IS NULL
        RETURNING l.id, l.account_id, a.name, a.username, a.state""",
        {
            "provider": provider_id,
            "issuer": issuer,
            "subject": subject,
            "claim": claim,
            "value": value,
            "at": tx.at,
        },
    )


def touch_link(tx: Tx, link_id: UUID) -> None:
    tx.put("UPDATE access.link SET last_used = %s WHERE id = %s", (tx.at, link_id))


def note_stranger(tx: Tx, provider_id: UUID, issuer: str, subject: str, shown: str | None) -> None:
    tx.put(
        """INSERT INTO access.stranger (provider_id, issuer, subject, shown, first, last) VALUES (%s,%s,%s,%s,%s,%s)
        ON CONFLICT (provider_id, issuer, subject) DO UPDATE SET last = excluded.last, shown = excluded.shown""",
        (provider_id, issuer, subject, shown, tx.at, tx.at),
    )


def forget_stranger(tx: Tx, provider_id: UUID, issuer: str, subject: str) -> None:
    tx.put(
        "DELETE FROM access.stranger WHERE provider_id = %s AND issuer = %s AND subject = %s",
        (provider_id, issuer, subject),
    )


async def list_strangers(tx: Tx, limit: int) -> list[dict[str, Any]]:
    return await tx.rows(
        """SELECT p.code AS provider, p.label_zh, p.label_en, s.issuer, s.subject, s.shown, s.first, s.last
        FROM access.stranger s JOIN access.provider p ON p.id = s.provider_id
        ORDER BY s.last DESC LIMIT %s""",
        (limit,),
    )
