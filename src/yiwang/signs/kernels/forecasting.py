"""A short forecast of many series at once, and how good it would have been. Pure.

A forecast is the profile of the season (the mean of the same hour of former days or weeks, the younger ones weighing
more) and what is left of the last deviation from it. Which season, how fast the past fades and whether a deviation
lasts is chosen for each series by what did best from earlier starts; its error is that of later starts, which had no
part in the choice. The seasonal-naive forecast says: as one season ago.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
SEASONS_BACK = 6  # how many seasons make a profile
WITHOUT_SEASON_BACK = 30  # points that make a level where the season is 1
DECAYS = (1.0, 0.6)  # weight of a season by that of the next younger one
STARTS = 24  # of the back-test; half choose, half judge
LEAST_STARTS = 8
LEAST_KNOWN = 0.5  # share of the points that have to be there
COVERED = 0.8  # of what comes lies within the interval, by the back-test
FADES_SLOWEST = 0.98


@dataclass(frozen=True)
class Forecast:
    """[series, step] expected, low, high; [series] mean absolute errors of both, and whether ours is worth showing."""

    expected: Floats
    low: Floats
    high: Floats
    error: Floats
    naive_error: Floats
    starts: int
    shown: NDArray[np.bool_]


@dataclass(frozen=True)
class _Way:
    season: int
    decay: float
    lasting: bool  # whether a deviation is carried on


def forecast(values: Floats, seasons: Sequence[int], horizon: int) -> Forecast:
    """Forecast the next `horizon` points of values[series, point]; NaN = not known, the last point is the present.

    `seasons` in points, shortest first, such as (24, 168) of hours; the longest that three of fit into the past is
    the baseline's. Too short a past gives a forecast that is not shown.
    """
    fitting = [one for one in seasons if 3 * one + horizon <= values.shape[1]] or [1]
    ways = [_Way(season, decay, lasting) for season in fitting for decay in DECAYS for lasting in (False, True)]
    starts = _starts(values.shape[1], fitting[-1], horizon)
    # [start, way, series, step]: errors of each way, and of the baseline, from each start
    truth = np.stack([values[:, start : start + horizon] for start in starts]) if starts else None
    if truth is None:
        return _unknown(len(values), horizon)
    tried = np.stack([np.stack([_ahead(values[:, :start], way, horizon) for way in ways]) for start in starts])
    errors = np.abs(tried - truth[:, None])
    naive = np.abs(np.stack([_naive(values[:, :start], fitting[-1], horizon) for start in starts]) - truth)
    half = len(starts) // 2
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # a series without a point has no mean
        chosen = np.nan_to_num(np.nanmean(errors[:half], axis=(0, 3)), nan=np.inf).argmin(axis=0)
        each = np.arange(len(values))
        own = errors[:, chosen, each]  # [start, series, step]
        error, naive_error = np.nanmean(own[half:], axis=(0, 2)), np.nanmean(naive[half:], axis=(0, 2))
        spread = np.maximum.accumulate(np.nan_to_num(np.nanquantile(own, COVERED, axis=0)), axis=1)
    ahead = np.stack([_ahead(values, way, horizon) for way in ways])[chosen, each]
    known = np.isfinite(values).mean(axis=1) >= LEAST_KNOWN
    shown = known & (error <= naive_error) & (len(starts) >= LEAST_STARTS) & np.isfinite(ahead).all(axis=1)
    return Forecast(ahead, ahead - spread, ahead + spread, error, naive_error, len(starts), shown)


def _starts(points: int, season: int, horizon: int) -> list[int]:
    """Return from where to forecast what is known by now, oldest first, with two seasons before the first at least."""
    first, last = max(2 * season, 4), points - horizon
    if last < first:
        return []
    # A step that shares no factor with the season meets all its hours.
    step = max(1, (last - first) // STARTS)
    return list(range(last, first - 1, -step))[:STARTS][::-1]


def _ahead(past: Floats, way: _Way, horizon: int) -> Floats:
    """Return the next points by one way: [series, step]."""
    back = WITHOUT_SEASON_BACK if way.season == 1 else SEASONS_BACK
    count = min(back, past.shape[1] // way.season)
    lately = past[:, past.shape[1] - count * way.season :].reshape(len(past), count, way.season)
    weights = way.decay ** np.arange(count - 1, -1, -1, dtype=float)[None, :, None] * np.isfinite(lately)
    with np.errstate(divide="ignore", invalid="ignore"):
        profile = np.where(np.isfinite(lately), lately, 0.0)
        profile = (profile * weights).sum(axis=1) / weights.sum(axis=1)
        level = np.nansum(lately, axis=(1, 2)) / np.isfinite(lately).sum(axis=(1, 2))
    profile = np.where(np.isfinite(profile), profile, level[:, None])
    found: Floats = profile[:, np.arange(horizon) % way.season]
    if way.lasting:
        apart = np.nan_to_num((lately - profile[:, None]).reshape(len(past), -1))
        found += apart[:, -1:] * _fading(apart)[:, None] ** np.arange(1, horizon + 1)
    return found


def _fading(apart: Floats) -> Floats:
    """Return the share of a deviation that is left one point later."""
    together = (apart[:, 1:] * apart[:, :-1]).sum(axis=1)
    whole = (apart[:, :-1] ** 2).sum(axis=1)
    share: Floats = np.clip(together / np.where(whole > 0, whole, 1.0), 0.0, FADES_SLOWEST)
    return share


def _naive(past: Floats, season: int, horizon: int) -> Floats:
    return past[:, past.shape[1] - season + np.arange(horizon) % season]


def _unknown(series: int, horizon: int) -> Forecast:
    none, one = np.full((series, horizon), np.nan), np.full(series, np.nan)
    return Forecast(none, none, none, one, one, 0, np.zeros(series, dtype=bool))


def crossings(levels: NDArray[np.int8], level: int) -> Iterator[int | None]:
    """Give for each series of levels[series, step] the first step that reaches `level`, None where none does."""
    reached = levels >= level
    for row in reached:
        yield int(row.argmax()) if row.any() else None
