"""Imports of boundaries, grids, addresses, features and counts: whole or not at all, with every problem named."""

from datetime import date, timedelta
from uuid import UUID

import pytest
import shapely
from tests.places.test_locating import SETUP, TOWN, collection, square
from tests.places.test_tree import holder

from yiwang import places
from yiwang.base.clock import FixedClock
from yiwang.base.errors import Conflict, Forbidden, Invalid
from yiwang.db import Database
from yiwang.db.tx import Tx
from yiwang.places import AddressRow, CountRow, ImportReport
from yiwang.places.boundaries import map_features

pytestmark = pytest.mark.anyio


async def town(tx: Tx, clock: FixedClock) -> dict[str, UUID]:
    return await places.ensure_jurisdictions(tx, SETUP, TOWN, clock.at)


async def boundaries(tx: Tx, clock: FixedClock, *features: dict, **options: object) -> ImportReport:
    return await places.import_boundaries(
        tx, SETUP, collection(*features), "street", "code", clock.at, "survey", **options
    )


async def test_every_bad_feature_is_named_and_nothing_is_written(database: Database, clock: FixedClock) -> None:
    bowtie = {"type": "Polygon", "coordinates": [[[0, 0], [1, 1], [1, 0], [0, 1], [0, 0]]]}
    feature = square("s2", 121.4, 31.2)
    bad = [
        square("s1", 121.4, 31.2),
        square("s1", 121.4, 31.2),
        square("nowhere", 121.4, 31.2),
        feature | {"geometry": bowtie},
        feature | {"geometry": {"type": "Point", "coordinates": [1, 2]}},
        feature | {"geometry": {"type": "Polygon", "coordinates": [[[0, 0], [1, 1]]]}},
        feature | {"geometry": {"type": "Polygon", "coordinates": []}},
        square("s2", 3_500_000.0, 450_000.0),
        feature | {"properties": {}},
        {"type": "Polygon"},
        square("n11", 121.4, 31.2),
    ]
    async with database.tx() as tx:
        await town(tx, clock)
        report = await boundaries(tx, clock, *bad)
        assert [problem.row for problem in report.problems] == [2, 3, 4, 5, 6, 7, 8, 9, 10, 11]
        assert (report.rows, report.added) == (11, 0)
        assert "Self-intersection" in report.problems[2].detail
        assert await tx.value("SELECT count(*) FROM places.boundary") == 0
        report = await places.import_boundaries(tx, SETUP, {"type": "Feature"}, "street", "code", clock.at, "survey")
        assert report.problems[0].detail == "Send a GeoJSON FeatureCollection."


async def test_a_dry_run_tells_and_writes_nothing(database: Database, clock: FixedClock) -> None:
    async with database.tx() as tx:
        await town(tx, clock)
        report = await boundaries(tx, clock, square("s1", 121.4, 31.2), dry_run=True)
        assert (report.added, report.dry_run) == (1, True)
        assert await tx.value("SELECT count(*) FROM places.boundary") == 0


async def test_a_new_version_ends_the_old_one_on_its_day(database: Database, clock: FixedClock) -> None:
    later = clock.at + timedelta(days=5)
    async with database.tx() as tx:
        ids = await town(tx, clock)
        assert (await boundaries(tx, clock, square("s1", 121.4, 31.2), schematic=True)).added == 1
        same = await boundaries(tx, clock, square("s1", 121.4, 31.2))
        assert (same.added, same.changed, same.unchanged) == (0, 0, 1)
        report = await boundaries(tx, clock, square("s1", 121.4, 31.2, 0.02), since=later)
        assert (report.added, report.changed) == (0, 1)
        now = await map_features(tx, SETUP, clock.at, level="street", within=ids["d"])
        then = await map_features(tx, SETUP, later, level="street", within=ids["d"])
        assert (now[0]["schematic"], then[0]["schematic"]) == (True, False)
        assert shapely.from_wkb(then[0]["wkb"]).area > shapely.from_wkb(now[0]["wkb"]).area
        with pytest.raises(Conflict, match="later day"):
            await boundaries(tx, clock, square("s1", 121.4, 31.2, 0.03), since=clock.at)


async def test_boundaries_in_another_datum_are_moved(database: Database, clock: FixedClock) -> None:
    async with database.tx() as tx:
        await town(tx, clock)
        await boundaries(tx, clock, square("s1", 121.4, 31.2), datum="GCJ02")
        row = await tx.row("SELECT west, south FROM places.boundary")
        assert row is not None
        lon, lat = places.convert(121.4, 31.2, "GCJ02")
        assert (row["west"], row["south"]) == (pytest.approx(lon, abs=1e-4), pytest.approx(lat, abs=1e-4))


async def test_short_national_codes_are_understood(database: Database, clock: FixedClock) -> None:
    async with database.tx() as tx:
        await places.load_codes(tx, SETUP, clock.at, district="310107")
        report = await boundaries(tx, clock, square("310107005", 121.4, 31.2))
        assert report.problems == ()


async def test_a_grid_system_must_be_declared(database: Database, clock: FixedClock) -> None:
    async with database.tx() as tx:
        cells = collection(square("m1", 121.4, 31.2))
        with pytest.raises(Invalid, match="declare it first"):
            await places.import_grid(tx, SETUP, cells, "market", "code", clock.at, "survey")
        await places.add_grid_system(tx, SETUP, "market", "市场监管网格", "Market grid", clock.at)
        with pytest.raises(Conflict):
            await places.add_grid_system(tx, SETUP, "market", "市场监管网格", "Market grid", clock.at)
        report = await places.import_grid(tx, SETUP, cells, "market", "code", clock.at, "survey")
        assert report.added == 1
        bigger = collection(square("m1", 121.4, 31.2, 0.02))
        report = await places.import_grid(tx, SETUP, bigger, "market", "code", clock.at, "survey")
        assert report.changed == 1
        locator = await places.load_locator(tx, clock.at)
        assert locator.locate(121.415, 31.215).grids == {"market": "m1"}


async def test_a_real_grid_cell_replaces_the_drawn_one(database: Database, clock: FixedClock) -> None:
    async with database.tx() as tx:
        ids = await places.load_codes(tx, SETUP, clock.at, district="310107")
        code = next(c for c in ids if len(c) == 12 and not c.endswith("000") and c[9:].isdigit())
        cells = collection(square(code + "001", 121.4, 31.2))
        await places.import_grid(tx, SETUP, cells, "basic", "code", clock.at, "survey")
        row = await tx.row("SELECT jurisdiction_id, version FROM places.grid_cell")
        assert row == {"jurisdiction_id": ids[code], "version": 1}


async def test_addresses_get_the_path_above_them_once(database: Database, clock: FixedClock) -> None:
    rows = [
        AddressRow("上海市普陀区曹杨路1888弄3号201室", 121.41, 31.24, aliases=("老年活动室",)),
        AddressRow("普陀区曹杨路1888弄5号"),
        AddressRow("普陀区曹杨路１８８８弄三号２０１室"),
    ]
    async with database.tx() as tx:
        locator = await places.load_locator(tx, clock.at)
        dry = await places.import_addresses(tx, SETUP, locator, rows, clock.at, "police", dry_run=True)
        assert await tx.value("SELECT count(*) FROM places.address") == 0
        report = await places.import_addresses(tx, SETUP, locator, rows, clock.at, "police")
        assert report.added == dry.added == 5  # road, lane, two doors, one room
        found = await places.search(tx, SETUP, "曹杨路1888弄3号2", clock.at)
        assert [one.level for one in found] == ["room"]
        assert (found[0].lon, found[0].floor) == (121.41, "2")
        again = await places.import_addresses(tx, SETUP, locator, rows[:1], clock.at, "police")
        assert (again.added, again.changed, again.unchanged) == (0, 0, 1)
        moved = [AddressRow("普陀区曹杨路1888弄3号201室", 121.42, 31.24)]
        report = await places.import_addresses(tx, SETUP, locator, moved, clock.at, "police")
        assert report.changed == 1
        after = await places.search(tx, SETUP, "老年活动室", clock.at)
        assert (after[0].id, after[0].lon) == (found[0].id, 121.42)


async def test_every_bad_address_is_named(database: Database, clock: FixedClock) -> None:
    rows = [
        AddressRow("没有门牌"),
        AddressRow("曹杨路1号", 31.2, 121.4),
        AddressRow("曹杨路2号", aliases=(" ",)),
        AddressRow("曹杨路3号", 121.4, None),
    ]
    async with database.tx() as tx:
        locator = await places.load_locator(tx, clock.at)
        report = await places.import_addresses(tx, SETUP, locator, rows, clock.at, "police")
        assert [(p.row, p.field) for p in report.problems] == [(1, "text"), (2, "lat"), (3, "aliases"), (4, "lat")]
        assert await tx.value("SELECT count(*) FROM places.address") == 0


async def test_an_ended_address_is_no_longer_found(database: Database, clock: FixedClock) -> None:
    async with database.tx() as tx:
        locator = await places.load_locator(tx, clock.at)
        await places.import_addresses(tx, SETUP, locator, [AddressRow("曹杨路1号")], clock.at, "police")
        found = await places.search(tx, SETUP, "曹杨路1号", clock.at)
        await places.end_address(tx, SETUP, found[0].id, clock.at)
        assert await places.search(tx, SETUP, "曹杨路1号", clock.at) == []
        assert len(await places.search(tx, SETUP, "曹杨路1号", clock.at - timedelta(days=1))) == 1
        with pytest.raises(Conflict):
            await places.end_address(tx, SETUP, found[0].id, clock.at)
        await places.import_addresses(tx, SETUP, locator, [AddressRow("曹杨路1号")], clock.at, "police")
        assert (await places.search(tx, SETUP, "曹杨路1号", clock.at))[0].id != found[0].id


async def test_a_search_takes_signs_as_letters(database: Database, clock: FixedClock) -> None:
    async with database.tx() as tx:
        locator = await places.load_locator(tx, clock.at)
        await places.import_addresses(tx, SETUP, locator, [AddressRow("曹杨路1号")], clock.at, "police")
        for text in ("%", "_", "曹_路", "", "   "):
            assert await places.search(tx, SETUP, text, clock.at) == []


def building(code: str, west: float, height: object) -> dict:
    feature = square(code, west, 31.2, 0.001)
    return feature | {"properties": {"code": code, "name": "某楼", "height": height}}


async def test_a_feature_keeps_its_permanent_id_through_versions(database: Database, clock: FixedClock) -> None:
    box = (121.39, 31.19, 121.41, 31.21)
    async with database.tx() as tx:
        first = collection(building("b1", 121.4, 30), building("b2", 121.4, None))
        report = await places.import_features(tx, SETUP, first, "building", "code", clock.at, "osm")
        assert report.added == 2
        before = await places.features_in(tx, SETUP, "building", box, clock.at)
        later = clock.at + timedelta(days=1)
        second = collection(building("b1", 121.4, 45), building("b2", 121.4, None))
        report = await places.import_features(tx, SETUP, second, "building", "code", later, "osm")
        assert (report.added, report.changed, report.unchanged) == (0, 1, 1)
        after = await places.features_in(tx, SETUP, "building", box, later)
        assert {row["id"] for row in before} == {row["id"] for row in after}
        assert sorted((row["version"], row["height"]) for row in after if row["code"] == "b1") == [(2, 45.0)]
        assert await places.features_in(tx, SETUP, "building", (0, 0, 1, 1), later) == []


async def test_bad_features_are_named(database: Database, clock: FixedClock) -> None:
    line = {"type": "LineString", "coordinates": [[121.4, 31.2], [121.5, 31.3]]}
    async with database.tx() as tx:
        wrong = collection(building("b1", 121.4, "high"), building("b2", 121.4, -1), building("b3", 121.4, True))
        report = await places.import_features(tx, SETUP, wrong, "building", "code", clock.at, "osm")
        assert [problem.row for problem in report.problems] == [1, 2, 3]
        road = collection(square("r1", 121.4, 31.2) | {"geometry": line})
        assert (await places.import_features(tx, SETUP, road, "road", "code", clock.at, "osm")).added == 1
        report = await places.import_features(tx, SETUP, road, "building", "code", clock.at, "osm")
        assert report.problems[0].field == "geometry"
        # The road's box meets this window; the road does not.
        assert await places.features_in(tx, SETUP, "road", (121.4, 31.28, 121.42, 31.3), clock.at) == []
        with pytest.raises(Invalid):
            await places.features_in(tx, SETUP, "cloud", (0, 0, 1, 1), clock.at)


async def test_counts_are_stored_and_corrected(database: Database, clock: FixedClock) -> None:
    day = date(2025, 12, 31)
    async with database.tx() as tx:
        ids = await town(tx, clock)
        for value in (1000, 1010):
            rows = [CountRow("n11", "population", day, value), CountRow("s1", "firms", date(2025, 1, 1), 7, day)]
            assert (await places.import_counts(tx, SETUP, rows, clock.at, "yearbook")).problems == ()
        found = await places.counts(tx, SETUP, jurisdictions=[ids["n11"]], measure="population")
        assert [(one.value, one.unit, one.source) for one in found] == [(1010.0, "人", "yearbook")]
        assert len(await places.counts(tx, SETUP, day=date(2025, 6, 1))) == 1


async def test_every_bad_count_is_named(database: Database, clock: FixedClock) -> None:
    day = date(2025, 12, 31)
    rows = [
        CountRow("nowhere", "population", day, 1),
        CountRow("n11", "happiness", day, 1),
        CountRow("n11", "population", day, -1),
        CountRow("n11", "firms", day, float("inf")),
        CountRow("n11", "shops", day, 1, date(2025, 1, 1)),
        CountRow("n11", "area", day, 1, None, "亩"),
        CountRow("n11", "area", day, 2),
    ]
    async with database.tx() as tx:
        await town(tx, clock)
        report = await places.import_counts(tx, SETUP, rows, clock.at, "yearbook")
        fields = ("jurisdiction", "measure", "value", "value", "until", "unit", "measure")
        assert [(p.row, p.field) for p in report.problems] == list(enumerate(fields, 1))
        assert await places.counts(tx, SETUP) == []


async def test_who_keeps_one_street_imports_for_that_street_only(database: Database, clock: FixedClock) -> None:
    day = date(2025, 12, 31)
    async with database.tx() as tx:
        ids = await town(tx, clock)
        keeper, leader = holder("data_admin", clock, ids["s1"]), holder("leader", clock)
        ours, theirs = [CountRow("n11", "population", day, 1)], [CountRow("s2", "population", day, 1)]
        assert (await places.import_counts(tx, keeper, ours, clock.at, "own")).problems == ()
        with pytest.raises(Forbidden):
            await places.import_counts(tx, keeper, theirs, clock.at, "own")
        own, other = collection(square("s1", 121.4, 31.2)), collection(square("s2", 121.42, 31.2))
        await places.import_boundaries(tx, keeper, own, "street", "code", clock.at, "own")
        with pytest.raises(Forbidden):
            await places.import_boundaries(tx, keeper, other, "street", "code", clock.at, "own")
        locator = await places.load_locator(tx, clock.at)
        inside, outside = AddressRow("梅花路1号", 121.405, 31.205), AddressRow("竹叶路1号", 121.43, 31.205)
        await places.import_addresses(tx, keeper, locator, [inside], clock.at, "own")
        with pytest.raises(Forbidden):
            await places.import_addresses(tx, keeper, locator, [outside], clock.at, "own")
        for act in (
            places.import_grid(tx, keeper, own, "police", "code", clock.at, "own"),
            places.import_features(tx, keeper, own, "block", "code", clock.at, "own"),
            places.import_counts(tx, leader, ours, clock.at, "own"),
            places.add_grid_system(tx, keeper, "x", "某网格", "X", clock.at),
            places.draw_schematic(tx, leader, clock.at),
        ):
            with pytest.raises(Forbidden):
                await act
