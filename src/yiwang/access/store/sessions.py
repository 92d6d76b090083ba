"""SQL of sessions and of finding out, in one statement, who comes in."""

from datetime import datetime
from typing import Any, LiteralString
from uuid import UUID

from yiwang.db.tx import Tx

Asked = tuple[LiteralString, tuple[Any, ...]]
# What is compared with what was remembered, by column; when somebody was last seen may differ.
_SAME_KEY: dict[str, LiteralString] = {
    "id": "x.id = %s",
    "name": "x.name = %s",
    "session": "x.session = %s",
    "roles": "x.roles IS NOT DISTINCT FROM %s::text[]",
    "places": "x.places IS NOT DISTINCT FROM %s::uuid[]",
    "units": "x.units IS NOT DISTINCT FROM %s::uuid[]",
}
_SAME_SESSION: dict[str, LiteralString] = {
    **_SAME_KEY,
    "username": "x.username = %s",
    "expires": "x.expires = %s",
    "must_change": "x.must_change = %s",
}


def asked_by_session(token: bytes, at: datetime, idle_since: datetime) -> Asked:
    """The question for the account behind an open session; `token` is the hash of what the cookie holds."""
    return (
        """SELECT a.id, a.name, a.username, s.id AS session, s.last_seen AS seen, s.expires, i.must_change,
            g.roles, g.places, g.units
        FROM access.session s
        JOIN access.account a ON a.id = s.account_id AND a.state = 'active'
        JOIN access.identity i ON i.account_id = a.id AND i.kind = 'password'
        LEFT JOIN LATERAL (
            SELECT array_agg(h.role) AS roles, array_agg(h.jurisdiction) AS places, array_agg(h.organisation) AS units
            FROM access.holding h WHERE h.holder = a.id AND h.ended IS NULL) g ON true
        WHERE s.token = %s AND s.ended IS NULL AND s.expires > %s AND s.last_seen > %s""",
        (token, at, idle_since),
    )


def asked_by_key(key_id: UUID, secret: bytes, at: datetime) -> Asked:
    """The question for the application behind a valid key; `secret` is the hash of the key's secret part."""
    return (
        """SELECT p.id, p.name, k.id AS session, k.last_used AS seen, g.roles, g.places, g.units
        FROM access.api_key k
        JOIN access.application p ON p.id = k.application_id
        LEFT JOIN LATERAL (
            SELECT array_agg(h.role) AS roles, array_agg(h.jurisdiction) AS places, array_agg(h.organisation) AS units
            FROM access.holding h WHERE h.holder = k.id AND h.ended IS NULL) g ON true
        WHERE k.id = %s AND k.secret = %s AND k.ended IS NULL AND (k.expires IS NULL OR k.expires > %s)""",
        (key_id, secret, at),
    )


def still(asked: Asked, row: dict[str, Any]) -> Asked:
    """The same question as one that the server answers with an error unless it finds what `row` says."""
    question, params = asked
    names = _SAME_SESSION if "expires" in row else _SAME_KEY
    return (
        f"""SELECT max(x.seen) AS seen, 1 / count(*) AS same FROM ({question}) x
        WHERE {" AND ".join(names.values())}""",
        (*params, *(row[name] for name in names)),
    )


def touch_session(tx: Tx, session_id: UUID, at: datetime, before: datetime) -> None:
    """Note that the session is alive; whoever comes second within the minute changes nothing and waits for nobody."""
    tx.put(
        """UPDATE access.session SET last_seen = %s WHERE id = (
            SELECT id FROM access.session WHERE id = %s AND last_seen < %s FOR UPDATE SKIP LOCKED)""",
        (at, session_id, before),
    )


def touch_key(tx: Tx, key_id: UUID, at: datetime, before: datetime) -> None:
    """Note that the key was used, as `touch_session` does."""
    tx.put(
        """UPDATE access.api_key SET last_used = %s WHERE id = (
            SELECT id FROM access.api_key
            WHERE id = %s AND (last_used IS NULL OR last_used < %s) FOR UPDATE SKIP LOCKED)""",
        (at, key_id, before),
    )


def insert_session(
    tx: Tx,
    session_id: UUID,
    account_id: UUID,
    token: bytes,
    at: datetime,
    expires: datetime,
    address: str | None,
    agent: str | None,
) -> None:
    tx.put(
        """INSERT INTO access.session (id, account_id, token, started, last_seen, expires, address, agent)
        VALUES (%s,%s,%s,%s,%s,%s,%s,%s)""",
        (session_id, account_id, token, at, at, expires, address, agent),
    )


def end_oldest(tx: Tx, account_id: UUID, at: datetime, idle_since: datetime, keep: int) -> None:
    """End the sessions of an account beyond the `keep` youngest, and those that have lapsed."""
    tx.put(
        """UPDATE access.session s SET ended = %(at)s, ended_by = 'limit'
        WHERE s.account_id = %(account)s AND s.ended IS NULL AND (
            s.expires <= %(at)s OR s.last_seen <= %(idle)s OR s.id IN (
                SELECT id FROM access.session WHERE account_id = %(account)s AND ended IS NULL
                AND expires > %(at)s AND last_seen > %(idle)s
                ORDER BY started DESC, id DESC OFFSET %(keep)s))""",
        {"account": account_id, "at": at, "idle": idle_since, "keep": keep},
    )


async def open_sessions(tx: Tx, account_id: UUID, at: datetime, idle_since: datetime) -> list[dict[str, Any]]:
    return await tx.rows(
        """SELECT id, started, last_seen, expires, address, agent FROM access.session
        WHERE account_id = %s AND ended IS NULL AND expires > %s AND last_seen > %s ORDER BY started DESC, id DESC""",
        (account_id, at, idle_since),
    )


async def end_session(tx: Tx, session_id: UUID, account_id: UUID, at: datetime, by: str) -> int:
    return await tx.count(
        """UPDATE access.session SET ended = %s, ended_by = %s
        WHERE id = %s AND account_id = %s AND ended IS NULL""",
        (at, by, session_id, account_id),
    )


def end_all(tx: Tx, account_id: UUID, at: datetime, by: str, spare: UUID | None = None) -> None:
    """End every open session of an account, except `spare`."""
    tx.put(
        """UPDATE access.session SET ended = %s, ended_by = %s
        WHERE account_id = %s AND ended IS NULL AND id IS DISTINCT FROM %s""",
        (at, by, account_id, spare),
    )


def forget_ended(tx: Tx, before: datetime) -> None:
    """Remove sessions that were over before the given moment."""
    tx.put("DELETE FROM access.session WHERE expires < %s", (before,))
