"""All SQL of the watch over the API."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from yiwang.access.watch.model import Came, Counted, Finding, Use
from yiwang.base.ids import uuid7
from yiwang.db.tx import Tx


def add_calls(tx: Tx, rows: Sequence[tuple[UUID, str, str, datetime, Counted]]) -> None:
    """Add counts (holder, kind, data set, hour, counts) to those of the hour."""
    tx.put(
        """INSERT INTO access.calls AS c (holder, holder_kind, data_set, recorded, calls, refused, limited, failed,
            bytes, milliseconds)
        SELECT * FROM unnest(%s::uuid[], %s::text[], %s::text[], %s::timestamptz[], %s::bigint[], %s::bigint[],
            %s::bigint[], %s::bigint[], %s::bigint[], %s::float8[])
        ON CONFLICT (holder, data_set, recorded) DO UPDATE SET calls = c.calls + excluded.calls,
            refused = c.refused + excluded.refused, limited = c.limited + excluded.limited,
            failed = c.failed + excluded.failed, bytes = c.bytes + excluded.bytes,
            milliseconds = c.milliseconds + excluded.milliseconds""",
        (
            [holder for holder, *_ in rows],
            [kind for _, kind, *_ in rows],
            [data_set for _, _, data_set, *_ in rows],
            [hour for _, _, _, hour, _ in rows],
            [counted.calls for *_, counted in rows],
            [counted.refused for *_, counted in rows],
            [counted.limited for *_, counted in rows],
            [counted.failed for *_, counted in rows],
            [counted.bytes for *_, counted in rows],
            [counted.milliseconds for *_, counted in rows],
        ),
    )


def add_networks(tx: Tx, rows: Sequence[tuple[UUID, str, Came]]) -> None:
    """Note from which networks holders came."""
    tx.put(
        """INSERT INTO access.network AS n (holder, network, first_seen, last_seen, calls)
        SELECT * FROM unnest(%s::uuid[], %s::text[], %s::timestamptz[], %s::timestamptz[], %s::bigint[])
        ON CONFLICT (holder, network) DO UPDATE SET first_seen = least(n.first_seen, excluded.first_seen),
            last_seen = greatest(n.last_seen, excluded.last_seen), calls = n.calls + excluded.calls""",
        (
            [holder for holder, *_ in rows],
            [network for _, network, _ in rows],
            [came.first for *_, came in rows],
            [came.last for *_, came in rows],
            [came.calls for *_, came in rows],
        ),
    )


async def key_limits(tx: Tx) -> list[dict[str, Any]]:
    return await tx.rows("SELECT key_id, per_second, burst FROM access.key_limit")


async def set_key_limit(tx: Tx, key: UUID, per_second: float, burst: int, by: UUID) -> int:
    return await tx.count(
        """INSERT INTO access.key_limit (key_id, per_second, burst, set_by, recorded)
        SELECT id, %s, %s, %s, %s FROM access.api_key WHERE id = %s AND ended IS NULL
        ON CONFLICT (key_id) DO UPDATE SET per_second = excluded.per_second, burst = excluded.burst,
            set_by = excluded.set_by, recorded = excluded.recorded""",
        (per_second, burst, by, tx.at, key),
    )


async def clear_key_limit(tx: Tx, key: UUID) -> int:
    return await tx.count("DELETE FROM access.key_limit WHERE key_id = %s", (key,))


async def uses(
    tx: Tx, hour: datetime, since: datetime, zone: str, night: tuple[int, int], new_since: datetime
) -> list[Use]:
    """Everybody's calls of an hour beside their own past since a moment; strangers are nobody and have none."""
    rows = await tx.rows(
        """WITH now AS (
            SELECT holder, holder_kind, sum(calls)::bigint AS calls, sum(refused)::bigint AS refused
            FROM access.calls WHERE recorded = %(hour)s AND holder_kind <> 'stranger' GROUP BY 1, 2),
        hourly AS (
            SELECT c.holder, c.recorded, sum(c.calls) AS calls FROM access.calls c JOIN now n ON n.holder = c.holder
            WHERE c.recorded >= %(since)s AND c.recorded < %(hour)s GROUP BY 1, 2),
        past AS (
            SELECT holder, avg(calls)::float8 AS usual, count(*) AS hours, count(*) FILTER (
                WHERE extract(hour FROM recorded AT TIME ZONE %(zone)s) >= %(evening)s
                   OR extract(hour FROM recorded AT TIME ZONE %(zone)s) < %(morning)s) AS night_hours
            FROM hourly GROUP BY 1)
        SELECT n.holder, n.holder_kind, n.calls, n.refused, coalesce(p.usual, 0) AS usual,
            coalesce(p.hours, 0) AS hours, coalesce(p.night_hours, 0) AS night_hours,
            (SELECT count(*) FROM access.network w WHERE w.holder = n.holder AND w.first_seen < %(new_since)s)
                AS networks,
            (SELECT w.network FROM access.network w WHERE w.holder = n.holder AND w.first_seen >= %(new_since)s
                AND w.network <> 'unknown' ORDER BY w.first_seen LIMIT 1) AS new_network
        FROM now n LEFT JOIN past p ON p.holder = n.holder""",
        {
            "hour": hour,
            "since": since,
            "zone": zone,
            "evening": night[0],
            "morning": night[1],
            "new_since": new_since,
        },
    )
    return [Use(**row) for row in rows]


async def insert_unusual(tx: Tx, finding: Finding, day: date) -> UUID | None:
    """Keep a finding; None when the holder has one of this kind for the day."""
    use = finding.use
    new: UUID | None = await tx.value(
        """INSERT INTO access.unusual (id, holder, holder_kind, kind, day, calls, usual, network, recorded)
        VALUES (%s,%s,%s,%s,%s,%s,%s,%s,%s) ON CONFLICT DO NOTHING RETURNING id""",
        (
            uuid7(tx.at),
            use.holder,
            use.holder_kind,
            finding.kind,
            day,
            use.calls,
            finding.usual,
            finding.network,
            tx.at,
        ),
    )
    return new


_UNUSUAL = """SELECT u.id, u.holder, u.holder_kind, u.kind, u.calls, u.usual, u.network, u.recorded,
        p.name AS application, k.purpose, a.name AS account
    FROM access.unusual u LEFT JOIN access.api_key k ON k.id = u.holder
    LEFT JOIN access.application p ON p.id = k.application_id LEFT JOIN access.account a ON a.id = u.holder """


async def unusual(tx: Tx, use_id: UUID) -> dict[str, Any] | None:
    return await tx.row(_UNUSUAL + "WHERE u.id = %s", (use_id,))


async def newest_unusual(tx: Tx, before: tuple[datetime, UUID] | None, limit: int) -> list[dict[str, Any]]:
    at, last = before or (None, None)
    return await tx.rows(
        _UNUSUAL
        + """WHERE %s::timestamptz IS NULL OR (u.recorded, u.id) < (%s, %s)
        ORDER BY u.recorded DESC, u.id DESC LIMIT %s""",
        (at, at, last, limit),
    )


async def calls_by(tx: Tx, since: datetime, until: datetime, limit: int) -> list[dict[str, Any]]:
    """Calls of a span by application, purpose and data set, most first; accounts and strangers each as one line."""
    return await tx.rows(
        """SELECT c.holder_kind, p.name AS application, k.purpose, c.data_set, sum(c.calls)::bigint AS calls,
            sum(c.refused)::bigint AS refused, sum(c.limited)::bigint AS limited, sum(c.failed)::bigint AS failed,
            sum(c.bytes)::bigint AS bytes, sum(c.milliseconds) / greatest(sum(c.calls), 1) AS milliseconds,
            count(DISTINCT c.holder) AS holders, max(c.recorded) AS last_hour
        FROM access.calls c LEFT JOIN access.api_key k ON k.id = c.holder
        LEFT JOIN access.application p ON p.id = k.application_id
        WHERE c.recorded >= %s AND c.recorded < %s
        GROUP BY 1, 2, 3, 4 ORDER BY calls DESC, 1, 2, 3, 4 LIMIT %s""",
        (since, until, limit),
    )
