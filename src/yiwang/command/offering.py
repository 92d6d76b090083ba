"""What a swap 调班 may be made of: one's own shifts ahead, who holds the same posts, and the shifts of theirs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from yiwang.access import Actor
from yiwang.base.errors import Conflict
from yiwang.base.paging import checked_limit
from yiwang.command.store import rosters as store
from yiwang.db import Tx
from yiwang.people import rosters
from yiwang.people.rosters import Member, StaffShift

AHEAD = timedelta(days=60)


@dataclass(frozen=True)
class Shift:
    """A shift with the name of its post."""

    id: UUID
    post_id: UUID
    post_name: str
    organisation_id: UUID
    starts: datetime
    ends: datetime
    mode: str


@dataclass(frozen=True)
class Colleague:
    """Somebody who may stand at one of one's own posts, with their shifts ahead."""

    staff_id: UUID
    name: str
    posts: Sequence[UUID]
    shifts: Sequence[Shift]


@dataclass(frozen=True)
class Choices:
    """`attends` is False for an account that is no member of staff's: it has no shift to give."""

    attends: bool
    shifts: Sequence[Shift]
    colleagues: Sequence[Colleague]


async def choices(tx: Tx, actor: Actor, *, at: datetime) -> Choices:
    """Return one's own shifts that have not begun, and whom one may ask."""
    actor.scope("duty.attend")
    try:
        mine = await rosters.me(tx, actor, at)
    except Conflict:
        return Choices(False, [], [])
    own = [one for one in await rosters.staff_shifts(tx, {mine.id}, at, at + AHEAD) if one.starts > at]
    holders = await rosters.appointed(tx, {one.post_id for one in own}, at)
    others = {staff for _, staff in holders} - {mine.id}
    theirs = [one for one in await rosters.staff_shifts(tx, others, at, at + AHEAD) if one.starts > at]
    names = await rosters.post_names(tx, {one.post_id for one in (*own, *theirs)})
    people = sorted(await rosters.members(tx, others), key=lambda one: one.number)
    return Choices(
        True, [_named(one, names) for one in own], [_colleague(one, holders, theirs, names) for one in people]
    )


async def told(tx: Tx, actor: Actor, *, at: datetime, limit: int = 50) -> list[dict[str, Any]]:
    """Return what one asked and was asked, the latest first, with the names of both and the hours of both shifts."""
    actor.scope("duty.attend")
    mine = await rosters.me(tx, actor, at)
    rows = await store.swaps_of(tx, mine.id, checked_limit(limit))
    people = await rosters.members(tx, {row[side] for row in rows for side in ("from_staff", "to_staff")})
    names = {one.id: one.name for one in people}
    shifts = await rosters.shifts(
        tx, {row[each] for row in rows for each in ("shift_id", "back_shift_id") if row[each]}
    )
    return [_told(row, names, shifts, mine) for row in rows]


def _told(row: dict[str, Any], names: dict[UUID, str], shifts: dict[UUID, StaffShift], mine: Member) -> dict[str, Any]:
    wanted, back = shifts.get(row["shift_id"]), shifts.get(row["back_shift_id"])
    asked_me = row["to_staff"] == mine.id
    steps = ["agree", "decline"] if asked_me else ["withdraw"]
    return {
        **row,
        "from_name": names.get(row["from_staff"], ""),
        "to_name": names.get(row["to_staff"], ""),
        "ends": wanted.ends if wanted else None,
        "back_starts": back.starts if back else None,
        "back_ends": back.ends if back else None,
        "next_steps": steps if row["state"] == "asked" else [],
    }


def _colleague(
    one: Member, holders: set[tuple[UUID, UUID]], shifts: Sequence[StaffShift], names: dict[UUID, str]
) -> Colleague:
    posts = sorted(post for post, staff in holders if staff == one.id)
    return Colleague(one.id, one.name, posts, [_named(each, names) for each in shifts if each.staff_id == one.id])


def _named(one: StaffShift, names: dict[UUID, str]) -> Shift:
    return Shift(one.id, one.post_id, names.get(one.post_id, ""), one.organisation_id, one.starts, one.ends, one.mode)
