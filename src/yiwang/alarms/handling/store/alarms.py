"""SQL of alarms as people see them: pages, one, what is done with it. Rows are written by the driver."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, LiteralString
from uuid import UUID

from yiwang.alarms.handling.model import Alarm
from yiwang.alarms.handling.store.silences import MATCHES
from yiwang.base.ids import uuid7
from yiwang.db import Tx

_OWN = (
    *("id", "kind", "rule", "condition", "metric", "device_id", "class_code", "jurisdiction_id", "organisation_id"),
    *("severity", "state", "raised_at", "recovered_at", "resolved_at", "again_at", "again", "value", "last_value"),
    *("explanation", "contexts", "drill", "acknowledged_at", "acknowledged_by", "assigned_to", "version"),
)
_OWN_COLUMNS: LiteralString = ", ".join(f"a.{name}" for name in _OWN)
_COLUMNS: LiteralString = f"""{_OWN_COLUMNS}, coalesce(d.code, '') AS device_code,
    coalesce(d.name, '') AS device_name, coalesce(d.address, '') AS address, coalesce(d.floor, '') AS floor, d.lon,
    d.lat, d.maintainer_id, d.installed_on, v.verdict, v.judged_at"""
_FROM: LiteralString = """alarms.alarm a LEFT JOIN sensing.device d ON d.id = a.device_id
    LEFT JOIN alarms.verdict v ON v.alarm_id = a.id"""
_RANK: LiteralString = "array_position(ARRAY['red', 'orange', 'yellow', 'blue'], a.severity)"
ORDERS: dict[str, LiteralString] = {
    "newest": "a.raised_at DESC, a.id DESC",
    "oldest": "a.raised_at, a.id",
    "severity": f"{_RANK}, a.raised_at DESC, a.id DESC",
}
_EQUAL: dict[str, LiteralString] = {
    "state": "a.state = %s",
    "severity": "a.severity = %s",
    "class_code": "a.class_code = %s",
    "rule": "a.rule = %s",
    "condition": "a.condition = %s",
    "device_id": "a.device_id = %s",
    "maintainer_id": "d.maintainer_id = %s",
    "assigned_to": "a.assigned_to = %s",
    "drill": "a.drill = %s",
    "standing": "(a.state <> 'resolved') = %s",
    "acknowledged": "(a.acknowledged_at IS NOT NULL) = %s",
    "verdict": "v.verdict = %s",
    "judged": "(v.verdict IS NOT NULL) = %s",
    "since": "a.raised_at >= %s",
    "until": "a.raised_at < %s",
    "jurisdiction_id": """a.jurisdiction_id IN (SELECT descendant FROM access.closure
        WHERE ancestor = %s AND valid_to IS NULL)""",
    "silence_id": f"""EXISTS (SELECT FROM alarms.silence s WHERE s.id = %s AND a.raised_at < s.ends_at
        AND (a.resolved_at IS NULL OR a.resolved_at > s.starts_at) AND {MATCHES})""",
    "words": "(coalesce(d.code, '') || ' ' || d.name || ' ' || d.address || ' ' || a.rule) ILIKE %s",
}
GROUPS: dict[str, LiteralString] = {
    "rule": "a.rule",
    "class": "a.class_code",
    "device": "a.device_id::text",
    "jurisdiction": "a.jurisdiction_id::text",
    "severity": "a.severity",
}
Condition = tuple[LiteralString, Sequence[Any]]
After = tuple[int, str, str]  # the last row's rank, raised_at and id


def sought_of(sought: Mapping[str, Any]) -> Condition:
    """Return the condition of a search: each thing sought that is not None."""
    given = {name: sought[name] for name in _EQUAL if sought.get(name) is not None}
    if words := given.get("words"):
        given["words"] = "%" + words.replace("\\", r"\\").replace("%", r"\%").replace("_", r"\_") + "%"
    parts: list[LiteralString] = [_EQUAL[name] for name in given]
    return " AND ".join(["TRUE", *parts]), list(given.values())


def _beyond(sort: str, after: After | None) -> Condition:
    if after is None:
        return "TRUE", ()
    rank, at, last = after
    if sort == "severity":
        return f"({_RANK} > %s OR ({_RANK} = %s AND (a.raised_at, a.id) < (%s, %s)))", (rank, rank, at, last)
    if sort == "oldest":
        return "(a.raised_at, a.id) > (%s, %s)", (at, last)
    return "(a.raised_at, a.id) < (%s, %s)", (at, last)


async def page(
    tx: Tx, scope: Condition, sought: Mapping[str, Any], sort: str, after: After | None, limit: int
) -> list[Alarm]:
    """Return up to `limit` alarms in this order after a row."""
    condition, values = sought_of(sought)
    following, more = _beyond(sort, after)
    rows = await tx.rows(
        f"""SELECT {_COLUMNS} FROM {_FROM} WHERE {scope[0]} AND {condition} AND {following}
        ORDER BY {ORDERS[sort]} LIMIT %s""",
        (*scope[1], *values, *more, limit),
    )
    return [Alarm(**row) for row in rows]


async def grouped(tx: Tx, scope: Condition, sought: Mapping[str, Any], by: str, limit: int) -> list[dict[str, Any]]:
    """How many alarms there are of each value of a label, gravest first, with the last time."""
    condition, values = sought_of(sought)
    return await tx.rows(
        f"""SELECT {GROUPS[by]} AS key, count(*) AS alarms, count(DISTINCT a.device_id) AS devices,
            count(*) FILTER (WHERE a.state = 'firing') AS firing,
            count(*) FILTER (WHERE a.state <> 'resolved' AND a.acknowledged_at IS NULL) AS unacknowledged,
            min({_RANK}) AS rank, max(a.raised_at) AS last_raised_at
        FROM {_FROM} WHERE {scope[0]} AND {condition} GROUP BY 1 ORDER BY 6, 2 DESC, 1 LIMIT %s""",
        (*scope[1], *values, limit),
    )


async def one(tx: Tx, alarm_id: UUID, scope: Condition, *, hold: bool = False) -> Alarm | None:
    """Return an alarm within a scope; with `hold` its row is held until the transaction ends."""
    end: LiteralString = " FOR UPDATE OF a" if hold else ""
    row = await tx.row(f"SELECT {_COLUMNS} FROM {_FROM} WHERE a.id = %s AND {scope[0]}{end}", (alarm_id, *scope[1]))
    return Alarm(**row) if row else None


async def hold(tx: Tx, ids: Sequence[UUID], scope: Condition) -> list[UUID]:
    """Hold the rows of those of these alarms that lie in the scope; return which."""
    rows = await tx.rows(
        f"""SELECT a.id FROM alarms.alarm a LEFT JOIN sensing.device d ON d.id = a.device_id
        WHERE a.id = ANY(%s) AND {scope[0]} ORDER BY a.id FOR UPDATE OF a""",
        (list(ids), *scope[1]),
    )
    return [row["id"] for row in rows]


async def of_ids(tx: Tx, ids: Sequence[UUID]) -> list[Alarm]:
    """Return these alarms, earliest first."""
    rows = await tx.rows(
        f"SELECT {_COLUMNS} FROM {_FROM} WHERE a.id = ANY(%s) ORDER BY a.raised_at, a.id", (list(ids),)
    )
    return [Alarm(**row) for row in rows]


async def acknowledge(tx: Tx, alarm_id: UUID, by: UUID, at: datetime) -> bool:
    return (
        await tx.count(
            """UPDATE alarms.alarm SET acknowledged_at = %s, acknowledged_by = %s, version = version + 1
            WHERE id = %s AND acknowledged_at IS NULL AND state <> 'resolved'""",
            (at, by, alarm_id),
        )
        == 1
    )


def assign(tx: Tx, alarm_id: UUID, to: UUID | None) -> None:
    tx.put("UPDATE alarms.alarm SET assigned_to = %s, version = version + 1 WHERE id = %s", (to, alarm_id))


async def release(tx: Tx, alarm_id: UUID, at: datetime) -> bool:
    """End a latched alarm whose values are well again; say whether it was one."""
    return (
        await tx.count(
            """UPDATE alarms.alarm SET state = 'resolved', resolved_at = %s, version = version + 1
            WHERE id = %s AND state = 'recovered'""",
            (at, alarm_id),
        )
        == 1
    )


def add_line(tx: Tx, alarm_id: UUID, step: str, at: datetime, actor: tuple[UUID, str], text: str) -> None:
    tx.put(
        """INSERT INTO alarms.line (id, alarm_id, step, at, actor_id, actor_name, text, recorded)
        VALUES (%s,%s,%s,%s,%s,%s,%s,%s)""",
        (uuid7(tx.at), alarm_id, step, at, *actor, text, tx.at),
    )


async def lines(tx: Tx, alarm_id: UUID) -> list[dict[str, Any]]:
    return await tx.rows(
        "SELECT step, at, actor_id, actor_name, text FROM alarms.line WHERE alarm_id = %s ORDER BY at, id", (alarm_id,)
    )


async def account_there(tx: Tx, account: UUID) -> bool:
    return bool(await tx.value("SELECT true FROM access.account WHERE id = %s", (account,)))
