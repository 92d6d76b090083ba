"""SQL of orders and of prompts and supervision orders on cases."""

from collections.abc import Sequence
from dataclasses import fields
from datetime import datetime
from typing import Any, LiteralString
from uuid import UUID

from yiwang.command.model import Instruction
from yiwang.db.tx import Tx

_ROW: LiteralString = ", ".join(f"i.{field.name}" for field in fields(Instruction))
_NAMES: LiteralString = ", ".join(field.name for field in fields(Instruction))
_MARKS: LiteralString = ", ".join(["%s"] * len(fields(Instruction)))


async def serial(tx: Tx) -> int:
    return int(await tx.value("SELECT nextval('command.number')"))


def insert(tx: Tx, order: Instruction) -> None:
    tx.put(
        f"INSERT INTO command.instruction ({_NAMES}, recorded) VALUES ({_MARKS}, %s)",
        (*(getattr(order, field.name) for field in fields(Instruction)), tx.at),
    )


async def one(
    tx: Tx, order_id: UUID, where: LiteralString, params: Sequence[Any], *, hold: bool = False
) -> Instruction | None:
    end: LiteralString = " FOR UPDATE OF i" if hold else ""
    row = await tx.row(
        f"SELECT {_ROW} FROM command.instruction i WHERE i.id = %s AND {where}{end}", (order_id, *params)
    )
    return Instruction(**row) if row else None


async def page(
    tx: Tx,
    where: LiteralString,
    params: Sequence[Any],
    *,
    unit: UUID | None,
    case: UUID | None,
    state: str | None,
    after: tuple[datetime, UUID] | None,
    limit: int,
) -> list[Instruction]:
    at, last = after or (None, None)
    rows = await tx.rows(
        f"""SELECT {_ROW} FROM command.instruction i WHERE {where}
          AND (%s::uuid IS NULL OR i.organisation_id = %s) AND (%s::uuid IS NULL OR i.case_id = %s)
          AND (%s::text IS NULL OR i.state = %s) AND (%s::timestamptz IS NULL OR (i.given_at, i.id) < (%s, %s))
        ORDER BY i.given_at DESC, i.id DESC LIMIT %s""",
        (*params, unit, unit, case, case, state, state, at, at, last, limit),
    )
    return [Instruction(**row) for row in rows]


async def count_of_case(tx: Tx, case_id: UUID, kind: str) -> int:
    return int(
        await tx.value(
            "SELECT count(*) FROM command.instruction WHERE case_id = %s AND kind = %s AND state <> 'cancelled'",
            (case_id, kind),
        )
    )


async def move(tx: Tx, order: Instruction, start: Sequence[str], state: str, by: UUID) -> bool:
    """Write a step: the order as it now is, if it is still in one of the states `start`."""
    return (
        await tx.count(
            """UPDATE command.instruction SET state = %s, received_at = %s, done_at = %s, feedback = %s,
                received_by = CASE WHEN %s = 'received' THEN %s ELSE received_by END, version = version + 1
            WHERE id = %s AND state = ANY(%s)""",
            (state, order.received_at, order.done_at, order.feedback, state, by, order.id, list(start)),
        )
        == 1
    )
