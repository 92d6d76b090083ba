"""HTTP of warnings."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from yiwang.access.door import Door, Visit
from yiwang.access.privacy import FULL, Personal
from yiwang.command import alerting
from yiwang.command.alerting import Asked
from yiwang.command.routes.duty import InBooks
from yiwang.command.routes.rosters import Cursor, Limit
from yiwang.command.shapes import Ask

router = APIRouter(prefix="/api/command", route_class=Door, tags=["command"])
Level = Literal["blue", "yellow", "orange", "red"]
State = Literal["issued", "lifted", "expired"]


class WarningAsk(Ask):
    hazard: Annotated[str, Field(max_length=60)]
    level: Level
    title: Annotated[str, Field(max_length=200)]
    text: Annotated[str, Field(max_length=2000)]
    source: Annotated[str, Field(max_length=200)]
    area: Annotated[list[UUID], Field(min_length=1, max_length=200)]
    valid_from: AwareDatetime
    valid_to: AwareDatetime
    drill: bool = False


class WarningKnownAsk(Ask):
    unit: UUID


class WarningOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)
    id: UUID
    number: str
    hazard: str
    level: Level
    title: str
    text: str
    source: str
    drill: bool
    area: list[UUID]
    valid_from: datetime
    valid_to: datetime
    state: State
    issued_name: Annotated[str, Personal("name", level=2, shown=FULL, why="an officer, named as who issued it")]
    issued_at: datetime
    ended_at: datetime | None
    version: int


class WarningsOut(BaseModel):
    items: list[WarningOut]
    next: str | None


class WarningReceiptOut(BaseModel):
    organisation_id: UUID
    told_at: datetime
    reminded_at: datetime | None
    received_at: datetime | None


class WarningReceiptsOut(BaseModel):
    items: list[WarningReceiptOut]


@router.get("/warnings")
async def list_warnings(
    visit: Visit, state: State | None = None, cursor: Cursor = None, limit: Limit = 50
) -> WarningsOut:
    """Warnings for the places and units in one's scope, the latest first."""
    found, following = await alerting.page(visit.tx, visit.actor, state=state, cursor=cursor, limit=limit)
    return WarningsOut(items=[WarningOut.model_validate(one) for one in found], next=following)


@router.post("/warnings", status_code=201)
async def issue_warning(ask: WarningAsk, visit: Visit, books: InBooks) -> WarningOut:
    """Issue a warning; the stations and centres of its area are told."""
    made = await alerting.issue(visit.tx, visit.actor, Asked(**ask.model_dump()), books=books, at=visit.at)
    return WarningOut.model_validate(made)


@router.get("/warnings/{warning_id}")
async def get_warning(warning_id: UUID, visit: Visit) -> WarningOut:
    """One warning."""
    return WarningOut.model_validate(await alerting.see(visit.tx, visit.actor, warning_id))


@router.get("/warnings/{warning_id}/receipts")
async def list_receipts(warning_id: UUID, visit: Visit) -> WarningReceiptsOut:
    """Who was told and who has answered; who has not stands first."""
    found = await alerting.receipts(visit.tx, visit.actor, warning_id)
    return WarningReceiptsOut(items=[WarningReceiptOut.model_validate(one) for one in found])


@router.post("/warnings/{warning_id}/receive", status_code=204)
async def receive_warning(warning_id: UUID, ask: WarningKnownAsk, visit: Visit) -> None:
    """Say for a unit that the warning is known there."""
    await alerting.receive(visit.tx, visit.actor, warning_id, unit=ask.unit, at=visit.at)


@router.post("/warnings/{warning_id}/lift")
async def lift_warning(warning_id: UUID, visit: Visit, books: InBooks) -> WarningOut:
    """Lift a warning before its time."""
    return WarningOut.model_validate(await alerting.lift(visit.tx, visit.actor, warning_id, books=books, at=visit.at))
