"""The rows a computation writes: states, points of the history, and how each sign stands with its sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from yiwang.signs.aggregating import Sums
from yiwang.signs.kernels import judging
from yiwang.signs.levelling import Judged
from yiwang.signs.model import PERIODS, Sign, boundary
from yiwang.signs.model.score import SCORES
from yiwang.signs.model.tree import Tree

Floats = NDArray[np.float64]
KEPT = 12  # which of a row's columns says that it is a point of the history


@dataclass
class Answers:
    """The answers of the thread that reads the lake."""

    sums: Sums
    as_of: dict[str, datetime | None]
    state: dict[str, str]
    seconds: dict[str, float]
    young: frozenset[str] = frozenset()  # signs whose window reaches back before their sources knew anything


def rows(
    signs: Sequence[Sign],
    tree: Tree,
    taken: Answers,
    judged: Judged,
    runs: Mapping[str, Any],
    zone: ZoneInfo,
    at: datetime,
) -> Iterator[tuple[Any, ...]]:
    sums, usual_ = taken.sums, judged.usual
    for index, sign in enumerate(signs):
        if taken.state[sign.code] in ("failed", "unconnected"):
            continue
        end, keep = _due(sign.period, runs.get(sign.code), zone, at), _keeps(sign.period, tree, zone, at)
        columns = [_listed(one[index]) for one in (sums.value, sums.top, sums.bottom, sums.n)]
        more = [_listed(one[index]) for one in (judged.pending, usual_.mean, usual_.sd)]
        level, samples = judged.level[index].tolist(), usual_.samples[index].tolist()
        for place, node in enumerate(tree.places):
            value, top, bottom, n = (column[place] for column in columns)
            pending, mean, sd = (column[place] for column in more)
            if value is None and not n and level[place] < 0:
                continue
            kept = end if end and keep[place] else None
            since = None if pending is None else datetime.fromtimestamp(pending, UTC)
            yield (
                sign.code, node.id, value, top, bottom, n or 0.0, level[place], at, since, mean, sd, samples[place],
                kept, taken.as_of[sign.code],
            )  # fmt: skip


def score_rows(
    scores: Mapping[str, Floats], tree: Tree, runs: Mapping[str, Any], zone: ZoneInfo, at: datetime
) -> Iterator[tuple[Any, ...]]:
    keep = _keeps("1h", tree, zone, at)
    for code, found in scores.items():
        end = _due("1h", runs.get(code), zone, at)
        level = judging.worst(found, SCORES[code].limits).tolist()
        for place, value in enumerate(_listed(np.round(found, 1))):
            if value is not None:
                kept = end if end and keep[place] else None
                node = tree.places[place].id
                yield code, node, value, None, None, 1.0, level[place], at, None, None, None, 0, kept, at


def _due(period: str, run: Mapping[str, Any] | None, zone: ZoneInfo, at: datetime) -> datetime | None:
    """Return the end of the period that this value is a point of, None when that has its point or is long past."""
    end = boundary(period, at, zone)
    if at - end > max(PERIODS["10m"], PERIODS[period] / 6):
        return None
    # A computation of the past fills in what is missing, whatever the latest was.
    return end if run is None or run["kept"] is None or run["kept"] < end or run["at"] > at else None


def _keeps(period: str, tree: Tree, zone: ZoneInfo, at: datetime) -> list[bool]:
    """Return of which places a point is kept: of neighbourhoods once a day, for there are many."""
    midnight = boundary(period, at, zone) == boundary("1d", at, zone)
    return [midnight or place.level != "neighbourhood" for place in tree.places]


def _listed(values: Floats) -> list[float | None]:
    """Return the numbers as Python's, None where there is none."""
    return [None if value != value else value for value in values.tolist()]  # noqa: PLR0124 - NaN


def notes(
    signs: Sequence[Sign],
    scores: Mapping[str, Any],
    taken: Answers,
    runs: Mapping[str, Any],
    zone: ZoneInfo,
    at: datetime,
) -> list[dict[str, Any]]:
    found = [
        {
            "sign": sign.code,
            "at": at,
            "kept": _due(sign.period, runs.get(sign.code), zone, at),
            "as_of": taken.as_of[sign.code],
            "state": taken.state[sign.code],
            "error": taken.sums.failed.get(sign.code),
        }
        for sign in signs
    ]
    known = [one for one in taken.as_of.values() if one]
    as_of = min(known, default=None)
    return found + [
        {"sign": code, "at": at, "kept": _due("1h", runs.get(code), zone, at), "as_of": as_of, "state": "live",
         "error": None}
        for code in scores
    ]  # fmt: skip
