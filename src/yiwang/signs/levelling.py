"""Levels of all signs at all places, and the scores that follow from them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import numpy as np
from numpy.typing import NDArray

from yiwang.signs.aggregating import Sums
from yiwang.signs.kernels import judging, scoring
from yiwang.signs.model import Sign
from yiwang.signs.model.score import SCORES
from yiwang.signs.model.tree import Tree
from yiwang.signs.usual import Usual

Floats = NDArray[np.float64]
Levels = NDArray[np.int8]


@dataclass
class Judged:
    """[sign, place]: the level, since when a worse one waits, and what it was measured against."""

    level: Levels
    pending: Floats  # seconds since 1970, NaN = nothing waits
    usual: Usual


def judge(
    signs: Sequence[Sign],
    tree: Tree,
    sums: Sums,
    found: Usual,
    before: Sequence[Mapping[str, Any]],
    at: datetime,
    young: Collection[str] = (),
) -> Judged:
    """Return the levels; those of signs that are too `young` for their window stay unknown."""
    shape = sums.value.shape
    was, pending = np.zeros(shape, dtype=np.int8), np.full(shape, np.nan)
    number = {sign.code: index for index, sign in enumerate(signs)}
    for row in before:
        sign_no, place = number.get(row["sign"]), tree.position.get(row["node"])
        if sign_no is not None and place is not None:
            was[sign_no, place] = row["level"]
            pending[sign_no, place] = row["pending_since"].timestamp() if row["pending_since"] else np.nan
    level = np.full(shape, judging.UNKNOWN, dtype=np.int8)
    since = np.full(shape, np.nan)
    now = at.timestamp()
    for index, sign in enumerate(signs):
        limits = sign.limits
        if not any(limits) or sign.code in young:
            continue
        measure = _measure(sign, sums.value[index], found, index)
        level[index], since[index] = judging.judged(
            measure, limits, was[index], pending[index], now, sign.hold_for.total_seconds()
        )
    return Judged(level, since, found)


def _measure(sign: Sign, value: Floats, found: Usual, index: int) -> Floats:
    kind = next(one.kind for one in sign.limits if one)
    if kind == "sigma":
        return judging.distances(
            value, found.mean[index], found.sd[index], found.samples[index], counts=sign.combine == "sum"
        )
    return value if kind == "value" else judging.changes(value, found.before[index])


def score(signs: Sequence[Sign], tree: Tree, level: Levels) -> dict[str, Floats]:
    weights = np.array([sign.weight * (1.0 if sign.core else 0.5) for sign in signs])
    counted = np.array([tree.judged(sign.levels) for sign in signs]).reshape(len(signs), len(tree.places))
    of_level = np.where(counted, level, judging.UNKNOWN).astype(np.int8)
    scores: dict[str, Floats] = {}
    for code, one in SCORES.items():
        if one.kind == "pulse":
            continue
        chosen = np.array([getattr(sign, one.kind) == one.name for sign in signs], dtype=bool)
        scores[code] = scoring.score(of_level[chosen], weights[chosen])
    scores["pulse"] = scoring.pulse({name: scores[f"score.{name}"] for name in scoring.PULSE_WEIGHTS})
    return scores
