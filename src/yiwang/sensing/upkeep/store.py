"""SQL of rounds, verdicts and figures."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, LiteralString
from uuid import UUID

from psycopg.types.json import Jsonb

from yiwang.db import Tx

_STATUS: LiteralString = (
    "CASE WHEN d.state <> 'in_service' THEN d.state WHEN d.online IS TRUE THEN 'online' ELSE 'offline' END"
)


def add_verdicts(tx: Tx, steps: Sequence[tuple[UUID, date, str, int]]) -> None:
    """Move the counts of (device, day, verdict) by so many; keys in one order, so that two never wait in a ring."""
    tx.put(
        """INSERT INTO sensing.verdict_count AS v (device_id, day, verdict, count)
        SELECT device, day, verdict, sum(by_one)
        FROM unnest(%s::uuid[], %s::date[], %s::text[], %s::integer[]) AS s(device, day, verdict, by_one)
        GROUP BY device, day, verdict ORDER BY device, day, verdict
        ON CONFLICT (device_id, day, verdict) DO UPDATE SET count = v.count + excluded.count""",
        [list(column) for column in zip(*steps, strict=True)],
    )


async def counted(
    tx: Tx, by: LiteralString, where: LiteralString, params: Sequence[Any], since: date, noisy: Sequence[UUID]
) -> list[dict[str, Any]]:
    """How many devices there are of each status, and of their judged alarms, by a column."""
    return await tx.rows(
        f"""SELECT {by} AS key, count(*) AS total,
            count(*) FILTER (WHERE {_STATUS} = 'online') AS online,
            count(*) FILTER (WHERE {_STATUS} = 'offline') AS offline,
            count(*) FILTER (WHERE {_STATUS} = 'offline' AND d.seen_at IS NULL) AS silent,
            count(*) FILTER (WHERE d.id = ANY(%s)) AS noisy,
            count(*) FILTER (WHERE d.state = 'fault') AS fault,
            count(*) FILTER (WHERE d.state = 'maintenance') AS maintenance,
            sum(v.judged) AS judged, sum(v.wrong) AS wrong
        FROM sensing.device d LEFT JOIN (
            SELECT device_id, sum(count) AS judged, sum(count) FILTER (WHERE verdict <> 'true') AS wrong
            FROM sensing.verdict_count WHERE day >= %s AND verdict <> 'test' GROUP BY 1
        ) v ON v.device_id = d.id
        WHERE d.state <> 'retired' AND {where} GROUP BY 1""",
        (list(noisy), since, *params),
    )


async def due(
    tx: Tx,
    periods: Mapping[str, int],
    where: LiteralString,
    params: Sequence[Any],
    sought: Mapping[str, Any],
    until: date,
    after: tuple[date, UUID] | None,
    limit: int,
) -> list[dict[str, Any]]:
    """Devices whose next inspection is due, the longest due first. `periods` in days by class; a plan goes before."""
    day, device = after or (None, None)
    return await tx.rows(
        f"""SELECT * FROM (
            SELECT d.id, d.code, d.name, d.class_code, d.state, d.address, d.floor, d.lon, d.lat, d.jurisdiction_id,
                d.organisation_id, d.maintainer_id, i.at AS inspected_at, coalesce(p.every_days, c.days) AS every_days,
                (coalesce(i.at, d.installed_on::timestamptz, d.recorded) AT TIME ZONE 'UTC')::date
                    + coalesce(p.every_days, c.days) AS due_on
            FROM sensing.device d
            JOIN unnest(%s::text[], %s::int[]) AS c(code, days) ON c.code = d.class_code
            LEFT JOIN sensing.inspected i ON i.device_id = d.id
            LEFT JOIN LATERAL (
                SELECT p.every_days FROM sensing.inspection_plan p
                LEFT JOIN access.closure a ON a.ancestor = p.jurisdiction_id AND a.descendant = d.jurisdiction_id
                    AND a.valid_to IS NULL
                WHERE p.class_code = d.class_code AND (p.jurisdiction_id IS NULL OR a.ancestor IS NOT NULL)
                ORDER BY a.depth NULLS LAST LIMIT 1
            ) p ON true
            WHERE d.state <> 'retired' AND {where}
              AND (%s::text IS NULL OR d.class_code = %s) AND (%s::uuid IS NULL OR d.maintainer_id = %s)
              AND (%s::uuid IS NULL OR d.jurisdiction_id IN (SELECT descendant FROM access.closure
                  WHERE ancestor = %s AND valid_to IS NULL))
        ) x WHERE due_on <= %s AND (%s::date IS NULL OR (due_on, id) > (%s, %s)) ORDER BY due_on, id LIMIT %s""",
        (
            list(periods),
            list(periods.values()),
            *params,
            *(sought.get(name) for name in ("class_code", "maintainer_id", "jurisdiction_id") for _ in range(2)),
            until,
            day,
            day,
            device,
            limit,
        ),
    )


async def plans(tx: Tx) -> list[dict[str, Any]]:
    return await tx.rows(
        "SELECT class_code, jurisdiction_id, every_days FROM sensing.inspection_plan ORDER BY class_code, id"
    )


def set_plan(tx: Tx, plan: UUID, class_code: str, jurisdiction: UUID | None, every_days: int, by: UUID) -> None:
    tx.put(
        """INSERT INTO sensing.inspection_plan (id, class_code, jurisdiction_id, every_days, set_by, recorded)
        VALUES (%s, %s, %s, %s, %s, %s)
        ON CONFLICT (class_code, coalesce(jurisdiction_id, '00000000-0000-0000-0000-000000000000'))
        DO UPDATE SET every_days = excluded.every_days, set_by = excluded.set_by, recorded = excluded.recorded""",
        (plan, class_code, jurisdiction, every_days, by, tx.at),
    )


async def drop_plan(tx: Tx, class_code: str, jurisdiction: UUID | None) -> int:
    return await tx.count(
        "DELETE FROM sensing.inspection_plan WHERE class_code = %s AND jurisdiction_id IS NOT DISTINCT FROM %s",
        (class_code, jurisdiction),
    )


def insert(tx: Tx, row: dict[str, Any]) -> None:
    tx.put(
        """INSERT INTO sensing.inspection (id, device_id, outcome, note, readings, inspected_by, at, recorded)
        VALUES (%(id)s, %(device_id)s, %(outcome)s, %(note)s, %(readings)s, %(by)s, %(at)s, %(recorded)s)""",
        row | {"readings": Jsonb(row["readings"]), "recorded": tx.at},
    )
    tx.put(
        """INSERT INTO sensing.inspected AS i (device_id, at) VALUES (%s, %s)
        ON CONFLICT (device_id) DO UPDATE SET at = greatest(i.at, excluded.at)""",
        (row["device_id"], row["at"]),
    )


async def of_device(tx: Tx, device: UUID, before: datetime | None, limit: int) -> list[dict[str, Any]]:
    return await tx.rows(
        """SELECT id, outcome, note, readings, inspected_by, at FROM sensing.inspection
        WHERE device_id = %s AND (%s::timestamptz IS NULL OR at < %s) ORDER BY at DESC, id DESC LIMIT %s""",
        (device, before, before, limit),
    )
