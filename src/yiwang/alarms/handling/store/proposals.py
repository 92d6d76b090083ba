"""SQL of what became of proposals."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import LiteralString
from uuid import UUID

from yiwang.db import Tx


@dataclass(frozen=True)
class Kept:
    """What became of a proposal: the trial of its bound, the last decision. `counted` verdicts were there then."""

    id: UUID
    about: str
    key: str
    trial_id: UUID | None
    trial_bound: float | None
    action: str | None
    decision: str | None
    bound: float | None
    reason: str
    counted: int | None
    decided_by: UUID | None
    decided_name: str
    decided_at: datetime | None


_ROW: LiteralString = ", ".join(Kept.__dataclass_fields__)


async def of_keys(tx: Tx, about: str, keys: Sequence[str]) -> dict[str, Kept]:
    rows = await tx.rows(f"SELECT {_ROW} FROM alarms.proposal WHERE about = %s AND key = ANY(%s)", (about, list(keys)))
    return {row["key"]: Kept(**row) for row in rows}


async def decided(tx: Tx, limit: int) -> list[Kept]:
    """Return what was decided, the newest first."""
    rows = await tx.rows(
        f"SELECT {_ROW} FROM alarms.proposal WHERE decided_at IS NOT NULL ORDER BY decided_at DESC, id LIMIT %s",
        (limit,),
    )
    return [Kept(**row) for row in rows]


def tried(tx: Tx, new: UUID, about: str, key: str, trial: UUID, bound: float) -> None:
    tx.put(
        """INSERT INTO alarms.proposal (id, about, key, trial_id, trial_bound, recorded)
        VALUES (%s, %s, %s, %s, %s, %s)
        ON CONFLICT (about, key) DO UPDATE SET trial_id = excluded.trial_id, trial_bound = excluded.trial_bound""",
        (new, about, key, trial, bound, tx.at),
    )


async def decide(
    tx: Tx,
    new: UUID,
    what: tuple[str, str, str],
    decision: str,
    *,
    bound: float | None,
    reason: str,
    counted: int,
    by: tuple[UUID, str],
    at: datetime,
) -> bool:
    """Keep a decision about a proposal (about, key, action); say whether nobody decided on these verdicts before."""
    return (
        await tx.count(
            """INSERT INTO alarms.proposal AS p (id, about, key, action, decision, bound, reason, counted, decided_by,
                decided_name, decided_at, recorded) VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)
            ON CONFLICT (about, key) DO UPDATE SET action = excluded.action, decision = excluded.decision,
                bound = excluded.bound, reason = excluded.reason, counted = excluded.counted,
                decided_by = excluded.decided_by, decided_name = excluded.decided_name,
                decided_at = excluded.decided_at
            WHERE p.counted IS NULL OR p.counted < excluded.counted""",
            (new, *what, decision, bound, reason, counted, *by, at, tx.at),
        )
        == 1
    )


async def first_judged(tx: Tx, rule: str, condition: str) -> datetime | None:
    """Return when the oldest judged alarm of a condition was raised."""
    found: datetime | None = await tx.value(
        "SELECT min(raised_at) FROM alarms.verdict WHERE rule = %s AND condition = %s", (rule, condition)
    )
    return found
