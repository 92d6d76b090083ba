"""Which time a check-up is of. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

SpanName = Literal["day", "week", "month"]
SPANS: dict[SpanName, tuple[str, str]] = {
    "day": ("日报", "daily"),
    "week": ("周报", "weekly"),
    "month": ("月报", "monthly"),
}


@dataclass(frozen=True)
class Span:
    """[start, end) of a check-up, and the [before, start) that it is compared with."""

    name: SpanName
    before: datetime
    start: datetime
    end: datetime

    def titled(self, zone: ZoneInfo) -> str:
        """Return the time in Chinese."""
        start, last = self.start.astimezone(zone), (self.end - timedelta(seconds=1)).astimezone(zone)
        if self.name == "month":
            return f"{start.year}年{start.month}月"
        first = f"{start.year}年{start.month}月{start.day}日"
        return first if self.name == "day" else f"{first}至{last.month}月{last.day}日"


def span_of(name: SpanName, at: datetime, zone: ZoneInfo) -> Span:
    """Return the last whole day, week (from Monday) or month that was over at a moment, local time."""
    midnight = at.astimezone(zone).replace(hour=0, minute=0, second=0, microsecond=0)
    if name == "day":
        end, start, before = midnight, _days(midnight, 1), _days(midnight, 2)
    elif name == "week":
        end = _days(midnight, midnight.weekday())
        start, before = _days(end, 7), _days(end, 14)
    else:
        end = midnight.replace(day=1)
        start = _days(end, 1).replace(day=1)
        before = _days(start, 1).replace(day=1)
    utc = at.tzinfo
    return Span(name, before.astimezone(utc), start.astimezone(utc), end.astimezone(utc))


def _days(midnight: datetime, number: int) -> datetime:
    # Local days, so that a change of the clocks leaves a midnight a midnight.
    return midnight - timedelta(days=number)
