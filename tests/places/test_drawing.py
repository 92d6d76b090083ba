"""The schematic drawing of Putuo: closed, without overlaps or gaps, the same every time, told as what it is."""

import numpy as np
import pytest
import shapely
from shapely.geometry.base import BaseGeometry

from yiwang import access, places
from yiwang.base.clock import FixedClock
from yiwang.base.errors import Conflict, NotFound
from yiwang.db import Database
from yiwang.places.codes import district_features
from yiwang.places.drawing import draw
from yiwang.places.kernels.growing import Drawing, SectorPlan, StreetPlan, grow

SETUP = access.platform_actor("set-up")
SQUARE_METRES = 111_194.9**2 * np.cos(np.radians(31.26))  # per square degree at Putuo


@pytest.fixture(scope="module")
def boundary() -> BaseGeometry:
    feature = next(f for f in district_features()["features"] if f["properties"]["code"] == "310107")
    return shapely.geometry.shape(feature["geometry"])


@pytest.fixture(scope="module")
def drawing(boundary: BaseGeometry) -> Drawing:
    return draw(boundary)


LEVELS = [("streets", 10), ("sectors", 26), ("neighbourhoods", 285), ("grids", None)]


@pytest.mark.parametrize(("level", "number"), LEVELS)
def test_each_level_covers_the_boundary_without_overlap_or_gap(
    drawing: Drawing, boundary: BaseGeometry, level: str, number: int | None
) -> None:
    polygons = list(getattr(drawing, level).values())
    assert number is None or len(polygons) == number
    assert shapely.is_valid(polygons).all()
    assert shapely.coverage_is_valid(polygons)  # shared edges have the same vertices on both sides
    assert abs(shapely.area(polygons).sum() / boundary.area - 1) < 1e-12
    assert shapely.union_all(polygons).symmetric_difference(boundary).area / boundary.area < 1e-12


def test_each_polygon_is_in_one_piece(drawing: Drawing) -> None:
    for level, _ in LEVELS:
        assert {polygon.geom_type for polygon in getattr(drawing, level).values()} == {"Polygon"}


def test_grids_are_about_a_hectare_and_numbered_from_north_to_south(drawing: Drawing) -> None:
    hectares = shapely.area(list(drawing.grids.values())) * SQUARE_METRES / 1e4
    assert 5000 < len(hectares) < 6000
    assert hectares.min() > 0.35 and hectares.max() < 2.0
    assert 0.9 < np.median(hectares) < 1.1
    for code, neighbourhood in drawing.neighbourhoods.items():
        inside = [c for c in drawing.grids if c.startswith(code)]
        assert inside == [f"{code}{i:03d}" for i in range(1, len(inside) + 1)]
        union = shapely.union_all([drawing.grids[c] for c in inside])
        assert union.symmetric_difference(neighbourhood).area < 1e-15
        assert drawing.grids[inside[0]].centroid.y >= drawing.grids[inside[-1]].centroid.y - 1e-9


def test_streets_lie_about_where_they_lie(drawing: Drawing) -> None:
    middles = {code: polygon.centroid for code, polygon in drawing.streets.items()}
    assert min(middles, key=lambda code: middles[code].x) == "310107103000"  # Taopu in the west
    assert min(middles, key=lambda code: middles[code].y) == "310107014000"  # Changfeng in the south
    assert middles["310107015000"].x > middles["310107005000"].x  # Changshou Road east of Caoyang


def test_the_same_seed_draws_the_same(boundary: BaseGeometry, drawing: Drawing) -> None:
    again = draw(boundary)
    assert list(again.grids) == list(drawing.grids)
    assert [p.wkb for p in again.grids.values()] == [p.wkb for p in drawing.grids.values()]


def test_it_draws_in_a_boundary_of_several_parts_with_a_hole() -> None:
    lake = shapely.box(121.405, 31.205, 121.41, 31.21)
    land = shapely.union(
        shapely.box(121.4, 31.2, 121.42, 31.22).difference(lake), shapely.box(121.43, 31.2, 121.435, 31.205)
    )
    plan = [
        StreetPlan("a", 121.405, 31.215, 2.0, (SectorPlan("a1", ("a11", "a12", "a13")),)),
        StreetPlan("b", 121.418, 31.202, 1.0, (SectorPlan("b1", ("b11",)), SectorPlan("b2", ("b21", "b22")))),
    ]
    found = grow(land, plan, seed=5)
    assert shapely.coverage_is_valid(list(found.neighbourhoods.values()))
    assert abs(shapely.area(list(found.grids.values())).sum() / land.area - 1) < 1e-12


def test_it_refuses_a_boundary_too_small_for_its_neighbourhoods() -> None:
    plan = [StreetPlan("a", 121.4, 31.2, 1.0, (SectorPlan("a1", tuple(f"n{i}" for i in range(50))),))]
    with pytest.raises(ValueError, match="fewer unit grids"):
        grow(shapely.box(121.4, 31.2, 121.402, 31.202), plan, seed=1)


@pytest.mark.anyio
async def test_it_is_stored_once_and_marked_schematic(database: Database, clock: FixedClock) -> None:
    async with database.tx() as tx:
        with pytest.raises(NotFound):
            await places.draw_schematic(tx, SETUP, clock.at)
        await places.load_codes(tx, SETUP, clock.at, district="310107")
        with pytest.raises(Conflict, match="boundary first"):
            await places.draw_schematic(tx, SETUP, clock.at)
        report = await places.load_district_boundaries(tx, SETUP, clock.at)
        assert (report.added, report.problems) == (1, ())
        first = await places.draw_schematic(tx, SETUP, clock.at)
        assert first["street"] == 10 and first["sector"] == 26 and first["neighbourhood"] == 285
        again = await places.draw_schematic(tx, SETUP, clock.at)
        assert set(again.values()) == {0}
        real = await tx.value("SELECT count(*) FROM places.boundary WHERE NOT schematic")
        assert real == 1
        assert await tx.value("SELECT count(*) FROM places.grid_cell WHERE jurisdiction_id IS NULL") == 0
