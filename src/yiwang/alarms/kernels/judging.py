"""What a reading does to one watch, compiled.

The meaning of every kind of condition is described in docs/integrating/alarm-conditions.md.
"""

from typing import Any

import numpy as np
from numba import njit

from yiwang.alarms.kernels.layout import (
    AGAIN,
    DEVIATION,
    FIRING,
    LATCHED,
    LEVEL,
    NEVER,
    NORMAL,
    PENDING,
    RAISED,
    RATE,
    RECOVERED,
    RESOLVED,
    STUCK,
)

_FULL = np.uint32(2**32 - 1)
# A watch with nothing to note, of a series to which nothing is happening: most are, and stay out of the cache.
AT_REST = -1
_NO = np.uint32(0)


@njit(cache=True)
def fall_silent(watch: Any, condition: Any, last: int, until: int) -> int:
    """Return the kind of alarm that silence from `last` to `until` raises, 0 for none."""
    if until - last <= condition.hold or watch.phase == FIRING:
        return 0
    kind = AGAIN if watch.phase == LATCHED else RAISED
    watch.phase = FIRING
    watch.since = last + condition.hold
    return kind


@njit(cache=True, inline="always")
def _breach(
    record: Any,
    watch: Any,
    calm: bool,
    condition: Any,
    mean: float,
    var: float,
    count: int,
    time: int,
    value: float,
    before: int,
) -> tuple[bool, bool]:
    """Return whether the reading breaches the condition and whether it clears it; neither where it cannot be judged.

    `mean`, `var` and `count` are of the past it is compared with, `before` is the last good reading's time or NEVER.
    The watch of a calm series is at rest: it is not fetched from memory to be asked.
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
    elif before == NEVER or (time - before > condition.gap and (kind == RATE or calm or watch.phase != FIRING)):
        known = False
    elif kind == RATE:
        span = float(time - before)
        rise = value - record.value
        measure = abs(rise) if condition.sign == 0 else condition.sign * rise
        bound, clear = condition.bound * span, condition.clear * span
    else:
        # How far it moved, turned round: not moving is the breach.
        anchor = watch.anchor if not calm and (watch.run > _NO or watch.phase == FIRING) else record.value
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
    calm: bool,
    condition: Any,
    mean: float,
    var: float,
    count: int,
    covered: bool,
    time: int,
    value: float,
    before: int,
) -> int:
    """Take one watch on by one good reading; return the kind of alarm, 0 for none, `AT_REST` if it was left alone."""
    breach, clear = _breach(record, watch, calm, condition, mean, var, count, time, value, before)
    if calm and not (breach and covered):
        return AT_REST
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
