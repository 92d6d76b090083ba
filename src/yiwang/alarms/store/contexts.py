"""SQL of contexts: named conditions over places and times."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, LiteralString
from uuid import UUID

from yiwang.alarms.model.changes import Context
from yiwang.db import Tx

_ROW: LiteralString = """c.id, c.code, c.begins, c.ends, c.device_id, c.jurisdiction_id, c.lon, c.lat, c.radius_m,
    c.reason, c.source, c.set_name, c.ended_name, c.end_reason"""

STATES: dict[str | None, LiteralString] = {
    None: "(c.ends IS NULL OR c.ends > %s)",
    "pending": "c.begins > %s",
    "active": "c.begins <= %s AND (c.ends IS NULL OR c.ends > %s)",
    "ended": "c.ends <= %s",
}


async def put(tx: Tx, one: Context, set_by: UUID) -> UUID:
    """Write a context, or change the one of the same code and source; return its id."""
    found: UUID = await tx.value(
        """INSERT INTO alarms.context (id, code, begins, ends, device_id, jurisdiction_id, lon, lat, radius_m, reason,
            source, set_by, recorded, set_name)
        VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)
        ON CONFLICT (code, source) DO UPDATE SET begins = excluded.begins, ends = excluded.ends,
            device_id = excluded.device_id, jurisdiction_id = excluded.jurisdiction_id, lon = excluded.lon,
            lat = excluded.lat, radius_m = excluded.radius_m, reason = excluded.reason, set_by = excluded.set_by,
            recorded = excluded.recorded, set_name = excluded.set_name, ended_name = '', end_reason = ''
        RETURNING id""",
        (
            one.id, one.code, one.begins, one.ends, one.device_id, one.jurisdiction_id, one.lon, one.lat, one.radius_m,
            one.reason, one.source, set_by, tx.at, one.set_name,
        ),
    )  # fmt: skip
    return found


async def meeting(tx: Tx, since: datetime, until: datetime) -> list[Context]:
    """The contexts that hold anywhere at any time of a span."""
    rows = await tx.rows(
        f"SELECT {_ROW} FROM alarms.context c WHERE begins <= %s AND (ends IS NULL OR ends > %s)", (until, since)
    )
    return [Context(**row) for row in rows]


async def one(tx: Tx, context_id: UUID) -> Context | None:
    row = await tx.row(f"SELECT {_ROW} FROM alarms.context c WHERE id = %s FOR UPDATE", (context_id,))
    return Context(**row) if row else None


async def listed(
    tx: Tx,
    where: LiteralString,
    params: Sequence[Any],
    devices: Sequence[UUID],
    *,
    at: datetime,
    code: str | None,
    state: str | None,
    pattern: str | None,
    after: tuple[datetime, UUID] | None,
    limit: int,
) -> list[Context]:
    """The contexts of a state (None: those that hold or will), newest first."""
    begins, last = after or (None, None)
    holding, times = STATES[state], [at] * STATES[state].count("%s")
    rows = await tx.rows(
        f"""SELECT {_ROW} FROM alarms.context c LEFT JOIN sensing.device n ON n.id = c.device_id
        WHERE {holding}
          AND (%s::text IS NULL OR c.code = %s) AND ({where} OR c.device_id = ANY(%s))
          AND (%s::text IS NULL
              OR concat_ws(' ', c.code, c.reason, c.source, c.set_name, n.code, n.name) ILIKE %s)
          AND (%s::timestamptz IS NULL OR (c.begins, c.id) < (%s, %s))
        ORDER BY c.begins DESC, c.id DESC LIMIT %s""",
        (*times, code, code, *params, list(devices), pattern, pattern, begins, begins, last, limit),
    )
    return [Context(**row) for row in rows]


async def end(tx: Tx, context_id: UUID, at: datetime, name: str, reason: str) -> bool:
    """End a context; one that has not begun never holds."""
    return (
        await tx.count(
            """UPDATE alarms.context SET ends = greatest(%s, begins + interval '1 microsecond'),
                ended_name = %s, end_reason = %s
            WHERE id = %s AND (ends IS NULL OR ends > %s)""",
            (at, name, reason, context_id, at),
        )
        == 1
    )


def like(words: str | None) -> str | None:
    """Return words as a pattern that finds them anywhere."""
    return None if words is None else "%" + words.replace("\\", r"\\").replace("%", r"\%").replace("_", r"\_") + "%"


async def device_names(tx: Tx, ids: Sequence[UUID]) -> dict[UUID, str]:
    """What devices are called: their name, else their code."""
    rows = await tx.rows(
        "SELECT id, coalesce(nullif(name, ''), code) AS name FROM sensing.device WHERE id = ANY(%s)", (list(ids),)
    )
    return {row["id"]: row["name"] for row in rows}
