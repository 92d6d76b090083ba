"""HTTP of webhook subscriptions, for security administrators."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter
from pydantic import BaseModel, Field

from yiwang.access.door import Door, Visit
from yiwang.ledger import Fact
from yiwang.notices import subscribing

router = APIRouter(prefix="/api/webhooks", route_class=Door, tags=["webhooks"])


class SubscriptionAsk(BaseModel):
    """`types` of docs/integrating/facts.md; jurisdiction and organisation limit it to a part of the city."""

    application: Annotated[str, Field(min_length=1, max_length=100)]
    purpose: Annotated[str, Field(min_length=1, max_length=100)]
    url: Annotated[str, Field(max_length=500)]
    types: Annotated[list[Annotated[str, Field(max_length=80)]], Field(min_length=1, max_length=200)]
    jurisdiction: UUID | None = None
    organisation: UUID | None = None


class SecretOut(BaseModel):
    """The secret is shown this once."""

    id: UUID
    secret: str


class SubscriptionOut(BaseModel):
    """`state` is active, suspended (the target wanted no more, or may not be reached) or ended."""

    id: UUID
    application: str
    purpose: str
    url: str
    types: list[str]
    jurisdiction: UUID | None
    organisation: UUID | None
    state: str
    former_until: datetime | None
    recorded: datetime
    created_by: UUID
    ended: datetime | None


class SubscriptionsOut(BaseModel):
    items: list[SubscriptionOut]


@router.get("")
async def list_webhooks(visit: Visit) -> SubscriptionsOut:
    """Every subscription without its secret."""
    rows = await subscribing.subscriptions(visit.tx, visit.actor)
    return SubscriptionsOut(items=[SubscriptionOut(**row) for row in rows])


@router.post("", status_code=201)
async def add_webhook(ask: SubscriptionAsk, visit: Visit) -> SecretOut:
    """Let an application hear facts from now on; the answer holds its secret."""
    new = await subscribing.subscribe(
        visit.tx,
        visit.actor,
        visit.keyring,
        application=ask.application,
        purpose=ask.purpose,
        url=ask.url,
        types=ask.types,
        known={kind.TYPE for kind in Fact.__subclasses__()},
        jurisdiction=ask.jurisdiction,
        organisation=ask.organisation,
        at=visit.at,
    )
    return SecretOut(id=new.id, secret=new.secret)


@router.post("/{webhook_id}/rotate")
async def rotate_webhook(webhook_id: UUID, visit: Visit) -> SecretOut:
    """Give it a new secret; for a day the former one signs beside it."""
    new = await subscribing.rotate(visit.tx, visit.actor, visit.keyring, webhook_id, at=visit.at)
    return SecretOut(id=new.id, secret=new.secret)


@router.post("/{webhook_id}/resume", status_code=204)
async def resume_webhook(webhook_id: UUID, visit: Visit) -> None:
    """Let a suspended subscription go on where it stopped."""
    await subscribing.resume(visit.tx, visit.actor, webhook_id, at=visit.at)


@router.delete("/{webhook_id}", status_code=204)
async def end_webhook(webhook_id: UUID, visit: Visit) -> None:
    """End a subscription."""
    await subscribing.unsubscribe(visit.tx, visit.actor, webhook_id, at=visit.at)
