"""Datums: published points, the way back, the rim of the rectangle named China."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from yiwang.places.kernels.datums import DATUMS, convert, convert_many

METRE = 1 / 111_320.0  # degrees of latitude

# Inside the rectangle by more than the largest shift: nearer its rim two points share an image.
inside_lon = st.floats(72.1, 137.7)
inside_lat = st.floats(0.9, 55.7)


def test_it_gives_the_published_gcj02_point() -> None:
    lon, lat = convert(121.5272106, 31.1774276, "WGS84", "GCJ02")
    assert lon == pytest.approx(121.531541859215, abs=1e-12)
    assert lat == pytest.approx(31.17530398364597, abs=1e-12)


@pytest.mark.parametrize(("start", "over"), [("CGCS2000", "GCJ02"), ("WGS84", "BD09"), ("GCJ02", "BD09")])
@given(lon=inside_lon, lat=inside_lat)
def test_it_comes_back_within_a_micrometre(start: str, over: str, lon: float, lat: float) -> None:
    x, y = convert(*convert(lon, lat, start, over), over, start)
    assert abs(x - lon) < 1e-6 * METRE and abs(y - lat) < 1e-6 * METRE


@pytest.mark.parametrize("datum", DATUMS)
def test_it_moves_nothing_outside_china(datum: str) -> None:
    for point in [(-71.06, 42.36), (2.35, 48.86), (71.0, 30.0), (110.0, 56.5), (-180.0, -90.0), (180.0, 90.0)]:
        assert convert(*point, "WGS84", datum) == point
        assert convert(*point, datum, "WGS84") == point


def test_arrays_and_single_points_agree() -> None:
    chance = np.random.default_rng(7)
    lons, lats = chance.uniform(60, 150, 5000), chance.uniform(-5, 60, 5000)
    for start in DATUMS:
        for end in DATUMS:
            many = convert_many(lons, lats, start, end)
            one = [convert(x, y, start, end) for x, y in zip(lons[:200], lats[:200], strict=True)]
            assert np.array_equal(np.column_stack(many)[:200], np.array(one))


def test_arrays_keep_their_shape_and_the_callers_values() -> None:
    lons = np.full((2, 3), 121.4)
    x, y = convert_many(lons, np.array([31.2]), "CGCS2000", "GCJ02")
    assert x.shape == y.shape == (2, 3)
    assert lons.max() == 121.4
    assert 0.004 < (x - lons).min() < 0.005


def test_cgcs2000_and_wgs84_are_one() -> None:
    assert convert(121.4, 31.2, "WGS84", "CGCS2000") == (121.4, 31.2)


def test_it_refuses_a_datum_it_does_not_know() -> None:
    with pytest.raises(ValueError, match="CGCS2000, WGS84, GCJ02, BD09"):
        convert(121.4, 31.2, "BJ54", "WGS84")


def test_a_point_that_is_no_number_stays_none() -> None:
    x, y = convert(float("nan"), 31.2, "GCJ02", "WGS84")
    assert np.isnan(x) or np.isnan(y)
