"""The shapes in which reports come in and events leave, and how a report's shape becomes an envelope."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from yiwang.access import Actor, Personal
from yiwang.base.errors import Invalid
from yiwang.events.model import CHANNELS, DECLARED_CHANNELS, MACHINE_CHANNELS, Envelope, Reported, Reporter
from yiwang.events.reporting import LONGEST_TEXT
from yiwang.places import PlaceIn

# What a person or a system may send in; a replay, letters and declared channels have doors of their own.
OPEN_CHANNELS = tuple(c for c in CHANNELS if c not in ("replay", "mail", *DECLARED_CHANNELS))


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class PlaceAsk(Strict):
    """Where: a point with its datum, an address id, or words; more of them is better."""

    lon: float | None = Field(default=None, ge=-180, le=180)
    lat: float | None = Field(default=None, ge=-90, le=90)
    datum: str = "CGCS2000"
    text: str | None = Field(default=None, max_length=300)
    address_id: UUID | None = None
    floor: str | None = Field(default=None, max_length=20)


class EventMoveAsk(Strict):
    """Where an event really is; `text` other words for the place (left out: as they are). The reason is kept."""

    lon: float = Field(ge=-180, le=180)
    lat: float = Field(ge=-90, le=90)
    datum: str = Field(default="CGCS2000", max_length=20)
    text: str | None = Field(default=None, max_length=300)
    reason: str = Field(min_length=1, max_length=500)
    version: int | None = Field(default=None, ge=1)


class ReporterAsk(Strict):
    """Who reports; all optional. `confidential` hides the reporter even from the handler."""

    name: Annotated[str | None, Field(max_length=60), Personal("name")] = None
    phone: Annotated[
        str | None,
        Field(pattern=r"^\+?[0-9][0-9 \-]{4,19}$"),
        Personal("phone"),
    ] = None
    confidential: bool = False


class ExternalRef(Strict):
    """The report's number in the system it comes from."""

    system: str = Field(min_length=1, max_length=60)
    id: str = Field(min_length=1, max_length=120)


class SelfHandled(Strict):
    """即查即改: what was put right on the spot."""

    text: str = Field(min_length=1, max_length=2000)


class ReportAsk(Strict):
    """One report. Give a matter's code, or leave it out and have the words classified."""

    channel: str = "desk"
    matter: str | None = Field(default=None, max_length=40)
    text: str = Field(default="", max_length=LONGEST_TEXT)
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
    reporter: Annotated[str | None, Personal("contact")]
    merged: bool
    merge_reason: str | None


class EventDetail(EventOut):
    reports_list: list[EventReport]


class Queue(BaseModel):
    items: list[EventOut]


class NumberAsk(Strict):
    """A telephone number, whole; it travels in the body, so that no log of addresses keeps it."""

    phone: Annotated[str, Field(min_length=3, max_length=30), Personal("phone")]
    limit: int = Field(default=50, ge=1, le=200)


class ReportFound(BaseModel):
    id: UUID
    number: str
    event_id: UUID
    event_number: str
    title: str
    state: str
    channel: str
    reported_at: datetime


class ReportsFound(BaseModel):
    """`person` is the id under which the reporter is kept; null when nothing of theirs lies in your scope."""

    person: UUID | None
    items: list[ReportFound]


class PartAsk(Strict):
    report_id: UUID
    reason: str = Field(min_length=1, max_length=500)


class MergeAsk(Strict):
    into: UUID


class RefusalOut(BaseModel):
    """What the reporters are told."""

    reason: str
    text: str
    next_door: str


class RefusedOut(EventOut):
    """A refused event with what its reporters are told."""

    refusal: RefusalOut


class RefuseAsk(Strict):
    """`next_door` names who does answer for it; left out, the table of next doors does."""

    reason: str
    text: str = Field(max_length=1000)
    next_door: str = Field(default="", max_length=300)


def envelope_of(ask: ReportAsk, actor: Actor, raw: bytes) -> Envelope:
    """Return the envelope of a report that `actor` sends in; `raw` is the message as it came."""
    if ask.channel not in OPEN_CHANNELS:
        raise Invalid("channel", f"The channel is one of {', '.join(OPEN_CHANNELS)}.")
    if ask.channel in MACHINE_CHANNELS and actor.kind != "application":
        raise Invalid("channel", "Machine channels are for applications with a key of their own.")
    return Envelope(
        channel=ask.channel,
        # A key is unique per sender: an application's retries must not meet another's.
        source=f"{actor.kind}:{actor.id}",
        text=ask.text,
        raw=raw,
        matter=ask.matter,
        reporter=Reporter(**ask.reporter.model_dump()) if ask.reporter else None,
        urgent=ask.urgent,
        occurred_at=ask.occurred_at,
        idempotency_key=ask.idempotency_key,
        external_ref=(ask.external_ref.system, ask.external_ref.id) if ask.external_ref else None,
        photos=tuple(ask.photos),
        self_handled=ask.self_handled.text if ask.self_handled else None,
        drill=ask.drill,
    )


def place_of(ask: ReportAsk) -> PlaceIn:
    """Return where a report says it is."""
    return PlaceIn(**{**ask.place.model_dump(), "text": ask.place.text or ""})


def told(reported: Reported) -> dict[str, Any]:
    """Return the fields of a `ReportOut`."""
    said = {
        "merged": "同一问题此前已有人反映，已并入处理，您的上报单独留存并会得到答复。",
        "triage": f"已收到，等待人工甄别。{reported.note}",
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
