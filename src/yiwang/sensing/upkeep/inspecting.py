"""Inspection rounds 巡检: which devices are due, what was found, and how often a class is looked after."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from yiwang import access, files
from yiwang.access import Actor
from yiwang.base.errors import Forbidden, Invalid, NotFound
from yiwang.base.ids import uuid7
from yiwang.base.paging import Page, checked_limit, decode_cursor, encode_cursor
from yiwang.db import Tx
from yiwang.ledger import record
from yiwang.sensing.classes import ClassBook
from yiwang.sensing.devices.listing import see, seen_by
from yiwang.sensing.devices.registering import put_state
from yiwang.sensing.upkeep import store
from yiwang.sensing.upkeep.facts import DeviceInspected
from yiwang.sensing.upkeep.model import OUTCOMES, state_after


async def due(
    tx: Tx,
    actor: Actor,
    book: ClassBook,
    sought: Mapping[str, Any],
    *,
    until: date,
    cursor: str | None = None,
    limit: int = 50,
) -> Page[dict[str, Any]]:
    """Return the devices to be inspected by a day, the longest due first; of those one may inspect."""
    where, params = seen_by(actor, "devices.inspect")
    after = None
    if cursor:
        day, device = decode_cursor(cursor, 2)
        try:
            after = (date.fromisoformat(str(day)), UUID(str(device)))
        except ValueError:
            raise Invalid(
                "cursor", "This cursor is not one of ours; leave it out to start at the first page."
            ) from None
    periods = {one.code: one.body.maintenance_days for one in book.versions}
    found = await store.due(tx, periods, where, params, sought, until, after, checked_limit(limit) + 1)
    found, more = found[:limit], len(found) > limit
    following = encode_cursor(found[-1]["due_on"].isoformat(), str(found[-1]["id"])) if more else None
    return Page(found, following)


async def inspect(
    tx: Tx,
    actor: Actor,
    device_id: UUID,
    outcome: str,
    *,
    at: datetime,
    note: str = "",
    readings: Mapping[str, float] | None = None,
    photos: Sequence[UUID] = (),
) -> UUID:
    """Note what was found at a device; a faulty or missing one is at fault from then on, one in order is not."""
    device = await see(tx, actor, device_id, "devices.inspect")
    if outcome not in OUTCOMES:
        raise Invalid("outcome", f"The outcome is one of {', '.join(OUTCOMES)}.")
    if unknown := set(readings or ()) - set(device.metrics):
        raise Invalid("readings", f"This device measures {', '.join(device.metrics)}, not {min(unknown)[:40]}.")
    inspection = uuid7(tx.at)
    row = {"id": inspection, "device_id": device_id, "outcome": outcome, "note": note, "by": actor.id, "at": at}
    store.insert(tx, row | {"readings": dict(readings or {})})
    await files.attach(
        tx,
        actor,
        photos,
        object_type="inspection",
        object_id=inspection,
        jurisdiction=device.jurisdiction_id,
        organisation=device.organisation_id,
        at=at,
    )
    state = state_after(outcome, device.state)
    if state != device.state:
        await put_state(tx, actor, device, state, at=at)
    access.audit(tx, actor, "devices.inspect", "device", device_id, at, {"outcome": outcome})
    fact = DeviceInspected(inspection, device_id, outcome, device.jurisdiction_id, device.organisation_id)
    await record(tx, fact, at=at, actor=actor.id)
    return inspection


async def history(
    tx: Tx, actor: Actor, device_id: UUID, *, cursor: str | None = None, limit: int = 50
) -> Page[dict[str, Any]]:
    """Return the inspections of a device, the newest first, each with its photos."""
    await see(tx, actor, device_id)
    before = None
    if cursor:
        try:
            before = datetime.fromisoformat(str(decode_cursor(cursor, 1)[0]))
        except ValueError:
            raise Invalid(
                "cursor", "This cursor is not one of ours; leave it out to start at the first page."
            ) from None
    found = await store.of_device(tx, device_id, before, checked_limit(limit) + 1)
    found, more = found[:limit], len(found) > limit
    items = [one | {"photos": await files.hanging_on(tx, one["id"])} for one in found]
    return Page(items, encode_cursor(found[-1]["at"].isoformat()) if more else None)


async def plans(tx: Tx, actor: Actor) -> list[dict[str, Any]]:
    """Return how often classes are inspected where it is not what the class says."""
    actor.scope("devices.read")
    return await store.plans(tx)


async def set_plan(
    tx: Tx,
    actor: Actor,
    book: ClassBook,
    class_code: str,
    jurisdiction: UUID | None,
    every_days: int | None,
    *,
    at: datetime,
) -> None:
    """Say how often a class is inspected in a jurisdiction (None: everywhere); None days: as the class says."""
    scope = actor.scope("devices.write")
    if not (scope.everything or (jurisdiction and await access.may_see(tx, scope, jurisdiction, None))):
        raise Forbidden("A plan is made for a jurisdiction that your role reaches.")
    if book.last(class_code) is None:
        raise NotFound(f"There is no class of devices {class_code[:40]}.")
    if every_days is not None:
        store.set_plan(tx, uuid7(tx.at), class_code, jurisdiction, every_days, actor.id)
    elif not await store.drop_plan(tx, class_code, jurisdiction):
        raise NotFound("There is no such plan.")
    detail = {"class": class_code, "every_days": every_days}
    access.audit(tx, actor, "devices.plan", "jurisdiction", jurisdiction, at, detail)
