"""SQL of the application itself: how far a replay has come, which transactions are over, which processes live."""

from datetime import datetime
from typing import Any
from uuid import UUID

from psycopg import AsyncConnection

from yiwang.db import Tx


async def replay_progress(tx: Tx, key: str) -> int:
    """Return how many actions of a replay are done."""
    return int(await tx.value("SELECT done FROM app.replay WHERE key = %s", (key,)) or 0)


async def advance_replay(tx: Tx, key: str, done: int, then: int) -> bool:
    """Mark the actions from `done` to `then` as done with the transaction that does them; False when some were done."""
    return (
        await tx.count(
            """INSERT INTO app.replay AS r (key, done, recorded) VALUES (%(key)s, %(then)s, %(at)s)
            ON CONFLICT (key) DO UPDATE SET done = %(then)s, recorded = %(at)s WHERE r.done = %(done)s""",
            {"key": key, "done": done, "then": then, "at": tx.at},
        )
        == 1
    )


async def newest_transaction(tx: Tx) -> int:
    """Return a number above that of every transaction begun so far."""
    return int(await tx.value("SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint"))


async def oldest_running(tx: Tx) -> int:
    """Return the number below which every transaction is over: the log is read up to there."""
    return int(await tx.value("SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint"))


async def standing(connection: AsyncConnection) -> tuple[datetime, str | None, datetime | None]:
    """Return the database's own clock, the revision of its tables, and when the youngest worker said it lives."""
    # The one place where the database's clock is asked: not for a time, but for how far it is from ours.
    found = await connection.execute(
        """SELECT timeofday()::timestamptz, (SELECT max(version_num) FROM db.version),
            (SELECT max(beaten) FROM app.heartbeat WHERE role = 'worker')"""
    )
    moment, revision, beaten = await found.fetchone() or (None, None, None)
    assert moment is not None
    return moment, revision, beaten


def beat(tx: Tx, process: UUID, role: str, started: datetime) -> None:
    """Say that a process lives."""
    tx.put(
        """INSERT INTO app.heartbeat (id, role, started, beaten) VALUES (%(id)s, %(role)s, %(started)s, %(at)s)
        ON CONFLICT (id) DO UPDATE SET beaten = %(at)s""",
        {"id": process, "role": role, "started": started, "at": tx.at},
    )


def forget_beats(tx: Tx, before: datetime) -> None:
    """Remove processes that are long gone."""
    tx.put("DELETE FROM app.heartbeat WHERE beaten < %s", (before,))


async def demo(tx: Tx) -> dict[str, Any] | None:
    """Return how far the made-up district is."""
    return await tx.row("SELECT seed, scale, anchor, stage, share, done FROM app.demo")


def begin_demo(tx: Tx, seed: int, scale: float, anchor: datetime) -> None:
    """Put the row of the made-up district where there is none."""
    tx.put(
        """INSERT INTO app.demo (seed, scale, anchor, stage, share, recorded)
        VALUES (%s, %s, %s, 'waiting', 0, %s) ON CONFLICT DO NOTHING""",
        (seed, scale, anchor, tx.at),
    )


def advance_demo(tx: Tx, stage: str, share: float, finished: str | None) -> None:
    """Write how far it is; the share never goes back."""
    tx.put(
        """UPDATE app.demo SET stage = %(stage)s, share = greatest(share, %(share)s), recorded = %(at)s,
            done = CASE WHEN %(part)s::text IS NULL OR %(part)s = ANY (done) THEN done
                ELSE done || %(part)s::text END""",
        {"stage": stage, "share": share, "part": finished, "at": tx.at},
    )
