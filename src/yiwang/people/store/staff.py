"""SQL of staff, their appointments and the phone book."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any, LiteralString
from uuid import UUID

from psycopg.rows import DictRow

from yiwang.base.ids import uuid7
from yiwang.db import Tx
from yiwang.people.store.organisations import pattern_of


async def staff_by_number(tx: Tx, numbers: Collection[str]) -> dict[str, UUID]:
    rows = await tx.rows("SELECT number, id FROM people.staff WHERE number = ANY(%s)", (list(numbers),))
    return {row["number"]: row["id"] for row in rows}


async def known_staff(tx: Tx, staff: Collection[UUID]) -> set[UUID]:
    """Those of the ids that are somebody's."""
    return {row["id"] for row in await tx.rows("SELECT id FROM people.staff WHERE id = ANY(%s)", (list(staff),))}


def put_staff(
    tx: Tx,
    row_id: UUID,
    values: tuple[str, str, str, UUID | None],
    mobile: tuple[bytes, str] | None,
    at: datetime,
) -> None:
    """Insert, or bring up to date by number: values = (number, name, initials, account), mobile = (sealed, masked)."""
    sealed, shown = mobile or (None, None)
    tx.put(
        """INSERT INTO people.staff
        (id, number, name, initials, account_id, mobile_sealed, mobile_masked, valid_from, recorded)
        VALUES (%s,%s,%s,%s,%s,%s,%s,%s,%s)
        ON CONFLICT (number) DO UPDATE SET name = excluded.name, initials = excluded.initials,
            account_id = coalesce(excluded.account_id, people.staff.account_id),
            mobile_sealed = coalesce(excluded.mobile_sealed, people.staff.mobile_sealed),
            mobile_masked = coalesce(excluded.mobile_masked, people.staff.mobile_masked),
            valid_to = NULL, recorded = excluded.recorded""",
        (row_id, *values, sealed, shown, at, tx.at),
    )


def put_appointments(tx: Tx, staff: UUID, posts: Collection[UUID], at: datetime) -> None:
    """Make these the person's current posts: an appointment that is not among them ends at `at`."""
    tx.put(
        """UPDATE people.appointment SET valid_to = %s
        WHERE staff_id = %s AND valid_to IS NULL AND post_id <> ALL(%s)""",
        (at, staff, list(posts)),
    )
    for post in posts:
        tx.put(
            """INSERT INTO people.appointment (id, staff_id, post_id, valid_from, recorded)
            VALUES (%s,%s,%s,%s,%s) ON CONFLICT DO NOTHING""",
            (uuid7(tx.at), staff, post, at, tx.at),
        )


async def sealed_mobile(tx: Tx, staff: UUID, where: LiteralString, params: Sequence[Any]) -> bytes | None:
    """The sealed number of a person who holds a post in an organisation that meets the condition."""
    value: bytes | None = await tx.value(
        """SELECT s.mobile_sealed FROM people.staff s JOIN people.appointment a ON a.staff_id = s.id
            JOIN people.post p ON p.id = a.post_id JOIN people.organisation o ON o.id = p.organisation_id
        WHERE s.id = %s AND a.valid_to IS NULL AND """
        + where,
        (staff, *params),
    )
    return value


async def phone_book(
    tx: Tx, words: str, at: datetime, where: LiteralString, params: Sequence[Any], limit: int
) -> list[DictRow]:
    """Entries whose organisation, post, person, initials or number hold the words: organisation by organisation."""
    return await tx.rows(
        """WITH q AS (SELECT %s::timestamptz AS at, %s::text AS words),
        entry AS (
            SELECT t.organisation_id, t.post_id, p.name AS post_name, NULL::uuid AS staff_id, NULL AS staff_name,
                t.number, coalesce(p.initials, '') AS initials
            FROM q, people.telephone t LEFT JOIN people.post p ON p.id = t.post_id
            WHERE t.valid_from <= q.at AND (t.valid_to IS NULL OR t.valid_to > q.at)
            UNION ALL
            SELECT p.organisation_id, p.id, p.name, s.id, s.name, s.mobile_masked, s.initials
            FROM q, people.appointment a JOIN people.post p ON p.id = a.post_id
                JOIN people.staff s ON s.id = a.staff_id
            WHERE a.valid_from <= q.at AND (a.valid_to IS NULL OR a.valid_to > q.at))
        SELECT o.id AS organisation_id, o.name AS organisation_name, e.post_id, e.post_name, e.staff_id,
            e.staff_name, e.number
        FROM q, people.organisation o JOIN entry e ON e.organisation_id = o.id
        WHERE (o.name ILIKE q.words OR o.short_name ILIKE q.words OR o.initials LIKE lower(q.words)
            OR e.post_name ILIKE q.words OR e.staff_name ILIKE q.words OR e.initials LIKE lower(q.words)
            OR (e.staff_id IS NULL AND e.number LIKE q.words))
          AND """
        + where
        + " ORDER BY o.code, e.post_name NULLS FIRST, e.staff_name NULLS FIRST, e.number LIMIT %s",
        (at, pattern_of(words), *params, limit),
    )
