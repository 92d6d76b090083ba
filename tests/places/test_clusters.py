"""Points of the map in columns: a million stay fluid, and clusters are the world's, not the window's."""

from uuid import UUID

import numpy as np
import pytest

from yiwang.places.kernels.clusters import gather, to_degrees, to_world, within, world_box
from yiwang.places.kernels.points import Points

DISTRICT = (121.30, 31.20, 121.46, 31.32)
MILLION = 1_000_000


def _scattered(number: int, seed: int = 7) -> tuple[np.ndarray, np.ndarray]:
    chance = np.random.default_rng(seed)
    return chance.uniform(121.30, 121.46, number), chance.uniform(31.20, 31.32, number)


def _points(number: int, nodes: int = 3) -> Points:
    lon, lat = _scattered(number)
    ids = np.arange(1, number + 1, dtype=">u8")
    packed = {
        "id": np.stack([ids, ids], axis=1).astype(">u8").view("V16").reshape(-1),
        "lon": lon,
        "lat": lat,
        "place": np.array([UUID(int=1 + n % nodes).bytes for n in range(number)], "V16"),
        "unit": np.array([UUID(int=0).bytes] * number, "V16"),
        "state": np.zeros(number, ">i2"),
    }
    return Points(packed, nodes=("place", "unit"), told=("state",))


def test_the_square_world_and_back() -> None:
    lon, lat = np.array([121.4, -73.9, 0.0]), np.array([31.24, 40.7, -60.0])
    again = to_degrees(*to_world(lon, lat))
    assert np.allclose(again, (lon, lat))
    assert to_world(np.array([-180.0]), np.array([85.051128]))[1][0] == pytest.approx(0, abs=1e-6)


def test_a_million_points_come_back_as_clusters_that_lose_none() -> None:
    x, y = to_world(*_scattered(MILLION))
    flag = np.arange(MILLION) % 10 == 0
    chosen = within(x, y, world_box(DISTRICT))
    found = gather(x, y, chosen, 11.0, (flag,))
    assert found.total == MILLION == found.count.sum() + len(found.alone)
    assert found.sums[0].sum() + flag[found.alone].sum() == MILLION // 10
    assert 20 < len(found.count) < 700


def test_few_points_are_shown_one_by_one() -> None:
    x, y = to_world(*_scattered(50))
    found = gather(x, y, np.ones(50, bool), 11.0, ())
    assert sorted(found.alone) == list(range(50)) and len(found.count) == 0


def test_moving_the_map_moves_no_cluster_that_stays_in_sight() -> None:
    x, y = to_world(*_scattered(200_000))

    def clusters(box: tuple[float, float, float, float]) -> set[tuple[float, float]]:
        found = gather(x, y, within(x, y, world_box(box)), 12.3, ())
        return {(round(a, 9), round(b, 9)) for a, b in zip(found.x, found.y, strict=True)}

    here, moved = clusters((121.32, 31.22, 121.40, 31.28)), clusters((121.33, 31.22, 121.41, 31.28))
    assert len(here & moved) > len(here) / 2


def test_a_window_far_wider_than_its_zoom_is_answered_too() -> None:
    lon, lat = np.random.default_rng(3).uniform(-170, 170, 5000), np.random.default_rng(4).uniform(-80, 80, 5000)
    x, y = to_world(lon, lat)
    found = gather(x, y, np.ones(5000, bool), 22.0, ())
    assert found.count.sum() + len(found.alone) == 5000


def test_a_point_without_coordinates_is_nowhere() -> None:
    x, y = to_world(np.array([np.nan, 121.4]), np.array([np.nan, 31.24]))
    assert list(within(x, y, (0, 0, 1, 1))) == [False, True]


def test_changed_rows_keep_their_places_and_new_ones_stand_behind() -> None:
    points = _points(10)
    still = points.still()
    one = {name: points[name][3:4] for name in ("id", "state")}
    one |= {"lon": np.array([121.0]), "lat": np.array([31.0]), "place": np.array([UUID(int=9).bytes], "V16")}
    one |= {"unit": np.array([UUID(int=0).bytes], "V16"), "state": np.array([5], ">i2")}
    points.write(one)
    assert points.size == 10 and points["state"][3] == 5
    for number in range(3000):  # beyond the room there is
        points.write(one | {"id": np.array([UUID(int=(1 << 100) + number).bytes], "V16")})
    points.write(one | {"id": np.array([UUID(int=1 << 100).bytes], "V16"), "state": np.array([7], ">i2")})
    assert points.size == 3010 and points["state"][10] == 7 and points["state"][11] == 5
    assert still.size == 10 and len(still["state"]) == 10


def test_a_row_is_seen_where_its_place_and_its_unit_are_reached() -> None:
    points = _points(9)
    first, unit = frozenset({UUID(int=1)}), frozenset({UUID(int=77)})
    assert points.inside([(first, None)], "place", "unit").sum() == 3
    assert points.inside([(first, unit)], "place", "unit").sum() == 0
    assert points.inside([(None, frozenset({UUID(int=0)}))], "place", "unit").sum() == 9
    assert points.inside([(first, None), (frozenset({UUID(int=2)}), None)], "place", "unit").sum() == 6
    assert points.inside([], "place", "unit").sum() == 0
