"""Drawing schematic polygons inside a district's real boundary, marked 示意, where no real ones are held."""

from datetime import datetime
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from yiwang import access
from yiwang.access import Actor
from yiwang.base.errors import Conflict, NotFound
from yiwang.base.ids import uuid7
from yiwang.db.tx import Tx
from yiwang.ledger import record
from yiwang.places.codes import plan as shipped_plan
from yiwang.places.codes import rows
from yiwang.places.facts import BoundariesImported
from yiwang.places.kernels.growing import Drawing, SectorPlan, StreetPlan, grow
from yiwang.places.store import shapes, tree
from yiwang.places.tree import require_reach

_DRAWN = ("street", "sector", "neighbourhood")


def street_plans(plan: dict[str, Any]) -> list[StreetPlan]:
    """Return the plan's streets with the sectors and neighbourhoods of the national codes."""
    by_parent: dict[str, list[str]] = {}
    for row in rows(plan["district"]):
        if row.level in ("sector", "neighbourhood") and row.parent_code:
            by_parent.setdefault(row.parent_code, []).append(row.code)
    return [
        StreetPlan(
            street["code"],
            street["lon"],
            street["lat"],
            street["share"],
            tuple(SectorPlan(code, tuple(by_parent[code])) for code in by_parent[street["code"]]),
        )
        for street in plan["street"]
    ]


def draw(boundary: BaseGeometry) -> Drawing:
    """Return the drawing of the shipped plan inside a boundary, degrees; the same every time, about a second."""
    plan = shipped_plan()
    return grow(boundary, street_plans(plan), plan["seed"], plan["side"])


async def draw_schematic(tx: Tx, actor: Actor, at: datetime, *, since: datetime | None = None) -> dict[str, int]:
    """Draw Putuo's streets, sectors, neighbourhoods and unit grids and store them; return how many of each.

    `since` None means in force as far back as anyone asks. A jurisdiction that holds a polygon keeps it.
    """
    actor.scope("places.import")
    district = (await tree.by_codes(tx, [shipped_plan()["district"]])).get(shipped_plan()["district"])
    if district is None:
        raise NotFound("Load the national codes of the district first.")
    await require_reach(tx, actor, "places.import", [district.id])
    if not await _is_lacking(tx):
        return dict.fromkeys((*_DRAWN, "grid"), 0)
    await tree.lock_tree(tx)
    held = await shapes.open_boundaries(tx, [district.id])
    if district.id not in held:
        raise Conflict("Import the district's boundary first: the drawing is grown inside it.")
    drawing = draw(shapely.from_wkb(held[district.id].wkb))
    source = f"schematic drawing, seed {shipped_plan()['seed']}"
    stamp = shapes.Stamp(source, schematic=True, valid_from=since)
    counts: dict[str, int] = {}
    ids = {code: found.id for code, found in (await tree.by_codes(tx, _codes(drawing))).items()}
    for level, polygons in _levels(drawing).items():
        free = await shapes.without_boundary(tx, [ids[code] for code in polygons if code in ids])
        rows = [
            (ids[code], shapes.shape(code, "", polygon)) for code, polygon in polygons.items() if ids.get(code) in free
        ]
        shapes.insert_boundaries(tx, [(one, made, 1) for one, made in rows], stamp)
        counts[level] = len(rows)
    known = await shapes.open_cells(tx, "basic", list(drawing.grids))
    cells = [
        (shapes.shape(code, code, polygon), ids.get(code[:12]), 1)
        for code, polygon in drawing.grids.items()
        if code not in known
    ]
    shapes.insert_cells(tx, "basic", cells, stamp)
    counts["grid"] = len(cells)
    access.audit(tx, actor, "boundaries.draw", "jurisdiction", district.id, at, counts)
    for level, added in counts.items():
        name = "grid:basic" if level == "grid" else level
        await record(tx, BoundariesImported(uuid7(tx.at), name, source, True, added, 0), at=at, actor=actor.id)
    return counts


async def _is_lacking(tx: Tx) -> bool:
    """Whether a jurisdiction of the plan never had a polygon, or the district has no unit grid."""
    codes = [row.code for row in rows(shipped_plan()["district"]) if row.level in _DRAWN]
    known = await tree.by_codes(tx, codes)
    ids = [one.id for one in known.values()]
    return bool(await shapes.without_boundary(tx, ids)) or not await shapes.has_cells(tx, "basic", ids)


def _levels(drawing: Drawing) -> dict[str, dict[str, BaseGeometry]]:
    return {"street": drawing.streets, "sector": drawing.sectors, "neighbourhood": drawing.neighbourhoods}


def _codes(drawing: Drawing) -> list[str]:
    return [code for polygons in _levels(drawing).values() for code in polygons]
