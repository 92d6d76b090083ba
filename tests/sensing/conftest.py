"""The platform over a small district with a few devices, for the tests of every door."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from tests.app.visitors import Site, entered
from tests.cities import build

from yiwang.app.serving.http import make_app
from yiwang.app.settings import Settings
from yiwang.base.clock import FixedClock
from yiwang.db import Database
from yiwang.sensing import classes
from yiwang.sensing.devices import Around, take_in
from yiwang.sensing.devices.model import DeviceIn, Key
from yiwang.sensing.readings import log

HERE, THERE = "310107005001", "310107015001"  # two neighbourhoods of two streets


@pytest.fixture
async def house(database: Database, clock: FixedClock, app_url: str, tmp_path: Path) -> AsyncIterator[Site]:
    """Bins a1 (in the one street) and a2 (in the other), a monitor m1, a vehicle v1, a fire unit f1."""
    city = await build(database, clock, tmp_path)
    async with database.tx() as tx:
        await classes.publish_shipped(tx, city.officer, at=city.now, valid_from=city.now)
    protocols = {code: kind.protocol.lower() for kind in classes.shipped() for code in (kind.code,)}
    dust = next(code for code, protocol in sorted(protocols.items()) if protocol == "hj212")
    truck = next(code for code, protocol in sorted(protocols.items()) if protocol == "jt808")
    fire = next(code for code, protocol in sorted(protocols.items()) if protocol == "gb26875")
    rows = [
        DeviceIn(code, kind, maker=maker, jurisdiction_id=city.places[where], keys=(Key(protocol, key),))
        for code, kind, maker, where, protocol, key in (
            ("a1", "BIN", "甲", HERE, "http", "a1"),
            ("a2", "BIN", "乙", THERE, "http", "a2"),
            ("m1", dust, "甲", HERE, "hj212", "010000A8900016F000169DC0"),
            ("v1", truck, "甲", HERE, "jt808", "13912345678"),
            ("f1", fire, "甲", HERE, "gb26875", "000102030405"),
        )
    ]
    async with database.tx() as tx:
        await take_in(tx, city.officer, rows, around=Around.of(city.books.locators), at=city.now)
    async with entered(make_app(Settings(data_dir=tmp_path, pool_size=6), app_url, clock), city) as found:
        yield found


async def logged(database: Database) -> list[tuple[int, int, float, int]]:
    """Return (series, time, value, quality) of all that is in the log."""
    found: list[tuple[int, int, float, int]] = []
    async with database.tx() as tx:
        for shard in await log.shards(tx):
            for frame in await log.read(tx, shard, 0):
                one = frame.columns
                columns = (one.series, one.time, one.value, one.quality)
                found += zip(*(column.tolist() for column in columns), strict=True)
    return found
