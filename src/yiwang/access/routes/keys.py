"""Addresses of API keys: one for each purpose of an application."""

from datetime import datetime
from uuid import UUID

from fastapi import APIRouter
from pydantic import BaseModel, Field

from yiwang.access import keys
from yiwang.access.door import Door, Visit
from yiwang.access.model import Grant
from yiwang.access.routes.administering import GrantAsk
from yiwang.access.routes.shapes import Ask, Out, Words

router = APIRouter(prefix="/api", route_class=Door, tags=["access"])


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
