"""SQL of upkeep."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, LiteralString
from uuid import UUID

from yiwang.db import Tx


@dataclass(frozen=True)
class Upkeep:
    """Whose device a case of upkeep is about, and when its values were well again."""

    case_id: UUID
    device_id: UUID | None
    maintainer_id: UUID | None
    recovered_at: datetime | None


def insert(tx: Tx, case_id: UUID, device_id: UUID, maintainer_id: UUID | None) -> None:
    tx.put(
        """INSERT INTO cases.upkeep (case_id, device_id, maintainer_id) VALUES (%s,%s,%s)
        ON CONFLICT (case_id) DO NOTHING""",
        (case_id, device_id, maintainer_id),
    )


async def of_cases(tx: Tx, ids: Sequence[UUID]) -> dict[UUID, Upkeep]:
    rows = await tx.rows(
        "SELECT case_id, device_id, maintainer_id, recovered_at FROM cases.upkeep WHERE case_id = ANY(%s)", (list(ids),)
    )
    return {row["case_id"]: Upkeep(**row) for row in rows}


def set_recovered(tx: Tx, case_id: UUID, at: datetime | None) -> None:
    tx.put("UPDATE cases.upkeep SET recovered_at = %s WHERE case_id = %s", (at, case_id))


async def standing(tx: Tx, event_id: UUID) -> int:
    """How many alarms of an event are not well yet."""
    return int(
        await tx.value(
            "SELECT count(*) FROM events.machine_alarm WHERE event_id = %s AND resolved_at IS NULL", (event_id,)
        )
    )


async def page(
    tx: Tx,
    where: LiteralString,
    params: Sequence[Any],
    *,
    maintainer: UUID | None,
    still_open: bool | None,
    after: tuple[str, str] | None,
    limit: int,
) -> list[dict[str, Any]]:
    """Return cases of upkeep, newest first."""
    opened, last = after or (None, None)
    return await tx.rows(
        f"""SELECT c.id AS case_id, c.number, c.state, c.title, c.opened_at, c.closed_at, c.due_at, c.unit_id,
            c.jurisdiction_id, u.device_id, u.maintainer_id, u.recovered_at, coalesce(d.code, '') AS device_code,
            coalesce(d.name, '') AS device_name, coalesce(d.class_code, '') AS class_code
        FROM cases.upkeep u JOIN cases.case c ON c.id = u.case_id LEFT JOIN sensing.device d ON d.id = u.device_id
        WHERE {where} AND (%s::uuid IS NULL OR u.maintainer_id = %s)
          AND (%s::boolean IS NULL OR (c.closed_at IS NULL) = %s)
          AND (%s::timestamptz IS NULL OR (c.opened_at, c.id) < (%s, %s))
        ORDER BY c.opened_at DESC, c.id DESC LIMIT %s""",
        (*params, maintainer, maintainer, still_open, still_open, opened, opened, last, limit),
    )


async def filed_at(tx: Tx, case_id: UUID) -> datetime | None:
    found: datetime | None = await tx.value(
        "SELECT coalesce(filed_at, opened_at) FROM cases.case WHERE id = %s", (case_id,)
    )
    return found
