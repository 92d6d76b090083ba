"""What cases do when machines speak: sent without a person, noted when well again, closed when handled and well."""

from collections.abc import Sequence
from uuid import UUID

from yiwang.access import platform_actor
from yiwang.alarms.rules.contexts import set_context
from yiwang.base.errors import Conflict
from yiwang.cases import store as cases
from yiwang.cases.facts import CaseClosed, CaseHandled, CaseVoided
from yiwang.cases.model import OPEN_STATES, Case
from yiwang.cases.steps import closing, dispatching, verifying
from yiwang.cases.store import Line
from yiwang.cases.upkeep import store
from yiwang.cases.upkeep.store import Upkeep
from yiwang.db import Tx
from yiwang.events.books import Books
from yiwang.events.machines.facts import EventProven, EventRecovered, UpkeepNeeded
from yiwang.ledger import Recorded

SENDER = platform_actor("machines")
JOB_OPEN = "job_open"
ENDS = (CaseHandled.TYPE, CaseClosed.TYPE, CaseVoided.TYPE)
HEARD = (EventProven.TYPE, EventRecovered.TYPE, UpkeepNeeded.TYPE, *ENDS)


async def follow(books: Books, tx: Tx, facts: Sequence[Recorded]) -> None:
    """Take facts in their order; steps of cases that no machine made cost one look for all of them."""
    if tx.origin != "live":
        return
    stepped = [fact.subject for fact in facts if fact.type in ENDS]
    upkeeps = await store.of_cases(tx, stepped) if stepped else {}
    for fact in facts:
        if fact.type == EventProven.TYPE:
            await _send(books, tx, fact, None)
        elif fact.type == UpkeepNeeded.TYPE:
            await _begin(books, tx, fact)
        elif fact.type == EventRecovered.TYPE:
            await _recovered(tx, fact)
        elif upkeep := upkeeps.get(fact.subject):
            await _stepped(tx, fact, upkeep)


async def _begin(books: Books, tx: Tx, fact: Recorded) -> None:
    """An upkeep goes to the device's maintainer; without one the rules choose."""
    device = UUID(fact.data["device_id"])
    keeper = UUID(fact.data["maintainer_id"]) if fact.data["maintainer_id"] else None
    store.insert(tx, fact.subject, device, keeper)
    await _send(books, tx, fact, keeper)
    await set_context(
        tx,
        SENDER,
        JOB_OPEN,
        begins=fact.time,
        ends=None,
        at=fact.time,
        device=device,
        reason="维保中",
        source=f"case {fact.subject}",
    )


async def _send(books: Books, tx: Tx, fact: Recorded, unit: UUID | None) -> None:
    """Dispatch the case of an event; where nobody can be found a dispatcher does it by hand."""
    case = await _held(tx, fact.subject)
    if case is None or case.state != "to_dispatch" or case.lent_to:
        return
    if books.catalogue.get(case.matter_code, fact.time) is None:
        await books.refresh(tx)  # the alarm brought its matter a moment ago, in another process
    if unit and books.directory.unknown([unit], fact.time):
        unit = None
    reason = "设备维保单位" if unit else None
    try:
        await dispatching.dispatch(tx, SENDER, case.id, books=books, at=fact.time, unit=unit, reason=reason)
    except Conflict as refusal:
        _note(tx, case, fact, f"自动派遣未成：{refusal.detail}")


async def _recovered(tx: Tx, fact: Recorded) -> None:
    """Values are well again: the case says so, and what was handled already is confirmed by it."""
    case = await _held(tx, fact.subject)
    if case is None or case.state not in OPEN_STATES:
        return
    _note(tx, case, fact, f"设备数据恢复正常（{fact.data['alarms']} 条告警已消除）")
    if fact.data["upkeep"]:
        store.set_recovered(tx, case.id, fact.time)
        await _confirm(tx, case, fact)


async def _stepped(tx: Tx, fact: Recorded, upkeep: Upkeep) -> None:
    """An upkeep was handled, or is over: then the job at its device is not open any more."""
    if fact.type == CaseHandled.TYPE:
        case = await _held(tx, fact.subject)
        if case is not None and upkeep.recovered_at and await store.standing(tx, case.event_id) == 0:
            await _confirm(tx, case, fact)
    elif upkeep.device_id:
        await _job_over(tx, fact, upkeep.device_id)


async def _job_over(tx: Tx, fact: Recorded, device: UUID) -> None:
    begins = await store.filed_at(tx, fact.subject)
    if begins is None or begins >= fact.time:
        return
    await set_context(
        tx,
        SENDER,
        JOB_OPEN,
        begins=begins,
        ends=fact.time,
        at=fact.time,
        device=device,
        reason="维保结束",
        source=f"case {fact.subject}",
    )


async def _confirm(tx: Tx, case: Case, fact: Recorded) -> None:
    """Handled and well again: checked and closed by the values themselves."""
    if case.lent_to or case.state not in ("to_check", "to_close"):
        return
    said = "设备数据恢复正常，由平台确认"
    if case.state == "to_check":
        await verifying.check(tx, SENDER, case.id, passed=True, at=fact.time, text=said)
    await closing.close(tx, SENDER, case.id, at=fact.time, text=said)


def _note(tx: Tx, case: Case, fact: Recorded, text: str) -> None:
    line = Line("machine", fact.time, SENDER.id, SENDER.name, text, {"fact": str(fact.id)})
    cases.add_line(tx, case.id, case.unit_id, line)


async def _held(tx: Tx, case_id: UUID) -> Case | None:
    return await cases.lock(tx, case_id, "TRUE", ())
