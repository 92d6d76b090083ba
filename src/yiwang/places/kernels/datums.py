"""Longitudes and latitudes between WGS-84/CGCS2000, GCJ-02 and BD-09, in degrees, for single points and arrays.

CGCS2000 and WGS-84 differ by centimetres and are one here. GCJ-02 is the public two-series formula
(a = 6378245 m, ee = 0.00669342162296594323); outside the rectangle it names China nothing is moved.
The way back is a fixed-point iteration to 1e-12 degree (about 1e-7 m).
"""

import math

import numpy as np
from numba import njit
from numpy.typing import NDArray

Floats = NDArray[np.float64]

AXIS = 6378245.0  # metres, Krasovsky 1940
ECCENTRICITY = 0.00669342162296594323
BD_PI = math.pi * 3000.0 / 180.0
# The published rectangle, degrees.
WEST, EAST, SOUTH, NORTH = 72.004, 137.8347, 0.8293, 55.8271
CLOSE = 1e-13  # degrees: the iteration stops when a step is shorter
MOST_STEPS = 40

DATUMS = ("CGCS2000", "WGS84", "GCJ02", "BD09")


@njit(cache=True)
def _in_china(lon: float, lat: float) -> bool:
    return WEST <= lon <= EAST and SOUTH <= lat <= NORTH


@njit(cache=True)
def _gcj_shift(lon: float, lat: float) -> tuple[float, float]:
    """Degrees by which GCJ-02 moves the WGS-84 point, as if it lay in China."""
    x, y, pi = lon - 105.0, lat - 35.0, math.pi
    common = (20.0 * math.sin(6.0 * x * pi) + 20.0 * math.sin(2.0 * x * pi)) * 2.0 / 3.0
    root = math.sqrt(abs(x))
    dy = -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root + common
    dy += (20.0 * math.sin(y * pi) + 40.0 * math.sin(y / 3.0 * pi)) * 2.0 / 3.0
    dy += (160.0 * math.sin(y / 12.0 * pi) + 320.0 * math.sin(y * pi / 30.0)) * 2.0 / 3.0
    dx = 300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root + common
    dx += (20.0 * math.sin(x * pi) + 40.0 * math.sin(x / 3.0 * pi)) * 2.0 / 3.0
    dx += (150.0 * math.sin(x / 12.0 * pi) + 300.0 * math.sin(x / 30.0 * pi)) * 2.0 / 3.0
    phi = lat / 180.0 * pi
    magic = 1.0 - ECCENTRICITY * math.sin(phi) ** 2
    dy = dy * 180.0 / ((AXIS * (1.0 - ECCENTRICITY)) / (magic * math.sqrt(magic)) * pi)
    dx = dx * 180.0 / (AXIS / math.sqrt(magic) * math.cos(phi) * pi)
    return dx, dy


@njit(cache=True)
def _wgs_to_gcj(lon: float, lat: float) -> tuple[float, float]:
    if not _in_china(lon, lat):
        return lon, lat
    dx, dy = _gcj_shift(lon, lat)
    return lon + dx, lat + dy


@njit(cache=True)
def _gcj_to_wgs(lon: float, lat: float) -> tuple[float, float]:
    """Invert by fixed point. Near the rectangle's rim two points may share an image: the inner one is returned."""
    if not (abs(lon) <= 180.0 and abs(lat) < 90.0):
        return lon, lat
    x, y = lon, lat
    for _ in range(MOST_STEPS):
        dx, dy = _gcj_shift(x, y)
        step = max(abs(lon - dx - x), abs(lat - dy - y))
        x, y = lon - dx, lat - dy
        if step < CLOSE:
            break
    if _in_china(x, y):
        return x, y
    return lon, lat


@njit(cache=True)
def _bd_point(lon: float, lat: float) -> tuple[float, float]:
    z = math.sqrt(lon * lon + lat * lat) + 0.00002 * math.sin(lat * BD_PI)
    theta = math.atan2(lat, lon) + 0.000003 * math.cos(lon * BD_PI)
    return z * math.cos(theta) + 0.0065, z * math.sin(theta) + 0.006


@njit(cache=True)
def _gcj_to_bd(lon: float, lat: float) -> tuple[float, float]:
    return _bd_point(lon, lat) if _in_china(lon, lat) else (lon, lat)


@njit(cache=True)
def _bd_to_gcj(lon: float, lat: float) -> tuple[float, float]:
    x, y = lon - 0.0065, lat - 0.006
    for _ in range(MOST_STEPS):
        u, v = _bd_point(x, y)
        step = max(abs(lon - u), abs(lat - v))
        x, y = x + lon - u, y + lat - v
        if step < CLOSE:
            break
    if _in_china(x, y):
        return x, y
    return lon, lat


@njit(cache=True)
def _point(way: int, lon: float, lat: float) -> tuple[float, float]:
    """Go one of the six ways: the numbers are those of `_WAYS`."""
    if way in (0, 4):
        lon, lat = _wgs_to_gcj(lon, lat)
    if way in (2, 4):
        lon, lat = _gcj_to_bd(lon, lat)
    if way in (3, 5):
        lon, lat = _bd_to_gcj(lon, lat)
    if way in (1, 5):
        lon, lat = _gcj_to_wgs(lon, lat)
    return lon, lat


@njit(cache=True, nogil=True)
def _points(way: int, lons: Floats, lats: Floats, out: Floats) -> None:
    for i in range(lons.size):
        out[0, i], out[1, i] = _point(way, lons[i], lats[i])


_WAYS = {
    ("WGS84", "GCJ02"): 0,
    ("GCJ02", "WGS84"): 1,
    ("GCJ02", "BD09"): 2,
    ("BD09", "GCJ02"): 3,
    ("WGS84", "BD09"): 4,
    ("BD09", "WGS84"): 5,
}


def _way(from_datum: str, to_datum: str) -> int | None:
    """Return the number of the way between two datums, None when they are one."""
    if from_datum not in DATUMS or to_datum not in DATUMS:
        raise ValueError(f"datum must be one of {', '.join(DATUMS)}")
    pair = (from_datum.replace("CGCS2000", "WGS84"), to_datum.replace("CGCS2000", "WGS84"))
    return None if pair[0] == pair[1] else _WAYS[pair]


def convert(lon: float, lat: float, from_datum: str, to_datum: str = "CGCS2000") -> tuple[float, float]:
    """Return one point, degrees, in another datum; ValueError for a datum not in `DATUMS`."""
    way = _way(from_datum, to_datum)
    if way is None:
        return float(lon), float(lat)
    x, y = _point(way, float(lon), float(lat))
    return x, y


def convert_many(lons: Floats, lats: Floats, from_datum: str, to_datum: str = "CGCS2000") -> tuple[Floats, Floats]:
    """Return arrays of points, degrees, in another datum; the arrays keep their shape."""
    way = _way(from_datum, to_datum)
    lons, lats = np.broadcast_arrays(np.asarray(lons, dtype=np.float64), np.asarray(lats, dtype=np.float64))
    if way is None:
        return lons.copy(), lats.copy()
    out = np.empty((2, lons.size))
    _points(way, np.ascontiguousarray(lons).ravel(), np.ascontiguousarray(lats).ravel(), out)
    return out[0].reshape(lons.shape), out[1].reshape(lats.shape)
