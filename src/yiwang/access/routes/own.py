"""Addresses of one's own security: second factors, and showing once more who one is before they change."""

from datetime import datetime
from uuid import UUID

from fastapi import APIRouter
from pydantic import BaseModel

from yiwang.access.door import Door, LongDoor, LongVisit, Visit
from yiwang.access.identity import codes, factors, linking, passkeys
from yiwang.access.routes.carrying import host_of, title_of, token_of
from yiwang.access.routes.second import CodeAsk, DraftOut, NewCredentialAsk, OptionsOut
from yiwang.access.routes.shapes import Ask, Out, Secret, Words
from yiwang.access.routes.signed import describe

router = APIRouter(prefix="/api/session", route_class=Door, tags=["access"])
long_router = APIRouter(prefix="/api/session", route_class=LongDoor, tags=["access"])


class ProveAsk(Ask):
    """One's password, or a code: one of them."""

    password: Secret | None = None
    code: Words | None = None


class PasskeyOut(Out):
    """One of one's own passkeys."""

    id: UUID
    host: str
    label: str
    recorded: datetime
    last_used: datetime | None


class OwnLinkOut(Out):
    """Who one is elsewhere."""

    provider: str
    label_zh: str
    label_en: str
    last_used: datetime | None


class SecurityOut(BaseModel):
    """One's own second factors. `obstacle` is why passkeys cannot be used under the present name, if they cannot."""

    required: bool
    totp_since: datetime | None
    recovery_codes_left: int
    passkeys: list[PasskeyOut]
    obstacle: str | None
    links: list[OwnLinkOut]


class CodesOut(BaseModel):
    """Recovery codes, shown this once; empty when the former ones stay good."""

    recovery_codes: list[str]


class LabelAsk(Ask):
    """Another name."""

    label: Words


@router.get("/security")
async def security(visit: Visit) -> SecurityOut:
    token_of(visit)
    own = await factors.overview(visit.tx, visit.actor, host_of(visit.request))
    links = await linking.list_links(visit.tx, visit.actor, visit.actor.id)
    return SecurityOut(
        required=own.required,
        totp_since=own.totp,
        recovery_codes_left=own.codes_left,
        passkeys=[PasskeyOut(**{name: row[name] for name in PasskeyOut.model_fields}) for row in own.passkeys],
        obstacle=own.obstacle,
        links=[OwnLinkOut(**{name: row[name] for name in OwnLinkOut.model_fields}) for row in links],
    )


@long_router.post("/prove", status_code=204)
async def prove(ask: ProveAsk, visit: LongVisit) -> None:
    token_of(visit)
    keyring = visit.request.app.state.keyring
    await factors.prove_again(visit.database, keyring, visit.actor, password=ask.password, code=ask.code)


@router.post("/totp")
async def start_totp(visit: Visit) -> DraftOut:
    await _fresh(visit)
    who = await describe(visit.tx, token_of(visit))
    draft = await codes.start_totp(visit.tx, visit.keyring, visit.actor.id, who.username, title_of(visit.request))
    return DraftOut(secret=draft.secret, address=draft.address)


@router.post("/totp/confirm")
async def confirm_totp(ask: CodeAsk, visit: Visit) -> CodesOut:
    await _fresh(visit)
    made = await codes.confirm_totp(visit.tx, visit.keyring, visit.actor, ask.code, at=visit.at)
    return CodesOut(recovery_codes=made)


@router.delete("/totp", status_code=204)
async def remove_totp(visit: Visit) -> None:
    await _fresh(visit)
    await factors.remove_totp(visit.tx, visit.actor, at=visit.at)


@router.post("/recovery-codes")
async def new_codes(visit: Visit) -> CodesOut:
    await _fresh(visit)
    return CodesOut(recovery_codes=await factors.renew_codes(visit.tx, visit.keyring, visit.actor, at=visit.at))


@router.post("/passkeys/options")
async def passkey_options(visit: Visit) -> OptionsOut:
    await _fresh(visit)
    who = await describe(visit.tx, token_of(visit))
    host, title = host_of(visit.request), title_of(visit.request)
    return OptionsOut(options=await passkeys.offer_new(visit.tx, visit.actor, who.username, host, title))


@router.post("/passkeys", status_code=201)
async def add_passkey(ask: NewCredentialAsk, visit: Visit) -> CodesOut:
    await _fresh(visit)
    _, recovery = await factors.add_passkey(
        visit.tx, visit.keyring, visit.actor, ask.credential, ask.label, host_of(visit.request), at=visit.at
    )
    return CodesOut(recovery_codes=recovery)


@router.patch("/passkeys/{passkey_id}", status_code=204)
async def rename_passkey(passkey_id: UUID, ask: LabelAsk, visit: Visit) -> None:
    token_of(visit)
    await passkeys.rename(visit.tx, visit.actor, passkey_id, ask.label, at=visit.at)


@router.delete("/passkeys/{passkey_id}", status_code=204)
async def remove_passkey(passkey_id: UUID, visit: Visit) -> None:
    await _fresh(visit)
    await factors.remove_passkey(visit.tx, visit.actor, passkey_id, at=visit.at)


async def _fresh(visit: Visit) -> None:
    """Ask for a person who has just shown who they are."""
    token_of(visit)
    await factors.check_fresh(visit.tx, visit.actor)
