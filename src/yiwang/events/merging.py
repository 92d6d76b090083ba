"""Merging by hand and undoing a merge: every report keeps its own life, so both sides can be restored."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from yiwang import access, ledger
from yiwang.access import Actor
from yiwang.base.errors import Conflict, Invalid, NotFound
from yiwang.base.ids import uuid7
from yiwang.db import Tx
from yiwang.events import store
from yiwang.events.facts import EventMerged, EventRestored, ReportParted
from yiwang.events.finding import see
from yiwang.events.model import OPEN_STATES, TRANSITIONS, Admitted, Event
from yiwang.events.reporting import announce


async def merge(tx: Tx, actor: Actor, event_id: UUID, *, into: UUID, at: datetime) -> Event:
    """Join a whole event to another: its reports go over, its case ends with it."""
    if event_id == into:
        raise Invalid("into", "An event cannot be merged into itself.")
    await see(tx, actor, event_id, "events.merge")
    await see(tx, actor, into, "events.merge")
    event, target = await _both(tx, event_id, into)
    if event.state not in TRANSITIONS["merge"][0]:
        raise Conflict(f"Only an open event can be merged; this one is {event.state}.")
    if target.state not in OPEN_STATES:
        raise Conflict(f"The event to merge into is {target.state}; choose an open one.")
    store.set_merged(tx, event_id, into, "merged", event.state)
    store.move_reports(tx, event_id, into)
    counted = await store.recount(tx, [event_id, into])
    access.audit(tx, actor, "events.merge", "event", event_id, at, {"into": str(into)})
    merged = EventMerged(event_id, into)
    await ledger.record(tx, merged, at=at, actor=actor.id, drill=event.drill, about=counted)
    return replace(event, state="merged", merged_into=into)


async def restore(tx: Tx, actor: Actor, event_id: UUID, *, at: datetime) -> Event:
    """Undo a merge of events: the reports come home, the event and its case are where they were."""
    await see(tx, actor, event_id, "events.merge")
    event = await store.lock_event(tx, event_id)
    if event is None or event.state != "merged" or event.merged_into is None or event.prior_state is None:
        raise Conflict("This event is not merged into another.")
    store.set_merged(tx, event_id, None, event.prior_state, None)
    counted = await store.recount(tx, [event_id, *await store.send_home(tx, event_id)])
    access.audit(tx, actor, "events.restore", "event", event_id, at)
    fact = EventRestored(event_id, event.merged_into)
    await ledger.record(tx, fact, at=at, actor=actor.id, drill=event.drill, about=counted)
    return replace(event, state=event.prior_state, merged_into=None, prior_state=None)


async def part(tx: Tx, actor: Actor, event_id: UUID, *, report_id: UUID, reason: str, at: datetime) -> Event:
    """Undo the joining of one report: it gets an event of its own, admitted as if it had never been joined."""
    event = await see(tx, actor, event_id, "events.merge")
    row = await store.lock_report(tx, report_id)
    if row is None or row["event_id"] != event_id:
        raise NotFound("This event has no such report.")
    if row["state"] != "open":
        raise Conflict("This report was answered already.")
    if event.reports < 2 or row["number"] == event.number:
        raise Conflict("This report made the event; part one of the others from it.")
    if not reason.strip():
        raise Invalid("reason", "Say why the report is not the same matter.")
    own = replace(
        event,
        id=uuid7(tx.at),
        number=row["number"],
        state="admitted",
        channel=row["channel"],
        lon=row["lon"],
        lat=row["lat"],
        place=row["place"],
        reported_at=row["reported_at"],
        last_reported_at=row["reported_at"],
        occurred_at=row["occurred_at"] or row["reported_at"],
        given_due=row["due_at"],
        classification=row["classification"],
        text=row["text"],
        reports=1,
        version=1,
    )
    store.insert_event(tx, own, None)
    store.part_report(tx, report_id, own.id)
    await store.recount(tx, [event_id])
    access.audit(tx, actor, "events.part", "report", report_id, at, {"reason": reason})
    parted = ReportParted(own.id, report_id, event_id)
    await ledger.record(tx, parted, at=at, actor=actor.id, drill=event.drill)
    await announce(tx, actor, Admitted(own), at)
    return own


async def _both(tx: Tx, first: UUID, second: UUID) -> tuple[Event, Event]:
    """Hold both events, always in the same order, so that two merges cannot wait for each other."""
    held = {one: await store.lock_event(tx, one) for one in sorted((first, second))}
    event, target = held[first], held[second]
    if event is None or target is None:
        raise NotFound("There is no such event.")
    return event, target
