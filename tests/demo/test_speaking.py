"""The made-up devices at the real gateways: each protocol over a socket, answered when it is on disk."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from prometheus_client import REGISTRY
from tests.cities import build

from yiwang.access import platform_actor
from yiwang.app.demonstrating.doors import reached
from yiwang.app.demonstrating.hosts import LISTENS, listening, spoken_to
from yiwang.app.demonstrating.speaking import Gateways, speakers
from yiwang.app.serving import gateways
from yiwang.app.settings import Settings
from yiwang.base.clock import FixedClock
from yiwang.base.errors import Invalid
from yiwang.db import Database
from yiwang.demo.building import external_id
from yiwang.demo.life.speaking import Line, NotHeard, Part
from yiwang.places import Locators
from yiwang.sensing import classes
from yiwang.sensing.devices import Around, take_in
from yiwang.sensing.devices.model import DeviceIn, Key

ACTOR = platform_actor("demo")
# protocol: a class that speaks it, and two metrics with values
SAID = {
    "mqtt": ("BIN", {"fill": 41.0, "temp": 20.0}),
    "hj212": ("NOI", {"LA": 51.5, "Leq10": 50.0}),
    "jt808": ("HAZ", {"speed": 43.0}),
    "gb26875": ("UIT", {"fire": 0.0, "fault": 1.0, "main_power": 1.0}),
}


def parts(protocol: str, count: int = 3) -> list[Part]:
    """What some devices of a protocol say now."""
    of, values = SAID[protocol]
    names = [external_id(protocol, f"{of}-{number:06d}", number) for number in range(1, count + 1)]
    return [
        {"d": names, "m": metric, "t": [round(time.time() * 1000)] * count, "v": [value] * count}
        for metric, value in values.items()
    ]


@asynccontextmanager
async def heard(database: Database, clock: FixedClock, url: str, folder: Path) -> AsyncIterator[Gateways]:
    """The gateways of a platform that has three devices of each protocol."""
    city = await build(database, clock, folder)
    async with database.tx() as tx:
        await classes.publish_shipped(tx, ACTOR, at=tx.at, valid_from=tx.at - timedelta(days=1))
        locators: Locators = city.books.locators
        await locators.at(tx, tx.at)
    rows = [
        DeviceIn(code=f"{protocol}-{name}", class_code=SAID[protocol][0], lon=121.4, lat=31.24,
                 keys=(Key(protocol, name),))
        for protocol in SAID
        for name in parts(protocol)[0]["d"]
    ]  # fmt: skip
    async with database.tx() as tx:
        report = await take_in(tx, ACTOR, rows, around=Around.of(city.books.locators), at=tx.at)
        assert not report.problems, report.problems
    settings = Settings(data_dir=folder, pool_size=4, **dict.fromkeys(LISTENS.values(), "127.0.0.1:0"))
    async with gateways.listening(settings, url) as ports:
        yield reached(settings, [f"{protocol}={ports[protocol]}" for protocol in LISTENS])


def taken(protocol: str) -> float:
    return REGISTRY.get_sample_value("yiwang_gateway_readings_total", {"protocol": protocol}) or 0.0


@pytest.mark.anyio
async def test_devices_are_heard_in_their_own_protocols(
    database: Database, clock: FixedClock, app_url: str, tmp_path: Path
) -> None:
    async with heard(database, clock, app_url, tmp_path) as found:
        voices = speakers(found, {})
        assert set(voices) == set(SAID)
        for protocol, voice in voices.items():
            before = taken(protocol)
            for _ in range(2):  # over the line that is there, too
                assert await voice.say(parts(protocol)) == 3 * len(SAID[protocol][1])
            async with asyncio.timeout(30):  # figures are written now and then
                while taken(protocol) < before + 6:  # noqa: ASYNC110
                    await asyncio.sleep(0.05)
            assert await voice.say([]) == 0
        wrong = speakers(Gateways(found.ports, "wrong"), {})["mqtt"]
        with pytest.raises(NotHeard, match="refuses"):
            await wrong.say(parts("mqtt"))
        for voice in (*voices.values(), wrong):
            line: Line = voice.line  # type: ignore[attr-defined]
            line.hang_up()
        await asyncio.sleep(0.05)


@pytest.mark.anyio
async def test_a_gateway_that_is_not_there_is_not_heard() -> None:
    nowhere = Gateways({protocol: 9 for protocol in SAID}, "x")
    for protocol, voice in speakers(nowhere, {}).items():
        with pytest.raises(NotHeard):
            await voice.say(parts(protocol))


def test_ports_are_found_for_what_nobody_has_set(tmp_path: Path) -> None:
    own = Settings(data_dir=tmp_path, mqtt_listen="127.0.0.1:1883")
    free = listening(own)
    assert set(free) == {"hj212", "jt808", "gb26875"}
    assert len({where for _, where in free.values()}) == 3
    settings = Settings(data_dir=tmp_path, mqtt_listen="127.0.0.1:1883", **dict(free.values()))
    told = spoken_to(settings)
    assert told[:2] == ["--gateway", "mqtt=1883"]
    assert reached(settings, [one for one in told if "=" in one]).ports["mqtt"] == 1883
    with pytest.raises(Invalid, match="Name a protocol"):
        reached(settings, ["telex=1"])
