"""SQL of second factors: one-time codes, recovery codes, passkeys."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from yiwang.db.tx import Tx


def put_draft(tx: Tx, account_id: UUID, draft: bytes) -> None:
    tx.put(
        """INSERT INTO access.totp (account_id, draft, recorded) VALUES (%s,%s,%s)
        ON CONFLICT (account_id) DO UPDATE SET draft = excluded.draft""",
        (account_id, draft, tx.at),
    )


async def find_totp(tx: Tx, account_id: UUID) -> dict[str, Any] | None:
    return await tx.row(
        "SELECT secret, draft, last_step, confirmed FROM access.totp WHERE account_id = %s", (account_id,)
    )


async def confirm_draft(tx: Tx, account_id: UUID, draft: bytes, step: int) -> int:
    return await tx.count(
        """UPDATE access.totp SET secret = draft, draft = NULL, last_step = %s, confirmed = %s
        WHERE account_id = %s AND draft = %s""",
        (step, tx.at, account_id, draft),
    )


async def use_step(tx: Tx, account_id: UUID, secret: bytes, step: int) -> int:
    """Use a code up: none of this step or an earlier one counts again."""
    return await tx.count(
        "UPDATE access.totp SET last_step = %s WHERE account_id = %s AND secret = %s AND last_step < %s",
        (step, account_id, secret, step),
    )


async def delete_totp(tx: Tx, account_id: UUID) -> int:
    return await tx.count(
        """WITH gone AS (DELETE FROM access.totp WHERE account_id = %s RETURNING confirmed)
        SELECT 1 FROM gone WHERE confirmed IS NOT NULL""",
        (account_id,),
    )


def replace_codes(tx: Tx, account_id: UUID, codes: Sequence[bytes]) -> None:
    tx.put("DELETE FROM access.recovery_code WHERE account_id = %s", (account_id,))
    tx.put(
        """INSERT INTO access.recovery_code (account_id, code, recorded)
        SELECT %s, c.code, %s FROM unnest(%s::bytea[]) AS c(code)""",
        (account_id, tx.at, list(codes)),
    )


async def use_code(tx: Tx, account_id: UUID, code: bytes) -> int:
    return await tx.count(
        "UPDATE access.recovery_code SET used = %s WHERE account_id = %s AND code = %s AND used IS NULL",
        (tx.at, account_id, code),
    )


def delete_codes(tx: Tx, account_id: UUID) -> None:
    tx.put("DELETE FROM access.recovery_code WHERE account_id = %s", (account_id,))


async def insert_passkey(tx: Tx, row: dict[str, Any]) -> int:
    return await tx.count(
        """INSERT INTO access.passkey (id, account_id, host, credential, public_key, sign_count, transports, label,
            recorded)
        VALUES (%(id)s,%(account_id)s,%(host)s,%(credential)s,%(public_key)s,%(sign_count)s,%(transports)s,%(label)s,
            %(recorded)s) ON CONFLICT (credential) DO NOTHING""",
        row,
    )


async def list_passkeys(tx: Tx, account_id: UUID) -> list[dict[str, Any]]:
    return await tx.rows(
        """SELECT id, host, credential, transports, label, recorded, last_used FROM access.passkey
        WHERE account_id = %s ORDER BY recorded, id""",
        (account_id,),
    )


async def find_passkey(tx: Tx, credential: bytes, host: str) -> dict[str, Any] | None:
    """A passkey with the active account it belongs to, held so that its counter moves once at a time."""
    return await tx.row(
        """SELECT k.id, k.account_id, k.public_key, k.sign_count, a.name, a.username FROM access.passkey k
        JOIN access.account a ON a.id = k.account_id AND a.state = 'active'
        WHERE k.credential = %s AND k.host = %s FOR UPDATE OF k""",
        (credential, host),
    )


def touch_passkey(tx: Tx, passkey_id: UUID, sign_count: int) -> None:
    tx.put("UPDATE access.passkey SET sign_count = %s, last_used = %s WHERE id = %s", (sign_count, tx.at, passkey_id))


async def rename_passkey(tx: Tx, account_id: UUID, passkey_id: UUID, label: str) -> int:
    return await tx.count(
        "UPDATE access.passkey SET label = %s WHERE id = %s AND account_id = %s", (label, passkey_id, account_id)
    )


async def delete_passkey(tx: Tx, account_id: UUID, passkey_id: UUID) -> int:
    return await tx.count("DELETE FROM access.passkey WHERE id = %s AND account_id = %s", (passkey_id, account_id))


async def delete_passkeys(tx: Tx, account_id: UUID) -> int:
    return await tx.count("DELETE FROM access.passkey WHERE account_id = %s", (account_id,))


async def overview(tx: Tx, account_id: UUID) -> dict[str, Any]:
    """Which factors an account has: the moment its phone was confirmed, hosts of its passkeys, codes left."""
    found = await tx.row(
        """SELECT (SELECT confirmed FROM access.totp WHERE account_id = %(id)s) AS totp,
            ARRAY(SELECT DISTINCT host FROM access.passkey WHERE account_id = %(id)s ORDER BY host) AS hosts,
            (SELECT count(*) FROM access.recovery_code WHERE account_id = %(id)s AND used IS NULL) AS codes_left""",
        {"id": account_id},
    )
    return found or {}


async def lock_account(tx: Tx, account_id: UUID) -> dict[str, Any] | None:
    """An account, held so that its factors change one at a time."""
    return await tx.row("SELECT id, username, name, state FROM access.account WHERE id = %s FOR UPDATE", (account_id,))
