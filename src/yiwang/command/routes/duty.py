"""HTTP of attendance and patrols."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from yiwang.access.door import Door, LongDoor, LongVisit, Visit
from yiwang.access.once import first_time
from yiwang.access.privacy import FULL, Personal
from yiwang.command import attending, own_duty, tracking
from yiwang.command.attending import OldAttendance
from yiwang.command.routes.rosters import Cursor, Limit
from yiwang.command.shapes import Ask
from yiwang.command.tracking import Points, Track
from yiwang.events.books import Books
from yiwang.places import PlaceIn

Colleague = Personal("name", level=2, shown=FULL, why="a colleague on duty, known by name to whoever sees attendance")
router = APIRouter(prefix="/api/command", route_class=Door, tags=["command"])
_long = APIRouter(route_class=LongDoor)
Datum = Literal["CGCS2000", "WGS84", "GCJ02", "BD09"]


async def _books(request: Request) -> Books:
    books: Books = request.app.state.books
    return books


InBooks = Annotated[Books, Depends(_books)]


class SignAsk(Ask):
    """Where one is; left out, the place is not judged. What is sent again under its `key` is done once."""

    key: Annotated[str | None, Field(min_length=16, max_length=100)] = None
    lon: Annotated[float | None, Field(ge=-180, le=180)] = None
    lat: Annotated[float | None, Field(ge=-90, le=90)] = None
    datum: Datum = "CGCS2000"


class AttendanceOut(BaseModel):
    """`on` while signed in, `off` after signing out, `absent`; seconds late and early are 0 within five minutes."""

    model_config = ConfigDict(from_attributes=True)
    id: UUID
    staff_id: UUID
    organisation_id: UUID
    post_id: UUID
    starts: datetime
    ends: datetime
    state: Literal["on", "off", "absent"]
    in_at: datetime | None
    in_place: bool | None
    late_seconds: int
    out_at: datetime | None
    out_place: bool | None
    early_seconds: int


class AttendanceRow(AttendanceOut):
    """With the names of who kept the shift, and at which post."""

    staff_name: Annotated[str, Colleague]
    post_name: str


class ShiftNowOut(BaseModel):
    """A shift one may sign in to."""

    model_config = ConfigDict(from_attributes=True)
    starts: datetime
    ends: datetime


class OwnDutyOut(BaseModel):
    """`signed`: the latest attendance of one's own; `shift`: the one to sign in to now; `attends` False: no staff."""

    attends: bool
    signed: AttendanceOut | None
    shift: ShiftNowOut | None


class AttendancesOut(BaseModel):
    items: list[AttendanceRow]
    next: str | None


class TrackPointsAsk(Ask):
    """A batch of points as three columns of one length, in the order of time."""

    at: Annotated[list[AwareDatetime], Field(min_length=1, max_length=tracking.MOST_POINTS)]
    lon: Annotated[list[float], Field(max_length=tracking.MOST_POINTS)]
    lat: Annotated[list[float], Field(max_length=tracking.MOST_POINTS)]
    datum: Datum = "CGCS2000"


class TrackKeptOut(BaseModel):
    id: UUID
    points: int
    metres: float


class TrackLookAsk(Ask):
    reason: Annotated[str, Field(max_length=500)]


class TrackOut(BaseModel):
    """Where somebody went during a shift, as columns; degrees CGCS2000, `at` milliseconds since 1970."""

    attendance_id: UUID
    metres: float
    at: list[int]
    lon: list[float]
    lat: list[float]


class OldAttendanceAsk(Ask):
    """A shift that is over: `unit`, `post` and `staff` are codes; without `in_at` nobody came."""

    id: Annotated[str, Field(min_length=1, max_length=200)]
    unit: Annotated[str, Field(max_length=60)]
    post: Annotated[str, Field(max_length=60)]
    staff: Annotated[str, Field(max_length=60)]
    starts: AwareDatetime
    ends: AwareDatetime
    in_at: AwareDatetime | None = None
    out_at: AwareDatetime | None = None


class OldAttendancesAsk(Ask):
    system: Annotated[str, Field(min_length=1, max_length=60)]
    rows: Annotated[list[OldAttendanceAsk], Field(max_length=5000)]
    dry_run: bool = False


class AttendanceWrongOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)
    row: int
    field: str
    detail: str


class AttendanceImportOut(BaseModel):
    imported: int
    known: int
    wrong: list[AttendanceWrongOut]


@router.post("/sign-in", status_code=201)
async def sign_in(ask: SignAsk, visit: Visit, books: InBooks) -> AttendanceOut:
    """Sign in to the shift one has now, or that begins within the hour."""
    locator = await books.locators.at(visit.tx, visit.at)
    if ask.key and not await first_time(visit.tx, visit.actor, ask.key, b"sign-in"):
        return AttendanceOut.model_validate(await own_duty.latest(visit.tx, visit.actor, at=visit.at))
    row = await attending.sign_in(visit.tx, visit.actor, where=_where(ask), locator=locator, at=visit.at)
    return AttendanceOut.model_validate(row)


@router.post("/sign-out")
async def sign_out(ask: SignAsk, visit: Visit, books: InBooks) -> AttendanceOut:
    """Sign out of the shift one is signed in to."""
    locator = await books.locators.at(visit.tx, visit.at)
    if ask.key and not await first_time(visit.tx, visit.actor, ask.key, b"sign-out"):
        return AttendanceOut.model_validate(await own_duty.latest(visit.tx, visit.actor, at=visit.at))
    row = await attending.sign_out(visit.tx, visit.actor, where=_where(ask), locator=locator, at=visit.at)
    return AttendanceOut.model_validate(row)


@router.get("/attendance/mine")
async def own_attendance(visit: Visit) -> OwnDutyOut:
    """The shift one is signed in to or was last, and the one one may sign in to now."""
    found = await own_duty.own(visit.tx, visit.actor, at=visit.at)
    return OwnDutyOut.model_validate(found, from_attributes=True)


@router.get("/attendance")
async def list_attendance(
    visit: Visit,
    start: Annotated[AwareDatetime, Query(alias="from")],
    end: Annotated[AwareDatetime, Query(alias="to")],
    unit: UUID | None = None,
    cursor: Cursor = None,
    limit: Limit = 50,
) -> AttendancesOut:
    """How the shifts that began in [from, to) were kept."""
    found, following = await attending.page(
        visit.tx, visit.actor, unit=unit, start=start, end=end, cursor=cursor, limit=limit
    )
    named = await attending.named(visit.tx, found)
    return AttendancesOut(items=[AttendanceRow(**vars(one), **names) for one, names in named], next=following)


@_long.post("/attendance/import")
async def import_attendance(ask: OldAttendancesAsk, visit: LongVisit) -> AttendanceImportOut:
    """Bring in attendance of the past; with anything wrong none comes in, and the same rows twice come in once."""
    rows = [OldAttendance(**row.model_dump()) for row in ask.rows]
    async with visit.database.tx(origin="history") as tx:
        come, known, wrong = await attending.bring_in(tx, visit.actor, ask.system, rows, at=tx.at, dry_run=ask.dry_run)
    return AttendanceImportOut(
        imported=come, known=known, wrong=[AttendanceWrongOut.model_validate(one) for one in wrong]
    )


@router.post("/tracks", status_code=201)
async def keep_points(ask: TrackPointsAsk, visit: Visit) -> TrackKeptOut:
    """Send points of one's patrol; they are taken within a shift one is signed in to, and kept for 90 days."""
    made, points, metres = await tracking.keep(visit.tx, visit.actor, Points(**ask.model_dump()), at=visit.at)
    return TrackKeptOut(id=made, points=points, metres=round(metres, 1))


@router.get("/attendance/{attendance_id}/track")
async def own_track(attendance_id: UUID, visit: Visit) -> TrackOut:
    """One's own patrol."""
    return _track(await tracking.own(visit.tx, visit.actor, attendance_id, at=visit.at))


@router.post("/attendance/{attendance_id}/track")
async def look_at_track(attendance_id: UUID, ask: TrackLookAsk, visit: Visit) -> TrackOut:
    """Somebody's patrol, for a reason that goes into the audit trail."""
    found = await tracking.look(visit.tx, visit.actor, attendance_id, reason=ask.reason, at=visit.at)
    return _track(found)


def _where(ask: SignAsk) -> PlaceIn | None:
    return None if ask.lon is None and ask.lat is None else PlaceIn(lon=ask.lon, lat=ask.lat, datum=ask.datum)


def _track(found: Track) -> TrackOut:
    return TrackOut(
        attendance_id=found.attendance.id,
        metres=round(found.metres, 1),
        at=(found.at // 1000).tolist(),
        lon=found.lon.tolist(),
        lat=found.lat.tolist(),
    )


router.include_router(_long)
