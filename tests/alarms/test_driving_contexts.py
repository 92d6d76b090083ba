"""Contexts hold rules back and let them go; a device that says nothing is an alarm; positions are judged by fences."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
import shapely

from tests.alarms.driven import ACTOR, ROOM, START, add, alarms, device, facts, found, moment, send
from yiwang.alarms.driving.driver import Driver
from yiwang.alarms.model.conditions import Condition
from yiwang.alarms.model.rules import Fence, Rule, RuleSet
from yiwang.alarms.rules.contexts import end_context, set_context
from yiwang.alarms.rules.declaring import publish_rules
from yiwang.base.clock import FixedClock
from yiwang.db import Database
from yiwang.definitions import publish
from yiwang.sensing.classes import CLASS, DeviceClass, Metric
from yiwang.sensing.readings.inlet import Inlet
from yiwang.sensing.readings.model import of

pytestmark = pytest.mark.anyio
HIGH = Condition(code="high", kind="above", severity="red", bound=2.0)


@pytest.fixture
async def inlet(database: Database) -> AsyncIterator[Inlet]:
    async with Inlet(database) as opened:
        yield opened


def ruled(**more: object) -> RuleSet:
    return RuleSet(rules=(Rule(code="r0", device_class="T", metric="m0", conditions=(HIGH,), **more),))


async def open_context(database: Database, code: str, number: int, until: int | None = None) -> object:
    async with database.tx() as tx:
        return await set_context(
            tx, ACTOR, code, begins=moment(START), ends=None if until is None else moment(until), at=tx.at,
            device=device(number), reason="岁修",
        )  # fmt: skip


async def test_what_a_context_forbids_is_raised_when_it_ends_and_only_if_it_still_stands(
    database: Database, clock: FixedClock, inlet: Inlet
) -> None:
    clock.at = moment(START)
    await found(database, ruled(unless=("permit",)), 3)
    await open_context(database, "permit", 0)
    context = await open_context(database, "permit", 1)
    driver = Driver(database)
    await send(inlet, clock, of([0, ROOM, 2 * ROOM], [START + 1] * 3, [3.0] * 3), START + 10)
    await driver.round()
    assert [row[0] for row in await alarms(database)] == [2 * ROOM]
    # One is well again before its permit ends: nobody hears of it. A new driver remembers the other.
    await send(inlet, clock, of([0], [START + 2000], [1.0]), START + 2000)
    await driver.round()
    await driver.close()
    clock.at = moment(START + 6000)
    async with database.tx() as tx:
        await end_context(tx, ACTOR, context, at=moment(START + 5000))  # type: ignore[arg-type]
    driver = Driver(database)
    await driver.round()
    assert [(row[0], row[4]) for row in await alarms(database)] == [(2 * ROOM, START + 1), (ROOM, START + 6000)]
    await send(inlet, clock, of([ROOM], [START + 7000], [1.0]), START + 7000)
    await driver.round()
    assert [row[3] for row in await alarms(database)] == ["firing", "resolved"]
    assert len(await facts(database)) == 3


async def test_a_rule_for_one_context_alone_is_silent_without_it_and_a_drill_is_marked(
    database: Database, clock: FixedClock, inlet: Inlet
) -> None:
    clock.at = moment(START)
    await found(database, ruled(only=("drill",)), 2)
    await open_context(database, "drill", 0, START + 60_000)
    driver = Driver(database)
    await send(inlet, clock, of([0, ROOM], [START + 1] * 2, [3.0] * 2), START + 10)
    await driver.round()
    async with database.tx() as tx:
        rows = await tx.rows("SELECT series, drill, contexts FROM alarms.alarm")
        told = await tx.rows("SELECT drill FROM ledger.fact WHERE type = 'alarm.raised'")
    assert rows == [{"series": 0, "drill": True, "contexts": ["drill"]}]
    assert told == [{"drill": True}]


async def test_a_device_that_says_nothing_is_raised_once_and_ends_with_its_next_reading(
    database: Database, clock: FixedClock, inlet: Inlet
) -> None:
    clock.at = moment(START)
    await found(database, RuleSet(), 2, offline_s=100)
    driver = Driver(database)
    await driver.round()
    await send(inlet, clock, of([0, 1, ROOM], [START, START + 1000, START], [1.0] * 3), START + 1000)
    await driver.round()
    for seconds in (50, 99, 100):
        clock.at = moment(START + seconds * 1000)
        await driver.round()
    assert await alarms(database) == []
    # 100 s after the last reading of any of its metrics, however late somebody looked.
    await send(inlet, clock, of([ROOM], [START + 150_000], [1.0]), START + 150_000)
    await driver.round()
    await driver.round()
    assert await alarms(database) == [(0, "offline", "silent", "firing", START + 101_000, None, 0)]
    async with database.tx() as tx:
        rows = await tx.rows("SELECT code, online, seen_at FROM sensing.device ORDER BY code")
    assert [(row["code"], row["online"]) for row in rows] == [("d0", False), ("d1", True)]
    assert rows[0]["seen_at"] == moment(START) + timedelta(seconds=1)
    await driver.close()
    driver = Driver(database)
    await send(inlet, clock, of([2], [START + 160_000], [1.0]), START + 160_000)
    await driver.round()
    rows2 = await alarms(database)
    assert [(row[3], row[5]) for row in rows2] == [("resolved", START + 160_000)]


async def test_what_a_device_kept_back_ends_its_silence_no_earlier_than_it_began(
    database: Database, clock: FixedClock, inlet: Inlet
) -> None:
    clock.at = moment(START)
    await found(database, RuleSet(), 1, offline_s=100)
    driver = Driver(database)
    await send(inlet, clock, of([0], [START], [1.0]), START + 10)
    await driver.round()
    clock.at = moment(START + 120_000)
    await driver.round()
    assert [row[3:5] for row in await alarms(database)] == [("firing", START + 100_000)]
    await send(inlet, clock, of([0], [START + 60_000], [1.0]), START + 130_000)
    await driver.round()
    assert [(row[3], row[5]) for row in await alarms(database)] == [("resolved", START + 100_000)]


async def test_a_position_outside_of_its_fence_is_a_derived_reading_that_rules_judge(
    database: Database, clock: FixedClock, inlet: Inlet
) -> None:
    clock.at = moment(START)
    feature = device(99)
    out = Condition(code="out", kind="above", severity="orange", bound=1.0, count=2)
    fence = Fence(code="yard", device_class="V", feature=feature, side="outside", metric="outside")
    rule = Rule(code="yard", device_class="V", metric="outside", conditions=(out,))
    metrics = (
        Metric(code="lon", name="经度", kind="longitude"),
        Metric(code="lat", name="纬度", kind="latitude"),
        Metric(code="outside", name="越界", kind="flag"),
    )
    kind = DeviceClass(
        code="V", name="车", protocol="JT808", period_s=30, offline_after_s=10**8, lifetime_years=9,
        maintenance_days=9, metrics=metrics,
    )  # fmt: skip
    since = moment(START) - timedelta(days=9)
    async with database.tx() as tx:
        await publish(tx, ACTOR, CLASS, [kind], valid_from=since, at=tx.at)
        await add(tx, [0, 1], ["lon", "lat", "outside"], kind="V")
        tx.put(
            """INSERT INTO places.feature (id, feature, kind, code, name, version, source, west, south, east, north,
                wkb, recorded) VALUES (%s, %s, 'block', 'y', '', 1, 't', 121.4, 31.2, 121.5, 31.3, %s, %s)""",
            (feature, feature, shapely.box(121.4, 31.2, 121.5, 31.3).wkb, tx.at),
        )
        await publish_rules(tx, ACTOR, RuleSet(rules=(rule,), fences=(fence,)), valid_from=since, at=tx.at)
    driver = Driver(database)
    for second, lon in ((1, 121.45), (2, 121.51), (3, 121.52), (4, 121.45)):
        at = START + second * 1000
        series, values = [0, 1, ROOM, ROOM + 1], [lon, 31.25, 121.45, 31.25]
        await send(inlet, clock, of(series, [at] * 4, values), at)
        await driver.round()
        if second == 2:  # another goes on in the middle of a row
            await driver.close()
            driver = Driver(database)
    assert await alarms(database) == [(2, "yard", "out", "resolved", START + 3000, START + 4000, 0)]


async def test_a_retired_device_leaves_no_alarm_behind(database: Database, clock: FixedClock, inlet: Inlet) -> None:
    clock.at = moment(START)
    await found(database, ruled(), 1, offline_s=100)
    driver = Driver(database)
    await send(inlet, clock, of([0], [START + 1], [3.0]), START + 10)
    await driver.round()
    clock.at = moment(START + 1_200_000)
    await driver.round()
    assert [row[1] for row in await alarms(database)] == ["r0", "offline"]
    async with database.tx() as tx:
        tx.put("UPDATE sensing.registry SET edition = edition + 1")
        tx.put("UPDATE sensing.device SET state = 'retired', edition = (SELECT edition FROM sensing.registry)")
    clock.at = moment(START + 1_300_000)
    await driver.round()
    await driver.round()
    assert [row[3] for row in await alarms(database)] == ["resolved", "resolved"]
