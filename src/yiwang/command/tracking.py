"""巡查轨迹: points of a patrol, taken only within a shift one is signed in to; looked at with a reason that is kept."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from yiwang import access, ledger
from yiwang.access import Actor
from yiwang.base.errors import Conflict, Invalid, NotFound
from yiwang.base.ids import uuid7
from yiwang.command import kernels
from yiwang.command.facts import PatrolKept
from yiwang.command.model import TRACK_KEPT, Attendance
from yiwang.command.reaching import said
from yiwang.command.store import attendance as store
from yiwang.db import Tx
from yiwang.people import rosters
from yiwang.places import convert_many

MOST_POINTS = 10_000


@dataclass(frozen=True)
class Points:
    """Columns of one batch, in the order of time; degrees in `datum`."""

    at: list[datetime]
    lon: list[float]
    lat: list[float]
    datum: str = "CGCS2000"


@dataclass(frozen=True)
class Track:
    """A whole patrol as columns: microseconds since 1970, degrees CGCS2000."""

    attendance: Attendance
    at: NDArray[np.int64]
    lon: NDArray[np.float64]
    lat: NDArray[np.float64]
    metres: float


async def keep(tx: Tx, actor: Actor, points: Points, *, at: datetime) -> tuple[UUID, int, float]:
    """Keep a batch of points; return its id, how many points are kept after simplifying, and the metres walked."""
    actor.scope("duty.attend")
    mine = await rosters.me(tx, actor, at)
    shift = await store.running(tx, mine.id, hold=True)
    if shift is None or shift.in_at is None:
        raise Conflict("Points are taken within a shift only: sign in first.")
    moments, lon, lat = _columns(points)
    last = await store.last_point(tx, shift.id)
    if points.at[0] < shift.in_at or points.at[-1] > min(shift.ends, at + timedelta(minutes=5)):
        raise Invalid("at", "These points lie outside the shift: before signing in, after its end, or later than now.")
    if last is not None and points.at[0] <= last:
        raise Conflict("These points come before others that are kept already.", last=last.isoformat())
    if kernels.too_fast(moments, lon, lat):
        raise Invalid("lon", "Nobody moves so fast: these points cannot be one patrol.")
    walked = float(kernels.metres(lon, lat).sum())
    index = kernels.simplified(lon, lat)
    made = uuid7(tx.at)
    store.insert_track(
        tx,
        {
            "id": made,
            "attendance_id": shift.id,
            "staff_id": mine.id,
            "organisation_id": shift.organisation_id,
            "jurisdiction_id": shift.jurisdiction_id,
            "first_at": points.at[0],
            "last_at": points.at[-1],
            "points": len(index),
            "metres": walked,
            "packed": kernels.packed(moments[index], lon[index], lat[index]),
        },
    )
    seconds = (points.at[-1] - points.at[0]).total_seconds()
    fact = PatrolKept(made, shift.id, shift.organisation_id, shift.post_id, round(walked, 1), seconds)
    await ledger.record(tx, fact, at=points.at[-1], actor=actor.id)
    access.audit(tx, actor, "tracks.keep", "track", made, at, {"points": len(index)})
    return made, len(index), walked


async def look(tx: Tx, actor: Actor, attendance_id: UUID, *, reason: str | None, at: datetime) -> Track:
    """Return where somebody went during a shift, for a reason that goes into the audit trail."""
    why = said("reason", reason, "why you look at where somebody went; it is kept", 500)
    where, params = access.within(actor.scope("tracks.read"), "a.jurisdiction_id", "a.organisation_id")
    row = await store.one(tx, attendance_id, where, params)
    if row is None:
        raise NotFound("There is no such shift among those you may see.")
    access.audit(tx, actor, "tracks.look", "attendance", attendance_id, at, {"reason": why})
    return await _whole(tx, row)


async def own(tx: Tx, actor: Actor, attendance_id: UUID, *, at: datetime) -> Track:
    """Return one's own patrol."""
    actor.scope("duty.attend")
    mine = await rosters.me(tx, actor, at)
    row = await store.one(tx, attendance_id, "a.staff_id = %s", (mine.id,))
    if row is None:
        raise NotFound("You have no such shift.")
    return await _whole(tx, row)


async def forget(tx: Tx, at: datetime) -> int:
    """Remove tracks older than they may be kept; a daily errand. Returns how many batches."""
    return await store.forget_tracks(tx, at - TRACK_KEPT)


async def _whole(tx: Tx, row: Attendance) -> Track:
    parts = await store.tracks(tx, row.id)
    columns = [kernels.unpacked(bytes(part["packed"])) for part in parts]
    if not columns:
        empty = np.empty(0)
        return Track(row, np.empty(0, np.int64), empty, empty, 0.0)
    at, lon, lat = (np.concatenate(column) for column in zip(*columns, strict=True))
    return Track(row, at, lon, lat, sum(part["metres"] for part in parts))


def _columns(points: Points) -> tuple[NDArray[np.int64], NDArray[np.float64], NDArray[np.float64]]:
    if not 1 <= len(points.at) == len(points.lon) == len(points.lat) <= MOST_POINTS:
        raise Invalid("at", f"Send 1 to {MOST_POINTS} points as three columns of one length.")
    moments = np.array([round(one.timestamp() * 1e6) for one in points.at], np.int64)
    if (np.diff(moments) <= 0).any():
        raise Invalid("at", "The points come in the order of time.")
    lon, lat = np.array(points.lon, np.float64), np.array(points.lat, np.float64)
    if not (np.isfinite(lon).all() and np.isfinite(lat).all() and (abs(lon) <= 180).all() and (abs(lat) <= 90).all()):
        raise Invalid("lon", "Longitudes lie between -180 and 180 degrees, latitudes between -90 and 90.")
    lon, lat = convert_many(lon, lat, points.datum)
    return moments, lon, lat
