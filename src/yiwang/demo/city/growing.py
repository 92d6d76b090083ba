"""A whole city from boundaries and a seed."""

import tomllib
from collections.abc import Callable, Mapping, Sequence
from importlib.resources import files
from typing import Any

import numpy as np
import shapely

from yiwang.demo.city.houses import grow_blocks, grow_buildings
from yiwang.demo.city.model import City, Neighbourhoods, Plane
from yiwang.demo.city.sensors import place
from yiwang.demo.city.streets import grow_river, grow_roads

PEOPLE = 1_239_800  # residents of Putuo in the census of 2020, spread by area and what is built
BUILDINGS = 16_000


def grow(
    boundaries: Sequence[tuple[str, str, Any]],
    seed: int,
    scale: float = 1.0,
    told: Callable[[str], None] = lambda _: None,
) -> City:
    """Grow a city in the neighbourhoods given (code, name, polygon in degrees)."""
    rows = sorted(boundaries, key=lambda row: row[0])
    shapes = np.array([row[2] for row in rows], dtype=object)
    middle = shapely.centroid(shapely.GeometryCollection(list(shapes)))
    plane = Plane(round(middle.x, 4), round(middle.y, 4))
    chance = np.random.default_rng(seed)
    flat = plane.flat(shapes)
    weight = shapely.area(flat) ** 0.5 * chance.uniform(0.6, 1.4, len(rows))
    people = np.floor(PEOPLE * scale * weight / weight.sum()).astype(np.int64)
    homes = Neighbourhoods(tuple(row[0] for row in rows), tuple(row[1] for row in rows), flat, people)
    told("roads")
    river = grow_river(homes, chance)
    roads = grow_roads(homes, chance)
    told("buildings")
    blocks = grow_blocks(homes, roads, river)
    buildings = grow_buildings(homes, roads, blocks, chance, max(50, round(BUILDINGS * scale)))
    told("devices")
    devices = place(wanted(), homes, buildings, roads, river, chance, scale)
    return City(plane, homes, river, roads, blocks, buildings, devices)


def wanted() -> Mapping[str, Mapping[str, Any]]:
    """Return how many devices of which class stand where."""
    return tomllib.loads((files("yiwang.demo") / "data" / "devices.toml").read_text(encoding="utf-8"))
