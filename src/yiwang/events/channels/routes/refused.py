"""HTTP: what channels could not take."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query
from pydantic import BaseModel

from yiwang.access.door import Door, LongDoor, LongVisit, Visit
from yiwang.events.channels import declaring, refused
from yiwang.events.channels.shapes import FaultOut, NextDoorOut, books_here, channels_here
from yiwang.events.shapes import ReportOut, told

router = APIRouter(prefix="/api/channels/{code}/refused", route_class=Door, tags=["channels"])
long_router = APIRouter(route_class=LongDoor)


class RefusedOut(BaseModel):
    """A message that was refused: why, how often it came; what it says stays sealed."""

    id: UUID
    source: str
    form: str
    status: int
    detail: str
    faults: list[FaultOut]
    next_door: NextDoorOut | None
    times: int
    received: datetime
    settled: datetime | None
    report_id: UUID | None


class RefusedPage(BaseModel):
    items: list[RefusedOut]
    next: str | None


@router.get("", response_model=RefusedPage)
async def list_refused(
    code: str,
    visit: Visit,
    settled: bool = False,
    cursor: Annotated[str | None, Query(max_length=400)] = None,
    limit: int = 50,
) -> Any:
    """The messages of a channel that were refused and wait, newest first; with `settled` all of them."""
    page = await refused.waiting(visit.tx, visit.actor, code, settled=settled, cursor=cursor, limit=limit)
    return {"items": page.items, "next": page.next}


@router.post("/{refused_id}/set-aside", status_code=204)
async def set_aside(code: str, refused_id: UUID, visit: Visit) -> None:
    """Say that a refused message needs nothing more."""
    await refused.set_aside(visit.tx, visit.actor, code, refused_id, at=visit.at)


@long_router.post("/{refused_id}/again", status_code=201, response_model=ReportOut)
async def take_again(code: str, refused_id: UUID, visit: LongVisit) -> Any:
    """Take a refused message in as it was sent, by the channel as it is declared now."""
    declaring.may_declare(visit.actor)
    async with visit.database.tx() as tx:
        book = await channels_here(visit.request, tx)
    reported = await refused.take_again(
        visit.database, visit.actor, code, refused_id, books=books_here(visit.request), book=book
    )
    return told(reported)


router.include_router(long_router)
