"""SQL of warnings and of who was told."""

from collections.abc import Sequence
from dataclasses import fields
from datetime import datetime
from typing import Any, LiteralString
from uuid import UUID

from yiwang.command.model import Alert
from yiwang.db.tx import Tx

_ROW: LiteralString = ", ".join(f"w.{field.name}" for field in fields(Alert))
_NAMES: LiteralString = ", ".join(field.name for field in fields(Alert))
_MARKS: LiteralString = ", ".join(["%s"] * len(fields(Alert)))


def insert(tx: Tx, alert: Alert, by: UUID, told: Sequence[tuple[UUID, UUID | None]]) -> None:
    tx.put(
        f"INSERT INTO command.warning ({_NAMES}, issued_by, recorded) VALUES ({_MARKS}, %s, %s)",
        (*(getattr(alert, field.name) for field in fields(Alert)), by, tx.at),
    )
    tx.put(
        """INSERT INTO command.warning_receipt (warning_id, organisation_id, jurisdiction_id, told_at)
        SELECT %s, x.unit, x.place, %s FROM unnest(%s::uuid[], %s::uuid[]) AS x(unit, place)""",
        (alert.id, alert.issued_at, [unit for unit, _ in told], [place for _, place in told]),
    )


def _seen(where: LiteralString) -> LiteralString:
    """A warning is seen by whoever may see one of the places it is for, or one of the units that were told."""
    return f"""(EXISTS (SELECT 1 FROM command.warning_receipt c WHERE c.warning_id = w.id AND {where})
        OR EXISTS (SELECT 1 FROM unnest(w.area) AS c(jurisdiction_id), LATERAL (SELECT NULL::uuid AS organisation_id) u
            WHERE {where.replace("c.organisation_id", "u.organisation_id")}))"""


async def one(
    tx: Tx, warning_id: UUID, where: LiteralString, params: Sequence[Any], *, hold: bool = False
) -> Alert | None:
    end: LiteralString = " FOR UPDATE OF w" if hold else ""
    row = await tx.row(
        f"SELECT {_ROW} FROM command.warning w WHERE w.id = %s AND {_seen(where)}{end}",
        (warning_id, *params, *params),
    )
    return Alert(**row) if row else None


async def page(
    tx: Tx,
    where: LiteralString,
    params: Sequence[Any],
    state: str | None,
    after: tuple[datetime, UUID] | None,
    limit: int,
) -> list[Alert]:
    at, last = after or (None, None)
    rows = await tx.rows(
        f"""SELECT {_ROW} FROM command.warning w WHERE {_seen(where)} AND (%s::text IS NULL OR w.state = %s)
          AND (%s::timestamptz IS NULL OR (w.issued_at, w.id) < (%s, %s))
        ORDER BY w.issued_at DESC, w.id DESC LIMIT %s""",
        (*params, *params, state, state, at, at, last, limit),
    )
    return [Alert(**row) for row in rows]


async def end(tx: Tx, warning_id: UUID, start: Sequence[str], state: str, at: datetime) -> bool:
    return (
        await tx.count(
            """UPDATE command.warning SET state = %s, ended_at = %s, version = version + 1
            WHERE id = %s AND state = ANY(%s)""",
            (state, at, warning_id, list(start)),
        )
        == 1
    )


async def receipts(tx: Tx, warning_id: UUID, where: LiteralString, params: Sequence[Any]) -> list[dict[str, Any]]:
    return await tx.rows(
        f"""SELECT c.organisation_id, c.told_at, c.reminded_at, c.received_at FROM command.warning_receipt c
        WHERE c.warning_id = %s AND {where} ORDER BY c.received_at NULLS FIRST, c.organisation_id""",
        (warning_id, *params),
    )


async def receive(
    tx: Tx, warning_id: UUID, unit: UUID, by: UUID, at: datetime, where: LiteralString, params: Sequence[Any]
) -> datetime | None:
    """Note that a unit knows; return when it was told, None when there is nothing to note."""
    found: datetime | None = await tx.value(
        f"""UPDATE command.warning_receipt c SET received_at = %s, received_by = %s
        WHERE c.warning_id = %s AND c.organisation_id = %s AND c.received_at IS NULL AND {where} RETURNING c.told_at""",
        (at, by, warning_id, unit, *params),
    )
    return found


async def remind(tx: Tx, warning_id: UUID, at: datetime) -> list[UUID]:
    """Note that the units which have not answered are reminded; return which."""
    rows = await tx.rows(
        """UPDATE command.warning_receipt SET reminded_at = %s
        WHERE warning_id = %s AND received_at IS NULL AND reminded_at IS NULL RETURNING organisation_id""",
        (at, warning_id),
    )
    return [row["organisation_id"] for row in rows]
