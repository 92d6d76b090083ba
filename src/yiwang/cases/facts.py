"""What can happen to a case, as the log tells it: the raw material of every figure."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from yiwang.ledger import Fact


@dataclass(frozen=True)
class CaseOpened(Fact):
    """A case was made and waits to be confirmed before filing 待核实."""

    case_id: UUID
    event_id: UUID
    matter_code: str
    jurisdiction_id: UUID
    TYPE = "case.opened"


@dataclass(frozen=True)
class CaseConfirmed(Fact):
    case_id: UUID
    passed: bool
    TYPE = "case.confirmed"


@dataclass(frozen=True)
class CaseFiled(Fact):
    """立案. `filed_due` is when it should have been filed; `due_at` when it should be closed."""

    case_id: UUID
    event_id: UUID
    number: str
    matter_code: str
    major: str
    jurisdiction_id: UUID
    channel: str
    due_at: datetime | None
    urgent: bool
    self_handled: bool
    filed_due: datetime | None
    dispatch_due: datetime | None
    TYPE = "case.filed"


@dataclass(frozen=True)
class CaseDispatched(Fact):
    case_id: UUID
    unit_id: UUID
    post_id: UUID | None
    receipt_due_at: datetime | None
    dispatch_due: datetime | None
    assists: tuple[UUID, ...] = ()
    TYPE = "case.dispatched"


@dataclass(frozen=True)
class CaseReceived(Fact):
    """签收."""

    case_id: UUID
    unit_id: UUID | None
    TYPE = "case.received"


@dataclass(frozen=True)
class CaseReturned(Fact):
    """退单."""

    case_id: UUID
    unit_id: UUID | None
    reason: str
    TYPE = "case.returned"


@dataclass(frozen=True)
class CaseHandled(Fact):
    """处置完成; `check_due` is when it should have been checked, None where no check is asked."""

    case_id: UUID
    unit_id: UUID | None
    check_due: datetime | None
    TYPE = "case.handled"


@dataclass(frozen=True)
class CaseChecked(Fact):
    """核查: not passed means rework 返工."""

    case_id: UUID
    passed: bool
    check_due: datetime | None
    TYPE = "case.checked"


@dataclass(frozen=True)
class CaseClosed(Fact):
    """结案."""

    case_id: UUID
    event_id: UUID
    on_time: bool | None
    self_handled: bool
    TYPE = "case.closed"


@dataclass(frozen=True)
class CaseVoided(Fact):
    """作废, or not filed 不立案."""

    case_id: UUID
    event_id: UUID
    reason: str
    TYPE = "case.voided"


@dataclass(frozen=True)
class CaseRestored(Fact):
    """A case that went with a merge is back."""

    case_id: UUID
    event_id: UUID
    TYPE = "case.restored"


@dataclass(frozen=True)
class CaseClaimed(Fact):
    """认领: somebody has it in hand, as the fact's actor says."""

    case_id: UUID
    TYPE = "case.claimed"


@dataclass(frozen=True)
class CaseReleased(Fact):
    """Nobody has it in hand any more."""

    case_id: UUID
    TYPE = "case.released"


@dataclass(frozen=True)
class CaseNoted(Fact):
    """A note was written; its words are on the timeline only."""

    case_id: UUID
    TYPE = "case.noted"


@dataclass(frozen=True)
class CaseReminded(Fact):
    """催办: the receipt clock ran out; `level` 1 reminds the unit, 2 tells the next level up."""

    case_id: UUID
    unit_id: UUID | None
    level: int
    TYPE = "case.reminded"


@dataclass(frozen=True)
class CaseRedated(Fact):
    """The due time was computed anew after the calendar changed."""

    case_id: UUID
    due_at: datetime
    TYPE = "case.redated"


@dataclass(frozen=True)
class CaseMoved(Fact):
    """Its place was put right 更正位置: from now on it counts where it really is."""

    case_id: UUID
    jurisdiction_id: UUID
    TYPE = "case.moved"


@dataclass(frozen=True)
class CaseOverdue(Fact):
    case_id: UUID
    unit_id: UUID | None
    due_at: datetime
    TYPE = "case.overdue"


@dataclass(frozen=True)
class CaseHandedOver(Fact):
    """移交: the case is another platform's from now on; `seconds_left` of its time were left (negative: late)."""

    case_id: UUID
    platform: str
    due_at: datetime | None
    seconds_left: float | None
    TYPE = "case.handed_over"


@dataclass(frozen=True)
class CaseTakenOver(Fact):
    """A case that another platform handed over is ours from now on."""

    case_id: UUID
    platform: str
    due_at: datetime | None
    TYPE = "case.taken_over"


@dataclass(frozen=True)
class CaseHandoverRefused(Fact):
    """The other platform would not have the case: it stays ours."""

    case_id: UUID
    platform: str
    TYPE = "case.handover_refused"


@dataclass(frozen=True)
class CaseMirrored(Fact):
    """A step that the owner platform took on a case mirrored here."""

    case_id: UUID
    platform: str
    state: str
    TYPE = "case.mirrored"
