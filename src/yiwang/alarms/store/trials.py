"""SQL of trials of rules over the history."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, LiteralString
from uuid import UUID

from psycopg.types.json import Jsonb

from yiwang.db import Tx

MOST_JUDGED = 50_000


@dataclass(frozen=True)
class Trial:
    """A trial as it is on file. `done` is 0 to 1; `result` is there when it is done."""

    id: UUID
    since: datetime
    until: datetime
    jurisdiction_id: UUID | None
    state: str
    done: float
    result: dict[str, Any] | None
    error: str
    asked_by: UUID
    asked_at: datetime
    rules: dict[str, Any]


_ROW: LiteralString = "id, since, until, jurisdiction_id, state, done, result, error, asked_by, asked_at, rules"


def insert(tx: Tx, one: Trial) -> None:
    tx.put(
        """INSERT INTO alarms.trial (id, rules, since, until, jurisdiction_id, state, asked_by, asked_at, recorded)
        VALUES (%s, %s, %s, %s, %s, 'waiting', %s, %s, %s)""",
        (one.id, Jsonb(one.rules), one.since, one.until, one.jurisdiction_id, one.asked_by, one.asked_at, tx.at),
    )


async def one(tx: Tx, trial_id: UUID) -> Trial | None:
    row = await tx.row(f"SELECT {_ROW} FROM alarms.trial WHERE id = %s", (trial_id,))
    return Trial(**row) if row else None


async def of_ids(tx: Tx, ids: Sequence[UUID]) -> dict[UUID, Trial]:
    rows = await tx.rows(f"SELECT {_ROW} FROM alarms.trial WHERE id = ANY(%s)", (list(ids),)) if ids else []
    return {row["id"]: Trial(**row) for row in rows}


async def listed(tx: Tx, limit: int) -> list[Trial]:
    """The latest trials, without their results."""
    rows = await tx.rows(f"SELECT {_ROW} FROM alarms.trial ORDER BY asked_at DESC, id LIMIT %s", (limit,))
    return [Trial(**row | {"result": None}) for row in rows]


async def waiting(tx: Tx) -> int:
    return int(await tx.value("SELECT count(*) FROM alarms.trial WHERE state IN ('waiting', 'running')"))


async def claim(tx: Tx, dead: datetime) -> dict[str, Any] | None:
    """Take the oldest trial that waits, or whose worker has said nothing since `dead`."""
    return await tx.row(
        """UPDATE alarms.trial SET state = 'running', beat = %s, done = 0 WHERE id = (
            SELECT id FROM alarms.trial WHERE state = 'waiting' OR (state = 'running' AND beat < %s)
            ORDER BY asked_at LIMIT 1 FOR UPDATE SKIP LOCKED)
        RETURNING id, rules, since, until, jurisdiction_id""",
        (tx.at, dead),
    )


async def beat(tx: Tx, trial_id: UUID, done: float) -> bool:
    """Say how far it is; False when somebody has stopped it."""
    found = await tx.count(
        "UPDATE alarms.trial SET done = %s, beat = %s WHERE id = %s AND state = 'running'", (done, tx.at, trial_id)
    )
    return found == 1


def finish(tx: Tx, trial_id: UUID, result: dict[str, Any]) -> None:
    tx.put(
        "UPDATE alarms.trial SET state = 'done', done = 1, result = %s WHERE id = %s AND state = 'running'",
        (Jsonb(result), trial_id),
    )


async def fail(tx: Tx, trial_id: UUID, error: str) -> bool:
    found = await tx.count(
        "UPDATE alarms.trial SET state = 'failed', error = %s WHERE id = %s AND state IN ('waiting', 'running')",
        (error, trial_id),
    )
    return found == 1


async def raised(tx: Tx, since: datetime, until: datetime) -> list[dict[str, Any]]:
    """How many alarms there really were in a span, by rule and condition."""
    return await tx.rows(
        """SELECT rule, condition, count(*)::int AS raised FROM alarms.alarm
        WHERE raised_at >= %s AND raised_at < %s AND kind = 'rule' GROUP BY 1, 2 ORDER BY 1, 2""",
        (since, until),
    )


async def judged(
    tx: Tx, since: datetime, until: datetime, rules: Sequence[str], jurisdiction: UUID | None
) -> list[dict[str, Any]]:
    """The alarms of a span that were judged true or false, of a jurisdiction and all below it: when each stood."""
    return await tx.rows(
        """SELECT v.device_id, v.rule, v.condition, v.verdict = 'true' AS true, v.raised_at,
            coalesce(a.recovered_at, a.resolved_at, v.judged_at) AS ended_at
        FROM alarms.verdict v JOIN alarms.alarm a ON a.id = v.alarm_id
        WHERE v.rule = ANY(%s) AND v.raised_at >= %s AND v.raised_at < %s AND v.verdict IN ('true', 'false')
          AND (%s::uuid IS NULL OR v.jurisdiction_id IN (
            SELECT c.descendant FROM access.closure c WHERE c.ancestor = %s))
        ORDER BY v.raised_at DESC LIMIT %s""",
        (list(rules), since, until, jurisdiction, jurisdiction, MOST_JUDGED),
    )


async def names(tx: Tx, devices: Sequence[UUID]) -> dict[str, str]:
    """What people call these devices."""
    rows = await tx.rows(
        "SELECT id, coalesce(nullif(name, ''), code) AS name FROM sensing.device WHERE id = ANY(%s)", (list(devices),)
    )
    return {str(row["id"]): row["name"] for row in rows}
