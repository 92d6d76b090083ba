"""Schematic polygons in a real boundary: unit grids of about a hectare, grown into neighbourhoods, sectors, streets.

No open source has the real ones. The grids are one coverage (every shared edge has the same vertices on both sides);
the levels above are unions of them, so they cannot overlap or leave gaps. The same plan and seed give the same drawing.
"""

import heapq
import math
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from yiwang.places.kernels.faces import Faces, lay

Floats = NDArray[np.float64]

LLOYD_PASSES = 4


@dataclass(frozen=True)
class SectorPlan:
    """A sector and the 12-digit codes of its neighbourhoods."""

    code: str
    neighbourhoods: tuple[str, ...]


@dataclass(frozen=True)
class StreetPlan:
    """A street, about where its middle lies (degrees), its share of the area (any unit) and its sectors."""

    code: str
    lon: float
    lat: float
    share: float
    sectors: tuple[SectorPlan, ...]


@dataclass(frozen=True)
class Drawing:
    """Polygons by code, degrees. A grid's code starts with the code of its neighbourhood."""

    streets: dict[str, BaseGeometry] = field(default_factory=dict)
    sectors: dict[str, BaseGeometry] = field(default_factory=dict)
    neighbourhoods: dict[str, BaseGeometry] = field(default_factory=dict)
    grids: dict[str, BaseGeometry] = field(default_factory=dict)


def grow(boundary: BaseGeometry, plans: Sequence[StreetPlan], seed: int, side: float = 100.0) -> Drawing:
    """Return the drawing of a district; `side` is the length of a unit grid's side in metres.

    ValueError when the boundary is too small for so many neighbourhoods.
    """
    chance = np.random.default_rng(seed)
    faces = lay(boundary, chance, side)
    everything = list(range(len(faces.polygons)))
    if len(everything) < sum(len(s.neighbourhoods) for p in plans for s in p.sectors):
        raise ValueError("the boundary holds fewer unit grids than neighbourhoods")
    drawing = Drawing()
    middles = np.array([faces.to_metres(p.lon, p.lat) for p in plans])
    shares = np.array([p.share for p in plans])
    for plan, members in zip(plans, _divide(faces, everything, middles, shares, passes=1), strict=True):
        _grow_street(drawing, faces, plan, members, chance)
    return drawing


def _grow_street(
    drawing: Drawing, faces: Faces, plan: StreetPlan, members: list[int], chance: np.random.Generator
) -> None:
    """Divide a street's grids among its sectors and theirs among the neighbourhoods; write all into the drawing."""
    counts = np.array([float(len(sector.neighbourhoods)) for sector in plan.sectors])
    parts = _divide(faces, members, _spread(faces, members, len(counts), chance), counts)
    for sector, inside in zip(plan.sectors, parts, strict=True):
        number = len(sector.neighbourhoods)
        sizes = chance.uniform(0.7, 1.3, number)
        regions = _divide(faces, inside, _spread(faces, inside, number, chance), sizes)
        regions.sort(key=lambda region: _reading_order(faces, region))
        for code, region in zip(sector.neighbourhoods, regions, strict=True):
            ordered = sorted(region, key=lambda one: _reading_order(faces, [one]))
            for sequence, one in enumerate(ordered, 1):
                drawing.grids[f"{code}{sequence:03d}"] = faces.polygons[one]
            drawing.neighbourhoods[code] = _union([faces.polygons[one] for one in region])
        drawing.sectors[sector.code] = _union([drawing.neighbourhoods[code] for code in sector.neighbourhoods])
    drawing.streets[plan.code] = _union([drawing.sectors[sector.code] for sector in plan.sectors])


def _reading_order(faces: Faces, region: list[int]) -> tuple[int, float]:
    """Order from north to south in bands of one grid, west to east within a band."""
    x, y = faces.middles[region].mean(axis=0)
    return -math.floor(y / faces.side), float(x)


def _union(polygons: list[BaseGeometry]) -> BaseGeometry:
    """Union of neighbours in a coverage: shared edges go, no vertex moves."""
    whole = shapely.coverage_union_all(polygons)
    parts = shapely.get_parts(whole)
    return parts[0] if len(parts) == 1 else whole


def _spread(faces: Faces, members: list[int], number: int, chance: np.random.Generator) -> Floats:
    """Choose `number` points far from each other among the members' middles, metres."""
    points = faces.middles[members]
    chosen = [points[int(chance.integers(len(points)))]]
    nearest = ((points - chosen[0]) ** 2).sum(axis=1)
    while len(chosen) < number:
        chosen.append(points[int(nearest.argmax())])
        nearest = np.minimum(nearest, ((points - chosen[-1]) ** 2).sum(axis=1))
    return np.array(chosen)


def _divide(
    faces: Faces, members: list[int], middles: Floats, shares: Floats, passes: int = LLOYD_PASSES
) -> list[list[int]]:
    """Divide the members into connected regions about `middles` (metres) with areas in proportion to `shares`.

    Each pass moves the middles to the centres of the regions it found, which rounds them.
    """
    targets = shares / shares.sum() * faces.areas[members].sum()
    regions = _grow_regions(faces, members, middles, targets)
    for _ in range(passes):
        middles = np.array([faces.middles[region].mean(axis=0) for region in regions])
        regions = _grow_regions(faces, members, middles, targets)
    return regions


def _grow_regions(faces: Faces, members: list[int], middles: Floats, targets: Floats) -> list[list[int]]:
    """Let regions take neighbouring faces in turn: always the least filled one, the face nearest its middle."""
    free = set(members)
    regions: list[list[int]] = []
    rims: list[list[tuple[float, int]]] = []
    filled = np.zeros(len(middles))
    for region, (x, y) in enumerate(middles):
        candidates = np.fromiter(sorted(free), dtype=np.int64)
        distance = ((faces.middles[candidates] - (x, y)) ** 2).sum(axis=1)
        regions.append([])
        rims.append([])
        _take(faces, int(candidates[distance.argmin()]), region, middles, free, regions, rims)
        filled[region] = faces.areas[regions[region][0]] / targets[region]
    turns = [(float(filled[region]), region) for region in range(len(middles))]
    heapq.heapify(turns)
    while turns:
        share, region = heapq.heappop(turns)
        while rims[region] and rims[region][0][1] not in free:
            heapq.heappop(rims[region])
        if rims[region]:
            one = heapq.heappop(rims[region])[1]
            _take(faces, one, region, middles, free, regions, rims)
            heapq.heappush(turns, (share + faces.areas[one] / targets[region], region))
    for one in sorted(free):  # an island of the boundary that no region reaches joins the nearest middle
        regions[int(((middles - faces.middles[one]) ** 2).sum(axis=1).argmin())].append(one)
    return regions


def _take(
    faces: Faces,
    one: int,
    region: int,
    middles: Floats,
    free: set[int],
    regions: list[list[int]],
    rims: list[list[tuple[float, int]]],
) -> None:
    """Give a free face to a region and put its free neighbours on the region's rim."""
    free.discard(one)
    regions[region].append(one)
    for other in faces.neighbours[one]:
        if other in free:
            away = float(((faces.middles[other] - middles[region]) ** 2).sum())
            heapq.heappush(rims[region], (away, other))
