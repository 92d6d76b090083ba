"""SQL of accounts, their passwords, wrong attempts and the first token."""

from datetime import datetime
from typing import Any
from uuid import UUID

from yiwang.db.tx import Tx


async def insert_account(tx: Tx, account_id: UUID, username: str, name: str) -> int:
    return await tx.count(
        """INSERT INTO access.account (id, username, name, state, recorded) VALUES (%s,%s,%s,'active',%s)
        ON CONFLICT (username) DO NOTHING""",
        (account_id, username, name, tx.at),
    )


def put_password(tx: Tx, account_id: UUID, secret: str, must_change: bool) -> None:
    tx.put(
        """INSERT INTO access.identity (account_id, kind, secret, must_change, changed)
        VALUES (%s,'password',%s,%s,%s)
        ON CONFLICT (account_id, kind) DO UPDATE
        SET secret = excluded.secret, must_change = excluded.must_change, changed = excluded.changed""",
        (account_id, secret, must_change, tx.at),
    )


def replace_hash(tx: Tx, account_id: UUID, old: str, new: str) -> None:
    """Keep the same password under newer hash parameters, unless it was changed meanwhile."""
    tx.put(
        "UPDATE access.identity SET secret = %s WHERE account_id = %s AND kind = 'password' AND secret = %s",
        (new, account_id, old),
    )


async def find_password(tx: Tx, username: str) -> dict[str, Any] | None:
    """The active account of this username with its password hash."""
    return await tx.row(
        """SELECT a.id, a.name, a.username, i.secret, i.must_change FROM access.account a
        JOIN access.identity i ON i.account_id = a.id AND i.kind = 'password'
        WHERE a.username = %s AND a.state = 'active'""",
        (username,),
    )


async def lock_account(tx: Tx, account_id: UUID) -> dict[str, Any] | None:
    """An account, held for this transaction so that its roles and state cannot change beside us."""
    return await tx.row(
        """SELECT a.id, a.username, a.name, a.state, i.secret FROM access.account a
        JOIN access.identity i ON i.account_id = a.id AND i.kind = 'password'
        WHERE a.id = %s FOR UPDATE OF a""",
        (account_id,),
    )


async def set_state(tx: Tx, account_id: UUID, state: str) -> int:
    return await tx.count(
        "UPDATE access.account SET state = %s WHERE id = %s AND state <> %s", (state, account_id, state)
    )


async def list_accounts(
    tx: Tx, words: str, role: str | None, state: str | None, after: str, limit: int
) -> list[dict[str, Any]]:
    """Accounts by username after `after`; `words` is part of the username or the name."""
    return await tx.rows(
        """SELECT a.id, a.username, a.name, a.state, a.recorded,
            ARRAY(SELECT DISTINCT h.role FROM access.holding h
                  WHERE h.holder = a.id AND h.ended IS NULL ORDER BY h.role) AS roles
        FROM access.account a
        WHERE a.username > %(after)s
          AND (position(%(folded)s IN a.username) > 0 OR position(%(words)s IN a.name) > 0)
          AND (%(state)s::text IS NULL OR a.state = %(state)s)
          AND (%(role)s::text IS NULL OR EXISTS (SELECT 1 FROM access.holding h
                WHERE h.holder = a.id AND h.role = %(role)s AND h.ended IS NULL))
        ORDER BY a.username LIMIT %(limit)s""",
        {"after": after, "folded": words.casefold(), "words": words, "state": state, "role": role, "limit": limit},
    )


async def find_account(tx: Tx, account_id: UUID) -> dict[str, Any] | None:
    """One account with its roles, and how it can sign in."""
    return await tx.row(
        """SELECT a.id, a.username, a.name, a.state, a.recorded,
            ARRAY(SELECT DISTINCT h.role FROM access.holding h
                  WHERE h.holder = a.id AND h.ended IS NULL ORDER BY h.role) AS roles,
            i.secret <> '!' AS password, i.must_change, i.changed AS password_changed,
            EXISTS (SELECT 1 FROM access.totp t WHERE t.account_id = a.id AND t.confirmed IS NOT NULL) AS totp,
            (SELECT count(*) FROM access.passkey k WHERE k.account_id = a.id) AS passkeys,
            (SELECT max(started) FROM access.session s WHERE s.account_id = a.id) AS last_sign_in
        FROM access.account a
        JOIN access.identity i ON i.account_id = a.id AND i.kind = 'password'
        WHERE a.id = %s""",
        (account_id,),
    )


def put_link(tx: Tx, account_id: UUID, token: bytes, by: UUID, expires: datetime) -> None:
    """Keep the hash of a one-time link in place of earlier ones."""
    tx.put("DELETE FROM access.password_link WHERE account_id = %s", (account_id,))
    tx.put(
        "INSERT INTO access.password_link (token, account_id, recorded, made_by, expires) VALUES (%s,%s,%s,%s,%s)",
        (token, account_id, tx.at, by, expires),
    )


async def take_link(tx: Tx, token: bytes) -> UUID | None:
    """The account a one-time link is for, used up with this look."""
    found: UUID | None = await tx.value(
        "DELETE FROM access.password_link WHERE token = %s AND expires > %s RETURNING account_id", (token, tx.at)
    )
    return found


def drop_links(tx: Tx, account_id: UUID) -> None:
    tx.put("DELETE FROM access.password_link WHERE account_id = %s", (account_id,))


async def count_attempt(tx: Tx, username: str, at: datetime, forgotten: datetime) -> int | None:
    """Count one more try of this username and return which it is; None while it is locked."""
    count: int | None = await tx.value(
        """INSERT INTO access.attempt (username, failures, last) VALUES (%(username)s, 1, %(at)s)
        ON CONFLICT (username) DO UPDATE SET last = %(at)s,
            failures = CASE WHEN access.attempt.last < %(forgotten)s THEN 1 ELSE access.attempt.failures + 1 END
        WHERE access.attempt.locked_until IS NULL OR access.attempt.locked_until <= %(at)s
        RETURNING failures""",
        {"username": username, "at": at, "forgotten": forgotten},
    )
    return count


def lock_attempts(tx: Tx, username: str, until: datetime) -> None:
    tx.put("UPDATE access.attempt SET locked_until = %s WHERE username = %s", (until, username))


async def locked_until(tx: Tx, username: str) -> datetime | None:
    until: datetime | None = await tx.value("SELECT locked_until FROM access.attempt WHERE username = %s", (username,))
    return until


def clear_attempts(tx: Tx, username: str) -> None:
    tx.put("DELETE FROM access.attempt WHERE username = %s", (username,))


def forget_attempts(tx: Tx, before: datetime) -> None:
    tx.put(
        "DELETE FROM access.attempt WHERE last < %s AND (locked_until IS NULL OR locked_until < %s)", (before, before)
    )


async def put_first_token(tx: Tx, token: bytes) -> int:
    """Keep the hash of a new first token, in place of an unused one; nothing once an administrator was made."""
    return await tx.count(
        """INSERT INTO access.first_token (token, made)
        SELECT %s, %s WHERE NOT EXISTS (SELECT 1 FROM access.holding WHERE role = 'system_admin')
        ON CONFLICT (one) DO UPDATE SET token = excluded.token, made = excluded.made
        WHERE access.first_token.used IS NULL""",
        (token, tx.at),
    )


async def use_first_token(tx: Tx, token: bytes) -> int:
    return await tx.count("UPDATE access.first_token SET used = %s WHERE token = %s AND used IS NULL", (tx.at, token))


async def has_administrator(tx: Tx) -> bool:
    return bool(await tx.value("SELECT EXISTS (SELECT 1 FROM access.holding WHERE role = 'system_admin')"))
