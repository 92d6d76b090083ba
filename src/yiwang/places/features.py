"""Importing roads, water, blocks and buildings as GeoJSON; reading those of a window of the map."""

import math
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

import shapely

from yiwang import access
from yiwang.access import Actor
from yiwang.base.errors import Conflict, Invalid
from yiwang.base.ids import uuid7
from yiwang.db.tx import Tx
from yiwang.ledger import record
from yiwang.places.facts import FeaturesImported
from yiwang.places.geojson import Feature, read_features
from yiwang.places.model import FEATURE_KINDS, ImportReport, Problem, Shape
from yiwang.places.store import features as store
from yiwang.places.store.shapes import shape
from yiwang.places.tree import require_reach

AREAS = ("Polygon", "MultiPolygon")
LINES = ("LineString", "MultiLineString")
MOST = 5000


async def import_features(
    tx: Tx,
    actor: Actor,
    geojson: Mapping[str, Any],
    kind: str,
    code_property: str,
    at: datetime,
    source: str,
    *,
    name_property: str = "name",
    height_property: str = "height",
    since: datetime | None = None,
    dry_run: bool = False,
    datum: str = "CGCS2000",
) -> ImportReport:
    """Store map features of one kind. A known code of the source keeps its permanent id; a changed one gets a version.

    Heights are metres. Any problem stops the whole import; the report names each with its feature, counted from 1.
    """
    await require_reach(tx, actor, "places.import", [None])
    _check_kind(kind)
    kinds = AREAS + LINES if kind in ("road", "water") else AREAS
    found, problems = read_features(geojson, code_property, kinds, datum)
    heights: dict[str, float | None] = {}
    for feature in found:
        height = feature.properties.get(height_property)
        heights[feature.code] = float(height) if isinstance(height, int | float) else None
        if height is not None and not _is_height(height):
            problems.append(Problem(feature.row, height_property, "A height is a number of metres from 0 to 2000."))
    if problems:
        ordered = tuple(sorted(problems, key=lambda problem: problem.row))
        return ImportReport(len(found) + len(problems), 0, 0, 0, ordered, dry_run)
    await store.lock_import(tx)
    held = await store.open_features(tx, kind, source, [f.code for f in found])
    made = {f.code: shape(f.code, _name(f, name_property), f.geometry) for f in found}
    fresh = [f.code for f in found if f.code not in held]
    changed = [code for code, was in held.items() if _differs(was, made[code], heights[code])]
    report = ImportReport(len(found), len(fresh), len(changed), len(held) - len(changed), (), dry_run)
    if dry_run or not (fresh or changed):
        return report
    if await store.close(tx, [held[code]["id"] for code in changed], since or at) != len(changed):
        raise Conflict("Some of these features were changed on that day or later: choose a later day.")
    store.insert(tx, kind, source, [(uuid7(tx.at), made[c], heights[c], 1) for c in fresh], since)
    later = [(held[c]["feature"], made[c], heights[c], held[c]["version"] + 1) for c in changed]
    store.insert(tx, kind, source, later, since or at)
    one = uuid7(tx.at)
    access.audit(tx, actor, "features.import", "features", one, at, {"kind": kind, "added": len(fresh)})
    await record(tx, FeaturesImported(one, kind, source, len(fresh), len(changed)), at=at, actor=actor.id)
    return report


def _check_kind(kind: str) -> None:
    if kind not in FEATURE_KINDS:
        raise Invalid("kind", f"Name the kind as one of {', '.join(FEATURE_KINDS)}.")


def _is_height(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 2000


def _name(feature: Feature, name_property: str) -> str:
    return str(feature.properties.get(name_property) or "")


def _differs(was: Mapping[str, Any], made: Shape, height: float | None) -> bool:
    return bool(was["wkb"] != made.wkb or was["name"] != made.name or was["height"] != height)


async def features_in(
    tx: Tx,
    actor: Actor,
    kind: str,
    box: tuple[float, float, float, float],
    at: datetime,
    *,
    limit: int = MOST,
) -> list[dict[str, Any]]:
    """Return features in force that meet a window (west, south, east, north; degrees), with WKB."""
    actor.scope("places.read")
    _check_kind(kind)
    west, south, east, north = box
    if not all(map(math.isfinite, box)) or west > east or south > north:
        raise Invalid("box", "Give the window as west, south, east, north in degrees.")
    rows = await store.in_box(tx, kind, box, at, min(max(limit, 1), MOST))
    if not rows:
        return []
    # The rows' boxes meet the window; a bent road's own line may not.
    meets = shapely.intersects(shapely.from_wkb([row["wkb"] for row in rows]), shapely.box(*box))
    return [row for row, meeting in zip(rows, meets, strict=True) if meeting]


async def outline_of(tx: Tx, feature: UUID, at: datetime) -> bytes | None:
    """Return the outline (WKB, degrees) of one map feature as it is in force; None when there is no such feature."""
    return await store.shape_of(tx, feature, at)
