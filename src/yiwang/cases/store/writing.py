"""All SQL of the cases that changes them, and reading one; lists are in `reading`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any, LiteralString
from uuid import UUID

from psycopg.types.json import Jsonb

from yiwang.base.ids import uuid7
from yiwang.cases.model import Case
from yiwang.db.tx import Tx

COLUMNS: LiteralString = ", ".join(f"c.{field.name}" for field in fields(Case))
_NAMES = tuple(field.name for field in fields(Case))
_JSON = frozenset({"deadline", "dispatch_reason"})
_INSERT: LiteralString = f"INSERT INTO cases.case ({', '.join(_NAMES)}) VALUES ({', '.join(['%s'] * len(_NAMES))})"
# Every column a step may change; the same statement serves all steps, so that it stays prepared.
_MOVED = (
    "state",
    "prior_state",
    "unit_id",
    "post_id",
    "assist_ids",
    "filed_at",
    "dispatched_at",
    "received_at",
    "handled_at",
    "checked_at",
    "closed_at",
    "due_at",
    "receipt_due_at",
    "deadline",
    "dispatch_reason",
    "limit_provisional",
    "rework",
    "returns",
)
_MOVE: LiteralString = f"""WITH moved AS (
        UPDATE cases.case SET {", ".join(f"{name} = %({name})s" for name in _MOVED)}, version = version + 1
        WHERE id = %(id)s AND version = %(version)s RETURNING id, version
    ), ended AS (
        UPDATE cases.clock k SET ended_at = %(at)s FROM moved
        WHERE k.case_id = moved.id AND k.ended_at IS NULL AND k.stage = ANY(%(stop)s)
    ), started AS (
        INSERT INTO cases.clock (case_id, stage, started_at, due_at, reason, step)
        SELECT moved.id, %(stage)s, %(at)s, %(stage_due)s, %(stage_reason)s, moved.version FROM moved
        WHERE %(stage)s::text IS NOT NULL
    )
    INSERT INTO cases.timeline (id, case_id, step, at, actor_id, actor_name, unit_id, text, data, recorded)
    SELECT %(line_id)s, moved.id, %(step)s, %(at)s, %(actor_id)s, %(actor_name)s, %(unit_id)s, %(text)s, %(data)s,
           %(recorded)s
    FROM moved"""


@dataclass(frozen=True)
class Line:
    """One entry of the timeline, as a step writes it."""

    step: str
    at: datetime
    actor_id: UUID | None
    actor_name: str
    text: str
    data: dict[str, Any]


@dataclass(frozen=True)
class StageClock:
    """The clock a step starts: None for `stage` starts none."""

    stage: str | None
    due: datetime | None = None
    reason: str | None = None


def insert_case(tx: Tx, case: Case) -> None:
    tx.put(_INSERT, [Jsonb(getattr(case, n)) if n in _JSON else getattr(case, n) for n in _NAMES])


def start_clock(tx: Tx, case_id: UUID, clock: StageClock, at: datetime, step: int) -> None:
    tx.put(
        """INSERT INTO cases.clock (case_id, stage, started_at, due_at, reason, step) VALUES (%s,%s,%s,%s,%s,%s)""",
        (case_id, clock.stage, at, clock.due, clock.reason, step),
    )


def move(tx: Tx, case: Case, line: Line, clock: StageClock, stop: Sequence[str]) -> None:
    """Write a step: the case as it now is, the clocks it stops and starts, its line of the timeline; one statement.

    `case.version` is the version the row has now. The row is held by `lock`, so the guard on the version cannot
    fail; it stays as the second lock on the door.
    """
    params: dict[str, Any] = {
        name: Jsonb(getattr(case, name)) if name in _JSON else getattr(case, name) for name in _MOVED
    }
    params.update(
        id=case.id,
        version=case.version,
        at=line.at,
        stop=list(stop),
        stage=clock.stage,
        stage_due=clock.due,
        stage_reason=clock.reason,
        line_id=uuid7(tx.at),
        step=line.step,
        actor_id=line.actor_id,
        actor_name=line.actor_name,
        text=line.text,
        data=Jsonb(line.data),
        recorded=tx.at,
    )
    tx.put(_MOVE, params)


def add_line(tx: Tx, case_id: UUID, unit_id: UUID | None, line: Line) -> None:
    """Append to the timeline; nothing there is ever changed."""
    tx.put(
        """INSERT INTO cases.timeline (id, case_id, step, at, actor_id, actor_name, unit_id, text, data, recorded)
        VALUES (%s,%s,%s,%s,%s,%s,%s,%s,%s,%s)""",
        (
            uuid7(tx.at),
            case_id,
            line.step,
            line.at,
            line.actor_id,
            line.actor_name,
            unit_id,
            line.text,
            Jsonb(line.data),
            tx.at,
        ),
    )


async def lock(tx: Tx, case_id: UUID, condition: LiteralString, params: Sequence[Any]) -> Case | None:
    """Return a case within the scope's condition and hold its row until the transaction ends."""
    row = await tx.row(
        f"SELECT {COLUMNS} FROM cases.case c WHERE c.id = %s AND {condition} FOR UPDATE OF c", (case_id, *params)
    )
    return Case(**row) if row else None


def vouch(tx: Tx, case: Case, condition: LiteralString, params: Sequence[Any]) -> None:
    """Hold the row of a case that is remembered; nothing goes on unless it is as it was, within the scope's condition.

    The version tells: every statement that changes a case counts it up.
    """
    tx.vouch(
        f"""SELECT 1 / count(*) AS same FROM (
            SELECT FROM cases.case c WHERE c.id = %s AND c.version = %s AND {condition} FOR UPDATE OF c) x""",
        (case.id, case.version, *params),
    )


async def see(tx: Tx, case_id: UUID, condition: LiteralString, params: Sequence[Any]) -> Case | None:
    """Return a case within the scope's condition, None when it is not there or may not be seen."""
    row = await tx.row(f"SELECT {COLUMNS} FROM cases.case c WHERE c.id = %s AND {condition}", (case_id, *params))
    return Case(**row) if row else None


def assign(
    tx: Tx, case_id: UUID, unit_id: UUID, post_id: UUID | None, role: str, at: datetime, due: datetime | None
) -> None:
    tx.put(
        """INSERT INTO cases.assignment (id, case_id, unit_id, post_id, role, state, sent_at, receipt_due_at)
        VALUES (%s,%s,%s,%s,%s,'sent',%s,%s)""",
        (uuid7(tx.at), case_id, unit_id, post_id, role, at, due),
    )


def receive_assignment(tx: Tx, case_id: UUID, at: datetime) -> None:
    tx.put(
        """UPDATE cases.assignment SET state = 'received', received_at = %s
        WHERE case_id = %s AND state = 'sent' AND role = 'lead'""",
        (at, case_id),
    )


def end_assignments(
    tx: Tx, case_id: UUID, state: str, at: datetime, reason: str | None = None, *, lead_only: bool = False
) -> None:
    """End the running assignments of a case: done, returned or withdrawn."""
    tx.put(
        """UPDATE cases.assignment SET state = %s, ended_at = %s, reason = %s
        WHERE case_id = %s AND state IN ('sent', 'received') AND (role = 'lead' OR NOT %s)""",
        (state, at, reason, case_id, lead_only),
    )


def reopen_assignment(tx: Tx, case_id: UUID) -> None:
    """Rework: the lead's last assignment runs again."""
    tx.put(
        """UPDATE cases.assignment SET state = 'received', ended_at = NULL WHERE id = (
            SELECT id FROM cases.assignment WHERE case_id = %s AND role = 'lead' AND state = 'done'
            ORDER BY sent_at DESC, id DESC LIMIT 1)""",
        (case_id,),
    )


async def open_by_matter(tx: Tx, at: datetime, after: UUID, limit: int) -> list[Case]:
    """Return open cases not yet due whose due time follows from their matter, by id; their rows are held."""
    rows = await tx.rows(
        f"""SELECT {COLUMNS} FROM cases.case c WHERE c.closed_at IS NULL AND c.due_at > %s
          AND c.deadline ->> 'by' = 'matter' AND c.filed_at IS NOT NULL AND c.id > %s
        ORDER BY c.id LIMIT %s FOR UPDATE OF c""",
        (at, after, limit),
    )
    return [Case(**row) for row in rows]


def redate(tx: Tx, case: Case) -> None:
    """Write a new due time, to the case and to its running total clock."""
    tx.put(
        """WITH moved AS (
            UPDATE cases.case SET due_at = %s, deadline = %s, limit_provisional = %s, version = version + 1
            WHERE id = %s RETURNING id)
        UPDATE cases.clock k SET due_at = %s, reason = %s FROM moved
        WHERE k.case_id = moved.id AND k.stage = 'total' AND k.ended_at IS NULL""",
        (case.due_at, Jsonb(case.deadline), case.limit_provisional, case.id, case.due_at, case.deadline["zh"]),
    )


async def claim(
    tx: Tx, case_id: UUID, account: UUID, name: str, condition: LiteralString, params: Sequence[Any]
) -> bool:
    """Take an open case nobody has; say whether it was taken."""
    return (
        await tx.count(
            f"""UPDATE cases.case c SET claimed_by = %s, claimed_name = %s, version = version + 1
            WHERE c.id = %s AND c.claimed_by IS NULL AND c.closed_at IS NULL AND {condition}""",
            (account, name, case_id, *params),
        )
        == 1
    )


async def release(tx: Tx, case_id: UUID, account: UUID) -> bool:
    return (
        await tx.count(
            """UPDATE cases.case SET claimed_by = NULL, claimed_name = NULL, version = version + 1
            WHERE id = %s AND claimed_by = %s""",
            (case_id, account),
        )
        == 1
    )


def count_report(tx: Tx, case_id: UUID, more: int) -> None:
    tx.put("UPDATE cases.case SET reports = reports + %s, version = version + 1 WHERE id = %s", (more, case_id))


def set_reports(tx: Tx, counted: Mapping[UUID, int]) -> None:
    """Say anew how many reports the events of these cases have."""
    tx.put(
        """UPDATE cases.case c SET reports = x.n, version = version + 1
        FROM unnest(%s::uuid[], %s::int[]) AS x(id, n) WHERE c.id = x.id AND c.reports <> x.n""",
        (list(counted), list(counted.values())),
    )


def set_place(tx: Tx, case: Case) -> None:
    """Write where a case is; its row is held."""
    tx.put(
        """UPDATE cases.case SET lon = %s, lat = %s, place_text = %s, jurisdiction_id = %s, version = version + 1
        WHERE id = %s AND version = %s""",
        (case.lon, case.lat, case.place_text, case.jurisdiction_id, case.id, case.version),
    )


def make_urgent(tx: Tx, case_id: UUID) -> None:
    tx.put("UPDATE cases.case SET urgent = true, version = version + 1 WHERE id = %s", (case_id,))


def add_photos(tx: Tx, case_id: UUID, file_ids: Sequence[UUID], taken: str, at: datetime) -> None:
    tx.put(
        """INSERT INTO cases.photo (case_id, file_id, taken, added_at)
        SELECT %s, f, %s, %s FROM unnest(%s::uuid[]) AS f ON CONFLICT DO NOTHING""",
        (case_id, taken, at, list(file_ids)),
    )
