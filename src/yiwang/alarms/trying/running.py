"""Running a trial: the history, by day and shard, through the kernel under the rules that are tried.

Readings are in the order of their times, so a rule's lateness is left out; contexts and combinations are not looked at.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import numpy as np
import structlog

from yiwang.alarms.driving.fencing import with_derived
from yiwang.alarms.driving.keeping import Bound
from yiwang.alarms.driving.layout import Layout
from yiwang.alarms.driving.shard import changes
from yiwang.alarms.driving.world import World
from yiwang.alarms.kernels.layout import Frame, State, frame, fresh
from yiwang.alarms.model.rules import RuleSet
from yiwang.alarms.store import trials as store
from yiwang.alarms.trying.asking import check_span
from yiwang.alarms.trying.counting import Past, Tally, Watch
from yiwang.base.errors import Refusal
from yiwang.db import Database
from yiwang.sensing.readings import SHARD_SIZE
from yiwang.sensing.readings.shelf import Shelf, days_between

EVERY = 3.0  # seconds between two looks for a trial
DEAD = timedelta(seconds=120)
_DAY = 86_400_000  # ms
_STEP = 262_144  # readings of one step
Progress = Callable[[float], Awaitable[bool]]
log = structlog.get_logger()


async def try_rules(
    database: Database,
    shelf: Shelf,
    rules: RuleSet,
    since: datetime,
    until: datetime,
    *,
    jurisdiction: UUID | None = None,
    progress: Progress | None = None,
) -> dict[str, Any] | None:
    """Return what rules would have raised over the history of a span; None when `progress` said to stop."""
    check_span(since, until)
    rules = _timely(rules)
    world = World()
    async with database.tx() as tx:
        await world.pretend(tx, rules)
        tried = {rule.code for rule in rules.rules}
        really = [row for row in await store.raised(tx, since, until) if row["rule"] in tried]
        judged = await store.judged(tx, since, until, [rule.code for rule in rules.rules], jurisdiction)
    span = _ms(since), _ms(until)
    days = days_between(*span)
    parts = sorted(part for part in await asyncio.to_thread(shelf.parts) if part[0] in set(days))
    tally = Tally(past=_past(judged))
    held: dict[int, tuple[Layout, Bound, State]] = {}
    for number, (day, shard) in enumerate(parts):
        if shard not in held:
            held[shard] = await asyncio.to_thread(_begun, world, shard, jurisdiction)
        layout, bound, state = held[shard]
        held[shard] = (
            layout,
            bound,
            await asyncio.to_thread(_day, shelf, (day, shard), span, layout, bound, state, tally),
        )
        if progress and not await progress((number + 1) / len(parts)):
            return None
    async with database.tx() as tx:
        names = await store.names(tx, list(tally.named))
    return tally.result(really) | {"names": names}


async def work(database: Database, data_dir: Path) -> None:
    """Run the trials that are asked for, one after the other, until cancelled."""
    shelf = Shelf(data_dir / "lake")
    while True:
        async with database.tx() as tx:
            row = await store.claim(tx, tx.at - DEAD)
        if row is None:
            await asyncio.sleep(EVERY)
            continue
        await _run(database, shelf, row)


async def _run(database: Database, shelf: Shelf, row: Mapping[str, Any]) -> None:
    async def progress(done: float) -> bool:
        async with database.tx() as tx:
            return await store.beat(tx, row["id"], done)

    try:
        found = await try_rules(
            database,
            shelf,
            RuleSet.model_validate(row["rules"]),
            row["since"],
            row["until"],
            jurisdiction=row["jurisdiction_id"],
            progress=progress,
        )
    except (Refusal, OSError, ValueError) as error:
        log.warning("a trial of rules failed", trial=str(row["id"]), error=repr(error))
        async with database.tx() as tx:
            await store.fail(tx, row["id"], str(error))
        return
    if found is not None:
        async with database.tx() as tx:
            store.finish(tx, row["id"], found)


def _past(rows: Sequence[Mapping[str, Any]]) -> dict[Watch, list[Past]]:
    found: dict[Watch, list[Past]] = {}
    for row in rows:
        one = Past(_ms(row["raised_at"]), _ms(row["ended_at"]), row["true"])
        found.setdefault((row["device_id"], row["rule"], row["condition"]), []).append(one)
    return found


def _timely(rules: RuleSet) -> RuleSet:
    """Return rules that take readings as they come: the history is in order."""
    return rules.model_copy(
        update={"rules": tuple(rule.model_copy(update={"lateness_s": 0.0}) for rule in rules.rules)}
    )


def _begun(world: World, shard: int, jurisdiction: UUID | None) -> tuple[Layout, Bound, State]:
    layout = world.layouts({shard: 0}, jurisdiction)[shard]
    bound = world.bound(layout)
    return layout, bound, fresh(bound.plans)


def _day(
    shelf: Shelf,
    part: tuple[str, int],
    span: tuple[int, int],
    layout: Layout,
    bound: Bound,
    state: State,
    tally: Tally,
) -> State:
    """Step one day of a shard and count what comes out."""
    from yiwang.alarms.kernels.step import step  # noqa: PLC0415 - compiles, and needed by who tries only

    columns = shelf.columns(part)
    keep = (columns.time >= span[0]) & (columns.time < span[1])
    keep &= columns.series % SHARD_SIZE < len(layout.series)
    order = np.flatnonzero(keep)
    order = order[np.argsort(columns.time[order], kind="stable")]
    tally.readings += order.size
    if tally.past:
        days = np.unique(np.stack((columns.series[order], columns.time[order] // _DAY)), axis=1).T.tolist()
        for series, day in days:
            known = layout.device_of(series)
            if known is not None:
                tally.hear(day, (known.id,))
    for start in range(0, order.size, _STEP):
        some = columns.take(order[start : start + _STEP])
        piece: Frame = frame(some.series % SHARD_SIZE, some.time, some.value, some.quality)
        piece = with_derived(piece, bound.fences) if bound.fences else piece
        state, alarms = step(state, bound.plans, piece, int(some.time[-1]))
        for change in changes(alarms, bound.plans, layout.shard):
            known = layout.device_of(change.series)
            if known is not None:
                tally.add(change, known)
    return state


def _ms(at: datetime) -> int:
    return round(at.timestamp() * 1000)
