"""SQL of rosters and swaps."""

from collections.abc import Sequence
from dataclasses import fields
from datetime import datetime
from typing import Any, LiteralString
from uuid import UUID

from yiwang.base.ids import uuid7
from yiwang.command.model import Planned, Roster
from yiwang.db.tx import Tx

_ROSTER: LiteralString = ", ".join(f"r.{field.name}" for field in fields(Roster))


def insert(tx: Tx, roster: Roster) -> None:
    tx.put(
        """INSERT INTO command.roster
            (id, organisation_id, jurisdiction_id, starts, ends, state, note, made_by, recorded)
        VALUES (%s,%s,%s,%s,%s,%s,%s,%s,%s)""",
        (
            roster.id,
            roster.organisation_id,
            roster.jurisdiction_id,
            roster.starts,
            roster.ends,
            roster.state,
            roster.note,
            roster.made_by,
            tx.at,
        ),
    )


async def one(
    tx: Tx, roster_id: UUID, where: LiteralString, params: Sequence[Any], *, hold: bool = False
) -> Roster | None:
    end: LiteralString = " FOR UPDATE OF r" if hold else ""
    row = await tx.row(f"SELECT {_ROSTER} FROM command.roster r WHERE r.id = %s AND {where}{end}", (roster_id, *params))
    return Roster(**row) if row else None


async def page(
    tx: Tx,
    where: LiteralString,
    params: Sequence[Any],
    unit: UUID | None,
    after: tuple[datetime, UUID] | None,
    limit: int,
) -> list[Roster]:
    at, last = after or (None, None)
    rows = await tx.rows(
        f"""SELECT {_ROSTER} FROM command.roster r WHERE {where} AND (%s::uuid IS NULL OR r.organisation_id = %s)
          AND (%s::timestamptz IS NULL OR (r.starts, r.id) < (%s, %s)) ORDER BY r.starts DESC, r.id DESC LIMIT %s""",
        (*params, unit, unit, at, at, last, limit),
    )
    return [Roster(**row) for row in rows]


async def shifts(tx: Tx, roster_id: UUID) -> list[Planned]:
    rows = await tx.rows(
        """SELECT post_id, staff_id, starts, ends, mode FROM command.roster_shift
        WHERE roster_id = %s ORDER BY starts, post_id, staff_id""",
        (roster_id,),
    )
    return [Planned(**row) for row in rows]


def replace_shifts(tx: Tx, roster_id: UUID, planned: Sequence[Planned]) -> None:
    tx.put("DELETE FROM command.roster_shift WHERE roster_id = %s", (roster_id,))
    tx.put("UPDATE command.roster SET version = version + 1 WHERE id = %s", (roster_id,))
    tx.put(
        """INSERT INTO command.roster_shift (id, roster_id, post_id, staff_id, starts, ends, mode)
        SELECT x.id, %s, x.post, x.staff, x.starts, x.ends, x.mode
        FROM unnest(%s::uuid[], %s::uuid[], %s::uuid[], %s::timestamptz[], %s::timestamptz[], %s::text[])
            AS x(id, post, staff, starts, ends, mode)""",
        (
            roster_id,
            [uuid7(tx.at) for _ in planned],
            [each.post_id for each in planned],
            [each.staff_id for each in planned],
            [each.starts for each in planned],
            [each.ends for each in planned],
            [each.mode for each in planned],
        ),
    )


async def set_state(tx: Tx, roster_id: UUID, start: Sequence[str], state: str, at: datetime, by: UUID) -> bool:
    return (
        await tx.count(
            """UPDATE command.roster SET state = %s, published_at = CASE WHEN %s = 'published' THEN %s END,
                published_by = CASE WHEN %s = 'published' THEN %s::uuid END, version = version + 1
            WHERE id = %s AND state = ANY(%s)""",
            (state, state, at, state, by, roster_id, list(start)),
        )
        == 1
    )


def insert_swap(tx: Tx, values: dict[str, Any]) -> None:
    tx.put(
        """INSERT INTO command.swap (id, organisation_id, jurisdiction_id, shift_id, starts, back_shift_id, from_staff,
            to_staff, reason, state, recorded)
        VALUES (%(id)s, %(organisation_id)s, %(jurisdiction_id)s, %(shift_id)s, %(starts)s, %(back_shift_id)s,
            %(from_staff)s, %(to_staff)s, %(reason)s, 'asked', %(recorded)s)""",
        {**values, "recorded": tx.at},
    )


async def asked_before(tx: Tx, shift_id: UUID) -> bool:
    return bool(await tx.value("SELECT 1 FROM command.swap WHERE shift_id = %s AND state = 'asked'", (shift_id,)))


async def swap(tx: Tx, swap_id: UUID, *, hold: bool = False) -> dict[str, Any] | None:
    if hold:
        tx.put("SELECT 1 FROM command.swap WHERE id = %s FOR UPDATE", (swap_id,))
    return await tx.row("SELECT * FROM command.swap WHERE id = %s", (swap_id,))


async def swaps_of(tx: Tx, staff: UUID, limit: int) -> list[dict[str, Any]]:
    return await tx.rows(
        """SELECT * FROM command.swap WHERE from_staff = %s OR to_staff = %s
        ORDER BY recorded DESC, id DESC LIMIT %s""",
        (staff, staff, limit),
    )


async def end_swap(tx: Tx, swap_id: UUID, start: Sequence[str], state: str, at: datetime) -> bool:
    return (
        await tx.count(
            "UPDATE command.swap SET state = %s, ended_at = %s WHERE id = %s AND state = ANY(%s)",
            (state, at, swap_id, list(start)),
        )
        == 1
    )
