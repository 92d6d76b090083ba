"""SQL of what is shared beside cases: warnings, and values of signs."""

from collections.abc import Sequence
from dataclasses import fields
from datetime import datetime
from typing import Any, LiteralString
from uuid import UUID

from psycopg.types.json import Jsonb

from yiwang.db.tx import Tx
from yiwang.federation.model import SharedWarning

_WARNING: LiteralString = ", ".join(field.name for field in fields(SharedWarning))
_MARKS: LiteralString = ", ".join(["%s"] * len(fields(SharedWarning)))


async def warnings_of(tx: Tx, warning_id: UUID) -> list[SharedWarning]:
    """With whom one of our warnings is shared."""
    rows = await tx.rows(
        f"SELECT {_WARNING} FROM federation.warning WHERE warning_id = %s ORDER BY peer", (warning_id,)
    )
    return [SharedWarning(**row) for row in rows]


async def warning_from(tx: Tx, peer: str, remote_id: UUID) -> SharedWarning | None:
    """The warning here that came from a peer under its own id."""
    query = f"SELECT {_WARNING} FROM federation.warning WHERE peer = %s AND remote_id = %s AND NOT ours"
    row = await tx.row(query, (peer, remote_id))
    return SharedWarning(**row) if row else None


def put_warning(tx: Tx, shared: SharedWarning) -> None:
    tx.put(
        f"""INSERT INTO federation.warning ({_WARNING}) VALUES ({_MARKS})
        ON CONFLICT (warning_id, peer) DO UPDATE SET remote_number = excluded.remote_number, told = excluded.told,
            received = excluded.received, refused = excluded.refused, changed = excluded.changed""",
        tuple(getattr(shared, field.name) for field in fields(SharedWarning)),
    )


def note_refusal(tx: Tx, warning_id: UUID, peer: str, why: str) -> None:
    """The peer would not take a warning."""
    query = "UPDATE federation.warning SET refused = %s, changed = %s WHERE warning_id = %s AND peer = %s AND ours"
    tx.put(query, (why[:500], tx.at, warning_id, peer))


def note_number(tx: Tx, warning_id: UUID, peer: str, number: str) -> None:
    """The peer issued a warning of ours under this number."""
    query = (
        "UPDATE federation.warning SET remote_number = %s, changed = %s WHERE warning_id = %s AND peer = %s AND ours"
    )
    tx.put(query, (number, tx.at, warning_id, peer))


def put_signs(tx: Tx, peer: str, rows: Sequence[dict[str, Any]]) -> None:
    """Keep values that a peer told, in one statement; a corrected one replaces what was there."""
    tx.put(
        """INSERT INTO federation.sign_value (peer, origin, code, jurisdiction, place, at, value, level, n, version,
            name, unit, recorded)
        SELECT %(peer)s, x.origin, x.code, x.jurisdiction, x.place, x.at, x.value, x.level, x.n, x.version,
            x.name, x.unit, %(now)s
        FROM jsonb_to_recordset(%(rows)s) AS x(origin text, code text, jurisdiction text, place uuid, at timestamptz,
            value double precision, level text, n bigint, version int, name text, unit text)
        ON CONFLICT (peer, origin, code, jurisdiction, at) DO UPDATE SET value = excluded.value, level = excluded.level,
            n = excluded.n, version = excluded.version, name = excluded.name, unit = excluded.unit,
            recorded = excluded.recorded""",
        {"peer": peer, "rows": Jsonb(rows), "now": tx.at},
    )


async def signs(
    tx: Tx,
    within: LiteralString,
    params: Sequence[Any],
    *,
    peer: str | None,
    code: str | None,
    since: datetime,
    limit: int,
) -> list[dict[str, Any]]:
    """The latest values of signs within the condition over `s`: one for each sign, place and origin."""
    return await tx.rows(
        f"""SELECT DISTINCT ON (peer, origin, code, jurisdiction) peer, origin, code, name, unit, jurisdiction, at,
            value, level, n, version, recorded
        FROM federation.sign_value s
        WHERE at >= %s AND (%s::text IS NULL OR peer = %s) AND (%s::text IS NULL OR code = %s) AND {within}
        ORDER BY peer, origin, code, jurisdiction, at DESC LIMIT %s""",
        (since, peer, peer, code, code, *params, limit),
    )


async def prune_signs(tx: Tx, before: datetime) -> int:
    return await tx.count("DELETE FROM federation.sign_value WHERE recorded < %s", (before,))
