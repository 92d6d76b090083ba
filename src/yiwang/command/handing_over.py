"""交接班: who leaves signs what is open over, who comes signs that they have it; the items are those of that moment."""

from datetime import datetime
from typing import Any
from uuid import UUID

from yiwang import access, ledger, people
from yiwang.access import Actor
from yiwang.base.errors import Conflict, Forbidden, NotFound
from yiwang.base.ids import uuid7
from yiwang.base.paging import checked_limit, moment_and_row
from yiwang.command.facts import HandoverTaken
from yiwang.command.model import HANDOVER_STEPS
from yiwang.command.reaching import Told, checked_step, following, tell, unit_of
from yiwang.command.store import logbook as store
from yiwang.db import Tx


async def offer(tx: Tx, actor: Actor, *, unit: UUID, note: str, at: datetime) -> UUID:
    """Sign a unit's open items over to whoever comes next; one offer of a unit is open at a time."""
    found = await unit_of(tx, actor, "duty.log", unit)
    made = uuid7(tx.at)
    items = await store.open_items(tx, unit)
    values: dict[str, Any] = {
        "id": made,
        "organisation_id": unit,
        "jurisdiction_id": found.jurisdiction_id,
        "note": note.strip(),
    }
    values |= {"from_account": actor.id, "from_name": actor.name, "offered_at": at}
    if not await store.insert_handover(tx, values, items):
        raise Conflict("This unit has a handover that nobody has taken yet: take or withdraw it first.")
    access.audit(tx, actor, "handover.offer", "handover", made, at, {"items": len(items)})
    told = Told(
        "command.handover", "交接班", "Handover", f"{len(items)} 项待办待接", "/command/handover", "handover", made
    )
    others = [one for one in await people.accounts_on(tx, unit, at) if one != actor.id]
    await tell(tx, others, told, at)
    return made


async def take(tx: Tx, actor: Actor, handover_id: UUID, *, at: datetime) -> None:
    """Sign that one has taken everything over: somebody else than who signed it over."""
    held = await _held(tx, actor, handover_id)
    start, to = checked_step(HANDOVER_STEPS, "take", held["state"], "This handover")
    if held["from_account"] == actor.id:
        raise Forbidden("A handover is signed by two: somebody else takes it.")
    if not await store.end_handover(tx, handover_id, start, to, (actor.id, actor.name), at):
        raise Conflict("This handover was taken at this very moment.")
    items = await store.items(tx, handover_id)
    fact = HandoverTaken(handover_id, held["organisation_id"], len(items), held["offered_at"])
    await ledger.record(tx, fact, at=at, actor=actor.id)
    access.audit(tx, actor, "handover.take", "handover", handover_id, at)


async def withdraw(tx: Tx, actor: Actor, handover_id: UUID, *, at: datetime) -> None:
    """Take one's own offer back, to offer anew with what came meanwhile."""
    held = await _held(tx, actor, handover_id)
    start, to = checked_step(HANDOVER_STEPS, "withdraw", held["state"], "This handover")
    if held["from_account"] != actor.id:
        raise Forbidden("Only who offered a handover takes it back.")
    await store.end_handover(tx, handover_id, start, to, None, at)
    access.audit(tx, actor, "handover.withdraw", "handover", handover_id, at)


async def see(tx: Tx, actor: Actor, handover_id: UUID) -> dict[str, Any]:
    """Return a handover with its items."""
    held = await _held(tx, actor, handover_id, hold=False)
    return {**held, "items": await store.items(tx, handover_id)}


async def page(
    tx: Tx, actor: Actor, *, unit: UUID | None = None, cursor: str | None = None, limit: int = 50
) -> tuple[list[dict[str, Any]], str | None]:
    """Return handovers in the actor's scope, the latest first."""
    where, params = access.within(actor.scope("duty.log"), "h.jurisdiction_id", "h.organisation_id")
    found = await store.handovers(tx, where, params, unit, moment_and_row(cursor), checked_limit(limit))
    return found, following(found, limit, "offered_at")


async def _held(tx: Tx, actor: Actor, handover_id: UUID, *, hold: bool = True) -> dict[str, Any]:
    where, params = access.within(actor.scope("duty.log"), "h.jurisdiction_id", "h.organisation_id")
    found = await store.handover(tx, handover_id, where, params, hold=hold)
    if found is None:
        raise NotFound("There is no such handover.")
    return found
