"""What a device is: where it stands, whose it is, the keys it is known by, its state. Pure."""

import re
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

# What people say of a device; of one in service, online and offline follow from when it was last heard.
STATES: dict[str, tuple[str, str]] = {
    "in_service": ("在用", "In service"),
    "fault": ("故障", "Fault"),
    "maintenance": ("维护中", "Maintenance"),
    "retired": ("退役", "Retired"),
}
STATUSES: dict[str, tuple[str, str]] = {
    "online": ("在线", "Online"),
    "offline": ("离线", "Offline"),
    "fault": ("故障", "Fault"),
    "maintenance": ("维护中", "Maintenance"),
    "retired": ("退役", "Retired"),
}
STRANGER_STATES: dict[str, tuple[str, str]] = {
    "waiting": ("待处理", "Waiting"),
    "adopted": ("已接纳", "Adopted"),
    "refused": ("已拒绝", "Refused"),
}
SHARD_SIZE = 65_536
MOST_KEYS = 8
_CODE = re.compile(r"[0-9A-Za-z][0-9A-Za-z._:/-]{0,79}")
_PROTOCOL = re.compile(r"[a-z][a-z0-9_]{1,19}")


@dataclass(frozen=True)
class Key:
    """How a device calls itself in a protocol: ("hj212", its MN), ("jt808", its telephone number) …"""

    protocol: str
    external_id: str


@dataclass(frozen=True)
class DeviceIn:
    """A device as it is given in; point in degrees of `datum`. None leaves out."""

    code: str
    class_code: str
    name: str = ""
    maker: str = ""
    model: str = ""
    serial: str = ""
    lon: float | None = None
    lat: float | None = None
    datum: str = "CGCS2000"
    address: str = ""
    address_id: UUID | None = None
    floor: str = ""
    jurisdiction_id: UUID | None = None
    organisation_id: UUID | None = None
    maintainer_id: UUID | None = None
    contract: str = ""
    photo_id: UUID | None = None
    installed_on: date | None = None
    keys: tuple[Key, ...] = ()


@dataclass(frozen=True)
class Device:
    """A device as it is kept. `first_series` and the ones after it are those of `metrics`, in order."""

    id: UUID
    code: str
    name: str
    class_code: str
    maker: str
    model: str
    serial: str
    lon: float | None
    lat: float | None
    place: dict[str, Any]
    address: str
    floor: str
    jurisdiction_id: UUID | None
    organisation_id: UUID | None
    maintainer_id: UUID | None
    contract: str
    photo_id: UUID | None
    installed_on: date | None
    state: str
    online: bool | None
    seen_at: datetime | None
    online_changed_at: datetime | None
    first_series: int
    series_room: int
    metrics: list[str]
    version: int
    keys: tuple[Key, ...] = field(default=())

    @property
    def status(self) -> str:
        """Return one of `STATUSES`; who was never heard is offline."""
        if self.state != "in_service":
            return self.state
        return "online" if self.online else "offline"

    @property
    def series(self) -> dict[str, int]:
        """Return the series of each metric."""
        return {metric: self.first_series + place for place, metric in enumerate(self.metrics)}


@dataclass(frozen=True)
class Problem:
    """What is wrong with a row (from 1) of what was given in."""

    row: int
    field: str
    detail: str


@dataclass(frozen=True)
class Report:
    """What taking in did, or would do; with any problem nothing was written."""

    rows: int
    added: int
    changed: int
    unchanged: int
    problems: tuple[Problem, ...] = ()
    dry_run: bool = False
    ids: tuple[UUID, ...] = ()


def faults_of(given: DeviceIn) -> list[tuple[str, str]]:
    """Return (field, sentence) of what is wrong with the words of a device."""
    found = []
    if not _CODE.fullmatch(given.code):
        found.append(("code", "A code is 1 to 80 letters, digits and . _ : / -"))
    for name, most in (("name", 200), ("maker", 100), ("model", 100), ("serial", 100), ("address", 300)):
        if len(getattr(given, name)) > most:
            found.append((name, f"At most {most} characters."))
    if len(given.keys) > MOST_KEYS:
        found.append(("keys", f"A device has at most {MOST_KEYS} keys."))
    for key in given.keys:
        if not _PROTOCOL.fullmatch(key.protocol):
            found.append(("keys", "A protocol is a word such as hj212, jt808, gb26875, mqtt or http."))
        if not 1 <= len(key.external_id) <= 200:
            found.append(("keys", "A device's own id has 1 to 200 characters."))
    return found


def place_series(following: int, rooms: list[int]) -> tuple[list[int], int]:
    """Return the first series of each device and the next free one: none lies across the border of two shards."""
    firsts = []
    for room in rooms:
        if following // SHARD_SIZE != (following + room - 1) // SHARD_SIZE:
            following = (following // SHARD_SIZE + 1) * SHARD_SIZE
        firsts.append(following)
        following += room
    return firsts, following
