"""What upkeep tells the log."""

from dataclasses import dataclass
from uuid import UUID

from yiwang.ledger import Fact


@dataclass(frozen=True)
class DeviceInspected(Fact):
    """Somebody looked after a device on a round."""

    inspection_id: UUID
    device_id: UUID
    outcome: str
    jurisdiction_id: UUID | None
    organisation_id: UUID | None
    TYPE = "device.inspected"
