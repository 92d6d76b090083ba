"""核实 before filing and 核查 after handling: two steps, each asked for or not by the matter."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from yiwang import ledger
from yiwang.access import Actor
from yiwang.cases import store
from yiwang.cases.facts import CaseChecked, CaseConfirmed, CaseVoided
from yiwang.cases.model import CHECK_LIMIT, Case
from yiwang.cases.steps.filing import confirm_and_file
from yiwang.cases.steps.photographing import add_photos
from yiwang.cases.steps.stepping import Done, begin, finish, needed
from yiwang.db import Tx
from yiwang.events import settling
from yiwang.events.books import Books


async def confirm(
    tx: Tx,
    actor: Actor,
    case_id: UUID,
    *,
    passed: bool,
    books: Books,
    at: datetime,
    text: str | None = None,
    photos: Sequence[UUID] = (),
    version: int | None = None,
) -> Case:
    """核实: true on the spot, and the case is filed 立案; not true, and it is not filed 不立案, with the reason."""
    case = await begin(tx, actor, case_id, "confirm", version)
    await add_photos(tx, actor, case, photos, "before", at)
    if passed:
        matter = books.catalogue.by_id(case.matter_id)
        return await confirm_and_file(tx, actor, case, text=text or "", at=at, matter=matter, books=books)
    why = needed("text", text, "why it is not filed")
    await ledger.record(tx, CaseConfirmed(case.id, False), at=at, actor=actor.id, drill=case.drill)
    after = replace(case, state="void", prior_state=case.state, closed_at=at)
    settling.dismiss_event(tx, case.event_id, at)
    answer = {"text": why, "case": case.number}
    await settling.answer_all(tx, actor, case.event_id, at=at, answer=answer, drill=case.drill)
    done = Done("confirm", after, at, f"核实不属实，不立案：{why}", CaseVoided(case.id, case.event_id, "not_confirmed"))
    return await finish(tx, actor, case, done)


async def check(
    tx: Tx,
    actor: Actor,
    case_id: UUID,
    *,
    passed: bool,
    at: datetime,
    text: str | None = None,
    photos: Sequence[UUID] = (),
    version: int | None = None,
) -> Case:
    """核查: passed, and the case can be closed; not passed, and the same unit does it again 返工."""
    case = await begin(tx, actor, case_id, "check", version)
    await add_photos(tx, actor, case, photos, "check", at)
    fact = CaseChecked(case.id, passed, case.handled_at + CHECK_LIMIT if case.handled_at else None)
    if passed:
        after = replace(case, state="to_close", checked_at=at)
        note = f"核查通过。{text or ''}".rstrip("。")
        return await finish(tx, actor, case, Done("check", after, at, note, fact, stage_due=at + CHECK_LIMIT))
    why = needed("text", text, "what is not in order yet")
    after = replace(case, state="handling", rework=case.rework + 1, handled_at=None)
    store.reopen_assignment(tx, case.id)
    done = Done("check", after, at, f"核查不通过，返工：{why}", fact, {"passed": False}, stage_due=case.due_at)
    return await finish(tx, actor, case, done)
