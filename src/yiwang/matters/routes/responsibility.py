"""HTTP: the responsibility list."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Query
from pydantic import AwareDatetime, BaseModel, Field

from yiwang.access.door import Door, Visit
from yiwang.matters import assigning
from yiwang.matters.assigning import DutyRow
from yiwang.matters.model import Duty, Role
from yiwang.matters.routes.common import FaultOut, book_of, faults_out

router = APIRouter(prefix="/api", route_class=Door, tags=["matters"])
Code = Annotated[str, Field(min_length=1, max_length=40)]


class DutyOut(BaseModel):
    """A row of the responsibility list."""

    id: UUID
    key: str
    jurisdiction: UUID
    organisation: UUID
    role: Role
    valid_from: datetime
    valid_to: datetime | None
    source: str


class DutiesOut(BaseModel):
    """Rows of the list."""

    items: list[DutyOut]


class DutyIn(BaseModel):
    """A row to write: `key` is a matter's code, a major or `*`."""

    key: Code
    jurisdiction: UUID
    organisation: UUID
    role: Literal["lead", "assist"] = "lead"
    valid_from: AwareDatetime | None = None
    valid_to: AwareDatetime | None = None
    source: str = Field("", max_length=500)


class DutiesIn(BaseModel):
    """Rows to write as a whole; a dry run writes nothing."""

    rows: list[DutyIn] = Field(max_length=20_000)
    dry_run: bool = False


class DutiesReportOut(BaseModel):
    """What writing the rows did, or would do; with any fault nothing was written."""

    added: list[DutyOut]
    ended: list[DutyOut]
    same: int
    faults: list[FaultOut]
    written: bool


class EndIn(BaseModel):
    """From when on a row no longer holds; now when left out."""

    valid_to: AwareDatetime | None = None


@router.get("/responsibility")
async def responsibility(
    visit: Visit,
    key: Annotated[str | None, Query(max_length=40)] = None,
    jurisdiction: UUID | None = None,
    organisation: UUID | None = None,
    at: AwareDatetime | None = None,
) -> DutiesOut:
    """Return the rows of the list in force that the visitor may see."""
    rows = await assigning.list_duties(visit.tx, visit.actor, at=at or visit.at)
    wanted = (key, jurisdiction, organisation)
    return DutiesOut(items=[_duty_out(row) for row in rows if _matches(row, wanted)])


@router.post("/responsibility")
async def assign(ask: DutiesIn, visit: Visit) -> DutiesReportOut:
    """Write rows as a whole, or report every fault and write nothing."""
    visit.actor.scope("matters.write")
    rows = [DutyRow(**row.model_dump()) for row in ask.rows]
    catalogue = (await book_of(visit)).catalogue
    report = await assigning.assign(visit.tx, visit.actor, rows, catalogue=catalogue, at=visit.at, dry_run=ask.dry_run)
    return DutiesReportOut(
        added=[_duty_out(row) for row in report.added],
        ended=[_duty_out(row) for row in report.ended],
        same=report.same,
        faults=faults_out(report.faults),
        written=not report.faults and not ask.dry_run,
    )


@router.post("/responsibility/{duty_id}/end", status_code=204)
async def end_duty(duty_id: UUID, ask: EndIn, visit: Visit) -> None:
    """End a row of the list."""
    await assigning.end_duty(visit.tx, visit.actor, duty_id, valid_to=ask.valid_to or visit.at, at=visit.at)


def _matches(row: Duty, wanted: tuple[str | None, UUID | None, UUID | None]) -> bool:
    have = (row.key, row.jurisdiction, row.organisation)
    return all(value is None or value == own for value, own in zip(wanted, have, strict=True))


def _duty_out(duty: Duty) -> DutyOut:
    return DutyOut.model_validate(duty, from_attributes=True)
