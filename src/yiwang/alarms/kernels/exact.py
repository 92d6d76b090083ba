"""The exact way, compiled: all watches of a series taken on by a reading that the short way cannot take in."""

from typing import Any

import numpy as np
from numba import njit
from numpy.typing import NDArray

from yiwang.alarms.kernels.judging import AT_REST, advance, fall_silent
from yiwang.alarms.kernels.layout import (
    ACTIVE,
    AHEAD,
    DUPLICATE,
    FIRING,
    FRESH,
    LAG,
    LATCHED,
    LATE,
    MINUTES,
    NEVER,
    NORMAL,
    PENDING,
    RECOVERED,
    RESOLVED,
    SILENT,
    UNKNOWN,
    Core,
    Frame,
    Table,
)

# The epoch was a Thursday; weeks are counted from Monday.
_MONDAY = 3 * 1440
_FULL = np.uint32(2**32 - 1)
_ONE = np.uint64(1)
# The marks that say something of a series; one more says that a reading of it waits to be judged.
_KEPT = np.uint32(FRESH | LAG | ACTIVE)
_NO, _ACTIVE, _LAG, _FRESH = np.uint32(0), np.uint32(ACTIVE), np.uint32(LAG), np.uint32(FRESH)


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


@njit(cache=True, inline="always")
def _before(marks: int, good: NDArray[np.int64], s: int, last: int) -> int:
    """Return the time of the last good reading of a series, or NEVER."""
    if marks & _FRESH:
        return NEVER
    return good[s] if marks & _LAG else last


# Written into the loops that call them: handing over arrays costs more than judging.
@njit(cache=True, inline="always")
def _watched(
    core: Core,
    table: Table,
    record: Any,
    plan: Any,
    slot: int,
    s: int,
    time: int,
    value: float,
    usable: bool,
    out: NDArray[Any],
    n: int,
) -> tuple[int, Any]:
    """Take all watches of a series on by one reading; return how many alarms there are, and the series' mark."""
    last, calm, marks = core.seen[s], record.marks & _ACTIVE == _NO, _NO
    before = _before(record.marks, core.good, s, last)
    minute = ((time + table.zone) // 60_000 + _MONDAY) % MINUTES
    for j in range(plan.count):
        row = plan.first + j
        condition, watch = table.conditions[row], core.watch[s, j]
        kind = 0
        if condition.kind == SILENT:
            if calm and (last == NEVER or time - last <= condition.hold):
                continue
            raised, kind = _hear(watch, condition, last, time)
            if raised != 0:
                write(out[n], s, row, raised, watch.since, record.value)
                n += 1
        elif usable:
            covered = condition.schedule < 0 or table.schedules[max(condition.schedule, 0), minute] != 0
            mean, var, count = record.mean, record.var, record.n
            if condition.seasonal:
                past = core.season[slot, minute // 60]
                mean, var, count = past.mean, past.var, past.n
            kind = advance(record, watch, calm, condition, mean, var, count, covered, time, value, before)
        if kind == AT_REST or (calm and not usable and kind == 0):
            continue
        if kind != 0:
            write(out[n], s, row, kind, max(time, watch.since), value)
            n += 1
        marks |= _marks(watch)
    return n, marks


@njit(cache=True, inline="always")
def judge(
    core: Core, table: Table, frame: Frame, todo: NDArray[np.int64], count: int, latest: int, out: NDArray[Any], n: int
) -> int:
    """Judge the readings of a frame at `count` places, none later than `latest`; return how many alarms there are."""
    seen, dropped = core.seen, core.dropped
    for k in range(count):
        i = todo[k]
        s, time, value = frame.series[i], frame.time[i], frame.value[i]
        if s < 0 or s >= seen.size:
            dropped[UNKNOWN] += _ONE
            continue
        plan, record = table.plans[table.plan[s]], core.record[s]
        record.marks &= _KEPT
        if time > latest:
            dropped[AHEAD] += _ONE
            continue
        if time <= seen[s]:
            dropped[DUPLICATE if time == seen[s] else LATE] += _ONE
            continue
        usable = (frame.quality[i] & ~plan.accept) == 0 and np.isfinite(value)
        slot = table.season[s] if plan.season_alpha > 0.0 else -1
        n, marks = _watched(core, table, record, plan, slot, s, time, value, usable, out, n)
        if usable:
            learn(record, plan.alpha, value)
            if slot >= 0:
                hour = ((time + table.zone) // 60_000 + _MONDAY) % MINUTES // 60
                learn(core.season[slot, hour], plan.season_alpha, value)
            record.value = value
        else:
            if not record.marks & _LAG:
                core.good[s] = seen[s]
            marks |= (record.marks & _FRESH) | _LAG
        record.marks = marks
        seen[s] = time
    return n
