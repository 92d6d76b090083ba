"""What one reading does to one series, compiled: the exact way, taken when the short way cannot exclude an alarm.

The meaning of every kind of condition is described in docs/decisions/0020-alarm-kernel.md.
"""

from typing import Any

import numpy as np
from numba import njit
from numpy.typing import NDArray

from yiwang.alarms.kernels.layout import (
    ACTIVE,
    AGAIN,
    DEVIATION,
    FIRING,
    FRESH,
    LAG,
    LATCHED,
    LEVEL,
    MINUTES,
    NEVER,
    NORMAL,
    PENDING,
    RAISED,
    RATE,
    RECOVERED,
    RESOLVED,
    SILENT,
    STUCK,
)

# The epoch was a Thursday; weeks are counted from Monday.
_MONDAY = 3 * 1440
_FULL = np.uint32(2**32 - 1)
_NO, _ACTIVE, _LAG, _FRESH = np.uint32(0), np.uint32(ACTIVE), np.uint32(LAG), np.uint32(FRESH)


@njit(cache=True)
def fall_silent(watch: Any, condition: Any, last: int, until: int) -> int:
    """Return the kind of alarm that silence from `last` to `until` raises, 0 for none."""
    if until - last <= condition.hold or watch.phase == FIRING:
        return 0
    kind = AGAIN if watch.phase == LATCHED else RAISED
    watch.phase = FIRING
    watch.since = last + condition.hold
    return kind


@njit(cache=True)
def _breach(
    record: Any, watch: Any, condition: Any, mean: float, var: float, count: int, time: int, value: float, before: int
) -> tuple[bool, bool]:
    """Return whether the reading breaches the condition and whether it clears it; neither where it cannot be judged.

    `mean`, `var` and `count` are of the past it is compared with, `before` is the last good reading's time or NEVER.
    """
    kind = condition.kind
    known = True
    measure = bound = clear = 0.0
    if kind == LEVEL:
        measure, bound, clear = condition.sign * value, condition.bound, condition.clear
    elif kind == DEVIATION:
        known = count >= condition.warm
        away = value - mean
        measure = -1.0 if condition.sign * away < 0.0 else away * away
        bound = max(condition.bound * condition.bound * var, condition.floor2)
        clear = max(condition.clear * condition.clear * var, condition.floor2)
    elif before == NEVER or (time - before > condition.gap and (kind == RATE or watch.phase != FIRING)):
        known = False
    elif kind == RATE:
        span = float(time - before)
        rise = value - record.value
        measure = abs(rise) if condition.sign == 0 else condition.sign * rise
        bound, clear = condition.bound * span, condition.clear * span
    else:
        # How far it moved, turned round: not moving is the breach.
        anchor = watch.anchor if watch.run > _NO or watch.phase == FIRING else record.value
        measure = -abs(value - anchor)
        bound = clear = -condition.bound
    breach = measure >= bound
    return known and breach, known and not breach and measure <= clear


@njit(cache=True)
def _run(watch: Any, condition: Any, time: int, before: int, previous: float) -> None:
    """Count one more reading in a row; a longer gap than allowed begins the row anew."""
    if watch.run > _NO and time - before <= condition.gap:
        if watch.run < _FULL:
            watch.run += np.uint32(1)
    elif condition.kind == STUCK and watch.phase != FIRING:
        # The row began with the reading that this one repeats.
        watch.run = np.uint32(2)
        watch.since = before
        watch.anchor = previous
    else:
        watch.run = np.uint32(1)
        watch.since = time


@njit(cache=True)
def _clear(record: Any, watch: Any, condition: Any, clear: bool, time: int, before: int) -> int:
    """Take a firing watch on; return the kind of alarm, 0 for none."""
    if not clear:
        watch.run = _NO
        return 0
    _run(watch, condition, time, before, record.value)
    if watch.run < condition.clear_count or time - watch.since < condition.clear_hold:
        return 0
    watch.run = _NO
    watch.phase = LATCHED if condition.latch else NORMAL
    return RECOVERED if condition.latch else RESOLVED


@njit(cache=True)
def advance(
    record: Any,
    watch: Any,
    condition: Any,
    mean: float,
    var: float,
    count: int,
    covered: bool,
    time: int,
    value: float,
    before: int,
) -> int:
    """Take one watch on by one good reading; return the kind of alarm, 0 for none."""
    breach, clear = _breach(record, watch, condition, mean, var, count, time, value, before)
    if watch.phase == FIRING:
        return _clear(record, watch, condition, clear, time, before)
    if not (breach and covered):
        watch.run = _NO
        if watch.phase == PENDING:
            watch.phase = NORMAL
        return 0
    _run(watch, condition, time, before, record.value)
    if watch.run >= condition.count and time - watch.since >= condition.hold:
        kind = AGAIN if watch.phase == LATCHED else RAISED
        watch.phase = FIRING
        watch.run = _NO
        return kind
    if watch.phase == NORMAL:
        watch.phase = PENDING
    return 0


@njit(cache=True)
def learn(past: Any, alpha: float, value: float) -> None:
    """Take a judged reading into an exponential mean and variance (`alpha` 0: only count it)."""
    if alpha > 0.0:
        if past.n == _NO:
            past.mean = value
        else:
            away = value - past.mean
            step = alpha * away
            past.mean += step
            past.var = (1.0 - alpha) * (past.var + away * step)
    if past.n < _FULL:
        past.n += np.uint32(1)


@njit(cache=True)
def write(alarm: Any, series: int, row: int, kind: int, time: int, value: float) -> None:
    """Write one alarm."""
    alarm.series = series
    alarm.condition = row
    alarm.kind = kind
    alarm.time = time
    alarm.value = value


@njit(cache=True)
def _hear(watch: Any, condition: Any, last: int, time: int) -> tuple[int, int]:
    """Return the kinds of alarm of a silence that is noticed only now, and of its end; 0 for none."""
    raised = fall_silent(watch, condition, last, time) if last != NEVER else 0
    if watch.phase != FIRING:
        return raised, 0
    watch.phase = LATCHED if condition.latch else NORMAL
    return raised, RECOVERED if condition.latch else RESOLVED


@njit(cache=True)
def _marks(watch: Any) -> Any:
    """Return the mark of a series whose watch this is: a latched one at rest needs no looking after."""
    return _ACTIVE if watch.phase in (PENDING, FIRING) or watch.run > _NO else _NO


@njit(cache=True)
def _before(marks: int, good: int, last: int) -> int:
    """Return the time of the last good reading, or NEVER."""
    if marks & _FRESH:
        return NEVER
    return good if marks & _LAG else last


# Written into the loop that calls it: handing over arrays costs more than judging.
@njit(cache=True, inline="always")
def judge(
    seen: NDArray[Any],
    good: NDArray[Any],
    record: Any,
    watches: NDArray[Any],
    season: NDArray[Any],
    slot: int,
    plan: Any,
    conditions: NDArray[Any],
    schedules: NDArray[Any],
    zone: int,
    s: int,
    time: int,
    value: float,
    quality: int,
    out: NDArray[Any],
    n: int,
) -> int:
    """Judge one reading that is newer than all before it of its series; return how many alarms there are."""
    last = seen[s]
    usable = (quality & ~plan.accept) == 0 and np.isfinite(value)
    before = _before(record.marks, good[s], last)
    minute = ((time + zone) // 60_000 + _MONDAY) % MINUTES
    marks = _NO
    for j in range(plan.count):
        row = plan.first + j
        condition, watch = conditions[row], watches[s, j]
        kind = 0
        if condition.kind == SILENT:
            raised, kind = _hear(watch, condition, last, time)
            if raised != 0:
                write(out[n], s, row, raised, watch.since, record.value)
                n += 1
        elif usable:
            covered = condition.schedule < 0 or schedules[max(condition.schedule, 0), minute] != 0
            mean, var, count = record.mean, record.var, record.n
            if condition.seasonal:
                past = season[slot, minute // 60]
                mean, var, count = past.mean, past.var, past.n
            kind = advance(record, watch, condition, mean, var, count, covered, time, value, before)
        if kind != 0:
            write(out[n], s, row, kind, max(time, watch.since), value)
            n += 1
        marks |= _marks(watch)
    if usable:
        learn(record, plan.alpha, value)
        if slot >= 0:
            learn(season[slot, minute // 60], plan.season_alpha, value)
        record.value = value
    else:
        if not record.marks & _LAG:
            good[s] = last
        marks |= (record.marks & _FRESH) | _LAG
    record.marks = marks
    seen[s] = time
    return n
