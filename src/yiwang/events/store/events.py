"""SQL of events."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, LiteralString
from uuid import UUID

from psycopg.types.json import Jsonb

from yiwang.db.tx import Tx
from yiwang.events.model import Event

_EVENT: LiteralString = """id, number, state, matter_id, matter_code, title, urgent, channel, jurisdiction_id, lon,
    lat, place, occurred_at, reported_at, last_reported_at, given_due, due_from_source, merged_into, prior_state,
    drill, reports, classification, text, version"""


def insert_event(tx: Tx, e: Event, place_key: str | None) -> None:
    tx.put(
        """INSERT INTO events.event (id, number, state, matter_id, matter_code, title, text, urgent, channel,
            jurisdiction_id, lon, lat, place, place_key, occurred_at, reported_at, last_reported_at, given_due,
            due_from_source, drill, classification, platform)
        VALUES (%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s)""",
        (
            e.id,
            e.number,
            e.state,
            e.matter_id,
            e.matter_code,
            e.title,
            e.text,
            e.urgent,
            e.channel,
            e.jurisdiction_id,
            e.lon,
            e.lat,
            Jsonb(e.place),
            place_key,
            e.occurred_at,
            e.reported_at,
            e.last_reported_at,
            e.given_due,
            e.due_from_source,
            e.drill,
            Jsonb(e.classification),
            tx.platform,
        ),
    )


def join_event(tx: Tx, event_id: UUID, at: datetime, urgent: bool) -> None:
    """Count one more report on an event; an urgent one makes the event urgent."""
    tx.put(
        """UPDATE events.event SET reports = reports + 1, last_reported_at = greatest(last_reported_at, %s),
            urgent = urgent OR %s, version = version + 1 WHERE id = %s""",
        (at, urgent, event_id),
    )


async def lock_event(tx: Tx, event_id: UUID) -> Event | None:
    """Return an event and hold its row until the transaction ends."""
    row = await tx.row(f"SELECT {_EVENT} FROM events.event WHERE id = %s FOR UPDATE", (event_id,))
    return Event(**row) if row else None


async def event_of_id(tx: Tx, event_id: UUID) -> Event | None:
    row = await tx.row(f"SELECT {_EVENT} FROM events.event WHERE id = %s", (event_id,))
    return Event(**row) if row else None


async def see_event(tx: Tx, event_id: UUID, condition: LiteralString, params: Sequence[Any]) -> Event | None:
    """Return an event if the scope's condition (over e.jurisdiction_id) lets it be seen."""
    row = await tx.row(f"SELECT {_EVENT} FROM events.event e WHERE id = %s AND {condition}", (event_id, *params))
    return Event(**row) if row else None


async def set_state(
    tx: Tx,
    event_id: UUID,
    start: Sequence[str],
    state: str,
    *,
    at: datetime | None = None,
    refusal: dict[str, Any] | None = None,
) -> bool:
    """Move an event on, if it is in one of the states `start`; say whether it was."""
    return (
        await tx.count(
            """UPDATE events.event SET prior_state = state, state = %s, closed_at = %s, refusal = %s,
                version = version + 1
            WHERE id = %s AND state = ANY(%s)""",
            (state, at, Jsonb(refusal) if refusal else None, event_id, list(start)),
        )
        == 1
    )


def put_state(tx: Tx, event_id: UUID, start: Sequence[str], state: str, at: datetime | None = None) -> None:
    """Move an event on with the case that owns the step; the case's own row guards it."""
    tx.put(
        """UPDATE events.event SET prior_state = state, state = %s, closed_at = %s, version = version + 1
        WHERE id = %s AND state = ANY(%s)""",
        (state, at, event_id, list(start)),
    )


def set_merged(tx: Tx, event_id: UUID, into: UUID | None, state: str, prior: str | None) -> None:
    tx.put(
        """UPDATE events.event SET state = %s, prior_state = %s, merged_into = %s, version = version + 1
        WHERE id = %s""",
        (state, prior, into, event_id),
    )


async def set_place(tx: Tx, e: Event, place_key: str | None, version: int) -> bool:
    """Write where an open event is, if nobody has changed it since; say whether it was written."""
    return (
        await tx.count(
            """UPDATE events.event SET lon = %s, lat = %s, place = %s, place_key = %s, jurisdiction_id = %s,
                version = version + 1
            WHERE id = %s AND version = %s AND state IN ('triage', 'admitted')""",
            (e.lon, e.lat, Jsonb(e.place), place_key, e.jurisdiction_id, e.id, version),
        )
        == 1
    )


async def recount(tx: Tx, event_ids: Sequence[UUID]) -> dict[UUID, int]:
    """Set anew how many reports these events have and when the last came; return how many, by event."""
    rows = await tx.rows(
        """UPDATE events.event e SET reports = c.n, last_reported_at = coalesce(c.last, e.last_reported_at)
        FROM (SELECT i.id, count(r.id) AS n, max(r.reported_at) AS last
              FROM unnest(%s::uuid[]) AS i(id) LEFT JOIN events.report r ON r.event_id = i.id GROUP BY i.id) c
        WHERE e.id = c.id RETURNING e.id, e.reports""",
        (list(event_ids),),
    )
    return {row["id"]: row["reports"] for row in rows}


async def waiting(tx: Tx, condition: LiteralString, params: Sequence[Any], limit: int) -> list[Event]:
    """Return events that wait for triage, oldest first, within the scope's condition."""
    rows = await tx.rows(
        f"""SELECT {_EVENT} FROM events.event e WHERE state = 'triage' AND {condition}
        ORDER BY reported_at, id LIMIT %s""",
        (*params, limit),
    )
    return [Event(**row) for row in rows]
