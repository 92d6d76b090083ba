"""Addresses of administrators: accounts, roles and who holds them, keys."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field

from yiwang.access import accounts, grants, keys
from yiwang.access.door import Door, Visit
from yiwang.access.model import PERMISSIONS, ROLES, Grant
from yiwang.access.routes.shapes import Ask, Out, Secret, Words

router = APIRouter(prefix="/api", route_class=Door, tags=["access"])


class AccountAsk(Ask):
    """An account to be made; by default its password is good for one sign-in."""

    username: Words
    name: Words
    password: Secret
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


class ResetAsk(Ask):
    """A password good for one sign-in."""

    password: Secret


class GrantAsk(Ask):
    """A role over a jurisdiction subtree and an organisation subtree; left out is the whole tree."""

    role: Words
    jurisdiction: UUID | None = None
    organisation: UUID | None = None


class HoldingOut(Out):
    """A role held now."""

    id: UUID
    role: str
    jurisdiction: UUID | None
    organisation: UUID | None
    recorded: datetime
    granted_by: UUID


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


class KeyAsk(Ask):
    """A key for one purpose of an application."""

    application: Words
    purpose: Words
    grants: list[GrantAsk] = Field(max_length=50)
    expires: datetime | None = None


class NewKeyOut(Out):
    """A key just made: the only time it is shown."""

    id: UUID
    application_id: UUID
    key: str
    expires: datetime


class KeyOut(Out):
    """A key without its secret."""

    id: UUID
    application: str
    purpose: str
    roles: list[str]
    recorded: datetime
    expires: datetime | None
    last_used: datetime | None
    ended: datetime | None


class Keys(BaseModel):
    items: list[KeyOut]


@router.get("/accounts")
async def list_accounts(
    visit: Visit, q: Words = "", cursor: Words | None = None, limit: Annotated[int, Query()] = 50
) -> Accounts:
    page = await accounts.list_accounts(visit.tx, visit.actor, words=q, cursor=cursor, limit=limit)
    return Accounts(items=[AccountOut.model_validate(a) for a in page.items], next=page.next)


@router.post("/accounts", status_code=201)
async def create_account(ask: AccountAsk, visit: Visit) -> AccountOut:
    account = await accounts.create_account(
        visit.tx, visit.actor, ask.username, ask.name, ask.password, at=visit.at, must_change=ask.must_change
    )
    return AccountOut.model_validate(account)


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
async def grant_role(account_id: UUID, ask: GrantAsk, visit: Visit) -> Granted:
    holding = await grants.grant_role(
        visit.tx,
        visit.actor,
        account_id,
        ask.role,
        jurisdiction=ask.jurisdiction,
        organisation=ask.organisation,
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


@router.get("/keys")
async def list_keys(visit: Visit) -> Keys:
    return Keys(items=[KeyOut(**row) for row in await keys.list_keys(visit.tx, visit.actor)])


@router.post("/keys", status_code=201)
async def create_key(ask: KeyAsk, visit: Visit) -> NewKeyOut:
    wanted = [Grant(g.role, g.jurisdiction, g.organisation) for g in ask.grants]
    key = await keys.create_key(
        visit.tx, visit.actor, ask.application, ask.purpose, wanted, expires=ask.expires, at=visit.at
    )
    return NewKeyOut.model_validate(key)


@router.delete("/keys/{key_id}", status_code=204)
async def revoke_key(key_id: UUID, visit: Visit) -> None:
    await keys.revoke_key(visit.tx, visit.actor, key_id, at=visit.at)
