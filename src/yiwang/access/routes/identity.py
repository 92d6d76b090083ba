"""Addresses of the security administrator: rules of roles, providers of single sign-on; and who is whom elsewhere."""

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import APIRouter
from pydantic import BaseModel, Field

from yiwang.access.door import Door, LongDoor, LongVisit, Visit
from yiwang.access.identity import factors, linking, policies, providers
from yiwang.access.identity.model.rules import LONGEST_MINUTES, MOST_SESSIONS, Policy
from yiwang.access.identity.providers import Draft
from yiwang.access.routes.carrying import outside_of
from yiwang.access.routes.shapes import Ask, Out, Secret, Words

router = APIRouter(prefix="/api", route_class=Door, tags=["access"])
long_router = APIRouter(prefix="/api", route_class=LongDoor, tags=["access"])


class PolicyAsk(Ask):
    """The rule of a role: how its holders sign in, and how it may be given."""

    second_factor: bool
    most_sessions: int = Field(MOST_SESSIONS, ge=1, le=MOST_SESSIONS)
    longest_minutes: int = Field(LONGEST_MINUTES, ge=15, le=LONGEST_MINUTES)
    everywhere: bool = True
    most_days: int | None = Field(None, ge=1, le=3660)


class PolicyOut(Out):
    """The rule of a role; never changed when it is the one that every role begins with."""

    role: str
    second_factor: bool
    most_sessions: int
    longest_minutes: int
    everywhere: bool
    most_days: int | None
    changed: datetime | None


class Policies(BaseModel):
    items: list[PolicyOut]


class ProviderAsk(Ask):
    """A provider as it is to be; without a secret the present one stays."""

    kind: Literal["oidc", "wecom"]
    label_zh: Annotated[str, Field(min_length=1, max_length=40)]
    label_en: Annotated[str, Field(min_length=1, max_length=40)]
    settings: dict[str, Any] = Field(max_length=20)
    secret: Secret | None = None
    open: bool = True
    two_factors: bool = False


class NewProviderAsk(ProviderAsk):
    """A provider to be set up, with the code that stands in its addresses."""

    code: Words


class ProviderOut(Out):
    """A provider; its secret is never shown."""

    id: UUID
    code: str
    kind: str
    label_zh: str
    label_en: str
    open: bool
    two_factors: bool
    settings: dict[str, Any]
    has_secret: bool
    changed: datetime


class Providers(BaseModel):
    items: list[ProviderOut]


class LinkAsk(Ask):
    """A subject at a provider, or a claim by which the first who shows it is bound."""

    provider: Words
    subject: Annotated[str, Field(min_length=1, max_length=255)] | None = None
    claim: Literal["username", "email"] | None = None
    value: Annotated[str, Field(min_length=1, max_length=255)] | None = None


class LinkOut(Out):
    """Who an account is elsewhere."""

    id: UUID
    provider: str
    label_zh: str
    label_en: str
    issuer: str
    subject: str | None
    claim: str | None
    expected: str | None
    recorded: datetime
    bound: datetime | None
    last_used: datetime | None


class Links(BaseModel):
    items: list[LinkOut]


class Made(BaseModel):
    id: UUID


class StrangerOut(Out):
    """Somebody who signed in elsewhere and has no account here."""

    provider: str
    label_zh: str
    label_en: str
    issuer: str
    subject: str
    shown: str | None
    first: datetime
    last: datetime


class Strangers(BaseModel):
    items: list[StrangerOut]


@router.get("/policies")
async def list_policies(visit: Visit) -> Policies:
    found = await policies.list_policies(visit.tx, visit.actor)
    return Policies(items=[PolicyOut.model_validate(policy) for policy in found])


@router.put("/policies/{role}")
async def set_policy(role: Words, ask: PolicyAsk, visit: Visit) -> PolicyOut:
    policy = await policies.set_policy(visit.tx, visit.actor, Policy(role, **ask.model_dump()), at=visit.at)
    return PolicyOut.model_validate(policy)


@router.get("/providers")
async def list_providers(visit: Visit) -> Providers:
    found = await providers.list_providers(visit.tx, visit.actor)
    return Providers(items=[ProviderOut.model_validate(provider) for provider in found])


@router.post("/providers", status_code=201)
async def add_provider(ask: NewProviderAsk, visit: Visit) -> ProviderOut:
    draft = Draft(**ask.model_dump())
    made = await providers.add_provider(visit.tx, visit.keyring, visit.actor, draft, at=visit.at)
    return ProviderOut.model_validate(made)


@router.put("/providers/{code}")
async def change_provider(code: Words, ask: ProviderAsk, visit: Visit) -> ProviderOut:
    draft = Draft(code=code, **ask.model_dump())
    made = await providers.change_provider(visit.tx, visit.keyring, visit.actor, draft, at=visit.at)
    return ProviderOut.model_validate(made)


@long_router.post("/providers/{code}/try", status_code=204)
async def try_provider(code: Words, visit: LongVisit) -> None:
    keyring, outside = visit.request.app.state.keyring, outside_of(visit.request)
    await providers.try_provider(visit.database, keyring, outside, visit.actor, code)


@router.get("/strangers")
async def list_strangers(visit: Visit) -> Strangers:
    found = await linking.list_strangers(visit.tx, visit.actor)
    return Strangers(items=[StrangerOut(**row) for row in found])


@router.get("/accounts/{account_id}/links")
async def list_links(account_id: UUID, visit: Visit) -> Links:
    visit.actor.scope("accounts.manage")
    rows = await linking.list_links(visit.tx, visit.actor, account_id)
    return Links(items=[LinkOut(**row) for row in rows])


@router.post("/accounts/{account_id}/links", status_code=201)
async def link_account(account_id: UUID, ask: LinkAsk, visit: Visit) -> Made:
    link = await linking.link_account(
        visit.tx,
        visit.keyring,
        visit.actor,
        account_id,
        ask.provider,
        subject=ask.subject,
        claim=ask.claim,
        value=ask.value,
        at=visit.at,
    )
    return Made(id=link)


@router.delete("/accounts/{account_id}/links/{link_id}", status_code=204)
async def unlink_account(account_id: UUID, link_id: UUID, visit: Visit) -> None:
    await linking.unlink_account(visit.tx, visit.actor, account_id, link_id, at=visit.at)


@router.delete("/accounts/{account_id}/second-factor", status_code=204)
async def reset_factors(account_id: UUID, visit: Visit) -> None:
    await factors.reset_factors(visit.tx, visit.actor, account_id, at=visit.at)
