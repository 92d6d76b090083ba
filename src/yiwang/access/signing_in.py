"""Signing in with a password: every try counts before it is looked at, a wrong one is answered like an unknown user.

Whoever owes a second factor gets half a session, which `identity.halfway` finishes.
"""

import hashlib
from datetime import timedelta

from yiwang.access import once
from yiwang.access.identity import halfway
from yiwang.access.identity.halfway import Caller, HalfWay, admit
from yiwang.access.model import platform_actor
from yiwang.access.model.secrets import FORGET_AFTER, checked_username
from yiwang.access.passwords import hash_password, is_outdated, password_fits
from yiwang.access.sessions import OpenSession
from yiwang.access.store import accounts as store
from yiwang.access.store import sessions as session_store
from yiwang.access.trail import audit
from yiwang.access.tries import count_try
from yiwang.base.errors import Invalid, NotSignedIn
from yiwang.db.database import Database
from yiwang.db.tx import Tx

DOOR = platform_actor("door")
_WRONG = "The username or the password is not right."
_KEEP_SESSIONS = timedelta(days=183)


async def sign_in(
    database: Database, username: str, password: str, *, address: str | None = None, agent: str | None = None
) -> OpenSession | HalfWay:
    """Check a password and begin a session, or half a one where a second factor is owed.

    Takes the database, not a transaction: a wrong try must stay counted, and no connection is held while the password
    is hashed.
    """
    try:
        username = checked_username(username)
    except Invalid:
        raise NotSignedIn(_WRONG) from None
    async with database.tx() as tx:
        await count_try(tx, username)
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
        return await admit(tx, found["id"], found["name"], ["password"], Caller(address, agent))


async def sweep(tx: Tx) -> None:
    """Forget old tries, and sessions over for half a year (the least that the Cybersecurity Law has logs kept)."""
    store.forget_attempts(tx, tx.at - FORGET_AFTER)
    session_store.forget_ended(tx, tx.at - _KEEP_SESSIONS)
    halfway.sweep(tx)
    once.sweep(tx)
