"""All SQL of channels."""

from datetime import datetime
from typing import Any
from uuid import UUID

from psycopg.types.json import Jsonb

from yiwang.db import Tx

Row = dict[str, Any]


async def same_refused(tx: Tx, source: str, digest: bytes, since: datetime) -> UUID | None:
    """Count the same message up where it was refused before and still waits; return its id."""
    found: UUID | None = await tx.value(
        """UPDATE events.refused_message SET times = times + 1
        WHERE source = %s AND digest = %s AND settled IS NULL AND recorded >= %s RETURNING id""",
        (source, digest, since),
    )
    return found


def insert_refused(tx: Tx, row: Row) -> None:
    tx.put(
        """INSERT INTO events.refused_message (id, channel, source, form, raw_id, digest, status, detail, faults,
            next_door, received, recorded)
        VALUES (%(id)s, %(channel)s, %(source)s, %(form)s, %(raw_id)s, %(digest)s, %(status)s, %(detail)s, %(faults)s,
            %(next_door)s, %(received)s, %(recorded)s)""",
        row
        | {
            "faults": Jsonb(row["faults"]),
            "next_door": Jsonb(row["next_door"]) if row["next_door"] else None,
            "recorded": tx.at,
        },
    )


async def list_refused(
    tx: Tx, channel: str, waiting: bool, before: tuple[datetime, UUID] | None, limit: int
) -> list[Row]:
    """Return refused messages of a channel, newest first, from before a moment and id on."""
    at, last = before or (None, None)
    return await tx.rows(
        """SELECT id, channel, source, form, status, detail, faults, next_door, times, received, settled, report_id
        FROM events.refused_message
        WHERE channel = %s AND (%s OR settled IS NULL)
          AND (%s::timestamptz IS NULL OR (received, id) < (%s::timestamptz, %s::uuid))
        ORDER BY received DESC, id DESC LIMIT %s""",
        (channel, not waiting, at, at, last, limit),
    )


async def lock_refused(tx: Tx, channel: str, refused_id: UUID) -> Row | None:
    """Return a refused message with its sealed raw one, held until the transaction ends."""
    return await tx.row(
        """SELECT m.id, m.source, m.form, m.settled, m.received, m.report_id, w.sealed, w.key_subject
        FROM events.refused_message m JOIN events.raw w ON w.id = m.raw_id
        WHERE m.channel = %s AND m.id = %s FOR UPDATE OF m""",
        (channel, refused_id),
    )


async def settle_refused(tx: Tx, refused_id: UUID, report_id: UUID | None, at: datetime) -> bool:
    """Say that a refused message waits no more; False when it did not wait."""
    return (
        await tx.count(
            "UPDATE events.refused_message SET settled = %s, report_id = %s WHERE id = %s AND settled IS NULL",
            (at, report_id, refused_id),
        )
        == 1
    )


async def forget_refused(tx: Tx, settled_before: datetime, received_before: datetime) -> int:
    """Delete refused messages that are over, with their raw ones; return how many."""
    return int(await tx.value("SELECT events.forget_refused(%s, %s)", (settled_before, received_before)))


def insert_secret(tx: Tx, secret_id: UUID, channel: str, sealed: bytes, made_by: UUID) -> None:
    tx.put(
        "INSERT INTO events.webhook_secret (id, channel, sealed, made, made_by) VALUES (%s,%s,%s,%s,%s)",
        (secret_id, channel, sealed, tx.at, made_by),
    )


async def secrets_of(tx: Tx, channel: str) -> list[Row]:
    """Return a channel's secrets in force, sealed, newest first."""
    return await tx.rows(
        """SELECT id, sealed, made, made_by, used FROM events.webhook_secret
        WHERE channel = %s AND ended IS NULL ORDER BY made DESC, id DESC""",
        (channel,),
    )


async def end_secret(tx: Tx, channel: str, secret_id: UUID) -> bool:
    return (
        await tx.count(
            "UPDATE events.webhook_secret SET ended = %s WHERE id = %s AND channel = %s AND ended IS NULL",
            (tx.at, secret_id, channel),
        )
        == 1
    )


def touch_secret(tx: Tx, secret_id: UUID) -> None:
    tx.put("UPDATE events.webhook_secret SET used = %s WHERE id = %s", (tx.at, secret_id))


async def first_seen(tx: Tx, channel: str, message_id: str, sent_at: int, sweep_before: datetime) -> bool:
    """Note a signed message; False when it was noted before. What is too old to be sent again is swept."""
    tx.put("DELETE FROM events.webhook_seen WHERE seen < %s", (sweep_before,))
    return (
        await tx.count(
            """INSERT INTO events.webhook_seen (channel, message_id, sent_at, seen) VALUES (%s,%s,%s,%s)
            ON CONFLICT DO NOTHING""",
            (channel, message_id, sent_at, tx.at),
        )
        == 1
    )
