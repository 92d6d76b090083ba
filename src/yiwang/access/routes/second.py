"""Addresses of the second step of signing in, and of signing in with a passkey alone.

Whoever is half way in carries a cookie that is good for these addresses only.
"""

from typing import Any

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, Field

from yiwang.access.door import OpenDoor, OpenEntry, OpenVisit, check_origin
from yiwang.access.identity import codes, factors, halfway, passkeys
from yiwang.access.identity.halfway import Waiting
from yiwang.access.problems import documented
from yiwang.access.routes.carrying import (
    HALF_COOKIE,
    caller_of,
    clear_half,
    host_of,
    set_session,
    title_of,
)
from yiwang.access.routes.shapes import Ask, Words
from yiwang.access.routes.signed import EnrolledOut, HalfOut, SessionOut, describe
from yiwang.base.errors import Conflict
from yiwang.db.database import Database
from yiwang.db.tx import Tx

router = APIRouter(prefix="/api/sign-in", route_class=OpenDoor, tags=["access"])
# A wrong code stays counted, so this opens its own transactions.
code_router = APIRouter(prefix="/api/sign-in", tags=["access"])
_SIGNED_OUT = documented(401)


class CodeAsk(Ask):
    """A code of the phone, or a recovery code."""

    code: Words


class CredentialAsk(Ask):
    """What `navigator.credentials` returned, as JSON."""

    credential: dict[str, Any] = Field(max_length=20)


class NewCredentialAsk(CredentialAsk):
    """A passkey just made, and what its owner calls it."""

    label: Words


class OptionsOut(BaseModel):
    """What `navigator.credentials` is to be asked with, as JSON (WebAuthn level 3 §5.1.8, §5.1.9)."""

    options: dict[str, Any]


class DraftOut(BaseModel):
    """A secret for a phone: the address is drawn as a QR code by the page itself."""

    secret: str
    address: str


@router.get("", responses=_SIGNED_OUT)
async def half_session(visit: OpenVisit) -> HalfOut:
    return await half_out(visit.tx, visit.request, visit.request.cookies.get(HALF_COOKIE))


@router.delete("", status_code=204)
async def give_up(visit: OpenVisit, response: Response) -> None:
    await halfway.give_up(visit.tx, visit.request.cookies.get(HALF_COOKIE))
    clear_half(response)


@code_router.post("/code", responses=documented(400, 401, 403, 409, 422, 429))
async def prove_with_code(ask: CodeAsk, request: Request, response: Response) -> SessionOut:
    check_origin(request)
    database: Database = request.app.state.database
    token = request.cookies.get(HALF_COOKIE)
    session = await factors.prove_code(database, request.app.state.keyring, token, ask.code, caller_of(request))
    async with database.tx() as tx:
        set_session(request, response, session, tx.at)
        return await describe(tx, session.token)


@router.post("/passkey/options", responses=_SIGNED_OUT)
async def passkey_options(visit: OpenVisit) -> OptionsOut:
    half = await _half(visit)
    account = half.account_id if half else None
    return OptionsOut(options=await passkeys.offer(visit.tx, host_of(visit.request), account))


@router.post("/passkey", responses=_SIGNED_OUT)
async def prove_with_passkey(ask: CredentialAsk, visit: OpenVisit, response: Response) -> SessionOut:
    half = await _half(visit)
    account = half.account_id if half else None
    found = await passkeys.shown(visit.tx, ask.credential, host_of(visit.request), account)
    caller = caller_of(visit.request)
    if half:
        session = await halfway.finish(visit.tx, half, "passkey", caller)
    else:
        session = await halfway.enter(visit.tx, found.account_id, found.name, ["passkey"], caller)
    set_session(visit.request, response, session, visit.at)
    return await describe(visit.tx, session.token)


@router.post("/enrol/totp", responses=_SIGNED_OUT)
async def enrol_totp(visit: OpenVisit) -> DraftOut:
    half = await _enrolling(visit)
    draft = await codes.start_totp(visit.tx, visit.keyring, half.account_id, half.username, title_of(visit.request))
    return DraftOut(secret=draft.secret, address=draft.address)


@router.post("/enrol/totp/confirm", responses=_SIGNED_OUT)
async def confirm_totp(ask: CodeAsk, visit: OpenVisit, response: Response) -> EnrolledOut:
    half = await _enrolling(visit)
    recovery = await codes.confirm_totp(visit.tx, visit.keyring, half.actor, ask.code, at=visit.at)
    return await _enrolled(visit, half, "totp", recovery, response)


@router.post("/enrol/passkey", responses=_SIGNED_OUT)
async def enrol_passkey(visit: OpenVisit) -> OptionsOut:
    half = await _enrolling(visit)
    host, title = host_of(visit.request), title_of(visit.request)
    return OptionsOut(options=await passkeys.offer_new(visit.tx, half.actor, half.username, host, title))


@router.post("/enrol/passkey/confirm", responses=_SIGNED_OUT)
async def confirm_passkey(ask: NewCredentialAsk, visit: OpenVisit, response: Response) -> EnrolledOut:
    half = await _enrolling(visit)
    _, recovery = await factors.add_passkey(
        visit.tx, visit.keyring, half.actor, ask.credential, ask.label, host_of(visit.request), at=visit.at
    )
    return await _enrolled(visit, half, "passkey", recovery, response)


async def half_out(tx: Tx, request: Request, token: str | None) -> HalfOut:
    """Return what somebody half way in is to do next."""
    half, host = await halfway.waiting(tx, token), host_of(request)
    ways = await factors.ways_on(tx, half, host) if half.step == "prove" else ["totp", "passkey"]
    return HalfOut(
        step=half.step,
        ways=[way for way in ways if way != "passkey" or host.obstacle is None],
        username=half.username,
        name=half.name,
        obstacle=host.obstacle,
        return_to=half.return_to,
        expires_at=half.expires,
    )


async def _half(visit: OpenEntry) -> Waiting | None:
    """Return who owes a second factor; None when nobody is half way in, and a passkey alone is to do."""
    token = visit.request.cookies.get(HALF_COOKIE)
    if token is None:
        return None
    half = await halfway.waiting(visit.tx, token)
    if half.step != "prove":
        raise Conflict("This account has no second factor yet: enrol one.")
    return half


async def _enrolling(visit: OpenEntry) -> Waiting:
    """Return who has to enrol. Whoever has a factor shows it: a password alone adds none."""
    half = await halfway.waiting(visit.tx, visit.request.cookies.get(HALF_COOKIE))
    if half.step != "enrol":
        raise Conflict("This account has a second factor: show it.")
    return half


async def _enrolled(visit: OpenEntry, half: Waiting, way: str, recovery: list[str], response: Response) -> EnrolledOut:
    session = await halfway.finish(visit.tx, half, way, caller_of(visit.request))
    set_session(visit.request, response, session, visit.at)
    return EnrolledOut(session=await describe(visit.tx, session.token), recovery_codes=recovery)
