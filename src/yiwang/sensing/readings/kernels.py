"""Arithmetic over columns of readings: order, doubles, roll-ups, buckets, latest. Pure."""

import numpy as np
from numpy.typing import NDArray

from yiwang.sensing.readings.model import Columns

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


def in_order(columns: Columns) -> Columns:
    """Return the readings by series and time; of two alike the one that came first stands first."""
    return columns.take(np.lexsort((columns.time, columns.series)))


def once(columns: Columns) -> Columns:
    """Return ordered readings without doubles: of several with one series and time the one that came first counts."""
    if len(columns) < 2:
        return columns
    first = np.empty(len(columns), np.bool_)
    first[0] = True
    first[1:] = (np.diff(columns.series) != 0) | (np.diff(columns.time) != 0)
    return columns if first.all() else columns.take(first)


def rolled(columns: Columns, span: int) -> tuple[Ints, Ints, Ints, Floats, Floats, Floats, Floats]:
    """Return ordered readings by series and stretches of `span` ms: series, begin, n, sum, lowest, highest, last."""
    begins = columns.time - columns.time % span
    if not len(columns):
        none = np.empty(0, np.float64)
        return columns.series, begins, np.empty(0, np.int64), none, none, none, none
    new = np.flatnonzero(np.r_[True, (np.diff(columns.series) != 0) | (np.diff(begins) != 0)])
    ends = np.r_[new[1:], len(columns)]
    value = columns.value
    return (
        columns.series[new],
        begins[new],
        (ends - new).astype(np.int64),
        np.add.reduceat(value, new),
        np.minimum.reduceat(value, new),
        np.maximum.reduceat(value, new),
        value[ends - 1],
    )


def buckets(
    time: Ints, n: Ints, total: Floats, low: Floats, high: Floats, since: int, until: int, points: int
) -> tuple[Ints, Ints, Floats, Floats, Floats]:
    """Return a span in up to `points` equal stretches that hold anything: begin, n, mean, lowest, highest."""
    order = np.argsort(time, kind="stable")
    width = max(1, -(-(until - since) // points))
    place = (time[order] - since) // width
    if not len(place):
        return time, n, total, low, high
    new = np.flatnonzero(np.r_[True, np.diff(place) != 0])
    many = np.add.reduceat(n[order], new)
    return (
        place[new] * width + since,
        many,
        np.add.reduceat(total[order], new) / many,
        np.minimum.reduceat(low[order], new),
        np.maximum.reduceat(high[order], new),
    )


def take_latest(
    time: Ints,
    value: Floats,
    quality: NDArray[np.uint8],
    index: NDArray[np.int32],
    times: Ints,
    values: Floats,
    grades: NDArray[np.uint8],
) -> None:
    """Write into `time`, `value`, `quality` (one place for each series) what of a frame is not older."""
    newer = times >= time[index]
    if not newer.all():
        index, times, values, grades = index[newer], times[newer], values[newer], grades[newer]
    if len(times) > 1 and (np.diff(times) < 0).any():
        order = np.argsort(times, kind="stable")
        index, times, values, grades = index[order], times[order], values[order], grades[order]
    # Of several assignments to one place NumPy keeps the last.
    time[index], value[index], quality[index] = times, values, grades
