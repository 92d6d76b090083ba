"""HTTP: a year of the calendar, and the dates that differ from it."""

from datetime import UTC, date, datetime
from typing import Annotated, cast
from uuid import UUID

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field, model_validator

from yiwang.access.door import Door, Entry, Visit
from yiwang.calendar import overriding
from yiwang.calendar.model import Day, Deadline, Hours, Limit, Override, Unit, WorkCalendar
from yiwang.definitions import Kept

router = APIRouter(prefix="/api", route_class=Door, tags=["calendar"])
Minutes = Annotated[int, Field(ge=0, le=1440, description="minutes after local midnight")]


class HoursBody(BaseModel):
    """Working hours of a day."""

    opens: Minutes
    closes: Minutes

    @model_validator(mode="after")
    def _opens_first(self) -> "HoursBody":
        if self.opens >= self.closes:
            raise ValueError("the day opens before it closes")
        return self

    @property
    def hours(self) -> Hours:
        return Hours(self.opens, self.closes)


class DayOut(BaseModel):
    """One date as it stands."""

    date: date
    working: bool
    name: str
    made_up: bool
    provisional: bool
    hours: HoursBody | None


class YearOut(BaseModel):
    """A year, for everybody or for one organisation."""

    year: int
    zone: str
    provisional: bool
    days: list[DayOut]


class OverrideIn(BaseModel):
    """A date that is worked, or not, otherwise than the calendar says."""

    date: date
    working: bool
    hours: HoursBody | None = None
    reason: str = Field(min_length=1, max_length=200)


class OverridesIn(BaseModel):
    """Dates to set, for one organisation or (null) for everybody."""

    organisation: UUID | None = None
    days: list[OverrideIn] = Field(min_length=1, max_length=400)


class RestoreIn(BaseModel):
    """Dates to take back to what the calendar says."""

    organisation: UUID | None = None
    dates: list[date] = Field(min_length=1, max_length=400)


class HoursIn(BaseModel):
    """Working hours of one organisation or (null) of the platform; hours null takes them back to the default."""

    organisation: UUID | None = None
    hours: HoursBody | None


class DeadlineIn(BaseModel):
    """A limit to try out."""

    start: datetime
    value: float = Field(gt=0, le=10_000)
    unit: Unit
    organisation: UUID | None = None

    @model_validator(mode="after")
    def _sound(self) -> "DeadlineIn":
        if self.start.tzinfo is None:
            raise ValueError("start needs a time zone")
        if self.unit.endswith("_days") and self.value != int(self.value):
            raise ValueError("a limit in days is a whole number")
        return self


class DeadlineOut(BaseModel):
    """When the limit ends and why."""

    at: datetime
    explanation_zh: str
    explanation_en: str
    provisional: bool


@router.get("/calendar")
async def year(
    visit: Visit, year: Annotated[int, Query(ge=1990, le=2100)], organisation: UUID | None = None
) -> YearOut:
    """Return every day of a year."""
    visit.actor.scope("matters.read")
    calendar = await _calendar(visit)
    days = calendar.year(year, organisation=organisation)
    return YearOut(
        year=year,
        zone=calendar.zone.key,
        provisional=any(day.provisional for day in days),
        days=[_day_out(calendar, day, organisation) for day in days],
    )


@router.put("/calendar/overrides", status_code=204)
async def put_overrides(ask: OverridesIn, visit: Visit) -> None:
    """Set dates to worked or not."""
    rows = [
        Override(day.date, day.working, day.hours.hours if day.hours else None, day.reason, ask.organisation)
        for day in ask.days
    ]
    await overriding.override(visit.tx, visit.actor, rows, at=visit.at)


@router.post("/calendar/overrides/restore", status_code=204)
async def restore(ask: RestoreIn, visit: Visit) -> None:
    """Take overrides back."""
    await overriding.restore(visit.tx, visit.actor, ask.organisation, ask.dates, at=visit.at)


@router.put("/calendar/hours", status_code=204)
async def put_hours(ask: HoursIn, visit: Visit) -> None:
    """Set working hours."""
    hours = ask.hours.hours if ask.hours else None
    await overriding.set_hours(visit.tx, visit.actor, ask.organisation, hours, at=visit.at)


@router.post("/calendar/deadline")
async def deadline(ask: DeadlineIn, visit: Visit) -> DeadlineOut:
    """Return when a limit would end."""
    visit.actor.scope("matters.read")
    calendar = await _calendar(visit)
    found: Deadline = calendar.deadline(
        ask.start.astimezone(UTC), Limit(ask.value, ask.unit), organisation=ask.organisation
    )
    return DeadlineOut.model_validate(found, from_attributes=True)


async def _calendar(visit: Entry) -> WorkCalendar:
    kept = cast("Kept[WorkCalendar]", visit.request.app.state.calendar)
    await kept.refresh(visit.tx)
    return await kept.get(visit.tx)


def _day_out(calendar: WorkCalendar, day: Day, organisation: UUID | None) -> DayOut:
    hours = calendar.hours_on(day.date, organisation) if day.working else None
    return DayOut(
        date=day.date,
        working=day.working,
        name=day.name,
        made_up=day.made_up,
        provisional=day.provisional,
        hours=HoursBody(opens=hours.opens, closes=hours.closes) if hours else None,
    )
