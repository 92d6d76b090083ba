"""签收、处置、退单: what the unit does with a case that was sent to it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from yiwang import ledger
from yiwang.access import Actor
from yiwang.base.errors import Invalid
from yiwang.cases import store
from yiwang.cases.facts import CaseHandled, CaseReceived, CaseReturned
from yiwang.cases.model import CHECK_LIMIT, DISPATCH_LIMIT, Case
from yiwang.cases.steps.photographing import add_photos
from yiwang.cases.steps.stepping import RECEIPT, Done, begin, finish, needed
from yiwang.db import Tx


async def receive(tx: Tx, actor: Actor, case_id: UUID, *, at: datetime, version: int | None = None) -> Case:
    """签收: the unit takes the case; its receipt clock stops, the clock of handling runs to the case's due time."""
    case = await begin(tx, actor, case_id, "receive", version)
    after = replace(case, state="handling", received_at=at)
    store.receive_assignment(tx, case.id, at)
    ledger.cancel_timer(tx, case.id, RECEIPT)
    late = case.receipt_due_at is not None and at > case.receipt_due_at
    done = Done(
        "receive",
        after,
        at,
        "签收（超时）" if late else "签收",
        CaseReceived(case.id, case.unit_id),
        stage_due=case.due_at,
    )
    return await finish(tx, actor, case, done)


async def give_back(
    tx: Tx, actor: Actor, case_id: UUID, *, reason: str | None, at: datetime, version: int | None = None
) -> Case:
    """退单: the unit says why it is not theirs; the case goes back to be dispatched, its total clock runs on."""
    case = await begin(tx, actor, case_id, "return", version)
    why = needed("reason", reason, "why the case is returned")
    after = replace(
        case,
        state="to_dispatch",
        unit_id=None,
        post_id=None,
        assist_ids=[],
        received_at=None,
        receipt_due_at=None,
        returns=case.returns + 1,
    )
    store.end_assignments(tx, case.id, "returned", at, why)
    ledger.cancel_timer(tx, case.id, RECEIPT)
    fact = CaseReturned(case.id, case.unit_id, why[:200])
    done = Done(
        "return",
        after,
        at,
        f"退单：{why}",
        fact,
        {"unit": str(case.unit_id)},
        stage_due=at + DISPATCH_LIMIT[case.urgent],
    )
    return await finish(tx, actor, case, done)


async def handle(
    tx: Tx,
    actor: Actor,
    case_id: UUID,
    *,
    text: str | None,
    at: datetime,
    photos: Sequence[UUID] = (),
    version: int | None = None,
) -> Case:
    """处置完成: what was done, with photos; then it is checked 核查 where the matter asks for it."""
    case = await begin(tx, actor, case_id, "handle", version)
    what = needed("text", text, "what was done")
    if len(what) > 2000:
        raise Invalid("text", "At most 2000 characters; attach the rest as a file.")
    after = replace(case, state="to_check" if case.check_asked else "to_close", handled_at=at)
    await add_photos(tx, actor, case, photos, "after", at)
    store.end_assignments(tx, case.id, "done", at)
    due = at + CHECK_LIMIT
    fact = CaseHandled(case.id, case.unit_id, due if case.check_asked else None)
    done = Done("handle", after, at, f"处置完成：{what}", fact, stage_due=due)
    return await finish(tx, actor, case, done)
