"""From a point, an address or words to one place: every way it can come, each with its reason."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

import numpy as np
import pytest
import shapely

from yiwang import access, places
from yiwang.base.clock import FixedClock
from yiwang.base.errors import Invalid, NotFound
from yiwang.base.ids import uuid7
from yiwang.db import Database
from yiwang.places import JurisdictionRow, Locator, Locators, Place, PlaceIn
from yiwang.places.codes import district_features
from yiwang.places.drawing import draw

pytestmark = pytest.mark.anyio

SETUP = access.platform_actor("set-up")


def square(code: str, west: float, south: float, size: float = 0.01) -> dict:
    ring = shapely.geometry.mapping(shapely.box(west, south, west + size, south + size))
    return {"type": "Feature", "properties": {"code": code}, "geometry": ring}


def collection(*features: dict) -> dict:
    return {"type": "FeatureCollection", "features": list(features)}


TOWN = [
    JurisdictionRow("c", "某市", "city"),
    JurisdictionRow("d", "某区", "district", "c"),
    JurisdictionRow("s1", "梅林街道", "street", "d"),
    JurisdictionRow("s2", "竹园街道", "street", "d"),
    JurisdictionRow("s3", "无图镇", "street", "d"),
    JurisdictionRow("n11", "梅东居委会", "neighbourhood", "s1"),
    JurisdictionRow("n12", "梅西居委会", "neighbourhood", "s1"),
    JurisdictionRow("n31", "无图村委会", "neighbourhood", "s3"),
]


@dataclass
class Town:
    """A small town: s1 with two neighbourhoods side by side, s2 with a polygon of its own only, s3 with none."""

    database: Database
    ids: dict[str, UUID]
    locator: Locator
    clock: FixedClock

    async def locate(self, **asked: object) -> Place:
        async with self.database.tx() as tx:
            return await places.locate(tx, self.locator, PlaceIn(**asked), self.clock.at)


@pytest.fixture
async def town(database: Database, clock: FixedClock) -> AsyncIterator[Town]:
    async with database.tx() as tx:
        ids = await places.ensure_jurisdictions(tx, SETUP, TOWN, clock.at)
        layers = {
            "district": collection(square("d", 121.40, 31.20, 0.05)),
            "street": collection(square("s1", 121.40, 31.20, 0.02), square("s2", 121.42, 31.20, 0.02)),
            "neighbourhood": collection(square("n11", 121.40, 31.20), square("n12", 121.41, 31.20)),
        }
        for level, features in layers.items():
            report = await places.import_boundaries(tx, SETUP, features, level, "code", clock.at, "test")
            assert report.problems == ()
        cells = collection(square("j1", 121.40, 31.20, 0.03))
        await places.import_grid(tx, SETUP, cells, "police", "code", clock.at, "test")
        cells = collection(square("r1", 121.39, 31.19, 0.03))
        await places.import_grid(tx, SETUP, cells, "river", "code", clock.at, "test")
    async with database.tx() as tx:
        yield Town(database, ids, await places.load_locator(tx, clock.at), clock)


async def test_a_point_lies_in_one_chain_and_in_several_grids(town: Town) -> None:
    place = await town.locate(lon=121.405, lat=31.205, datum="WGS84", text="路口")
    assert place.jurisdiction_id == town.ids["n11"]
    assert town.locator.chain(place.jurisdiction_id) == tuple(town.ids[c] for c in ("n11", "s1", "d", "c"))
    assert town.locator.names(place.jurisdiction_id) == ["某市", "某区", "梅林街道", "梅东居委会"]
    assert place.grids == {"police": "j1", "river": "r1"}
    assert (place.method, place.confidence, place.explanation) == ("point", 1.0, "点位在梅东居委会内。")
    assert (place.original_lon, place.datum, place.text) == (121.405, "WGS84", "路口")


async def test_a_point_on_a_border_goes_to_the_lower_code_and_says_so(town: Town) -> None:
    place = await town.locate(lon=121.41, lat=31.205)
    assert place.jurisdiction_id == town.ids["n11"]
    assert place.confidence == 0.5
    assert "梅东居委会与梅西居委会的交界" in place.explanation


async def test_a_point_where_only_the_street_has_a_polygon_goes_to_the_street(town: Town) -> None:
    place = await town.locate(lon=121.43, lat=31.21)
    assert place.jurisdiction_id == town.ids["s2"]
    assert place.confidence == 0.8
    assert "其下级没有覆盖该点的边界" in place.explanation


async def test_a_point_in_a_street_without_a_polygon_goes_to_the_district(town: Town) -> None:
    place = await town.locate(lon=121.445, lat=31.245)
    assert place.jurisdiction_id == town.ids["d"]


async def test_a_point_in_no_polygon_is_told_how_far_it_is(town: Town) -> None:
    place = await town.locate(lon=121.46, lat=31.22)
    assert (place.jurisdiction_id, place.confidence, place.method) == (None, 0.0, "none")
    assert "距最近的某区约951米" in place.explanation
    assert place.lon == 121.46
    far = await town.locate(lon=-71.06, lat=42.36)
    assert "远在" in far.explanation


async def test_a_point_in_no_polygon_takes_the_jurisdiction_it_came_with(town: Town) -> None:
    place = await town.locate(lon=-71.06, lat=42.36, jurisdiction_id=town.ids["n31"])
    assert (place.jurisdiction_id, place.method) == (town.ids["n31"], "given")
    assert "来件指明在无图村委会" in place.explanation


async def test_a_gcj02_point_is_moved_before_it_is_located(town: Town) -> None:
    lon, lat = places.convert(121.405, 31.205, "CGCS2000", "GCJ02")
    place = await town.locate(lon=lon, lat=lat, datum="GCJ02")
    assert place.jurisdiction_id == town.ids["n11"]
    assert place.lon == pytest.approx(121.405, abs=1e-10)
    assert (place.original_lon, place.original_lat, place.datum) == (lon, lat, "GCJ02")


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        ({"lon": 121.4}, "lat"),
        ({"lat": 31.2}, "lon"),
        ({"lon": 181.0, "lat": 0.0}, "lon"),
        ({"lon": 31.2, "lat": 121.4}, "lat"),
        ({"lon": float("nan"), "lat": 31.2}, "lon"),
        ({"lon": 121.4, "lat": 31.2, "datum": "BJ54"}, "datum"),
    ],
)
async def test_it_refuses_what_can_be_no_point(town: Town, asked: dict, field: str) -> None:
    with pytest.raises(Invalid) as refusal:
        await town.locate(**asked)
    assert refusal.value.members["errors"][0]["field"] == field


async def test_it_refuses_an_address_or_jurisdiction_that_does_not_exist(town: Town) -> None:
    with pytest.raises(NotFound):
        await town.locate(address_id=uuid7(town.clock.at))
    with pytest.raises(Invalid):
        await town.locate(jurisdiction_id=uuid7(town.clock.at))


async def library(town: Town) -> None:
    rows = [
        places.AddressRow("某区梅花路18弄3号", 121.405, 31.205, aliases=("梅花公寓3号楼",)),
        places.AddressRow("某区梅花路18弄5号502室"),
        places.AddressRow("某区竹叶路1号", 121.43, 31.21, "CGCS2000", "2"),
    ]
    async with town.database.tx() as tx:
        report = await places.import_addresses(tx, SETUP, town.locator, rows, town.clock.at, "test")
        assert report.problems == ()


@pytest.mark.parametrize(
    ("text", "code", "confidence", "said"),
    [
        ("梅花路18弄3号", "n11", 0.95, "文字即地址"),
        ("某市某区梅花路十八弄3号", "n11", 0.95, "文字即地址"),
        ("梅花公寓3号楼", "n11", 0.95, "文字即地址"),
        ("梅花路18弄3号201室", "n11", 0.7, "最接近的是"),
        ("我家住在梅花路18弄3号门口有垃圾", "n11", 0.95, "文字中含地址"),
        ("梅花路18弄5号502室", "d", 0.57, "没有坐标，属于某区"),
        ("竹园街道的小店", "s2", 0.3, "文字提到竹园街道"),
        ("梅西居委会门口", "n12", 0.3, "文字提到梅西居委会"),
        ("火星路1号", None, 0.0, "没有与文字相符的地址"),
        ("垃圾没人管", None, 0.0, "没有与文字相符的地址"),
    ],
)
async def test_words_are_looked_up(town: Town, text: str, code: str | None, confidence: float, said: str) -> None:
    await library(town)
    place = await town.locate(text=text)
    assert place.jurisdiction_id == (town.ids[code] if code else None)
    assert place.confidence == pytest.approx(confidence, abs=1e-9)
    assert said in place.explanation


async def test_an_address_given_brings_point_and_floor(town: Town) -> None:
    await library(town)
    async with town.database.tx() as tx:
        found = await places.search(tx, SETUP, "竹叶路1", town.clock.at)
    place = await town.locate(address_id=found[0].id)
    assert (place.lon, place.lat, place.floor, place.method) == (121.43, 31.21, "2", "address")
    assert place.jurisdiction_id == town.ids["s2"]


async def test_a_point_far_from_its_address_is_less_sure(town: Town) -> None:
    await library(town)
    async with town.database.tx() as tx:
        found = await places.search(tx, SETUP, "竹叶路1", town.clock.at)
    place = await town.locate(address_id=found[0].id, lon=121.405, lat=31.205)
    assert place.jurisdiction_id == town.ids["n11"]
    assert place.confidence == 0.7
    assert "所给地址与点位相距" in place.explanation


async def test_nothing_given_is_nowhere(town: Town) -> None:
    place = await town.locate()
    assert (place.method, place.confidence, place.jurisdiction_id) == ("none", 0.0, None)


async def test_a_place_survives_its_json(town: Town) -> None:
    for asked in ({"lon": 121.405, "lat": 31.205}, {"text": "竹园街道"}, {}):
        place = await town.locate(**asked)
        assert Place.from_dict(place.to_dict()) == place
        assert Place.from_dict(place.to_dict() | {"later": 1}) == place


async def test_many_points_are_located_as_one_by_one(database: Database, clock: FixedClock) -> None:
    async with database.tx() as tx:
        await places.load_codes(tx, SETUP, clock.at, district="310107")
        await places.load_district_boundaries(tx, SETUP, clock.at)
        await places.draw_schematic(tx, SETUP, clock.at)
        locator = await places.load_locator(tx, clock.at)
    chance = np.random.default_rng(11)
    points = chance.uniform((121.30, 31.20), (121.46, 31.32), (20_000, 2))
    feature = next(f for f in district_features()["features"] if f["properties"]["code"] == "310107")
    drawing = draw(shapely.geometry.shape(feature["geometry"]))
    corners = shapely.get_coordinates(list(drawing.grids.values()))[::20]
    points = np.vstack([points, corners])
    many = locator.locate_many(points[:, 0], points[:, 1])
    for i in range(0, len(points), 7):
        one = locator.locate(*points[i])
        found = many.jurisdiction[i]
        assert one.jurisdiction_id == (many.ids[found] if found >= 0 else None)
        cell = many.grids["basic"][i]
        assert one.grids.get("basic") == (many.codes["basic"][cell] if cell >= 0 else None)
        # Grids, neighbourhoods and their chain tell the same story, on borders too.
        if one.level == "neighbourhood":
            node = locator.nodes[one.jurisdiction_id]
            assert one.grids["basic"].startswith(node.code)
            assert locator.nodes[one.chain[2]].code == node.code[:9] + "000"


async def test_locators_are_reloaded_after_a_change_and_kept_by_time(town: Town) -> None:
    locators, clock = Locators(), town.clock
    async with town.database.tx() as tx:
        first = await locators.at(tx, clock.at)
        assert await locators.at(tx, clock.at) is first
    later = clock.at + timedelta(days=10)
    bigger = collection(square("n12", 121.41, 31.20, 0.02))
    async with town.database.tx() as tx:
        await places.import_boundaries(tx, SETUP, bigger, "neighbourhood", "code", clock.at, "test", since=later)
    async with town.database.tx(at=clock.at + timedelta(seconds=2)) as tx:
        now, then = await locators.at(tx, clock.at), await locators.at(tx, later)
        assert now is not first
        assert now.locate(121.415, 31.215).jurisdiction_id == town.ids["s1"]
        assert then.locate(121.415, 31.215).jurisdiction_id == town.ids["n12"]
        assert await locators.at(tx, clock.at) is now


async def test_what_was_undone_is_not_kept(town: Town) -> None:
    locators, clock = Locators(), town.clock

    class Undo(Exception):
        pass

    with pytest.raises(Undo):
        async with town.database.tx() as tx:
            await places.rename(tx, SETUP, town.ids["s1"], name="错名", at=clock.at)
            wrong = await locators.at(tx, clock.at)
            assert wrong.nodes[town.ids["s1"]].name == "错名"
            raise Undo
    async with town.database.tx(at=clock.at + timedelta(seconds=2)) as tx:
        await places.rename(tx, SETUP, town.ids["s2"], name="别名", at=clock.at)
        right = await locators.at(tx, clock.at)
        assert right.nodes[town.ids["s1"]].name == "梅林街道"
