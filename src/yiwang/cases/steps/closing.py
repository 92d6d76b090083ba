"""结案 and 作废: how a case ends."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from yiwang import ledger
from yiwang.access import Actor
from yiwang.cases import store
from yiwang.cases.facts import CaseClosed, CaseVoided
from yiwang.cases.model import Case
from yiwang.cases.steps.stepping import RECEIPT, TOTAL, Done, begin, finish, needed
from yiwang.db import Tx
from yiwang.events import settling


async def close(
    tx: Tx, actor: Actor, case_id: UUID, *, at: datetime, text: str | None = None, version: int | None = None
) -> Case:
    """结案: every clock stops, the event is closed, and every reporter still waiting has the answer."""
    case = await begin(tx, actor, case_id, "close", version)
    after = replace(case, state="closed", closed_at=at)
    on_time = None if case.due_at is None else at <= case.due_at
    note = {None: "结案", True: "按期结案", False: "超期结案"}[on_time]
    ledger.cancel_timer(tx, case.id, RECEIPT, TOTAL)
    answer = {"text": text or "", "case": case.number}
    await settling.close_event(tx, actor, case.event_id, at=at, answer=answer, drill=case.drill)
    fact = CaseClosed(case.id, case.event_id, on_time, case.self_handled)
    done = Done("close", after, at, f"{note}。{text or ''}".rstrip("。"), fact)
    return await finish(tx, actor, case, done, stop=["total"])


async def void(
    tx: Tx, actor: Actor, case_id: UUID, *, reason: str | None, at: datetime, version: int | None = None
) -> Case:
    """作废: the case should not have been; it stays on file with the reason and counts in no rate."""
    case = await begin(tx, actor, case_id, "void", version)
    why = needed("reason", reason, "why the case is void")
    after = await _end_void(tx, case, at, why)
    settling.dismiss_event(tx, case.event_id, at)
    answer = {"text": why, "case": case.number}
    await settling.answer_all(tx, actor, case.event_id, at=at, answer=answer, drill=case.drill)
    done = Done("void", after, at, f"作废：{why}", CaseVoided(case.id, case.event_id, "void"))
    return await finish(tx, actor, case, done, stop=["total"])


async def _end_void(tx: Tx, case: Case, at: datetime, why: str) -> Case:
    ledger.cancel_timer(tx, case.id, RECEIPT, TOTAL)
    store.end_assignments(tx, case.id, "withdrawn", at, why)
    return replace(case, state="void", prior_state=case.state, closed_at=at)
