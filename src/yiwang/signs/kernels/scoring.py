"""Scores out of 100 from levels, and the pulse of a place. Pure.

A sign gives 100 points when green, 75 yellow, 45 orange, 10 red. The score of a dimension or facet is the mean of its
judged signs by their weights (a sign that is not of the core counts half); fewer than three judged signs give none.
The pulse is the mean of the dimensions that have a score by the weights below.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
POINTS = np.array([100.0, 75.0, 45.0, 10.0])
PULSE_WEIGHTS = {"safety": 0.35, "health": 0.30, "green": 0.20, "vitality": 0.15}
LEAST_SIGNS = 3


def score(levels: NDArray[np.int8], weights: Floats) -> Floats:
    """Return the score of each place from levels[sign, place] and the weight of each sign; NaN with too few."""
    judged = levels >= 0
    weight = np.where(judged, weights[:, None], 0.0)
    points = POINTS[np.clip(levels, 0, 3)]
    total = weight.sum(axis=0)
    with np.errstate(divide="ignore", invalid="ignore"):
        found: Floats = (weight * points).sum(axis=0) / total
    found[((judged & (weights[:, None] > 0)).sum(axis=0) < LEAST_SIGNS) | (total == 0)] = np.nan
    return found


def pulse(scores: Mapping[str, Floats]) -> Floats:
    """Return the pulse of each place, 0 to 100, from the scores of its dimensions; NaN where none has one."""
    stacked = np.stack([scores[name] for name in PULSE_WEIGHTS])
    weights = np.array(list(PULSE_WEIGHTS.values()))[:, None]
    known = ~np.isnan(stacked)
    with np.errstate(divide="ignore", invalid="ignore"):
        found: Floats = np.where(known, stacked * weights, 0.0).sum(axis=0) / np.where(known, weights, 0.0).sum(axis=0)
    return found
