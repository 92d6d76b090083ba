"""Who is on: dated shifts, written ahead from post hours and replaced by rosters where there are any."""

from collections.abc import Collection, Sequence
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from yiwang import access, ledger
from yiwang.access import Actor
from yiwang.base.errors import Invalid, NotFound
from yiwang.db import Tx
from yiwang.people import store
from yiwang.people.facts import PostRostered
from yiwang.people.kernels import PostHours, Span, WorkingDays, post_hours, spans_of_day, subtract
from yiwang.people.model import OnDuty, Post, RosterShift
from yiwang.people.organisations import may_write, organisation

LONGEST = timedelta(hours=25)  # a day on which the clocks go back
MOST_DAYS = 92


def hours_of(post: Post) -> PostHours:
    """Return the hours a post is manned by default, for `kernels.open_at`, `next_open` and `due_within`."""
    return post_hours(post.hours, post.weekly, post.zone)


async def shifts_from_hours(
    tx: Tx, calendar: WorkingDays, first: date, last: date, at: datetime, *, units: Collection[UUID] | None = None
) -> int:
    """Write the shifts that follow from post hours for the local days first..last; return how many there are now.

    A daily errand calls it some days ahead. Doing it again, or after the calendar changed, replaces what it wrote;
    stretches that a roster has taken stay the roster's.
    """
    if not 0 <= (last - first).days < MOST_DAYS:
        raise Invalid("last", f"Shifts are written for 1 to {MOST_DAYS} days at once.")
    shifts: list[tuple[UUID, UUID, UUID | None, Span]] = []
    posts = await store.posts_of(tx, units, at)
    for zone in {post.zone for post in posts}:
        here = [post for post in posts if post.zone == zone]
        start, end = _midnight(first, zone), _midnight(last + timedelta(days=1), zone)
        ids = [post.id for post in here]
        store.clear_shifts(tx, ids, "hours", start, end)
        taken = await store.roster_spans(tx, ids, start, end)
        days = [first + timedelta(days=offset) for offset in range((last - first).days + 1)]
        for post in here:
            spans = [span for day in days for span in spans_of_day(hours_of(post), calendar, day)]
            left = [piece for span in spans for piece in subtract(span, taken.get(post.id, ()))]
            shifts.extend((post.organisation_id, post.id, None, span) for span in left)
    store.insert_shifts(tx, shifts, "hours")
    return len(shifts)


async def write_roster(tx: Tx, actor: Actor, shifts: Sequence[RosterShift], at: datetime) -> None:
    """Put a roster in force: in its stretches it replaces what post hours say, and an earlier roster that begins there.

    Several persons may share a stretch of a post.
    """
    may_write(actor)
    for number, shift in enumerate(shifts, 1):
        if not timedelta(0) < shift.ends - shift.starts <= LONGEST:
            raise Invalid(f"shifts.{number}", "A shift ends after it begins and lasts a day at most: cut longer ones.")
    posts = await store.posts_by_id(tx, {shift.post_id for shift in shifts})
    staff = {shift.staff_id for shift in shifts if shift.staff_id}
    if staff and staff - await store.known_staff(tx, staff):
        raise NotFound("There is no such member of staff.")
    for post_id in dict.fromkeys(shift.post_id for shift in shifts):
        if post_id not in posts:
            raise NotFound("There is no such post.")
        await replace_shifts(tx, actor, posts[post_id], [shift for shift in shifts if shift.post_id == post_id], at)


async def who_is_on(tx: Tx, unit: UUID, at: datetime, *, urgent_only: bool = False) -> list[OnDuty]:
    """Return the posts of a unit that are manned at `at`: on site before online, urgent-capable first. One trip."""
    return await store.on_duty(tx, unit, at, urgent_only=urgent_only)


async def duty_of_unit(tx: Tx, actor: Actor, unit: UUID, at: datetime) -> list[OnDuty]:
    """Like `who_is_on`, for somebody who asks: the unit lies in the actor's scope, and the look is noted."""
    await organisation(tx, actor, unit)
    access.audit(tx, actor, "people.duty.read", "organisation", unit, tx.at)
    return await who_is_on(tx, unit, at)


async def post_on_duty(tx: Tx, unit: UUID, at: datetime) -> OnDuty | None:
    """Return the post of a unit that takes what is urgent at this hour, None when none does."""
    found = await who_is_on(tx, unit, at, urgent_only=True)
    return found[0] if found else None


async def accounts_on(tx: Tx, unit: UUID, at: datetime) -> list[UUID]:
    """Return the accounts to tell about a unit's business: whoever is rostered now, else all appointed there."""
    return (await store.accounts_on(tx, [(unit, at)]))[0]


async def accounts_on_each(tx: Tx, wanted: Sequence[tuple[UUID, datetime]]) -> list[list[UUID]]:
    """Return the accounts to tell for each unit at its moment, in the order asked, by one query."""
    return await store.accounts_on(tx, wanted) if wanted else []


async def replace_shifts(tx: Tx, actor: Actor, post: Post, shifts: Sequence[RosterShift], at: datetime) -> None:
    """Put shifts of one post in force between the first and the last: whoever calls has checked who may."""
    start, end = min(shift.starts for shift in shifts), max(shift.ends for shift in shifts)
    store.clear_shifts(tx, [post.id], "roster", start, end)
    holes = [(shift.starts, shift.ends) for shift in shifts]
    touched = await store.take_default_shifts(tx, post.id, start, end)
    left = [piece for span in touched for piece in subtract(span, holes)]
    unit = post.organisation_id
    store.insert_shifts(tx, [(unit, post.id, None, span) for span in left], "hours")
    store.insert_shifts(tx, [(unit, post.id, s.staff_id, Span(s.starts, s.ends, s.mode)) for s in shifts], "roster")
    await ledger.record(tx, PostRostered(post.id, start, end, len(shifts)), at=at, actor=actor.id)
    access.audit(tx, actor, "people.roster.write", "post", post.id, at, {"shifts": len(shifts)})


def _midnight(day: date, zone: str) -> datetime:
    return datetime.combine(day, time(), ZoneInfo(zone)).astimezone(UTC)
