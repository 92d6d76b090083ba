"""One step of a shard: `step(state, plans, frame, watermark) -> (state, alarms)`; the release of latched alarms."""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from yiwang.alarms.kernels import running
from yiwang.alarms.kernels.layout import (
    AHEAD,
    ALARM,
    LATCHED,
    NEVER,
    NORMAL,
    RESOLVED,
    TURN,
    UNKNOWN,
    Alarms,
    Core,
    Frame,
    Plans,
    State,
    joined,
)

_LEAST = 1024
# A shard has so many series for each reading: then a sort of the readings alone is shorter.
_FEW = 16


def step(state: State, plans: Plans, frame: Frame, watermark: int) -> tuple[State, Alarms]:
    """Judge a frame of readings, then what is silent as of `watermark` (ms); return the new state and what changed.

    It depends on its arguments alone. It takes the state over: the old one must not be used again (`layout.copy`).
    """
    core, table = state.core, plans.table
    now = max(watermark, state.watermark)
    turn, turned = now - now % TURN, state.watermark - state.watermark % TURN
    out = _Out(core)
    due = state.due
    if plans.held or state.held or due:
        frame, late = _apart(core, plans, frame, now)
        for piece in (*state.held, late):
            _wait(due, plans, piece, turn if turn > turned else turn + TURN)
        if turn > turned and (pieces := [piece for key in sorted(due) if key <= turn for piece in due.pop(key)]):
            _judge(core, plans, _in_time(plans, joined(pieces)), -NEVER, out)
    _judge(core, plans, frame, now + table.ahead, out)
    if plans.silent:
        out.fill(core.seen.size, lambda start, into, n: running.silences(core, table, start, now, turn, into, n))
    return State(core, (), now, due), out.alarms()


def release(state: State, series: int, column: int, row: int, at: int) -> Alarms:
    """Let go a latched alarm (of the series' condition `column`, row `row` of the plans); nothing if it is not latched.

    The alarm returned is resolved at `at` (ms).
    """
    watch = state.core.watch
    if watch["phase"][series, column] != LATCHED:
        return _columns(np.empty(0, ALARM))
    watch["phase"][series, column] = NORMAL
    watch["run"][series, column] = 0
    return _columns(np.array([(series, row, at, np.nan, RESOLVED)], ALARM))


def _judge(core: Core, plans: Plans, frame: Frame, latest: int, out: "_Out") -> None:
    if frame.series.size:
        table = plans.table
        out.fill(frame.series.size, lambda start, into, n: running.in_order(core, table, frame, start, latest, into, n))


def _apart(core: Core, plans: Plans, frame: Frame, now: int) -> tuple[Frame, Frame]:
    """Return the readings to be judged as they come, and those to be held; what can be neither is counted."""
    known = (frame.series >= 0) & (frame.series < plans.series)
    early = known & (frame.time > now + plans.table.ahead)
    core.dropped[UNKNOWN] += np.uint64((~known).sum())
    core.dropped[AHEAD] += np.uint64(early.sum())
    known &= ~early
    if not known.all():
        frame = _chosen(frame, known)
    if plans.all_held:
        return _chosen(frame, np.zeros(0, np.int64)), frame
    waits = plans.table.plans["lateness"][plans.table.plan[frame.series]] > 0
    return _chosen(frame, ~waits), _chosen(frame, waits)


def _wait(due: dict[int, list[Frame]], plans: Plans, frame: Frame, first: int) -> None:
    """Put readings where they wait for the turn (ms, not before `first`) in which nothing earlier can follow them."""
    if not frame.series.size:
        return
    frame, starts, low = running.by_turn(plans.table, frame, first // TURN)
    for place in np.flatnonzero(np.diff(starts)).tolist():
        due.setdefault((low + place) * TURN, []).append(_chosen(frame, slice(starts[place], starts[place + 1])))


def _in_time(plans: Plans, frame: Frame) -> Frame:
    """Return readings by series, then time, then as they came."""
    if frame.series.size * _FEW > plans.series:
        found, done = running.in_time(frame, plans.series)
        if done:
            return found
    return _chosen(frame, np.lexsort((frame.time, frame.series)))


def _chosen(frame: Frame, which: NDArray[np.generic] | slice) -> Frame:
    return Frame(frame.series[which], frame.time[which], frame.value[which], frame.quality[which])


def _columns(alarms: NDArray[Any]) -> Alarms:
    series, row, time, value = (np.ascontiguousarray(alarms[name]) for name in ("series", "condition", "time", "value"))
    return Alarms(series, row, alarms["kind"].astype(np.uint8), time, value)


class _Out:
    """Room for alarms that grows while a loop says that it needs more."""

    def __init__(self, core: Core) -> None:
        self._alarms = np.empty(2 * _LEAST * core.watch.shape[1], ALARM)
        self._count = 0

    def fill(self, end: int, loop: Callable[[int, NDArray[Any], int], tuple[int, int]]) -> None:
        """Run a loop from 0 to `end`, as often as it stops for want of room."""
        at, self._count = loop(0, self._alarms, self._count)
        while at < end:
            self._alarms = np.resize(self._alarms, 4 * self._alarms.size)
            at, self._count = loop(at, self._alarms, self._count)

    def alarms(self) -> Alarms:
        """Return what was written, as columns."""
        return _columns(self._alarms[: self._count])
