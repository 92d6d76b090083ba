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


async def words_of(tx: Tx, reporter_id: UUID) -> list[dict[str, Any]]:
    """What a person reported, and the words of the events their reports are or were on."""
    return await tx.rows(
        """SELECT r.id, r.text, r.place->>'text' AS place, e.id AS event_id, e.title AS event_title,
            e.text AS event_text, e.place->>'text' AS event_place
        FROM events.report r JOIN events.event e ON e.id IN (r.event_id, r.home_event_id)
        WHERE r.reporter_id = %s ORDER BY r.id, e.id""",
        (reporter_id,),
    )


def put_report_words(tx: Tx, report_id: UUID, text: str, place: str | None) -> None:
    """Write the words of a report anew; `place` None leaves the place's as they are."""
    tx.put(
        """UPDATE events.report SET text = %s,
            place = CASE WHEN %s::text IS NULL THEN place ELSE jsonb_set(place, '{text}', to_jsonb(%s::text)) END
        WHERE id = %s""",
        (text, place, place, report_id),
    )


def put_event_words(tx: Tx, event_id: UUID, title: str, text: str, place: str | None) -> None:
    """Write the words of an event anew; `place` None leaves the place's as they are."""
    tx.put(
        """UPDATE events.event SET title = %s, text = %s,
            place = CASE WHEN %s::text IS NULL THEN place ELSE jsonb_set(place, '{text}', to_jsonb(%s::text)) END
        WHERE id = %s""",
        (title, text, place, place, event_id),
    )


async def contact(tx: Tx, reporter_id: UUID) -> bytes | None:
    """A person's sealed contact."""
    found: bytes | None = await tx.value("SELECT contact FROM events.reporter WHERE id = %s", (reporter_id,))
    return found
