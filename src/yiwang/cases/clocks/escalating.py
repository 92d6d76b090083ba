"""催办: what happens when a clock of a case runs out. Called by timers, told the time they were due."""

from datetime import timedelta
from uuid import UUID

from yiwang import ledger, people
from yiwang.access import platform_actor
from yiwang.cases import store
from yiwang.cases.clocks.telling import Notice, tell
from yiwang.cases.facts import CaseOverdue, CaseReminded
from yiwang.cases.model import OPEN_STATES, RECEIPT_MINUTES
from yiwang.cases.steps.stepping import RECEIPT, TOTAL
from yiwang.cases.store import Line
from yiwang.db import Tx
from yiwang.ledger import Timer

MINDER = platform_actor("timers")


async def receipt_ran_out(tx: Tx, timer: Timer) -> None:
    """Remind the unit 催办; half the time again later, tell the next level up."""
    case = await store.lock(tx, timer.subject, "TRUE", ())
    if case is None or case.state != "to_receive" or case.unit_id is None:
        return
    level = int(timer.data.get("level", 1))
    unit: UUID | None = case.unit_id
    if level == 1:
        again = timedelta(minutes=max(float(timer.data.get("minutes") or RECEIPT_MINUTES[case.urgent]) / 2, 2))
        ledger.set_timer(tx, RECEIPT, case.id, timer.due + again, {"level": 2})
        text = "签收超时，催办责任单位"
    else:
        unit = await people.parent_of(tx, case.unit_id)
        text = "催办后仍未签收，报上一级" if unit else "催办后仍未签收，已无上一级单位"
    store.add_line(tx, case.id, unit, Line("remind", timer.due, MINDER.id, MINDER.name, text, {"level": level}))
    if unit:
        await tell(tx, case, [unit], Notice(f"remind{level}", "催办", "Reminder", text), timer.due)
    fact = CaseReminded(case.id, case.unit_id, level)
    await ledger.record(tx, fact, at=timer.due, actor=MINDER.id, drill=case.drill)


async def time_ran_out(tx: Tx, timer: Timer) -> None:
    """Warn when a quarter of a case's time is left 将超时; say so when it is overdue 超时."""
    case = await store.lock(tx, timer.subject, "TRUE", ())
    if case is None or case.state not in OPEN_STATES or case.due_at is None:
        return
    units = [case.unit_id] if case.unit_id else []
    if timer.data.get("warn") and timer.due < case.due_at:
        ledger.set_timer(tx, TOTAL, case.id, case.due_at, {})
        await tell(tx, case, units, Notice("soon", "将超时", "Due soon", "剩余时间不足四分之一"), timer.due)
        return
    line = Line("overdue", timer.due, MINDER.id, MINDER.name, "超过处置时限", {})
    store.add_line(tx, case.id, case.unit_id, line)
    above = await people.parent_of(tx, case.unit_id) if case.unit_id else None
    told = [*units, *([above] if above else [])]
    await tell(tx, case, told, Notice("overdue", "已超时", "Overdue", "超过处置时限"), timer.due)
    fact = CaseOverdue(case.id, case.unit_id, case.due_at)
    await ledger.record(tx, fact, at=timer.due, actor=MINDER.id, drill=case.drill)
