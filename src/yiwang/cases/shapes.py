"""The shapes in which cases leave the platform, and how they are filled from the books and the phone book."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import BaseModel

from yiwang.access import Personal
from yiwang.cases.model import Case, next_steps
from yiwang.events.books import Books, name_of
from yiwang.events.model import Reported
from yiwang.events.shapes import ReportOut
from yiwang.places import Locator


class Named(BaseModel):
    """An id with the name to show."""

    id: UUID
    name: str


class MatterShape(BaseModel):
    """The matter a case was filed under, by the version it keeps."""

    id: UUID
    code: str
    name: str
    major: str
    major_name: str


class JurisdictionShape(BaseModel):
    """Where a case belongs: `chain` names the jurisdictions from the highest down to its own."""

    id: UUID
    name: str
    chain: list[str]


class PlaceShape(BaseModel):
    """A point in CGCS2000 degrees, and the place in words."""

    lon: float | None
    lat: float | None
    text: str


class NeedShape(BaseModel):
    field: str
    required: bool


class StepShape(BaseModel):
    """A step the case's state allows and this reader may take."""

    verb: str
    label_zh: str
    label_en: str
    primary: bool
    needs: list[NeedShape]


class CaseRow(BaseModel):
    """A case as the list shows it."""

    id: UUID
    number: str
    event_id: UUID
    state: str
    urgent: bool
    title: str
    matter: MatterShape
    jurisdiction: JurisdictionShape
    unit: Named | None
    place: PlaceShape
    channel: str
    opened_at: datetime
    filed_at: datetime | None
    due_at: datetime | None
    receipt_due_at: datetime | None
    closed_at: datetime | None
    overdue: bool
    rework: int
    returns: int
    reports: int
    claimed_by: Named | None
    provisional_limit: bool
    drill: bool
    self_handled: bool
    version: int


class CaseHead(CaseRow):
    """A case as a step leaves it, with the steps that are next."""

    deadline_reason: str
    dispatch_reason: str
    next_steps: list[StepShape]


class CasePage(BaseModel):
    """A page of the list; `next` is the cursor of the page after, null on the last."""

    items: list[CaseRow]
    next: str | None


class Counts(BaseModel):
    """How many open cases stand under each tab."""

    tabs: dict[str, int]
    as_of: datetime


class AssignmentShape(BaseModel):
    id: UUID
    unit: Named
    post_id: UUID | None
    role: str
    state: str
    sent_at: datetime
    receipt_due_at: datetime | None
    received_at: datetime | None
    ended_at: datetime | None
    reason: str | None


class ClockShape(BaseModel):
    """One stretch for which a clock of the case ran."""

    stage: str
    started_at: datetime
    ended_at: datetime | None
    due_at: datetime | None
    reason: str | None


class ReportShape(BaseModel):
    """One report on the case's event; the reporter's name and number are masked."""

    id: UUID
    number: str
    channel: str
    reported_at: datetime
    answered_at: datetime | None
    text: str
    state: str
    reporter: Annotated[str | None, Personal("contact")]
    merged: bool
    merge_reason: str | None


class PhotoShape(BaseModel):
    id: UUID
    url: str
    thumb_url: str
    taken: str
    added_at: datetime


class ClassificationShape(BaseModel):
    by: str
    confidence: float
    reason: str


class CaseDetail(CaseHead):
    """All of one case."""

    description: str
    place_detail: dict[str, Any]
    classification: ClassificationShape
    deadline: dict[str, Any]
    assignments: list[AssignmentShape]
    clocks: list[ClockShape]
    reports_list: list[ReportShape]
    photos: list[PhotoShape]


class CaseName(BaseModel):
    """What the sender of a report learns of its case."""

    id: UUID
    number: str


class ReportAnswer(ReportOut):
    """What became of a report, with its case where there is one."""

    case: CaseName | None


class LineShape(BaseModel):
    """One entry of the timeline."""

    id: UUID
    at: datetime
    step: str
    actor: Named | None
    unit: Named | None
    text: str
    data: dict[str, Any]


class Timeline(BaseModel):
    items: list[LineShape]


def named_case(reported: Reported) -> dict[str, Any] | None:
    """Return the case a report's event has: it bears the event's id and number; none while it waits for triage."""
    if reported.state in ("triage", "refused"):
        return None
    return {"id": reported.event_id, "number": reported.event_number}


def row_fields(case: Case, books: Books, locator: Locator, at: datetime) -> dict[str, Any]:
    """Return the fields of a `CaseRow`."""
    matter = books.catalogue.by_id(case.matter_id)
    return {
        "id": case.id,
        "number": case.number,
        "event_id": case.event_id,
        "state": case.state,
        "urgent": case.urgent,
        "title": case.title,
        "matter": {
            "id": matter.id,
            "code": matter.code,
            "name": matter.name,
            "major": matter.major,
            "major_name": matter.major_name,
        },
        "jurisdiction": {
            "id": case.jurisdiction_id,
            "name": name_of(locator, case.jurisdiction_id),
            "chain": locator.names(case.jurisdiction_id),
        },
        "unit": named(case.unit_id, books),
        "place": {"lon": case.lon, "lat": case.lat, "text": case.place_text},
        "channel": case.channel,
        "opened_at": case.opened_at,
        "filed_at": case.filed_at,
        "due_at": case.due_at,
        "receipt_due_at": case.receipt_due_at,
        "closed_at": case.closed_at,
        "overdue": case.late(at),
        "rework": case.rework,
        "returns": case.returns,
        "reports": case.reports,
        "claimed_by": {"id": case.claimed_by, "name": case.claimed_name} if case.claimed_by else None,
        "provisional_limit": case.limit_provisional,
        "drill": case.drill,
        "self_handled": case.self_handled,
        "version": case.version,
    }


def head_fields(
    case: Case,
    books: Books,
    locator: Locator,
    at: datetime,
    permissions: Sequence[str],
) -> dict[str, Any]:
    """Return the fields of a `CaseHead`; only steps among `permissions` are offered."""
    steps = [
        {
            "verb": step.verb,
            "label_zh": step.label_zh,
            "label_en": step.label_en,
            "primary": step.primary,
            "needs": [{"field": name, "required": required} for name, required in step.needs],
        }
        for step in next_steps(case)
        if step.permission in permissions
    ]
    return {
        **row_fields(case, books, locator, at),
        "deadline_reason": case.deadline.get("zh", ""),
        "dispatch_reason": case.dispatch_reason.get("zh", ""),
        "next_steps": steps,
    }


def named(unit: UUID | None, books: Books) -> dict[str, Any] | None:
    """Return a unit's id with its name."""
    return {"id": unit, "name": books.directory.name(unit)} if unit else None
