"""甄别 and 受理: a person's judgement of what a machine found, and refusing what is not ours."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from yiwang import access, definitions, files, ledger
from yiwang.access import Actor
from yiwang.base.errors import Conflict, Invalid
from yiwang.db import Tx
from yiwang.events import settling, store
from yiwang.events.channels.model import NEXT_DOOR, choose
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


@dataclass(frozen=True)
class Refused(Event):
    """A refused event with what its reporters are told: reason, text and the next door."""

    refusal: dict[str, Any]


async def refuse(
    tx: Tx, actor: Actor, event_id: UUID, *, reason: str, text: str, next_door: str = "", at: datetime
) -> Refused:
    """不受理: with the reason and the next door, which the table of next doors names where the officer does not."""
    if reason not in REFUSAL_REASONS:
        raise Invalid("reason", f"The reason is one of {', '.join(REFUSAL_REASONS)}.")
    if not text.strip():
        raise Invalid("text", "Say why in a sentence; the reporter reads it.")
    event = await see(tx, actor, event_id, "events.triage")
    door = next_door.strip() or await _next_door(tx, event, reason, at)
    if reason == "not_ours" and not door:
        raise Invalid("next_door", "Name who answers for it: a refusal always names the next door.")
    start, state = TRANSITIONS["refuse"]
    refusal = {"reason": reason, "text": text.strip(), "next_door": door}
    if not await store.set_state(tx, event_id, sorted(start), state, at=at, refusal=refusal):
        raise Conflict(f"This event is {event.state}; only one not yet filed can be refused.")
    access.audit(tx, actor, "events.refuse", "event", event_id, at, {"reason": reason})
    await settling.answer_all(tx, actor, event_id, at=at, answer=refusal, drill=event.drill)
    await ledger.record(tx, EventRefused(event_id, reason), at=at, actor=actor.id, drill=event.drill)
    return Refused(**{**vars(event), "state": state}, refusal=refusal)


async def _next_door(tx: Tx, event: Event, reason: str, at: datetime) -> str:
    """Return the sentence of the table for this matter and these words; empty where the table has none.

    What lies elsewhere is sent there, unless a word or the matter names somebody: a theft is the police's anywhere.
    """
    doors = [version.body for version in await definitions.as_of(tx, NEXT_DOOR, at)]
    found = choose(doors, text=f"{event.title} {event.text}", matter=event.matter_code, reason=reason)
    there = str(event.place.get("next_door") or "") if reason == "not_ours" else ""
    if there and not (found and (found.keywords or found.matters)):
        return there
    return found.text if found else ""
