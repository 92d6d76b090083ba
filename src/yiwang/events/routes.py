"""Reports and events over HTTP."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Request
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from yiwang.access.door import Door, Visit
from yiwang.base.errors import Invalid
from yiwang.events import finding, merging, reporters, reporting, triage
from yiwang.events.books import Books
from yiwang.events.model import CHANNELS, MACHINE_CHANNELS, Envelope, Reported, Reporter
from yiwang.places import PlaceIn

router = APIRouter(prefix="/api", route_class=Door, tags=["events"])
# What a person or a system may send here; the other channels have doors of their own.
OPEN_CHANNELS = tuple(c for c in CHANNELS if c != "replay")


async def _books(request: Request) -> Books:
    books: Books = request.app.state.books
    return books


InBooks = Annotated[Books, Depends(_books)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class PlaceAsk(_Strict):
    """Where: a point with its datum, an address id, or words; more of them is better."""

    lon: float | None = Field(default=None, ge=-180, le=180)
    lat: float | None = Field(default=None, ge=-90, le=90)
    datum: str = "CGCS2000"
    text: str | None = Field(default=None, max_length=300)
    address_id: UUID | None = None
    floor: str | None = Field(default=None, max_length=20)


class ReporterAsk(_Strict):
    """Who reports; all optional. `confidential` hides the reporter even from the handler."""

    name: Annotated[str | None, Field(max_length=60, json_schema_extra={"personal": "name", "level": "L3"})] = None
    phone: Annotated[
        str | None,
        Field(pattern=r"^\+?[0-9][0-9 \-]{4,19}$", json_schema_extra={"personal": "phone", "level": "L3"}),
    ] = None
    confidential: bool = False


class ExternalRef(_Strict):
    """The report's number in the system it comes from."""

    system: str = Field(min_length=1, max_length=60)
    id: str = Field(min_length=1, max_length=120)


class SelfHandled(_Strict):
    """即查即改: what was put right on the spot."""

    text: str = Field(min_length=1, max_length=2000)


class ReportAsk(_Strict):
    """One report. Give a matter's code, or leave it out and have the words classified."""

    channel: str = "desk"
    matter: str | None = Field(default=None, max_length=40)
    text: str = Field(default="", max_length=reporting.LONGEST_TEXT)
    place: PlaceAsk
    reporter: ReporterAsk | None = None
    urgent: bool | None = None
    occurred_at: AwareDatetime | None = None
    idempotency_key: str | None = Field(default=None, min_length=1, max_length=200)
    external_ref: ExternalRef | None = None
    photos: list[UUID] = Field(default_factory=list, max_length=9)
    self_handled: SelfHandled | None = None
    drill: bool = False


class Classification(BaseModel):
    by: str
    confidence: float
    reason: str


class ReportOut(BaseModel):
    """What became of a report: `number` is what its reporter follows it by."""

    report_id: UUID
    report_number: str
    event_id: UUID
    event_number: str
    state: str
    merged: bool
    merge_reason: str | None
    repeated: bool
    classification: Classification
    explanation: str


class EventOut(BaseModel):
    """An event with what is known of it."""

    id: UUID
    number: str
    state: str
    matter_code: str
    title: str
    text: str
    urgent: bool
    channel: str
    jurisdiction_id: UUID
    lon: float | None
    lat: float | None
    place: dict[str, Any]
    occurred_at: datetime
    reported_at: datetime
    last_reported_at: datetime
    merged_into: UUID | None
    drill: bool
    reports: int
    classification: Classification
    version: int


class EventReport(BaseModel):
    id: UUID
    number: str
    channel: str
    reported_at: datetime
    text: str
    state: str
    reporter: Annotated[str | None, Field(json_schema_extra={"personal": "contact", "level": "L3", "masked": True})]
    merged: bool
    merge_reason: str | None


class EventDetail(EventOut):
    reports_list: list[EventReport]


class Queue(BaseModel):
    items: list[EventOut]


class PartAsk(_Strict):
    report_id: UUID
    reason: str = Field(min_length=1, max_length=500)


class MergeAsk(_Strict):
    into: UUID


class RefuseAsk(_Strict):
    """`next_door` names who does answer for it; it is needed when the reason is not_ours."""

    reason: str
    text: str = Field(max_length=1000)
    next_door: str = Field(default="", max_length=300)


@router.post("/reports", status_code=201, response_model=ReportOut)
async def report(ask: ReportAsk, visit: Visit, books: InBooks) -> Any:
    """Send in a report. The same `idempotency_key` from the same source is answered as the first time."""
    if ask.channel not in OPEN_CHANNELS:
        raise Invalid("channel", f"The channel is one of {', '.join(OPEN_CHANNELS)}.")
    if ask.channel in MACHINE_CHANNELS and visit.actor.kind != "application":
        raise Invalid("channel", "Machine channels are for applications with a key of their own.")
    reported = await reporting.report(
        visit.tx, visit.actor, _envelope(ask, visit, await visit.request.body()), _place(ask), books=books, at=visit.at
    )
    return _told(reported)


def _envelope(ask: ReportAsk, visit: Visit, raw: bytes) -> Envelope:
    reporter = Reporter(**ask.reporter.model_dump()) if ask.reporter else None
    source = f"{visit.actor.kind}:{visit.actor.id}" if visit.actor.kind == "application" else ask.channel
    return Envelope(
        channel=ask.channel,
        source=source,
        text=ask.text,
        raw=raw,
        matter=ask.matter,
        reporter=reporter,
        urgent=ask.urgent,
        occurred_at=ask.occurred_at,
        idempotency_key=ask.idempotency_key,
        external_ref=(ask.external_ref.system, ask.external_ref.id) if ask.external_ref else None,
        photos=tuple(ask.photos),
        self_handled=ask.self_handled.text if ask.self_handled else None,
        drill=ask.drill,
    )


def _place(ask: ReportAsk) -> PlaceIn:
    return PlaceIn(**{**ask.place.model_dump(), "text": ask.place.text or ""})


def _told(reported: Reported) -> dict[str, Any]:
    said = {
        "merged": "同一问题此前已有人反映，已并入处理，您的上报单独留存并会得到答复。",
        "triage": "已收到，等待人工甄别。",
    }
    return {
        "report_id": reported.report_id,
        "report_number": reported.report_number,
        "event_id": reported.event_id,
        "event_number": reported.event_number,
        "state": reported.state,
        "merged": reported.merge is not None,
        "merge_reason": reported.merge.text if reported.merge else None,
        "repeated": reported.repeated,
        "classification": reported.classification,
        "explanation": said.get(reported.state, "已受理。"),
    }


@router.get("/events/waiting", response_model=Queue)
async def list_waiting(visit: Visit, limit: int = 50) -> Any:
    """The events that wait for triage 待甄别, oldest first."""
    return {"items": [vars(event) for event in await finding.waiting(visit.tx, visit.actor, limit=limit)]}


@router.get("/events/{event_id}", response_model=EventDetail)
async def read_event(event_id: UUID, visit: Visit) -> Any:
    """One event with its reports; reporters are masked."""
    event = await finding.see(visit.tx, visit.actor, event_id)
    return {**vars(event), "reports_list": await reporters.masked_reports(visit.tx, visit.keyring, event_id)}


@router.post("/events/{event_id}/admit", response_model=EventOut)
async def admit(event_id: UUID, visit: Visit) -> Any:
    """甄别: what the machine found is true."""
    return vars(await triage.admit(visit.tx, visit.actor, event_id, at=visit.at))


@router.post("/events/{event_id}/refuse", response_model=EventOut)
async def refuse(event_id: UUID, ask: RefuseAsk, visit: Visit) -> Any:
    """不受理, with the reason and the next door."""
    event = await triage.refuse(
        visit.tx,
        visit.actor,
        event_id,
        reason=ask.reason,
        text=ask.text,
        next_door=ask.next_door,
        at=visit.at,
    )
    return vars(event)


@router.post("/events/{event_id}/merge", response_model=EventOut)
async def merge(event_id: UUID, ask: MergeAsk, visit: Visit) -> Any:
    """Join this event to another."""
    return vars(await merging.merge(visit.tx, visit.actor, event_id, into=ask.into, at=visit.at))


@router.post("/events/{event_id}/restore", response_model=EventOut)
async def restore(event_id: UUID, visit: Visit) -> Any:
    """Undo the merge of this event into another."""
    return vars(await merging.restore(visit.tx, visit.actor, event_id, at=visit.at))


@router.post("/events/{event_id}/unmerge", response_model=EventOut)
async def part(event_id: UUID, ask: PartAsk, visit: Visit) -> Any:
    """Take one report out of this event again; it gets an event of its own."""
    event = await merging.part(visit.tx, visit.actor, event_id, report_id=ask.report_id, reason=ask.reason, at=visit.at)
    return vars(event)
