"""What can happen to a report and to an event, as the log tells it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from yiwang.ledger import Fact


@dataclass(frozen=True)
class ReportReceived(Fact):
    """A report came in and belongs to an event; `due` and `unit_id` are set where the source names them."""

    report_id: UUID
    event_id: UUID
    channel: str
    source: str
    due: datetime | None = None
    unit_id: UUID | None = None
    TYPE = "report.received"


@dataclass(frozen=True)
class ReportAnswered(Fact):
    """The matter of this report is settled: its own life ends."""

    report_id: UUID
    event_id: UUID
    TYPE = "report.answered"


@dataclass(frozen=True)
class EventTriaged(Fact):
    """What a machine found waits for a person's judgement 待甄别."""

    event_id: UUID
    matter_code: str
    channel: str
    TYPE = "event.triage"


@dataclass(frozen=True)
class EventAdmitted(Fact):
    """A new event was admitted 受理."""

    event_id: UUID
    matter_code: str
    channel: str
    jurisdiction_id: UUID
    TYPE = "event.admitted"


@dataclass(frozen=True)
class EventRefused(Fact):
    event_id: UUID
    reason: str
    TYPE = "event.refused"


@dataclass(frozen=True)
class ReportMerged(Fact):
    """A report joined an event that was open already."""

    event_id: UUID
    report_id: UUID
    metres: float
    same_address: bool
    TYPE = "event.joined"


@dataclass(frozen=True)
class ReportParted(Fact):
    """A joined report was taken out again and has an event of its own."""

    event_id: UUID
    report_id: UUID
    from_event: UUID
    TYPE = "event.parted"


@dataclass(frozen=True)
class EventMerged(Fact):
    """A whole event was joined to another."""

    event_id: UUID
    into: UUID
    TYPE = "event.merged"


@dataclass(frozen=True)
class EventRestored(Fact):
    """A merged event is its own again."""

    event_id: UUID
    out_of: UUID
    TYPE = "event.restored"


@dataclass(frozen=True)
class EventMoved(Fact):
    """Its place was put right 更正位置; `metres` is None where it had no point before."""

    event_id: UUID
    jurisdiction_id: UUID
    from_jurisdiction: UUID
    metres: float | None
    TYPE = "event.moved"


@dataclass(frozen=True)
class EventClosed(Fact):
    event_id: UUID
    TYPE = "event.closed"
