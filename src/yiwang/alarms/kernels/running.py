"""The loops over readings, compiled: in the order they came, out of a buffer in the order they happened, silence."""

from typing import Any

import numpy as np
from numba import njit
from numpy.typing import NDArray

from yiwang.alarms.kernels.eight import distinct, lowest, take_eight
from yiwang.alarms.kernels.exact import judge, write
from yiwang.alarms.kernels.fetching import prefetch, prefetch_to_read
from yiwang.alarms.kernels.judging import fall_silent
from yiwang.alarms.kernels.layout import ACTIVE, NEVER, SILENT, TURN, WAITS, Core, Frame, Table
from yiwang.alarms.kernels.vectors import LANES

# How many readings ahead the series of a reading is asked for.
_FETCH = np.uint64(32)
# So many readings are looked at together: those that have to take the exact way wait until all were seen.
_BLOCK, _LEAST = 1024, 32
_FURTHER = np.uint64(256)
_LANES, _ONE = np.uint64(LANES), np.uint64(1)
_WAITS = np.uint32(WAITS)
# So many insertions a reading, and another way of sorting is shorter.
_MOVES = 8
_FULL = np.uint32(2**32 - 1)


@njit(cache=True)
def in_order(
    core: Core, table: Table, frame: Frame, start: int, latest: int, out: NDArray[Any], n: int
) -> tuple[int, int]:
    """Judge readings as they came, from `start` on, none later than `latest`; stop where `out` might overflow."""
    size, most = frame.series.size, 2 * core.watch.shape[1]
    todo = np.empty(_BLOCK, np.int64)
    while start < size:
        room = (out.size - n) // most
        if room < min(_LEAST, size - start):
            return start, n
        stop = min(start + min(_BLOCK, room), size)
        count = _short(core, table, frame, start, stop, latest, todo)
        n = judge(core, table, frame, todo, count, latest, out, n)
        start = stop
    return size, n


@njit(cache=True, inline="always")
def _short(core: Core, table: Table, frame: Frame, start: int, stop: int, latest: int, todo: NDArray[np.int64]) -> int:
    """Take the short way with readings; return how many have to take the exact one, their places in `todo`.

    The short way: a series to which nothing is happening, and a reading that no condition of its plan can object to. A
    series whose reading waits for the exact way waits with all that follow.
    """
    series, seen, records, size = frame.series, core.seen, core.record, np.uint64(core.seen.size)
    times, values = frame.time, frame.value
    width, watches = core.watch.shape[1], core.watch.reshape(-1)
    i, end, n = np.uint64(start), np.uint64(stop), 0
    while i < end:
        if i + _FETCH + _LANES <= np.uint64(series.size):
            for k in range(_LANES):
                ahead = np.int64(series[i + _FETCH + k])
                prefetch(seen, ahead)  # type: ignore[call-arg]
                prefetch(records, ahead)
        # A processor sees by itself that columns are read on and on, but stops at the end of every page.
        further = np.int64(i + _FURTHER)
        prefetch_to_read(series, further)  # type: ignore[call-arg]
        prefetch_to_read(times, further)
        prefetch_to_read(values, further)
        if i + _LANES <= end and distinct(series, i, size):
            others = take_eight(core, table, frame, i, latest)
            while others != 0:
                place = i + lowest(others)
                others &= others - _ONE
                todo[n] = place
                n += 1
                first = np.int64(series[place]) * width
                prefetch(watches, first)
                prefetch(watches, first + width - 1)
            i += _LANES
            continue
        for _ in range(min(_LANES, end - i)):
            s = np.uint64(np.uint32(series[i]))
            if s >= size or not _take(core, table, s, frame.time[i], frame.value[i], frame.quality[i], latest):
                todo[n] = i
                n += 1
            i += _ONE
    return n


@njit(cache=True, inline="always")
def _take(core: Core, table: Table, s: int, time: int, value: float, quality: int, latest: int) -> bool:
    """Take a reading in if nothing can come of it; otherwise its series waits. The same is `eight.take_eight`."""
    plan, record = table.plans[np.uint64(table.plan[s])], core.record[s]
    span = time - core.seen[s]
    apart = float(span)
    change, away = value - record.value, value - record.mean
    if (
        (record.marks | quality) == 0
        and record.n < _FULL
        and 0 < span <= plan.silent
        and time <= latest
        and plan.low < value < plan.high
        and plan.fall * apart < change < plan.rise * apart
        and abs(change) > plan.tolerance
        and (away * away < max(plan.deviation2 * record.var, plan.floor2) or record.n < plan.warm)
    ):
        step = plan.alpha * away
        record.mean += step
        record.var = (1.0 - plan.alpha) * (record.var + away * step)
        record.value = value
        record.n += np.uint32(1)
        core.seen[s] = time
        return True
    record.marks |= _WAITS
    return False


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
def by_turn(table: Table, frame: Frame, first: int) -> tuple[Frame, NDArray[np.int64], int]:
    """Return readings by the turn in which nothing earlier can follow any more, none before turn `first`.

    Turns are counted in units of `TURN`. Beside the frame: where each turn begins in it, and the number of the first.
    """
    size, plans = frame.series.size, table.plans
    due = np.empty(size, np.int64)
    low, high = 2**62, -(2**62)
    for i in range(size):
        turn = max(-((-frame.time[i] - plans[table.plan[frame.series[i]]].lateness) // TURN), first)
        due[i] = turn
        low, high = min(low, turn), max(high, turn)
    starts: NDArray[np.int64] = np.zeros(high - low + 2, np.int64)
    if high == low:
        starts[1] = size
        return frame, starts, low
    for i in range(size):
        starts[due[i] - low + 1] += 1
    for k in range(high - low + 1):
        starts[k + 1] += starts[k]
    after = starts.copy()
    found = _empty(size)
    for i in range(size):
        _put(found, after[due[i] - low], frame, i)
        after[due[i] - low] += 1
    return found, starts, low


@njit(cache=True)
def in_time(frame: Frame, series: int) -> tuple[Frame, bool]:
    """Return readings by series, then time, then as they came; False beside them if they are in too great a disorder.

    A counting sort by series; within one, where few are out of order, insertions.
    """
    size = frame.series.size
    ends = np.zeros(series + 1, np.int32)
    for i in range(size):
        ends[frame.series[i] + 1] += 1
    for s in range(series):
        ends[s + 1] += ends[s]
    first, after = ends[:series], ends[:series].copy()
    done, moves = _empty(size), 0
    for i in range(size):
        s, time = frame.series[i], frame.time[i]
        at = after[s]
        after[s] += 1
        while at > first[s] and done.time[at - 1] > time:
            _put(done, at, done, at - 1)
            at -= 1
            moves += 1
        if moves > _MOVES * size:
            return done, False
        _put(done, at, frame, i)
    return done, True


@njit(cache=True, inline="always")
def _put(into: Frame, at: int, frame: Frame, i: int) -> None:
    into.series[at], into.time[at] = frame.series[i], frame.time[i]
    into.value[at], into.quality[at] = frame.value[i], frame.quality[i]


@njit(cache=True)
def _empty(count: int) -> Frame:
    return Frame(
        np.empty(count, np.int32), np.empty(count, np.int64), np.empty(count, np.float64), np.empty(count, np.uint8)
    )
