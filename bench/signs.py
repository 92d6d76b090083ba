"""How long all signs at all places take over the lakes of platforms of several sizes: `python bench/signs.py LAKE …`.

A lake is the folder `lake` of a data folder whose worker has computed once (`yiwang signs compute` makes the copies).
It is only read. Levels and the writing of states come on top: `yiwang signs compute --no-act` prints its stages.
"""

import json
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import pyarrow.parquet as pq

from yiwang.app.facts import FACTS
from yiwang.lake import Lake
from yiwang.lake.copies import copied_at
from yiwang.signs.aggregating import Sums, aggregate
from yiwang.signs.declaring import shipped
from yiwang.signs.formulas import FORMULAS
from yiwang.signs.model.tree import Place, Tree, tree_of
from yiwang.signs.sources import Planned, Plans, planned

RUNS = 3
PLANS = Plans()
FACTS_SHOWN = ("event.admitted", "case.filed", "alarm.raised")


def tree_in(lake: Path) -> Tree:
    """Return the places as the copy of the tree has them."""
    rows = pq.read_table(lake / "copies" / "nodes.parquet").to_pylist()
    above = {row["node"]: row["parent"] for row in rows}
    places = [
        Place(UUID(row["node"]), row["node"], row["level"], UUID(above[row["node"]]) if above[row["node"]] else None)
        for row in rows
    ]
    # The home district is the one that has sectors; the others of the city are there as boundaries.
    districts = [place.id for place in places if place.level == "district"]
    trees = [tree_of(places, district) for district in districts]
    return max(trees, key=lambda tree: sum(place.level == "sector" for place in tree.places))


def computed(lake: Path, tree: Tree, at: datetime, rows: Path) -> tuple[Sums, float, float]:
    """Compute once; return the sums, seconds, and seconds of processor."""
    start, used = time.perf_counter(), time.process_time()
    with Lake(lake, FACTS) as opened:
        sources = Planned(opened, at, ZoneInfo("Asia/Shanghai"), at, plans=PLANS)
        sums = aggregate(sources, planned(FORMULAS), shipped(), tree, pushed={}, rows_folder=rows)
    return sums, time.perf_counter() - start, time.process_time() - used


def measured(lake: Path) -> dict[str, Any]:
    at, tree = copied_at(lake, "devices") or datetime.now(UTC), tree_in(lake)
    with tempfile.TemporaryDirectory() as folder, Lake(lake, FACTS) as opened:
        runs = [computed(lake, tree, at, Path(folder)) for _ in range(RUNS)]
        counts = {
            name: opened.table(name).count().execute() for name in ("event.admitted", "case.filed", "alarm.raised")
        }
    return {
        "devices": pq.read_metadata(lake / "copies" / "devices.parquet").num_rows,
        "facts": {name: int(count) for name, count in counts.items()},
        "signs": len(shipped()),
        "places": len(tree.places),
        "failed": runs[-1][0].failed,
        "seconds": round(min(seconds for _, seconds, _ in runs), 2),
        "processor_seconds": round(min(used for _, _, used in runs), 2),
    }


if __name__ == "__main__":
    for name in sys.argv[1:]:
        print(json.dumps(measured(Path(name))), flush=True)
