"""Addresses of coming in: the set-up, signing in and out, one's own sessions and password."""

from datetime import datetime
from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel

from yiwang.access import accounts, sessions, setup, signing_in
from yiwang.access.door import CSRF_COOKIE, SESSION_COOKIE, Door, OpenDoor, OpenVisit, Visit, check_origin
from yiwang.access.model import Actor, Grant
from yiwang.access.problems import documented
from yiwang.access.routes.shapes import Ask, Out, Secret, Words
from yiwang.base.errors import Forbidden, NotSignedIn
from yiwang.db.database import Database
from yiwang.db.tx import Tx

router = APIRouter(prefix="/api", route_class=Door, tags=["access"])
open_router = APIRouter(prefix="/api", route_class=OpenDoor, tags=["access"])
# Signing in opens its own two transactions, so that a wrong try stays counted.
sign_in_router = APIRouter(prefix="/api", tags=["access"])


class SetupState(BaseModel):
    """Whether the first administrator is still to be made."""

    needed: bool
    platform: str
    demo: bool


class SetupAsk(Ask):
    """The first administrator."""

    token: Secret
    username: Words
    password: Secret
    name: Words


class SignInAsk(Ask):
    """A username and its password."""

    username: Words
    password: Secret


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


class OwnSession(Out):
    """One of one's own open sessions."""

    id: UUID
    started: datetime
    last_seen: datetime
    expires: datetime
    address: str | None
    agent: str | None
    current: bool


class OwnSessions(BaseModel):
    items: list[OwnSession]


class PasswordAsk(Ask):
    """One's present password and the one to come."""

    old: Secret
    password: Secret


@open_router.get("/setup")
async def setup_state(visit: OpenVisit) -> SetupState:
    demo = bool(getattr(visit.request.app.state, "demo", False))
    return SetupState(needed=await setup.is_needed(visit.tx), platform=visit.tx.platform, demo=demo)


@open_router.post("/setup", status_code=201)
async def set_up(ask: SetupAsk, visit: OpenVisit, response: Response) -> SessionOut:
    account = await setup.set_up(visit.tx, ask.token, ask.username, ask.name, ask.password, at=visit.at)
    session = sessions.open_session(visit.tx, account.id, *_from(visit.request))
    _set_cookies(visit.request, response, session)
    actor = Actor(account.id, "account", account.name, (Grant("system_admin"),), session.id)
    return _session_out(actor, account.username, session.csrf, session.expires, False)


@sign_in_router.post("/session", responses=documented(400, 401, 403, 422, 429))
async def sign_in(ask: SignInAsk, request: Request, response: Response) -> SessionOut:
    check_origin(request)
    database: Database = request.app.state.database
    address, agent = _from(request)
    session = await signing_in.sign_in(database, ask.username, ask.password, address=address, agent=agent)
    _set_cookies(request, response, session)
    async with database.tx() as tx:
        return await _describe(tx, session.token)


@router.get("/session")
async def present_session(visit: Visit) -> SessionOut:
    return await _describe(visit.tx, _token(visit))


@router.delete("/session", status_code=204)
async def sign_out(visit: Visit, response: Response) -> None:
    _token(visit)
    if visit.actor.session:
        await sessions.end_session(visit.tx, visit.actor, visit.actor.session, at=visit.at)
    response.delete_cookie(SESSION_COOKIE)
    response.delete_cookie(CSRF_COOKIE)


@router.post("/session/password", status_code=204)
async def change_password(ask: PasswordAsk, visit: Visit) -> None:
    _token(visit)
    await accounts.change_password(visit.tx, visit.actor, ask.old, ask.password, at=visit.at)


@router.get("/sessions")
async def own_sessions(visit: Visit) -> OwnSessions:
    rows = await sessions.list_sessions(visit.tx, visit.actor)
    return OwnSessions(items=[OwnSession(**row, current=row["id"] == visit.actor.session) for row in rows])


@router.delete("/sessions/{session_id}", status_code=204)
async def end_session(session_id: UUID, visit: Visit) -> None:
    await sessions.end_session(visit.tx, visit.actor, session_id, at=visit.at)


async def _describe(tx: Tx, token: str) -> SessionOut:
    found = await sessions.authenticate_session(tx, token)
    if found is None:
        raise NotSignedIn("Your session has ended. Sign in again.")
    return _session_out(found.actor, found.username, sessions.csrf_of(token), found.expires, found.must_change)


def _session_out(actor: Actor, username: str, csrf: str, expires: datetime, must_change: bool) -> SessionOut:
    return SessionOut(
        account_id=actor.id,
        username=username,
        name=actor.name,
        roles=actor.roles,
        permissions=actor.permissions,
        csrf=csrf,
        expires_at=expires,
        must_change_password=must_change,
    )


def _token(visit: Any) -> str:
    token = visit.request.cookies.get(SESSION_COOKIE)
    if visit.actor.kind != "account" or not token:
        raise Forbidden("This is for people who signed in; a key has no session.")
    return str(token)


def _from(request: Request) -> tuple[str | None, str | None]:
    return (request.client.host if request.client else None), request.headers.get("user-agent")


def _set_cookies(request: Request, response: Response, session: sessions.OpenSession) -> None:
    """The session's token is out of reach of scripts; the CSRF token is for them to read."""
    secure = request.url.scheme == "https"
    age = int(sessions.LONGEST.total_seconds())
    response.set_cookie(SESSION_COOKIE, session.token, age, httponly=True, samesite="strict", secure=secure)
    response.set_cookie(CSRF_COOKIE, session.csrf, age, samesite="strict", secure=secure)
