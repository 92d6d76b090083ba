"""认领: an officer takes an item so that others see who has it."""

from uuid import UUID

from yiwang import access, ledger
from yiwang.access import Actor
from yiwang.base.errors import Conflict
from yiwang.cases import store
from yiwang.cases.facts import CaseClaimed, CaseReleased
from yiwang.cases.model import Case
from yiwang.cases.views.listing import see
from yiwang.db import Tx


async def claim(tx: Tx, actor: Actor, case_id: UUID) -> Case:
    """Take the case; refused with the name of whoever has it already."""
    condition, params = access.within(actor.scope("cases.claim"), "c.jurisdiction_id", "c.unit_id")
    if not await store.claim(tx, case_id, actor.id, actor.name, condition, params):
        case = await see(tx, actor, case_id)
        if case.claimed_by == actor.id:
            return case
        if case.claimed_by:
            raise Conflict(f"{case.claimed_name} has it already.", claimed_by=str(case.claimed_by))
        raise Conflict("Only an open case can be claimed.")
    await ledger.record(tx, CaseClaimed(case_id), at=tx.at, actor=actor.id)
    access.audit(tx, actor, "cases.claim", "case", case_id, tx.at)
    return await see(tx, actor, case_id)


async def release(tx: Tx, actor: Actor, case_id: UUID) -> Case:
    """Let go of a case one has claimed."""
    actor.scope("cases.claim")
    case = await see(tx, actor, case_id)
    if not await store.release(tx, case_id, actor.id):
        raise Conflict("You have not claimed this case.")
    await ledger.record(tx, CaseReleased(case_id), at=tx.at, actor=actor.id)
    access.audit(tx, actor, "cases.release", "case", case.id, tx.at)
    return await see(tx, actor, case_id)
