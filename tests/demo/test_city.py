"""The made-up city: the same for a seed, inside its boundaries, of the sources' size."""

from datetime import date

import numpy as np
import pytest
import shapely

from yiwang.demo.building import external_id
from yiwang.demo.city.growing import grow, wanted
from yiwang.demo.city.model import City
from yiwang.demo.counting import count_rows, measures
from yiwang.demo.crews import STAFF, crew_rows


def boundaries() -> list[tuple[str, str, shapely.Polygon]]:
    """Thirty neighbourhoods of two streets, side by side, each 600 m by 500 m."""
    rows = []
    for number in range(30):
        across, up = number % 6, number // 6
        west, south = 121.38 + across * 0.0063, 31.22 + up * 0.0045
        street = "310107005" if across < 3 else "310107014"
        rows.append(
            (
                f"{street}{number + 1:03d}",
                f"示例{number}居委会",
                shapely.box(west, south, west + 0.0063, south + 0.0045),
            )
        )
    return rows


@pytest.fixture(scope="module", name="city")
def _city() -> City:
    return grow(boundaries(), 7, scale=0.05)


def test_the_same_seed_gives_the_same_city_and_another_one_another(city: City) -> None:
    again, other = grow(boundaries()[::-1], 7, scale=0.05), grow(boundaries(), 8, scale=0.05)
    assert again.devices.codes == city.devices.codes
    assert np.array_equal(again.devices.points, city.devices.points)
    assert again.buildings.addresses == city.buildings.addresses
    assert not np.array_equal(other.devices.points, city.devices.points)


def test_there_are_as_many_devices_as_the_sources_say(city: City) -> None:
    counts = {code: want["count"] for code, want in wanted().items()}
    assert counts.pop("CAM") == 16_000
    assert (len(counts), sum(counts.values())) == (32, 110_000)
    found = dict(zip(*np.unique(city.devices.classes, return_counts=True), strict=True))
    assert found["SMK"] == 1265
    assert min(found.values()) >= 3
    assert len(set(city.devices.codes)) == len(city.devices.codes)


def test_everything_lies_in_its_neighbourhood_and_nothing_on_a_road_or_in_the_river(city: City) -> None:
    houses = city.buildings
    assert shapely.covers(city.homes.shapes[houses.home], houses.shapes).all()
    assert not shapely.intersects(houses.shapes, city.river).any()
    assert shapely.distance(houses.shapes, shapely.union_all(city.roads.lines)).min() > 8
    points = shapely.points(city.devices.points)
    assert shapely.intersects(city.homes.shapes[city.devices.home], points).all()
    homes = np.isin(city.devices.classes, ("SMK", "GAS"))
    assert shapely.intersects(shapely.union_all(houses.shapes), points[homes]).all()


def test_an_address_is_of_one_building_and_dwellings_are_below_it(city: City) -> None:
    assert len(set(city.buildings.addresses)) == len(city.buildings.addresses)
    smoke = city.devices.classes == "SMK"
    for text in np.array(city.devices.addresses)[smoke][:50].tolist():
        assert any(text.startswith(one) for one in city.buildings.addresses), text
        assert text.endswith("室")


def test_parts_add_up_to_the_street_and_the_district(city: City) -> None:
    rows = [row for row in count_rows(city, date(2020, 1, 1)) if row["measure"] == "population"]
    by_code = {row["jurisdiction"]: row["value"] for row in rows}
    streets = [by_code[code] for code in ("310107005000", "310107014000")]
    assert by_code["310107000000"] == sum(streets) == measures(city)["population"].sum()
    assert len(rows) == 33


def test_no_device_calls_itself_like_another(city: City) -> None:
    _, _, staff = crew_rows(city)
    assert len(staff) == STAFF == len({row["number"] for row in staff})
    for protocol, length in (("hj212", 24), ("jt808", 11), ("gb26875", 12)):
        names = {external_id(protocol, code, number) for number, code in enumerate(city.devices.codes)}
        assert len(names) == len(city.devices.codes)
        assert {len(name) for name in names} == {length}
