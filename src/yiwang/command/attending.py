"""签到 and 签退: how a shift is kept, judged against its times and the unit's own ground; who did not come."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from yiwang import access, ledger, people
from yiwang.access import Actor, platform_actor
from yiwang.base.errors import Conflict, Invalid, NotFound
from yiwang.base.ids import uuid7
from yiwang.base.paging import checked_limit, moment_and_row
from yiwang.command.facts import DutyMissed, DutySignedIn, DutySignedOut
from yiwang.command.model import EARLY_IN, Attendance, late
from yiwang.command.reaching import Told, following, tell
from yiwang.command.rostering import WATCH
from yiwang.command.store import attendance as store
from yiwang.db import Tx
from yiwang.ledger import Timer
from yiwang.people import rosters
from yiwang.people.rosters import StaffShift
from yiwang.places import Locator, PlaceIn
from yiwang.places.locating import checked_point

WATCHER = platform_actor("roll")
MOST_DAYS = 92


@dataclass(frozen=True)
class OldAttendance:
    """How a shift was kept, from another system: codes of our own books, `id` is theirs."""

    id: str
    unit: str
    post: str
    staff: str
    starts: datetime
    ends: datetime
    in_at: datetime | None = None
    out_at: datetime | None = None


@dataclass(frozen=True)
class Wrong:
    """What is wrong with a row (from 1)."""

    row: int
    field: str
    detail: str


async def sign_in(tx: Tx, actor: Actor, *, where: PlaceIn | None, locator: Locator, at: datetime) -> Attendance:
    """Sign in to the shift one has now, or that begins within the hour."""
    actor.scope("duty.attend")
    mine = await rosters.me(tx, actor, at)
    if await store.running(tx, mine.id):
        raise Conflict("You are signed in already: sign out first.")
    shift = await shift_now(tx, mine.id, at)
    row = Attendance(
        uuid7(tx.at), mine.id, shift.organisation_id, shift.jurisdiction_id, shift.post_id, shift.starts, shift.ends,
        "on", at, _in_place(locator, where, shift.jurisdiction_id), late(at, shift.starts), None, None, 0,
    )  # fmt: skip
    if not await store.sign_in(tx, row):
        raise Conflict("This shift was signed in to before, or counted as missed.")
    await _told_in(tx, actor.id, row, at)
    access.audit(tx, actor, "duty.sign_in", "attendance", row.id, at)
    return row


async def sign_out(tx: Tx, actor: Actor, *, where: PlaceIn | None, locator: Locator, at: datetime) -> Attendance:
    """Sign out of the shift one is signed in to."""
    actor.scope("duty.attend")
    mine = await rosters.me(tx, actor, at)
    row = await store.running(tx, mine.id, hold=True)
    if row is None or row.in_at is None:
        raise Conflict("You are not signed in.")
    early = late(row.ends, at)
    place = _in_place(locator, where, row.jurisdiction_id)
    if not await store.sign_out(tx, row.id, at, place, early):
        raise Conflict("You have just signed out.")
    worked = max(int((at - row.in_at).total_seconds()), 0)
    fact = DutySignedOut(row.id, row.organisation_id, row.post_id, row.staff_id, early, worked)
    await ledger.record(tx, fact, at=at, actor=actor.id)
    access.audit(tx, actor, "duty.sign_out", "attendance", row.id, at)
    return Attendance(**{**vars(row), "state": "off", "out_at": at, "out_place": place, "early_seconds": early})


async def page(
    tx: Tx,
    actor: Actor,
    *,
    unit: UUID | None,
    start: datetime,
    end: datetime,
    cursor: str | None = None,
    limit: int = 50,
) -> tuple[list[Attendance], str | None]:
    """Return how the shifts of [start, end) were kept, within the actor's scope, the latest first."""
    if not timedelta(0) < end - start <= timedelta(days=MOST_DAYS):
        raise Invalid("to", f"Ask for up to {MOST_DAYS} days.")
    where, params = access.within(actor.scope("attendance.read"), "a.jurisdiction_id", "a.organisation_id")
    found = await store.page(
        tx, where, params, unit=unit, start=start, end=end, after=moment_and_row(cursor), limit=checked_limit(limit)
    )
    access.audit(tx, actor, "attendance.read", "organisation", unit, tx.at)
    return found, following(found, limit, "starts")


async def named(tx: Tx, rows: Sequence[Attendance]) -> list[tuple[Attendance, dict[str, str]]]:
    """Return each with the names of the person and the post."""
    people = {one.id: one.name for one in await rosters.members(tx, {row.staff_id for row in rows})}
    posts = await rosters.post_names(tx, {row.post_id for row in rows})
    return [
        (row, {"staff_name": people.get(row.staff_id, ""), "post_name": posts.get(row.post_id, "")}) for row in rows
    ]


async def shift_not_kept(tx: Tx, timer: Timer) -> None:
    """Ten minutes after the beginning the unit is told that nobody came; at the end the shift counts as missed."""
    staff, post = UUID(timer.data["staff"]), UUID(timer.data["post"])
    starts = datetime.fromisoformat(timer.data["starts"])
    if await store.of_shift(tx, staff, post, starts):
        return
    shifts = await rosters.staff_shifts(tx, {staff}, starts, starts + timedelta(seconds=1))
    shift = next((one for one in shifts if one.post_id == post and one.starts == starts), None)
    if shift is None or shift.mode == "online":
        return  # another keeps it now, the roster was replaced, or it is kept from home
    if not timer.data["told"]:
        accounts = await people.accounts_on(tx, shift.organisation_id, timer.due)
        told = Told(
            "command.not_in",
            "未签到",
            "Not signed in",
            "有一个班次到时无人签到",
            "/command/attendance",
            "shift",
            shift.id,
        )
        await tell(tx, accounts, told, timer.due)
        ledger.set_timer(tx, WATCH, timer.subject, shift.ends, {**timer.data, "told": True})
        return
    row = Attendance(
        uuid7(tx.at), staff, shift.organisation_id, shift.jurisdiction_id, post, starts, shift.ends, "absent", None,
        None, 0, None, None, 0,
    )  # fmt: skip
    if await store.sign_in(tx, row):
        fact = DutyMissed(row.id, row.organisation_id, post, staff, starts, shift.ends)
        await ledger.record(tx, fact, at=timer.due, actor=WATCHER.id)


async def bring_in(
    tx: Tx, actor: Actor, system: str, rows: Sequence[OldAttendance], *, at: datetime, dry_run: bool = False
) -> tuple[int, int, list[Wrong]]:
    """Bring in attendance of the past; return how many came in and were known, and what is wrong (then none came in).

    `tx.origin` is history, so that figures follow and nobody is told.
    """
    if not actor.scope("history.import").everything:
        raise NotFound("Attendance of the past is brought in by a data administrator of the whole platform.")
    posts, staff = await _codes(tx, rows, at)
    wrong = [one for number, row in enumerate(rows, 1) for one in _wrong(number, row, posts, staff, at)]
    ids = [row.id for row in rows]
    first = {one: number for number, one in reversed(list(enumerate(ids, 1)))}
    wrong += [
        Wrong(number, "id", f"The id {one} stands before.") for number, one in enumerate(ids, 1) if first[one] < number
    ]
    known = await store.known(tx, system, ids)
    if wrong or dry_run:
        return 0, len(known), wrong
    come = 0
    for row in rows:
        if row.id not in known:
            come += await _bring_in_one(tx, actor, system, row, posts[row.unit, row.post], staff[row.staff])
    access.audit(tx, actor, "attendance.import", "attendance", None, at, {"system": system, "rows": come})
    return come, len(rows) - come, []


Posts = dict[tuple[str, str], tuple[people.Organisation, UUID]]


async def _codes(tx: Tx, rows: Sequence[OldAttendance], at: datetime) -> tuple[Posts, dict[str, UUID]]:
    units = await rosters.units(tx, {row.unit for row in rows})
    posts: Posts = {}
    for unit in units:
        for post in await rosters.posts(tx, unit.id, at):
            posts[unit.code, post.code] = (unit, post.id)
    staff = {one.number: one.id for one in await rosters.members(tx, (), list({row.staff for row in rows}))}
    return posts, staff


def _wrong(number: int, row: OldAttendance, posts: Posts, staff: dict[str, UUID], at: datetime) -> list[Wrong]:
    found = []
    if (row.unit, row.post) not in posts:
        found.append(Wrong(number, "post", f"There is no post {row.post} of a unit {row.unit}."))
    if row.staff not in staff:
        found.append(Wrong(number, "staff", f"There is nobody with the number {row.staff}."))
    if not timedelta(0) < row.ends - row.starts <= timedelta(hours=25) or row.ends > at:
        found.append(Wrong(number, "ends", "A shift ends after it begins, within a day, and is over."))
    if row.out_at and (row.in_at is None or row.out_at < row.in_at):
        found.append(Wrong(number, "out_at", "Who signs out has signed in before."))
    if row.in_at and not row.starts - timedelta(days=1) <= row.in_at <= row.ends:
        found.append(Wrong(number, "in_at", "The signing in does not belong to this shift."))
    return found


async def _bring_in_one(
    tx: Tx, actor: Actor, system: str, row: OldAttendance, post: tuple[people.Organisation, UUID], staff: UUID
) -> bool:
    unit, post_id = post
    state = "absent" if row.in_at is None else "off"
    early = late(row.ends, row.out_at) if row.out_at else 0
    made = Attendance(
        uuid7(tx.at), staff, unit.id, unit.jurisdiction_id, post_id, row.starts, row.ends, state, row.in_at, None,
        late(row.in_at, row.starts) if row.in_at else 0, row.out_at, None, early,
    )  # fmt: skip
    if not await store.sign_in(tx, made, (system, row.id)):
        return False
    if row.in_at is None:
        missed = DutyMissed(made.id, unit.id, post_id, staff, row.starts, row.ends)
        await ledger.record(tx, missed, at=row.ends, actor=actor.id)
        return True
    await _told_in(tx, actor.id, made, row.in_at)
    if row.out_at:
        worked = int((row.out_at - row.in_at).total_seconds())
        out = DutySignedOut(made.id, unit.id, post_id, staff, early, worked)
        await ledger.record(tx, out, at=row.out_at, actor=actor.id)
    return True


async def _told_in(tx: Tx, actor: UUID, row: Attendance, at: datetime) -> None:
    fact = DutySignedIn(
        row.id, row.organisation_id, row.post_id, row.staff_id, row.starts, row.ends, row.late_seconds, row.in_place
    )
    await ledger.record(tx, fact, at=at, actor=actor)


async def shift_now(tx: Tx, staff: UUID, at: datetime) -> StaffShift:
    """Return the shift a person may sign in to now; `Conflict` when there is none."""
    shifts = await rosters.staff_shifts(tx, {staff}, at, at + EARLY_IN)
    for shift in shifts:
        if await store.of_shift(tx, staff, shift.post_id, shift.starts) is None:
            return shift
    raise Conflict("You have no shift now, nor within the hour, that is not signed in to.")


def _in_place(locator: Locator, where: PlaceIn | None, jurisdiction: UUID | None) -> bool | None:
    """Say whether a point lies on the unit's own ground; None without a point or a ground."""
    point = checked_point(where) if where else None
    if point is None or jurisdiction is None:
        return None
    return jurisdiction in locator.locate(*point).chain
