"""A note on a case: a line of its timeline that moves nothing."""

from datetime import datetime
from uuid import UUID

from yiwang import access, ledger
from yiwang.access import Actor
from yiwang.base.errors import Conflict, Invalid
from yiwang.cases import store
from yiwang.cases.facts import CaseNoted
from yiwang.cases.model import OPEN_STATES, Case
from yiwang.cases.store import Line
from yiwang.cases.views.listing import see
from yiwang.db import Tx

LONGEST = 1000


async def note(tx: Tx, actor: Actor, case_id: UUID, *, text: str, at: datetime) -> Case:
    """Write a note on an open case the actor may see."""
    case = await see(tx, actor, case_id)
    words = text.strip()
    if not 1 <= len(words) <= LONGEST:
        raise Invalid("text", f"A note has 1 to {LONGEST} characters.")
    if case.state not in OPEN_STATES:
        raise Conflict("Notes are written on open cases only.", state=case.state)
    store.add_line(tx, case.id, case.unit_id, Line("note", at, actor.id, actor.name, words, {}))
    access.audit(tx, actor, "cases.note", "case", case.id, at)
    await ledger.record(tx, CaseNoted(case.id), at=at, actor=actor.id, drill=case.drill)
    return case
