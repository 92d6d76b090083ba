"""One computation: all signs at all places as of a moment, their levels, scores, states and points of the history."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from yiwang import definitions
from yiwang.db import Database
from yiwang.signs.aggregating import Formula, Sums, Taken, aggregate
from yiwang.signs.levelling import judge, score
from yiwang.signs.model import PERIODS, SIGN, Sign, window
from yiwang.signs.model.tree import Tree
from yiwang.signs.pacing import in_turn
from yiwang.signs.points import KEPT, Answers, notes, rows, score_rows
from yiwang.signs.store import computing as store
from yiwang.signs.usual import usual

LATE_LEAST = timedelta(minutes=30)


@dataclass(frozen=True)
class Means:
    """What a computation works with: `prepare` brings the sources up to now, `open_taken` opens them as of a moment."""

    open_taken: Callable[[datetime], AbstractContextManager[Taken]]
    formulas: Mapping[str, Formula]
    zone: ZoneInfo
    rows_folder: Path | None = None
    prepare: Callable[[datetime], Awaitable[object]] | None = None


@dataclass
class Computed:
    """What a computation did: seconds of each stage, signs that failed, rows written, whether it is the latest."""

    at: datetime
    signs: int
    places: int
    rows: int = 0
    latest: bool = True
    failed: dict[str, str] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)


async def compute(
    database: Database, means: Means, tree: Tree, *, at: datetime, only: Collection[str] | None = None
) -> Computed:
    """Compute the signs as of a moment (`only` some of them) and write what changed, in one transaction.

    A moment before the last computation adds to the history and leaves the states alone.
    """
    begun = time.perf_counter()
    if means.prepare is not None:
        await means.prepare(at)
    async with database.tx() as tx:
        versions = await definitions.as_of(tx, SIGN, tx.at)  # the past is measured as of today
        signs = [one.body for one in versions if only is None or one.body.code in only]
        means_of = await usual(tx, signs, tree, at, means.zone)
        pushed = await _pushed(tx, signs, at)
        runs, before = await store.runs(tx), await store.levels(tx)
    read = time.perf_counter()
    taken = await in_turn(_take, means, signs, tree, pushed, at)
    done = Computed(at, len(signs), len(tree.places), failed=taken.sums.failed)
    done.seconds = {"read": read - begun, **taken.seconds}
    begun = time.perf_counter()
    latest = all(run["at"] <= at for run in runs.values())
    judged = judge(signs, tree, taken.sums, means_of, before if latest else [], at, taken.young)
    scored = score(signs, tree, judged.level) if only is None else {}
    written = [*rows(signs, tree, taken, judged, runs, means.zone, at), *score_rows(scored, tree, runs, means.zone, at)]
    if not latest:
        written = [row for row in written if row[KEPT] is not None]
    done.seconds["judge"] = time.perf_counter() - begun
    begun = time.perf_counter()
    async with database.tx() as tx:
        store.lock(tx)
        runs = await store.runs(tx)
        done.latest = all(run["at"] <= at for run in runs.values())
        done.rows = await store.keep_states(tx, written)
        if done.latest:
            codes = [*(sign.code for sign in signs if sign.code not in taken.sums.failed), *scored]
            store.renew_states(tx, codes)
            store.note_runs(tx, notes(signs, scored, taken, runs, means.zone, at))
        store.end_incoming(tx)
    done.seconds["write"] = time.perf_counter() - begun
    return done


async def _pushed(
    tx: Any, signs: Sequence[Sign], at: datetime
) -> dict[str, list[tuple[Any, float, float | None, Any]]]:
    """Return what others sent lately for the signs that have no source of ours."""
    external = {sign.code: sign for sign in signs if sign.external}
    found: dict[str, list[tuple[Any, float, float | None, Any]]] = {}
    if not external:
        return found
    for row in await store.pushed(tx, list(external), at - timedelta(days=93), at):
        if row["recorded"] > at - 3 * PERIODS[external[row["sign"]].period]:
            found.setdefault(row["sign"], []).append((row["node"], row["top"], row["bottom"], row["recorded"]))
    return found


def _take(
    means: Means, signs: Sequence[Sign], tree: Tree, pushed: Mapping[str, Sequence[tuple[Any, ...]]], at: datetime
) -> Answers:
    begun = time.perf_counter()
    if means.rows_folder is not None:
        means.rows_folder.mkdir(parents=True, exist_ok=True)
    with means.open_taken(at) as taken:
        opened = time.perf_counter()
        sent = {code: [row[:3] for row in rows] for code, rows in pushed.items()}
        sums = aggregate(taken, means.formulas, signs, tree, pushed=sent, rows_folder=means.rows_folder)
        as_of: dict[str, datetime | None] = {}
        state: dict[str, str] = {}
        for sign in signs:
            as_of[sign.code] = _as_of(taken, sign, pushed)
            state[sign.code] = _state(taken, sign, means.formulas, pushed, sums, as_of[sign.code], at)
        young = _young(taken, signs, at)
    seconds = {"open": opened - begun, "formulas": time.perf_counter() - opened}
    return Answers(sums, as_of, state, seconds, young)


def _young(taken: Taken, signs: Sequence[Sign], at: datetime) -> frozenset[str]:
    """Return the signs that know less than a window: half a window is not judged like a whole one."""
    since = {name: taken.since(name) for sign in signs for name in sign.sources}
    return frozenset(
        sign.code
        for sign in signs
        if any((began := since[name]) and began > window(sign.period, at)[0] for name in sign.sources)
    )


def _as_of(taken: Taken, sign: Sign, pushed: Mapping[str, Sequence[tuple[Any, ...]]]) -> datetime | None:
    """Return up to when a sign's sources know: the one that knows least."""
    if sign.code in pushed:
        newest: datetime = max(row[3] for row in pushed[sign.code])
        return newest
    if sign.external or not all(taken.connected(name) for name in sign.sources):
        return None
    return min((known for name in sign.sources if (known := taken.as_of(name))), default=None)


def _state(
    taken: Taken,
    sign: Sign,
    formulas: Mapping[str, Formula],
    pushed: Mapping[str, Any],
    sums: Sums,
    as_of: datetime | None,
    at: datetime,
) -> str:
    if sign.code in sums.failed:
        return "failed"
    if sign.code not in pushed and (
        sign.code not in formulas or sign.external or not all(taken.connected(name) for name in sign.sources)
    ):
        return "unconnected"
    late = as_of is not None and at - as_of > max(2 * PERIODS[sign.period], LATE_LEAST)
    return "late" if late else "live"
