"""Fences as they stand on a map: their outlines, and new ones that somebody drew."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import shapely

from yiwang import places
from yiwang.access import Actor
from yiwang.alarms.model.rules import Fence, RuleSet
from yiwang.alarms.rules.book import in_force
from yiwang.alarms.rules.declaring import MANAGE, READ, publish_rules
from yiwang.base.errors import Invalid
from yiwang.base.ids import uuid7
from yiwang.db import Tx

SOURCE = "alarm-fence"
MOST_POINTS = 500


@dataclass(frozen=True)
class Drawn:
    """A fence in force; its outline as GeoJSON (degrees CGCS2000), None when the feature is gone: it judges nothing."""

    fence: Fence
    outline: dict[str, Any] | None


async def fences(tx: Tx, actor: Actor, at: datetime) -> list[Drawn]:
    """Return the fences in force, by code."""
    actor.scope(READ)
    found = (await in_force(tx, at)).fences
    return [Drawn(one, _geojson(await places.outline_of(tx, one.feature, at))) for one in found]


async def draw_fence(
    tx: Tx,
    actor: Actor,
    code: str,
    ring: Sequence[tuple[float, float]],
    *,
    device_class: str,
    metric: str,
    side: str,
    at: datetime,
    note: str = "",
) -> Fence:
    """Keep what somebody drew as a map feature and publish the fence along it; the same code again moves it.

    `ring` is the corners (degrees CGCS2000), without the first one again at the end. What was drawn before stays for
    the versions that were judged by it.
    """
    actor.scope(MANAGE)
    if not 3 <= len(ring) <= MOST_POINTS:
        raise Invalid("ring", f"Draw 3 to {MOST_POINTS} corners.")
    outline = shapely.Polygon(ring)
    if not outline.is_valid or outline.area == 0:
        raise Invalid("ring", "This outline crosses itself or holds nothing: draw it again, corner by corner.")
    drawn = f"{code}.{uuid7(tx.at)}"
    feature = {"type": "Feature", "properties": {"code": drawn, "name": code}, "geometry": _geojson(outline.wkb)}
    collection = {"type": "FeatureCollection", "features": [feature]}
    report = await places.import_features(tx, actor, collection, "block", "code", at, SOURCE)
    if report.problems:
        raise Invalid("ring", report.problems[0].detail)
    fence = Fence(
        code=code,
        device_class=device_class,
        feature=await _feature(tx, actor, drawn, outline.bounds, at),
        side="inside" if side == "inside" else "outside",
        metric=metric,
    )
    await publish_rules(tx, actor, RuleSet(fences=(fence,)), valid_from=at, at=at, note=note)
    return fence


async def _feature(tx: Tx, actor: Actor, code: str, box: tuple[float, float, float, float], at: datetime) -> UUID:
    rows = await places.features_in(tx, actor, "block", box, at, limit=5000)
    found: list[UUID] = [row["id"] for row in rows if (row["source"], row["code"]) == (SOURCE, code)]
    if not found:
        raise Invalid("ring", "This place holds too many blocks to find the new one: draw a smaller fence.")
    return found[0]


def _geojson(wkb: bytes | None) -> dict[str, Any] | None:
    if wkb is None:
        return None
    found: dict[str, Any] = json.loads(shapely.to_geojson(shapely.from_wkb(wkb)))
    return found
