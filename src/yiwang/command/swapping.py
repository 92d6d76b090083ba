"""调班: a shift changes hands when the other person consents; both ways when they give one back."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from yiwang import access, ledger
from yiwang.access import Actor
from yiwang.base.errors import Conflict, Invalid, NotFound
from yiwang.base.ids import uuid7
from yiwang.command.facts import ShiftSwapped
from yiwang.command.model import SWAP_STEPS, Planned, problems
from yiwang.command.reaching import Told, checked_step, said, tell
from yiwang.command.rostering import watch_anew
from yiwang.command.store import rosters as store
from yiwang.db import Tx
from yiwang.people import rosters
from yiwang.people.rosters import StaffShift


async def ask(
    tx: Tx, actor: Actor, *, shift: UUID, to: UUID, back: UUID | None, reason: str | None, at: datetime
) -> UUID:
    """Ask a colleague to take a shift of one's own, perhaps for one of theirs."""
    actor.scope("duty.attend")
    why = said("reason", reason, "why you cannot keep the shift", 500)
    mine = await rosters.me(tx, actor, at)
    wanted = await rosters.shift(tx, shift)
    if wanted is None or wanted.staff_id != mine.id:
        raise NotFound("You have no such shift.")
    returned = await rosters.shift(tx, back) if back else None
    if back and (returned is None or returned.staff_id != to):
        raise Invalid("back", "Your colleague has no such shift.")
    if to == mine.id or wanted.starts <= at or (returned and returned.starts <= at):
        raise Conflict("Only a shift that has not begun can change hands, and to somebody else.")
    if await store.asked_before(tx, shift):
        raise Conflict("You have asked somebody about this shift already: withdraw that first.")
    await _fits(tx, wanted, to, returned, mine.id, at)
    made = uuid7(tx.at)
    values: dict[str, Any] = {
        "id": made,
        "organisation_id": wanted.organisation_id,
        "jurisdiction_id": wanted.jurisdiction_id,
    }
    values |= {"shift_id": shift, "starts": wanted.starts, "back_shift_id": back, "from_staff": mine.id}
    store.insert_swap(tx, {**values, "to_staff": to, "reason": why})
    access.audit(tx, actor, "swaps.ask", "swap", made, at)
    await _tell(tx, made, to, "调班请求", "Swap asked", f"{mine.name}请您代班", at)
    return made


async def answer(tx: Tx, actor: Actor, swap_id: UUID, verb: str, *, at: datetime) -> str:
    """Agree or decline as the one who was asked, or withdraw as the one who asked; return the state."""
    actor.scope("duty.attend")
    mine = await rosters.me(tx, actor, at)
    swap = await store.swap(tx, swap_id, hold=True)
    side = "from_staff" if verb == "withdraw" else "to_staff"
    if swap is None or swap[side] != mine.id:
        raise NotFound("There is no such request for you.")
    start, to = checked_step(SWAP_STEPS, verb, swap["state"], "This request")
    if verb == "agree":
        await _change_hands(tx, actor, swap, at)
    if not await store.end_swap(tx, swap_id, start, to, at):
        raise Conflict("This request was answered at this very moment.")
    access.audit(tx, actor, f"swaps.{verb}", "swap", swap_id, at)
    other = swap["to_staff"] if verb == "withdraw" else swap["from_staff"]
    await _tell(tx, swap_id, other, "调班答复", "Swap answered", {"agreed": "对方已同意"}.get(to, "请求已结束"), at)
    return to


async def _change_hands(tx: Tx, actor: Actor, swap: dict[str, Any], at: datetime) -> None:
    wanted = await rosters.shift(tx, swap["shift_id"], hold=True)
    back = await rosters.shift(tx, swap["back_shift_id"], hold=True) if swap["back_shift_id"] else None
    gone = wanted is None or wanted.staff_id != swap["from_staff"] or wanted.starts <= at
    if wanted is None or gone or (swap["back_shift_id"] and (back is None or back.staff_id != swap["to_staff"])):
        raise Conflict("The shift has begun, or the roster has changed since: ask anew.")
    await _fits(tx, wanted, swap["to_staff"], back, swap["from_staff"], at)
    rosters.give_shift(tx, actor, wanted.id, swap["to_staff"], at)
    watch_anew(tx, wanted, swap["to_staff"])
    if back:
        rosters.give_shift(tx, actor, back.id, swap["from_staff"], at)
        watch_anew(tx, back, swap["from_staff"])
    fact = ShiftSwapped(swap["id"], swap["organisation_id"], back is not None)
    await ledger.record(tx, fact, at=at, actor=actor.id)


async def _fits(tx: Tx, wanted: StaffShift, to: UUID, back: StaffShift | None, giver: UUID, at: datetime) -> None:
    """Refuse when either person would stand at two posts at once, rest too little, or holds no such post."""
    moved = {wanted.id} | ({back.id} if back else set())
    for person, shift in ((to, wanted), *(((giver, back),) if back else ())):
        first, last = shift.starts - timedelta(days=8), shift.starts + timedelta(days=2)
        there = await rosters.staff_shifts(tx, {person}, first, last)
        rest = [Planned(s.post_id, s.staff_id, s.starts, s.ends, s.mode) for s in there if s.id not in moved]
        plan = [Planned(shift.post_id, person, shift.starts, shift.ends, shift.mode)]
        found = problems(plan, rest, await rosters.appointed(tx, {shift.post_id}, at))
        if found:
            raise Conflict(found[0].detail, problems=[{"code": one.code, "detail": one.detail} for one in found])


async def _tell(tx: Tx, swap_id: UUID, staff: UUID, zh: str, en: str, text: str, at: datetime) -> None:
    accounts = [one.account_id for one in await rosters.members(tx, {staff}) if one.account_id]
    await tell(tx, accounts, Told("command.swap", zh, en, text, "/command/swaps", "swap", swap_id), at)
