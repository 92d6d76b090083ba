"""HTTP of people: request and response shapes, one verb per handler."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Query
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from yiwang.access.door import Door, Visit
from yiwang.access.privacy import FULL, Personal
from yiwang.access.privacy.revealing import count_look
from yiwang.people import duty, organisations, phonebook, posts
from yiwang.people.kernels import EVERY, Slot
from yiwang.people.model import ImportReport, OrganisationRow, PostRow, RosterShift, StaffRow

router = APIRouter(prefix="/api", route_class=Door, tags=["people"])

Kind = Literal[
    "centre",
    "street_centre",
    "sector_station",
    "neighbourhood_station",
    "key_place_station",
    "department",
    "contractor",
]
Mode = Literal["on_site", "online"]
Text = Annotated[str, Field(max_length=200)]
Colleague = Personal("name", level=2, shown=FULL, why="a colleague at work, known by name")
WorkNumber = Personal("phone", level=2, shown=FULL, why="the number of a post; a person's own comes masked already")


class Out(BaseModel):
    model_config = ConfigDict(from_attributes=True)


class OrganisationOut(Out):
    id: UUID
    code: str
    kind: Kind
    name: str
    short_name: str
    parent_id: UUID | None
    jurisdiction_id: UUID | None
    valid_from: datetime
    valid_to: datetime | None


class OrganisationsOut(BaseModel):
    items: list[OrganisationOut]


class OnDutyOut(Out):
    """`name` is the rostered person, or the post where nobody is named."""

    unit_id: UUID
    post_id: UUID
    post: str = Field(validation_alias="post_name")
    urgent: bool
    mode: Mode
    source: Literal["hours", "roster"]
    starts: datetime
    ends: datetime
    staff_id: UUID | None
    name: Annotated[str | None, Field(validation_alias="staff_name"), Colleague]
    phone_masked: Annotated[str | None, Field(validation_alias="mobile_masked"), Personal("phone")]
    phones: Annotated[list[str], WorkNumber]


class OnDutyListOut(BaseModel):
    at: datetime
    items: list[OnDutyOut]


class PhoneOut(Out):
    organisation_id: UUID
    organisation_name: str
    post_id: UUID | None
    post_name: str | None
    staff_id: UUID | None
    staff_name: Annotated[str | None, Colleague]
    number: Annotated[str | None, WorkNumber]


class PhonesOut(BaseModel):
    items: list[PhoneOut]


class OrganisationAsk(BaseModel):
    code: Annotated[str, Field(min_length=1, max_length=60)]
    kind: Kind
    name: Annotated[str, Field(min_length=1, max_length=200)]
    short_name: Text = ""
    parent_code: Text | None = None
    jurisdiction_id: UUID | None = None
    initials: Text = ""
    phones: tuple[Text, ...] = ()


class SlotAsk(BaseModel):
    """Minutes after midnight; `days` are ISO weekdays, empty = every day that `when` allows."""

    days: frozenset[Annotated[int, Field(ge=1, le=7)]] = EVERY
    when: Literal["any", "working", "off"] = "any"
    start: Annotated[int, Field(ge=0, le=1440)]
    end: Annotated[int, Field(ge=0, le=1440)]
    mode: Mode = "on_site"


class PostAsk(BaseModel):
    organisation_code: Text
    code: Annotated[str, Field(min_length=1, max_length=60)]
    name: Annotated[str, Field(min_length=1, max_length=200)]
    hours: Literal["", "street_24h", "neighbourhood", "department", "custom"] = ""
    weekly: tuple[SlotAsk, ...] = ()
    urgent: bool = False
    phones: tuple[Text, ...] = ()


class StaffAsk(BaseModel):
    number: Annotated[str, Field(min_length=1, max_length=60)]
    name: Annotated[str, Field(min_length=1, max_length=100), Personal("name", level=2)]
    account_id: UUID | None = None
    mobile: Annotated[str, Field(max_length=30), Personal("phone")] = ""
    posts: tuple[tuple[str, str], ...] = ()


class OrganisationsAsk(BaseModel):
    rows: Annotated[list[OrganisationAsk], Field(max_length=10_000)]
    dry_run: bool = False


class PostsAsk(BaseModel):
    rows: Annotated[list[PostAsk], Field(max_length=10_000)]
    dry_run: bool = False


class StaffListAsk(BaseModel):
    rows: Annotated[list[StaffAsk], Field(max_length=10_000)]


class IdsOut(BaseModel):
    ids: dict[str, UUID]


class ComplaintOut(Out):
    row: int
    field: str
    detail: str


class ImportOut(Out):
    """Nothing was written when there are complaints."""

    rows: int
    ids: dict[str, UUID]
    complaints: list[ComplaintOut]


class ShiftAsk(BaseModel):
    post_id: UUID
    starts: AwareDatetime
    ends: AwareDatetime
    staff_id: UUID | None = None
    mode: Mode = "on_site"


class RosterAsk(BaseModel):
    shifts: Annotated[list[ShiftAsk], Field(min_length=1, max_length=5_000)]


class RevealAsk(BaseModel):
    reason: Annotated[str, Field(min_length=1, max_length=500)]


class MobileOut(BaseModel):
    mobile: Annotated[str, Personal("phone", shown=FULL, why="asked for with a reason that is kept")]


@router.get("/organisations")
async def list_organisations(
    visit: Visit,
    q: Text = "",
    kind: Kind | None = None,
    parent: UUID | None = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> OrganisationsOut:
    """Organisations in one's scope, by name, code or pinyin initials."""
    found = await organisations.find_organisations(
        visit.tx, visit.actor, words=q, kind=kind, parent=parent, at=visit.at, limit=limit
    )
    return OrganisationsOut(items=[OrganisationOut.model_validate(each) for each in found])


@router.get("/organisations/{organisation_id}")
async def get_organisation(organisation_id: UUID, visit: Visit) -> OrganisationOut:
    """One organisation."""
    found = await organisations.organisation(visit.tx, visit.actor, organisation_id)
    return OrganisationOut.model_validate(found)


@router.post("/organisations/import")
async def import_organisations(ask: OrganisationsAsk, visit: Visit) -> ImportOut:
    """Make organisations or bring them up to date; `dry_run` only checks."""
    rows = [OrganisationRow(**row.model_dump()) for row in ask.rows]
    return _report(await organisations.import_organisations(visit.tx, visit.actor, rows, visit.at, dry_run=ask.dry_run))


@router.post("/posts/import")
async def import_posts(ask: PostsAsk, visit: Visit) -> ImportOut:
    """Make posts or bring them up to date; `dry_run` only checks."""
    rows = [
        PostRow(**row.model_dump(exclude={"weekly"}), weekly=tuple(Slot(**s.model_dump()) for s in row.weekly))
        for row in ask.rows
    ]
    return _report(await posts.import_posts(visit.tx, visit.actor, rows, visit.at, dry_run=ask.dry_run))


@router.post("/staff/import")
async def import_staff(ask: StaffListAsk, visit: Visit) -> IdsOut:
    """Make members of staff or bring them up to date; ids come by staff number."""
    rows = [StaffRow(**row.model_dump()) for row in ask.rows]
    return IdsOut(ids=await posts.ensure_staff(visit.tx, visit.actor, rows, visit.at, keyring=visit.keyring))


@router.post("/staff/{staff_id}/mobile")
async def reveal_mobile(staff_id: UUID, ask: RevealAsk, visit: Visit) -> MobileOut:
    """A person's full mobile number, for a reason that is kept."""
    await count_look(visit.tx, visit.actor, "staff", staff_id, "mobile")
    mobile = await posts.reveal_mobile(visit.tx, visit.actor, staff_id, ask.reason, visit.at, keyring=visit.keyring)
    return MobileOut(mobile=mobile)


@router.get("/on-duty")
async def on_duty(unit: UUID, visit: Visit, at: AwareDatetime | None = None) -> OnDutyListOut:
    """Who is on in a unit, now or at `at`."""
    moment = at or visit.at
    found = await duty.duty_of_unit(visit.tx, visit.actor, unit, moment)
    return OnDutyListOut(at=moment, items=[OnDutyOut.model_validate(each) for each in found])


@router.post("/rosters", status_code=204)
async def write_roster(ask: RosterAsk, visit: Visit) -> None:
    """Put a roster in force over the stretches it names."""
    shifts = [RosterShift(**shift.model_dump()) for shift in ask.shifts]
    await duty.write_roster(visit.tx, visit.actor, shifts, visit.at)


@router.get("/phone-book")
async def phone_book(q: Text, visit: Visit, limit: Annotated[int, Query(ge=1, le=200)] = 50) -> PhonesOut:
    """Work numbers and masked mobiles by organisation, post, person, pinyin initials or number."""
    found = await phonebook.search_phones(visit.tx, visit.actor, q, visit.at, limit=limit)
    return PhonesOut(items=[PhoneOut.model_validate(each) for each in found])


def _report(report: ImportReport) -> ImportOut:
    return ImportOut.model_validate(report)
