"""What the kernel gave out, with names; a standing alarm; contexts and where they hold. Pure."""

import hashlib
import math
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from yiwang.base.ids import uuid7

DRILLS = frozenset({"drill", "test"})  # contexts under which an alarm is an exercise
OFFLINE, SILENT = "offline", "silent"  # the rule every device has: nothing heard for what its class allows
_METRES_A_DEGREE = 111_320.0
Key = tuple[int, str, str]  # series, rule, condition


@dataclass(frozen=True, slots=True)
class Change:
    """One change of one watch: `kind` is the kernel's, `series` the global one, `time` ms; NaN is no value.

    `ended` says why it is resolved: by values, by a release, or because the rule is gone.
    """

    series: int
    rule: str
    condition: str
    severity: str
    kind: int
    time: int
    value: float
    ended: str = "values"

    @property
    def key(self) -> Key:
        """Return which watch it is."""
        return self.series, self.rule, self.condition


@dataclass(slots=True)
class Standing:
    """An alarm that is not resolved, as its shard knows it."""

    id: UUID
    severity: str
    state: str
    device_id: UUID
    class_code: str
    jurisdiction_id: UUID | None


@dataclass(frozen=True, slots=True)
class Withheld:
    """What a context forbids to raise: since when (ms), by which value, under which condition."""

    since: int
    value: float | None
    severity: str
    explanation: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Context:
    """A named condition over one device, a jurisdiction and all below it, or a circle; `ends` None is open."""

    id: UUID
    code: str
    begins: datetime
    ends: datetime | None
    device_id: UUID | None = None
    jurisdiction_id: UUID | None = None
    lon: float | None = None
    lat: float | None = None
    radius_m: float | None = None
    reason: str = ""
    source: str = ""
    set_name: str = ""
    ended_name: str = ""
    end_reason: str = ""

    def state(self, at: datetime) -> str:
        """Return pending, active or ended."""
        if self.ends is not None and self.ends <= at:
            return "ended"
        return "pending" if at < self.begins else "active"

    def holds(self, at: datetime, device: UUID, places: Collection[UUID], lon: float | None, lat: float | None) -> bool:
        """Return whether it holds at a moment for a device in these jurisdictions, at this point."""
        if at < self.begins or (self.ends is not None and at >= self.ends):
            return False
        if self.radius_m is not None:
            return (
                self.lon is not None
                and self.lat is not None
                and lon is not None
                and lat is not None
                and metres(self.lon, self.lat, lon, lat) <= self.radius_m
            )
        return self.device_id == device if self.device_id else self.jurisdiction_id in places


def forbidden(unless: Sequence[str], only: Sequence[str], holding: Iterable[str]) -> bool:
    """Return whether a rule with these contexts raises nothing while those hold."""
    codes = set(holding)
    return bool(codes.intersection(unless)) or (bool(only) and not codes.intersection(only))


def metres(lon: float, lat: float, other_lon: float, other_lat: float) -> float:
    """Return the distance of two points (degrees) of one city."""
    east = (other_lon - lon) * math.cos(math.radians((lat + other_lat) / 2))
    return math.hypot(east, other_lat - lat) * _METRES_A_DEGREE


def alarm_id(what: Sequence[object], time: int) -> UUID:
    """Return the one id of an alarm: the same thing raised at the same time (ms) is the same alarm."""
    digest = hashlib.blake2b(
        "\0".join(map(str, what)).encode(), digest_size=10, key=time.to_bytes(9, "big", signed=True)
    )
    return uuid7(moment(time), digest.digest())


def raised_ms(alarm: UUID) -> int:
    """Return when an alarm was raised, ms: its id begins with that."""
    return int.from_bytes(alarm.bytes[:6], "big")


def moment(ms: int) -> datetime:
    """Return a kernel's time as a moment; what lies outside of the years 2000 to 2100 is put on the border."""
    return datetime.fromtimestamp(min(max(ms, 946_684_800_000), 4_102_444_800_000) / 1000, UTC)
