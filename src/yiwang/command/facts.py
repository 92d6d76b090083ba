"""What command tells the log: attendance, handovers, orders, warnings. Persons are ids only."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from yiwang.ledger import Fact


@dataclass(frozen=True)
class RosterPublished(Fact):
    roster_id: UUID
    organisation_id: UUID
    starts: datetime
    ends: datetime
    shifts: int
    TYPE = "roster.published"


@dataclass(frozen=True)
class ShiftSwapped(Fact):
    swap_id: UUID
    organisation_id: UUID
    both: bool
    TYPE = "shift.swapped"


@dataclass(frozen=True)
class DutySignedIn(Fact):
    """签到; `in_place` None where there was no point to judge by."""

    attendance_id: UUID
    organisation_id: UUID
    post_id: UUID
    staff_id: UUID
    starts: datetime
    ends: datetime
    late_seconds: int
    in_place: bool | None
    TYPE = "duty.signed_in"


@dataclass(frozen=True)
class DutySignedOut(Fact):
    """签退."""

    attendance_id: UUID
    organisation_id: UUID
    post_id: UUID
    staff_id: UUID
    early_seconds: int
    worked_seconds: int
    TYPE = "duty.signed_out"


@dataclass(frozen=True)
class DutyMissed(Fact):
    """缺勤: a shift ended and nobody had signed in."""

    attendance_id: UUID
    organisation_id: UUID
    post_id: UUID
    staff_id: UUID
    starts: datetime
    ends: datetime
    TYPE = "duty.missed"


@dataclass(frozen=True)
class PatrolKept(Fact):
    """A stretch of a patrol came in; where it went is in no fact."""

    track_id: UUID
    attendance_id: UUID
    organisation_id: UUID
    post_id: UUID
    metres: float
    seconds: float
    TYPE = "patrol.kept"


@dataclass(frozen=True)
class LogKept(Fact):
    entry_id: UUID
    organisation_id: UUID
    kind: str
    case_id: UUID | None
    TYPE = "log.kept"


@dataclass(frozen=True)
class HandoverTaken(Fact):
    """交接班: signed by both."""

    handover_id: UUID
    organisation_id: UUID
    items: int
    offered_at: datetime
    TYPE = "handover.taken"


@dataclass(frozen=True)
class OrderGiven(Fact):
    order_id: UUID
    kind: str
    organisation_id: UUID
    case_id: UUID | None
    urgent: bool
    receipt_due_at: datetime
    due_at: datetime | None
    TYPE = "order.given"


@dataclass(frozen=True)
class OrderReceived(Fact):
    order_id: UUID
    organisation_id: UUID
    on_time: bool
    TYPE = "order.received"


@dataclass(frozen=True)
class OrderDone(Fact):
    order_id: UUID
    organisation_id: UUID
    on_time: bool | None
    TYPE = "order.done"


@dataclass(frozen=True)
class OrderCancelled(Fact):
    order_id: UUID
    organisation_id: UUID
    TYPE = "order.cancelled"


@dataclass(frozen=True)
class OrderReminded(Fact):
    """An order's clock ran out: `clock` receipt or due; level 1 reminds, 2 tells the next level up."""

    order_id: UUID
    organisation_id: UUID
    clock: str
    level: int
    TYPE = "order.reminded"


@dataclass(frozen=True)
class WarningIssued(Fact):
    warning_id: UUID
    hazard: str
    level: str
    valid_from: datetime
    valid_to: datetime
    told: int
    TYPE = "warning.issued"


@dataclass(frozen=True)
class WarningReceived(Fact):
    warning_id: UUID
    organisation_id: UUID
    level: str
    seconds: float
    TYPE = "warning.received"


@dataclass(frozen=True)
class WarningEnded(Fact):
    """Lifted by somebody, or its time was over."""

    warning_id: UUID
    lifted: bool
    TYPE = "warning.ended"
