"""What the city lives by beside: a tour that sees everything, a file the platform understands, waits that end."""

import asyncio
import time
from datetime import UTC, datetime, timedelta
from importlib.resources import files
from math import cos, radians

import httpx
import numpy as np
import pytest

from yiwang.base.clock import FixedClock
from yiwang.cases.hotline import mapping, rules
from yiwang.cases.hotline.rows import RowReader
from yiwang.cases.hotline.tables import read_table
from yiwang.demo.feeds.gauges import earlier
from yiwang.demo.feeds.hotline import HotlineDesk
from yiwang.demo.feeds.turning import Turns, repeat
from yiwang.demo.feeds.walking import EVERY_S, METRES_A_SECOND, Walker, tour
from yiwang.demo.feeds.week import LEAST, week_file
from yiwang.demo.life.sensors import Kind, Sensors
from yiwang.demo.life.sources import Talk
from yiwang.demo.world import Place

NOW = datetime(2026, 11, 18, 2, tzinfo=UTC)
PLACES = [Place("普陀区云桐路137弄4号", 121.401, 31.241, "310107005001")]


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


def chance() -> np.random.Generator:
    return np.random.default_rng(5)


def test_a_tour_comes_by_every_place_once() -> None:
    points = chance().uniform((121.3, 31.2), (121.4, 31.3), (60, 2))
    found = tour(points)
    assert sorted(map(tuple, found.tolist())) == sorted(map(tuple, points.tolist()))
    ways = np.hypot(*np.diff(found, axis=0).T).sum(), np.hypot(*np.diff(points, axis=0).T).sum()
    assert ways[0] < ways[1] / 2


@pytest.mark.anyio
async def test_a_patrol_moves_at_its_pace_and_reaches_all(anyio_backend: str) -> None:
    async with httpx.AsyncClient(base_url="http://127.0.0.1:9") as http:
        route = tour(chance().uniform((121.36, 31.23), (121.38, 31.25), (12, 2)))
        walker = Walker(http, chance(), 1.0, clock=FixedClock(NOW), route=route)
        walker._at, walker._place = NOW, (float(route[0][0]), float(route[0][1]))
        times, points = walker._go(NOW + timedelta(hours=1))
    assert len(times) == 3600 // EVERY_S
    legs = np.diff(np.array(points), axis=0) * (cos(radians(31.24)), 1.0) * 111_195
    assert np.hypot(*legs.T).max() <= METRES_A_SECOND * EVERY_S * 1.01
    near = [np.hypot(*(np.array(points) - aim).T).min() * 111_195 for aim in route]
    assert max(near) < METRES_A_SECOND * EVERY_S


def test_the_week_of_the_hotline_is_a_file_the_platform_understands() -> None:
    data = week_file(Talk(PLACES, chance()), chance(), NOW, 0.01)
    shipped = (files("yiwang.cases.hotline") / "mappings" / "sh12345.toml").read_text(encoding="utf-8")
    declared = mapping.parse(shipped)
    table = read_table(data, delimiter=declared.delimiter, encoding=declared.encoding, sheet=declared.sheet)
    reader = RowReader(declared, rules.shipped())
    orders = [reader.order(table.record(number)) for number in range(len(table.rows))]
    assert len({one.number for one in orders}) == LEAST
    assert all(one.received_at and NOW - timedelta(days=7) <= one.received_at < NOW for one in orders)
    assert {one.called.resolution for one in orders if one.called} <= {"solved", "explained", "unsolved"}
    assert all(one.called and one.called.satisfaction for one in orders)
    assert week_file(Talk(PLACES, chance()), chance(), NOW, 0.01) == data


@pytest.mark.anyio
async def test_an_order_is_seen_to_once_for_each_thing_it_waits_for(anyio_backend: str) -> None:
    async with httpx.AsyncClient(base_url="http://127.0.0.1:9") as http:
        desk = HotlineDesk(http, chance(), 1.0)
        order = {"id": "o", "case_id": "c", "contact": "waiting", "case_state": "handling", "answered_at": None}
        done: set[str] = set()
        for _ in range(3):
            desk._plan({**order, "called_back_at": None}, done)
    assert done == {"contact", "answer"}
    assert len(desk._later) == 2


@pytest.mark.anyio
async def test_what_waits_is_done_in_its_time_and_a_platform_that_is_away_ends_nothing(anyio_backend: str) -> None:
    async with httpx.AsyncClient(base_url="http://127.0.0.1:9", timeout=1) as http:
        turns, did, stop = Turns(http, chance(), 1e9), [], asyncio.Event()

        async def deed() -> None:
            did.append(time.monotonic())
            if len(did) == 2:
                stop.set()
            await turns.send("/api/nothing", {}, "nothing")

        turns.later(1.0, deed)
        turns.later(1.0, deed)
        await asyncio.wait_for(repeat(turns.due, stop, 0.01), 20)
    assert len(did) == 2


def test_earlier_readings_are_the_same_when_they_are_sent_again() -> None:
    kind = Kind("RWQ", 14_400.0, ("do", "nh3n"), np.array([3.0, 0.0]), np.array([12.0, 1.5]), 0.0, {}, 0.0)
    stations = [Sensors(kind, np.array(["rwq-1", "rwq-2"]), chance())]
    parts = list(earlier(stations, 3, NOW.timestamp()))
    assert {part["m"] for part in parts} == {"do", "nh3n"}
    times = sorted({at for part in parts for at in part["t"]})
    assert len(times) == 42
    assert max(times) / 1000 <= NOW.timestamp()
    assert all(0 <= value <= 1.5 for part in parts if part["m"] == "nh3n" for value in part["v"])
    assert list(earlier(stations, 3, NOW.timestamp() + 60)) == parts
