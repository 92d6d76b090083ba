"""SQL of the log of frames, of leases and of the latest values."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from yiwang.db import Tx

CHANNEL = "yiwang_frames"


def append(tx: Tx, shard: int, payload: bytes, count: int, source: str, received: datetime) -> None:
    """Queue a frame; its number is drawn while the shard's row is held to the commit. Give shards in order."""
    tx.put(
        """WITH next AS (
            INSERT INTO sensing.shard AS s (shard, seq) VALUES (%(shard)s, 1)
            ON CONFLICT (shard) DO UPDATE SET seq = s.seq + 1 RETURNING seq
        ) INSERT INTO sensing.frame (shard, seq, source, received, count, payload, recorded)
        SELECT %(shard)s, seq, %(source)s, %(received)s, %(count)s, %(payload)s, %(recorded)s FROM next""",
        {
            "shard": shard,
            "source": source,
            "received": received,
            "count": count,
            "payload": payload,
            "recorded": tx.at,
        },
    )


def ring(tx: Tx) -> None:
    tx.put("SELECT pg_notify(%s, '')", (CHANNEL,))


async def shards(tx: Tx) -> dict[int, int]:
    """Every shard with the number of its last frame."""
    return {row["shard"]: row["seq"] for row in await tx.rows("SELECT shard, seq FROM sensing.shard ORDER BY shard")}


async def frames(tx: Tx, shard: int, after: int, most_readings: int, most_frames: int) -> list[dict[str, Any]]:
    """The frames after a number, in order, until they hold so many readings together (at least one frame)."""
    return await tx.rows(
        """SELECT seq, payload, received FROM (
            SELECT seq, payload, received, sum(count) OVER (ORDER BY seq) - count AS before FROM (
                SELECT seq, count, payload, received FROM sensing.frame
                WHERE shard = %s AND seq > %s ORDER BY seq LIMIT %s
            ) f
        ) g WHERE before < %s ORDER BY seq""",
        (shard, after, most_frames, most_readings),
    )


async def acquire(
    tx: Tx, purpose: str, shard: int, holder: UUID, at: datetime, until: datetime
) -> dict[str, Any] | None:
    """Take or prolong a lease; a new holder gets a new fence. None while somebody else holds it."""
    return await tx.row(
        """INSERT INTO sensing.lease AS l (purpose, shard, holder, fence, until) VALUES (%s, %s, %s, 1, %s)
        ON CONFLICT (purpose, shard) DO UPDATE SET until = excluded.until, holder = excluded.holder,
            fence = l.fence + CASE WHEN l.holder = excluded.holder THEN 0 ELSE 1 END
        WHERE l.holder = excluded.holder OR l.until <= %s
        RETURNING fence, seq""",
        (purpose, shard, holder, until, at),
    )


async def advance(tx: Tx, purpose: str, shard: int, fence: int, seq: int) -> bool:
    """Move a holder's cursor; False when somebody else has taken the lease since."""
    return (
        await tx.count(
            "UPDATE sensing.lease SET seq = %s WHERE purpose = %s AND shard = %s AND fence = %s AND seq <= %s",
            (seq, purpose, shard, fence, seq),
        )
        == 1
    )


async def frames_of_many(
    tx: Tx, shards: Sequence[int], after: Sequence[int], most_readings: int, most_frames: int
) -> list[dict[str, Any]]:
    """The frames of several shards, each after a number of its own, in order: one trip."""
    return await tx.rows(
        """SELECT p.shard, g.seq, g.payload, g.received FROM unnest(%s::int[], %s::bigint[]) AS p(shard, after)
        CROSS JOIN LATERAL (
            SELECT seq, payload, received, sum(count) OVER (ORDER BY seq) - count AS before FROM (
                SELECT seq, count, payload, received FROM sensing.frame
                WHERE shard = p.shard AND seq > p.after ORDER BY seq LIMIT %s
            ) f
        ) g WHERE g.before < %s ORDER BY p.shard, g.seq""",
        (list(shards), list(after), most_frames, most_readings),
    )


def move(tx: Tx, purpose: str, shard: int, fence: int, seq: int, check: Callable[[Any], None]) -> None:
    """Queue the move of a holder's cursor; `check` sees None when somebody else has taken the lease since."""
    tx.expect(
        """UPDATE sensing.lease SET seq = %s WHERE purpose = %s AND shard = %s AND fence = %s AND seq <= %s
        RETURNING seq""",
        (seq, purpose, shard, fence, seq),
        check,
    )


def release(tx: Tx, purpose: str, shard: int, fence: int, at: datetime) -> None:
    tx.put(
        "UPDATE sensing.lease SET until = %s WHERE purpose = %s AND shard = %s AND fence = %s",
        (at, purpose, shard, fence),
    )


async def positions(tx: Tx, purpose: str) -> dict[int, int]:
    """How far a purpose has come in each shard."""
    rows = await tx.rows("SELECT shard, seq FROM sensing.lease WHERE purpose = %s", (purpose,))
    return {row["shard"]: row["seq"] for row in rows}


async def forget(tx: Tx, before: datetime) -> int:
    """Delete the frames recorded before a moment that every purpose has passed; return how many."""
    return await tx.count(
        """DELETE FROM sensing.frame f USING (
            SELECT shard, min(seq) AS seq FROM sensing.lease GROUP BY shard
        ) done WHERE f.shard = done.shard AND f.seq <= done.seq AND f.recorded < %s""",
        (before,),
    )


async def latest(tx: Tx) -> list[dict[str, Any]]:
    return await tx.rows("SELECT shard, seq, packed FROM sensing.latest ORDER BY shard")


def keep_latest(tx: Tx, shard: int, seq: int, packed: bytes) -> None:
    """Write a shard's latest values, unless later ones stand there."""
    tx.put(
        """INSERT INTO sensing.latest AS l (shard, seq, packed, recorded) VALUES (%s, %s, %s, %s)
        ON CONFLICT (shard) DO UPDATE SET seq = excluded.seq, packed = excluded.packed, recorded = excluded.recorded
        WHERE l.seq < excluded.seq""",
        (shard, seq, packed, tx.at),
    )


def insert_quarantine(tx: Tx, rows: Sequence[tuple[UUID, str, str, str, bool, bytes, datetime]]) -> None:
    for row in rows:
        tx.gather(
            "INSERT INTO sensing.quarantine (id, source, external_id, reason, sealed, raw, at, recorded)",
            (*row, tx.at),
        )


def insert_pushed(tx: Tx, rows: Sequence[tuple[UUID, str, bool, bytes, datetime]]) -> None:
    for row in rows:
        tx.gather("INSERT INTO sensing.pushed (id, source, sealed, raw, at, recorded)", (*row, tx.at))


def count_strangers(tx: Tx, rows: Sequence[tuple[str, str, str, int, datetime, datetime]]) -> None:
    """Note who spoke to us: (source, external id, reason, messages, first, last), each sender once."""
    tx.put(
        """INSERT INTO sensing.stranger AS s
            (source, external_id, reason, messages, first_at, last_at, state)
        SELECT x.source, x.external_id, x.reason, x.messages, x.first_at, x.last_at, 'waiting'
        FROM unnest(%s::text[], %s::text[], %s::text[], %s::bigint[], %s::timestamptz[], %s::timestamptz[])
            AS x(source, external_id, reason, messages, first_at, last_at)
        ORDER BY x.source, x.external_id
        ON CONFLICT (source, external_id) DO UPDATE SET messages = s.messages + excluded.messages,
            reason = excluded.reason, last_at = greatest(s.last_at, excluded.last_at)""",
        tuple(list(column) for column in zip(*rows, strict=True)),
    )
