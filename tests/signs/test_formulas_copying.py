"""What no fact tells is copied from a real database, and formulas read it."""

from datetime import date, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from tests.cities import City

from yiwang import access
from yiwang.app.facts import FACTS
from yiwang.lake import Lake, LakeWriter
from yiwang.places import CountRow, import_counts
from yiwang.sensing import classes
from yiwang.sensing.devices import Around, take_in
from yiwang.sensing.devices.model import DeviceIn
from yiwang.sensing.readings.inlet import Inlet
from yiwang.sensing.readings.model import of
from yiwang.signs.formulas import FORMULAS
from yiwang.signs.sources import Copier, Sources

pytestmark = [pytest.mark.anyio, pytest.mark.store]
ZONE = ZoneInfo("Asia/Shanghai")
EAST, E1, W1 = "310107005000", "310107005001", "310107015001"


async def test_the_registry_readings_counts_and_places_of_events_are_in_the_lake(city: City, tmp_path: Path) -> None:
    at = city.now
    async with city.database.tx() as tx:
        await classes.publish_shipped(tx, city.officer, at=at, valid_from=at)
        rows = [
            DeviceIn(code, "BIN", maker="甲", jurisdiction_id=city.places[where], installed_on=installed)
            for code, where, installed in (("a1", E1, date(2001, 1, 1)), ("a2", W1, None))
        ]
        await take_in(tx, city.officer, rows, around=Around.of(city.books.locators), at=at)
        counts = [CountRow(code, "population", date(2020, 1, 1), value) for code, value in ((E1, 50.0), (EAST, 70.0))]
        await import_counts(tx, city.officer, counts, at, "test")
        first = await tx.value("SELECT first_series FROM sensing.device WHERE code = 'a1'")
        access.audit(tx, city.officer, "personal.revealed", "reporter", None, at)
    await city.report(where=E1)
    async with Inlet(city.database) as inlet:
        ms = round(at.timestamp() * 1000)
        await inlet.put(of([first], [ms], [93.0]), source="test", received=at)
    city.later(minutes=5)
    lake = tmp_path / "lake"
    await LakeWriter(lake, FACTS).catch_up(city.database)
    copier = Copier(lake, ZONE)
    assert await copier.copy(city.database)
    assert not await copier.copy(city.database)  # a moment ago
    city.later(minutes=20)
    assert await copier.copy(city.database)
    with Sources(Lake(lake, FACTS), city.now, ZONE, city.now) as sources:

        def tops(code: str) -> list[tuple[str, float, float | None]]:
            found = sources.lake.rows(FORMULAS[code](sources)).to_pylist()
            return sorted((row["node"], row["top"], row["bottom"]) for row in found)

        here, there = str(city.places[E1]), str(city.places[W1])
        assert tops("LS0401") == [(here, 1.0, 1.0)]  # only the bin that spoke
        assert tops("HL0506") == sorted([(here, 1.0, 1.0), (there, 0.0, 1.0)])
        # The event, and the people of the lowest place that is counted: not those of its street again.
        assert tops("PA0102") == [(here, 0.0, 50.0), (here, 1.0, 0.0)]
        assert tops("PA0101") == [(here, 1.0, None)]
        nodes = {row["node"]: row["street"] for row in sources.lake.rows(sources.nodes).to_pylist()}
        assert nodes[here] == str(city.places[EAST])
        assert sources.lake.rows(sources.copy("units")).num_rows == len(city.units)
        assert sources.lake.rows(sources.copy("looks")).num_rows == 0  # the platform's own looks are none
        assert sources.as_of("devices") == city.now


async def test_the_past_is_not_answered_by_what_stands_now(city: City, tmp_path: Path) -> None:
    async with city.database.tx() as tx:
        await classes.publish_shipped(tx, city.officer, at=city.now, valid_from=city.now)
        rows = [DeviceIn("a1", "BIN", maker="甲", jurisdiction_id=city.places[E1])]
        await take_in(tx, city.officer, rows, around=Around.of(city.books.locators), at=city.now)
    lake = tmp_path / "lake"
    await Copier(lake, ZONE).copy(city.database)
    for back, known in ((timedelta(0), 1), (timedelta(days=2), 0)):
        with Sources(Lake(lake, FACTS), city.now - back, ZONE) as sources:
            assert sources.lake.rows(FORMULAS["HL0501"](sources)).num_rows == known
