"""The finest coverage of a boundary: faces of about one grid, cut from a jittered lattice, with their neighbours."""

import math
from collections import defaultdict
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

Floats = NDArray[np.float64]

METRES_PER_DEGREE = 111_194.9  # of latitude, sphere of 6371 km
JITTER = 0.22  # of a side: streets are not ruled lines
TILT = math.radians(12)  # about the slant of Shanghai's streets
SLIVER = 0.4  # of a grid's area: what is smaller joins a neighbour


@dataclass(frozen=True)
class Faces:
    """Polygons (degrees), areas (m²) and middles (metres from the boundary's middle), and who touches whom."""

    polygons: list[BaseGeometry]
    areas: Floats
    middles: Floats
    neighbours: list[list[int]]
    side: float
    lon: float
    lat: float

    def to_metres(self, lon: float, lat: float) -> tuple[float, float]:
        """Return a point in metres east and north of the boundary's middle."""
        return (lon - self.lon) * METRES_PER_DEGREE * math.cos(math.radians(self.lat)), (
            lat - self.lat
        ) * METRES_PER_DEGREE


def lay(boundary: BaseGeometry, chance: np.random.Generator, side: float) -> Faces:
    """Return the faces of a valid (multi)polygon in degrees; `side` in metres."""
    west, south, east, north = boundary.bounds
    lon, lat = (west + east) / 2, (south + north) / 2
    per_lon = METRES_PER_DEGREE * math.cos(math.radians(lat))
    lines = _lattice((east - west) * per_lon, (north - south) * METRES_PER_DEGREE, chance, side)
    lines = lines / (per_lon, METRES_PER_DEGREE) + (lon, lat)
    made = shapely.linestrings(lines)
    shapely.prepare(boundary)
    inside = made[shapely.intersects(boundary, made)]
    work = shapely.node(shapely.geometrycollections([*inside, *shapely.get_parts(shapely.boundary(boundary))]))
    found = shapely.get_parts(shapely.polygonize([work]))
    found = found[shapely.intersects(boundary, shapely.point_on_surface(found))]
    polygons = _join_slivers(list(found), side * side / (per_lon * METRES_PER_DEGREE))
    middles = shapely.get_coordinates(shapely.centroid(polygons))
    return Faces(
        polygons,
        shapely.area(polygons) * per_lon * METRES_PER_DEGREE,
        (middles - (lon, lat)) * (per_lon, METRES_PER_DEGREE),
        [sorted(others) for others in _shared(polygons)],
        side,
        lon,
        lat,
    )


def _lattice(width: float, height: float, chance: np.random.Generator, side: float) -> Floats:
    """Return the segments (n × 2 × 2, metres) of a tilted, jittered lattice about the origin that covers the box."""
    half = int(math.hypot(width, height) / 2 / side) + 2
    steps = np.arange(-half, half + 1) * side
    x, y = np.meshgrid(steps, steps)
    x, y = x * math.cos(TILT) - y * math.sin(TILT), x * math.sin(TILT) + y * math.cos(TILT)
    points = np.stack([x, y], axis=-1) + chance.uniform(-JITTER, JITTER, (*x.shape, 2)) * side
    across = np.stack([points[:, :-1], points[:, 1:]], axis=2).reshape(-1, 2, 2)
    along = np.stack([points[:-1], points[1:]], axis=2).reshape(-1, 2, 2)
    return np.concatenate([across, along])


def _shared(polygons: list[BaseGeometry]) -> list[dict[int, float]]:
    """Return for each polygon of a coverage its neighbours with the length of the shared border, degrees."""
    points, owner = shapely.get_coordinates(shapely.boundary(polygons), return_index=True)
    rings: dict[tuple[tuple[float, ...], tuple[float, ...]], list[int]] = defaultdict(list)
    keys = [tuple(point) for point in points.tolist()]
    owners = owner.tolist()
    for i in range(len(keys) - 1):
        # A step from one ring's end to the next ring's start matches no other polygon's edge.
        if owners[i] == owners[i + 1]:
            a, b = keys[i], keys[i + 1]
            rings[(a, b) if a < b else (b, a)].append(owners[i])
    shared: list[dict[int, float]] = [{} for _ in polygons]
    for (a, b), both in rings.items():
        if len(both) == 2 and both[0] != both[1]:
            one, other = both
            length = math.dist(a, b)
            shared[one][other] = shared[one].get(other, 0.0) + length
            shared[other][one] = shared[other].get(one, 0.0) + length
    return shared


def _join_slivers(polygons: list[BaseGeometry], full: float) -> list[BaseGeometry]:
    """Join each face below a share of `full` (square degrees) to the neighbour with the longest shared border."""
    while True:
        areas = shapely.area(polygons)
        shared = _shared(polygons)
        into: dict[int, int] = {}
        for one in np.argsort(areas, kind="stable").tolist():
            # A face that already takes part waits for the next round.
            if areas[one] < SLIVER * full and shared[one] and one not in into and one not in into.values():
                other = max(shared[one], key=lambda k: (shared[one][k], -k))
                if other not in into:
                    into[one] = other
        if not into:
            return polygons
        groups: dict[int, list[int]] = {i: [i] for i in range(len(polygons)) if i not in into}
        for one, other in into.items():
            groups[other].append(one)
        polygons = [
            polygons[key] if len(group) == 1 else _one(shapely.coverage_union_all([polygons[i] for i in group]))
            for key, group in groups.items()
        ]


def _one(geometry: BaseGeometry) -> BaseGeometry:
    parts = shapely.get_parts(geometry)
    return parts[0] if len(parts) == 1 else geometry
