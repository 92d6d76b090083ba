"""Arithmetic of post hours: when a post is manned, and what a clock that runs only then comes to. Pure.

Times are aware datetimes; hours are wall-clock times of the post's zone, so a day with a clock change has 23 or 25.
"""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

ON_SITE, ONLINE = "on_site", "online"
DAY = 24 * 60
HORIZON_DAYS = 400  # nobody is away for longer: a post without any hours is found out instead of searched for ever


class WorkingDays(Protocol):
    """The one thing post hours ask of a calendar."""

    def is_working_day(self, day: date) -> bool: ...


@dataclass(frozen=True)
class Slot:
    """Minutes after local midnight [start, end) during which a post is manned in this mode."""

    days: frozenset[int]  # ISO weekdays 1..7; empty = whatever `when` says
    when: str  # "any", "working", "off": of which days by the calendar
    start: int
    end: int
    mode: str = ON_SITE


@dataclass(frozen=True)
class PostHours:
    """The weekly hours of a post; where slots overlap the first one counts."""

    slots: tuple[Slot, ...]
    zone: str = "Asia/Shanghai"


@dataclass(frozen=True)
class Span:
    """A dated stretch [starts, ends) in one mode."""

    starts: datetime
    ends: datetime
    mode: str


EVERY: frozenset[int] = frozenset()
KINDS: dict[str, tuple[Slot, ...]] = {
    # A street centre is on site round the clock.
    "street_24h": (Slot(EVERY, "any", 0, DAY),),
    # A neighbourhood is on site by day and online by night and on days off.
    "neighbourhood": (Slot(EVERY, "working", 9 * 60, 17 * 60), Slot(EVERY, "any", 0, DAY, ONLINE)),
    "department": (Slot(EVERY, "working", 9 * 60, 17 * 60),),
}


def post_hours(kind: str, weekly: Sequence[Slot] = (), zone: str = "Asia/Shanghai") -> PostHours:
    """Return the hours of a kind; `custom` takes its own weekly slots."""
    return PostHours(tuple(weekly) if kind == "custom" else KINDS[kind], zone)


def spans_of_day(hours: PostHours, calendar: WorkingDays, day: date) -> list[Span]:
    """Return how a post is manned on one local day, in order, neighbours of one mode joined."""
    slots = [slot for slot in hours.slots if _applies(slot, day, calendar)]
    edges = sorted({edge for slot in slots for edge in (slot.start, slot.end)})
    spans: list[Span] = []
    for start, end in itertools.pairwise(edges):
        mode = next((slot.mode for slot in slots if slot.start <= start and end <= slot.end), None)
        if mode is None:
            continue
        span = Span(_moment(day, start, hours.zone), _moment(day, end, hours.zone), mode)
        if spans and spans[-1].mode == mode and spans[-1].ends == span.starts:
            span = Span(spans.pop().starts, span.ends, mode)
        if span.starts < span.ends:
            spans.append(span)
    return spans


def open_at(hours: PostHours, calendar: WorkingDays, at: datetime) -> str | None:
    """Return the mode in which the post is manned at this moment, None when it is not."""
    day = at.astimezone(ZoneInfo(hours.zone)).date()
    return next((span.mode for span in spans_of_day(hours, calendar, day) if span.starts <= at < span.ends), None)


def next_open(hours: PostHours, calendar: WorkingDays, at: datetime) -> datetime | None:
    """Return the first moment from `at` on at which the post is manned; None when it never is."""
    for span in _from(hours, calendar, at):
        return max(at, span.starts)
    return None


def due_within(hours: PostHours, calendar: WorkingDays, start: datetime, limit: timedelta) -> datetime | None:
    """Return when `limit` of manned time has passed since `start`: where a receipt clock runs out.

    None when the post has no hours at all.
    """
    left = limit
    for span in _from(hours, calendar, start):
        begin = max(start, span.starts)
        if span.ends - begin >= left:
            return begin + left
        left -= span.ends - begin
    return None


def subtract(span: Span, holes: Sequence[tuple[datetime, datetime]]) -> list[Span]:
    """Return what is left of a span when the holes are cut out of it."""
    left = [span]
    for start, end in holes:
        left = [piece for rest in left for piece in _cut(rest, start, end)]
    return left


def _cut(span: Span, start: datetime, end: datetime) -> Iterator[Span]:
    if end <= span.starts or span.ends <= start:
        yield span
        return
    if span.starts < start:
        yield Span(span.starts, start, span.mode)
    if end < span.ends:
        yield Span(end, span.ends, span.mode)


def _from(hours: PostHours, calendar: WorkingDays, at: datetime) -> Iterator[Span]:
    first = at.astimezone(ZoneInfo(hours.zone)).date()
    for offset in range(HORIZON_DAYS):
        for span in spans_of_day(hours, calendar, first + timedelta(days=offset)):
            if span.ends > at:
                yield span


def _applies(slot: Slot, day: date, calendar: WorkingDays) -> bool:
    if slot.days and day.isoweekday() not in slot.days:
        return False
    return slot.when == "any" or calendar.is_working_day(day) == (slot.when == "working")


def _moment(day: date, minute: int, zone: str) -> datetime:
    days, minute = divmod(minute, DAY)
    local = datetime(day.year, day.month, day.day, minute // 60, minute % 60, tzinfo=ZoneInfo(zone))
    # Adding days to the local time keeps midnight at midnight across a clock change.
    return (local + timedelta(days=days)).astimezone(UTC)
