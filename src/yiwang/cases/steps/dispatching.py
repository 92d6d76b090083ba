"""派遣: the case goes to a unit, chosen by the rules or by the dispatcher, with its receipt clock."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from yiwang import files, ledger
from yiwang.access import Actor
from yiwang.base.errors import Conflict, Invalid
from yiwang.cases import store
from yiwang.cases.facts import CaseDispatched
from yiwang.cases.model import DISPATCH_LIMIT, Case
from yiwang.cases.steps.choosing import Choice, choose, settle
from yiwang.cases.steps.stepping import RECEIPT, Done, begin, finish, needed
from yiwang.db import Tx
from yiwang.events.books import Books


async def dispatch(
    tx: Tx,
    actor: Actor,
    case_id: UUID,
    *,
    books: Books,
    at: datetime,
    unit: UUID | None = None,
    assist: Sequence[UUID] = (),
    reason: str | None = None,
    version: int | None = None,
) -> Case:
    """Send the case to `unit`, or to the one the rules name when none is given."""
    case = await begin(tx, actor, case_id, "dispatch", version)
    choice = await _by_hand(tx, case, unit, assist, reason, books=books, at=at) if unit else None
    choice = choice or await choose(tx, case, books=books, at=at)
    if choice.unit is None:
        raise Conflict("No unit answers for this matter here and there is no centre on file: choose a unit.")
    return await send(tx, actor, case, choice, at=at)


async def redispatch(
    tx: Tx,
    actor: Actor,
    case_id: UUID,
    *,
    books: Books,
    at: datetime,
    unit: UUID,
    reason: str | None,
    version: int | None = None,
) -> Case:
    """改派: take back what nobody has received yet and send it elsewhere."""
    case = await begin(tx, actor, case_id, "redispatch", version)
    why = needed("reason", reason, "why it goes to another unit")
    choice = await _by_hand(tx, case, unit, (), why, books=books, at=at)
    store.end_assignments(tx, case.id, "withdrawn", at, why)
    return await send(tx, actor, case, choice, at=at)


async def send(tx: Tx, actor: Actor, case: Case, choice: Choice, *, at: datetime) -> Case:
    """Write the dispatch to the unit chosen: its assignments, its receipt clock and the timer that minds it."""
    if choice.unit is None:
        raise Conflict("No unit was chosen.")
    after = replace(
        case,
        state="to_receive",
        unit_id=choice.unit,
        post_id=choice.post,
        assist_ids=list(choice.assists),
        dispatched_at=at,
        receipt_due_at=choice.receipt_due,
        dispatch_reason={"zh": choice.reason, "receipt": choice.receipt_reason},
    )
    store.assign(tx, case.id, choice.unit, choice.post, "lead", at, choice.receipt_due)
    for helper in choice.assists:
        store.assign(tx, case.id, helper, None, "assist", at, None)
    if choice.receipt_due:
        minutes = choice.limit.total_seconds() / 60 if choice.limit else None
        ledger.set_timer(tx, RECEIPT, case.id, choice.receipt_due, {"level": 1, "minutes": minutes})
    filed = case.filed_at or case.opened_at
    fact = CaseDispatched(
        case.id, choice.unit, choice.post, choice.receipt_due, filed + DISPATCH_LIMIT[case.urgent], choice.assists
    )
    done = Done(
        "dispatch",
        after,
        at,
        choice.reason,
        fact,
        {"unit": str(choice.unit), "assists": [str(u) for u in choice.assists]},
        stage_due=choice.receipt_due,
        stage_reason=choice.receipt_reason,
    )
    files.share(tx, case.id, jurisdiction=case.jurisdiction_id, organisation=choice.unit)
    # A re-dispatch stays in the same state: its receipt clock starts anew all the same.
    return await finish(tx, actor, case, done, restart=case.state == "to_receive")


async def _by_hand(
    tx: Tx,
    case: Case,
    unit: UUID,
    assist: Sequence[UUID],
    reason: str | None,
    *,
    books: Books,
    at: datetime,
) -> Choice:
    if books.directory.unknown([unit, *assist], at):
        await books.refresh(tx)  # it may have been made a moment ago
    for field, wanted in (("unit", [unit]), ("assist", assist)):
        if books.directory.unknown(wanted, at):
            raise Invalid(field, "There is no such unit; choose one from the list.")
    if unit in assist:
        raise Invalid("assist", "The leading unit cannot assist itself.")
    text = f"派遣员指定 {books.directory.name(unit)}" + (f"：{reason.strip()}" if reason and reason.strip() else "")
    matter = books.catalogue.by_id(case.matter_id)
    return await settle(tx, case, matter, unit, tuple(dict.fromkeys(assist)), text, books=books, at=at)
