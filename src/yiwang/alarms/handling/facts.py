"""What people's handling of alarms tells the log."""

from dataclasses import dataclass
from uuid import UUID

from yiwang.ledger import Fact


@dataclass(frozen=True)
class AlarmAcknowledged(Fact):
    """Somebody has seen it and sees to it."""

    alarm_id: UUID
    device_id: UUID
    TYPE = "alarm.acknowledged"


@dataclass(frozen=True)
class AlarmAssigned(Fact):
    """It was given to an account; None: to nobody again."""

    alarm_id: UUID
    device_id: UUID
    assigned_to: UUID | None
    TYPE = "alarm.assigned"


@dataclass(frozen=True)
class AlarmJudged(Fact):
    """A person's verdict: true, false, test or fault; `before` is the one it replaces."""

    alarm_id: UUID
    device_id: UUID
    class_code: str
    rule: str
    condition: str
    jurisdiction_id: UUID | None
    verdict: str
    before: str | None = None
    TYPE = "alarm.judged"


@dataclass(frozen=True)
class AlarmProposalDecided(Fact):
    """A proposal about a rule's condition or a device was accepted or refused; `bound` is the new threshold."""

    proposal_id: UUID
    about: str
    key: str
    action: str
    decision: str
    bound: float | None
    device_id: UUID | None
    TYPE = "alarm.proposal_decided"


@dataclass(frozen=True)
class SilenceMade(Fact):
    """A silence, a maintenance window or a drill was announced; with an id that is known: its end is another now."""

    silence_id: UUID
    kind: str
    rule: str | None
    condition: str | None
    class_code: str | None
    device_id: UUID | None
    jurisdiction_id: UUID | None
    starts_at: str
    ends_at: str
    TYPE = "alarm.silenced"


@dataclass(frozen=True)
class SilenceEnded(Fact):
    """A silence is over; what still fires under it becomes what it would have become."""

    silence_id: UUID
    kind: str
    early: bool
    TYPE = "alarm.silence_ended"
