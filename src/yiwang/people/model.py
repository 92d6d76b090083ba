"""What an organisation, a post, a member of staff and a shift are; checks of rows to be imported. Pure."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from yiwang.people.kernels import DAY, KINDS, ON_SITE, ONLINE, Slot

# code: (Chinese, English, the hours its posts keep unless told otherwise)
ORGANISATION_KINDS = {
    "centre": ("区城运中心", "district centre", "street_24h"),
    "street_centre": ("街镇城运中心", "street centre", "street_24h"),
    "sector_station": ("片区工作站", "sector station", "department"),
    "neighbourhood_station": ("居村工作站", "neighbourhood station", "neighbourhood"),
    "key_place_station": ("重点区域工作站", "key-place station", "street_24h"),
    "department": ("委办局", "department", "department"),
    "contractor": ("养护作业单位", "contractor", "department"),
}
HOURS = (*KINDS, "custom")
PHONE_KINDS = ("duty", "office", "fax")


@dataclass(frozen=True)
class Organisation:
    """A unit that can hold posts, staff and responsibility."""

    id: UUID
    code: str
    kind: str
    name: str
    short_name: str
    parent_id: UUID | None
    jurisdiction_id: UUID | None
    valid_from: datetime
    valid_to: datetime | None


@dataclass(frozen=True)
class Post:
    """A place of work in an organisation, with the hours it is manned; `urgent` = may be sent urgent cases."""

    id: UUID
    organisation_id: UUID
    code: str
    name: str
    hours: str
    weekly: tuple[Slot, ...]
    zone: str
    urgent: bool


@dataclass(frozen=True)
class OnDuty:
    """A post that is manned at a moment, with the person where one is rostered and the numbers to call."""

    unit_id: UUID
    post_id: UUID
    post_name: str
    urgent: bool
    mode: str
    source: str
    starts: datetime
    ends: datetime
    staff_id: UUID | None
    staff_name: str | None
    account_id: UUID | None
    mobile_masked: str | None
    phones: tuple[str, ...]


@dataclass(frozen=True)
class OrganisationRow:
    """An organisation to be there: found again by its code. Empty `initials` are made from the name."""

    code: str
    kind: str
    name: str
    short_name: str = ""
    parent_code: str | None = None
    jurisdiction_id: UUID | None = None
    initials: str = ""
    phones: tuple[str, ...] = ()


@dataclass(frozen=True)
class PostRow:
    """A post to be there: found again by its organisation's code and its own."""

    organisation_code: str
    code: str
    name: str
    hours: str = ""  # empty = what the organisation's kind keeps
    weekly: tuple[Slot, ...] = ()
    zone: str = "Asia/Shanghai"
    urgent: bool = False
    phones: tuple[str, ...] = ()


@dataclass(frozen=True)
class StaffRow:
    """A member of staff to be there: found again by the staff number 工号. `posts` = (organisation code, post code)."""

    number: str
    name: str
    account_id: UUID | None = None
    mobile: str = ""
    posts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class RosterShift:
    """A stretch of a roster: who mans a post from when till when."""

    post_id: UUID
    starts: datetime
    ends: datetime
    staff_id: UUID | None = None
    mode: str = ON_SITE


@dataclass(frozen=True)
class Complaint:
    """What is wrong with a row of an import: row counts from 1."""

    row: int
    field: str
    detail: str


@dataclass(frozen=True)
class ImportReport:
    """What an import did, or would do; nothing was written when there are complaints."""

    rows: int
    ids: dict[str, UUID] = field(default_factory=dict)
    complaints: tuple[Complaint, ...] = ()


def complaints_of_organisations(rows: Sequence[OrganisationRow], known: Collection[str]) -> list[Complaint]:
    """Return everything wrong with the rows; `known` are the codes already there."""
    found: list[Complaint] = []
    codes: set[str] = set()
    ahead = {row.code for row in rows} | set(known)
    for number, row in enumerate(rows, 1):
        if not row.code.strip():
            found.append(Complaint(number, "code", "Every organisation needs a code."))
        if row.code in codes:
            found.append(Complaint(number, "code", f"The code {row.code} is there twice."))
        codes.add(row.code)
        if row.kind not in ORGANISATION_KINDS:
            found.append(Complaint(number, "kind", f"The kind is one of {', '.join(ORGANISATION_KINDS)}."))
        if not row.name.strip():
            found.append(Complaint(number, "name", "Every organisation needs a name."))
        if row.parent_code is not None and row.parent_code not in ahead:
            found.append(Complaint(number, "parent_code", f"There is no organisation with the code {row.parent_code}."))
    return found or _circles(rows)


def parents_first(rows: Sequence[OrganisationRow]) -> list[OrganisationRow]:
    """Return the rows so that each comes after its parent; rows in a circle are left out."""
    by_code = {row.code: row for row in rows}
    done: dict[str, OrganisationRow] = {}
    for row in rows:
        chain: list[OrganisationRow] = []
        step: OrganisationRow | None = row
        while step is not None and step.code not in done and step not in chain:
            chain.append(step)
            step = by_code.get(step.parent_code) if step.parent_code else None
        if step is None or step.code in done:
            done.update((link.code, link) for link in reversed(chain))
    return list(done.values())


def _circles(rows: Sequence[OrganisationRow]) -> list[Complaint]:
    fine = {row.code for row in parents_first(rows)}
    return [
        Complaint(number, "parent_code", "This organisation would be above itself.")
        for number, row in enumerate(rows, 1)
        if row.code not in fine
    ]


def complaints_of_posts(rows: Sequence[PostRow], organisations: Collection[str]) -> list[Complaint]:
    """Return everything wrong with the rows; `organisations` are the codes that are there."""
    found: list[Complaint] = []
    seen: set[tuple[str, str]] = set()
    for number, row in enumerate(rows, 1):
        if (row.organisation_code, row.code) in seen:
            found.append(Complaint(number, "code", f"The post {row.code} of {row.organisation_code} is there twice."))
        seen.add((row.organisation_code, row.code))
        if row.organisation_code not in organisations:
            found.append(
                Complaint(number, "organisation_code", f"There is no organisation with code {row.organisation_code}.")
            )
        if row.hours and row.hours not in HOURS:
            found.append(Complaint(number, "hours", f"The hours are one of {', '.join(HOURS)}."))
        if row.hours == "custom" and not row.weekly:
            found.append(Complaint(number, "weekly", "Custom hours need at least one weekly slot."))
        found.extend(Complaint(number, "weekly", "A slot lies within 00:00–24:00.") for s in row.weekly if not _fits(s))
    return found


def _fits(slot: Slot) -> bool:
    return 0 <= slot.start < slot.end <= DAY and slot.mode in (ON_SITE, ONLINE) and slot.days <= set(range(1, 8))


def masked(mobile: str) -> str:
    """Return a telephone number as it may be shown: 138****5678."""
    digits = "".join(sign for sign in mobile if sign.isdigit() or sign == "+")
    return f"{digits[:3]}****{digits[-4:]}" if len(digits) >= 8 else "****"
