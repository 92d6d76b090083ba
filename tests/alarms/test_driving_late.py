"""How late a reading may come says its class, unless the rule does."""

import random
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from tests.alarms.driven import ACTOR, ROOM, START, alarms, found, moment, send
from tests.alarms.oracle import Oracle
from yiwang.alarms.driving.driver import Driver
from yiwang.alarms.model.conditions import Condition
from yiwang.alarms.model.rules import Rule, RuleSet
from yiwang.base.clock import FixedClock
from yiwang.db import Database
from yiwang.definitions import publish
from yiwang.sensing.classes import CLASS, DeviceClass, Metric
from yiwang.sensing.readings.inlet import Inlet
from yiwang.sensing.readings.model import of

pytestmark = pytest.mark.anyio
TWICE = (Condition(code="high", kind="above", severity="red", bound=2.0, clear=1.0, count=2),)
RULES = RuleSet(
    rules=(
        Rule(code="waits", device_class="T", metric="m0", conditions=TWICE),
        Rule(code="now", device_class="T", metric="m1", conditions=TWICE, lateness_s=0.0),
    )
)
SECOND = 1000


@pytest.fixture
async def inlet(database: Database) -> AsyncIterator[Inlet]:
    async with Inlet(database) as opened:
        yield opened


async def test_a_reading_within_the_lateness_of_its_class_is_judged_in_order_and_a_later_one_is_not(
    database: Database, clock: FixedClock, inlet: Inlet
) -> None:
    clock.at = moment(START)
    await found(database, RULES, 2, metrics=2, lateness_s=20)
    driver = Driver(database)
    first, second = 0, ROOM  # one series of each device

    async def sent(series: int, time: int, value: float, at: int) -> None:
        await send(inlet, clock, of([series], [START + time * SECOND], [value]), START + at * SECOND)
        await driver.round()

    for series in (first, second):
        await sent(series, 1, 3.0, 3)
        await sent(series, 3, 3.0, 3)
    await sent(first, 2, 0.0, 17)  # 15 seconds late: it stands between the two, and they are no row
    assert await alarms(database) == []
    clock.at = moment(START + 25 * SECOND)
    await driver.round()
    await sent(second, 2, 0.0, 27)  # 25 seconds late: the row is there already
    clock.at = moment(START + 60 * SECOND)
    await driver.round()
    assert [row[:5] for row in await alarms(database)] == [(second, "waits", "high", "firing", START + 3 * SECOND)]


async def test_a_rule_that_says_zero_waits_for_nothing_and_a_class_that_no_longer_waits_is_followed(
    database: Database, clock: FixedClock, inlet: Inlet
) -> None:
    clock.at = moment(START)
    await found(database, RULES, 1, metrics=2, lateness_s=300)
    driver = Driver(database)
    both = of([0, 1, 0, 1], [START + time for time in (1, 1, 2, 2)], [3.0] * 4)
    await send(inlet, clock, both, START + SECOND)
    await driver.round()
    assert [row[1] for row in await alarms(database)] == ["now"]
    kind = DeviceClass(
        code="T", name="测试", protocol="HTTP", period_s=60, offline_after_s=10**8, lifetime_years=9,
        maintenance_days=9, metrics=(Metric(code="m0", name="量0"), Metric(code="m1", name="量1")),
    )  # fmt: skip
    async with database.tx() as tx:
        await publish(tx, ACTOR, CLASS, [kind], valid_from=clock.at + timedelta(seconds=1), at=tx.at)
    for seconds in (3, 5):
        clock.at = moment(START + seconds * SECOND)
        await driver.round()
    assert sorted(row[1] for row in await alarms(database)) == ["now", "waits"]


@pytest.mark.parametrize("seed", [3, 4])
async def test_late_readings_of_any_age_raise_what_the_oracle_says(
    database: Database, clock: FixedClock, inlet: Inlet, seed: int
) -> None:
    clock.at = moment(START)
    await found(database, RULES, 1, metrics=2, lateness_s=10)
    driver, chance = Driver(database, keep_every=0.0), random.Random(seed)
    oracles = [Oracle(rule, class_lateness_s=10) for rule in RULES.rules]
    now = START
    for _ in range(60):
        now += chance.choice([200, 900, 2_500, 6_000])
        times = [now - chance.choice([0, 1, 4_000, 9_000, 12_000, 30_000]) for _ in oracles]
        values = [float(chance.choice([0, 3, 3])) for _ in oracles]
        await send(inlet, clock, of([0, 1], times, values), now)
        for oracle, time, value in zip(oracles, times, values, strict=True):
            oracle.arrive(now, (time, value))
        await driver.round()
    now += 60_000
    clock.at = moment(now)
    await driver.round()
    for oracle in oracles:
        oracle.arrive(now)
    rows = [(row[1], row[4]) for row in await alarms(database)]
    told = [(one.rule.code, time) for one in oracles for _, kind, time in one.alarms if kind == "raised"]
    assert sorted(rows) == sorted(told)
    assert {rule for rule, _ in rows} == {"waits", "now"}
