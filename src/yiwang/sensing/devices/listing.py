"""Looking at devices: pages by what is sought, one, and figures by class, street, maker, owner."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, LiteralString
from uuid import UUID

from yiwang import access
from yiwang.access import Actor
from yiwang.base.errors import Invalid, NotFound
from yiwang.base.paging import Page, checked_limit, decode_cursor, encode_cursor
from yiwang.db import Tx
from yiwang.sensing.devices import store
from yiwang.sensing.devices.directory import Known
from yiwang.sensing.devices.model import Device

# What devices are counted by. A street is the jurisdiction of that level above the device's own.
BY: dict[str, LiteralString] = {
    "class": "d.class_code",
    "maker": "d.maker",
    "owner": "d.organisation_id::text",
    "maintainer": "d.maintainer_id::text",
    "jurisdiction": "d.jurisdiction_id::text",
}


def seen_by(actor: Actor, permission: str = "devices.read") -> tuple[LiteralString, list[Any]]:
    """Return the condition that limits devices to those of the actor's places, and those their unit owns or keeps."""
    scope = actor.scope(permission)
    owned, params = access.within(scope, "d.jurisdiction_id", "d.organisation_id")
    kept, more = access.within(scope, "d.jurisdiction_id", "d.maintainer_id")
    return f"({owned} OR {kept})", [*params, *more]


async def page(
    tx: Tx, actor: Actor, sought: Mapping[str, Any], *, cursor: str | None = None, limit: int = 50
) -> Page[Device]:
    """Return devices in the actor's scope by code. `sought`: see `store._sought`; None is not sought."""
    where, params = seen_by(actor)
    after = str(decode_cursor(cursor, 1)[0]) if cursor else None
    found = await store.page(tx, where, params, sought, after, checked_limit(limit) + 1)
    found, more = found[:limit], len(found) > limit
    keys = await store.keys_of(tx, [device.id for device in found]) if found else {}
    items = [replace(device, keys=keys.get(device.id, ())) for device in found]
    return Page(items, encode_cursor(items[-1].code) if more else None)


async def see(tx: Tx, actor: Actor, device_id: UUID, permission: str = "devices.read") -> Device:
    """Return one device in the actor's scope of a permission."""
    where, params = seen_by(actor, permission)
    device = await store.one(tx, device_id, where, params)
    if device is None:
        raise NotFound("There is no such device.")
    return replace(device, keys=(await store.keys_of(tx, [device_id])).get(device_id, ()))


async def see_within(tx: Tx, actor: Actor, device_id: UUID, permission: str) -> Device:
    """Return one device for which the actor has a permission; `NotFound` outside it."""
    where, params = access.within(actor.scope(permission), "d.jurisdiction_id", "d.organisation_id")
    device = await store.one(tx, device_id, where, params)
    if device is None:
        raise NotFound("There is no such device.")
    return replace(device, keys=(await store.keys_of(tx, [device_id])).get(device_id, ()))


async def figures(tx: Tx, actor: Actor, by: str) -> list[dict[str, Any]]:
    """Return how many devices in the actor's scope are online, offline, never heard, at fault, in maintenance."""
    if by not in BY:
        raise Invalid("by", f"Count by one of {', '.join(BY)}.")
    where, params = seen_by(actor)
    return await store.counted(tx, BY[by], where, params)


async def devices_within(tx: Tx, scope: access.Scope) -> list[UUID]:
    """Return the devices of a scope: what a key that is limited to a part may send for."""
    where, params = access.within(scope, "d.jurisdiction_id", "d.organisation_id")
    return await store.seen_within(tx, where, params)


async def known_by_code(tx: Tx, scope: access.Scope, codes: Sequence[str]) -> dict[str, Known]:
    """Return the devices of these codes that lie in a scope, with their series."""
    where, params = access.within(scope, "d.jurisdiction_id", "d.organisation_id")
    rows = await store.known_by_code(tx, codes, where, params)
    return {row.pop("code"): Known(**row | {"metrics": tuple(row["metrics"])}) for row in rows}


async def mark_online(tx: Tx, ids: Sequence[UUID], seen: Sequence[datetime | None], online: bool) -> int:
    """Note that devices went online or offline, with when they were last heard; return how many did."""
    return await store.set_online(tx, ids, seen, online)
