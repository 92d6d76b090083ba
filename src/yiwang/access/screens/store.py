"""SQL of the wall's displays."""

from datetime import datetime
from typing import Any
from uuid import UUID

from yiwang.db.tx import Tx


def insert(tx: Tx, screen: UUID, name: str, jurisdiction: UUID | None, code: bytes, until: datetime, by: UUID) -> None:
    tx.put(
        """INSERT INTO access.screen (id, name, jurisdiction_id, code, code_until, recorded, created_by)
        VALUES (%s,%s,%s,%s,%s,%s,%s)""",
        (screen, name, jurisdiction, code, until, tx.at, by),
    )


async def open_by_code(tx: Tx, code: bytes, agent: str, at: datetime) -> dict[str, Any] | None:
    """The display whose code this is, which no longer opens anything; None when it is none that is open."""
    return await tx.row(
        """UPDATE access.screen SET code = NULL, opened_at = %(at)s, agent = %(agent)s
        WHERE code = %(code)s AND code_until > %(at)s AND ended IS NULL
        RETURNING id, name, jurisdiction_id, created_by""",
        {"code": code, "agent": agent, "at": at},
    )


async def listed(tx: Tx) -> list[dict[str, Any]]:
    """Every display, youngest first; one whose key was revoked among the keys has ended, too."""
    return await tx.rows(
        """SELECT s.id, s.name, s.jurisdiction_id, s.recorded, s.code_until, s.opened_at, s.agent, k.last_used,
            coalesce(s.ended, k.ended) AS ended
        FROM access.screen s LEFT JOIN access.api_key k ON k.id = s.id ORDER BY s.recorded DESC, s.id DESC"""
    )


async def end(tx: Tx, screen: UUID, by: UUID) -> int:
    return await tx.count(
        "UPDATE access.screen SET ended = %s, ended_by = %s, code = NULL WHERE id = %s AND ended IS NULL",
        (tx.at, by, screen),
    )
