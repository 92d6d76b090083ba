"""SQL of verdicts, their kept counts, and the values proposals are computed from."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, LiteralString
from uuid import UUID

from yiwang.alarms.handling.model import Judged, Tally
from yiwang.db import Tx

# The counts move by the difference of the old and the new verdicts, keys in one order so that two judges never wait
# in a ring.
_COUNT: LiteralString = """, moved AS (
        SELECT n.*, o.verdict AS before, o.judged_at AS before_at FROM new n LEFT JOIN old o USING (alarm_id)
        WHERE o.verdict IS DISTINCT FROM n.verdict
    ), kept AS (
        INSERT INTO alarms.verdict (alarm_id, device_id, class_code, rule, condition, jurisdiction_id, value, verdict,
            raised_at, judged_at, judged_by, imported)
        SELECT alarm_id, device_id, class_code, rule, condition, jurisdiction_id, value, verdict, raised_at, judged_at,
            judged_by, imported FROM moved
        ON CONFLICT (alarm_id) DO UPDATE SET verdict = excluded.verdict, judged_at = excluded.judged_at,
            judged_by = excluded.judged_by
    ), steps AS (
        SELECT *, verdict AS to_count, 1 AS by_one FROM moved
        UNION ALL SELECT *, before, -1 FROM moved WHERE before IS NOT NULL
    ), keyed AS (
        SELECT 'rule' AS kind, rule || '/' || condition AS key, to_count, by_one FROM steps
        UNION ALL SELECT 'class', class_code, to_count, by_one FROM steps
        UNION ALL SELECT 'device', device_id::text, to_count, by_one FROM steps
    ), counted AS (
        INSERT INTO alarms.tally AS t (kind, key, n_true, n_false, n_test, n_fault)
        SELECT kind, key, coalesce(sum(by_one) FILTER (WHERE to_count = 'true'), 0),
            coalesce(sum(by_one) FILTER (WHERE to_count = 'false'), 0),
            coalesce(sum(by_one) FILTER (WHERE to_count = 'test'), 0),
            coalesce(sum(by_one) FILTER (WHERE to_count = 'fault'), 0)
        FROM keyed GROUP BY kind, key ORDER BY kind, key
        ON CONFLICT (kind, key) DO UPDATE SET n_true = t.n_true + excluded.n_true,
            n_false = t.n_false + excluded.n_false, n_test = t.n_test + excluded.n_test,
            n_fault = t.n_fault + excluded.n_fault
    )
    SELECT alarm_id, device_id, class_code, rule, condition, jurisdiction_id, before, before_at,
        verdict, judged_at FROM moved"""


async def judge(tx: Tx, ids: Sequence[UUID], verdict: str, by: UUID, at: datetime) -> list[dict[str, Any]]:
    """Write a verdict on alarms whose rows are held; return those for which it is new, with what it was before."""
    return await tx.rows(
        f"""WITH new AS (
            SELECT a.id AS alarm_id, a.device_id, a.class_code, a.rule, a.condition, a.jurisdiction_id, a.value,
                %s::text AS verdict, a.raised_at, %s::timestamptz AS judged_at, %s::uuid AS judged_by,
                false AS imported
            FROM alarms.alarm a WHERE a.id = ANY(%s)
        ), old AS (
            SELECT v.alarm_id, v.verdict, v.judged_at FROM alarms.verdict v WHERE v.alarm_id = ANY(%s)
        ){_COUNT}""",
        (verdict, at, by, list(ids), list(ids)),
    )


async def devices_by_code(tx: Tx, codes: Sequence[str]) -> dict[str, UUID]:
    rows = await tx.rows("SELECT code, id FROM sensing.device WHERE code = ANY(%s)", (list(codes),))
    return {row["code"]: row["id"] for row in rows}


async def devices_of(tx: Tx, ids: Sequence[UUID]) -> dict[UUID, dict[str, Any]]:
    """The first metric and the unit of each device."""
    query = "SELECT id, metrics[1] AS metric, organisation_id FROM sensing.device WHERE id = ANY(%s)"
    return {row["id"]: row for row in await tx.rows(query, (list(ids),))}


async def recall(tx: Tx, columns: Sequence[Sequence[Any]], by: UUID) -> list[dict[str, Any]]:
    """Write alarms of former times and their verdicts; what is there already stays; return those that were new.

    Columns: id, device, rule, condition, severity, value, raised_at, resolved_at, verdict, judged_at.
    """
    return await tx.rows(
        f"""WITH given AS (
            SELECT * FROM unnest(%s::uuid[], %s::uuid[], %s::text[], %s::text[], %s::text[], %s::float8[],
                %s::timestamptz[], %s::timestamptz[], %s::text[], %s::timestamptz[]) AS x(id, device_id, rule,
                condition, severity, value, raised_at, resolved_at, verdict, judged_at)
        ), alarm AS (
            INSERT INTO alarms.alarm (id, kind, rule, condition, shard, series, metric, device_id, class_code,
                jurisdiction_id, organisation_id, severity, state, raised_at, resolved_at, value, explanation, recorded)
            SELECT g.id, 'rule', g.rule, g.condition, d.first_series / 65536, d.first_series, d.metrics[1], d.id,
                d.class_code, d.jurisdiction_id, d.organisation_id, g.severity, 'resolved', g.raised_at, g.resolved_at,
                g.value, '{{"imported": true}}', %s
            FROM given g JOIN sensing.device d ON d.id = g.device_id ON CONFLICT (id) DO NOTHING
            RETURNING id, class_code, jurisdiction_id
        ), new AS (
            SELECT a.id AS alarm_id, g.device_id, a.class_code, g.rule, g.condition, a.jurisdiction_id, g.value,
                g.verdict, g.raised_at, g.judged_at, %s::uuid AS judged_by, true AS imported
            FROM alarm a JOIN given g USING (id)
        ), old AS (
            SELECT NULL::uuid AS alarm_id, NULL::text AS verdict, NULL::timestamptz AS judged_at WHERE false
        ){_COUNT}""",
        (*(list(column) for column in columns), tx.at, by),
    )


async def tallies(tx: Tx, kind: str, keys: Sequence[str]) -> dict[str, Tally]:
    rows = await tx.rows(
        """SELECT kind, key, n_true, n_false, n_test, n_fault FROM alarms.tally WHERE kind = %s AND key = ANY(%s)""",
        (kind, list(keys)),
    )
    return {row["key"]: Tally(**row) for row in rows}


_KEYS: dict[str, LiteralString] = {
    "rule": "v.rule || '/' || v.condition",
    "class": "v.class_code",
    "device": "v.device_id::text",
}
_SUMS: LiteralString = """count(*) FILTER (WHERE v.verdict = 'true') AS n_true,
    count(*) FILTER (WHERE v.verdict = 'false') AS n_false, count(*) FILTER (WHERE v.verdict = 'test') AS n_test,
    count(*) FILTER (WHERE v.verdict = 'fault') AS n_fault"""


async def kept_counts(tx: Tx, kind: str, after: str | None, limit: int) -> list[Tally]:
    """Return the counts of the whole platform, by key."""
    rows = await tx.rows(
        """SELECT kind, key, n_true, n_false, n_test, n_fault FROM alarms.tally
        WHERE kind = %s AND (%s::text IS NULL OR key > %s) ORDER BY key LIMIT %s""",
        (kind, after, after, limit),
    )
    return [Tally(**row) for row in rows]


async def counts_within(
    tx: Tx,
    kind: str,
    where: LiteralString,
    params: Sequence[Any],
    *,
    since: datetime | None,
    until: datetime | None,
    after: str | None,
    limit: int,
) -> list[Tally]:
    """Return the counts of a part of the city or of a time, by key."""
    rows = await tx.rows(
        f"""SELECT * FROM (SELECT {_KEYS[kind]} AS key, {_SUMS}
            FROM alarms.verdict v LEFT JOIN sensing.device d ON d.id = v.device_id
            WHERE {where} AND (%s::timestamptz IS NULL OR v.raised_at >= %s)
              AND (%s::timestamptz IS NULL OR v.raised_at < %s)
            GROUP BY 1) x WHERE %s::text IS NULL OR key > %s ORDER BY key LIMIT %s""",
        (*params, since, since, until, until, after, after, limit),
    )
    return [Tally(kind, **row) for row in rows]


async def poor(tx: Tx, kind: str, verdicts: int, precision: float, limit: int) -> list[Tally]:
    """Return what has at least so many verdicts and a precision below the one given, the worst first."""
    rows = await tx.rows(
        """SELECT kind, key, n_true, n_false, n_test, n_fault FROM (
            SELECT *, n_true + n_false + CASE kind WHEN 'device' THEN n_fault ELSE 0 END AS n FROM alarms.tally
            WHERE kind = %s) t
        WHERE n >= %s AND n_true < %s * n ORDER BY n_true::float8 / n, n DESC, key LIMIT %s""",
        (kind, max(verdicts, 1), precision, limit),
    )
    return [Tally(**row) for row in rows]


async def values_of(tx: Tx, rule: str, condition: str, limit: int) -> list[Judged]:
    """Return the values that raised the newest judged alarms of a condition."""
    rows = await tx.rows(
        """SELECT value, verdict = 'true' AS true FROM alarms.verdict
        WHERE rule = %s AND condition = %s AND verdict IN ('true', 'false') AND value IS NOT NULL
        ORDER BY raised_at DESC LIMIT %s""",
        (rule, condition, limit),
    )
    return [Judged(**row) for row in rows]


async def last_explanation(tx: Tx, rule: str, condition: str) -> dict[str, Any] | None:
    """Return the condition as the newest alarm of it was raised under."""
    found: dict[str, Any] | None = await tx.value(
        """SELECT explanation FROM alarms.alarm WHERE rule = %s AND condition = %s
        ORDER BY raised_at DESC LIMIT 1""",
        (rule, condition),
    )
    return found


async def devices(
    tx: Tx, ids: Sequence[UUID], where: LiteralString, params: Sequence[Any]
) -> dict[UUID, dict[str, Any]]:
    rows = await tx.rows(
        f"""SELECT d.id, d.code, d.name, d.class_code, d.installed_on, d.state FROM sensing.device d
        WHERE d.id = ANY(%s) AND {where}""",
        (list(ids), *params),
    )
    return {row["id"]: row for row in rows}
