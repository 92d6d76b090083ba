"""SQL of attendance and of patrol tracks."""

from collections.abc import Sequence
from dataclasses import fields
from datetime import datetime
from typing import Any, LiteralString
from uuid import UUID

from yiwang.command.model import Attendance
from yiwang.db.tx import Tx

_ROW: LiteralString = ", ".join(f"a.{field.name}" for field in fields(Attendance))


async def sign_in(tx: Tx, row: Attendance, source: tuple[str, str] | None = None) -> bool:
    """Write how a shift is kept; False when it is written already."""
    names = [field.name for field in fields(Attendance)]
    columns: LiteralString = ", ".join(field.name for field in fields(Attendance))
    marks: LiteralString = ", ".join(["%s"] * len(names))
    return (
        await tx.count(
            f"""INSERT INTO command.attendance ({columns}, source, source_id, recorded)
            VALUES ({marks}, %s, %s, %s) ON CONFLICT DO NOTHING""",
            (*(getattr(row, name) for name in names), *(source or (None, None)), tx.at),
        )
        == 1
    )


async def running(tx: Tx, staff: UUID, *, hold: bool = False) -> Attendance | None:
    """Return the shift a person is signed in to."""
    end: LiteralString = " FOR UPDATE" if hold else ""
    row = await tx.row(
        f"SELECT {_ROW} FROM command.attendance a WHERE a.staff_id = %s AND a.state = 'on'"
        " ORDER BY a.starts DESC LIMIT 1" + end,
        (staff,),
    )
    return Attendance(**row) if row else None


async def latest(tx: Tx, staff: UUID) -> Attendance | None:
    """Return the shift a person is signed in to, else the last one they signed in to."""
    row = await tx.row(
        f"""SELECT {_ROW} FROM command.attendance a WHERE a.staff_id = %s AND a.in_at IS NOT NULL
        ORDER BY (a.state = 'on') DESC, a.starts DESC LIMIT 1""",
        (staff,),
    )
    return Attendance(**row) if row else None


async def sign_out(tx: Tx, attendance_id: UUID, at: datetime, place: bool | None, early: int) -> bool:
    return (
        await tx.count(
            """UPDATE command.attendance SET state = 'off', out_at = %s, out_place = %s, early_seconds = %s
            WHERE id = %s AND state = 'on'""",
            (at, place, early, attendance_id),
        )
        == 1
    )


async def of_shift(tx: Tx, staff: UUID, post: UUID, starts: datetime) -> Attendance | None:
    row = await tx.row(
        f"SELECT {_ROW} FROM command.attendance a WHERE a.staff_id = %s AND a.post_id = %s AND a.starts = %s",
        (staff, post, starts),
    )
    return Attendance(**row) if row else None


async def one(tx: Tx, attendance_id: UUID, where: LiteralString, params: Sequence[Any]) -> Attendance | None:
    row = await tx.row(f"SELECT {_ROW} FROM command.attendance a WHERE a.id = %s AND {where}", (attendance_id, *params))
    return Attendance(**row) if row else None


async def page(
    tx: Tx,
    where: LiteralString,
    params: Sequence[Any],
    *,
    unit: UUID | None,
    start: datetime,
    end: datetime,
    after: tuple[datetime, UUID] | None,
    limit: int,
) -> list[Attendance]:
    at, last = after or (None, None)
    rows = await tx.rows(
        f"""SELECT {_ROW} FROM command.attendance a WHERE {where} AND (%s::uuid IS NULL OR a.organisation_id = %s)
          AND a.starts >= %s AND a.starts < %s AND (%s::timestamptz IS NULL OR (a.starts, a.id) < (%s, %s))
        ORDER BY a.starts DESC, a.id DESC LIMIT %s""",
        (*params, unit, unit, start, end, at, at, last, limit),
    )
    return [Attendance(**row) for row in rows]


async def known(tx: Tx, source: str, ids: Sequence[str]) -> set[str]:
    rows = await tx.rows(
        "SELECT source_id FROM command.attendance WHERE source = %s AND source_id = ANY(%s)", (source, list(ids))
    )
    return {row["source_id"] for row in rows}


def insert_track(tx: Tx, values: dict[str, Any]) -> None:
    tx.put(
        """INSERT INTO command.track (id, attendance_id, staff_id, organisation_id, jurisdiction_id, first_at, last_at,
            points, metres, packed, recorded)
        VALUES (%(id)s, %(attendance_id)s, %(staff_id)s, %(organisation_id)s, %(jurisdiction_id)s, %(first_at)s,
            %(last_at)s, %(points)s, %(metres)s, %(packed)s, %(recorded)s)""",
        {**values, "recorded": tx.at},
    )


async def last_point(tx: Tx, attendance_id: UUID) -> datetime | None:
    found: datetime | None = await tx.value(
        "SELECT max(last_at) FROM command.track WHERE attendance_id = %s", (attendance_id,)
    )
    return found


async def tracks(tx: Tx, attendance_id: UUID) -> list[dict[str, Any]]:
    return await tx.rows(
        """SELECT first_at, last_at, points, metres, packed FROM command.track
        WHERE attendance_id = %s ORDER BY first_at, id""",
        (attendance_id,),
    )


async def forget_tracks(tx: Tx, before: datetime) -> int:
    return await tx.count("DELETE FROM command.track WHERE recorded < %s", (before,))
