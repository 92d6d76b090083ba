"""SQL of the address library."""

from collections.abc import Sequence
from datetime import datetime
from typing import LiteralString
from uuid import UUID

from yiwang.db.tx import Tx
from yiwang.places.model import Address

_FIELDS: LiteralString = """a.id, a.parent_id, a.level, a.name, a.text, a.normalised, a.district,
    a.jurisdiction_id, a.lon, a.lat, a.floor"""
_AT: LiteralString = """(a.valid_from IS NULL OR a.valid_from <= %s)
    AND (a.valid_to IS NULL OR a.valid_to > %s)"""


async def by_id(tx: Tx, address_id: UUID) -> Address | None:
    row = await tx.row("SELECT " + _FIELDS + " FROM places.address a WHERE a.id = %s", (address_id,))
    return Address(**row) if row else None


async def by_path(tx: Tx, paths: Sequence[str], district: str, at: datetime) -> list[Address]:
    """Addresses in force that one of the paths names, by their own spelling or an alias; of one district if named.

    The fullest path comes first.
    """
    rows = await tx.rows(
        "SELECT DISTINCT ON (length(hit.path), a.id) "
        + _FIELDS
        + """ FROM (
            SELECT id, normalised AS path FROM places.address WHERE normalised = ANY(%s)
            UNION ALL SELECT address_id, normalised FROM places.address_alias WHERE normalised = ANY(%s)
        ) hit JOIN places.address a ON a.id = hit.id
        WHERE """
        + _AT
        + """ AND (%s = '' OR a.district = '' OR a.district = %s)
        ORDER BY length(hit.path) DESC, a.id LIMIT 20""",
        (list(paths), list(paths), at, at, district, district),
    )
    return [Address(**row) for row in rows]


async def starting_with(tx: Tx, prefix: str, at: datetime, limit: int) -> list[Address]:
    """Addresses in force whose path, or an alias of it, begins so, the shortest first.

    One letter fits half a city: only so many of its roads and of the first paths in order are looked at.
    """
    pattern = prefix.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
    rows = await tx.rows(
        "SELECT "
        + _FIELDS
        + """ FROM places.address a WHERE a.id IN (
            (SELECT id FROM places.address WHERE normalised LIKE %s AND level IN ('road', 'crossing') LIMIT 500)
            UNION ALL
            (SELECT id FROM places.address WHERE normalised LIKE %s ORDER BY normalised USING ~<~ LIMIT 500)
            UNION ALL
            (SELECT address_id FROM places.address_alias WHERE normalised LIKE %s LIMIT 500)
        ) AND """
        + _AT
        + " ORDER BY length(a.normalised), a.normalised, a.id LIMIT %s",
        (pattern, pattern, pattern, at, at, limit),
    )
    return [Address(**row) for row in rows]


async def lock_import(tx: Tx) -> None:
    """Let imports of addresses follow one another: two would make the same road twice."""
    await tx.value("SELECT pg_advisory_xact_lock(hashtext('places.address'))")


async def open_paths(tx: Tx, paths: Sequence[str]) -> dict[tuple[str, str], Address]:
    """Addresses in force without an end, by path and district."""
    rows = await tx.rows(
        "SELECT " + _FIELDS + " FROM places.address a WHERE a.valid_to IS NULL AND a.normalised = ANY(%s)",
        (list(paths),),
    )
    return {(row["normalised"], row["district"]): Address(**row) for row in rows}


def insert(tx: Tx, new: Sequence[Address], source: str, since: datetime | None) -> None:
    tx.put(
        """INSERT INTO places.address (id, parent_id, level, name, text, normalised, district, jurisdiction_id,
            lon, lat, floor, source, valid_from, recorded)
        SELECT n.*, %s, %s, %s FROM unnest(%s::uuid[], %s::uuid[], %s::text[], %s::text[], %s::text[], %s::text[],
            %s::text[], %s::uuid[], %s::float8[], %s::float8[], %s::text[]) AS n""",
        (
            source,
            since,
            tx.at,
            [a.id for a in new],
            [a.parent_id for a in new],
            [a.level for a in new],
            [a.name for a in new],
            [a.text for a in new],
            [a.normalised for a in new],
            [a.district for a in new],
            [a.jurisdiction_id for a in new],
            [a.lon for a in new],
            [a.lat for a in new],
            [a.floor for a in new],
        ),
    )


def set_points(tx: Tx, known: Sequence[Address], source: str) -> None:
    """Give known addresses the point, floor and jurisdiction of a later import."""
    tx.put(
        """UPDATE places.address a SET lon = n.lon, lat = n.lat, jurisdiction_id = n.jurisdiction_id,
            floor = coalesce(n.floor, a.floor), source = %s, recorded = %s
        FROM unnest(%s::uuid[], %s::float8[], %s::float8[], %s::uuid[], %s::text[])
            AS n(id, lon, lat, jurisdiction_id, floor)
        WHERE a.id = n.id""",
        (
            source,
            tx.at,
            [a.id for a in known],
            [a.lon for a in known],
            [a.lat for a in known],
            [a.jurisdiction_id for a in known],
            [a.floor for a in known],
        ),
    )


def insert_aliases(tx: Tx, aliases: Sequence[tuple[UUID, str, str]]) -> None:
    """Store (address, alias as written, alias in one spelling)."""
    tx.put(
        """INSERT INTO places.address_alias (address_id, alias, normalised, recorded)
        SELECT n.*, %s FROM unnest(%s::uuid[], %s::text[], %s::text[]) AS n ON CONFLICT DO NOTHING""",
        (tx.at, [a for a, _, _ in aliases], [b for _, b, _ in aliases], [c for _, _, c in aliases]),
    )


async def close(tx: Tx, address_id: UUID, at: datetime) -> int:
    return await tx.count(
        """UPDATE places.address SET valid_to = %s
        WHERE id = %s AND valid_to IS NULL AND (valid_from IS NULL OR valid_from < %s)""",
        (at, address_id, at),
    )
