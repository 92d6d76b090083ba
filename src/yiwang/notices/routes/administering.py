"""HTTP of carriers and the outbox, for system administrators; receipts, for carriers."""

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import APIRouter, Header, Query
from pydantic import BaseModel, Field

from yiwang.access.door import Door, OpenDoor, OpenVisit, Visit
from yiwang.notices import configuring, overseeing, receiving
from yiwang.notices.model import State

router = APIRouter(prefix="/api", route_class=Door, tags=["carriers"])
open_router = APIRouter(prefix="/api", route_class=OpenDoor, tags=["carriers"])
Code = Annotated[str, Field(max_length=31)]


class CarrierAsk(BaseModel):
    """`settings` as the kind wants them; a secret left out stays, an empty one is removed."""

    kind: Literal["mail", "sms", "wecom"]
    settings: dict[str, Any]
    enabled: bool = True
    secret: Annotated[str | None, Field(max_length=500)] = None
    receipt_secret: Annotated[str | None, Field(max_length=200)] = None


class CarrierOut(BaseModel):
    code: str
    kind: str
    settings: dict[str, Any]
    secret_set: bool
    enabled: bool
    version: int
    changed: datetime


class CircuitOut(BaseModel):
    """A lane that failed of late; nothing is tried on it until `open_until`."""

    lane: str
    failures: int
    open_until: datetime | None
    error: str
    changed: datetime


class CarriersOut(BaseModel):
    items: list[CarrierOut]
    circuits: list[CircuitOut]


class VersionOut(BaseModel):
    version: int


class OutboxRowOut(BaseModel):
    """A message to a person or a webhook: to whom and how it goes, not what it says."""

    id: UUID
    carrier: str
    lane: str
    account_id: UUID | None
    kind: str | None
    urgency: str
    state: str
    attempts: int
    next_try: datetime | None
    give_up: datetime | None
    error: str | None
    receipt: str | None
    receipt_at: datetime | None
    recorded: datetime
    ended: datetime | None


class OutboxOut(BaseModel):
    items: list[OutboxRowOut]
    counts: dict[str, int]
    next: str | None


class ReceiptOut(BaseModel):
    """What the receipt told; null when nothing new."""

    noted: str | None


@router.get("/carriers")
async def list_carriers(visit: Visit) -> CarriersOut:
    """Every carrier without its secrets, and the lanes in trouble."""
    found = await configuring.carriers(visit.tx, visit.actor)
    return CarriersOut(
        items=[CarrierOut(**row) for row in found.items], circuits=[CircuitOut(**row) for row in found.circuits]
    )


@router.put("/carriers/{code}")
async def put_carrier(code: str, ask: CarrierAsk, visit: Visit) -> VersionOut:
    """Declare a carrier, or change it."""
    version = await configuring.declare(
        visit.tx,
        visit.actor,
        visit.keyring,
        code,
        kind=ask.kind,
        settings=ask.settings,
        enabled=ask.enabled,
        secret=ask.secret,
        receipt_secret=ask.receipt_secret,
        at=visit.at,
    )
    return VersionOut(version=version)


@router.post("/carriers/{code}/test", status_code=202)
async def try_carrier(code: str, visit: Visit) -> None:
    """Send oneself a message by this carrier; the outbox tells what became of it."""
    await configuring.try_out(visit.tx, visit.actor, code, at=visit.at)


@router.get("/outbox")
async def list_outbox(
    visit: Visit,
    state: State | None = None,
    carrier: Annotated[str | None, Query(max_length=31)] = None,
    cursor: Annotated[str | None, Query(max_length=200)] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> OutboxOut:
    """What goes out beside the inbox, newest first."""
    page = await overseeing.outbox(visit.tx, visit.actor, state=state, carrier=carrier, cursor=cursor, limit=limit)
    return OutboxOut(items=[OutboxRowOut(**row) for row in page.items], counts=page.counts, next=page.next)


@router.post("/outbox/{message_id}/retry", status_code=204)
async def retry_message(message_id: UUID, visit: Visit) -> None:
    """Try a message again at once; one that is uncertain may then arrive twice."""
    await overseeing.retry(visit.tx, visit.actor, message_id, at=visit.at)


@router.post("/outbox/{message_id}/cancel", status_code=204)
async def cancel_message(message_id: UUID, visit: Visit) -> None:
    """Take back a message that has not gone out, or close one that failed."""
    await overseeing.cancel(visit.tx, visit.actor, message_id, at=visit.at)


@open_router.post("/receipts/{carrier}")
async def take_receipt(
    carrier: str,
    visit: OpenVisit,
    webhook_id: Annotated[str, Header(max_length=200)] = "",
    webhook_timestamp: Annotated[str, Header(max_length=20)] = "",
    webhook_signature: Annotated[str, Header(max_length=2000)] = "",
) -> ReceiptOut:
    """Take what a carrier says became of a message; signed as Standard Webhooks asks, with the carrier's secret."""
    headers = (webhook_id, webhook_timestamp, webhook_signature)
    body = await visit.request.body()
    return ReceiptOut(noted=await receiving.take_receipt(visit.tx, visit.keyring, carrier, headers, body))
