"""Signing in with a password: every try counts before it is looked at, a wrong one is answered like an unknown user."""

import hashlib
from datetime import timedelta

from yiwang.access.model import Actor, platform_actor
from yiwang.access.model.secrets import FORGET_AFTER, checked_username, lock_after
from yiwang.access.passwords import hash_password, is_outdated, password_fits
from yiwang.access.sessions import OpenSession, open_session
from yiwang.access.store import accounts as store
from yiwang.access.store import sessions as session_store
from yiwang.access.trail import audit
from yiwang.base.errors import Invalid, NotSignedIn, TooMany
from yiwang.db.database import Database
from yiwang.db.tx import Tx

DOOR = platform_actor("door")
_WRONG = "The username or the password is not right."
_KEEP_SESSIONS = timedelta(days=183)


async def sign_in(
    database: Database, username: str, password: str, *, address: str | None = None, agent: str | None = None
) -> OpenSession:
    """Check a password and begin a session. Takes the database, not a transaction: a wrong try must stay counted,
    and no connection is held while the password is hashed."""
    try:
        username = checked_username(username)
    except Invalid:
        raise NotSignedIn(_WRONG) from None
    async with database.tx() as tx:
        await _count_try(tx, username)
        found = await store.find_password(tx, username)
    fits = await password_fits(found["secret"] if found else None, password)
    if found is None or not fits:
        async with database.tx() as tx:
            detail = {"typed": hashlib.sha256(username.encode()).hexdigest()[:16], "address": address}
            audit(tx, DOOR, "session.refused", "account", found["id"] if found else None, tx.at, detail, success=False)
        raise NotSignedIn(_WRONG)
    newer = await hash_password(password) if is_outdated(found["secret"]) else None
    async with database.tx() as tx:
        store.clear_attempts(tx, username)
        if newer:
            store.replace_hash(tx, found["id"], found["secret"], newer)
        session = open_session(tx, found["id"], address, agent)
        actor = Actor(found["id"], "account", found["name"], (), session.id)
        audit(tx, actor, "session.begun", "session", session.id, tx.at, {"address": address})
    return session


async def sweep(tx: Tx) -> None:
    """Forget old tries, and sessions over for half a year (the least that the Cybersecurity Law has logs kept)."""
    store.forget_attempts(tx, tx.at - FORGET_AFTER)
    session_store.forget_ended(tx, tx.at - _KEEP_SESSIONS)


async def _count_try(tx: Tx, username: str) -> None:
    """Count the try as wrong until it proves right: guesses sent at once then pass no more often than in a row."""
    failures = await store.count_attempt(tx, username, tx.at, tx.at - FORGET_AFTER)
    if failures is None:
        until = await store.locked_until(tx, username)
        minutes = max(1, round((until - tx.at).total_seconds() / 60)) if until else 1
        raise TooMany(f"Too many wrong passwords. Try again in {minutes} minutes, or ask an administrator to reset it.")
    lock = lock_after(failures)
    if lock:
        store.lock_attempts(tx, username, tx.at + lock)
