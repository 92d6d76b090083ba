"""SQL of those half way in, of handshakes, and of sessions whose owner proves again who they are."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from psycopg.types.json import Jsonb

from yiwang.db.tx import Tx


def insert_half(
    tx: Tx, token: bytes, account_id: UUID, ways: Sequence[str], step: str, return_to: str | None, expires: datetime
) -> None:
    tx.put(
        """INSERT INTO access.half_session (token, account_id, ways, step, return_to, recorded, expires)
        VALUES (%s,%s,%s,%s,%s,%s,%s)""",
        (token, account_id, list(ways), step, return_to, tx.at, expires),
    )


async def find_half(tx: Tx, token: bytes) -> dict[str, Any] | None:
    """Whoever is half way in with this token, while their account is active."""
    return await tx.row(
        """SELECT h.account_id, h.ways, h.step, h.return_to, h.expires, a.username, a.name
        FROM access.half_session h JOIN access.account a ON a.id = h.account_id AND a.state = 'active'
        WHERE h.token = %s AND h.expires > %s""",
        (token, tx.at),
    )


async def end_half(tx: Tx, token: bytes) -> int:
    return await tx.count("DELETE FROM access.half_session WHERE token = %s", (token,))


def end_halves_of(tx: Tx, account_id: UUID) -> None:
    tx.put("DELETE FROM access.half_session WHERE account_id = %s", (account_id,))


def insert_handshake(
    tx: Tx, token: bytes, kind: str, account_id: UUID | None, detail: dict[str, Any], expires: datetime
) -> None:
    tx.put(
        """INSERT INTO access.handshake (token, kind, account_id, detail, recorded, expires)
        VALUES (%s,%s,%s,%s,%s,%s)""",
        (token, kind, account_id, Jsonb(detail), tx.at, expires),
    )


async def take_handshake(tx: Tx, token: bytes, kind: str) -> dict[str, Any] | None:
    """A handshake, used up with this look; None when there is none or it is over."""
    return await tx.row(
        """DELETE FROM access.handshake WHERE token = %s AND kind = %s AND expires > %s
        RETURNING account_id, detail""",
        (token, kind, tx.at),
    )


def forget(tx: Tx, before: datetime) -> None:
    """Remove what was over before the given moment."""
    tx.put("DELETE FROM access.half_session WHERE expires < %s", (before,))
    tx.put("DELETE FROM access.handshake WHERE expires < %s", (before,))
    tx.put("DELETE FROM access.password_link WHERE expires < %s", (before,))


async def proved_at(tx: Tx, session_id: UUID) -> datetime | None:
    """When the owner of a session last proved to be who they are: at its beginning, or since."""
    found: datetime | None = await tx.value(
        "SELECT coalesce(proved, started) FROM access.session WHERE id = %s AND ended IS NULL", (session_id,)
    )
    return found


def set_proved(tx: Tx, session_id: UUID) -> None:
    tx.put("UPDATE access.session SET proved = %s WHERE id = %s", (tx.at, session_id))
