"""SQL of map features and of counts."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, LiteralString
from uuid import UUID

from yiwang.base.ids import uuid7
from yiwang.db.tx import Tx
from yiwang.places.model import Count, Shape

_AT: LiteralString = "(valid_from IS NULL OR valid_from <= %s) AND (valid_to IS NULL OR valid_to > %s)"


async def lock_import(tx: Tx) -> None:
    """Let imports of features follow one another."""
    await tx.value("SELECT pg_advisory_xact_lock(hashtext('places.feature'))")


async def open_features(tx: Tx, kind: str, source: str, codes: Sequence[str]) -> dict[str, dict[str, Any]]:
    """Features in force by code: id, feature, version, wkb, name, height."""
    rows = await tx.rows(
        """SELECT code, id, feature, version, wkb, name, height FROM places.feature
        WHERE valid_to IS NULL AND kind = %s AND source = %s AND code = ANY(%s)""",
        (kind, source, list(codes)),
    )
    return {row["code"]: row for row in rows}


def insert(
    tx: Tx,
    kind: str,
    source: str,
    new: Sequence[tuple[UUID, Shape, float | None, int]],
    since: datetime | None,
) -> None:
    """Store (permanent id, shape, height in metres, version)."""
    tx.put(
        """INSERT INTO places.feature (id, feature, code, name, height, version, wkb, west, south, east, north,
            kind, source, valid_from, recorded)
        SELECT n.*, %s, %s, %s, %s FROM unnest(%s::uuid[], %s::uuid[], %s::text[], %s::text[], %s::float8[],
            %s::integer[], %s::bytea[], %s::float8[], %s::float8[], %s::float8[], %s::float8[]) AS n""",
        (
            kind,
            source,
            since,
            tx.at,
            [uuid7(tx.at) for _ in new],
            [feature for feature, _, _, _ in new],
            [s.code for _, s, _, _ in new],
            [s.name for _, s, _, _ in new],
            [height for _, _, height, _ in new],
            [version for _, _, _, version in new],
            [s.wkb for _, s, _, _ in new],
            [s.west for _, s, _, _ in new],
            [s.south for _, s, _, _ in new],
            [s.east for _, s, _, _ in new],
            [s.north for _, s, _, _ in new],
        ),
    )


async def close(tx: Tx, ids: Sequence[UUID], at: datetime) -> int:
    return await tx.count(
        """UPDATE places.feature SET valid_to = %s
        WHERE id = ANY(%s) AND valid_to IS NULL AND (valid_from IS NULL OR valid_from < %s)""",
        (at, list(ids), at),
    )


async def in_box(
    tx: Tx, kind: str, box: tuple[float, float, float, float], at: datetime, limit: int
) -> list[dict[str, Any]]:
    """Features of a kind in force whose box meets `box` (west, south, east, north; degrees)."""
    west, south, east, north = box
    return await tx.rows(
        """SELECT feature AS id, code, name, kind, height, version, source, wkb FROM places.feature
        WHERE kind = %s AND west <= %s AND east >= %s AND south <= %s AND north >= %s AND """
        + _AT
        + " ORDER BY feature LIMIT %s",
        (kind, east, west, north, south, at, at, limit),
    )


def put_counts(tx: Tx, counts: Sequence[Count]) -> None:
    """Store counts; one of the same jurisdiction, measure, period and source is corrected."""
    tx.put(
        """INSERT INTO places.count (jurisdiction_id, measure, since, until, value, unit, source, recorded)
        SELECT n.*, %s FROM unnest(%s::uuid[], %s::text[], %s::date[], %s::date[], %s::float8[], %s::text[], %s::text[])
            AS n
        ON CONFLICT (jurisdiction_id, measure, since, until, source) DO UPDATE
        SET value = excluded.value, unit = excluded.unit, recorded = excluded.recorded""",
        (
            tx.at,
            [c.jurisdiction_id for c in counts],
            [c.measure for c in counts],
            [c.since for c in counts],
            [c.until for c in counts],
            [c.value for c in counts],
            [c.unit for c in counts],
            [c.source for c in counts],
        ),
    )


async def counts(tx: Tx, jurisdictions: Sequence[UUID] | None, measure: str | None, day: date | None) -> list[Count]:
    """Counts of these jurisdictions and this measure whose period had begun by `day`, the latest first."""
    rows = await tx.rows(
        """SELECT jurisdiction_id, measure, since, until, value, unit, source FROM places.count
        WHERE (%s::uuid[] IS NULL OR jurisdiction_id = ANY(%s)) AND (%s::text IS NULL OR measure = %s)
          AND (%s::date IS NULL OR since <= %s)
        ORDER BY jurisdiction_id, measure, until DESC, since DESC, source LIMIT 10000""",
        (jurisdictions, jurisdictions, measure, measure, day, day),
    )
    return [Count(**row) for row in rows]


async def shape_of(tx: Tx, feature: UUID, at: datetime) -> bytes | None:
    """The outline (WKB, degrees) of one feature as it is in force."""
    found: bytes | None = await tx.value(
        "SELECT wkb FROM places.feature WHERE feature = %s AND " + _AT + " ORDER BY version DESC LIMIT 1",
        (feature, at, at),
    )
    return found
