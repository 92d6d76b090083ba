"""What people do with an alarm: see to it, say something, give it to somebody, release a latched one."""

from datetime import datetime
from uuid import UUID

from yiwang import access, ledger
from yiwang.access import Actor
from yiwang.alarms.facts import AlarmResolved
from yiwang.alarms.handling.facts import AlarmAcknowledged, AlarmAssigned
from yiwang.alarms.handling.listing import see
from yiwang.alarms.handling.model import Alarm
from yiwang.alarms.handling.store import alarms as store
from yiwang.base.errors import Conflict, Invalid
from yiwang.db import Tx

LONGEST = 1000
HANDLE = "alarms.handle"


async def acknowledge(tx: Tx, actor: Actor, alarm_id: UUID, *, at: datetime, text: str = "") -> Alarm:
    """确认: the actor has seen it and sees to it; only the first who says so is kept."""
    alarm = await see(tx, actor, alarm_id, HANDLE, hold=True)
    if not await store.acknowledge(tx, alarm_id, actor.id, at):
        over = "it is over" if alarm.state == "resolved" else "somebody has acknowledged it already"
        raise Conflict(f"This alarm cannot be acknowledged: {over}.", state=alarm.state)
    store.add_line(tx, alarm_id, "acknowledge", at, (actor.id, actor.name), _words(text, empty=True))
    access.audit(tx, actor, "alarms.acknowledge", "alarm", alarm_id, at)
    await ledger.record(tx, AlarmAcknowledged(alarm_id, alarm.device_id), at=at, actor=actor.id, drill=alarm.drill)
    return await _again(tx, alarm)


async def comment(tx: Tx, actor: Actor, alarm_id: UUID, *, text: str, at: datetime) -> Alarm:
    """Say something about an alarm, one that is over too."""
    alarm = await see(tx, actor, alarm_id, HANDLE)
    store.add_line(tx, alarm_id, "comment", at, (actor.id, actor.name), _words(text))
    access.audit(tx, actor, "alarms.comment", "alarm", alarm_id, at)
    return alarm


async def assign(tx: Tx, actor: Actor, alarm_id: UUID, *, to: UUID | None, at: datetime) -> Alarm:
    """Give an alarm to an account, or with None take it back."""
    alarm = await see(tx, actor, alarm_id, HANDLE, hold=True)
    if alarm.state == "resolved":
        raise Conflict("This alarm is over: nobody has to see to it.", state=alarm.state)
    if to is not None and not await store.account_there(tx, to):
        raise Invalid("to", "There is no such account.")
    store.assign(tx, alarm_id, to)
    text = f"→ {to}" if to else "→ –"
    store.add_line(tx, alarm_id, "assign", at, (actor.id, actor.name), text)
    access.audit(tx, actor, "alarms.assign", "alarm", alarm_id, at, {"to": str(to) if to else None})
    await ledger.record(tx, AlarmAssigned(alarm_id, alarm.device_id, to), at=at, actor=actor.id, drill=alarm.drill)
    return await _again(tx, alarm)


async def release(tx: Tx, actor: Actor, alarm_id: UUID, *, at: datetime, text: str = "") -> Alarm:
    """解除: end a latched alarm whose values are well again."""
    alarm = await see(tx, actor, alarm_id, HANDLE, hold=True)
    if not await store.release(tx, alarm_id, at):
        why = {"firing": "its values are not well yet", "resolved": "it is over"}.get(alarm.state, alarm.state)
        raise Conflict(f"Only a latched alarm that has recovered is released; {why}.", state=alarm.state)
    store.add_line(tx, alarm_id, "release", at, (actor.id, actor.name), _words(text, empty=True))
    access.audit(tx, actor, "alarms.release", "alarm", alarm_id, at)
    ended = AlarmResolved(
        alarm_id,
        alarm.device_id,
        alarm.class_code,
        alarm.rule,
        alarm.condition,
        alarm.severity,
        alarm.jurisdiction_id,
        "release",
    )
    await ledger.record(tx, ended, at=at, actor=actor.id, drill=alarm.drill)
    return await _again(tx, alarm)


async def _again(tx: Tx, alarm: Alarm) -> Alarm:
    return await store.one(tx, alarm.id, ("TRUE", ())) or alarm


def _words(text: str, *, empty: bool = False) -> str:
    words = text.strip()
    if not (empty or words) or len(words) > LONGEST:
        raise Invalid("text", f"Say it in 1 to {LONGEST} characters.")
    return words
