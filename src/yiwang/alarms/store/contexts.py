"""SQL of contexts: named conditions over places and times."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, LiteralString
from uuid import UUID

from yiwang.alarms.model.changes import Context
from yiwang.db import Tx

_ROW: LiteralString = "id, code, begins, ends, device_id, jurisdiction_id, lon, lat, radius_m, reason, source"


async def put(tx: Tx, one: Context, set_by: UUID) -> UUID:
    """Write a context, or change the one of the same code and source; return its id."""
    found: UUID = await tx.value(
        """INSERT INTO alarms.context (id, code, begins, ends, device_id, jurisdiction_id, lon, lat, radius_m, reason,
            source, set_by, recorded)
        VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)
        ON CONFLICT (code, source) DO UPDATE SET begins = excluded.begins, ends = excluded.ends,
            device_id = excluded.device_id, jurisdiction_id = excluded.jurisdiction_id, lon = excluded.lon,
            lat = excluded.lat, radius_m = excluded.radius_m, reason = excluded.reason, set_by = excluded.set_by,
            recorded = excluded.recorded
        RETURNING id""",
        (
            one.id, one.code, one.begins, one.ends, one.device_id, one.jurisdiction_id, one.lon, one.lat, one.radius_m,
            one.reason, one.source, set_by, tx.at,
        ),
    )  # fmt: skip
    return found


async def meeting(tx: Tx, since: datetime, until: datetime) -> list[Context]:
    """The contexts that hold anywhere at any time of a span."""
    rows = await tx.rows(
        f"SELECT {_ROW} FROM alarms.context WHERE begins <= %s AND (ends IS NULL OR ends > %s)", (until, since)
    )
    return [Context(**row) for row in rows]


async def one(tx: Tx, context_id: UUID) -> Context | None:
    row = await tx.row(f"SELECT {_ROW} FROM alarms.context WHERE id = %s FOR UPDATE", (context_id,))
    return Context(**row) if row else None


async def listed(
    tx: Tx,
    where: LiteralString,
    params: Sequence[Any],
    devices: Sequence[UUID],
    at: datetime,
    code: str | None,
    limit: int,
) -> list[Context]:
    """The contexts that hold or will, newest first."""
    rows = await tx.rows(
        f"""SELECT {_ROW} FROM alarms.context c
        WHERE (ends IS NULL OR ends > %s) AND (%s::text IS NULL OR code = %s) AND ({where} OR device_id = ANY(%s))
        ORDER BY begins DESC, id LIMIT %s""",
        (at, code, code, *params, list(devices), limit),
    )
    return [Context(**row) for row in rows]


async def end(tx: Tx, context_id: UUID, at: datetime) -> bool:
    """End a context; one that has not begun never holds."""
    return (
        await tx.count(
            """UPDATE alarms.context SET ends = greatest(%s, begins + interval '1 microsecond')
            WHERE id = %s AND (ends IS NULL OR ends > %s)""",
            (at, context_id, at),
        )
        == 1
    )
