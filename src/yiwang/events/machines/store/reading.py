"""SQL of looking at events of machines."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, LiteralString
from uuid import UUID

from yiwang.db import Tx
from yiwang.events.model import degrees_around, metres_between


async def counts(tx: Tx, event_id: UUID) -> dict[str, int]:
    row = await tx.row(
        """SELECT count(*) AS alarms, count(DISTINCT device_id) AS devices,
            count(*) FILTER (WHERE resolved_at IS NULL) AS standing
        FROM events.machine_alarm WHERE event_id = %s""",
        (event_id,),
    )
    return row or {"alarms": 0, "devices": 0, "standing": 0}


async def near(
    tx: Tx, event_id: UUID, lon: float, lat: float, metres: float, where: LiteralString, params: Sequence[Any]
) -> list[dict[str, Any]]:
    """Return devices around a point that have an alarm standing which is not this event's, nearest first."""
    dlon, dlat = degrees_around(lat, metres)
    rows = await tx.rows(
        f"""SELECT a.id AS alarm_id, d.id AS device_id, d.code, d.name, d.class_code, a.rule, a.severity, a.raised_at,
            d.lon, d.lat
        FROM sensing.device d JOIN alarms.alarm a ON a.device_id = d.id AND a.state <> 'resolved'
        WHERE d.lon BETWEEN %s AND %s AND d.lat BETWEEN %s AND %s AND {where}
          AND NOT EXISTS (SELECT FROM events.machine_alarm m WHERE m.alarm_id = a.id AND m.event_id = %s)
        LIMIT 200""",
        (lon - dlon, lon + dlon, lat - dlat, lat + dlat, *params, event_id),
    )
    for row in rows:
        row["metres"] = round(metres_between(lon, lat, row.pop("lon"), row.pop("lat")), 1)
    return sorted((row for row in rows if row["metres"] <= metres), key=lambda row: float(row["metres"]))[:20]


async def devices(
    tx: Tx, event_id: UUID, words: str | None, standing: bool | None, after: tuple[str, str] | None, limit: int
) -> list[dict[str, Any]]:
    at, last = after or (None, None)
    sought = "%" + words.replace("\\", r"\\").replace("%", r"\%").replace("_", r"\_") + "%" if words else None
    return await tx.rows(
        """SELECT m.alarm_id, m.device_id, m.raised_at, m.resolved_at, d.code, d.name, d.class_code, d.address,
            d.lon, d.lat, d.jurisdiction_id, d.maintainer_id, a.severity, v.verdict
        FROM events.machine_alarm m JOIN sensing.device d ON d.id = m.device_id
        JOIN alarms.alarm a ON a.id = m.alarm_id LEFT JOIN alarms.verdict v ON v.alarm_id = m.alarm_id
        WHERE m.event_id = %s AND (%s::text IS NULL OR (d.code || ' ' || d.name || ' ' || d.address) ILIKE %s)
          AND (%s::boolean IS NULL OR (m.resolved_at IS NULL) = %s)
          AND (%s::timestamptz IS NULL OR (m.raised_at, m.alarm_id) > (%s, %s))
        ORDER BY m.raised_at, m.alarm_id LIMIT %s""",
        (event_id, sought, sought, standing, standing, at, at, last, limit),
    )


async def waiting(
    tx: Tx,
    where: LiteralString,
    params: Sequence[Any],
    late: bool | None,
    at: datetime,
    after: tuple[str, str] | None,
    limit: int,
) -> list[dict[str, Any]]:
    due, last = after or (None, None)
    return await tx.rows(
        f"""SELECT * FROM (SELECT e.id AS event_id, e.number, e.title, e.text, e.matter_code, e.jurisdiction_id, e.lon,
            e.lat, e.reported_at, e.reports, m.kind, m.class_code, m.rule, m.condition, m.severity, m.device_id,
            m.evidence, m.due_at, m.level, m.recovered_at, coalesce(m.due_at, e.reported_at) AS sort_at,
            m.level > 1 OR coalesce(m.due_at <= %s, true) AS late
            FROM events.event e JOIN events.machine m ON m.event_id = e.id WHERE e.state = 'triage' AND {where}) w
        WHERE (%s::boolean IS NULL OR w.late = %s)
          AND (%s::timestamptz IS NULL OR (w.sort_at, w.event_id) > (%s, %s))
        ORDER BY w.sort_at, w.event_id LIMIT %s""",
        (at, *params, late, late, due, due, last, limit),
    )


async def of_alarm(tx: Tx, alarm_id: UUID, where: LiteralString, params: Sequence[Any]) -> dict[str, Any] | None:
    return await tx.row(
        f"""SELECT e.id AS event_id, e.number, e.state, e.title, m.kind, m.verdict FROM events.machine_alarm a
        JOIN events.event o ON o.id = a.event_id JOIN events.event e ON e.id = coalesce(o.merged_into, o.id)
        LEFT JOIN events.machine m ON m.event_id = a.event_id
        WHERE a.alarm_id = %s AND {where} ORDER BY a.joined_at DESC LIMIT 1""",
        (alarm_id, *params),
    )
