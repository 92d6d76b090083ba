"""The arrays the kernel works on: a shard's state, a frame of readings, the resolved rules and the alarms.

Times are milliseconds since 1970 UTC, durations milliseconds. A series is its index in the shard.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

# A shard's state has to stay in the processor's cache.
LARGEST_SHARD = 65_536
# A series that was never heard.
NEVER = -(2**62)

# Readings held back are looked at once in so many milliseconds of the watermark.
TURN = 1_000

# Phases of a watch: one condition over one series.
NORMAL, PENDING, FIRING, LATCHED = 0, 1, 2, 3
# Kinds of alarms. A latched alarm recovers, fires again, and is resolved by a person's release.
RAISED, RESOLVED, RECOVERED, AGAIN = 1, 2, 3, 4
KIND_NAMES = {RAISED: "raised", RESOLVED: "resolved", RECOVERED: "recovered", AGAIN: "again"}
# Kinds of conditions.
LEVEL, RATE, DEVIATION, STUCK, SILENT = 0, 1, 2, 3, 4
# Marks of a series for which the short way is not enough.
FRESH, LAG, ACTIVE = 1, 2, 4
# Of a series while a step is under way: a reading of it waits for the exact way.
WAITS = 8
# Readings that were not judged, counted: late, duplicate, ahead of time, of no series.
LATE, DUPLICATE, AHEAD, UNKNOWN = 0, 1, 2, 3
DROPPED_NAMES = ("late", "duplicate", "ahead", "unknown")

HOURS, MINUTES = 168, 10_080

# What is kept of every series beside the time it was last heard: 32 bytes, two to a cache line.
RECORD = np.dtype([("value", "<f8"), ("mean", "<f8"), ("var", "<f8"), ("n", "<u4"), ("marks", "<u4")])
# The same hour of every week, of series whose past has seasons.
SEASON = np.dtype([("mean", "<f8"), ("var", "<f8"), ("n", "<u4"), ("padding", "<u4")])
# What is kept of every watch: 24 bytes, touched only while something is going on.
WATCH = np.dtype([("since", "<i8"), ("anchor", "<f8"), ("run", "<u4"), ("phase", "<u4")])
# One row for each distinct set of parameters, most of it the bounds within which nothing can happen: 128 bytes. `eight`
# reads the first twelve columns four at a time.
PLAN = np.dtype(
    [
        ("low", "<f8"),
        ("high", "<f8"),
        ("rise", "<f8"),
        ("fall", "<f8"),
        ("deviation2", "<f8"),
        ("floor2", "<f8"),
        ("tolerance", "<f8"),
        ("alpha", "<f8"),
        ("silent", "<i8"),
        ("warm", "<i8"),
        ("season_alpha", "<f8"),
        ("lateness", "<i8"),
        ("first", "<i4"),
        ("count", "<i4"),
        ("accept", "<i4"),
        ("padding", "<i4", 5),
    ]
)
CONDITION = np.dtype(
    [
        ("bound", "<f8"),
        ("clear", "<f8"),
        ("floor2", "<f8"),
        ("hold", "<i8"),
        ("clear_hold", "<i8"),
        ("gap", "<i8"),
        ("count", "<u4"),
        ("clear_count", "<u4"),
        ("warm", "<u4"),
        ("kind", "<i4"),
        ("sign", "<i4"),
        ("latch", "<i4"),
        ("seasonal", "<i4"),
        ("schedule", "<i4"),
    ]
)


ALARM = np.dtype([("series", "<i4"), ("condition", "<i4"), ("time", "<i8"), ("value", "<f8"), ("kind", "<i8")])


class Frame(NamedTuple):
    """Readings in the order they came: series (int32), time (int64), value (float64), quality (uint8, 0 = good)."""

    series: NDArray[np.int32]
    time: NDArray[np.int64]
    value: NDArray[np.float64]
    quality: NDArray[np.uint8]


class Table(NamedTuple):
    """Rules as arrays: the plan and the season of each series, plans, conditions, schedules by minute of week."""

    plan: NDArray[np.uint16]
    season: NDArray[np.int32]
    plans: NDArray[Any]
    conditions: NDArray[Any]
    schedules: NDArray[np.uint8]
    zone: int
    ahead: int


class Core(NamedTuple):
    """What is known of the series: `watch` by condition, `season` a row for each series that has one."""

    seen: NDArray[np.int64]
    good: NDArray[np.int64]
    record: NDArray[Any]
    watch: NDArray[Any]
    season: NDArray[Any]
    dropped: NDArray[np.uint64]


class Alarms(NamedTuple):
    """What changed: series, condition (row of the plans), kind, event time, the value that made it (NaN: none)."""

    series: NDArray[np.int32]
    condition: NDArray[np.int32]
    kind: NDArray[np.uint8]
    time: NDArray[np.int64]
    value: NDArray[np.float64]


@dataclass(frozen=True)
class Plans:
    """Resolved rules of a shard: arrays for the kernel; for every condition row the rule's and its own code."""

    table: Table
    codes: tuple[tuple[str, str], ...]
    severities: tuple[str, ...]
    widest: int
    seasons: int
    held: bool
    all_held: bool
    silent: bool

    @property
    def series(self) -> int:
        """Return how many series the shard has."""
        return int(self.table.plan.size)


@dataclass(frozen=True)
class State:
    """All that a shard remembers: its series, the highest watermark seen, the readings held back for later ones.

    These are in `due` by the turn they wait for (ms), or in `held` where no step has looked at them yet.
    """

    core: Core
    held: tuple[Frame, ...]
    watermark: int = NEVER
    due: dict[int, list[Frame]] = field(default_factory=dict)

    def waiting(self) -> tuple[Frame, ...]:
        """Return all readings that are held back: of two alike in series and time in the order they came."""
        return *self.held, *(piece for turn in sorted(self.due) for piece in self.due[turn])


def frame(series: Any, time: Any, value: Any, quality: Any = None) -> Frame:
    """Return columns as a frame; without qualities all are good."""
    s = np.ascontiguousarray(series, np.int32)
    q = np.zeros(s.size, np.uint8) if quality is None else np.ascontiguousarray(quality, np.uint8)
    return Frame(s, np.ascontiguousarray(time, np.int64), np.ascontiguousarray(value, np.float64), q)


def joined(frames: Sequence[Frame]) -> Frame:
    """Return several frames as one."""
    if len(frames) == 1:
        return frames[0]
    return Frame(*(np.concatenate(columns) for columns in zip(*frames, strict=True))) if frames else frame([], [], [])


def fresh(plans: Plans, since: NDArray[np.int64] | None = None) -> State:
    """Return the state of a shard that heard nothing; silence counts from `since` where it is given."""
    n = plans.series
    record = np.zeros(n, RECORD)
    record["marks"] = FRESH
    record["value"] = np.nan
    seen = np.full(n, NEVER, np.int64) if since is None else np.array(since, np.int64)
    good = np.full(n, NEVER, np.int64)
    watch = np.zeros((n, max(plans.widest, 1)), WATCH)
    # Written to once, so that the memory is there before the first reading.
    watch.fill(0)
    core = Core(
        seen,
        good,
        record,
        watch,
        np.zeros((plans.seasons, HOURS), SEASON),
        np.zeros(len(DROPPED_NAMES), np.uint64),
    )
    return State(core, ())


def copy(state: State) -> State:
    """Return the state once more: `step` takes its state over, so whoever needs the old one copies it first."""
    due = {turn: list(pieces) for turn, pieces in state.due.items()}
    return replace(state, core=Core(*(np.array(part) for part in state.core)), due=due)
