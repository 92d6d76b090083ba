"""甄别研判: an officer says true, false, test or fault; the event goes its way and the rule learns."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from yiwang import access, ledger
from yiwang.access import Actor
from yiwang.alarms import handling
from yiwang.alarms.handling import VERDICTS
from yiwang.base.errors import Invalid, NotFound
from yiwang.db import Tx
from yiwang.events import triage
from yiwang.events.books import Books
from yiwang.events.finding import see
from yiwang.events.machines import store
from yiwang.events.machines.model import UPKEEP_MATTER
from yiwang.events.machines.planning import Around
from yiwang.events.machines.raising import TRIAGE_TIMER, raise_upkeep
from yiwang.events.model import Event
from yiwang.events.triage import Refused

JUDGE = "alarms.judge"
REFUSALS = {"false": "false_alarm", "test": "other", "fault": "false_alarm"}
SAID = {"false": "误报", "test": "测试信号", "fault": "设备故障引起，已转设备维保"}


@dataclass(frozen=True)
class Judgement:
    """What came of a verdict: the event's state, how many alarms have it, the upkeep it made."""

    event_id: UUID
    state: str
    alarms: int
    upkeep: UUID | None


async def judge(
    tx: Tx, actor: Actor, event_id: UUID, verdict: str, *, around: Around, at: datetime, text: str = ""
) -> Judgement:
    """Write a verdict on everything that raised an event. In triage it also admits the event, or refuses it.

    A fault makes an upkeep for the device. Later verdicts only correct what is counted.
    """
    if verdict not in VERDICTS:
        raise Invalid("verdict", f"The verdict is one of {', '.join(VERDICTS)}.")
    event = await see(tx, actor, event_id, JUDGE)
    machine = await store.of_event(tx, event_id, hold=True)
    if machine is None:
        raise NotFound("No machine raised this event: admit it or refuse it.")
    upkeep = None
    state = event.state
    if event.state == "triage":
        await _know(tx, around.books, at, event.matter_code, UPKEEP_MATTER)
        state = (await _settle(tx, actor, event, verdict, text, at)).state
        if verdict == "fault" and machine.kind == "alarm":
            upkeep = await raise_upkeep(tx, around, await store.alarms_of(tx, event_id), at)
    count = await _note(tx, actor, event_id, verdict, text, at)
    return Judgement(event_id, state, count, upkeep)


async def correct(tx: Tx, actor: Actor, event_id: UUID, verdict: str, *, at: datetime, text: str = "") -> int:
    """Write the verdict of who handles the event's case, for a room that has asked who may; return how many changed."""
    if verdict not in VERDICTS:
        raise Invalid("verdict", f"The verdict is one of {', '.join(VERDICTS)}.")
    if await store.of_event(tx, event_id, hold=True) is None:
        raise NotFound("No machine raised this case.")
    return await _note(tx, actor, event_id, verdict, text, at)


async def admit(tx: Tx, actor: Actor, event_id: UUID, *, books: Books, at: datetime) -> Event:
    """受理: what a machine's event is admitted with is the verdict that it is true."""
    event = await see(tx, actor, event_id, "events.triage")
    await _know(tx, books, at, event.matter_code)
    event = await triage.admit(tx, actor, event_id, at=at)
    if event.channel == "sensor":
        await _note(tx, actor, event_id, "true", "", at)
    return event


async def refuse(
    tx: Tx, actor: Actor, event_id: UUID, *, reason: str, text: str, next_door: str = "", at: datetime
) -> Refused:
    """不受理: refused as a false alarm is the verdict that it is false."""
    event = await triage.refuse(tx, actor, event_id, reason=reason, text=text, next_door=next_door, at=at)
    if event.channel == "sensor" and reason == "false_alarm":
        await _note(tx, actor, event_id, "false", text, at)
    elif event.channel == "sensor":
        store.settle_wait(tx, event_id)
        ledger.cancel_timer(tx, event_id, TRIAGE_TIMER)
    return event


async def _know(tx: Tx, books: Books, at: datetime, *codes: str) -> None:
    """Read the books anew where an alarm brought a matter a moment ago, in another process."""
    if any(books.catalogue.get(code, at) is None for code in codes):
        await books.refresh(tx)


async def _settle(tx: Tx, actor: Actor, event: Event, verdict: str, text: str, at: datetime) -> Event:
    if verdict == "true":
        return await triage.admit(tx, actor, event.id, at=at)
    said = text.strip() or SAID[verdict]
    return await triage.refuse(tx, actor, event.id, reason=REFUSALS[verdict], text=said, at=at)


async def _note(tx: Tx, actor: Actor, event_id: UUID, verdict: str, text: str, at: datetime) -> int:
    """Give the verdict to the alarms, and end the wait."""
    ids = await store.alarms_of(tx, event_id)
    ledger.cancel_timer(tx, event_id, TRIAGE_TIMER)
    store.set_verdict(tx, event_id, verdict, actor.id, at)
    access.audit(tx, actor, "events.judge", "event", event_id, at, {"verdict": verdict})
    return await handling.judge(tx, actor, ids, verdict, at=at, text=text, known=True) if ids else 0
