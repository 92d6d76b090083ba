"""The alarm rules once more, one plain object for each series, written from docs/integrating/alarm-conditions.md.

It knows nothing of the kernel: no arrays, no marks, no short way. Readings are handed in one by one.
"""

import math
from dataclasses import dataclass, field

from yiwang.alarms.model.conditions import Condition, Schedule
from yiwang.alarms.model.rules import Rule

HOUR, MINUTE, ZONE = 3_600_000, 60_000, 8 * 3_600_000
SIGN = {"above": 1, "below": -1, "rise": 1, "fall": -1, "unusually_high": 1, "unusually_low": -1}


@dataclass
class Past:
    """An exponential mean and variance."""

    mean: float = 0.0
    var: float = 0.0
    n: int = 0

    def learn(self, alpha: float, value: float) -> None:
        if self.n == 0:
            self.mean = value
        else:
            away = value - self.mean
            self.mean += alpha * away
            self.var = (1.0 - alpha) * (self.var + away * (alpha * away))
        self.n += 1


@dataclass
class Watch:
    """One condition over one series."""

    condition: Condition
    phase: str = "normal"
    row: list[int] = field(default_factory=list)  # times of the readings in a row
    anchor: float = math.nan
    silent_at: int = 0


class Oracle:
    """One series: `read` its readings in order, `quiet` at the watermark; what it raised and cleared is in `alarms`."""

    def __init__(self, rule: Rule, schedules: tuple[Schedule, ...] = (), *, class_lateness_s: float = 0) -> None:
        self.rule = rule
        self.lateness = round(1000 * (class_lateness_s if rule.lateness_s is None else rule.lateness_s))
        self.waiting: list[tuple[int, float]] = []
        self.second = 0
        self.schedules = {one.code: one for one in schedules}
        self.watches = [Watch(condition) for condition in rule.conditions]
        self.heard: int | None = None
        self.last: tuple[int, float] | None = None
        self.past = Past()
        self.season: dict[int, Past] = {}
        self.alarms: list[tuple[str, str, int]] = []

    def arrive(self, now: int, *readings: tuple[int, float]) -> None:
        """Readings (time, value) received together: read at once, or when nothing earlier may come."""
        self.waiting += readings
        second = now // 1000 * 1000
        if self.lateness and second <= self.second:
            return
        self.second = second
        due = [one for one in self.waiting if not self.lateness or one[0] + self.lateness <= second]
        self.waiting = [one for one in self.waiting if one not in due]
        for time, value in sorted(due, key=lambda one: one[0]) if self.lateness else due:
            self.read(time, value)

    def read(self, time: int, value: float, quality: int = 0) -> None:
        if self.heard is not None and time <= self.heard:
            return
        self.quiet(time)
        self._heard_again(time)
        self.heard = time
        if quality & ~self.rule.accept or not math.isfinite(value):
            return
        for watch in self.watches:
            if watch.condition.kind != "silent":
                self._judge(watch, time, value)
        self.past.learn(2.0 / (self.rule.memory + 1), value)
        self._hour(time).learn(2.0 / (self.rule.season_memory + 1), value)
        self.last = time, value

    def quiet(self, now: int) -> None:
        for watch in self.watches:
            limit = round(watch.condition.for_s * 1000)
            if watch.condition.kind != "silent" or watch.phase == "firing" or self.heard is None:
                continue
            if now - self.heard > limit:
                watch.silent_at = self.heard + limit
                self._raise(watch, watch.silent_at)

    def _heard_again(self, time: int) -> None:
        for watch in self.watches:
            if watch.condition.kind == "silent" and watch.phase == "firing":
                self._end(watch, max(time, watch.silent_at))

    def _raise(self, watch: Watch, time: int) -> None:
        self.alarms.append((watch.condition.code, "again" if watch.phase == "latched" else "raised", time))
        watch.phase, watch.row = "firing", []

    def _end(self, watch: Watch, time: int) -> None:
        latch = watch.condition.latch
        self.alarms.append((watch.condition.code, "recovered" if latch else "resolved", time))
        watch.phase, watch.row = "latched" if latch else "normal", []

    def _judge(self, watch: Watch, time: int, value: float) -> None:
        c = watch.condition
        breach, clear = self._meets(watch, time, value)
        if watch.phase == "firing":
            if not clear:
                watch.row = []
                return
            self._lengthen(watch, time)
            if len(watch.row) >= c.clear_count and time - watch.row[0] >= round(c.clear_for_s * 1000):
                self._end(watch, time)
        elif breach and self._covered(c, time):
            if c.kind == "stuck" and not watch.row:
                assert self.last is not None
                watch.row, watch.anchor = [self.last[0]], self.last[1]
            self._lengthen(watch, time)
            if len(watch.row) >= c.count and time - watch.row[0] >= round(c.for_s * 1000):
                self._raise(watch, time)
            elif watch.phase == "normal":
                watch.phase = "pending"
        else:
            watch.row = []
            if watch.phase == "pending":
                watch.phase = "normal"

    def _lengthen(self, watch: Watch, time: int) -> None:
        if self._gap(watch, time):
            watch.row = []
        watch.row.append(time)

    def _gap(self, watch: Watch, time: int) -> bool:
        gap = watch.condition.gap_s
        return gap is not None and self.last is not None and time - self.last[0] > round(gap * 1000)

    def _meets(self, watch: Watch, time: int, value: float) -> tuple[bool, bool]:
        """Whether the reading breaches, and whether it clears."""
        c = watch.condition
        bound = c.bound or 0.0
        if c.kind in ("above", "below"):
            return self._level(c, value)
        if c.kind.startswith("unusual"):
            return self._unusual(c, time, value)
        if self.last is None:
            return False, False
        if c.kind == "stuck":
            if watch.phase != "firing" and self._gap(watch, time):
                return False, False
            anchored = watch.row or watch.phase == "firing"
            same = abs(value - (watch.anchor if anchored else self.last[1])) <= bound
            return same, not same
        if self._gap(watch, time):
            return False, False
        rise = (value - self.last[1]) * SIGN.get(c.kind, 1)
        rise = abs(rise) if c.kind == "change" else rise
        span = time - self.last[0]
        breach = rise >= bound / 1000.0 * span
        return breach, not breach and rise <= (bound if c.clear is None else c.clear) / 1000.0 * span

    def _level(self, c: Condition, value: float) -> tuple[bool, bool]:
        sign = SIGN[c.kind]
        assert c.bound is not None
        breach = sign * value >= sign * c.bound if c.inclusive else sign * value > sign * c.bound
        if c.clear is None:
            return breach, not breach
        cleared = sign * value <= sign * c.clear if c.clear_inclusive else sign * value < sign * c.clear
        return breach, cleared and not breach

    def _unusual(self, c: Condition, time: int, value: float) -> tuple[bool, bool]:
        past = self._hour(time) if c.seasonal else self.past
        if past.n < c.warm:
            return False, False
        away = value - past.mean
        square = -1.0 if SIGN.get(c.kind, 0) * away < 0 else away * away
        assert c.bound is not None and c.floor is not None
        clear = c.bound if c.clear is None else c.clear
        breach = square >= max(c.bound * c.bound * past.var, c.floor * c.floor)
        return breach, not breach and square <= max(clear * clear * past.var, c.floor * c.floor)

    def _hour(self, time: int) -> Past:
        hour = ((time + ZONE) // HOUR + 3 * 24) % 168
        return self.season.setdefault(hour, Past())

    def _covered(self, c: Condition, time: int) -> bool:
        if c.schedule is None:
            return True
        minutes = (time + ZONE) // MINUTE
        day, minute = (minutes // 1440 + 3) % 7 + 1, minutes % 1440
        for window in self.schedules[c.schedule].windows:
            first, length = window.minutes()
            if day in window.days and first <= minute < first + length:
                return True
            if (day - 2) % 7 + 1 in window.days and minute + 1440 < first + length:
                return True
        return False
