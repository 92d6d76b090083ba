"""What a merge of reports or events, and its undoing, does to the cases behind them."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from yiwang import files, ledger
from yiwang.access import platform_actor
from yiwang.base.errors import Conflict
from yiwang.cases import store
from yiwang.cases.facts import CaseRestored, CaseVoided
from yiwang.cases.model import OPEN_STATES
from yiwang.cases.steps.filing import watch_due
from yiwang.cases.steps.stepping import RECEIPT, TOTAL, Done, finish
from yiwang.cases.store import Line, StageClock
from yiwang.db import Tx
from yiwang.events.model import Joined
from yiwang.ledger import Recorded

JOINER = platform_actor("merging")
NOT_YET_SENT = ("to_confirm", "to_dispatch")


async def report_joined(tx: Tx, recorded: Recorded) -> None:
    """One more person reported the same: the case says so."""
    case = await store.lock(tx, recorded.subject, "TRUE", ())
    if case is None:
        return
    if case.state not in OPEN_STATES:
        raise Conflict("This matter was settled at this very moment: send the report again, it is a new one.")
    store.count_report(tx, case.id, 1)
    joined: Joined = recorded.about
    if joined.photos:
        store.add_photos(tx, case.id, joined.photos, "before", recorded.time)
        files.share(tx, case.id, jurisdiction=case.jurisdiction_id, organisation=case.unit_id)
    if joined.urgent and not case.urgent:
        store.make_urgent(tx, case.id)
        store.add_line(
            tx, case.id, None, _line("urgent", recorded.time, "又有人反映情况紧急，转为紧急件", recorded.data.report_id)
        )
    store.add_line(tx, case.id, None, _line("join", recorded.time, joined.reason.text, recorded.data.report_id))


async def report_parted(tx: Tx, recorded: Recorded) -> None:
    """A joined report was taken out again: the case it was on says so."""
    case = await store.lock(tx, recorded.data.from_event, "TRUE", ())
    if case is None:
        return
    store.count_report(tx, case.id, -1)
    store.add_line(tx, case.id, None, _line("part", recorded.time, "撤销并入，该上报另立事件", recorded.data.report_id))


async def event_merged(tx: Tx, recorded: Recorded) -> None:
    """The case of the event that was joined to another ends with it, so that one matter has one case."""
    store.set_reports(tx, recorded.about)
    case = await store.lock(tx, recorded.subject, "TRUE", ())
    if case is None or case.state == "void":
        return
    if case.lent_to:
        raise Conflict(f"Its case is with the platform {case.lent_to}: call it back first, then merge.")
    if case.state not in NOT_YET_SENT:
        raise Conflict("Its case was dispatched already: void or close that case first, then merge.", state=case.state)
    ledger.cancel_timer(tx, case.id, RECEIPT, TOTAL)
    after = replace(case, state="void", prior_state=case.state, closed_at=recorded.time)
    fact = CaseVoided(case.id, case.event_id, "merged")
    await finish(tx, JOINER, case, Done("merge", after, recorded.time, "并入另一事件", fact), stop=["total"])


async def event_restored(tx: Tx, recorded: Recorded) -> None:
    """The merge was undone: the case is back where it was, its clocks run on from their own start."""
    store.set_reports(tx, recorded.about)
    case = await store.lock(tx, recorded.subject, "TRUE", ())
    if case is None or case.state != "void" or case.prior_state is None:
        return
    at = recorded.time
    after = replace(case, state=case.prior_state, prior_state=None, closed_at=None)
    fact = CaseRestored(case.id, case.event_id)
    restored = await finish(tx, JOINER, case, Done("restore", after, at, "撤销合并，恢复案卷", fact))
    store.start_clock(tx, case.id, StageClock("total", case.due_at, case.deadline.get("zh")), at, restored.version)
    watch_due(tx, restored, at)


def _line(step: str, at: datetime, text: str, report: UUID) -> Line:
    return Line(step, at, JOINER.id, JOINER.name, text, {"report": str(report)})
