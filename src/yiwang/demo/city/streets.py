"""Roads and the river: borders of neighbourhoods become roads, and a winding line crosses the south of the district."""

from typing import Any

import numpy as np
import shapely

from yiwang.demo.city.model import Floats, Neighbourhoods, Roads, Shapes

EVERY = 420.0  # metres between two lines of the lattice that roads have their names from
RIVER_WIDTH = 45.0
_FIRST = "云桐兰白枣金光武宁延怀新祁芝棠石泉岚皋长绥真华桃敦古铜中江枫礼雪松青柳曹顺义水清河星月和安"
_EAST = "川海潭渡溪山湖门浦原桥岭州塘亭园"
_NORTH = "宁平阳泰丰昌兴盛康华荣德仁义信礼"


def grow_river(homes: Neighbourhoods, chance: np.random.Generator) -> Any:
    """Return a river of `RIVER_WIDTH` metres from the west to the east end, in the southern third."""
    west, south, east, north = shapely.total_bounds(homes.shapes)
    along = np.linspace(west - 200, east + 200, 80)
    phase = chance.uniform(0, 2 * np.pi, 3)
    share = (along - west) / (east - west)
    swing = sum(np.sin(share * 2 * np.pi * (k + 1) + phase[k]) / (k + 1) for k in range(3))
    line = shapely.LineString(np.column_stack([along, south + (north - south) * (0.24 + 0.05 * swing)]))
    return shapely.intersection(line.buffer(RIVER_WIDTH / 2, quad_segs=4), shapely.union_all(homes.shapes))


def grow_roads(homes: Neighbourhoods, chance: np.random.Generator) -> Roads:
    """Make roads of the borders between neighbourhoods; pieces of one line of the lattice bear one name."""
    simple = shapely.coverage_simplify(homes.shapes, 25.0)
    borders = shapely.line_merge(shapely.unary_union(shapely.boundary(simple)))
    lines = shapely.get_parts(borders)
    lines = lines[shapely.length(lines) > 40]
    names = _names(lines, chance)
    streets = np.array([code[:9] for code in homes.codes])
    main = shapely.union_all(
        [shapely.boundary(shapely.union_all(simple[streets == one])) for one in np.unique(streets)]
    )
    wide = shapely.length(shapely.intersection(lines, main.buffer(1.0))) > 0.5 * shapely.length(lines)
    return Roads(tuple(names), lines, np.where(wide, 32.0, 18.0))


def _names(lines: Shapes, chance: np.random.Generator) -> list[str]:
    """Name each line by the row or column of the lattice that it lies along."""
    ends = np.array([(line.coords[0], line.coords[-1]) for line in lines])
    across = np.abs(ends[:, 1] - ends[:, 0])
    middles: Floats = np.array(
        [point.coords[0] for point in shapely.line_interpolate_point(lines, 0.5, normalized=True)]
    )
    eastward = across[:, 0] >= across[:, 1]
    bucket = np.floor_divide(np.where(eastward, middles[:, 1], middles[:, 0]), EVERY).astype(int)
    first = chance.permutation(list(_FIRST))
    found = {}
    for way, tails in ((True, chance.permutation(list(_EAST))), (False, chance.permutation(list(_NORTH)))):
        for number, key in enumerate(sorted(set(bucket[eastward == way].tolist()))):
            head = first[(number * 2 + way) % len(first)]
            found[way, key] = f"{head}{tails[number * 7 % len(tails)]}路"
    return [found[bool(way), int(key)] for way, key in zip(eastward, bucket, strict=True)]
