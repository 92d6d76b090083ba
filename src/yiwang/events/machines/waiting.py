"""The clock of triage: what nobody judged in time goes up to the next level."""

from datetime import timedelta

from yiwang import ledger
from yiwang.db import Tx
from yiwang.events import settling
from yiwang.events.machines import store
from yiwang.events.machines.facts import EventWentUp
from yiwang.events.machines.planning import MACHINES
from yiwang.events.machines.raising import TRIAGE_TIMER, tell
from yiwang.ledger import Timer


async def ran_out(tx: Tx, timer: Timer) -> None:
    """Tell the next station or centre above; at the top once more, and then it stays with them."""
    machine = await store.of_event(tx, timer.subject)
    if machine is None:
        return
    level = int(timer.data["level"])
    last = level >= max(len(machine.units), 1)
    minutes = float(timer.data["minutes"])
    due = None if last else timer.due + timedelta(minutes=minutes)
    if not await store.went_up(tx, timer.subject, level + 1, due):
        return
    unit = machine.units[min(level, len(machine.units) - 1)] if machine.units else None
    event = await settling.event_of(tx, timer.subject)
    if unit:
        text = f"{event.number} {event.title}：{minutes * level:g} 分钟无人甄别，请处理"
        await tell(tx, unit, event.id, text, level + 1, timer.due)
    if due:
        ledger.set_timer(tx, TRIAGE_TIMER, timer.subject, due, {"level": level + 1, "minutes": minutes})
    await ledger.record(tx, EventWentUp(event.id, level + 1, unit), at=timer.due, actor=MACHINES.id, drill=event.drill)
