"""SQL of the copies: each a COPY to CSV in the columns of `model.COPIES`; moments as microseconds since 1970.

And SQL on DuckDB of views over files and tables made of them.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Any, LiteralString

from yiwang.db import Tx

if TYPE_CHECKING:
    import duckdb
    import pyarrow as pa

_NODES: LiteralString = """COPY (
    WITH RECURSIVE tree AS (
        SELECT p.jurisdiction_id AS id, j.level, p.parent_id,
            CASE WHEN j.level = 'street' THEN p.jurisdiction_id END AS street
        FROM places.placing p JOIN places.jurisdiction j ON j.id = p.jurisdiction_id
        WHERE p.valid_to IS NULL AND p.jurisdiction_id = %(home)s
        UNION ALL
        SELECT p.jurisdiction_id, j.level, p.parent_id,
            CASE WHEN j.level = 'street' THEN p.jurisdiction_id ELSE t.street END
        FROM tree t JOIN places.placing p ON p.parent_id = t.id AND p.valid_to IS NULL
        JOIN places.jurisdiction j ON j.id = p.jurisdiction_id
    ) SELECT t.id, t.level, t.parent_id, t.street, (b.west + b.east) / 2, (b.south + b.north) / 2
    FROM tree t LEFT JOIN places.boundary b ON b.jurisdiction_id = t.id AND b.valid_to IS NULL
) TO STDOUT (FORMAT csv)"""
_COUNTS: LiteralString = """COPY (
    SELECT DISTINCT ON (c.jurisdiction_id, c.measure, c.since, c.until)
        c.jurisdiction_id, c.measure, c.since, c.until, c.value
    FROM places.count c WHERE NOT EXISTS (
        SELECT FROM access.closure k JOIN places.count d ON d.jurisdiction_id = k.descendant
        WHERE k.ancestor = c.jurisdiction_id AND k.depth > 0 AND k.valid_to IS NULL AND d.measure = c.measure
    ) ORDER BY c.jurisdiction_id, c.measure, c.since, c.until, c.recorded DESC
) TO STDOUT (FORMAT csv)"""
_UNITS: LiteralString = """COPY (
    SELECT o.id, o.kind, coalesce(o.jurisdiction_id, %(home)s::uuid), count(DISTINCT a.staff_id)
    FROM people.organisation o LEFT JOIN people.post p ON p.organisation_id = o.id AND p.valid_to IS NULL
    LEFT JOIN people.appointment a ON a.post_id = p.id AND a.valid_to IS NULL
    WHERE o.valid_to IS NULL GROUP BY o.id
) TO STDOUT (FORMAT csv)"""
_SPOTS: LiteralString = """COPY (
    SELECT id, coalesce(md5(place_key), round(lat * 3333) || ':' || round(lon * 3333)), lon, lat, urgent
    FROM events.event WHERE NOT drill AND (reported_at >= %(events)s OR state IN ('triage', 'admitted'))
) TO STDOUT (FORMAT csv)"""
_SCHOOLS: LiteralString = """COPY (
    SELECT (west + east) / 2, (south + north) / 2 FROM places.feature
    WHERE kind = 'building' AND valid_to IS NULL AND name ~ '学校|小学|中学|幼儿园'
) TO STDOUT (FORMAT csv)"""
_LINKS: LiteralString = """COPY (
    SELECT DISTINCT ON (alarm_id) alarm_id, event_id FROM events.machine_alarm
    WHERE raised_at >= %(events)s OR resolved_at IS NULL ORDER BY alarm_id, joined_at
) TO STDOUT (FORMAT csv)"""
# Of a class that declares whom it is shared with, and of what an active stream carries, a device is shared onward.
_DEVICES: LiteralString = """COPY (
    SELECT d.id, d.class_code, d.jurisdiction_id, d.maker,
        coalesce(md5(nullif(d.address, '')), round(d.lat * 3333) || ':' || round(d.lon * 3333), d.id::text),
        d.state, coalesce(d.online, false), (extract(epoch FROM d.seen_at) * 1000000)::bigint,
        (extract(epoch FROM d.online_changed_at) * 1000000)::bigint, d.installed_on,
        (extract(epoch FROM i.at) * 1000000)::bigint, (extract(epoch FROM d.recorded) * 1000000)::bigint,
        coalesce(p.every_days, c.every_days), c.lifetime, c.shared OR EXISTS (
            SELECT FROM sensing.share s WHERE s.state = 'active'
              AND (cardinality(s.class_codes) = 0 OR d.class_code = ANY(s.class_codes))
              AND (cardinality(s.device_ids) = 0 OR d.id = ANY(s.device_ids))
              AND (s.jurisdiction_id IS NULL OR EXISTS (SELECT FROM access.closure k
                  WHERE k.ancestor = s.jurisdiction_id AND k.descendant = d.jurisdiction_id AND k.valid_to IS NULL))
        ), c.used
    FROM sensing.device d
    LEFT JOIN unnest(%(codes)s::text[], %(every)s::int[], %(lifetimes)s::int[], %(shared)s::bool[], %(used)s::bool[])
        AS c(code, every_days, lifetime, shared, used) ON c.code = d.class_code
    LEFT JOIN sensing.inspected i ON i.device_id = d.id
    LEFT JOIN (SELECT class_code, min(every_days) AS every_days FROM sensing.inspection_plan
        WHERE jurisdiction_id IS NULL GROUP BY 1) p ON p.class_code = d.class_code
    WHERE d.state <> 'retired'
) TO STDOUT (FORMAT csv)"""
_SERIES: LiteralString = """COPY (
    SELECT d.first_series + m.place - 1, d.id, d.class_code, m.metric, d.jurisdiction_id, c.low, c.high, c.lasts
    FROM sensing.device d CROSS JOIN LATERAL unnest(d.metrics) WITH ORDINALITY AS m(metric, place)
    JOIN unnest(%(of)s::text[], %(metrics)s::text[], %(lows)s::float8[], %(highs)s::float8[], %(lasts)s::int[])
        AS c(code, metric, low, high, lasts) ON c.code = d.class_code AND c.metric = m.metric
    WHERE d.state <> 'retired' ORDER BY 1
) TO STDOUT (FORMAT csv)"""
_LOOKS: LiteralString = """COPY (
    SELECT (a.recorded AT TIME ZONE %(zone)s)::date, a.actor, coalesce(h.role, a.actor_kind),
        coalesce(h.jurisdiction, %(home)s::uuid), count(*)
    FROM access.audit a LEFT JOIN LATERAL (
        SELECT role, jurisdiction FROM access.holding WHERE holder = a.actor AND ended IS NULL ORDER BY recorded LIMIT 1
    ) h ON true
    WHERE a.recorded >= %(looks)s AND a.success AND a.actor_kind = 'account' AND a.action = ANY(%(actions)s)
    GROUP BY 1, 2, 3, 4
) TO STDOUT (FORMAT csv)"""
_STEPS: LiteralString = """COPY (
    SELECT a.object_id, (extract(epoch FROM a.at) * 1000000)::bigint, a.action,
        coalesce(s.agent ~* 'mobile|android|iphone|wxwork', false)
    FROM access.audit a LEFT JOIN access.session s ON s.id = a.session
    WHERE a.recorded >= %(steps)s AND a.action IN ('cases.receive', 'cases.handle') AND a.object_id IS NOT NULL
) TO STDOUT (FORMAT csv)"""
SQL: dict[str, LiteralString] = {
    "nodes": _NODES,
    "counts": _COUNTS,
    "units": _UNITS,
    "spots": _SPOTS,
    "schools": _SCHOOLS,
    "links": _LINKS,
    "devices": _DEVICES,
    "series": _SERIES,
    "looks": _LOOKS,
    "steps": _STEPS,
}


async def copied(tx: Tx, name: str, params: dict[str, Any]) -> AsyncIterator[bytes]:
    """A copy as pieces of CSV without a heading."""
    await tx.flush()
    async with tx.connection.cursor() as cursor, cursor.copy(SQL[name], params) as copy:
        async for piece in copy:
            yield bytes(piece)


async def home(tx: Tx) -> Any:
    """The district that this platform is of: where its centre stands; without one, the first by its code."""
    return await tx.value(
        """SELECT j.id FROM places.jurisdiction j JOIN places.placing p ON p.jurisdiction_id = j.id
        LEFT JOIN people.organisation o ON o.jurisdiction_id = j.id AND o.kind = 'centre' AND o.valid_to IS NULL
        WHERE p.valid_to IS NULL AND j.level = 'district' ORDER BY o.id IS NULL, p.code LIMIT 1"""
    )


async def walks(tx: Tx, since: Any) -> list[dict[str, Any]]:
    """Patrols as they are packed, without who walked."""
    return await tx.rows(
        "SELECT first_at, packed FROM command.track WHERE last_at >= %s AND recorded >= %s", (since, since)
    )


def make_view(
    con: duckdb.DuckDBPyConnection, name: str, files: Sequence[str], schema: pa.Schema, there: Collection[str]
) -> None:
    """Show Parquet files under a name with these columns; those that are not `there` are empty."""
    kinds = {column.name: _KINDS[str(column.type)] for column in schema}
    there = there if files else ()
    columns = ", ".join(
        f"CAST({_quoted(column) if column in there else 'NULL'} AS {kind}) AS {_quoted(column)}"
        for column, kind in kinds.items()
    )
    if files:
        listed = ", ".join("'" + file.replace("'", "''") + "'" for file in files)
        source = f"FROM read_parquet([{listed}], union_by_name = true, hive_partitioning = false)"
    else:
        source = "WHERE false"
    con.execute(f"CREATE TEMP VIEW {_quoted(name)} AS SELECT {columns} {source}")


def typed(sql: str, kinds: Mapping[str, str]) -> str:
    """Return a query whose columns have these types."""
    columns = ", ".join(f"CAST({_quoted(name)} AS {kind}) AS {_quoted(name)}" for name, kind in kinds.items())
    return f"SELECT {columns} FROM ({sql})"


def make_table(con: duckdb.DuckDBPyConnection, name: str, sql: str) -> None:
    con.execute(f"CREATE TEMP TABLE {_quoted(name)} AS {sql}")


def value(con: duckdb.DuckDBPyConnection, sql: str) -> Any:
    """Return the one value of a query."""
    return con.sql(sql).to_arrow_table().column(0)[0].as_py()


def ranges(con: duckdb.DuckDBPyConnection, files: Sequence[str]) -> dict[str, tuple[int, int]]:
    """Return the first and the last series of each class."""
    if not files:
        return {}
    found = con.execute(
        """SELECT class_code, min(series), max(series) FROM read_parquet(?) WHERE node IS NOT NULL GROUP BY 1""",
        [list(files)],
    ).fetchall()
    return {code: (first, last) for code, first, last in found}


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


_KINDS = {
    "string": "VARCHAR",
    "bool": "BOOLEAN",
    "int16": "SMALLINT",
    "int64": "BIGINT",
    "double": "DOUBLE",
    "date32[day]": "DATE",
    "timestamp[us, tz=UTC]": "TIMESTAMPTZ",
}
