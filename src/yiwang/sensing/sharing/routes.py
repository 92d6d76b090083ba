"""HTTP of streams to business systems, for security administrators."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field

from yiwang.access.door import Door, Visit
from yiwang.sensing.sharing import offering

router = APIRouter(prefix="/api/reading-streams", route_class=Door, tags=["devices"])
Code = Annotated[str, Field(max_length=40)]


class StreamAsk(BaseModel):
    """Readings that fit every filter given, to a webhook or to a topic of a broker (`mqtts://host:port`)."""

    model_config = ConfigDict(extra="forbid")
    key_id: UUID
    name: Annotated[str, Field(min_length=1, max_length=100)]
    way: Literal["webhook", "mqtt"]
    address: Annotated[str, Field(max_length=500)]
    topic: Annotated[str, Field(max_length=200)] = ""
    username: Annotated[str | None, Field(max_length=100)] = None
    password: Annotated[str | None, Field(max_length=200)] = None
    class_codes: Annotated[list[Code], Field(max_length=100)] = []
    metrics: Annotated[list[Code], Field(max_length=100)] = []
    device_ids: Annotated[list[UUID], Field(max_length=1000)] = []
    jurisdiction_id: UUID | None = None


class StreamMade(BaseModel):
    """The secret of a webhook is shown this once."""

    id: UUID
    secret: str | None


class StreamOut(BaseModel):
    """A stream; `behind` counts the frames of the log that it has not read yet."""

    id: UUID
    key_id: UUID
    application: str
    purpose: str
    name: str
    way: str
    address: str
    class_codes: list[str]
    metrics: list[str]
    device_ids: list[UUID]
    jurisdiction_id: UUID | None
    state: str
    reason: str
    failures: int
    retry_at: datetime | None
    sent_readings: int
    sent_messages: int
    sent_at: datetime | None
    made_at: datetime
    behind: int


class StreamsOut(BaseModel):
    items: list[StreamOut]


@router.get("")
async def list_streams(visit: Visit) -> StreamsOut:
    """Every stream, how much it sent and how far it is behind."""
    return StreamsOut(items=[StreamOut(**one) for one in await offering.listed(visit.tx, visit.actor)])


@router.post("", status_code=201)
async def offer_stream(ask: StreamAsk, visit: Visit) -> StreamMade:
    """Send readings from now on to a business system, for the purpose of one of its keys."""
    made, secret = await offering.offer(visit.tx, visit.actor, visit.keyring, **ask.model_dump(), at=visit.at)
    return StreamMade(id=made, secret=secret)


@router.post("/{share_id}/pause", status_code=204)
async def pause_stream(share_id: UUID, visit: Visit) -> None:
    """Send nothing for now; what comes meanwhile is sent later."""
    await offering.pause(visit.tx, visit.actor, share_id, at=visit.at)


@router.post("/{share_id}/resume", status_code=204)
async def resume_stream(share_id: UUID, visit: Visit) -> None:
    """Go on where it stopped."""
    await offering.resume(visit.tx, visit.actor, share_id, at=visit.at)


@router.delete("/{share_id}", status_code=204)
async def end_stream(share_id: UUID, visit: Visit) -> None:
    """End a stream for good."""
    await offering.end(visit.tx, visit.actor, share_id, at=visit.at)
