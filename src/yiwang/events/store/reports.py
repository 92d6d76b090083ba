"""SQL of reports: looking for their like, keeping them, answering them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from psycopg.types.json import Jsonb

from yiwang.db.tx import Tx
from yiwang.events.model import Candidate, Envelope, MergeReason


@dataclass(frozen=True)
class Looked:
    """What one look before a report found: a fresh serial number, the same report sent before, candidates."""

    serial: int
    before: UUID | None
    candidates: list[Candidate]


def lock_cells(tx: Tx, cells: Sequence[str]) -> None:
    """Hold these cells until the transaction ends, in the order given (sorted, so that no two wait in a ring)."""
    if cells:
        tx.put("SELECT pg_advisory_xact_lock(hashtextextended(c, 311)) FROM unnest(%s::text[]) AS c", (list(cells),))


async def look(
    tx: Tx,
    *,
    source: str,
    key: str | None,
    matter: str,
    box: tuple[float, float, float, float] | None,
    place_key: str | None,
    since: datetime,
    until: datetime,
) -> Looked:
    """Return a serial, an earlier report with this key, and open events of the matter in the box or at the address."""
    rows = await tx.rows(
        """SELECT nextval('events.number') AS serial, NULL::uuid AS before, NULL::uuid AS event_id, NULL AS number,
                  NULL::float8 AS lon, NULL::float8 AS lat, NULL::timestamptz AS last_reported_at, NULL AS place_key
        UNION ALL
        SELECT NULL, id, NULL, NULL, NULL, NULL, NULL, NULL FROM events.report
        WHERE source = %(source)s AND idempotency_key = %(key)s
        UNION ALL
        SELECT NULL, NULL, id, number, coalesce(lon, 'NaN'), coalesce(lat, 'NaN'), last_reported_at, place_key
        FROM events.event
        WHERE state IN ('triage', 'admitted') AND matter_code = %(matter)s
          AND lat BETWEEN %(south)s AND %(north)s AND lon BETWEEN %(west)s AND %(east)s
          AND last_reported_at BETWEEN %(since)s AND %(until)s
        UNION ALL
        SELECT NULL, NULL, id, number, coalesce(lon, 'NaN'), coalesce(lat, 'NaN'), last_reported_at, place_key
        FROM events.event
        WHERE state IN ('triage', 'admitted') AND matter_code = %(matter)s AND place_key = %(place_key)s
          AND last_reported_at BETWEEN %(since)s AND %(until)s""",
        {
            "source": source,
            "key": key,
            "matter": matter,
            "west": box[0] if box else None,
            "south": box[1] if box else None,
            "east": box[2] if box else None,
            "north": box[3] if box else None,
            "place_key": place_key,
            "since": since,
            "until": until,
        },
    )
    return Looked(
        serial=rows[0]["serial"],
        before=next((r["before"] for r in rows if r["before"]), None),
        candidates=[
            Candidate(r["event_id"], r["number"], r["lon"], r["lat"], r["last_reported_at"], r["place_key"])
            for r in rows
            if r["event_id"]
        ],
    )


def insert_raw(tx: Tx, raw_id: UUID, key_subject: UUID, sealed: bytes) -> None:
    tx.put(
        "INSERT INTO events.raw (id, key_subject, sealed, recorded) VALUES (%s,%s,%s,%s)",
        (raw_id, key_subject, sealed, tx.at),
    )


@dataclass(frozen=True)
class NewReport:
    """The columns of a report that its envelope does not hold."""

    id: UUID
    number: str
    event_id: UUID
    matter_code: str
    reporter_id: UUID | None
    reported_at: datetime
    lon: float | None
    lat: float | None
    place: dict[str, Any]
    merge: MergeReason | None
    classification: dict[str, Any]
    raw_id: UUID


def insert_report(tx: Tx, r: NewReport, envelope: Envelope) -> None:
    merge = r.merge.as_json if r.merge else None
    tx.put(
        """INSERT INTO events.report (id, number, event_id, state, channel, source, text, reporter_id, confidential,
            reported_at, occurred_at, due_at, matter_code, lon, lat, place, merge_reason, classification, raw_id,
            idempotency_key, recorded)
        VALUES (%s,%s,%s,'open',%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s,%s)""",
        (
            r.id,
            r.number,
            r.event_id,
            envelope.channel,
            envelope.source,
            envelope.text,
            r.reporter_id,
            bool(envelope.reporter and envelope.reporter.confidential),
            r.reported_at,
            envelope.occurred_at,
            envelope.due_at,
            r.matter_code,
            r.lon,
            r.lat,
            Jsonb(r.place),
            Jsonb(merge) if merge else None,
            Jsonb(r.classification),
            r.raw_id,
            envelope.idempotency_key,
            tx.at,
        ),
    )
    if envelope.external_ref:
        tx.put(
            "INSERT INTO events.external_ref (system, external_id, report_id) VALUES (%s,%s,%s)",
            (*envelope.external_ref, r.id),
        )


async def insert_reporter(tx: Tx, reporter_id: UUID, phone_index: bytes | None, contact: bytes) -> bool:
    """Write a new person; False when this number is on file already."""
    return (
        await tx.count(
            """INSERT INTO events.reporter (id, phone_index, contact, recorded) VALUES (%s,%s,%s,%s)
            ON CONFLICT (phone_index) DO NOTHING""",
            (reporter_id, phone_index, contact, tx.at),
        )
        == 1
    )


def forget_reporter(tx: Tx, reporter_id: UUID) -> None:
    tx.put("UPDATE events.reporter SET phone_index = NULL WHERE id = %s", (reporter_id,))


async def reporter_of_phone(tx: Tx, phone_index: bytes) -> UUID | None:
    found: UUID | None = await tx.value("SELECT id FROM events.reporter WHERE phone_index = %s", (phone_index,))
    return found


async def answer_reports(tx: Tx, event_id: UUID, at: datetime, answer: dict[str, Any]) -> list[UUID]:
    """End the life of every report of an event that is still open; return which."""
    rows = await tx.rows(
        """UPDATE events.report SET state = 'answered', answered_at = %s, answer = %s
        WHERE event_id = %s AND state = 'open' RETURNING id""",
        (at, Jsonb(answer), event_id),
    )
    return [row["id"] for row in rows]


async def count_open_reports(tx: Tx, event_id: UUID) -> int:
    return int(await tx.value("SELECT count(*) FROM events.report WHERE event_id = %s AND state = 'open'", (event_id,)))


async def answer_report(tx: Tx, report_id: UUID, at: datetime, answer: dict[str, Any]) -> UUID | None:
    """End one report's own life; return its event, None when it had ended already."""
    found: UUID | None = await tx.value(
        """UPDATE events.report SET state = 'answered', answered_at = %s, answer = %s
        WHERE id = %s AND state = 'open' RETURNING event_id""",
        (at, Jsonb(answer), report_id),
    )
    return found


async def reports_of(tx: Tx, event_id: UUID) -> list[dict[str, Any]]:
    """Return an event's reports with their reporter's sealed contact, earliest first."""
    return await tx.rows(
        """SELECT r.id, r.number, r.channel, r.source, r.text, r.state, r.reported_at, r.due_at, r.answered_at,
                  r.reporter_id, r.confidential, r.merge_reason, r.matter_code, r.lon, r.lat, p.contact,
                  r.event_id, r.home_event_id
        FROM events.report r LEFT JOIN events.reporter p ON p.id = r.reporter_id
        WHERE r.event_id = %s ORDER BY r.reported_at, r.number""",
        (event_id,),
    )


async def lock_report(tx: Tx, report_id: UUID) -> dict[str, Any] | None:
    return await tx.row(
        """SELECT id, number, event_id, home_event_id, state, channel, source, text, reported_at, occurred_at, due_at,
                  matter_code, lon, lat, place, merge_reason, classification
        FROM events.report WHERE id = %s FOR UPDATE""",
        (report_id,),
    )


def move_reports(tx: Tx, from_event: UUID, to_event: UUID) -> None:
    """Move every report of an event to another; each keeps where its home is, for the way back."""
    tx.put(
        """UPDATE events.report SET home_event_id = coalesce(home_event_id, event_id), event_id = %s
        WHERE event_id = %s""",
        (to_event, from_event),
    )


async def send_home(tx: Tx, event_id: UUID) -> list[UUID]:
    """Bring back an event's reports, and those of the events merged into it; return the events that held them."""
    rows = await tx.rows(
        """WITH RECURSIVE family AS (
            SELECT %(id)s::uuid AS id
            UNION SELECT e.id FROM events.event e JOIN family f ON e.merged_into = f.id
        ), held AS (
            SELECT id, event_id FROM events.report
            WHERE home_event_id IN (SELECT id FROM family) AND event_id <> %(id)s
        ), brought AS (
            UPDATE events.report r SET event_id = %(id)s, home_event_id = nullif(r.home_event_id, %(id)s)
            FROM held WHERE r.id = held.id
        ) SELECT DISTINCT event_id FROM held""",
        {"id": event_id},
    )
    return [row["event_id"] for row in rows]


def part_report(tx: Tx, report_id: UUID, event_id: UUID) -> None:
    tx.put(
        "UPDATE events.report SET event_id = %s, home_event_id = NULL, merge_reason = NULL WHERE id = %s",
        (event_id, report_id),
    )


async def report_before(tx: Tx, report_id: UUID) -> dict[str, Any]:
    """Return what the sender of a repeated message was told the first time."""
    row = await tx.row(
        """SELECT r.id AS report_id, r.number AS report_number, e.id AS event_id, e.number AS event_number,
                  e.state, r.classification, r.merge_reason, e.place
        FROM events.report r JOIN events.event e ON e.id = r.event_id WHERE r.id = %s""",
        (report_id,),
    )
    if row is None:  # the row was just seen in this very transaction
        raise LookupError(report_id)
    return row


async def report_by_key(tx: Tx, source: str, key: str) -> tuple[UUID, UUID] | None:
    row = await tx.row(
        "SELECT id, event_id FROM events.report WHERE source = %s AND idempotency_key = %s", (source, key)
    )
    return (row["id"], row["event_id"]) if row else None


async def reports_of_source(tx: Tx, source: str) -> list[dict[str, Any]]:
    return await tx.rows(
        """SELECT idempotency_key AS key, event_id, merge_reason IS NOT NULL AS merged FROM events.report
        WHERE source = %s AND idempotency_key IS NOT NULL""",
        (source,),
    )
