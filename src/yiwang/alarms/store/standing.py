"""SQL of alarms as their shards and combinations write them."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from psycopg.types.json import Jsonb

from yiwang.alarms.model.changes import Key, Standing
from yiwang.db import Tx

_MOST = 1000  # rows of one statement


@dataclass(slots=True)
class NewAlarm:
    """A row as it begins; what happened to it in the same transaction is in it already."""

    id: UUID
    kind: str
    rule: str
    condition: str
    metric: str
    device_id: UUID
    class_code: str
    jurisdiction_id: UUID | None
    organisation_id: UUID | None
    severity: str
    raised_at: datetime
    value: float | None
    explanation: dict[str, Any]
    contexts: list[str]
    drill: bool
    shard: int | None = None
    series: int | None = None
    together: str | None = None
    state: str = "firing"
    recovered_at: datetime | None = None
    resolved_at: datetime | None = None
    again_at: datetime | None = None
    again: int = 0
    last_value: float | None = None


@dataclass(slots=True)
class Moved:
    """What changes of a standing row: None leaves a moment as it is; `again` is added."""

    id: UUID
    state: str
    recovered_at: datetime | None = None
    resolved_at: datetime | None = None
    again_at: datetime | None = None
    again: int = 0
    last_value: float | None = None


async def of_shard(tx: Tx, shard: int) -> dict[Key, Standing]:
    """The alarms of a shard that are not resolved."""
    rows = await tx.rows(
        """SELECT series, rule, condition, id, severity, state, device_id, class_code, jurisdiction_id
        FROM alarms.alarm WHERE shard = %s AND state <> 'resolved'""",
        (shard,),
    )
    return {(row.pop("series"), row.pop("rule"), row.pop("condition")): Standing(**row) for row in rows}


def insert(tx: Tx, rows: Sequence[NewAlarm]) -> None:
    """Queue new alarms. One that is there already is left alone: its id says that it is the same."""
    for start in range(0, len(rows), _MOST):
        tx.put(
            """INSERT INTO alarms.alarm (id, kind, rule, condition, metric, device_id, class_code, jurisdiction_id,
                organisation_id, severity, raised_at, value, explanation, contexts, drill, shard, series, together,
                state, recovered_at, resolved_at, again_at, again, last_value, recorded)
            SELECT n.*, %s FROM jsonb_to_recordset(%s) AS n(id uuid, kind text, rule text, condition text, metric text,
                device_id uuid, class_code text, jurisdiction_id uuid, organisation_id uuid, severity text,
                raised_at timestamptz, value double precision, explanation jsonb, contexts text[], drill boolean,
                shard integer, series bigint, together text, state text, recovered_at timestamptz,
                resolved_at timestamptz, again_at timestamptz, again integer, last_value double precision)
            ON CONFLICT (id) DO NOTHING""",
            (tx.at, Jsonb([_plain(asdict(row)) for row in rows[start : start + _MOST]])),
        )


def move(tx: Tx, rows: Sequence[Moved]) -> None:
    """Queue what happened to alarms that stood before."""
    for start in range(0, len(rows), _MOST):
        tx.put(
            """UPDATE alarms.alarm a SET state = n.state, recovered_at = coalesce(n.recovered_at, a.recovered_at),
                resolved_at = n.resolved_at, again_at = coalesce(n.again_at, a.again_at), again = a.again + n.again,
                last_value = coalesce(n.last_value, a.last_value), version = a.version + 1
            FROM jsonb_to_recordset(%s) AS n(id uuid, state text, recovered_at timestamptz, resolved_at timestamptz,
                again_at timestamptz, again integer, last_value double precision)
            WHERE a.id = n.id AND a.state <> 'resolved'""",
            (Jsonb([_plain(asdict(row)) for row in rows[start : start + _MOST]]),),
        )


async def still(tx: Tx, ids: Sequence[UUID]) -> set[UUID]:
    """Which of these alarms stand yet, held to the commit: people end alarms beside us."""
    rows = await tx.rows(
        "SELECT id FROM alarms.alarm WHERE id = ANY(%s) AND state <> 'resolved' FOR UPDATE", (sorted(ids),)
    )
    return {row["id"] for row in rows}


async def of_members(tx: Tx, rules: Sequence[str]) -> list[dict[str, Any]]:
    """The firing alarms of these rules: what combinations count."""
    return await tx.rows(
        """SELECT id, series, rule, condition, device_id, class_code, jurisdiction_id, organisation_id, raised_at,
            again_at FROM alarms.alarm WHERE state = 'firing' AND kind = 'rule' AND rule = ANY(%s)""",
        (list(rules),),
    )


async def combined(tx: Tx) -> list[dict[str, Any]]:
    """The combinations that stand; held to the commit, so that two readers of the log do not end one twice."""
    return await tx.rows(
        """SELECT id, rule, condition, together, severity, device_id, class_code, jurisdiction_id FROM alarms.alarm
        WHERE kind = 'combination' AND state <> 'resolved' FOR UPDATE"""
    )


async def delays(tx: Tx, since: datetime) -> list[tuple[datetime, datetime]]:
    """When each alarm recorded since a moment was raised, by its reading's time, and when it was recorded."""
    rows = await tx.rows(
        "SELECT raised_at, recorded FROM alarms.alarm WHERE recorded >= %s AND kind = 'rule'", (since,)
    )
    return [(row["raised_at"], row["recorded"]) for row in rows]


async def raised_since(tx: Tx, since: datetime) -> list[tuple[UUID, datetime]]:
    """Every alarm of a rule that was raised since a moment of its readings' times: its id, and that time."""
    rows = await tx.rows("SELECT id, raised_at FROM alarms.alarm WHERE raised_at >= %s AND kind = 'rule'", (since,))
    return [(row["id"], row["raised_at"]) for row in rows]


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    return {key: _text(value) for key, value in row.items()}


def _text(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat()
    return str(value) if isinstance(value, UUID) else value
