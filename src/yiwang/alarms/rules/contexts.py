"""Contexts: named conditions over a place and a time, written by whoever knows of them, read by `unless` and `only`."""

import math
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from yiwang import access
from yiwang.access import Actor
from yiwang.alarms.facts import ContextSet
from yiwang.alarms.model.changes import Context
from yiwang.alarms.store import contexts as store
from yiwang.alarms.store.contexts import like
from yiwang.base.errors import Conflict, Forbidden, Invalid, NotFound
from yiwang.base.ids import uuid7
from yiwang.base.paging import Page, encode_cursor, moment_and_row
from yiwang.db import Tx
from yiwang.ledger import record
from yiwang.sensing.devices import devices_within

SET, READ = "alarms.silence", "alarms.read"
MOST, FARTHEST = 500, 100_000.0  # rows of a list; metres
_SHOWN = 64  # characters of a code
# Those that the platform itself writes or that are usual; others may be named as rules need them.
CONTEXTS: dict[str, tuple[str, str]] = {
    "drill": ("演练", "An exercise: alarms raise no events"),
    "test": ("测试", "A test: alarms raise no events"),
    "fire_nearby": ("附近火警", "A fire nearby"),
    "job_open": ("处置中", "Somebody is at work on it"),
    "rain_warning": ("降雨预警", "A rain warning"),
    "permit": ("已许可", "A permit was given"),
    "away": ("外出", "Nobody is at home"),
    "maintenance": ("维护", "Maintenance announced"),
}


async def set_context(
    tx: Tx,
    actor: Actor,
    code: str,
    *,
    begins: datetime,
    ends: datetime | None,
    at: datetime,
    device: UUID | None = None,
    jurisdiction: UUID | None = None,
    circle: tuple[float, float, float] | None = None,
    reason: str = "",
    source: str = "",
) -> UUID:
    """Declare a context over one device, one jurisdiction and all below it, or a circle (degrees, degrees, metres).

    The same code and `source` again ("case 0192…") changes the one that is there; without a source it is a new one.
    Returns its id.
    """
    new = uuid7(tx.at)
    lon, lat, radius = circle or (None, None, None)
    name = "" if actor.kind == "platform" else actor.name
    one = Context(
        new, code, begins, ends, device, jurisdiction, lon, lat, radius, reason.strip(), source or str(new), name
    )
    _check(one)
    await _reach(tx, actor, one)
    found = await store.put(tx, one, actor.id)
    await _tell(tx, actor, replace(one, id=found), at)
    return found


async def end_context(tx: Tx, actor: Actor, context_id: UUID, *, at: datetime, reason: str = "") -> None:
    """End a context now."""
    actor.scope(SET)
    one = await store.one(tx, context_id)
    if one is None:
        raise NotFound("There is no such context.")
    await _reach(tx, actor, one)
    if not await store.end(tx, context_id, at, actor.name, reason.strip()):
        raise Conflict("This context has ended already.")
    await _tell(tx, actor, replace(one, ends=at, end_reason=reason.strip()), at)


async def contexts(
    tx: Tx,
    actor: Actor,
    *,
    at: datetime,
    code: str | None = None,
    state: str | None = None,
    words: str | None = None,
    cursor: str | None = None,
    limit: int = 100,
) -> Page[Context]:
    """Return contexts of the actor's places, the newest first: those that hold now or will, or of one state."""
    scope = actor.scope(READ)
    where, params = access.within(scope, "c.jurisdiction_id", None)
    devices = [] if scope.everything else await devices_within(tx, scope)
    if state not in store.STATES:
        raise Invalid("state", "Name one of pending, active and ended.")
    limit = min(max(limit, 1), MOST)
    found = await store.listed(
        tx,
        where,
        params,
        devices,
        at=at,
        code=code,
        state=state,
        pattern=like(words),
        after=moment_and_row(cursor),
        limit=limit + 1,
    )
    more, found = len(found) > limit, found[:limit]
    return Page(found, encode_cursor(found[-1].begins.isoformat(), str(found[-1].id)) if more else None)


async def device_names(tx: Tx, found: Sequence[Context]) -> dict[UUID, str]:
    """Return what the devices of contexts are called."""
    ids = {one.device_id for one in found if one.device_id is not None}
    return await store.device_names(tx, list(ids)) if ids else {}


def _check(one: Context) -> None:
    if not one.code or len(one.code) > _SHOWN or not all(c.isalnum() or c in "_.-" for c in one.code):
        raise Invalid("code", "A code is 1 to 64 letters, digits and _ . -")
    if sum(part is not None for part in (one.device_id, one.jurisdiction_id, one.radius_m)) != 1:
        raise Invalid("place", "Name one device, one jurisdiction or one circle, and only one of them.")
    if one.ends is not None and one.ends <= one.begins:
        raise Invalid("ends", "It has to end after it begins.")
    if one.radius_m is not None and not (
        all(map(math.isfinite, (one.lon or 0.0, one.lat or 0.0, one.radius_m))) and 0 < one.radius_m <= FARTHEST
    ):
        raise Invalid("circle", "Give longitude and latitude in degrees and a radius of up to 100,000 metres.")


async def _reach(tx: Tx, actor: Actor, one: Context) -> None:
    """Refuse a context over places that the actor does not answer for; a circle may touch any."""
    scope = actor.scope(SET)
    if scope.everything:
        return
    if one.device_id is not None and one.device_id in set(await devices_within(tx, scope)):
        return
    if one.jurisdiction_id is not None and await access.may_see(tx, scope, one.jurisdiction_id, None):
        return
    raise Forbidden("This lies outside of the places you answer for; ask the district's centre.")


async def _tell(tx: Tx, actor: Actor, one: Context, at: datetime) -> None:
    detail = {"code": one.code, "reason": one.end_reason or one.reason}
    access.audit(tx, actor, "alarms.context", "context", one.id, at, detail)
    fact = ContextSet(
        one.id,
        one.code,
        one.device_id,
        one.jurisdiction_id,
        one.begins.isoformat(),
        one.ends.isoformat() if one.ends else None,
    )
    await record(tx, fact, at=at, actor=actor.id)
