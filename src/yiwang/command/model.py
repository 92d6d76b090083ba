"""What a roster, an order, a warning is, which step leads from where, and the rules shifts are checked by. Pure."""

import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

# verb → (states it may start from, state it leads to): read by the verbs, the API and the documents.
ROSTER_STEPS = {"publish": (("draft",), "published"), "drop": (("draft",), "dropped")}
SWAP_STEPS = {
    "agree": (("asked",), "agreed"),
    "decline": (("asked",), "declined"),
    "withdraw": (("asked",), "withdrawn"),
}
HANDOVER_STEPS = {"take": (("offered",), "taken"), "withdraw": (("offered",), "withdrawn")}
ORDER_STEPS = {
    "receive": (("given",), "received"),
    "done": (("received",), "done"),
    "cancel": (("given", "received"), "cancelled"),
}
WARNING_STEPS = {"lift": (("issued",), "lifted"), "expire": (("issued",), "expired")}
Steps = Mapping[str, tuple[tuple[str, ...], str]]

LOG_KINDS = {
    "call": ("来电", "Call"), "incident": ("要情", "Incident"), "instruction": ("批示指令", "Instruction"),
    "report": ("信息报送", "Report"), "inspection": ("查岗点名", "Roll-call"), "other": ("其他", "Other"),
}  # fmt: skip
LEVELS = {"blue": ("蓝色", "Blue"), "yellow": ("黄色", "Yellow"), "orange": ("橙色", "Orange"), "red": ("红色", "Red")}
ORDER_KINDS = {"order": ("指令", "Order"), "prompt": ("提示单", "Prompt"), "supervise": ("督办单", "Supervision order")}

# 暂定: no source gives these; each is one place to change.
MOST_EXPEDITES = {"prompt": 3, "supervise": 2}  # on one case
REST = timedelta(hours=11)  # between two shifts of one person
LONGEST_SHIFT = timedelta(hours=25)
MOST_A_WEEK = timedelta(hours=60)
GRACE = timedelta(minutes=5)  # later than this is late, earlier leaves early
EARLY_IN = timedelta(minutes=60)  # one may sign in so long before a shift
MISSED_AFTER = timedelta(minutes=10)  # then the unit is told that nobody signed in
RECEIPT = {True: timedelta(minutes=5), False: timedelta(minutes=30)}  # of an order: urgent, normal
WARNING_RECEIPT = {"red": 5, "orange": 10, "yellow": 15, "blue": 30}  # minutes
TRACK_KEPT = timedelta(days=90)


@dataclass(frozen=True)
class Planned:
    """A shift on a roster; `staff` keeps `post` during [starts, ends)."""

    post_id: UUID
    staff_id: UUID
    starts: datetime
    ends: datetime
    mode: str = "on_site"


@dataclass(frozen=True)
class Problem:
    """What is wrong with a roster: row counts from 1; a `hard` one stops publishing, the others may be accepted."""

    row: int
    code: str
    detail: str
    hard: bool = True


@dataclass(frozen=True)
class Roster:
    """A roster of a unit over [starts, ends)."""

    id: UUID
    organisation_id: UUID
    jurisdiction_id: UUID | None
    starts: datetime
    ends: datetime
    state: str
    note: str
    made_by: UUID
    published_at: datetime | None
    version: int


@dataclass(frozen=True)
class Attendance:
    """How a person kept a shift; seconds are whole, 0 = on time."""

    id: UUID
    staff_id: UUID
    organisation_id: UUID
    jurisdiction_id: UUID | None
    post_id: UUID
    starts: datetime
    ends: datetime
    state: str
    in_at: datetime | None
    in_place: bool | None
    late_seconds: int
    out_at: datetime | None
    out_place: bool | None
    early_seconds: int


@dataclass(frozen=True)
class Instruction:
    """An order 指令, or a prompt or supervision order on a case 提示督办."""

    id: UUID
    number: str
    kind: str
    title: str
    text: str
    urgent: bool
    drill: bool
    case_id: UUID | None
    to_kind: str
    to_id: UUID
    organisation_id: UUID
    jurisdiction_id: UUID | None
    state: str
    given_by: UUID
    given_name: str
    given_at: datetime
    receipt_due_at: datetime
    due_at: datetime | None
    received_at: datetime | None
    done_at: datetime | None
    feedback: str
    version: int


@dataclass(frozen=True)
class Alert:
    """A warning with its level, area, validity and source."""

    id: UUID
    number: str
    hazard: str
    level: str
    title: str
    text: str
    source: str
    drill: bool
    area: list[UUID]
    valid_from: datetime
    valid_to: datetime
    state: str
    issued_name: str
    issued_at: datetime
    ended_at: datetime | None
    version: int


def next_steps(steps: Steps, state: str) -> list[str]:
    """Return the steps a state allows."""
    return [verb for verb, (start, _) in steps.items() if state in start]


def late(at: datetime, due: datetime) -> int:
    """Return whole seconds after `due`; 0 within the grace."""
    return int((at - due).total_seconds()) if at - due > GRACE else 0


def problems(shifts: Sequence[Planned], elsewhere: Iterable[Planned], allowed: set[tuple[UUID, UUID]]) -> list[Problem]:
    """Return what is wrong with a plan: who holds no such post, is twice at once, rests too little, works too much.

    `elsewhere` are shifts the same persons have anyway; `allowed` are (post, person) of appointments.
    """
    found: list[Problem] = []
    for row, one in enumerate(shifts, 1):
        if not timedelta(0) < one.ends - one.starts <= LONGEST_SHIFT:
            found.append(Problem(row, "length", "A shift ends after it begins and lasts a day at most."))
        if (one.post_id, one.staff_id) not in allowed:
            found.append(Problem(row, "appointment", "This person does not hold this post."))
    by_person: dict[UUID, list[tuple[Planned, int]]] = {}
    for row, one in enumerate(shifts, 1):
        by_person.setdefault(one.staff_id, []).append((one, row))
    for one in elsewhere:
        if one.staff_id in by_person:
            by_person[one.staff_id].append((one, 0))
    for mine in by_person.values():
        found += _of_person(sorted(mine, key=lambda pair: (pair[0].starts, pair[1])))
    return sorted(found, key=lambda one: (one.row, one.code))


def _of_person(mine: Sequence[tuple[Planned, int]]) -> list[Problem]:
    found = []
    for (before, first), (one, second) in itertools.pairwise(mine):
        row = second or first
        if not row:
            continue
        if one.starts < before.ends:
            found.append(Problem(row, "overlap", "This person is at two posts at once."))
        elif one.starts - before.ends < REST:
            hours = REST.total_seconds() / 3600
            found.append(Problem(row, "rest", f"Less than {hours:g} hours of rest before this shift.", hard=False))
    for place, (one, row) in enumerate(mine):
        week = [each for each, _ in mine[: place + 1] if each.starts > one.starts - timedelta(days=7)]
        if row and sum((each.ends - each.starts for each in week), timedelta()) > MOST_A_WEEK:
            hours = MOST_A_WEEK.total_seconds() / 3600
            found.append(Problem(row, "week", f"More than {hours:g} hours within seven days.", hard=False))
    return found


def plain(row: Mapping[str, Any], kind: type[Any]) -> Any:
    """Return a row as a value of `kind`; columns it does not know are left out."""
    return kind(**{name: row[name] for name in kind.__dataclass_fields__})
