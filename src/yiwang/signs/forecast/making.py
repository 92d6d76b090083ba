"""Making the forecasts of the signs of the district and its streets from their history."""

from __future__ import annotations

import asyncio
import math
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from yiwang.db import Database
from yiwang.events.books import Books
from yiwang.signs.declaring import in_force
from yiwang.signs.forecast import store
from yiwang.signs.kernels.forecasting import Forecast, crossings, forecast
from yiwang.signs.kernels.judging import RED, worst
from yiwang.signs.model import PERIODS, Sign, boundary
from yiwang.signs.model.tree import Place
from yiwang.signs.reaching import tree_at

Floats = NDArray[np.float64]
UPPER = ("district", "street")
# Period → seasons in points, how far ahead, how far back.
PLANS: dict[str, tuple[tuple[int, ...], int, int]] = {
    "10m": ((144,), 36, 144 * 14),
    "1h": ((24, 168), 24, 24 * 56),
    "1d": ((7,), 7, 120),
    "1w": ((1,), 4, 60),
    "1M": ((12,), 3, 60),
}
CHUNK = 12  # signs at once: the answers of the others wait no longer than that


async def make_forecasts(database: Database, books: Books, at: datetime, *, anew: bool = False) -> int:
    """Forecast every sign that has a new point since its forecast, or each (`anew`); return how many are written."""
    async with database.tx() as tx:
        tree = await tree_at(tx, books, at)
        root = tree.places[tree.root]
        signs = [one for one in (await in_force(tx, at)).values() if one.direction != "none" and not one.external]
        made = {} if anew else await store.made_until(tx, root.id)
    places = [root, *(one for one in tree.places if one.level in UPPER and one.id != root.id)]
    written = 0
    for name in PLANS:
        due = [one for one in signs if one.period == name and made.get(one.code) != boundary(name, at, books.zone)]
        for start in range(0, len(due), CHUNK):
            written += await _chunk(database, due[start : start + CHUNK], places, at, books.zone)
    return written


async def _chunk(
    database: Database, signs: Sequence[Sign], places: Sequence[Place], at: datetime, zone: ZoneInfo
) -> int:
    period = signs[0].period
    seasons, horizon, back = PLANS[period]
    ends = grid(period, at, zone, back)
    codes, nodes = [one.code for one in signs], [one.id for one in places]
    async with database.tx() as tx:
        rows = await store.points(tx, codes, nodes, ends[0] - PERIODS[period], ends[-1])
        usual = {(row["sign"], row["node"]): (row["mean"], row["sd"]) for row in await store.usual(tx, codes, nodes)}
    if not rows:
        return 0
    values = _values(rows, codes, nodes, ends)
    known = np.flatnonzero(np.isfinite(values).any(axis=0))
    if not known.size:
        return 0
    found = await asyncio.to_thread(forecast, values[:, known[0] :], seasons, horizon)
    coming = ahead(period, ends[-1], zone, horizon)
    table = _table(signs, nodes, found, usual, at, ends[-1], coming)
    if not table:  # too little is known of any of them yet
        return 0
    async with database.tx() as tx:
        return await store.keep(tx, [list(column) for column in zip(*table, strict=True)])


def grid(period: str, at: datetime, zone: ZoneInfo, back: int) -> list[datetime]:
    """Return the last ends of a period up to a moment, oldest first."""
    found = [boundary(period, at, zone)]
    while len(found) < back:
        found.append(boundary(period, found[-1] - timedelta(microseconds=1), zone))
    return found[::-1]


def ahead(period: str, last: datetime, zone: ZoneInfo, steps: int) -> list[datetime]:
    """Return the ends of the periods to come."""
    found: list[datetime] = []
    end = last
    for _ in range(steps):
        # A month has up to 31 days, and an hour over leads to no other end.
        end = boundary(period, end + PERIODS[period] * (1.07 if period == "1M" else 1), zone)
        found.append(end)
    return found


def _values(rows: Sequence[Any], codes: list[str], nodes: list[UUID], ends: list[datetime]) -> Floats:
    """Return [sign × place, end]."""
    at = {end: number for number, end in enumerate(ends)}
    place = {(code, node): one * len(nodes) + two for one, code in enumerate(codes) for two, node in enumerate(nodes)}
    values = np.full((len(place), len(ends)), np.nan)
    for row in rows:
        if row["recorded"] in at:
            values[place[row["sign"], row["node"]], at[row["recorded"]]] = row["value"]
    return values


def _table(
    signs: Sequence[Sign],
    nodes: Sequence[UUID],
    found: Forecast,
    usual: dict[tuple[str, UUID], tuple[float, float]],
    at: datetime,
    last: datetime,
    coming: Sequence[datetime],
) -> list[tuple[Any, ...]]:
    rows = []
    for number, (sign, node) in enumerate((sign, node) for sign in signs for node in nodes):
        if not np.isfinite(found.expected[number]).all():
            continue
        expected, low, high = (_bounded(sign, one[number]) for one in (found.expected, found.low, found.high))
        shown = bool(found.shown[number])
        step = _crosses(sign, expected, usual.get((sign.code, node))) if shown else None
        rows.append(
            (sign.code, node, at, last, _text(expected), _text(low), _text(high), _known(found.error[number]),
             _known(found.naive_error[number]), found.starts, shown, None if step is None else coming[step])
        )  # fmt: skip
    return rows


def _bounded(sign: Sign, values: Floats) -> Floats:
    """No count is below nothing, and no share above the whole."""
    whole = 100.0 if sign.combine == "ratio" and sign.unit == "%" else np.inf
    found: Floats = np.clip(values, 0.0 if sign.combine in ("ratio", "sum") else -np.inf, whole)
    return found


def _crosses(sign: Sign, expected: Floats, usual: tuple[float, float] | None) -> int | None:
    """Return the first step that reaches red; None where none does or the threshold is not of that kind."""
    limit = sign.limits[2]
    if limit is None or limit.kind not in ("value", "sigma"):
        return None
    if limit.kind == "sigma":
        if usual is None:
            return None
        expected = (expected - usual[0]) / usual[1]
    return next(crossings(worst(expected, sign.limits)[None], RED))


def _known(value: float) -> float | None:
    return float(value) if math.isfinite(value) else None


def _text(values: Floats) -> str:
    return "{" + ",".join(f"{one:.6g}" for one in values) + "}"
