"""All SQL of events that machines raise."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, LiteralString
from uuid import UUID

from psycopg.types.json import Jsonb

from yiwang.db import Tx


@dataclass(frozen=True)
class Machine:
    """What an event of a machine knows beside; `units` are the stations that watch there, nearest first."""

    event_id: UUID
    kind: str
    upkeep: bool
    key: str
    class_code: str
    rule: str
    condition: str
    severity: str
    device_id: UUID | None
    unit_id: UUID | None
    evidence: dict[str, Any]
    precision: float | None
    verdicts: int | None
    due_at: datetime | None
    level: int
    units: list[UUID]
    joined_at: datetime
    recovered_at: datetime | None
    verdict: str | None
    judged_at: datetime | None
    judged_by: UUID | None


_NAMES = tuple(Machine.__dataclass_fields__)
_COLUMNS: LiteralString = ", ".join(f"m.{name}" for name in _NAMES)
_INSERT: LiteralString = f"""INSERT INTO events.machine ({", ".join(_NAMES)})
    VALUES ({", ".join(["%s"] * len(_NAMES))}) ON CONFLICT (event_id) DO NOTHING"""


def insert(tx: Tx, machine: Machine) -> None:
    """Keep what an event of a machine knows; an event that a person reported first gets it too."""
    tx.put(_INSERT, [Jsonb(v) if isinstance(v := getattr(machine, name), dict) else v for name in _NAMES])


async def of_event(tx: Tx, event_id: UUID, *, hold: bool = False) -> Machine | None:
    end: LiteralString = " FOR UPDATE" if hold else ""
    row = await tx.row(f"SELECT {_COLUMNS} FROM events.machine m WHERE m.event_id = %s{end}", (event_id,))
    return Machine(**row) if row else None


async def open_of_keys(tx: Tx, keys: Sequence[str]) -> dict[str, dict[str, Any]]:
    """Return the open event that what has one of these keys joins; of a merged one, the event it went into."""
    rows = await tx.rows(
        """SELECT DISTINCT ON (m.key) m.key, e.id AS event_id, e.number, e.state, e.last_reported_at, m.joined_at
        FROM events.machine m JOIN events.event o ON o.id = m.event_id
        JOIN events.event e ON e.id = coalesce(o.merged_into, o.id)
        WHERE m.key = ANY(%s) AND e.state IN ('triage', 'admitted') ORDER BY m.key, m.joined_at DESC""",
        (list(keys),),
    )
    return {row["key"]: row for row in rows}


async def storms_of_devices(tx: Tx, devices: Sequence[UUID]) -> dict[tuple[UUID, str], UUID]:
    """Return the open event of the storm that each of these devices is part of, by device and storm."""
    rows = await tx.rows(
        """SELECT a.device_id, a.storm, max(e.id::text)::uuid AS event_id FROM events.machine_alarm a
        JOIN events.machine m ON m.event_id = a.event_id AND m.kind = 'storm' AND m.key = a.storm
        JOIN events.event e ON e.id = a.event_id AND e.state IN ('triage', 'admitted')
        WHERE a.device_id = ANY(%s) GROUP BY 1, 2""",
        (list(devices),),
    )
    return {(row["device_id"], row["storm"]): row["event_id"] for row in rows}


async def events_of_alarms(tx: Tx, ids: Sequence[UUID]) -> dict[UUID, UUID]:
    rows = await tx.rows("SELECT alarm_id, event_id FROM events.machine_alarm WHERE alarm_id = ANY(%s)", (list(ids),))
    return {row["alarm_id"]: row["event_id"] for row in rows}


def join(tx: Tx, event_id: UUID, alarms: Sequence[tuple[UUID, UUID, datetime, str]], at: datetime) -> None:
    """Add alarms (alarm, device, raised_at, storm) to an event in one statement; it has not recovered any more."""
    ids, devices, raised, storms = (list(column) for column in zip(*alarms, strict=True))
    tx.put(
        """INSERT INTO events.machine_alarm (alarm_id, event_id, device_id, raised_at, joined_at, storm, resolved_at)
        SELECT x.alarm, %s, x.device, x.raised, %s, x.storm,
            CASE WHEN a.state = 'firing' THEN NULL ELSE coalesce(a.recovered_at, a.resolved_at) END
        FROM unnest(%s::uuid[], %s::uuid[], %s::timestamptz[], %s::text[]) AS x(alarm, device, raised, storm)
        JOIN alarms.alarm a ON a.id = x.alarm
        ON CONFLICT (alarm_id, event_id) DO UPDATE SET joined_at = excluded.joined_at,
            resolved_at = excluded.resolved_at""",
        (event_id, at, ids, devices, raised, storms),
    )
    tx.put(
        "UPDATE events.machine SET joined_at = greatest(joined_at, %s), recovered_at = NULL WHERE event_id = %s",
        (at, event_id),
    )


async def recent(tx: Tx, storms: Sequence[str], since: datetime, until: datetime) -> dict[str, int]:
    """How many devices of these storms joined events of their own within a span."""
    rows = await tx.rows(
        """SELECT a.storm, count(DISTINCT a.device_id) AS n FROM events.machine_alarm a
        WHERE a.storm = ANY(%s) AND a.raised_at BETWEEN %s AND %s GROUP BY 1""",
        (list(storms), since, until),
    )
    return {row["storm"]: row["n"] for row in rows}


async def silent_storms(tx: Tx, since: datetime, until: datetime, degrees: tuple[float, float]) -> list[dict[str, Any]]:
    """Return the squares (so many degrees wide and tall) of the devices of storms of silent ones that are open."""
    return await tx.rows(
        """SELECT DISTINCT m.key, floor(d.lon / %s)::int AS x, floor(d.lat / %s)::int AS y,
            CASE WHEN d.lon IS NULL OR d.lat IS NULL THEN d.jurisdiction_id END AS jurisdiction_id
        FROM events.machine m JOIN events.event e ON e.id = m.event_id AND e.state IN ('triage', 'admitted')
        JOIN events.machine_alarm a ON a.event_id = m.event_id JOIN sensing.device d ON d.id = a.device_id
        WHERE m.kind = 'storm' AND m.joined_at BETWEEN %s AND %s AND m.key LIKE 'storm:silent%%'""",
        (*degrees, since, until),
    )


async def silent_alone(tx: Tx, since: datetime, until: datetime, degrees: tuple[float, float]) -> list[dict[str, Any]]:
    """Return how many devices of each square fell silent within a span and have events of their own."""
    return await tx.rows(
        """SELECT floor(d.lon / %s)::int AS x, floor(d.lat / %s)::int AS y,
            CASE WHEN d.lon IS NULL OR d.lat IS NULL THEN d.jurisdiction_id END AS jurisdiction_id,
            count(DISTINCT d.id)::int AS n
        FROM events.machine_alarm a JOIN sensing.device d ON d.id = a.device_id
        WHERE a.storm = 'storm:silent' AND a.raised_at BETWEEN %s AND %s GROUP BY 1, 2, 3""",
        (*degrees, since, until),
    )


async def waiting_alone(tx: Tx, storm: str, since: datetime, until: datetime) -> list[UUID]:
    """Return events in triage that one device of a storm raised alone within a span."""
    rows = await tx.rows(
        """SELECT DISTINCT e.id FROM events.machine_alarm a JOIN events.machine m USING (event_id)
        JOIN events.event e ON e.id = a.event_id
        WHERE a.storm = %s AND a.raised_at BETWEEN %s AND %s AND m.kind = 'alarm' AND e.state = 'triage'""",
        (storm, since, until),
    )
    return [row["id"] for row in rows]


def move_alarms(tx: Tx, from_event: UUID, to_event: UUID) -> None:
    tx.put("UPDATE events.machine_alarm SET event_id = %s WHERE event_id = %s", (to_event, from_event))


def settle_wait(tx: Tx, event_id: UUID) -> None:
    tx.put("UPDATE events.machine SET due_at = NULL WHERE event_id = %s", (event_id,))


async def hold(tx: Tx, held: Sequence[tuple[UUID, UUID | None, UUID | None, str | None]], at: datetime) -> set[str]:
    """Keep alarms (alarm, silence, inhibitor, awaited group) that become nothing yet; return which groups are new."""
    ids, silences, inhibitors, awaited = (list(column) for column in zip(*held, strict=True))
    rows = await tx.rows(
        """WITH there AS (SELECT DISTINCT awaited FROM events.held_alarm WHERE awaited = ANY(%s)),
        kept AS (
            INSERT INTO events.held_alarm (alarm_id, silence_id, inhibited_by, awaited, held_at)
            SELECT x.*, %s FROM unnest(%s::uuid[], %s::uuid[], %s::uuid[], %s::text[]) AS x
            ON CONFLICT (alarm_id) DO UPDATE SET silence_id = excluded.silence_id,
                inhibited_by = excluded.inhibited_by, awaited = excluded.awaited)
        SELECT DISTINCT x.g FROM unnest(%s::text[]) AS x(g)
        WHERE x.g IS NOT NULL AND NOT EXISTS (SELECT FROM there WHERE there.awaited = x.g)""",
        (awaited, at, ids, silences, inhibitors, awaited, awaited),
    )
    return {row["g"] for row in rows}


async def let_go(
    tx: Tx, *, silence: UUID | None = None, inhibitors: Sequence[UUID] = (), group: str = ""
) -> list[UUID]:
    """Take out what a silence, other alarms or a group held; return which alarms."""
    rows = await tx.rows(
        """DELETE FROM events.held_alarm WHERE silence_id = %s OR inhibited_by = ANY(%s) OR awaited = %s
        RETURNING alarm_id""",
        (silence, list(inhibitors), group),
    )
    return [row["alarm_id"] for row in rows]


async def resolve(tx: Tx, ids: Sequence[UUID], times: Sequence[datetime]) -> list[UUID]:
    """Note when alarms ended; return their events. What was held of them becomes nothing any more."""
    tx.put("DELETE FROM events.held_alarm WHERE alarm_id = ANY(%s)", (list(ids),))
    rows = await tx.rows(
        """WITH done AS (
            UPDATE events.machine_alarm a SET resolved_at = x.at
            FROM unnest(%s::uuid[], %s::timestamptz[]) AS x(id, at)
            WHERE a.alarm_id = x.id AND a.resolved_at IS NULL RETURNING a.event_id)
        SELECT DISTINCT event_id FROM done""",
        (list(ids), list(times)),
    )
    return [row["event_id"] for row in rows]


async def recovered(tx: Tx, events: Sequence[UUID], at: datetime) -> list[dict[str, Any]]:
    """Note which of these events have nothing standing any more; return them with how many alarms they had."""
    return await tx.rows(
        """UPDATE events.machine m SET recovered_at = %s
        WHERE m.event_id = ANY(%s) AND m.recovered_at IS NULL
          AND NOT EXISTS (SELECT FROM events.machine_alarm a WHERE a.event_id = m.event_id AND a.resolved_at IS NULL)
        RETURNING m.event_id, m.upkeep,
            (SELECT count(*) FROM events.machine_alarm a WHERE a.event_id = m.event_id) AS alarms""",
        (at, list(events)),
    )


async def went_up(tx: Tx, event_id: UUID, level: int, due: datetime | None) -> bool:
    """Raise an event in triage one level; say whether it still waits there."""
    return (
        await tx.count(
            """UPDATE events.machine m SET level = %s, due_at = %s FROM events.event e
            WHERE m.event_id = %s AND e.id = m.event_id AND e.state = 'triage' AND m.level < %s""",
            (level, due, event_id, level),
        )
        == 1
    )


def set_verdict(tx: Tx, event_id: UUID, verdict: str, by: UUID, at: datetime) -> None:
    tx.put(
        """UPDATE events.machine SET verdict = %s, judged_by = %s, judged_at = %s, due_at = NULL
        WHERE event_id = %s""",
        (verdict, by, at, event_id),
    )


async def alarms_of(tx: Tx, event_id: UUID) -> list[UUID]:
    rows = await tx.rows("SELECT alarm_id FROM events.machine_alarm WHERE event_id = %s", (event_id,))
    return [row["alarm_id"] for row in rows]


async def last_alarm(tx: Tx, device: UUID) -> UUID | None:
    """Return the newest alarm of a device."""
    found: UUID | None = await tx.value(
        "SELECT id FROM alarms.alarm WHERE device_id = %s ORDER BY raised_at DESC, id DESC LIMIT 1", (device,)
    )
    return found
