"""Rules tried over the history say what the driver raised by them; a trial is a job with its progress."""

import asyncio
import random
from collections.abc import AsyncIterator
from pathlib import Path
from uuid import UUID

import pytest

from tests.alarms.driven import ACTOR, ROOM, START, alarms, device, found, moment, send
from yiwang.alarms.driving.driver import Driver
from yiwang.alarms.model.conditions import Condition
from yiwang.alarms.model.rules import Rule, RuleSet
from yiwang.alarms.trying import ask, cancel, trial, try_rules, work
from yiwang.base.clock import FixedClock
from yiwang.base.errors import Conflict, Invalid
from yiwang.db import Database
from yiwang.sensing.readings.history import HistoryWriter
from yiwang.sensing.readings.inlet import Inlet
from yiwang.sensing.readings.model import of

pytestmark = pytest.mark.anyio
DAY = 86_400_000


def ruled(bound: float) -> RuleSet:
    high = Condition(code="high", kind="above", severity="red", bound=bound, clear=0.5)
    return RuleSet(rules=(Rule(code="r0", device_class="T", metric="m0", conditions=(high,), lateness_s=5.0),))


@pytest.fixture
async def story(database: Database, clock: FixedClock, tmp_path: Path) -> AsyncIterator[HistoryWriter]:
    """Three days of five devices, driven under one rule, and copied to the lake."""
    clock.at = moment(START)
    await found(database, ruled(2.0), 5)
    chance, driver = random.Random(4), Driver(database)
    async with Inlet(database) as inlet:
        for hour in range(1, 40):
            at = START + hour * 3_600_000
            values = [float(chance.choice([0, 1, 2, 3])) for _ in range(5)]
            await send(inlet, clock, of([n * ROOM for n in range(5)], [at] * 5, values), at)
            await driver.round()
    clock.at = moment(START + 41 * 3_600_000)
    await driver.round()
    writer = HistoryWriter(tmp_path / "lake", UUID(int=5), every=0)
    await writer.catch_up(database)
    yield writer


async def judged(database: Database) -> int:
    """A person found that what was raised by a 3 was true; return how many."""
    async with database.tx() as tx:
        return await tx.count(
            """WITH new AS (INSERT INTO alarms.verdict (alarm_id, device_id, class_code, rule, condition, value,
                verdict, raised_at, judged_at, judged_by) SELECT id, device_id, class_code, rule, condition, value,
                CASE WHEN value >= 3 THEN 'true' ELSE 'false' END, raised_at, raised_at, device_id
            FROM alarms.alarm RETURNING verdict) SELECT FROM new WHERE verdict = 'true'"""
        )


async def test_a_trial_of_the_rules_in_force_finds_what_was_raised_and_others_something_else(
    database: Database, clock: FixedClock, story: HistoryWriter, tmp_path: Path
) -> None:
    span = moment(START), moment(START + 3 * DAY)
    told = await try_rules(database, story.shelf, ruled(2.0), *span)
    rows = await alarms(database)
    assert told is not None and rows
    assert (told["readings"], told["raised"], told["devices"]) == (39 * 5, len(rows), 5)
    assert told["rules"][0]["really"] == len(rows)
    by_device = {one["device_id"]: one["raised"] for one in told["noisiest"]}
    assert by_device == {str(device(n)): sum(row[0] == n * ROOM for row in rows) for n in range(5)}
    assert sum(one["raised"] for one in told["days"]) == len(rows)
    first = min(rows, key=lambda row: (row[4], row[0]))
    assert told["examples"][0]["at"] == moment(first[4]).isoformat()
    assert told["judged"] == [] and set(told["names"]) == set(by_device)
    true = await judged(database)
    fewer = await try_rules(database, story.shelf, ruled(3.0), *span)
    assert fewer is not None and 0 < fewer["raised"] < told["raised"]
    counts = fewer["judged"][0]
    assert (counts["unheard"], fewer["really"]) == (0, len(rows))
    assert (counts["kept_true"], counts["lost_true"]) == (true, 0)  # some others stood while a 3 came
    assert counts["kept_false"] + counts["removed_false"] == len(rows) - true and counts["removed_false"] > 0
    assert await alarms(database) == rows  # nothing was switched on
    nowhere = await try_rules(database, story.shelf, ruled(2.0), *span, jurisdiction=UUID(int=9))
    assert nowhere is not None and nowhere["raised"] == 0


async def test_a_trial_that_is_asked_for_is_run_by_the_worker_and_one_can_be_stopped(
    database: Database, clock: FixedClock, story: HistoryWriter, tmp_path: Path
) -> None:
    span = moment(START), moment(START + 3 * DAY)
    async with database.tx() as tx:
        one = await ask(tx, ACTOR, ruled(2.0), *span, at=tx.at)
        other = await ask(tx, ACTOR, ruled(3.0), *span, at=tx.at)
        with pytest.raises(Invalid):
            await ask(tx, ACTOR, ruled(2.0), span[1], span[0], at=tx.at)
        await cancel(tx, ACTOR, other.id, at=tx.at)
    running = asyncio.create_task(work(database, tmp_path))
    try:
        async with asyncio.timeout(60):
            while True:
                async with database.tx() as tx:
                    seen = await trial(tx, ACTOR, one.id)
                    if seen.state not in ("waiting", "running"):
                        break
                await asyncio.sleep(0.02)
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
    assert (seen.state, seen.done, seen.error) == ("done", 1.0, "")
    assert seen.result is not None and seen.result["raised"] == len(await alarms(database))
    async with database.tx() as tx:
        assert (await trial(tx, ACTOR, other.id)).state == "failed"
        with pytest.raises(Conflict):
            await cancel(tx, ACTOR, one.id, at=tx.at)
