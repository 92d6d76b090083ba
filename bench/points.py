"""How many points a second find their polygon, beside Shapely in the same run: `python bench/points.py`."""

import json
import time
from collections.abc import Callable

import numpy as np
import shapely

from yiwang.places.kernels import raster

POLYGONS, POINTS, RUNS = 10_000, 1_000_000, 5


def fastest(run: Callable[[], object]) -> float:
    """Return the seconds of the fastest of a few runs."""
    spans = []
    for _ in range(RUNS):
        start = time.perf_counter()
        run()
        spans.append(time.perf_counter() - start)
    return min(spans)


def main() -> None:
    chance = np.random.default_rng(2026)
    seeds = shapely.multipoints(chance.random((POLYGONS, 2)) * [0.5, 0.4] + [121.2, 31.0])
    cells = shapely.get_parts(shapely.voronoi_polygons(seeds))
    polygons = shapely.segmentize(shapely.intersection(cells, shapely.box(121.2, 31.0, 121.7, 31.4)), 0.0007)
    points = chance.random((POINTS, 2)) * [0.5, 0.4] + [121.2, 31.0]
    xs, ys = points[:, 0].copy(), points[:, 1].copy()
    made = shapely.points(points)
    index, tree = raster.build(list(polygons)), shapely.STRtree(polygons)
    ours = raster.find_many(index, xs, ys)
    found, polygon = tree.query(made, predicate="intersects")
    theirs = np.full(POINTS, POLYGONS)
    np.minimum.at(theirs, found, polygon)
    span = fastest(lambda: raster.find_many(index, xs, ys))
    shapely_span = fastest(lambda: tree.query(made, predicate="intersects"))
    print(
        json.dumps(
            {
                "polygons": POLYGONS,
                "vertices_mean": round(float(shapely.get_num_coordinates(polygons).mean()), 1),
                "points": POINTS,
                "cores": 1,
                "points_per_second": round(POINTS / span),
                "shapely_points_per_second": round(POINTS / shapely_span),
                "ratio": round(shapely_span / span, 1),
                "differing": int((np.where(theirs == POLYGONS, -1, theirs) != ours).sum()),
                "build_seconds": round(fastest(lambda: raster.build(list(polygons))), 3),
                "index_bytes": sum(part.nbytes for part in index if isinstance(part, np.ndarray)),
            },
            indent=2,
        )
    )


if __name__ == "__main__":
    main()
