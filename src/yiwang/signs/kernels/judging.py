"""Levels from values: thresholds, hysteresis and least duration, over arrays of places. Pure.

Levels are -1 unknown, 0 green, 1 yellow, 2 orange, 3 red.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from yiwang.signs.model.threshold import Limit

Floats = NDArray[np.float64]
Levels = NDArray[np.int8]
Seconds = NDArray[np.float64]  # since 1970; NaN = never
UNKNOWN, GREEN, YELLOW, ORANGE, RED = -1, 0, 1, 2, 3
# To recover, a value goes past its threshold by this share of the step between two thresholds.
SLACK = 0.1
ALONE = 0.05  # of the threshold itself, where there is only one


def worst(measure: Floats, limits: Sequence[Limit | None], slack: float = 0.0) -> Levels:
    """Return the worst level whose threshold each value reaches; `slack` makes all of them easier to reach."""
    found = np.where(np.isnan(measure), UNKNOWN, GREEN).astype(np.int8)
    for level, one in enumerate(limits, YELLOW):
        if one is None:
            continue
        reached = np.zeros(measure.shape, dtype=bool)
        if one.high is not None:
            # A band is left beyond its end; of a single threshold "from 5 on" is said.
            bound = one.high - slack * _step([each.high if each else None for each in limits], one.high)
            reached |= (measure > bound) if one.low is not None else (measure >= bound)
        if one.low is not None:
            bound = one.low + slack * _step([each.low if each else None for each in limits], one.low)
            reached |= measure < bound
        found[reached] = level
    return found


def _step(bounds: Sequence[float | None], one: float) -> float:
    """Return the least distance to another threshold; half of the threshold itself where it stands alone."""
    apart = [abs(other - one) for other in bounds if other is not None and other != one]
    return min(apart) if apart else abs(one) * ALONE / SLACK


def judged(
    measure: Floats, limits: Sequence[Limit | None], before: Levels, pending: Seconds, now: float, hold: float
) -> tuple[Levels, Seconds]:
    """Return the levels now, and since when a worse one has been seen that has not lasted `hold` seconds yet.

    Better it gets only past the threshold by some slack; what has no value is unknown at once.
    """
    seen = worst(measure, limits)
    kept = worst(measure, limits, SLACK)
    known = np.maximum(before, GREEN)
    falling = np.maximum(seen, np.minimum(known, kept))
    rising = seen > known
    since = np.where(rising, np.where(np.isnan(pending), now, pending), np.nan)
    lasted = rising & (now - since >= hold)
    level = np.where(rising, np.where(lasted, seen, known), falling).astype(np.int8)
    since = np.where(lasted, np.nan, since)
    level[seen == UNKNOWN] = UNKNOWN
    return level, since


def distances(value: Floats, mean: Floats, sd: Floats, samples: NDArray[np.int32], *, counts: bool) -> Floats:
    """Return how many σ each value lies from its mean; NaN with too few samples. A σ of almost nothing is widened."""
    floor = np.maximum(0.05 * np.abs(mean), 0.5 if counts else 0.0)
    wide = np.maximum(sd, floor)
    with np.errstate(divide="ignore", invalid="ignore"):
        z = (value - mean) / wide
    z[(samples < LEAST_SAMPLES) | ~(wide > 0)] = np.nan
    return z


def changes(value: Floats, before: Floats) -> Floats:
    """Return by how many percent each value differs from that of another time; NaN where that is 0 or unknown."""
    with np.errstate(divide="ignore", invalid="ignore"):
        found = (value - before) / np.abs(before) * 100.0
    found[~np.isfinite(found)] = np.nan
    return found


LEAST_SAMPLES = 4
