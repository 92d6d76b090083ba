"""Strangers: devices that speak to us and are in no registry. They are looked at, adopted or refused."""

from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from yiwang import access
from yiwang.access import Actor
from yiwang.base.errors import Conflict, Forbidden, Invalid
from yiwang.base.paging import Page, checked_limit, decode_cursor, encode_cursor
from yiwang.db import Tx
from yiwang.ledger import record
from yiwang.sensing.devices import store
from yiwang.sensing.devices.facts import StrangerAdopted
from yiwang.sensing.devices.model import STRANGER_STATES, DeviceIn, Key
from yiwang.sensing.devices.registering import Around, first_problem, take_in


async def strangers(
    tx: Tx, actor: Actor, *, state: str = "waiting", cursor: str | None = None, limit: int = 50
) -> Page[dict[str, Any]]:
    """Return who is in quarantine, the latest heard first. They have no place: only who answers for all sees them."""
    _whole(actor)
    if state not in STRANGER_STATES:
        raise Invalid("state", f"Name the state as one of {', '.join(STRANGER_STATES)}.")
    after = None
    if cursor:
        at, source, external = decode_cursor(cursor, 3)
        after = (_moment(str(at)), str(source), str(external))
    found = await store.strangers(tx, state, after, checked_limit(limit) + 1)
    found, more = found[:limit], len(found) > limit
    last = found[-1] if more else None
    following = encode_cursor(last["last_at"].isoformat(), last["source"], last["external_id"]) if last else None
    return Page(found, following)


async def adopt(
    tx: Tx, actor: Actor, source: str, external_id: str, given: DeviceIn, *, around: Around, at: datetime
) -> UUID:
    """Take a stranger into the registry under the key it spoke with; return the new device's id."""
    _whole(actor)
    key = Key(source.lower(), external_id)
    keys = given.keys if key in given.keys else (*given.keys, key)
    report = await take_in(tx, actor, [replace(given, keys=keys)], around=around, at=at, only_new=True)
    if report.problems:
        raise first_problem(report)
    device_id = report.ids[0]
    if not await store.settle_stranger(tx, source, external_id, "adopted", device_id):
        raise Conflict("Nobody in quarantine is called so, or somebody has adopted it already.")
    access.audit(tx, actor, "devices.adopt", "device", device_id, at, {"source": source})
    await record(tx, StrangerAdopted(device_id, source), at=at, actor=actor.id)
    return device_id


async def refuse(tx: Tx, actor: Actor, source: str, external_id: str, *, at: datetime) -> None:
    """Say that a stranger is none of ours; it stays on file, and may still be adopted."""
    _whole(actor)
    if not await store.settle_stranger(tx, source, external_id, "refused", None):
        raise Conflict("Nobody in quarantine is called so, or somebody has adopted it already.")
    access.audit(tx, actor, "devices.refuse", "stranger", None, at, {"source": source, "external_id": external_id})


def _whole(actor: Actor) -> None:
    if not actor.scope("devices.write").everything:
        raise Forbidden("Nobody knows where a stranger stands; your role reaches only a part of the city.")


def _moment(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        raise Invalid("cursor", "This cursor is not one of ours; leave it out to start from the first page.") from None
