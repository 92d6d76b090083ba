"""What devices tell the log."""

from dataclasses import dataclass
from uuid import UUID

from yiwang.ledger import Fact


@dataclass(frozen=True)
class DevicesTakenIn(Fact):
    """A batch of devices was added or changed."""

    batch_id: UUID
    added: int
    changed: int
    classes: tuple[str, ...]
    TYPE = "devices.taken_in"


@dataclass(frozen=True)
class DeviceStateSet(Fact):
    """A person said that a device is in service, at fault, in maintenance or retired."""

    device_id: UUID
    class_code: str
    state: str
    before: str
    jurisdiction_id: UUID | None
    organisation_id: UUID | None
    TYPE = "device.state_set"


@dataclass(frozen=True)
class StrangerAdopted(Fact):
    """A device from quarantine got its place in the registry."""

    device_id: UUID
    source: str
    TYPE = "device.adopted"
