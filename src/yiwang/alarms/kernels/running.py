"""The loops over readings, compiled: in the order they came, out of a buffer in the order they happened, silence."""

from typing import Any

import numpy as np
from numba import njit
from numpy.typing import NDArray

from yiwang.alarms.kernels.fetching import prefetch
from yiwang.alarms.kernels.judging import fall_silent, judge, write
from yiwang.alarms.kernels.layout import ACTIVE, AHEAD, DUPLICATE, LATE, NEVER, SILENT, UNKNOWN, Core, Frame, Table

# How many readings ahead the series of a reading is asked for.
_FETCH = 48
# By then it is there, and says whether its watches are wanted too.
_NEAR = 12
_ONE = np.uint64(1)


@njit(cache=True)
def in_order(
    core: Core, table: Table, frame: Frame, start: int, latest: int, out: NDArray[Any], n: int
) -> tuple[int, int]:
    """Judge readings as they came, from `start` on, none later than `latest`; stop where `out` might overflow.

    The short way: a series to which nothing is happening, and a reading that no condition of its plan can object to.
    """
    seen, good, records, watches, season, dropped = core
    plan_of, slots, plans, conditions, schedules, zone, _ahead = table
    series, times, values, qualities = frame
    room = out.size - 2 * watches.shape[1]
    last = series.size - _FETCH
    width = watches.shape[1]
    flat = watches.reshape(-1)
    for i in range(start, series.size):
        if i < last:
            prefetch(seen, series[i + _FETCH])  # type: ignore[call-arg]
            prefetch(records, series[i + _FETCH])
            near = series[i + _NEAR]
            if 0 <= near < seen.size and records[near].marks != 0:
                prefetch(flat, near * width)
        s, time, value, quality = series[i], times[i], values[i], qualities[i]
        if s < 0 or s >= seen.size:
            dropped[UNKNOWN] += _ONE
            continue
        span = time - seen[s]
        plan, record = plans[plan_of[s]], records[s]
        change, away = value - record.value, value - record.mean
        if (
            (record.marks | quality) == 0
            and 0 < span <= plan.silent
            and time <= latest
            and plan.low < value < plan.high
            and plan.fall * span < change < plan.rise * span
            and abs(change) > plan.tolerance
            and (record.n < plan.warm or away * away < max(plan.deviation2 * record.var, plan.floor2))
        ):
            step = plan.alpha * away
            record.mean += step
            record.var = (1.0 - plan.alpha) * (record.var + away * step)
            record.value = value
            record.n += np.uint32(1)
            seen[s] = time
        elif time > latest:
            dropped[AHEAD] += _ONE
        elif span <= 0:
            dropped[DUPLICATE if span == 0 else LATE] += _ONE
        elif n > room:
            return i, n
        else:
            n = judge(
                seen,
                good,
                record,
                watches,
                season,
                slots[s],
                plan,
                conditions,
                schedules,
                zone,
                s,
                time,
                value,
                quality,
                out,
                n,
            )
    return series.size, n


@njit(cache=True)
def silences(core: Core, table: Table, start: int, now: int, turn: int, out: NDArray[Any], n: int) -> tuple[int, int]:
    """Raise what is silent as of `now`, series with a lateness as of `turn`; stop where `out` might overflow."""
    seen, _good, records, watches, _season, _dropped = core
    plan_of, plans, conditions = table.plan, table.plans, table.conditions
    until = np.empty(plans.size, np.int64)
    cut = np.empty(plans.size, np.int64)
    for p in range(plans.size):
        until[p] = now if plans[p].lateness == 0 else turn - plans[p].lateness
        cut[p] = until[p] - plans[p].silent
    room = out.size - watches.shape[1]
    for s in range(start, seen.size):
        last = seen[s]
        if last >= cut[plan_of[s]] or last == NEVER:
            continue
        if n > room:
            return s, n
        plan = plans[plan_of[s]]
        for j in range(plan.count):
            row = plan.first + j
            if conditions[row].kind == SILENT:
                kind = fall_silent(watches[s, j], conditions[row], last, until[plan_of[s]])
                if kind != 0:
                    write(out[n], s, row, kind, watches[s, j].since, records[s].value)
                    records[s].marks |= np.uint32(ACTIVE)
                    n += 1
    return seen.size, n


@njit(cache=True)
def part(table: Table, frame: Frame, turn: int, ready: NDArray[np.uint8]) -> int:
    """Mark the readings that no earlier one can follow any more as of `turn`; return how many they are."""
    horizon = np.empty(table.plans.size, np.int64)
    for p in range(table.plans.size):
        horizon[p] = turn - table.plans[p].lateness
    count = 0
    for i in range(frame.series.size):
        now = frame.time[i] <= horizon[table.plan[frame.series[i]]]
        ready[i] = now
        count += now
    return count


@njit(cache=True)
def divide(frame: Frame, ready: NDArray[np.uint8], count: int, series: int) -> tuple[Frame, Frame]:
    """Return the ready readings by series, then time, then as they came, and the others as they came.

    A counting sort by series; within one, where few are out of order, insertions.
    """
    ends = np.zeros(series + 1, np.int64)
    for i in range(frame.series.size):
        ends[frame.series[i] + 1] += ready[i]
    for s in range(series):
        ends[s + 1] += ends[s]
    first, after = ends[:series], ends[:series].copy()
    done = _empty(count)
    rest = _empty(frame.series.size - count)
    kept = 0
    for i in range(frame.series.size):
        s, time = frame.series[i], frame.time[i]
        if not ready[i]:
            rest.series[kept], rest.time[kept] = s, time
            rest.value[kept], rest.quality[kept] = frame.value[i], frame.quality[i]
            kept += 1
            continue
        at = after[s]
        done.series[at] = s
        after[s] += 1
        while at > first[s] and done.time[at - 1] > time:
            done.time[at], done.value[at] = done.time[at - 1], done.value[at - 1]
            done.quality[at] = done.quality[at - 1]
            at -= 1
        done.time[at], done.value[at], done.quality[at] = time, frame.value[i], frame.quality[i]
    return done, rest


@njit(cache=True)
def _empty(count: int) -> Frame:
    return Frame(
        np.empty(count, np.int32), np.empty(count, np.int64), np.empty(count, np.float64), np.empty(count, np.uint8)
    )
