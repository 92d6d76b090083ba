"""The point index against Shapely's `intersects`, which is the oracle: the same answer on every point."""

from collections.abc import Sequence

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from yiwang.places.kernels import raster


def oracle(polygons: Sequence[BaseGeometry], points: NDArray[np.float64]) -> NDArray[np.int64]:
    """Return the lowest polygon that intersects each point, -1 for none."""
    first = np.full(len(points), 2**31 - 1)
    found, polygon = shapely.STRtree(polygons).query(shapely.points(points), predicate="intersects")
    np.minimum.at(first, found, polygon)
    return np.where(first == 2**31 - 1, -1, first)


def differing(polygons: Sequence[BaseGeometry], points: NDArray[np.float64]) -> int:
    ours = raster.find_many(raster.build(polygons), points[:, 0].copy(), points[:, 1].copy())
    return int((ours != oracle(polygons, points)).sum())


def awkward(polygons: Sequence[BaseGeometry], chance: np.random.Generator) -> NDArray[np.float64]:
    """Points where a careless test goes wrong: vertices, points of edges, and their nearest doubles."""
    points = shapely.get_coordinates(np.asarray(polygons, dtype=object))
    share = chance.random((len(points) - 1, 1))
    on_edges = points[:-1] + share * (points[1:] - points[:-1])
    middles = (points[:-1] + points[1:]) / 2
    near = np.vstack([points, on_edges, middles])
    beside = np.nextafter(near, near + chance.choice([-1.0, 0.0, 1.0], near.shape))
    # Beside 0 the nearest double is 5e-324: products of such numbers vanish, in GEOS as here. Not a place on earth.
    beside[np.abs(beside) < 1e-100] = 0.0
    level = np.column_stack([chance.permutation(points[:, 0]), points[:, 1]])  # a ray through a vertex
    return np.vstack([near, beside, level])


def tiles(count: int, seed: int) -> list[BaseGeometry]:
    chance = np.random.default_rng(seed)
    seeds = shapely.multipoints(chance.random((count, 2)) * [0.5, 0.4] + [121.2, 31.0])
    cells = shapely.get_parts(shapely.voronoi_polygons(seeds))
    return list(shapely.segmentize(shapely.intersection(cells, shapely.box(121.2, 31.0, 121.7, 31.4)), 0.0008))


def test_it_agrees_on_a_million_points_of_ten_thousand_polygons() -> None:
    polygons, chance = tiles(10_000, 1), np.random.default_rng(2)
    assert differing(polygons, chance.random((1_000_000, 2)) * [0.52, 0.42] + [121.19, 30.99]) == 0


def test_it_agrees_on_vertices_and_edges() -> None:
    polygons = tiles(1_500, 3)
    assert differing(polygons, awkward(polygons, np.random.default_rng(4))) == 0


def ring_with_hole() -> BaseGeometry:
    return shapely.box(0, 0, 10, 10).difference(shapely.Polygon([(2, 2), (8, 3), (5, 8)]))


SHAPES: list[BaseGeometry] = [
    ring_with_hole(),
    shapely.Polygon([(2, 2), (8, 3), (5, 8)]),  # fills the hole: both touch along its rim
    shapely.MultiPolygon([shapely.box(12, 0, 14, 2), shapely.box(14, 2, 16, 4), shapely.box(30, 30, 30.001, 40)]),
    shapely.Polygon(),  # nothing is in it
    shapely.box(5, 5, 15, 15),  # lies over others
    shapely.Point(20, 5).buffer(4, 200),
    shapely.Polygon([(0, 20), (40, 20), (40, 20 + 1e-12), (0, 20 + 2e-12)]),  # thinner than a cell
]


def test_it_agrees_on_holes_parts_overlaps_and_slivers() -> None:
    chance = np.random.default_rng(5)
    anywhere = chance.random((50_000, 2)) * 50 - 5
    assert differing(SHAPES, np.vstack([anywhere, awkward(SHAPES, chance)])) == 0


coordinate = st.one_of(st.integers(-8, 8).map(float), st.floats(-8, 8, allow_nan=False, width=32))
corner = st.tuples(coordinate, coordinate)


@st.composite
def valid_polygons(draw: st.DrawFn) -> list[BaseGeometry]:
    shapes = []
    for corners in draw(st.lists(st.lists(corner, min_size=3, max_size=12), min_size=1, max_size=5)):
        mended = shapely.make_valid(shapely.Polygon(corners))
        parts = [p for p in shapely.get_parts(mended) if p.geom_type == "Polygon"]
        whole = shapely.union_all(parts) if parts else shapely.Polygon()
        if whole.is_valid and whole.geom_type in ("Polygon", "MultiPolygon"):
            shapes.append(whole)
    return shapes


@settings(max_examples=150, deadline=None)
@given(polygons=valid_polygons(), points=st.lists(corner, max_size=20), seed=st.integers(0, 9))
def test_it_agrees_on_any_polygons(polygons: list[BaseGeometry], points: list[tuple[float, float]], seed: int) -> None:
    if polygons:
        asked = np.array([*points, (0.0, 0.0)], dtype=np.float64)
        if any(not p.is_empty for p in polygons):
            asked = np.vstack([asked, awkward(polygons, np.random.default_rng(seed))])
        assert differing(polygons, asked) == 0


def test_a_shared_edge_names_both_and_takes_the_first() -> None:
    index = raster.build([shapely.box(0, 0, 1, 1), shapely.box(1, 0, 2, 1)])
    assert raster.find(index, 1.0, 0.5) == (0, 1)
    assert raster.find(index, 0.5, 0.5) == (0, -1)
    assert raster.find(index, 2.0, 1.0) == (1, -1)
    assert raster.find(index, 2.1, 0.5) == (-1, -1)


@pytest.mark.parametrize("polygons", [[], [shapely.Polygon()]])
def test_an_index_of_nothing_finds_nothing(polygons: list[BaseGeometry]) -> None:
    index = raster.build(polygons)
    assert raster.find(index, 0.0, 0.0) == (-1, -1)
    assert raster.find_many(index, np.zeros(3), np.zeros(3)).tolist() == [-1, -1, -1]


def test_a_point_that_is_no_number_is_nowhere() -> None:
    index = raster.build([shapely.box(0, 0, 1, 1)])
    strange = np.array([np.nan, np.inf, -np.inf, 0.5])
    assert raster.find_many(index, strange, np.full(4, 0.5)).tolist() == [-1, -1, -1, 0]
