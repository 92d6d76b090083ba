"""SQL of a report's own life, for the rooms above whose people follow it."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from yiwang.db.tx import Tx


async def lives(tx: Tx, report_ids: Sequence[UUID]) -> list[dict[str, Any]]:
    return await tx.rows(
        """SELECT r.id, r.number, r.event_id, r.state, r.text, r.reported_at, r.answered_at, r.answer, r.confidential,
                  r.place ->> 'text' AS place_text, e.state AS event_state, e.title
        FROM events.report r JOIN events.event e ON e.id = r.event_id WHERE r.id = ANY(%s)""",
        (list(report_ids),),
    )


async def open_within(
    tx: Tx, box: tuple[float, float, float, float], matters: Sequence[str], channels: Sequence[str], limit: int
) -> list[dict[str, Any]]:
    """Return open events with a point in a box (west, south, east, north); none with a reporter who asked to be hidden.

    The index begins with the matter: naming the matters lets it be walked.
    """
    west, south, east, north = box
    return await tx.rows(
        """SELECT e.id, e.number, e.matter_id, e.matter_code, e.lon, e.lat, e.reported_at, e.reports
        FROM events.event e
        WHERE e.state = 'admitted' AND NOT e.drill AND e.matter_code = ANY(%s) AND e.channel = ANY(%s)
          AND e.lat BETWEEN %s AND %s AND e.lon BETWEEN %s AND %s
          AND NOT EXISTS (SELECT 1 FROM events.report r WHERE r.event_id = e.id AND r.confidential)
        ORDER BY e.reported_at DESC LIMIT %s""",
        (list(matters), list(channels), south, north, west, east, limit),
    )


async def open_by_number(tx: Tx, number: str, channels: Sequence[str]) -> dict[str, Any] | None:
    return await tx.row(
        """SELECT e.id, e.number, e.matter_id, e.matter_code, e.lon, e.lat, e.place FROM events.event e
        WHERE e.number = %s AND e.state = 'admitted' AND NOT e.drill AND e.channel = ANY(%s) AND e.lon IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM events.report r WHERE r.event_id = e.id AND r.confidential)""",
        (number, list(channels)),
    )
