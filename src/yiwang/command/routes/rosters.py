"""HTTP of rosters and swaps."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Query
from fastapi.responses import PlainTextResponse
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from yiwang.access.door import Door, Visit
from yiwang.command import offering, rostering, swapping
from yiwang.command.model import ROSTER_STEPS, Planned, Problem, Roster, next_steps
from yiwang.command.shapes import Ask, MadeIdOut

router = APIRouter(prefix="/api/command", route_class=Door, tags=["command"])

Cursor = Annotated[str | None, Query(max_length=200)]
Limit = Annotated[int, Query(ge=1, le=200)]
Version = Annotated[int | None, Field(ge=1, le=2**31 - 1)]
Text = Annotated[str, Field(max_length=500)]


class RosterDraftAsk(Ask):
    unit: UUID
    starts: AwareDatetime
    ends: AwareDatetime
    note: Text = ""


class PlannedShiftAsk(Ask):
    post_id: UUID
    staff_id: UUID
    starts: AwareDatetime
    ends: AwareDatetime
    mode: Literal["on_site", "online"] = "on_site"


class PlannedShiftsAsk(Ask):
    shifts: Annotated[list[PlannedShiftAsk], Field(max_length=5000)]
    version: Version = None


class WeekCopyAsk(Ask):
    """Seven days from `source` are copied to those from `target`."""

    source: AwareDatetime
    target: AwareDatetime
    version: Version = None


class RosterPublishAsk(Ask):
    """`accept` publishes in spite of too little rest or too long a week; conflicts always stop it."""

    accept: bool = False
    version: Version = None


class RosterCsvAsk(Ask):
    csv: Annotated[str, Field(max_length=2_000_000)]
    version: Version = None


class RosterProblemOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)
    row: int
    code: str
    detail: str
    hard: bool


class RosterProblemsOut(BaseModel):
    problems: list[RosterProblemOut]


class PlannedShiftOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)
    post_id: UUID
    staff_id: UUID
    starts: datetime
    ends: datetime
    mode: Literal["on_site", "online"]


class RosterOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)
    id: UUID
    organisation_id: UUID
    starts: datetime
    ends: datetime
    state: Literal["draft", "published", "dropped"]
    note: str
    published_at: datetime | None
    version: int
    next_steps: list[str] = []


class RosterWhole(RosterOut):
    shifts: list[PlannedShiftOut] = []


class RostersOut(BaseModel):
    items: list[RosterOut]
    next: str | None


class SwapAsk(Ask):
    """`back` is a shift of the other person that one takes in exchange."""

    shift: UUID
    to: UUID
    back: UUID | None = None
    reason: Text


class SwapOut(BaseModel):
    """`ends` and the hours of the shift given back are null where that shift is there no more."""

    id: UUID
    shift_id: UUID
    starts: datetime
    ends: datetime | None
    back_shift_id: UUID | None
    back_starts: datetime | None
    back_ends: datetime | None
    from_staff: UUID
    from_name: str
    to_staff: UUID
    to_name: str
    reason: str
    state: Literal["asked", "agreed", "declined", "withdrawn"]
    next_steps: list[str]


class SwapShiftOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)
    id: UUID
    post_id: UUID
    post_name: str
    organisation_id: UUID
    starts: datetime
    ends: datetime
    mode: str


class ColleagueOut(BaseModel):
    """Somebody who holds one of the posts one has shifts at."""

    model_config = ConfigDict(from_attributes=True)
    staff_id: UUID
    name: str
    posts: list[UUID]
    shifts: list[SwapShiftOut]


class SwapChoicesOut(BaseModel):
    """`attends` is false for an account that is no member of staff's."""

    model_config = ConfigDict(from_attributes=True)
    attends: bool
    shifts: list[SwapShiftOut]
    colleagues: list[ColleagueOut]


class SwapsOut(BaseModel):
    items: list[SwapOut]


class SwapStateOut(BaseModel):
    state: str


@router.get("/rosters")
async def list_rosters(visit: Visit, unit: UUID | None = None, cursor: Cursor = None, limit: Limit = 50) -> RostersOut:
    """Rosters in one's scope, the latest first."""
    found, following = await rostering.page(visit.tx, visit.actor, unit=unit, cursor=cursor, limit=limit)
    return RostersOut(items=[_out(one) for one in found], next=following)


@router.post("/rosters", status_code=201)
async def draft_roster(ask: RosterDraftAsk, visit: Visit) -> RosterOut:
    """Begin a roster of a unit."""
    return _out(await rostering.draft(visit.tx, visit.actor, **ask.model_dump(), at=visit.at))


@router.get("/rosters/{roster_id}")
async def get_roster(roster_id: UUID, visit: Visit) -> RosterWhole:
    """A roster with its shifts."""
    found, shifts = await rostering.see(visit.tx, visit.actor, roster_id)
    return RosterWhole(**_out(found).model_dump(), shifts=[PlannedShiftOut.model_validate(one) for one in shifts])


@router.put("/rosters/{roster_id}/shifts")
async def put_shifts(roster_id: UUID, ask: PlannedShiftsAsk, visit: Visit) -> RosterProblemsOut:
    """Replace the shifts of a draft; the answer says what is wrong with them."""
    shifts = [Planned(**one.model_dump()) for one in ask.shifts]
    found = await rostering.put_shifts(visit.tx, visit.actor, roster_id, shifts, version=ask.version, at=visit.at)
    return _problems(found)


@router.post("/rosters/{roster_id}/copy-week")
async def copy_week(roster_id: UUID, ask: WeekCopyAsk, visit: Visit) -> RosterProblemsOut:
    """Copy a week of a draft to another of its weeks."""
    return _problems(await rostering.copy_week(visit.tx, visit.actor, roster_id, **ask.model_dump(), at=visit.at))


@router.get("/rosters/{roster_id}/problems")
async def check_roster(roster_id: UUID, visit: Visit) -> RosterProblemsOut:
    """Conflicts, rest and length of weeks of a roster as it stands."""
    return _problems(await rostering.check(visit.tx, visit.actor, roster_id, at=visit.at))


@router.post("/rosters/{roster_id}/publish")
async def publish_roster(roster_id: UUID, ask: RosterPublishAsk, visit: Visit) -> RosterProblemsOut:
    """Put a roster in force: from now on it says who is on."""
    return _problems(await rostering.publish(visit.tx, visit.actor, roster_id, **ask.model_dump(), at=visit.at))


@router.post("/rosters/{roster_id}/drop", status_code=204)
async def drop_roster(roster_id: UUID, visit: Visit) -> None:
    """Drop a draft."""
    await rostering.drop(visit.tx, visit.actor, roster_id, at=visit.at)


@router.get("/rosters/{roster_id}/csv", response_class=PlainTextResponse)
async def export_roster(roster_id: UUID, visit: Visit) -> PlainTextResponse:
    """A roster as CSV: post code, staff number, times, mode."""
    text = await rostering.as_csv(visit.tx, visit.actor, roster_id)
    return PlainTextResponse(text, media_type="text/csv; charset=utf-8")


@router.post("/rosters/{roster_id}/csv")
async def import_roster(roster_id: UUID, ask: RosterCsvAsk, visit: Visit) -> RosterProblemsOut:
    """Replace the shifts of a draft by those of a CSV file; a row that cannot be read changes nothing."""
    found = await rostering.from_csv(visit.tx, visit.actor, roster_id, ask.csv, version=ask.version, at=visit.at)
    return _problems(found)


@router.get("/swaps")
async def list_swaps(visit: Visit, limit: Limit = 50) -> SwapsOut:
    """What one asked and was asked."""
    found = await offering.told(visit.tx, visit.actor, at=visit.at, limit=limit)
    return SwapsOut(items=[SwapOut.model_validate(one) for one in found])


@router.get("/swaps/choices")
async def swap_choices(visit: Visit) -> SwapChoicesOut:
    """One's own shifts of the next 60 days, and whom one may ask to take one of them."""
    return SwapChoicesOut.model_validate(await offering.choices(visit.tx, visit.actor, at=visit.at))


@router.post("/swaps", status_code=201)
async def ask_swap(ask: SwapAsk, visit: Visit) -> MadeIdOut:
    """Ask a colleague to take a shift of one's own."""
    return MadeIdOut(id=await swapping.ask(visit.tx, visit.actor, **ask.model_dump(), at=visit.at))


@router.post("/swaps/{swap_id}/{verb}")
async def answer_swap(swap_id: UUID, verb: Literal["agree", "decline", "withdraw"], visit: Visit) -> SwapStateOut:
    """Consent or decline as the one who was asked; withdraw as the one who asked."""
    return SwapStateOut(state=await swapping.answer(visit.tx, visit.actor, swap_id, verb, at=visit.at))


def _out(roster: Roster) -> RosterOut:
    made = RosterOut.model_validate(roster)
    return made.model_copy(update={"next_steps": next_steps(ROSTER_STEPS, roster.state)})


def _problems(found: list[Problem]) -> RosterProblemsOut:
    return RosterProblemsOut(problems=[RosterProblemOut.model_validate(one) for one in found])
