"""Where sensors and cameras stand: smoke by dwelling, manholes by road, water levels by river and crossing."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from yiwang.demo.city.model import Buildings, Devices, Floats, Ints, Neighbourhoods, Roads

# Which buildings a place among buildings means.
AMONG = {
    "home": ("walk_up", "tower"),
    "shop": ("walk_up", "office"),
    "house": ("walk_up", "tower", "office", "school"),
    "office": ("office", "school", "works"),
    "high": ("tower", "office"),
    "cellar": ("tower", "office"),
    "roof": ("office", "school"),
    "works": ("works",),
}
DOORS = 4  # dwellings on a floor


def place(
    wanted: Mapping[str, Mapping[str, object]],
    homes: Neighbourhoods,
    buildings: Buildings,
    roads: Roads,
    river: Any,
    chance: np.random.Generator,
    scale: float,
) -> Devices:
    """Place `scale` times the devices wanted (class: count, at), at least one of each class."""
    parts: list[tuple[str, Floats, list[str], list[str], Ints]] = []
    for code, want in wanted.items():
        count = max(1, round(int(str(want["count"])) * scale))
        at = str(want["at"])
        found = _among(at, buildings, count, chance) if at in AMONG else _beside(at, homes, roads, river, count, chance)
        parts.append((code, *found))
    sizes = [len(points) for _, points, *_ in parts]
    classes: NDArray[np.str_] = np.repeat([code for code, *_ in parts], sizes)
    codes = [
        f"{code}-{number:06d}" for (code, *_), size in zip(parts, sizes, strict=True) for number in range(1, size + 1)
    ]
    return Devices(
        classes,
        tuple(codes),
        np.concatenate([points for _, points, *_ in parts]),
        tuple(text for part in parts for text in part[2]),
        tuple(text for part in parts for text in part[3]),
        np.concatenate([part[4] for part in parts]),
    )


def _among(
    at: str, buildings: Buildings, count: int, chance: np.random.Generator
) -> tuple[Floats, list[str], list[str], Ints]:
    rows = np.flatnonzero(np.isin(buildings.kinds, AMONG[at]))
    rows = rows if rows.size else np.arange(buildings.kinds.size)
    weight = buildings.floors[rows] if at in ("home", "house", "high") else np.ones(rows.size)
    chosen = chance.choice(rows, count, p=weight / weight.sum())
    bounds = shapely.bounds(buildings.shapes[chosen])
    points = bounds[:, :2] + chance.random((count, 2)) * (bounds[:, 2:] - bounds[:, :2])
    floors = 1 + (chance.random(count) * buildings.floors[chosen]).astype(int)
    doors = 1 + chance.integers(DOORS, size=count)
    addresses = [buildings.addresses[row] for row in chosen.tolist()]
    if at == "home":
        addresses = [f"{text}{floor}{door:02d}室" for text, floor, door in zip(addresses, floors, doors, strict=True)]
        return points, addresses, [str(floor) for floor in floors], buildings.home[chosen]
    told = {"shop": "1", "cellar": "-1"}.get(at)
    above = buildings.floors[chosen] if at in ("roof", "high") else None
    floor_words = [told or (str(above[n]) if above is not None else "") for n in range(count)]
    return points, addresses, floor_words, buildings.home[chosen]


def _beside(
    at: str, homes: Neighbourhoods, roads: Roads, river: Any, count: int, chance: np.random.Generator
) -> tuple[Floats, list[str], list[str], Ints]:
    if at == "river":
        bank = river.boundary
        shapes = _along(bank, chance.random(count))
        names = ["滨河步道"] * count
    else:
        lengths = shapely.length(roads.lines)
        chosen = chance.choice(len(roads.lines), count, p=lengths / lengths.sum())
        along = np.round(chance.random(count)) if at == "crossing" else chance.random(count)
        shapes = shapely.line_interpolate_point(roads.lines[chosen], along, normalized=True)
        names = [roads.names[row] for row in chosen.tolist()]
    points = shapely.get_coordinates(shapes) + chance.normal(0, 3.0, (count, 2))
    tree = shapely.STRtree(homes.shapes)
    home = tree.nearest(shapely.points(points))
    inside = shapely.intersects(homes.shapes[home], shapely.points(points))
    points[~inside] = shapely.get_coordinates(shapely.point_on_surface(homes.shapes[home[~inside]]))
    return points, names, [""] * count, home.astype(np.int64)


def _along(bank: Any, shares: Floats) -> Any:
    """Return points at these shares of a line that may have several parts."""
    parts = shapely.get_parts(bank)
    lengths = shapely.length(parts)
    part = np.minimum(np.searchsorted(np.cumsum(lengths), shares * lengths.sum()), len(parts) - 1)
    return shapely.line_interpolate_point(parts[part], shares, normalized=True)
