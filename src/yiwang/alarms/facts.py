"""What alarms tell the log."""

from dataclasses import dataclass
from uuid import UUID

from yiwang.ledger import Fact


@dataclass(frozen=True)
class AlarmRaised(Fact):
    """An alarm began, or (`again`) a latched one that had recovered fires once more. Its time is the reading's."""

    alarm_id: UUID
    device_id: UUID
    class_code: str
    metric: str
    rule: str
    condition: str
    severity: str
    jurisdiction_id: UUID | None
    organisation_id: UUID | None
    value: float | None
    drill: bool = False
    again: bool = False
    combination: bool = False
    contexts: tuple[str, ...] = ()
    TYPE = "alarm.raised"


@dataclass(frozen=True)
class AlarmRecovered(Fact):
    """The values of a latched alarm are well again; it stands until a person releases it."""

    alarm_id: UUID
    device_id: UUID
    class_code: str
    rule: str
    condition: str
    TYPE = "alarm.recovered"


@dataclass(frozen=True)
class AlarmResolved(Fact):
    """An alarm ended: by values, by a release, or because its rule is gone (`ended`)."""

    alarm_id: UUID
    device_id: UUID
    class_code: str
    rule: str
    condition: str
    severity: str
    jurisdiction_id: UUID | None
    ended: str = "values"
    TYPE = "alarm.resolved"


@dataclass(frozen=True)
class ContextSet(Fact):
    """A condition over a place and a time was declared, changed or ended early."""

    context_id: UUID
    code: str
    device_id: UUID | None
    jurisdiction_id: UUID | None
    begins: str
    ends: str | None
    TYPE = "alarm.context_set"
