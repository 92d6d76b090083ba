"""SQL of dated shifts: who is on."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from uuid import UUID

from yiwang.base.ids import uuid7
from yiwang.db import Tx
from yiwang.people.kernels import Span
from yiwang.people.model import OnDuty


async def roster_spans(
    tx: Tx, posts: Collection[UUID], start: datetime, end: datetime
) -> dict[UUID, list[tuple[datetime, datetime]]]:
    """Stretches of [start, end) that a roster has taken, by post."""
    rows = await tx.rows(
        """SELECT post_id, starts, ends FROM people.shift
        WHERE post_id = ANY(%s) AND source = 'roster' AND starts < %s AND ends > %s
          AND starts > %s::timestamptz - interval '25 hours' ORDER BY starts""",
        (list(posts), end, start, start),
    )
    found: dict[UUID, list[tuple[datetime, datetime]]] = {}
    for row in rows:
        found.setdefault(row["post_id"], []).append((row["starts"], row["ends"]))
    return found


async def take_default_shifts(tx: Tx, post: UUID, start: datetime, end: datetime) -> list[Span]:
    """Remove the shifts by hours that touch [start, end) and return them."""
    rows = await tx.rows(
        """DELETE FROM people.shift WHERE post_id = %s AND source = 'hours' AND starts < %s AND ends > %s
          AND starts > %s::timestamptz - interval '25 hours' RETURNING starts, ends, mode""",
        (post, end, start, start),
    )
    return [Span(**row) for row in rows]


def clear_shifts(tx: Tx, posts: Collection[UUID], source: str, start: datetime, end: datetime) -> None:
    """Remove the shifts of a source that begin in [start, end)."""
    tx.put(
        "DELETE FROM people.shift WHERE post_id = ANY(%s) AND source = %s AND starts >= %s AND starts < %s",
        (list(posts), source, start, end),
    )


def insert_shifts(tx: Tx, shifts: Iterable[tuple[UUID, UUID, UUID | None, Span]], source: str) -> None:
    """Write shifts (organisation, post, staff, span) in one statement."""
    rows = list(shifts)
    if not rows:
        return
    tx.put(
        """INSERT INTO people.shift (id, organisation_id, post_id, staff_id, starts, ends, mode, source, recorded)
        SELECT x.id, x.organisation, x.post, x.staff, x.starts, x.ends, x.mode, %s, %s
        FROM unnest(%s::uuid[], %s::uuid[], %s::uuid[], %s::uuid[], %s::timestamptz[], %s::timestamptz[], %s::text[])
            AS x(id, organisation, post, staff, starts, ends, mode)""",
        (
            source,
            tx.at,
            [uuid7(tx.at) for _ in rows],
            [organisation for organisation, _, _, _ in rows],
            [post for _, post, _, _ in rows],
            [staff for _, _, staff, _ in rows],
            [span.starts for *_, span in rows],
            [span.ends for *_, span in rows],
            [span.mode for *_, span in rows],
        ),
    )


async def on_duty(tx: Tx, unit: UUID, at: datetime, *, urgent_only: bool = False) -> list[OnDuty]:
    """Shifts of a unit that cover `at`, on site before online, with the person and the numbers."""
    rows = await tx.rows(
        """SELECT s.organisation_id AS unit_id, s.post_id, p.name AS post_name, p.urgent, s.mode, s.source,
            s.starts, s.ends, s.staff_id, f.name AS staff_name, f.account_id, f.mobile_masked,
            ARRAY(SELECT t.number FROM people.telephone t
                WHERE t.organisation_id = s.organisation_id AND (t.post_id = s.post_id OR t.post_id IS NULL)
                  AND t.valid_from <= %(at)s AND (t.valid_to IS NULL OR t.valid_to > %(at)s)
                ORDER BY t.post_id NULLS LAST, t.number) AS phones
        FROM people.shift s JOIN people.post p ON p.id = s.post_id LEFT JOIN people.staff f ON f.id = s.staff_id
        WHERE s.organisation_id = %(unit)s AND s.starts <= %(at)s AND s.ends > %(at)s
          AND s.starts > %(at)s::timestamptz - interval '25 hours' AND (p.urgent OR NOT %(urgent)s)
        ORDER BY s.mode DESC, p.urgent DESC, s.source DESC, p.code, f.number""",
        {"unit": unit, "at": at, "urgent": urgent_only},
    )
    return [OnDuty(**{**row, "phones": tuple(row["phones"])}) for row in rows]


async def accounts_on(tx: Tx, wanted: Sequence[tuple[UUID, datetime]]) -> list[list[UUID]]:
    """Accounts to tell about each unit at its moment: whoever is rostered then, else all who hold its posts."""
    rows = await tx.rows(
        """SELECT ARRAY(
            WITH rostered AS (
                SELECT f.account_id FROM people.shift s JOIN people.staff f ON f.id = s.staff_id
                WHERE s.organisation_id = w.unit AND s.starts <= w.at AND s.ends > w.at
                  AND s.starts > w.at - interval '25 hours' AND f.account_id IS NOT NULL),
            holding AS (
                SELECT f.account_id FROM people.post p JOIN people.appointment a ON a.post_id = p.id
                    JOIN people.staff f ON f.id = a.staff_id
                WHERE p.organisation_id = w.unit AND a.valid_from <= w.at
                  AND (a.valid_to IS NULL OR a.valid_to > w.at) AND f.account_id IS NOT NULL)
            SELECT account_id FROM rostered
            UNION SELECT account_id FROM holding WHERE NOT EXISTS (SELECT 1 FROM rostered)
            ORDER BY account_id) AS accounts
        FROM unnest(%s::uuid[], %s::timestamptz[]) WITH ORDINALITY AS w(unit, at, place) ORDER BY w.place""",
        ([unit for unit, _ in wanted], [at for _, at in wanted]),
    )
    return [row["accounts"] for row in rows]
