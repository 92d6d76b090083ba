"""What events of machines tell the log."""

from dataclasses import dataclass
from uuid import UUID

from yiwang.ledger import Fact


@dataclass(frozen=True)
class EventProven(Fact):
    """It was admitted without a person's look: what raised it has proven its precision."""

    event_id: UUID
    rule: str
    condition: str
    class_code: str
    precision: float
    verdicts: int
    TYPE = "event.proven"


@dataclass(frozen=True)
class UpkeepNeeded(Fact):
    """A device is offline or at fault: its maintainer has to see to it."""

    event_id: UUID
    device_id: UUID
    maintainer_id: UUID | None
    TYPE = "event.upkeep"


@dataclass(frozen=True)
class EventRecovered(Fact):
    """The values of everything that raised it are well again."""

    event_id: UUID
    upkeep: bool
    alarms: int
    TYPE = "event.recovered"


@dataclass(frozen=True)
class EventWentUp(Fact):
    """Nobody judged it in time: the next level was told."""

    event_id: UUID
    level: int
    unit_id: UUID | None
    TYPE = "event.went_up"


@dataclass(frozen=True)
class StormBegan(Fact):
    """Many devices at once: one event."""

    event_id: UUID
    devices: int
    TYPE = "event.storm"


@dataclass(frozen=True)
class GroupAwaited(Fact):
    """Alarms of a kind were awaited long enough."""

    group_id: UUID
    name: str
    TYPE = "event.group_awaited"
