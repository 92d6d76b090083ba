"""Addresses of coming in: the set-up, signing in and out, one's own sessions and password."""

from datetime import datetime
from uuid import UUID

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse
from pydantic import BaseModel

from yiwang.access import accounts, sessions, setup, signing_in
from yiwang.access.door import (
    CSRF_COOKIE,
    SESSION_COOKIE,
    Door,
    LongDoor,
    LongVisit,
    OpenDoor,
    OpenVisit,
    Visit,
    check_origin,
)
from yiwang.access.identity.halfway import HalfWay
from yiwang.access.model import Actor, Grant
from yiwang.access.problems import documented
from yiwang.access.routes.carrying import caller_of, set_half, set_session, token_of
from yiwang.access.routes.second import half_out
from yiwang.access.routes.shapes import Ask, Out, Secret, Words
from yiwang.access.routes.signed import HalfOut, SessionOut, describe, session_out
from yiwang.db.database import Database

router = APIRouter(prefix="/api", route_class=Door, tags=["access"])
long_router = APIRouter(prefix="/api", route_class=LongDoor, tags=["access"])
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


class ChooseAsk(Ask):
    """The token of a one-time link, and the password chosen by it."""

    token: Secret
    password: Secret


class Chosen(BaseModel):
    """Whose password was chosen: to be signed in with now."""

    username: str


@open_router.get("/setup")
async def setup_state(visit: OpenVisit) -> SetupState:
    demo = bool(getattr(visit.request.app.state, "demo", False))
    return SetupState(needed=await setup.is_needed(visit.tx), platform=visit.tx.platform, demo=demo)


@open_router.post("/setup", status_code=201)
async def set_up(ask: SetupAsk, visit: OpenVisit, response: Response) -> SessionOut:
    account = await setup.set_up(visit.tx, ask.token, ask.username, ask.name, ask.password, at=visit.at)
    caller = caller_of(visit.request)
    session = sessions.open_session(visit.tx, account.id, caller.address, caller.agent)
    set_session(visit.request, response, session, visit.at)
    actor = Actor(account.id, "account", account.name, (Grant("system_admin"),), session.id)
    return session_out(actor, account.username, session.csrf, session.expires, False)


@open_router.post("/password-link")
async def choose_password(ask: ChooseAsk, visit: OpenVisit) -> Chosen:
    return Chosen(username=await accounts.use_link(visit.tx, ask.token, ask.password, at=visit.at))


@sign_in_router.post(
    "/session",
    response_model=SessionOut,
    responses={
        202: {"model": HalfOut, "description": "A second factor is owed"},
        **documented(400, 401, 403, 422, 429),
    },
)
async def sign_in(ask: SignInAsk, request: Request, response: Response) -> SessionOut | Response:
    check_origin(request)
    database: Database = request.app.state.database
    caller = caller_of(request)
    found = await signing_in.sign_in(database, ask.username, ask.password, address=caller.address, agent=caller.agent)
    async with database.tx() as tx:
        if isinstance(found, HalfWay):
            half = JSONResponse((await half_out(tx, request, found.token)).model_dump(mode="json"), 202)
            set_half(request, half, found)
            return half
        set_session(request, response, found, tx.at)
        return await describe(tx, found.token)


@router.get("/session")
async def present_session(visit: Visit) -> SessionOut:
    return await describe(visit.tx, token_of(visit))


@router.delete("/session", status_code=204)
async def sign_out(visit: Visit, response: Response) -> None:
    token_of(visit)
    if visit.actor.session:
        await sessions.end_session(visit.tx, visit.actor, visit.actor.session, at=visit.at)
    response.delete_cookie(SESSION_COOKIE)
    response.delete_cookie(CSRF_COOKIE)


@long_router.post("/session/password", status_code=204)
async def change_password(ask: PasswordAsk, visit: LongVisit) -> None:
    token_of(visit)
    await accounts.change_own_password(visit.database, visit.actor, ask.old, ask.password)


@router.get("/sessions")
async def own_sessions(visit: Visit) -> OwnSessions:
    rows = await sessions.list_sessions(visit.tx, visit.actor)
    return OwnSessions(items=[OwnSession(**row, current=row["id"] == visit.actor.session) for row in rows])


@router.delete("/sessions/{session_id}", status_code=204)
async def end_session(session_id: UUID, visit: Visit) -> None:
    await sessions.end_session(visit.tx, visit.actor, session_id, at=visit.at)
