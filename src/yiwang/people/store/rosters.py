"""SQL of rosters: the shifts of persons, and who may stand at a post."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from yiwang.db import Tx


@dataclass(frozen=True)
class StaffShift:
    """A shift of a person, with the unit of its post and that unit's jurisdiction."""

    id: UUID
    organisation_id: UUID
    jurisdiction_id: UUID | None
    post_id: UUID
    staff_id: UUID
    starts: datetime
    ends: datetime
    mode: str


@dataclass(frozen=True)
class Member:
    """A member of staff as a roster names them."""

    id: UUID
    number: str
    name: str
    account_id: UUID | None


_SHIFT = """s.id, s.organisation_id, o.jurisdiction_id, s.post_id, s.staff_id, s.starts, s.ends, s.mode
    FROM people.shift s JOIN people.organisation o ON o.id = s.organisation_id"""


async def staff_shifts(tx: Tx, staff: Collection[UUID], start: datetime, end: datetime) -> list[StaffShift]:
    """Return the shifts of these persons that touch [start, end), earliest first."""
    rows = await tx.rows(
        f"""SELECT {_SHIFT} WHERE s.staff_id = ANY(%s) AND s.starts < %s AND s.ends > %s
          AND s.starts > %s::timestamptz - interval '25 hours' ORDER BY s.starts, s.id""",
        (list(staff), end, start, start),
    )
    return [StaffShift(**row) for row in rows]


async def shift(tx: Tx, shift_id: UUID, *, hold: bool = False) -> StaffShift | None:
    """Return a shift that names a person; `hold` keeps it until the transaction ends."""
    if hold:
        tx.put("SELECT 1 FROM people.shift WHERE id = %s FOR UPDATE", (shift_id,))
    row = await tx.row(f"SELECT {_SHIFT} WHERE s.id = %s AND s.staff_id IS NOT NULL", (shift_id,))
    return StaffShift(**row) if row else None


async def shifts(tx: Tx, ids: Collection[UUID]) -> list[StaffShift]:
    """Return those of these shifts that are there and name a person."""
    rows = await tx.rows(f"SELECT {_SHIFT} WHERE s.id = ANY(%s) AND s.staff_id IS NOT NULL", (list(ids),))
    return [StaffShift(**row) for row in rows]


def give_shift(tx: Tx, shift_id: UUID, staff: UUID) -> None:
    tx.put("UPDATE people.shift SET staff_id = %s WHERE id = %s", (staff, shift_id))


async def member_of_account(tx: Tx, account: UUID, at: datetime) -> Member | None:
    row = await tx.row(
        """SELECT id, number, name, account_id FROM people.staff
        WHERE account_id = %s AND (valid_to IS NULL OR valid_to > %s)""",
        (account, at),
    )
    return Member(**row) if row else None


async def members(tx: Tx, staff: Collection[UUID], numbers: Collection[str] = ()) -> list[Member]:
    """Return persons by id or by staff number."""
    rows = await tx.rows(
        "SELECT id, number, name, account_id FROM people.staff WHERE id = ANY(%s) OR number = ANY(%s)",
        (list(staff), list(numbers)),
    )
    return [Member(**row) for row in rows]


async def appointed(tx: Tx, posts: Collection[UUID], at: datetime) -> set[tuple[UUID, UUID]]:
    """Return (post, person) of whoever holds these posts."""
    rows = await tx.rows(
        """SELECT post_id, staff_id FROM people.appointment
        WHERE post_id = ANY(%s) AND valid_from <= %s AND (valid_to IS NULL OR valid_to > %s)""",
        (list(posts), at, at),
    )
    return {(row["post_id"], row["staff_id"]) for row in rows}


async def accounts_of_post(tx: Tx, post: UUID, at: datetime) -> list[UUID]:
    """Return the accounts of whoever is rostered at a post, else of all who hold it."""
    rows = await tx.rows(
        """WITH rostered AS (
            SELECT f.account_id FROM people.shift s JOIN people.staff f ON f.id = s.staff_id
            WHERE s.post_id = %(post)s AND s.starts <= %(at)s AND s.ends > %(at)s AND f.account_id IS NOT NULL),
        holding AS (
            SELECT f.account_id FROM people.appointment a JOIN people.staff f ON f.id = a.staff_id
            WHERE a.post_id = %(post)s AND a.valid_from <= %(at)s AND (a.valid_to IS NULL OR a.valid_to > %(at)s)
              AND f.account_id IS NOT NULL)
        SELECT account_id FROM rostered
        UNION SELECT account_id FROM holding WHERE NOT EXISTS (SELECT 1 FROM rostered) ORDER BY account_id""",
        {"post": post, "at": at},
    )
    return [row["account_id"] for row in rows]
