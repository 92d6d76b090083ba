"""甄别 and 受理: a person's judgement of what a machine found, and refusing what is not ours."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from yiwang import access, files, ledger
from yiwang.access import Actor
from yiwang.base.errors import Conflict, Invalid
from yiwang.db import Tx
from yiwang.events import settling, store
from yiwang.events.facts import EventRefused
from yiwang.events.finding import see
from yiwang.events.model import REFUSAL_REASONS, TRANSITIONS, Admitted, Event
from yiwang.events.reporting import announce


async def admit(tx: Tx, actor: Actor, event_id: UUID, *, at: datetime) -> Event:
    """受理: what the machine found is true; it goes the way of every other event."""
    event = await see(tx, actor, event_id, "events.triage")
    start, state = TRANSITIONS["admit"]
    if not await store.set_state(tx, event_id, sorted(start), state):
        raise Conflict(f"Only an event waiting for triage can be admitted; this one is {event.state}.")
    access.audit(tx, actor, "events.admit", "event", event_id, at)
    admitted = replace(event, state=state)
    await announce(tx, actor, Admitted(admitted, tuple(await files.hanging_on(tx, event_id))), at)
    return admitted


async def refuse(
    tx: Tx, actor: Actor, event_id: UUID, *, reason: str, text: str, next_door: str = "", at: datetime
) -> Event:
    """不受理: with the reason, and who does answer for it where it is not ours."""
    if reason not in REFUSAL_REASONS:
        raise Invalid("reason", f"The reason is one of {', '.join(REFUSAL_REASONS)}.")
    if not text.strip():
        raise Invalid("text", "Say why in a sentence; the reporter reads it.")
    if reason == "not_ours" and not next_door.strip():
        raise Invalid("next_door", "Name who answers for it: a refusal always names the next door.")
    event = await see(tx, actor, event_id, "events.triage")
    start, state = TRANSITIONS["refuse"]
    refusal = {"reason": reason, "text": text.strip(), "next_door": next_door.strip()}
    if not await store.set_state(tx, event_id, sorted(start), state, at=at, refusal=refusal):
        raise Conflict(f"This event is {event.state}; only one not yet filed can be refused.")
    access.audit(tx, actor, "events.refuse", "event", event_id, at, {"reason": reason})
    await settling.answer_all(tx, actor, event_id, at=at, answer=refusal, drill=event.drill)
    await ledger.record(tx, EventRefused(event_id, reason), at=at, actor=actor.id, drill=event.drill)
    return replace(event, state=state)
