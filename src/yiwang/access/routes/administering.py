"""Addresses of administrators: accounts, their sessions, roles and who holds them."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Query
from pydantic import BaseModel

from yiwang.access import accounts, grants
from yiwang.access.door import Door, Visit
from yiwang.access.model import PERMISSIONS, ROLES
from yiwang.access.routes.shapes import Ask, Out, Secret, Words

router = APIRouter(prefix="/api", route_class=Door, tags=["access"])


class AccountAsk(Ask):
    """An account to be made; by default its password is good for one sign-in. Without one, send a link."""

    username: Words
    name: Words
    password: Secret | None = None
    must_change: bool = True


class AccountOut(Out):
    """An account as administrators see it."""

    id: UUID
    username: str
    name: str
    state: str
    recorded: datetime
    roles: list[str]


class Accounts(BaseModel):
    items: list[AccountOut]
    next: str | None


class AccountDetail(AccountOut):
    """One account, and how it can sign in."""

    password: bool
    must_change: bool
    password_changed: datetime
    totp: bool
    passkeys: int
    last_sign_in: datetime | None


class PasswordLinkOut(Out):
    """The one-time token of a link by which the owner chooses a password: shown this once."""

    token: str
    expires: datetime


class SessionRow(Out):
    """An open session of an account."""

    id: UUID
    started: datetime
    last_seen: datetime
    expires: datetime
    address: str | None
    agent: str | None


class SessionRows(BaseModel):
    items: list[SessionRow]


class ResetAsk(Ask):
    """A password good for one sign-in."""

    password: Secret


class GrantAsk(Ask):
    """A role over a jurisdiction subtree and an organisation subtree; left out is the whole tree."""

    role: Words
    jurisdiction: UUID | None = None
    organisation: UUID | None = None


class DatedGrantAsk(GrantAsk):
    """A role from a moment on, or now; until a moment, or for good."""

    since: datetime | None = None
    until: datetime | None = None


class HoldingOut(Out):
    """A role held now, or from `since` on."""

    id: UUID
    role: str
    jurisdiction: UUID | None
    organisation: UUID | None
    recorded: datetime
    granted_by: UUID
    since: datetime
    until: datetime | None


class Holdings(BaseModel):
    items: list[HoldingOut]


class Granted(BaseModel):
    id: UUID


class RoleOut(BaseModel):
    """A role and what it gives."""

    code: str
    label_zh: str
    label_en: str
    permissions: list[str]


class Roles(BaseModel):
    items: list[RoleOut]


@router.get("/accounts")
async def list_accounts(
    visit: Visit,
    q: Words = "",
    role: Words | None = None,
    state: Literal["active", "disabled"] | None = None,
    cursor: Words | None = None,
    limit: Annotated[int, Query()] = 50,
) -> Accounts:
    page = await accounts.list_accounts(
        visit.tx, visit.actor, words=q, role=role, state=state, cursor=cursor, limit=limit
    )
    return Accounts(items=[AccountOut.model_validate(a) for a in page.items], next=page.next)


@router.post("/accounts", status_code=201)
async def create_account(ask: AccountAsk, visit: Visit) -> AccountOut:
    account = await accounts.create_account(
        visit.tx, visit.actor, ask.username, ask.name, ask.password, at=visit.at, must_change=ask.must_change
    )
    return AccountOut.model_validate(account)


@router.get("/accounts/{account_id}")
async def find_account(account_id: UUID, visit: Visit) -> AccountDetail:
    return AccountDetail(**await accounts.find_account(visit.tx, visit.actor, account_id))


@router.post("/accounts/{account_id}/link", status_code=201)
async def make_link(account_id: UUID, visit: Visit) -> PasswordLinkOut:
    link = await accounts.make_link(visit.tx, visit.actor, account_id, at=visit.at)
    return PasswordLinkOut.model_validate(link)


@router.get("/accounts/{account_id}/sessions")
async def sessions_of(account_id: UUID, visit: Visit) -> SessionRows:
    rows = await accounts.sessions_of(visit.tx, visit.actor, account_id)
    return SessionRows(items=[SessionRow(**row) for row in rows])


@router.delete("/accounts/{account_id}/sessions", status_code=204)
async def end_sessions_of(account_id: UUID, visit: Visit) -> None:
    await accounts.end_sessions_of(visit.tx, visit.actor, account_id, at=visit.at)


@router.delete("/accounts/{account_id}/sessions/{session_id}", status_code=204)
async def end_session_of(account_id: UUID, session_id: UUID, visit: Visit) -> None:
    await accounts.end_session_of(visit.tx, visit.actor, account_id, session_id, at=visit.at)


@router.post("/accounts/{account_id}/disable", status_code=204)
async def disable_account(account_id: UUID, visit: Visit) -> None:
    await accounts.disable_account(visit.tx, visit.actor, account_id, at=visit.at)


@router.post("/accounts/{account_id}/enable", status_code=204)
async def enable_account(account_id: UUID, visit: Visit) -> None:
    await accounts.enable_account(visit.tx, visit.actor, account_id, at=visit.at)


@router.post("/accounts/{account_id}/reset", status_code=204)
async def reset_password(account_id: UUID, ask: ResetAsk, visit: Visit) -> None:
    await accounts.reset_password(visit.tx, visit.actor, account_id, ask.password, at=visit.at)


@router.get("/accounts/{account_id}/grants")
async def list_grants(account_id: UUID, visit: Visit) -> Holdings:
    held = await grants.list_grants(visit.tx, visit.actor, account_id)
    return Holdings(items=[HoldingOut.model_validate(h) for h in held])


@router.post("/accounts/{account_id}/grants", status_code=201)
async def grant_role(account_id: UUID, ask: DatedGrantAsk, visit: Visit) -> Granted:
    holding = await grants.grant_role(
        visit.tx,
        visit.actor,
        account_id,
        ask.role,
        jurisdiction=ask.jurisdiction,
        organisation=ask.organisation,
        since=ask.since,
        until=ask.until,
        at=visit.at,
    )
    return Granted(id=holding)


@router.delete("/accounts/{account_id}/grants/{holding_id}", status_code=204)
async def revoke_role(account_id: UUID, holding_id: UUID, visit: Visit) -> None:
    await grants.revoke_role(visit.tx, visit.actor, account_id, holding_id, at=visit.at)


@router.get("/roles")
async def list_roles() -> Roles:
    return Roles(
        items=[
            RoleOut(
                code=r.code, label_zh=r.zh, label_en=r.en, permissions=[p for p in PERMISSIONS if p in r.permissions]
            )
            for r in ROLES.values()
        ]
    )
