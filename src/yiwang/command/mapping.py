"""Forces 力量 on the map: how many are on duty where. Counts only: where somebody walks is asked for with a reason."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from yiwang import access
from yiwang.access import Actor
from yiwang.command.store import mapping as store
from yiwang.db import Tx
from yiwang.places.centring import centres

PATROLLING = timedelta(minutes=15)


@dataclass(frozen=True)
class Force:
    """People of one unit signed in to a shift, at a point inside the jurisdiction they keep."""

    organisation_id: UUID
    jurisdiction_id: UUID
    signed_in: int
    patrolling: int
    lon: float
    lat: float


async def forces(tx: Tx, actor: Actor, *, at: datetime) -> list[Force]:
    """Return who is on duty now by unit and jurisdiction, within the actor's scope."""
    wall = actor.may("wall.read") and not actor.may("attendance.read")
    scope = actor.scope("wall.read" if wall else "attendance.read")
    where, params = access.within(scope, "a.jurisdiction_id", "a.organisation_id")
    rows = await store.on_duty(tx, where, params, at=at, since=at - PATROLLING)
    points = await centres(tx, [row["jurisdiction_id"] for row in rows if row["jurisdiction_id"]], at)
    return [
        Force(**row, lon=points[row["jurisdiction_id"]][0], lat=points[row["jurisdiction_id"]][1])
        for row in rows
        if row["jurisdiction_id"] in points
    ]
