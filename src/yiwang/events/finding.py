"""Finding events: one for whoever may see it, and the queue of those that wait."""

from typing import Any
from uuid import UUID

from yiwang import access
from yiwang.access import Actor
from yiwang.base.errors import NotFound
from yiwang.base.paging import checked_limit
from yiwang.db import Tx
from yiwang.events import store
from yiwang.events.model import Event

# An event has no unit yet: a scope limited to an organisation reaches it only through its case.
_NO_UNIT = None


async def see(tx: Tx, actor: Actor, event_id: UUID, permission: str = "events.read") -> Event:
    """Return one event; `NotFound` when it is not there or not the actor's to see."""
    condition, params = access.within(actor.scope(permission), "e.jurisdiction_id", _NO_UNIT)
    event = await store.see_event(tx, event_id, condition, params)
    if event is None:
        raise NotFound("There is no such event among those you may see.")
    return event


async def waiting(tx: Tx, actor: Actor, *, limit: int = 50) -> list[Event]:
    """Return the events that wait for triage, oldest first."""
    condition, params = access.within(actor.scope("events.read"), "e.jurisdiction_id", _NO_UNIT)
    return await store.waiting(tx, condition, params, checked_limit(limit))


async def by_key(tx: Tx, source: str, key: str) -> tuple[UUID, UUID] | None:
    """Return (report, event) of what a source sent under a key; for the platform itself, so no scope is looked at."""
    return await store.report_by_key(tx, source, key)


async def reports_of_source(tx: Tx, source: str) -> list[dict[str, Any]]:
    """Return key, event and whether it was merged of every report of a source; for the platform itself."""
    return await store.reports_of_source(tx, source)
