"""Blocks and buildings: slabs, towers, shops along the road and works, with addresses of road, lane and number."""

from typing import Any

import numpy as np
import shapely

from yiwang.demo.city.model import Buildings, Floats, Ints, Neighbourhoods, Roads, Shapes

CELL = (66.0, 34.0)  # metres of a plot: a slab lies east to west, and sees the sun over the one before it
# Kind: share of compounds, length and depth of a building (metres), floors from and to.
KINDS: dict[str, tuple[float, float, float, int, int]] = {
    "walk_up": (0.56, 48.0, 12.0, 5, 7),
    "tower": (0.26, 34.0, 18.0, 14, 33),
    "office": (0.07, 46.0, 22.0, 6, 28),
    "works": (0.05, 56.0, 24.0, 1, 3),
    "school": (0.06, 52.0, 14.0, 3, 5),
}
FLOOR = 3.0
KEPT = 0.8  # the share of plots that are built on


def grow_blocks(homes: Neighbourhoods, roads: Roads, river: Any) -> Shapes:
    """Return what each neighbourhood leaves between its roads and the river, row by row."""
    free = shapely.union_all(shapely.buffer(roads.lines, roads.widths / 2, cap_style="flat", quad_segs=2))
    shapely.prepare(free)
    inner = shapely.difference(shapely.difference(homes.shapes, free), river.buffer(12.0))
    return shapely.buffer(inner, -4.0, quad_segs=2)  # type: ignore[no-any-return]


def grow_buildings(
    homes: Neighbourhoods, roads: Roads, blocks: Shapes, chance: np.random.Generator, most: int
) -> Buildings:
    """Build on a grid of plots, at most `most` buildings, compounds of one kind each."""
    middles, home = _plots(blocks, chance, most)
    kinds = _kinds(home, homes, chance)
    sizes = np.array([KINDS[kind][1:3] for kind in kinds])
    half = sizes / 2 * chance.uniform(0.85, 1.0, (len(home), 1))
    shapes = shapely.box(*(middles - half).T, *(middles + half).T)
    spread = np.array([KINDS[kind][3:5] for kind in kinds])
    floors = chance.integers(spread[:, 0], spread[:, 1] + 1)
    heights: Floats = np.round(floors * np.where(np.isin(kinds, ("office", "works")), 4.2, FLOOR), 1)
    return Buildings(home, kinds, shapes, floors, heights, _addresses(homes, roads, home, middles))


def _plots(blocks: Shapes, chance: np.random.Generator, most: int) -> tuple[Floats, Ints]:
    west, south, east, north = shapely.total_bounds(blocks)
    across, up = np.meshgrid(np.arange(west, east, CELL[0]), np.arange(south, north, CELL[1]))
    middles = np.column_stack([across.ravel(), up.ravel()]) + CELL[0] / 2
    half = np.array(CELL) / 2 - 4
    plots = shapely.box(*(middles - half).T, *(middles + half).T)
    home, which = shapely.STRtree(plots).query(blocks, predicate="contains")
    kept = chance.random(which.size) < min(KEPT, most / max(1, which.size))
    return middles[which[kept]], home[kept]


def _kinds(home: Ints, homes: Neighbourhoods, chance: np.random.Generator) -> Any:
    """Neighbouring plots share a kind: every neighbourhood has a main one and some of another."""
    names = np.array(list(KINDS))
    shares = np.array([KINDS[name][0] for name in names])
    lived_in = np.where(names == "school", 0, shares)  # a neighbourhood has schools, and is none
    main = chance.choice(names, len(homes.codes), p=lived_in / lived_in.sum())
    other = chance.choice(names, home.size, p=shares / shares.sum())
    return np.where(chance.random(home.size) < 0.72, main[home], other)


def _addresses(homes: Neighbourhoods, roads: Roads, home: Ints, middles: Floats) -> tuple[str, ...]:
    """Each neighbourhood is a lane 弄 of its nearest road, numbered along it; its buildings are numbered row by row."""
    centres = shapely.point_on_surface(homes.shapes)
    nearest = shapely.STRtree(roads.lines).nearest(centres)
    named = np.array(roads.names)[nearest]
    position = np.array([(point.x, point.y) for point in centres])
    lanes = np.empty(len(homes.codes), dtype=np.int64)
    for name in np.unique(named):
        rows = np.flatnonzero(named == name)
        spread = np.ptp(position[rows], axis=0)
        order = rows[np.argsort(position[rows, int(spread[1] > spread[0])])]
        lanes[order] = 100 + 37 * np.arange(order.size) + order % 17
    order = np.lexsort((middles[:, 0], -middles[:, 1], home))
    starts = np.searchsorted(home[order], np.arange(len(homes.codes)))
    number = np.empty(home.size, dtype=np.int64)
    number[order] = np.arange(home.size) - starts[home[order]] + 1
    return tuple(
        f"普陀区{named[row]}{lanes[row]}弄{n}号" for row, n in zip(home.tolist(), number.tolist(), strict=True)
    )
