"""A shard's state under other rules, or with more series at its end: what is the same goes on, what is gone ends."""

import numpy as np

from yiwang.alarms.kernels.layout import (
    ACTIVE,
    FIRING,
    FRESH,
    LAG,
    RESOLVED,
    Alarms,
    Plans,
    State,
    fresh,
)
from yiwang.base.errors import Invalid


def rebind(state: State, old: Plans, new: Plans, at: int) -> tuple[State, Alarms]:
    """Return the state of `old` plans as one of `new` ones; the alarms of conditions that are gone, resolved at `at`.

    A watch goes on where its rule's and its own code and its kind are the same, whatever its bounds. A past begins anew
    where it was not kept before. The rows of the alarms are those of the old plans.
    """
    if new.series < old.series:
        raise Invalid("series", "A series keeps its place in the shard: one that is gone stays, without a rule.")
    begun = fresh(new)
    core, was = begun.core, state.core
    n = old.series
    for name in ("seen", "good", "record"):
        getattr(core, name)[:n] = getattr(was, name)[:n]
    core.dropped[:] = was.dropped
    carried = np.zeros(was.watch.shape, bool)
    pairs = old.table.plan[:n].astype(np.int64) << 16 | new.table.plan[:n]
    for pair in np.unique(pairs):
        which = np.nonzero(pairs == pair)[0]
        for before, after in _same(old, int(pair) >> 16, new, int(pair) & 0xFFFF):
            core.watch[which, after] = was.watch[which, before]
            carried[which, before] = True
    _pasts(state, begun, old, new, n)
    record = core.record[:n]
    busy = (core.watch["phase"][:n] != 0).any(axis=1) | ((record["n"] == 0) & (record["marks"] & FRESH == 0))
    record["marks"] = record["marks"] & (FRESH | LAG) | np.where(busy, ACTIVE, 0).astype(np.uint32)
    series, column = np.nonzero(~carried & (was.watch["phase"] >= FIRING))
    rows = old.table.plans["first"][old.table.plan[series]] + column
    gone = Alarms(
        series.astype(np.int32),
        rows.astype(np.int32),
        np.full(series.size, RESOLVED, np.uint8),
        np.full(series.size, at, np.int64),
        np.full(series.size, np.nan),
    )
    return State(core, state.waiting(), state.watermark), gone


def _same(old: Plans, before: int, new: Plans, after: int) -> list[tuple[int, int]]:
    """Return the columns of the conditions that an old and a new plan have in common."""
    there = {key: column for column, key in enumerate(_keys(old, before))}
    return [(there[key], column) for column, key in enumerate(_keys(new, after)) if key in there]


def _keys(plans: Plans, number: int) -> list[tuple[str, str, int]]:
    plan = plans.table.plans[number]
    rows = range(plan["first"], plan["first"] + plan["count"])
    return [(*plans.codes[row], int(plans.table.conditions["kind"][row])) for row in rows]


def _pasts(state: State, begun: State, old: Plans, new: Plans, n: int) -> None:
    """Carry the seasons over; forget a mean that was not kept."""
    before, after = old.table.season[:n], new.table.season[:n]
    both = (before >= 0) & (after >= 0)
    begun.core.season[after[both]] = state.core.season[before[both]]
    kept = old.table.plans["alpha"][old.table.plan[:n]] > 0
    for name in ("mean", "var", "n"):
        begun.core.record[name][:n][~kept] = 0
