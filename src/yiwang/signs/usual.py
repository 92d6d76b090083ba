"""What is usual of a sign at a place: of the same hour and weekday, a year ago, the period before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from yiwang.db import Tx
from yiwang.signs.kernels.judging import LEAST_SAMPLES
from yiwang.signs.model import PERIODS, Sign, boundary
from yiwang.signs.model.tree import Tree
from yiwang.signs.store import computing as store

Floats = NDArray[np.float64]
WEEKS, DAYS, LAST = 8, 28, 12  # how far back: the same weekday, any day, the last points of longer periods
YEAR = timedelta(days=364)  # the same weekday


@dataclass
class Usual:
    """[sign, place]: mean, deviation and number of samples, and the value of the time compared with."""

    mean: Floats
    sd: Floats
    samples: NDArray[np.int32]
    before: Floats


def moments(sign: Sign, at: datetime, zone: ZoneInfo) -> tuple[list[datetime], list[datetime]]:
    """Return the ends of the periods like this one: those of the same weekday, and those of any day."""
    end = boundary(sign.period, at, zone)
    if sign.baseline == "last" or (not sign.baseline and sign.period in ("1w", "1M")):
        found = []
        for _ in range(LAST):
            end = boundary(sign.period, end - timedelta(microseconds=1), zone)
            found.append(end)
        return found, found
    weeks = [end - timedelta(weeks=number) for number in range(1, WEEKS + 1)]
    days = [end - timedelta(days=number) for number in range(1, DAYS + 1)]
    return weeks, days


def compared(sign: Sign, at: datetime, zone: ZoneInfo, *, year: bool) -> datetime:
    """Return the end of the period that a change is measured from."""
    end = boundary(sign.period, at, zone)
    return end - YEAR if year else boundary(sign.period, end - PERIODS[sign.period] / 2, zone)


async def usual(tx: Tx, signs: Sequence[Sign], tree: Tree, at: datetime, zone: ZoneInfo) -> Usual:
    """Return what is usual of the signs that are judged by it; NaN of all others."""
    shape = (len(signs), len(tree.places))
    empty = (np.full(shape, np.nan) for _ in range(3))
    found = Usual(*(next(empty), next(empty)), np.zeros(shape, dtype=np.int32), next(empty))
    number = {sign.code: index for index, sign in enumerate(signs)}
    groups: dict[tuple[Any, ...], list[str]] = {}
    for sign in signs:
        for key in _asked(sign, at, zone):
            groups.setdefault(key, []).append(sign.code)
    for key, codes in groups.items():
        if key[0] == "mean":
            _fill_means(found, await store.usual(tx, codes, key[1], key[2]), number, tree)
        else:
            rows = await store.values_at(tx, codes, key[1])
            for sign_no, place, row in _placed(rows, number, tree):
                found.before[sign_no, place] = np.nan if row["value"] is None else row["value"]
    return found


def _asked(sign: Sign, at: datetime, zone: ZoneInfo) -> Iterable[tuple[Any, ...]]:
    kind = next((one.kind for one in sign.limits if one), None)
    if kind == "sigma":
        same, days = moments(sign, at, zone)
        yield "mean", tuple(same), tuple(days)
    elif kind in ("year", "previous"):
        yield "value", compared(sign, at, zone, year=kind == "year")


def _fill_means(found: Usual, rows: list[dict[str, Any]], number: dict[str, int], tree: Tree) -> None:
    for sign_no, place, row in _placed(rows, number, tree):
        # The same weekday says more, once there are enough of it.
        prefix = "same_" if row["same_n"] >= LEAST_SAMPLES else ""
        if row["mean"] is None:
            continue
        found.mean[sign_no, place] = row[f"{prefix}mean"]
        found.sd[sign_no, place] = row[f"{prefix}sd"] or 0.0
        found.samples[sign_no, place] = row[f"{prefix}n"]


def _placed(
    rows: Iterable[dict[str, Any]], number: dict[str, int], tree: Tree
) -> Iterable[tuple[int, int, dict[str, Any]]]:
    for row in rows:
        place = tree.position.get(row["node"])
        if place is not None:
            yield number[row["sign"]], place, row
