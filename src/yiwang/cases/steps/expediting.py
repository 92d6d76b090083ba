"""提示督办: a case that goes too slowly is expedited from above; its timeline says by whom and why."""

from datetime import datetime
from uuid import UUID

from yiwang import access
from yiwang.access import Actor
from yiwang.base.errors import Conflict, NotFound
from yiwang.cases import store
from yiwang.cases.model import OPEN_STATES, Case
from yiwang.cases.store import Line
from yiwang.db import Tx

PERMISSION = "cases.expedite"


async def held_for_expediting(tx: Tx, actor: Actor, case_id: UUID) -> Case:
    """Return an open case with a unit within the actor's scope, held until the transaction ends."""
    condition, params = access.within(actor.scope(PERMISSION), "c.jurisdiction_id", "c.unit_id")
    case = await store.lock(tx, case_id, condition, params)
    if case is None:
        raise NotFound("There is no such case among those you may see.")
    if case.state not in OPEN_STATES or case.unit_id is None:
        raise Conflict("Only an open case that was sent to a unit can be expedited.", state=case.state)
    return case


def expedited(tx: Tx, actor: Actor, case: Case, *, kind: str, text: str, order: UUID, at: datetime) -> None:
    """Write on the case's timeline that it was expedited: `kind` is prompt 提示 or supervise 督办."""
    label = {"prompt": "提示", "supervise": "督办"}[kind]
    line = Line("expedite", at, actor.id, actor.name, f"{label}：{text}", {"kind": kind, "order": str(order)})
    store.add_line(tx, case.id, case.unit_id, line)
    access.audit(tx, actor, "cases.expedite", "case", case.id, at, {"kind": kind})
