"""排班: a roster is drafted, checked for conflicts and rest, and published into the dated shifts of `people`."""

import csv
import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from yiwang import access, ledger
from yiwang.access import Actor
from yiwang.base.errors import Conflict, Invalid, NotFound
from yiwang.base.ids import uuid7
from yiwang.base.paging import checked_limit, moment_and_row
from yiwang.command.facts import RosterPublished
from yiwang.command.model import MISSED_AFTER, ROSTER_STEPS, Planned, Problem, Roster, problems
from yiwang.command.reaching import checked_step, following, unit_of
from yiwang.command.store import rosters as store
from yiwang.db import Tx
from yiwang.people import RosterShift, rosters
from yiwang.people.rosters import StaffShift

MOST_SHIFTS = 5000
MOST_DAYS = 92
WATCH = "command.shift"  # the timer that sees whether a shift is kept
COLUMNS = ("post", "staff", "starts", "ends", "mode")


async def draft(
    tx: Tx, actor: Actor, *, unit: UUID, starts: datetime, ends: datetime, note: str, at: datetime
) -> Roster:
    """Begin a roster of a unit."""
    found = await unit_of(tx, actor, "rosters.write", unit)
    if not timedelta(0) < ends - starts <= timedelta(days=MOST_DAYS):
        raise Invalid("ends", f"A roster covers up to {MOST_DAYS} days.")
    made = Roster(uuid7(tx.at), unit, found.jurisdiction_id, starts, ends, "draft", note.strip(), actor.id, None, 1)
    store.insert(tx, made)
    access.audit(tx, actor, "rosters.draft", "roster", made.id, at)
    return made


async def see(tx: Tx, actor: Actor, roster_id: UUID) -> tuple[Roster, list[Planned]]:
    """Return a roster with its shifts."""
    return await _roster(tx, actor, roster_id, "rosters.read"), await store.shifts(tx, roster_id)


async def page(
    tx: Tx, actor: Actor, *, unit: UUID | None = None, cursor: str | None = None, limit: int = 50
) -> tuple[list[Roster], str | None]:
    """Return rosters in the actor's scope, the latest first."""
    where, params = access.within(actor.scope("rosters.read"), "r.jurisdiction_id", "r.organisation_id")
    found = await store.page(tx, where, params, unit, moment_and_row(cursor), checked_limit(limit))
    return found, following(found, limit, "starts")


async def put_shifts(
    tx: Tx, actor: Actor, roster_id: UUID, shifts: Sequence[Planned], *, version: int | None, at: datetime
) -> list[Problem]:
    """Replace the shifts of a draft; return what is wrong with them. What is wrong is kept, and stops publishing."""
    roster = await _drafted(tx, actor, roster_id, version)
    if len(shifts) > MOST_SHIFTS:
        raise Invalid("shifts", f"A roster holds up to {MOST_SHIFTS} shifts.")
    for number, one in enumerate(shifts, 1):
        if not roster.starts <= one.starts < one.ends <= roster.ends:
            raise Invalid(
                f"shifts.{number}", "This shift lies outside the roster's own days, or ends before it begins."
            )
    if len({(one.staff_id, one.starts) for one in shifts}) != len(shifts):
        raise Invalid("shifts", "A person begins two shifts at the same moment.")
    store.replace_shifts(tx, roster_id, shifts)
    access.audit(tx, actor, "rosters.edit", "roster", roster_id, at, {"shifts": len(shifts)})
    return await _problems(tx, roster, shifts, at)


async def check(tx: Tx, actor: Actor, roster_id: UUID, *, at: datetime) -> list[Problem]:
    """Return what is wrong with a roster as it stands."""
    roster, shifts = await see(tx, actor, roster_id)
    return await _problems(tx, roster, shifts, at)


async def copy_week(
    tx: Tx, actor: Actor, roster_id: UUID, *, source: datetime, target: datetime, version: int | None, at: datetime
) -> list[Problem]:
    """Copy the shifts that begin in the seven days from `source` to those from `target`, beside what is there."""
    roster = await _drafted(tx, actor, roster_id, version)
    there = await store.shifts(tx, roster_id)
    week = timedelta(days=7)
    span = target - source
    copied = [
        replace(one, starts=one.starts + span, ends=one.ends + span)
        for one in there
        if source <= one.starts < source + week and one.ends + span <= roster.ends
    ]
    if not copied:
        raise Invalid("source", "No shift of this roster begins in that week.")
    kept = [one for one in there if not target <= one.starts < target + week]
    return await put_shifts(tx, actor, roster_id, [*kept, *copied], version=None, at=at)


async def publish(
    tx: Tx, actor: Actor, roster_id: UUID, *, accept: bool, version: int | None, at: datetime
) -> list[Problem]:
    """Put a roster in force. Conflicts stop it; too little rest or too long a week asks for `accept`."""
    roster = await _drafted(tx, actor, roster_id, version)
    shifts = await store.shifts(tx, roster_id)
    if not shifts:
        raise Conflict("This roster is empty.")
    found = await _problems(tx, roster, shifts, at)
    if any(one.hard for one in found) or (found and not accept):
        told = [{"row": one.row, "code": one.code, "detail": one.detail} for one in found]
        raise Conflict("This roster cannot be published as it is: see the problems.", problems=told)
    start, to = ROSTER_STEPS["publish"]
    if not await store.set_state(tx, roster_id, start, to, at, actor.id):
        raise Conflict("Somebody else published this roster at this moment.")
    planned = [RosterShift(one.post_id, one.starts, one.ends, one.staff_id, one.mode) for one in shifts]
    await rosters.put_in_force(tx, actor, planned, at)
    for one in shifts:
        if one.ends > at:
            _watch(tx, one)
    fact = RosterPublished(roster_id, roster.organisation_id, roster.starts, roster.ends, len(shifts))
    await ledger.record(tx, fact, at=at, actor=actor.id)
    access.audit(tx, actor, "rosters.publish", "roster", roster_id, at, {"accepted": len(found)})
    return found


async def drop(tx: Tx, actor: Actor, roster_id: UUID, *, at: datetime) -> None:
    """Drop a draft."""
    await _drafted(tx, actor, roster_id, None)
    await store.set_state(tx, roster_id, *ROSTER_STEPS["drop"], at, actor.id)
    access.audit(tx, actor, "rosters.drop", "roster", roster_id, at)


async def as_csv(tx: Tx, actor: Actor, roster_id: UUID) -> str:
    """Return a roster as CSV: post code, staff number, times with their offset, mode."""
    roster, shifts = await see(tx, actor, roster_id)
    posts = {one.id: one.code for one in await rosters.posts(tx, roster.organisation_id, tx.at)}
    people = {one.id: one.number for one in await rosters.members(tx, {one.staff_id for one in shifts})}
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for one in shifts:
        post, person = posts.get(one.post_id, str(one.post_id)), people.get(one.staff_id, str(one.staff_id))
        writer.writerow([post, person, one.starts.isoformat(), one.ends.isoformat(), one.mode])
    return out.getvalue()


async def from_csv(
    tx: Tx, actor: Actor, roster_id: UUID, text: str, *, version: int | None, at: datetime
) -> list[Problem]:
    """Replace the shifts of a draft by those of a CSV file; with any row that cannot be read nothing changes."""
    roster = await _drafted(tx, actor, roster_id, version)
    reader = csv.DictReader(io.StringIO(text.lstrip("﻿")))
    if set(COLUMNS[:4]) - set(reader.fieldnames or ()):
        raise Invalid("file", f"The first line names the columns {', '.join(COLUMNS)}.")
    rows = list(reader)
    posts = {one.code: one.id for one in await rosters.posts(tx, roster.organisation_id, at)}
    found = await rosters.members(tx, (), [row["staff"] or "" for row in rows])
    people = {one.number: one.id for one in found}
    shifts, wrong = [], []
    for number, row in enumerate(rows, 1):
        try:
            shifts.append(_read(row, posts, people))
        except Invalid as refusal:
            wrong.append(Problem(number, refusal.members["errors"][0]["field"], refusal.detail))
    return wrong or await put_shifts(tx, actor, roster_id, shifts, version=None, at=at)


def _read(row: dict[str, str | None], posts: dict[str, UUID], people: dict[str, UUID]) -> Planned:
    post, person = posts.get(row["post"] or ""), people.get(row["staff"] or "")
    if post is None:
        raise Invalid("post", f"The unit has no post {row['post']}.")
    if person is None:
        raise Invalid("staff", f"There is nobody with the number {row['staff']}.")
    try:
        starts, ends = (datetime.fromisoformat(row[name] or "") for name in ("starts", "ends"))
    except ValueError:
        raise Invalid("starts", "Write times as 2026-11-16T08:00+08:00.") from None
    if starts.tzinfo is None or ends.tzinfo is None:
        raise Invalid("starts", "Times need their offset: 2026-11-16T08:00+08:00.")
    mode = row.get("mode") or "on_site"
    if mode not in ("on_site", "online"):
        raise Invalid("mode", "The mode is on_site or online.")
    return Planned(post, person, starts, ends, mode)


async def _roster(tx: Tx, actor: Actor, roster_id: UUID, permission: str, *, hold: bool = False) -> Roster:
    where, params = access.within(actor.scope(permission), "r.jurisdiction_id", "r.organisation_id")
    found = await store.one(tx, roster_id, where, params, hold=hold)
    if found is None:
        raise NotFound("There is no such roster.")
    return found


async def _drafted(tx: Tx, actor: Actor, roster_id: UUID, version: int | None) -> Roster:
    roster = await _roster(tx, actor, roster_id, "rosters.write", hold=True)
    checked_step(ROSTER_STEPS, "publish", roster.state, "This roster")
    if version is not None and version != roster.version:
        raise Conflict("The roster was changed by someone else meanwhile; load it again.", version=roster.version)
    return roster


async def _problems(tx: Tx, roster: Roster, shifts: Sequence[Planned], at: datetime) -> list[Problem]:
    staff, posts = {one.staff_id for one in shifts}, {one.post_id for one in shifts}
    own = {one.id for one in await rosters.posts(tx, roster.organisation_id, at)}
    allowed = {pair for pair in await rosters.appointed(tx, posts, at) if pair[0] in own}
    there = await rosters.staff_shifts(tx, staff, roster.starts - timedelta(days=7), roster.ends + timedelta(days=1))
    # What this roster will replace is no conflict: shifts of the unit within the roster's own days.
    elsewhere = [
        Planned(one.post_id, one.staff_id, one.starts, one.ends, one.mode)
        for one in there
        if one.organisation_id != roster.organisation_id or not roster.starts <= one.starts < roster.ends
    ]
    return problems(shifts, elsewhere, allowed)


def _watch(tx: Tx, one: Planned) -> None:
    """See ten minutes after a shift begins, and when it ends, whether it is kept."""
    data = {"staff": str(one.staff_id), "post": str(one.post_id), "starts": one.starts.isoformat()}
    ledger.set_timer(tx, WATCH, uuid7(tx.at), one.starts + MISSED_AFTER, {**data, "told": False})


def watch_anew(tx: Tx, shift: StaffShift, staff: UUID) -> None:
    """A shift changed hands: see whether the other person keeps it. The first one's watch finds no shift of theirs."""
    _watch(tx, Planned(shift.post_id, staff, shift.starts, shift.ends, shift.mode))
