"""What a report and an event are, which changes of state are allowed, and when two reports mean the same thing."""

import math
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

# verb → (states it may start from, state it leads to)
TRANSITIONS: dict[str, tuple[frozenset[str], str]] = {
    "admit": (frozenset({"triage"}), "admitted"),
    "refuse": (frozenset({"triage"}), "refused"),
    "dismiss": (frozenset({"admitted"}), "dismissed"),
    "close": (frozenset({"admitted"}), "closed"),
    "merge": (frozenset({"triage", "admitted"}), "merged"),
}
OPEN_STATES = ("triage", "admitted")
# What other authorities and systems send comes by a declared channel of one of these.
DECLARED_CHANNELS = ("police", "fire", "medical", "visit", "system", "city")
CHANNELS = (
    "desk",
    "hotline",
    "patrol",
    "resident",
    "api",
    "replay",
    "sensor",
    "video",
    "model",
    "mail",
    *DECLARED_CHANNELS,
)
# What comes by these waits for a person's judgement 甄别: anybody can write a letter.
MACHINE_CHANNELS = frozenset({"sensor", "video", "model", "mail"})
REFUSAL_REASONS = ("repeat", "not_ours", "incomplete", "false_alarm", "other")

_METRES_PER_DEGREE = 111_320.0


@dataclass(frozen=True)
class Reporter:
    """Who reported; every field is optional, for nobody has to register."""

    name: str | None = None
    phone: str | None = None
    confidential: bool = False


@dataclass(frozen=True)
class Envelope:
    """One report as it came through a channel, before it is judged. `raw` is kept as it was sent."""

    channel: str
    source: str
    text: str
    raw: bytes
    matter: str | None = None
    title: str | None = None
    reporter: Reporter | None = None
    urgent: bool | None = None
    occurred_at: datetime | None = None
    due_at: datetime | None = None
    due_from_source: bool = False  # the source sets due times itself, or says by leaving it out that there is none
    idempotency_key: str | None = None
    external_ref: tuple[str, str] | None = None
    photos: tuple[UUID, ...] = ()
    self_handled: str | None = None
    drill: bool = False
    unit: UUID | None = None  # the unit the source itself names
    separate: bool = False  # the source means this as a matter of its own, whatever lies nearby
    ours: bool = False  # whoever sends it has seen to it that it is for this platform, wherever it lies


@dataclass(frozen=True)
class Candidate:
    """An open event that a new report could belong to."""

    event_id: UUID
    number: str
    lon: float
    lat: float
    last_reported_at: datetime
    place_key: str | None = None


@dataclass(frozen=True)
class MergeReason:
    """Why a report was joined to an open event: metres between them and time since the event's last report."""

    event_id: UUID
    number: str
    metres: float
    apart: timedelta
    same_address: bool = False
    same_device: bool = False

    @property
    def text(self) -> str:
        if self.same_device:
            return f"与未结事件 {self.number} 同一设备，相隔 {spoken(self.apart)}，并入"
        where = "同一地址" if self.same_address else f"相距 {self.metres:.0f} 米"
        return f"与未结事件 {self.number} 同一事项，{where}，相隔 {spoken(self.apart)}，并入"

    @property
    def as_json(self) -> dict[str, Any]:
        return {
            "event": self.number,
            "metres": round(self.metres, 1),
            "seconds": self.apart.total_seconds(),
            "same_address": self.same_address,
            "text": self.text,
        }

    @classmethod
    def kept(cls, event_id: UUID, told: dict[str, Any]) -> "MergeReason":
        """Return the reason that was kept with a report as JSON."""
        apart = timedelta(seconds=told["seconds"])
        return cls(event_id, told["event"], told["metres"], apart, told["same_address"])


@dataclass(frozen=True)
class Event:
    """An event's own row, without its reports."""

    id: UUID
    number: str
    state: str
    matter_id: UUID
    matter_code: str
    title: str
    urgent: bool
    channel: str
    jurisdiction_id: UUID
    lon: float | None
    lat: float | None
    place: dict[str, Any]
    occurred_at: datetime
    reported_at: datetime
    last_reported_at: datetime
    given_due: datetime | None
    due_from_source: bool
    merged_into: UUID | None
    prior_state: str | None
    drill: bool
    reports: int
    classification: dict[str, Any]
    text: str
    version: int


@dataclass(frozen=True)
class Admitted:
    """What the report that made an event says to whoever files a case from it; its photos hang on the event."""

    event: Event
    photos: tuple[UUID, ...] = ()
    self_handled: str | None = None


@dataclass(frozen=True)
class Joined:
    """What a report that joined an event says to whoever keeps the event's case; its photos hang on the event."""

    reason: MergeReason
    photos: tuple[UUID, ...] = ()
    urgent: bool = False


@dataclass(frozen=True)
class Moved:
    """What putting an event's place right says to whoever keeps its case; names are of the jurisdictions."""

    before: Event
    after: Event
    metres: float | None
    reason: str
    before_name: str
    after_name: str
    by_name: str

    @property
    def text(self) -> str:
        """The line of the timeline."""
        far = "补登位置" if self.metres is None else f"位置更正，移动 {self.metres:.0f} 米"
        same = self.before.jurisdiction_id == self.after.jurisdiction_id
        where = "" if same else f"，由{self.before_name}改为{self.after_name}"
        return f"{far}{where}：{self.reason}"


@dataclass(frozen=True)
class Reported:
    """What the reporter is told: numbers to follow by, and what became of the report."""

    report_id: UUID
    report_number: str
    event_id: UUID
    event_number: str
    state: str
    merge: MergeReason | None = None
    classification: dict[str, Any] = field(default_factory=dict)
    repeated: bool = False
    note: str = ""  # why it waits for a person, where that is not because of who sent it


def metres_between(lon1: float, lat1: float, lon2: float, lat2: float) -> float:
    """Return the distance of two nearby points in metres (equirectangular: below 0.1 % off within 10 km)."""
    x = (lon2 - lon1) * math.cos(math.radians((lat1 + lat2) / 2))
    return math.hypot(x, lat2 - lat1) * _METRES_PER_DEGREE


def degrees_around(lat: float, metres: float) -> tuple[float, float]:
    """Return half the width and half the height, in degrees, of the box `metres` around a point at `lat`."""
    dlat = metres / _METRES_PER_DEGREE
    return dlat / max(math.cos(math.radians(lat)), 0.01), dlat


def same_thing(
    candidates: list[Candidate],
    *,
    lon: float | None,
    lat: float | None,
    place_key: str | None,
    radius: float,
    window: timedelta,
    at: datetime,
) -> MergeReason | None:
    """Return the open event of the same matter this report belongs to: the nearest within `radius` and `window`.

    Without a point, only the same written address counts. The nearest wins; at equal distance the latest.
    """
    found: list[MergeReason] = []
    for c in candidates:
        apart = abs(at - c.last_reported_at)
        if apart > window:
            continue
        if lon is not None and lat is not None and not math.isnan(c.lon):
            metres = metres_between(lon, lat, c.lon, c.lat)
            if metres <= radius:
                found.append(MergeReason(c.event_id, c.number, metres, apart))
        elif place_key and place_key == c.place_key:
            found.append(MergeReason(c.event_id, c.number, 0.0, apart, same_address=True))
    return min(found, key=lambda r: (r.metres, r.apart), default=None)


def lock_cells(matter: str, lon: float, lat: float, radius: float) -> list[str]:
    """Return the names of the cells a report must hold while it looks for its like.

    Two reports of one matter within `radius` share a cell at least, so they cannot miss each other.
    """
    size = max(2 * radius, 100.0) / _METRES_PER_DEGREE
    dlon, dlat = degrees_around(lat, radius)
    xs = range(math.floor((lon - dlon) / size), math.floor((lon + dlon) / size) + 1)
    ys = range(math.floor((lat - dlat) / size), math.floor((lat + dlat) / size) + 1)
    return sorted(f"{matter}:{x}:{y}" for x in xs for y in ys)


def spoken(span: timedelta) -> str:
    """Return a span the way a person says it, in Chinese."""
    minutes = int(span.total_seconds() // 60)
    if minutes < 1:
        return "不到 1 分钟"
    if minutes < 60:
        return f"{minutes} 分钟"
    hours, minutes = divmod(minutes, 60)
    if hours < 24:
        return f"{hours} 小时 {minutes} 分" if minutes else f"{hours} 小时"
    days, hours = divmod(hours, 24)
    return f"{days} 天 {hours} 小时" if hours else f"{days} 天"
