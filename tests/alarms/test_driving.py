"""The driver writes what the oracle says, once, whoever goes on after whom."""

import random
from collections.abc import AsyncIterator

import pytest

from tests.alarms.driven import ACTOR, ROOM, START, add, alarms, facts, found, moment, ms, send
from tests.alarms.oracle import Oracle
from yiwang.alarms.driving.driver import Driver
from yiwang.alarms.model.conditions import Condition, Schedule, Window
from yiwang.alarms.model.rules import Rule, RuleSet
from yiwang.alarms.rules.declaring import end_rule
from yiwang.base.clock import FixedClock
from yiwang.db import Database
from yiwang.sensing.readings.inlet import Inlet
from yiwang.sensing.readings.model import of

pytestmark = pytest.mark.anyio
NIGHT = Schedule(code="night", windows=(Window(start="22:00", end="06:00"),))
LATENESS = 20  # s, of the class: of the rules only the third takes it
HIGH = Condition(code="high", kind="above", severity="red", bound=2.0, clear=1.0, count=2)
RULES = RuleSet(
    schedules=(NIGHT,),
    rules=(
        Rule(
            code="r0",
            device_class="T",
            metric="m0",
            lateness_s=0.0,
            conditions=(HIGH, Condition(code="gone", kind="silent", severity="yellow", for_s=40)),
        ),
        Rule(
            code="r1",
            device_class="T",
            metric="m1",
            lateness_s=0.0,
            conditions=(
                Condition(code="low", kind="below", severity="orange", bound=-2.0, latch=True),
                Condition(code="odd", kind="unusual", severity="blue", bound=2.0, floor=0.5, warm=3),
            ),
        ),
        Rule(
            code="r2",
            device_class="T",
            metric="m2",
            conditions=(Condition(code="stuck", kind="stuck", severity="blue", bound=0.0, for_s=5),),
        ),
    ),
)


@pytest.fixture
async def inlet(database: Database) -> AsyncIterator[Inlet]:
    async with Inlet(database) as opened:
        yield opened


def told(declared: RuleSet, readings: list[tuple[int, int, float]], end: int) -> list[tuple[int, str, str, int, int]]:
    """What the oracles raise (series, rule, condition, time, how often again), in order."""
    oracles: dict[int, Oracle] = {}
    for series, time, value in sorted(readings, key=lambda one: one[1]):
        rule = declared.rules[series % ROOM]
        oracle = Oracle(rule, declared.schedules, class_lateness_s=LATENESS)
        oracles.setdefault(series, oracle).read(time, value)
    rows: list[list[object]] = []
    for series, oracle in oracles.items():
        oracle.quiet(end - oracle.lateness)
        standing: dict[str, list[object]] = {}
        for code, kind, time in oracle.alarms:
            if kind == "raised":
                standing[code] = [series, oracle.rule.code, code, time, 0]
                rows.append(standing[code])
            elif kind == "again":
                standing[code][4] = int(str(standing[code][4])) + 1
    return sorted(tuple(row) for row in rows)  # type: ignore[type-var,arg-type]


@pytest.mark.parametrize("seed", [1, 2])
async def test_it_writes_what_the_oracle_says_through_doubles_late_readings_and_restarts(
    database: Database, clock: FixedClock, inlet: Inlet, seed: int
) -> None:
    clock.at = moment(START)
    await found(database, RULES, 4, lateness_s=LATENESS)
    chance = random.Random(seed)
    readings: list[tuple[int, int, float]] = []
    driver = Driver(database, keep_every=chance.choice([0.0, 1000.0]))
    now = START
    late: list[tuple[int, int, float]] = []
    for _ in range(45):
        now += chance.choice([500, 1_000, 4_000, 4_000, 30_000])
        batch = [
            (number * ROOM + metric, now - number, float(chance.choice([-3, 0, 0, 1, 3, 3])))
            for number in range(4)
            for metric in range(3)
            if chance.random() < 0.8
        ]
        readings += batch
        # What has a lateness may come later, and twice; the order within a frame does not matter.
        waiting = [one for one in batch if one[0] % ROOM == 2 and chance.random() < 0.3]
        arriving = [one for one in batch if one not in waiting] + [one for one in late if now - one[1] < 19_000]
        assert all(now - one[1] < 19_000 or one in late for one in arriving)
        readings = [one for one in readings if one not in late or one in arriving]
        late = waiting
        chance.shuffle(arriving)
        doubled = arriving + chance.sample(arriving, len(arriving) // 4)
        await send(inlet, clock, of(*([one[k] for one in doubled] for k in range(3))), now)
        if chance.random() < 0.7:
            await driver.round()
        if chance.random() < 0.2:
            driver = await _next_one(driver, database, clock, chance)
    readings = [one for one in readings if one not in late]
    end = now + 100_000
    clock.at = moment(end)
    while await driver.round():
        pass
    await driver.round()
    rows = await alarms(database)
    found_rows = sorted((row[0], row[1], row[2], row[4], row[6]) for row in rows)
    assert found_rows == told(RULES, readings, end)
    assert [row for row in rows if row[3] == "resolved"], "a story in which nothing ends says little"
    raised = [one for one in await facts(database) if one[0] == "alarm.raised"]
    assert len(raised) == len(rows) + sum(row[6] for row in rows)


async def _next_one(driver: Driver, database: Database, clock: FixedClock, chance: random.Random) -> Driver:
    """Another takes over: after a clean end, or when the lease of one that said nothing more has run out."""
    if chance.random() < 0.5:
        await driver.close()
        return Driver(database, keep_every=chance.choice([0.0, 1000.0]))
    async with database.tx() as tx:
        tx.put("UPDATE sensing.lease SET until = %s WHERE purpose = 'alarms'", (clock.at,))
    return Driver(database, keep_every=chance.choice([0.0, 1000.0]))


async def test_a_device_that_is_added_later_and_a_rule_that_changes_are_followed(
    database: Database, clock: FixedClock, inlet: Inlet
) -> None:
    clock.at = moment(START)
    await found(database, RULES, 1)
    driver = Driver(database)
    await send(inlet, clock, of([0, 0], [START - 2, START - 1], [3.0, 3.0]), START)
    await driver.round()
    async with database.tx() as tx:
        await add(tx, [1], ["m0", "m1", "m2"])
    await send(inlet, clock, of([ROOM, ROOM], [START + 1, START + 2], [3.0, 3.0]), START + 10)
    await driver.round()
    assert [row[:4] for row in await alarms(database)] == [(0, "r0", "high", "firing"), (ROOM, "r0", "high", "firing")]
    async with database.tx() as tx:
        await end_rule(tx, ACTOR, "rules", "r0", valid_to=moment(START + 1500), at=tx.at)
    clock.at = moment(START + 3000)
    await driver.round()
    rows = await alarms(database)
    assert [(row[3], row[5]) for row in rows] == [("resolved", START + 3000)] * 2
    assert ms(clock.at) == START + 3000


async def test_a_latched_alarm_that_a_person_released_begins_anew_with_the_next_breach(
    database: Database, clock: FixedClock, inlet: Inlet
) -> None:
    clock.at = moment(START)
    await found(database, RULES, 1)
    driver = Driver(database)
    for second, value in ((1, -3.0), (2, 0.0)):
        await send(inlet, clock, of([1], [START + second * 1000], [value]), START + second * 1000)
        await driver.round()
    assert [row[3] for row in await alarms(database)] == ["recovered"]
    async with database.tx() as tx:
        tx.put("UPDATE alarms.alarm SET state = 'resolved', resolved_at = %s", (moment(START + 2500),))
    for second, value in ((3, -3.0), (4, 0.0), (5, -3.0)):
        await send(inlet, clock, of([1], [START + second * 1000], [value]), START + second * 1000)
        await driver.round()
    rows = [row for row in await alarms(database) if row[2] == "low"]
    assert [(row[3], row[4], row[6]) for row in rows] == [("resolved", START + 1000, 0), ("firing", START + 3000, 1)]


async def test_two_drivers_share_the_work_and_the_one_that_was_away_too_long_writes_nothing(
    database: Database, clock: FixedClock, inlet: Inlet
) -> None:
    clock.at = moment(START)
    await found(database, RULES, 1)
    old, new = Driver(database), Driver(database)
    await send(inlet, clock, of([0], [START + 1], [3.0]), START + 10)
    await old.round()
    await new.round()
    assert (len(old.shards), len(new.shards)) == (1, 0)
    clock.at = moment(START + 20_000)  # the lease has run out
    await new.round()
    assert len(new.shards) == 1
    await send(inlet, clock, of([0], [START + 20_001], [3.0]), START + 20_010)
    assert await old.round() == 0  # it read the frame too, and was refused
    assert await alarms(database) == []
    assert await new.round() == 1
    await old.round()
    assert len(await alarms(database)) == len([one for one in await facts(database) if one[0] == "alarm.raised"]) == 1
