"""Sessions: who comes in by cookie or by key, how long that lasts, how many at once, how it ends."""

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any
from uuid import UUID

from yiwang.access.model import Actor, Grant
from yiwang.access.store import sessions as store
from yiwang.access.trail import audit
from yiwang.base.errors import NotFound
from yiwang.base.ids import uuid7
from yiwang.db.tx import Tx

IDLE = timedelta(minutes=30)
LONGEST = timedelta(hours=12)
MOST_SESSIONS = 5
TOUCH_EVERY = timedelta(minutes=1)
KEY_PREFIX = "yw"


@dataclass(frozen=True)
class OpenSession:
    """A session just begun: `token` goes into the cookie and is kept nowhere, `csrf` to the page."""

    id: UUID
    token: str
    csrf: str
    expires: datetime


def csrf_of(token: str) -> str:
    """Return the CSRF token of a session: made from the session's own token, so it need not be stored."""
    return hmac.digest(token.encode(), b"yiwang csrf", "sha256").hex()


def digest(secret: str) -> bytes:
    """Return what the database keeps of a token or key: 256 random bits need no slow hash."""
    return hashlib.sha256(secret.encode()).digest()


@dataclass(frozen=True, slots=True)
class Known:
    """Who a session belongs to. With `must_change` it is good for choosing a new password and nothing else."""

    actor: Actor
    username: str
    must_change: bool
    expires: datetime


class Memory:
    """Who was behind a token a moment ago, in one process.

    It saves a trip, never a look: the same question goes with the request's first other statement, and the server
    itself compares its answer before anything behind it is run. So revoking counts at once.
    """

    MOST = 4096

    def __init__(self) -> None:
        self._rows: dict[bytes, dict[str, Any]] = {}

    async def find(self, tx: Tx, secret: bytes, asked: store.Asked) -> dict[str, Any] | None:
        """Return the row of a token: remembered where the transaction may recall, else read."""
        row = self._rows.get(secret)
        if row is not None and tx.recalls:
            tx.vouch(*store.still(asked, row), partial(_heard, row))
            return row
        self._rows.pop(secret, None)
        row = await tx.row(*asked)
        if row is not None:
            if len(self._rows) >= self.MOST:
                self._rows.clear()
            self._rows[secret] = row
        return row


def _heard(row: dict[str, Any], now: dict[str, Any] | None) -> None:
    row["seen"] = now["seen"] if now else row["seen"]


async def authenticate_session(tx: Tx, token: str, memory: Memory | None = None) -> Known | None:
    """Return who holds this session token, in one statement; None when no such session is open."""
    secret = digest(token)
    row = await (memory or Memory()).find(tx, secret, store.asked_by_session(secret, tx.at, tx.at - IDLE))
    if row is None:
        return None
    if row["seen"] < tx.at - TOUCH_EVERY:
        store.touch_session(tx, row["session"], tx.at, tx.at - TOUCH_EVERY)
    actor = Actor(row["id"], "account", row["name"], _grants(row), row["session"])
    return Known(actor, row["username"], row["must_change"], row["expires"])


async def authenticate_key(tx: Tx, key: str, memory: Memory | None = None) -> Actor | None:
    """Return the application that holds this API key (`yw_<id>_<secret>`); None when it is not valid."""
    prefix, _, rest = key.partition("_")
    key_id, _, secret = rest.partition("_")
    if prefix != KEY_PREFIX or len(key_id) != 32 or not secret:
        return None
    try:
        known = UUID(hex=key_id)
    except ValueError:
        return None
    hashed = digest(secret)
    row = await (memory or Memory()).find(tx, known.bytes + hashed, store.asked_by_key(known, hashed, tx.at))
    if row is None:
        return None
    if row["seen"] is None or row["seen"] < tx.at - TOUCH_EVERY:
        store.touch_key(tx, row["session"], tx.at, tx.at - TOUCH_EVERY)
    return Actor(row["id"], "application", row["name"], _grants(row), row["session"])


def open_session(tx: Tx, account_id: UUID, address: str | None = None, agent: str | None = None) -> OpenSession:
    """Begin a session of an account; beyond five at once the oldest ends."""
    token = secrets.token_urlsafe(32)
    session = OpenSession(uuid7(tx.at), token, csrf_of(token), tx.at + LONGEST)
    agent = agent[:200] if agent else None
    store.insert_session(tx, session.id, account_id, digest(token), tx.at, session.expires, address, agent)
    store.end_oldest(tx, account_id, tx.at, tx.at - IDLE, MOST_SESSIONS)
    return session


async def list_sessions(tx: Tx, actor: Actor) -> list[dict[str, Any]]:
    """Return the actor's own open sessions, youngest first."""
    return await store.open_sessions(tx, actor.id, tx.at, tx.at - IDLE)


async def end_session(tx: Tx, actor: Actor, session_id: UUID, *, at: datetime) -> None:
    """End one of the actor's own sessions; another's is not found."""
    if not await store.end_session(tx, session_id, actor.id, tx.at, "owner"):
        raise NotFound("You have no open session with this id.")
    audit(tx, actor, "session.ended", "session", session_id, at)


def _grants(row: dict[str, Any]) -> tuple[Grant, ...]:
    if not row["roles"]:
        return ()
    return tuple(map(Grant, row["roles"], row["places"], row["units"]))
