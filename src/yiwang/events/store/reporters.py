"""SQL of reporters: found by the blind index, shown on reports, forgotten."""

from collections.abc import Sequence
from typing import Any, LiteralString
from uuid import UUID

from yiwang.db.tx import Tx


async def report_with_contact(tx: Tx, report_id: UUID) -> dict[str, Any] | None:
    """A report's event, jurisdiction and its reporter's sealed contact."""
    return await tx.row(
        """SELECT r.id, r.event_id, e.jurisdiction_id, r.reporter_id, r.confidential, p.contact
        FROM events.report r JOIN events.event e ON e.id = r.event_id
        LEFT JOIN events.reporter p ON p.id = r.reporter_id WHERE r.id = %s""",
        (report_id,),
    )


async def contacts_of_events(tx: Tx, event_ids: Sequence[UUID]) -> list[dict[str, Any]]:
    """The earliest report of each event with its reporter's sealed contact."""
    return await tx.rows(
        """SELECT DISTINCT ON (r.event_id) r.event_id, r.reporter_id, r.confidential, p.contact
        FROM events.report r LEFT JOIN events.reporter p ON p.id = r.reporter_id
        WHERE r.event_id = ANY(%s) ORDER BY r.event_id, r.reported_at, r.number""",
        (list(event_ids),),
    )


async def shown_on(tx: Tx, reporter_id: UUID) -> list[UUID]:
    """Ids of the reports of a person, and of the events they are or were on."""
    rows = await tx.rows(
        """SELECT r.id FROM events.report r WHERE r.reporter_id = %(id)s
        UNION SELECT r.event_id FROM events.report r WHERE r.reporter_id = %(id)s
        UNION SELECT r.home_event_id FROM events.report r
            WHERE r.reporter_id = %(id)s AND r.home_event_id IS NOT NULL""",
        {"id": reporter_id},
    )
    return [row["id"] for row in rows]


async def reports_of_reporter(
    tx: Tx, reporter_id: UUID, condition: LiteralString, params: Sequence[Any], *, hidden: bool, limit: int
) -> list[dict[str, Any]]:
    """A person's reports within the scope's condition, youngest first; `hidden`: those too that ask to be hidden."""
    return await tx.rows(
        """SELECT r.id, r.number, r.event_id, e.number AS event_number, e.title, r.state, r.channel, r.reported_at
        FROM events.report r JOIN events.event e ON e.id = r.event_id
        WHERE r.reporter_id = %s AND (NOT r.confidential OR %s) AND """
        + condition
        + " ORDER BY r.reported_at DESC, r.id DESC LIMIT %s",
        (reporter_id, hidden, *params, limit),
    )
