"""Who is signed in, as every way of signing in answers it."""

from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic import BaseModel

from yiwang.access import sessions
from yiwang.access.model import Actor
from yiwang.base.errors import NotSignedIn
from yiwang.db.tx import Tx


class SessionOut(BaseModel):
    """Who is signed in, what they may do, and the token that unsafe requests carry."""

    account_id: UUID
    username: str
    name: str
    roles: list[str]
    permissions: list[str]
    csrf: str
    expires_at: datetime
    must_change_password: bool


class HalfOut(BaseModel):
    """One factor was right. Next is to `prove` a second in one of these ways, or to `enrol` one."""

    step: str
    ways: list[str]
    username: str
    name: str
    obstacle: str | None
    return_to: str | None
    expires_at: datetime


class EnrolledOut(BaseModel):
    """Signed in with a factor just enrolled; the recovery codes are shown this once."""

    session: SessionOut
    recovery_codes: list[str]


async def describe(tx: Tx, token: str) -> SessionOut:
    """Return who holds this session token."""
    found = await sessions.authenticate_session(tx, token)
    if found is None:
        raise NotSignedIn("Your session has ended. Sign in again.")
    return session_out(found.actor, found.username, sessions.csrf_of(token), found.expires, found.must_change)


def session_out(actor: Actor, username: str, csrf: str, expires: datetime, must_change: bool) -> SessionOut:
    """Return who is signed in."""
    told: dict[str, Any] = {"account_id": actor.id, "name": actor.name, "username": username, "csrf": csrf}
    return SessionOut(
        **told,
        roles=actor.roles,
        permissions=actor.permissions,
        expires_at=expires,
        must_change_password=must_change,
    )
