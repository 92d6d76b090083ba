"""The life of the city: readings on time and in range, as many reports as the sources say, handlers like people."""

import asyncio
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import httpx
import numpy as np
import pytest
from tests.demo.keys import make
from tests.serving import Served

from yiwang.base.clock import SystemClock
from yiwang.demo.client import Client
from yiwang.demo.life.handlers import deed, judgement, minutes
from yiwang.demo.life.running import ZONE, Life
from yiwang.demo.life.sensors import DAY, Kind, Sensors, plans
from yiwang.demo.life.sources import SOURCES, Talk, rhythm
from yiwang.demo.world import Place

PLACE = [Place("云桐路", 121.401, 31.241, "310107005001")]


def sensors(faults_a_day: float = 0.0, size: int = 400) -> Sensors:
    """Devices of a class with two metrics that report every ten minutes."""
    low, high = np.array([0.0, 20.0]), np.array([0.0, 80.0])
    kind = Kind("XX", 600.0, ("fire", "level"), low, high, faults_a_day, {"fire": 1.0}, 12.0)
    made = Sensors(kind, np.array([f"xx-{n}" for n in range(size)]), np.random.default_rng(3))
    made.begin(0.0)
    return made


def test_each_device_that_is_not_silent_sends_once_a_period_and_in_range() -> None:
    made = sensors()
    sent = [part for turn in range(1, 301) for part in made.send(turn * 2.0, 2.0)]
    counts = Counter(name for part in sent if part["m"] == "level" for name in part["d"])
    assert set(counts.values()) == {1}
    assert len(counts) == 400 - made.silent.sum() > 350
    assert all(20 < value < 80 for part in sent if part["m"] == "level" for value in part["v"])
    assert {value for part in sent if part["m"] == "fire" for value in part["v"]} == {0.0}


def test_a_fault_is_told_at_once_and_ends() -> None:
    made = sensors(faults_a_day=DAY / 10)
    first = made.send(1.0, 20.0)
    told = [v for part in first if part["m"] == "fire" for v in part["v"]]
    assert 1 <= sum(told) <= 8
    quiet = sensors()
    quiet.faulty_until[:] = 1.0
    assert not any(v for part in quiet.send(2000.0, 2.0) if part["m"] == "fire" for v in part["v"])


def test_a_day_has_as_many_reports_as_the_sources_and_nights_are_quiet() -> None:
    day = datetime(2026, 11, 18, tzinfo=ZONE)  # a Wednesday
    hours = [day + timedelta(hours=hour) for hour in range(24)]
    total = sum(rhythm(source, at) / 24 for source in SOURCES for at in hours)
    assert total == pytest.approx(4700 - 470, rel=0.01)  # the rest are sensors'
    patrol = SOURCES[0]
    assert rhythm(patrol, hours[2]) < rhythm(patrol, hours[14]) / 4
    assert rhythm(patrol, datetime(2026, 11, 21, 14, tzinfo=ZONE)) < rhythm(patrol, hours[14])


def test_staff_are_late_forget_and_do_it_badly() -> None:
    chance = np.random.default_rng(5)
    waits = [minutes("to_receive", False, chance) for _ in range(4000)]
    gone = sum(wait is None for wait in waits) / 4000
    assert 0.03 < gone < 0.06
    kept = [wait for wait in waits if wait is not None]
    assert 10 < np.median(kept) < 18
    assert minutes("closed", False, chance) is None
    steps = Counter(deed("to_receive", chance).step for _ in range(2000))
    assert 20 < steps["return"] < 120
    failed = sum(deed("to_check", chance).body.get("passed") is False for _ in range(2000))
    assert 30 < failed < 140


@pytest.fixture(name="key")
def _key(served: Served) -> Iterator[str]:
    yield asyncio.run(make(served, "supervisor", "intake", "gateway"))


def test_every_source_speaks_so_that_its_door_understands(served: Served, key: str) -> None:
    talk = Talk(PLACE, np.random.default_rng(4))
    mark = datetime.now(UTC).timestamp()
    with Client(served.base_url, key) as client:
        for number, source in enumerate(SOURCES):
            path, body = source.form(talk.say(f"life-{mark}-{number}"))
            client.post(path, body)


def test_staff_carry_cases_on(served: Served, key: str) -> None:
    async def lived() -> Life:
        headers = {"Authorization": f"Bearer {key}"}
        async with httpx.AsyncClient(base_url=served.base_url, headers=headers, timeout=60) as http:
            chance = np.random.default_rng(6)
            life = Life(http, SystemClock(), Talk(PLACE, chance), [], chance, speed=1e9, scale=0.0)
            stop = asyncio.Event()
            running = asyncio.create_task(life.run(stop))
            while sum(life.told[step] for step in ("dispatch", "receive", "handle", "check", "close")) < 3:
                await asyncio.sleep(0.05)
                assert not running.done()
            stop.set()
            await running
            return life

    told = asyncio.run(asyncio.wait_for(lived(), 90)).told
    assert not told["not reached"]


def test_what_machines_raise_is_judged_and_some_of_it_was_nothing() -> None:
    chance = np.random.default_rng(8)
    sensed = Counter(judgement("sensed", 0.4, chance).body["verdict"] for _ in range(2000))
    assert sensed["true"] == pytest.approx(1200, abs=90)
    assert set(sensed) == {"true", "false", "test", "fault"}
    seen = Counter(judgement("seen", 0.4, chance).step for _ in range(2000))
    assert seen["refuse"] == pytest.approx(240, abs=60)
    assert set(seen) == {"admit", "refuse"}


def test_the_share_of_nothing_follows_from_the_plans_of_the_classes() -> None:
    classes = [{"planned_cases_a_day": 60, "planned_false_pct": 70}, {"planned_cases_a_day": None}]
    assert plans(classes) == [(60.0, 0.7), (0.0, 0.0)]
