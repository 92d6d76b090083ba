"""One's own duty: the shift one is signed in to, or was last, and the one to sign in to now."""

from dataclasses import dataclass
from datetime import datetime

from yiwang.access import Actor
from yiwang.base.errors import Conflict, NotFound
from yiwang.command.attending import shift_now
from yiwang.command.model import Attendance
from yiwang.command.store import attendance as store
from yiwang.db import Tx
from yiwang.people import rosters
from yiwang.people.rosters import StaffShift


@dataclass(frozen=True)
class OwnDuty:
    """`attends` is False for an account that is no member of staff's."""

    attends: bool
    signed: Attendance | None
    shift: StaffShift | None


async def own(tx: Tx, actor: Actor, *, at: datetime) -> OwnDuty:
    """Return how one's own duty stands; nobody else's is ever in it."""
    actor.scope("duty.attend")
    try:
        mine = await rosters.me(tx, actor, at)
    except Conflict:
        return OwnDuty(False, None, None)
    signed = await store.latest(tx, mine.id)
    try:
        shift = await shift_now(tx, mine.id, at)
    except Conflict:
        shift = None
    return OwnDuty(True, signed, shift)


async def latest(tx: Tx, actor: Actor, *, at: datetime) -> Attendance:
    """Return one's own latest attendance, to a phone that asks a second time what came of its first."""
    signed = (await own(tx, actor, at=at)).signed
    if signed is None:
        raise NotFound("You have not signed in to any shift.")
    return signed
