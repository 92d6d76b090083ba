"""What somebody sees of the signs: the board of a place, one sign with its history, its parts, the pulse."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from yiwang.access import Actor
from yiwang.base.errors import Forbidden, Invalid
from yiwang.cases.views import listing
from yiwang.db import Tx
from yiwang.signs.behind import Behind, as_id
from yiwang.signs.declaring import in_force, one_in_force
from yiwang.signs.model import PERIODS, Sign
from yiwang.signs.model.score import SCORES, Score
from yiwang.signs.model.tree import Place, Tree
from yiwang.signs.model.wording import Standing, explain, z_of
from yiwang.signs.store import computing
from yiwang.signs.store import reading as store
from yiwang.signs.usual import compared

SPARK, MOST_POINTS = 24, 2000
STALE = timedelta(minutes=35)  # without a computation for so long, everything is late
ACTIONS = 20


@dataclass(frozen=True)
class Now:
    """A sign at a place now. `state` is live, late, unconnected, failed, or waiting before the first computation."""

    sign: Sign
    state: str
    at: datetime | None
    as_of: datetime | None
    value: float | None = None
    top: float | None = None
    bottom: float | None = None
    n: float = 0.0
    level: int = -1
    since: datetime | None = None
    spark: Sequence[float | None] = ()


@dataclass(frozen=True)
class Point:
    """A point of a history."""

    at: datetime
    value: float | None
    level: int


@dataclass(frozen=True)
class Detail:
    """One sign at a place with its explanation, its past, and what was done about it."""

    now: Now
    explanation: str
    z: float | None
    mean: float | None
    sd: float | None
    samples: int
    before: float | None
    year_ago: float | None
    history: Sequence[Point]
    actions: Sequence[Mapping[str, Any]]
    error: str | None


@dataclass(frozen=True)
class Part:
    """A sign at one of the places below; `rank` 1 is the worst of those that have a value."""

    place: Place
    value: float | None
    top: float | None
    bottom: float | None
    n: float
    level: int
    rank: int | None


@dataclass(frozen=True)
class Scored:
    """A composite score of a place, how many of its signs stand at each level, and its last points."""

    score: Score
    value: float | None
    level: int
    signs: Sequence[int]  # green, yellow, orange, red, unknown
    history: Sequence[Point]


async def board(tx: Tx, place: Place, *, dimension: str | None = None, at: datetime) -> list[Now]:
    """Return every sign in force at a place, by code."""
    signs = await in_force(tx, at)
    states = {row["sign"]: row for row in await store.of_node(tx, place.id)}
    runs = await computing.runs(tx)
    chosen = {code: sign for code, sign in signs.items() if dimension in (None, sign.dimension)}
    sparks = await store.sparks(tx, place.id, list(chosen), at, SPARK)
    return [
        _now(sign, runs.get(code), states.get(code), sparks.get(code, ()), at) for code, sign in sorted(chosen.items())
    ]


async def detail(
    tx: Tx, code: str, place: Place, *, start: datetime | None, end: datetime | None, zone: ZoneInfo, at: datetime
) -> Detail:
    """Return one sign at a place with its history in (start, end], by default of 60 of its periods."""
    sign = await one_in_force(tx, code, at)
    until = end or at
    since = start or until - 60 * PERIODS[sign.period]
    if since >= until:
        raise Invalid("from", "The history begins before it ends.")
    run = await store.run(tx, code)
    rows = await store.of_sign(tx, code, [place.id])
    row = rows[0] if rows else None
    now = _now(sign, run, row, (), at)
    standing = Standing(
        place.name, now.value, now.top, now.bottom, now.n, now.level,
        *((row["mean"], row["sd"], row["samples"]) if row else (None, None, 0)),
    )  # fmt: skip
    history = await store.history(tx, code, place.id, since, until, MOST_POINTS)
    before = await store.value_at(tx, code, place.id, compared(sign, at, zone, year=False))
    year = await store.value_at(tx, code, place.id, compared(sign, at, zone, year=True))
    return Detail(
        now, _explained(sign, now, standing, zone), z_of(standing), standing.mean, standing.sd, standing.samples,
        before, year, [Point(one["at"], one["value"], one["level"]) for one in history],
        await store.actions(tx, [place.id], code, ACTIONS), run["error"] if run else None,
    )  # fmt: skip


async def parts(tx: Tx, code: str, place: Place, *, level: str | None, tree: Tree, at: datetime) -> list[Part]:
    """Return a sign at the places directly below, or at all places of a level below; the worst first."""
    sign = SCORES[code] if code in SCORES else await one_in_force(tx, code, at)
    if level is None:
        below = list(tree.children.get(place.id, ()))
    else:
        inside = tree.below(place.id) - {place.id}
        below = [one for one in tree.places if one.level == level and one.id in inside]
    found = {row["node"]: row for row in await store.of_sign(tx, code, [one.id for one in below])}
    direction = sign.direction if isinstance(sign, Sign) else "up"
    empty = {"value": None, "top": None, "bottom": None, "n": 0.0, "level": -1}
    rows = [(one, found.get(one.id, empty)) for one in below]
    rows.sort(key=lambda pair: (*_badness(direction, pair[1]), pair[0].name))
    ranks = iter(range(1, len(rows) + 1))
    return [
        Part(one, row["value"], row["top"], row["bottom"], row["n"], row["level"],
             next(ranks) if row["value"] is not None else None)
        for one, row in rows
    ]  # fmt: skip


async def labels(tx: Tx, actor: Actor, rows: Sequence[Behind]) -> dict[str, str]:
    """Return number and title of the cases among these rows that the actor may see."""
    ids = [found for row in rows if row.kind in ("case", "event") and (found := as_id(row.item))]
    try:
        cases = await listing.of_ids(tx, actor, ids) if ids else []
    except Forbidden:
        return {}
    return {str(case.id): f"{case.number} {case.title}" for case in cases}


async def pulse(tx: Tx, place: Place, *, at: datetime) -> list[Scored]:
    """Return the pulse of a place, its dimensions and facets, with how their signs stand."""
    signs = await in_force(tx, at)
    states = {row["sign"]: row for row in await store.of_node(tx, place.id)}
    found = []
    for code, score in SCORES.items():
        row = states.get(code)
        points = await store.history(tx, code, place.id, at - timedelta(days=7), at, 7 * 24)
        found.append(
            Scored(
                score,
                row["value"] if row else None,
                row["level"] if row else -1,
                _counted(score, signs, states, place.level),
                [Point(one["at"], one["value"], one["level"]) for one in points],
            )
        )
    return found


def _counted(score: Score, signs: Mapping[str, Sign], states: Mapping[str, Any], level: str) -> list[int]:
    counts = [0, 0, 0, 0, 0]
    for code, sign in signs.items():
        if level in sign.levels and (score.kind == "pulse" or getattr(sign, score.kind) == score.name):
            counts[states[code]["level"] if code in states else -1] += 1
    return counts


def _now(
    sign: Sign,
    run: Mapping[str, Any] | None,
    row: Mapping[str, Any] | None,
    spark: Sequence[float | None],
    at: datetime,
) -> Now:
    if run is None:
        return Now(sign, "unconnected" if sign.external else "waiting", None, None)
    state = "late" if run["state"] == "live" and at - run["at"] > STALE else run["state"]
    if row is None or state == "unconnected":
        return Now(sign, state, run["at"], run["as_of"], spark=spark)
    return Now(
        sign, state, run["at"], run["as_of"], row["value"], row["top"], row["bottom"], row["n"], row["level"],
        row["since"], spark,
    )  # fmt: skip


def _explained(sign: Sign, now: Now, standing: Standing, zone: ZoneInfo) -> str:
    if now.state == "unconnected":
        return f"“{sign.name_zh}”的数据来源{f'（{sign.external}）' if sign.external else ''}未接入。"
    if now.state == "waiting":
        return "尚未计算。"
    said = explain(sign, standing, as_of=now.as_of or now.at, zone=zone)
    return said + {"late": "数据延迟。", "failed": "本次计算失败，所示为上一次的数值。"}.get(now.state, "")


def _badness(direction: str, row: Mapping[str, Any]) -> tuple[Any, ...]:
    value = row["value"]
    if value is None:
        return (1, 0, 0.0)
    return (0, -row["level"], value if direction == "up" else -value)
