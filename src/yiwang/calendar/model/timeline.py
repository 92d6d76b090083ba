"""The worked spans of some years as arrays of seconds, so that a deadline is two bisections."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from yiwang.calendar.model.days import Day
from yiwang.calendar.model.limits import Hours


@dataclass(frozen=True, slots=True)
class Worked:
    """A worked day with its hours: what a timeline is built from."""

    day: Day
    hours: Hours


class Timeline:
    """Worked days `i` of the years `first`..`last`, in order; seconds are those of the Unix epoch.

    `opens[i]` and `closes[i]` bound the day's work, `midnights[i]` is its local midnight, `before[i]` and `ends[i]` are
    the working seconds from the beginning of the timeline to the opening and to the close of day `i`.
    """

    __slots__ = (
        "before",
        "begin",
        "closes",
        "end",
        "ends",
        "first",
        "last",
        "made_up",
        "midnights",
        "opens",
        "ordinals",
    )

    def __init__(self, worked: Sequence[Worked], first: int, last: int, zone: ZoneInfo) -> None:
        self.first, self.last = first, last
        self.begin = local_seconds(date(first, 1, 1), 0, zone)
        self.end = local_seconds(date(last + 1, 1, 1), 0, zone)
        self.ordinals = [one.day.date.toordinal() for one in worked]
        self.midnights = [local_seconds(one.day.date, 0, zone) for one in worked]
        self.opens = [local_seconds(one.day.date, one.hours.opens, zone) for one in worked]
        self.closes = [local_seconds(one.day.date, one.hours.closes, zone) for one in worked]
        self.made_up = [one.day.date.toordinal() for one in worked if one.day.made_up]
        self.before: list[float] = []
        self.ends: list[float] = []
        total = 0.0
        for opens, closes in zip(self.opens, self.closes, strict=True):
            self.before.append(total)
            total += closes - opens
            self.ends.append(total)

    def covers(self, seconds: float) -> bool:
        """Return whether a moment lies within the timeline's years."""
        return self.begin <= seconds < self.end

    def counting_from(self, seconds: float) -> tuple[int, float] | None:
        """Return the worked day and the moment at which a clock started now begins to run; None beyond the end.

        Within a day's hours it is the moment itself, otherwise (also at the very close) the next opening.
        """
        index = bisect_right(self.opens, seconds) - 1
        if index >= 0 and seconds < self.closes[index]:
            return index, seconds
        index += 1
        return (index, self.opens[index]) if index < len(self.opens) else None

    def after_days(self, index: int, start: float, days: int) -> tuple[int, float] | None:
        """Return the same clock time `days` worked days after `start` on day `index`, kept within that day's hours."""
        target = index + days
        if target >= len(self.opens):
            return None
        moment = self.midnights[target] + (start - self.midnights[index])
        return target, min(max(moment, self.opens[target]), self.closes[target])

    def after_seconds(self, index: int, start: float, seconds: float) -> tuple[int, float] | None:
        """Return the moment when `seconds` of work have passed since `start` on day `index`.

        Work that fills a day to its end is done at the close, not at the next opening.
        """
        total = self.before[index] + (start - self.opens[index]) + seconds
        target = bisect_left(self.ends, total)
        if target == len(self.ends):
            return None
        return target, self.opens[target] + (total - self.before[target])

    def worked_until(self, seconds: float) -> float:
        """Return the working seconds from the beginning of the timeline to a moment within it."""
        index = bisect_right(self.opens, seconds) - 1
        if index < 0:
            return 0.0
        return self.before[index] + min(seconds, self.closes[index]) - self.opens[index]

    def made_up_between(self, first: int, last: int) -> list[date]:
        """Return the make-up days 调休上班 after day `first` and up to day `last` (indices)."""
        low = bisect_right(self.made_up, self.ordinals[first])
        high = bisect_right(self.made_up, self.ordinals[last])
        return [date.fromordinal(ordinal) for ordinal in self.made_up[low:high]]


def local_seconds(day: date, minutes: int, zone: ZoneInfo) -> float:
    """Return the epoch seconds of a local clock time; minute 1440 is the midnight that ends the day."""
    if minutes == 24 * 60:
        day, minutes = day + timedelta(days=1), 0
    return datetime(day.year, day.month, day.day, minutes // 60, minutes % 60, tzinfo=zone).timestamp()
