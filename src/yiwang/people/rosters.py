"""Rosters for the rooms above: shifts of persons, who may stand at a post, and shifts that change hands.

No permission is asked here: whoever calls has decided who may draw up a roster.
"""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from yiwang import access
from yiwang.access import Actor
from yiwang.base.errors import Conflict, NotFound
from yiwang.db import Tx
from yiwang.people import store
from yiwang.people.duty import replace_shifts
from yiwang.people.model import Organisation, Post, RosterShift
from yiwang.people.store import rosters
from yiwang.people.store.rosters import Member, StaffShift

__all__ = [
    "Member",
    "StaffShift",
    "accounts_of_post",
    "appointed",
    "give_shift",
    "me",
    "members",
    "post_names",
    "posts",
    "put_in_force",
    "shift",
    "shifts",
    "staff_shifts",
    "unit",
    "units",
]


async def put_in_force(tx: Tx, actor: Actor, shifts: Sequence[RosterShift], at: datetime) -> None:
    """Write dated shifts; in their stretches they replace what post hours say and an earlier roster there."""
    found = await store.posts_by_id(tx, {one.post_id for one in shifts})
    for post_id in dict.fromkeys(one.post_id for one in shifts):
        if post_id not in found:
            raise NotFound("There is no such post.")
        await replace_shifts(tx, actor, found[post_id], [one for one in shifts if one.post_id == post_id], at)


async def unit(tx: Tx, unit_id: UUID) -> Organisation:
    """Return a unit; no scope is looked at."""
    found = await store.organisation_by_id(tx, unit_id, "TRUE", ())
    if found is None:
        raise NotFound("There is no such unit.")
    return found


async def posts(tx: Tx, unit_id: UUID, at: datetime) -> list[Post]:
    """Return the posts of a unit."""
    return await store.posts_of(tx, [unit_id], at)


async def me(tx: Tx, actor: Actor, at: datetime) -> Member:
    """Return the member of staff whose account acts."""
    found = await rosters.member_of_account(tx, actor.id, at) if actor.kind == "account" else None
    if found is None:
        raise Conflict("Your account is no member of staff's: ask the data administrator to join the two.")
    return found


async def members(tx: Tx, staff: Collection[UUID], numbers: Collection[str] = ()) -> list[Member]:
    """Return persons by id or by staff number; unknown ones are left out."""
    return await rosters.members(tx, staff, numbers) if staff or numbers else []


async def appointed(tx: Tx, post_ids: Collection[UUID], at: datetime) -> set[tuple[UUID, UUID]]:
    """Return (post, person) of whoever holds these posts."""
    return await rosters.appointed(tx, post_ids, at)


async def staff_shifts(tx: Tx, staff: Collection[UUID], start: datetime, end: datetime) -> list[StaffShift]:
    """Return the shifts of persons that touch [start, end), earliest first."""
    return await rosters.staff_shifts(tx, staff, start, end) if staff else []


async def shift(tx: Tx, shift_id: UUID, *, hold: bool = False) -> StaffShift | None:
    """Return a shift that names a person, None when there is none (any more)."""
    return await rosters.shift(tx, shift_id, hold=hold)


async def shifts(tx: Tx, ids: Collection[UUID]) -> dict[UUID, StaffShift]:
    """Return those of these shifts that are there (still), by id."""
    return {one.id: one for one in await rosters.shifts(tx, ids)} if ids else {}


async def post_names(tx: Tx, ids: Collection[UUID]) -> dict[UUID, str]:
    """Return the names of posts."""
    return {post_id: post.name for post_id, post in (await store.posts_by_id(tx, ids)).items()} if ids else {}


def give_shift(tx: Tx, actor: Actor, shift_id: UUID, staff: UUID, at: datetime) -> None:
    """Let another person keep a shift."""
    rosters.give_shift(tx, shift_id, staff)
    access.audit(tx, actor, "people.shift.give", "shift", shift_id, at, {"staff": str(staff)})


async def accounts_of_post(tx: Tx, post: UUID, at: datetime) -> list[UUID]:
    """Return the accounts to tell what concerns a post."""
    return await rosters.accounts_of_post(tx, post, at)


async def units(tx: Tx, codes: Collection[str]) -> list[Organisation]:
    """Return the units with these codes; unknown ones are left out."""
    return list((await store.organisations_by_code(tx, codes)).values()) if codes else []
