"""What commands tell the log."""

from dataclasses import dataclass
from uuid import UUID

from yiwang.ledger import Fact


@dataclass(frozen=True)
class DeviceCommanded(Fact):
    """Somebody asked something of a device."""

    command_id: UUID
    device_id: UUID
    protocol: str
    kind: str
    TYPE = "device.commanded"


@dataclass(frozen=True)
class DeviceAnswered(Fact):
    """A device did what it was asked, refused it, or did not answer in time."""

    command_id: UUID
    state: str
    TYPE = "device.answered"
