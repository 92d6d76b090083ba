"""What every step of the procedure does alike: take the case, and write the step with its clock, line, fact, audit."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from yiwang import access, ledger
from yiwang.access import Actor
from yiwang.base.errors import Conflict, Invalid, NotFound
from yiwang.cases import store
from yiwang.cases.model import STAGE_OF_STATE, TRANSITIONS, Case
from yiwang.cases.store import Line, StageClock
from yiwang.db import Tx
from yiwang.ledger import Fact

RECEIPT, TOTAL = "cases.receipt", "cases.total"  # the kinds of timers a case has


@dataclass(frozen=True)
class Done:
    """What a step did: its name, the case as it is now, its line of the timeline, the fact, the next stage's due."""

    step: str
    case: Case
    at: datetime
    text: str
    fact: Fact
    data: dict[str, Any] = field(default_factory=dict)
    stage_due: datetime | None = None
    stage_reason: str | None = None


async def begin(tx: Tx, actor: Actor, case_id: UUID, verb: str, version: int | None = None) -> Case:
    """Take the case for this step: it exists within the actor's scope, and its state allows the step.

    The row is held until the transaction ends, so that what is decided on it here still holds when it is written. One
    that this process wrote a moment ago is not read again: the server compares and holds it, in the trip of the writes.
    """
    step = TRANSITIONS[verb]
    condition, params = access.within(actor.scope(step.permission), "c.jurisdiction_id", "c.unit_id")
    known = tx.recall(case_id)
    if isinstance(known, Case):
        store.vouch(tx, known, condition, params)
    case = known if isinstance(known, Case) else await store.lock(tx, case_id, condition, params)
    if case is None:
        raise NotFound("There is no such case among those you may see.")
    if case.lent_to:
        raise Conflict(f"This case is with the platform {case.lent_to}, which takes its steps.", owner=case.lent_to)
    if case.state not in step.start:
        raise Conflict(
            f"{step.label_en} ({step.label_zh}) is not possible: the case is in state {case.state}.",
            state=case.state,
            allowed=sorted(step.start),
        )
    if version is not None and version != case.version:
        raise Conflict("The case was changed by someone else meanwhile; load it again.", version=case.version)
    return case


async def finish(
    tx: Tx, actor: Actor, before: Case, done: Done, *, stop: Sequence[str] = (), restart: bool = False
) -> Case:
    """Write a step. The clock of the state that was left stops, that of the state now reached starts."""
    case = done.case
    moved = restart or case.state != before.state
    stage = STAGE_OF_STATE.get(case.state) if moved else None
    ended = [STAGE_OF_STATE[before.state]] if moved and before.state in STAGE_OF_STATE else []
    line = Line(done.step, done.at, actor.id, actor.name, done.text, done.data)
    store.move(tx, case, line, StageClock(stage, done.stage_due, done.stage_reason), [*ended, *stop])
    access.audit(tx, actor, f"cases.{done.step}", "case", case.id, done.at)
    await ledger.record(tx, done.fact, at=done.at, actor=actor.id, drill=case.drill, about=case)
    after = replace(case, version=before.version + 1)
    if not after.lent_to:  # handing over writes more than the step does
        tx.keep(after.id, after)
    return after


def needed(name: str, value: str | None, label: str) -> str:
    """Return a text the step cannot do without, trimmed."""
    if not value or not value.strip():
        raise Invalid(name, f"Say {label}; it becomes part of the case.")
    return value.strip()
