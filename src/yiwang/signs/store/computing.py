"""SQL of a computation: what was, what is usual, and the new states and points of the history."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from psycopg.types.json import Jsonb

from yiwang.db.copy import copy_rows
from yiwang.db.trips import Row
from yiwang.db.tx import Tx

_INCOMING = (
    "sign", "node", "value", "top", "bottom", "n", "level", "since", "pending_since", "mean", "sd", "samples", "kept",
    "as_of",
)  # fmt: skip
_TYPES = (
    "text", "uuid", "float8", "float8", "float8", "float8", "int2", "timestamptz", "timestamptz", "float8", "float8",
    "int4", "timestamptz", "timestamptz",
)  # fmt: skip


def lock(tx: Tx) -> None:
    """Let one computation write at a time."""
    tx.put("SELECT pg_advisory_xact_lock(hashtextextended('signs.compute', 0))")


async def runs(tx: Tx) -> dict[str, Row]:
    rows = await tx.rows("SELECT sign, at, kept, as_of, state, error FROM signs.run")
    return {row["sign"]: row for row in rows}


async def levels(tx: Tx) -> list[Row]:
    """The levels that are not simply green, and what waits to become worse: all others are green or unknown."""
    return await tx.rows(
        "SELECT sign, node, level, since, pending_since FROM signs.state WHERE level > 0 OR pending_since IS NOT NULL"
    )


async def usual(
    tx: Tx, signs: Collection[str], same: Sequence[datetime], any_day: Sequence[datetime]
) -> list[dict[str, Any]]:
    """Mean, deviation and number of the values at these moments, `same` those of the same weekday."""
    return await tx.rows(
        """SELECT sign, node, avg(value) FILTER (WHERE recorded = ANY(%(same)s)) AS same_mean,
            stddev_samp(value) FILTER (WHERE recorded = ANY(%(same)s)) AS same_sd,
            count(value) FILTER (WHERE recorded = ANY(%(same)s)) AS same_n,
            avg(value) AS mean, stddev_samp(value) AS sd, count(value) AS n
        FROM signs.value WHERE sign = ANY(%(signs)s) AND recorded = ANY(%(all)s) GROUP BY sign, node""",
        {"signs": list(signs), "same": list(same), "all": sorted({*same, *any_day})},
    )


async def values_at(tx: Tx, signs: Collection[str], moment: datetime) -> list[Row]:
    return await tx.rows(
        "SELECT sign, node, value FROM signs.value WHERE sign = ANY(%s) AND recorded = %s", (list(signs), moment)
    )


async def pushed(tx: Tx, signs: Collection[str], since: datetime, at: datetime) -> list[Row]:
    """The latest values that others sent, by sign and place."""
    return await tx.rows(
        """SELECT DISTINCT ON (sign, node) sign, node, recorded, top, bottom FROM signs.pushed
        WHERE sign = ANY(%s) AND recorded > %s AND recorded <= %s ORDER BY sign, node, recorded DESC""",
        (list(signs), since, at),
    )


async def keep_states(tx: Tx, rows: Iterable[Sequence[Any]]) -> int:
    """Take in rows of states and write the points of the history among them (`kept`); return how many came in."""
    tx.put("TRUNCATE signs.incoming")
    written = await copy_rows(tx, "signs.incoming", _INCOMING, rows, types=_TYPES)
    tx.put(
        """INSERT INTO signs.value (sign, node, recorded, value, top, bottom, n, level, as_of)
        SELECT sign, node, kept, value, top, bottom, n, level, as_of FROM signs.incoming WHERE kept IS NOT NULL
        ON CONFLICT (sign, node, recorded) DO UPDATE SET value = excluded.value, top = excluded.top,
            bottom = excluded.bottom, n = excluded.n, level = excluded.level, as_of = excluded.as_of"""
    )
    return written


def renew_states(tx: Tx, signs: Collection[str]) -> None:
    """Make the rows that came in the states of these signs; places that have none any more go.

    A state whose row would be the same is not touched.
    """
    tx.put(
        """DELETE FROM signs.state s WHERE s.sign = ANY(%s)
            AND NOT EXISTS (SELECT 1 FROM signs.incoming i WHERE i.sign = s.sign AND i.node = s.node)""",
        (list(signs),),
    )
    tx.put(
        """INSERT INTO signs.state AS s
            (sign, node, value, top, bottom, n, level, since, pending_since, mean, sd, samples)
        SELECT sign, node, value, top, bottom, n, level, since, pending_since, mean, sd, samples FROM signs.incoming
        WHERE sign = ANY(%s)
        ON CONFLICT (sign, node) DO UPDATE SET value = excluded.value, top = excluded.top, bottom = excluded.bottom,
            n = excluded.n, level = excluded.level,
            since = CASE WHEN s.level = excluded.level THEN s.since ELSE excluded.since END,
            pending_since = excluded.pending_since, mean = excluded.mean, sd = excluded.sd, samples = excluded.samples
        WHERE (s.value, s.top, s.bottom, s.n, s.level, s.pending_since, s.mean, s.sd, s.samples) IS DISTINCT FROM
            (excluded.value, excluded.top, excluded.bottom, excluded.n, excluded.level, excluded.pending_since,
             excluded.mean, excluded.sd, excluded.samples)""",
        (list(signs),),
    )


def end_incoming(tx: Tx) -> None:
    tx.put("TRUNCATE signs.incoming")


def note_runs(tx: Tx, rows: Sequence[dict[str, Any]]) -> None:
    """Note when each sign was computed, and how it stands with its sources."""
    tx.put(
        """INSERT INTO signs.run AS r (sign, at, kept, as_of, state, error)
        SELECT sign, at, kept, as_of, state, error FROM jsonb_to_recordset(%s)
            AS x(sign text, at timestamptz, kept timestamptz, as_of timestamptz, state text, error text)
        ON CONFLICT (sign) DO UPDATE SET at = excluded.at, kept = coalesce(excluded.kept, r.kept),
            as_of = excluded.as_of, state = excluded.state, error = excluded.error""",
        (Jsonb([{key: _plain(value) for key, value in row.items()} for row in rows]),),
    )


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else str(value) if isinstance(value, UUID) else value
