"""All SQL of the ledger."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from psycopg.types.json import Jsonb

from yiwang.db.tx import Tx
from yiwang.ledger.facts import Recorded


def insert_fact(tx: Tx, row: Recorded, data: str) -> None:
    """Gather a fact; all of a transaction leave in one statement, in the order they were recorded."""
    tx.gather(
        """INSERT INTO ledger.fact
        (id, type, version, subject, platform, actor, cause, time, recorded, origin, drill, data)""",
        (
            row.id,
            row.type,
            row.version,
            row.subject,
            row.platform,
            row.actor,
            row.cause,
            row.time,
            row.recorded,
            row.origin,
            row.drill,
            data,
        ),
    )


async def facts_after(tx: Tx, after: tuple[int, int], types: Sequence[str] | None, limit: int) -> list[Recorded]:
    """Facts in (xid, seq) order, up to the oldest transaction still running in this snapshot."""
    rows = await tx.rows(
        """SELECT id, type, version, subject, platform, actor, cause, time, recorded, origin, drill, data,
                  xid::text::bigint AS xid, seq
        FROM ledger.fact
        WHERE (xid, seq) > (%s::text::xid8, %s) AND xid < db.horizon()
          AND (%s::text[] IS NULL OR type = ANY(%s))
        ORDER BY xid, seq LIMIT %s""",
        (str(after[0]), after[1], types, types, limit),
    )
    return [Recorded(**row) for row in rows]


async def lock_cursor(tx: Tx, listener: str) -> tuple[int, int] | None:
    """Take the cursor of a listener for this transaction; None when another worker has it."""
    tx.put("INSERT INTO ledger.cursor (listener) VALUES (%s) ON CONFLICT DO NOTHING", (listener,))
    row = await tx.row(
        """SELECT xid::text::bigint AS xid, seq FROM ledger.cursor
        WHERE listener = %s FOR UPDATE SKIP LOCKED""",
        (listener,),
    )
    return (row["xid"], row["seq"]) if row else None


def move_cursor(tx: Tx, listener: str, position: tuple[int, int]) -> None:
    tx.put(
        "UPDATE ledger.cursor SET xid = %s::text::xid8, seq = %s, moved = %s WHERE listener = %s",
        (str(position[0]), position[1], tx.at, listener),
    )


def park_fact(tx: Tx, listener: str, row: Recorded, error: str) -> None:
    """Set a fact aside that a listener fails on, so that the ones behind it go on; an operator retries it."""
    tx.put(
        """INSERT INTO ledger.stuck (listener, fact_id, xid, seq, type, error, recorded)
        VALUES (%s,%s,%s::text::xid8,%s,%s,%s,%s)
        ON CONFLICT (listener, fact_id) DO UPDATE SET error = excluded.error, attempts = ledger.stuck.attempts + 1""",
        (listener, row.id, str(row.xid), row.seq, row.type, error, tx.at),
    )


def upsert_timer(tx: Tx, kind: str, subject: UUID, due: datetime, data: dict[str, Any]) -> None:
    tx.put(
        """INSERT INTO ledger.timer (kind, subject, due, data, origin) VALUES (%s,%s,%s,%s,%s)
        ON CONFLICT (subject, kind) DO UPDATE SET due = excluded.due, data = excluded.data, origin = excluded.origin""",
        (kind, subject, due, Jsonb(data), tx.origin),
    )


def delete_timers(tx: Tx, subject: UUID, kinds: Sequence[str]) -> None:
    tx.put("DELETE FROM ledger.timer WHERE subject = %s AND kind = ANY(%s)", (subject, list(kinds)))


async def take_due_timer(tx: Tx, at: datetime, kinds: Sequence[str]) -> dict[str, Any] | None:
    """Remove and return the earliest timer of the transaction's origin due by `at`; a second worker passes over it."""
    return await tx.row(
        """DELETE FROM ledger.timer WHERE (subject, kind) = (
            SELECT subject, kind FROM ledger.timer WHERE origin = %s AND due <= %s AND kind = ANY(%s)
            ORDER BY due, subject, kind LIMIT 1 FOR UPDATE SKIP LOCKED)
        RETURNING kind, subject, due, data""",
        (tx.origin, at, list(kinds)),
    )


async def earliest_timer(tx: Tx) -> datetime | None:
    value: datetime | None = await tx.value("SELECT min(due) FROM ledger.timer")
    return value


async def horizon(tx: Tx) -> int:
    """Every fact of a transaction below this number is there to be read, for good."""
    value: int = await tx.value("SELECT db.horizon()::text::bigint")
    return value


async def take_stuck(tx: Tx, listener: str) -> Recorded | None:
    """Remove the oldest fact set aside for a listener and return it; a second worker passes over it."""
    row = await tx.row(
        """WITH taken AS (
            DELETE FROM ledger.stuck WHERE (listener, fact_id) = (
                SELECT listener, fact_id FROM ledger.stuck WHERE listener = %s
                ORDER BY xid, seq LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING fact_id, xid, seq)
        SELECT f.id, f.type, f.version, f.subject, f.platform, f.actor, f.cause, f.time, f.recorded, f.origin,
               f.drill, f.data, f.xid::text::bigint AS xid, f.seq
        FROM taken JOIN ledger.fact f ON f.id = taken.fact_id AND f.xid = taken.xid AND f.seq = taken.seq""",
        (listener,),
    )
    return Recorded(**row) if row else None


async def stuck(tx: Tx, listener: str | None, limit: int) -> list[dict[str, Any]]:
    """Facts set aside, oldest first."""
    return await tx.rows(
        """SELECT listener, fact_id, type, error, attempts, recorded FROM ledger.stuck
        WHERE %(listener)s::text IS NULL OR listener = %(listener)s ORDER BY xid, seq LIMIT %(limit)s""",
        {"listener": listener, "limit": limit},
    )


async def count_stuck(tx: Tx) -> int:
    return int(await tx.value("SELECT count(*) FROM ledger.stuck"))
