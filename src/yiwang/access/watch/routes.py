"""Addresses of the watch over the API."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from yiwang.access.door import Door, Visit
from yiwang.access.privacy.model import FULL, Personal
from yiwang.access.watch import asking

router = APIRouter(prefix="/api", route_class=Door, tags=["calls"])
Words = Annotated[str, Field(max_length=128)]


class CallsLine(BaseModel):
    """Calls of one application's one purpose to one data set; accounts and strangers are one line for each data set.

    `milliseconds` is the mean of a call.
    """

    holder_kind: str
    application: str | None
    purpose: str | None
    data_set: str
    calls: int
    refused: int
    limited: int
    failed: int
    bytes: int
    milliseconds: float
    holders: int
    last_hour: datetime


class CallsOut(BaseModel):
    items: list[CallsLine]


class UnusualOut(BaseModel):
    """An unusual use: volume, night, network or refusals."""

    id: UUID
    recorded: datetime
    holder: UUID
    holder_kind: str
    application: str | None
    purpose: str | None
    account: Annotated[
        str | None, Personal("name", level=2, shown=FULL, why="an officer whose account may be in wrong hands")
    ]
    kind: str
    calls: int
    usual: float
    network: Annotated[str | None, Personal("network")]


class UnusualPage(BaseModel):
    items: list[UnusualOut]
    next: str | None


class LimitAsk(BaseModel):
    """Calls a second and at once, in each process; `per_second` null gives the usual limit back."""

    model_config = ConfigDict(extra="forbid")
    per_second: float | None
    burst: int | None = Field(default=None, ge=1, le=100_000)


@router.get("/calls")
async def list_calls(
    visit: Visit,
    since: Annotated[AwareDatetime, Query()],
    until: Annotated[AwareDatetime, Query()],
    limit: Annotated[int, Query(ge=1, le=200)] = 200,
) -> CallsOut:
    """How often which application called what, for which purpose, by the hour."""
    rows = await asking.calls(visit.tx, visit.actor, since=since, until=until, limit=limit)
    return CallsOut(items=[CallsLine(**row) for row in rows])


@router.get("/calls/unusual")
async def list_unusual(
    visit: Visit, cursor: Words | None = None, limit: Annotated[int, Query(ge=1, le=200)] = 50
) -> UnusualPage:
    """What was unusual: ten times one's own past, at night, from a new network, refused again and again."""
    page = await asking.unusual(visit.tx, visit.actor, cursor=cursor, limit=limit, at=visit.at)
    return UnusualPage(items=[UnusualOut(**row) for row in page.items], next=page.next)


@router.put("/keys/{key_id}/limit", status_code=204)
async def limit_key(key_id: UUID, ask: LimitAsk, visit: Visit) -> None:
    """How many calls a second a key may make."""
    await asking.limit_key(visit.tx, visit.actor, key_id, ask.per_second, ask.burst, at=visit.at)
