"""SQL of boundaries, grid cells and map features: WKB in degrees CGCS2000, by version."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, LiteralString
from uuid import UUID

import shapely
from shapely.geometry.base import BaseGeometry

from yiwang.base.ids import uuid7
from yiwang.db.tx import Tx
from yiwang.places.model import Shape

_AT: LiteralString = "(valid_from IS NULL OR valid_from <= %s) AND (valid_to IS NULL OR valid_to > %s)"


@dataclass(frozen=True)
class Stamp:
    """Where shapes come from, whether they are schematic, from when they are in force (None: as far back as known)."""

    source: str
    schematic: bool
    valid_from: datetime | None


@dataclass(frozen=True)
class Held:
    """A shape in force: which row, which version, its WKB."""

    id: UUID
    version: int
    wkb: bytes
    valid_from: datetime | None


def shape(code: str, name: str, geometry: BaseGeometry) -> Shape:
    """Return a geometry (degrees) as it is stored."""
    return Shape(code, name, shapely.to_wkb(geometry), *geometry.bounds)


def _columns(made: Sequence[Shape]) -> list[list[Any]]:
    return [
        [s.wkb for s in made],
        [s.west for s in made],
        [s.south for s in made],
        [s.east for s in made],
        [s.north for s in made],
    ]


async def open_boundaries(tx: Tx, jurisdictions: Sequence[UUID]) -> dict[UUID, Held]:
    rows = await tx.rows(
        """SELECT jurisdiction_id, id, version, wkb, valid_from FROM places.boundary
        WHERE valid_to IS NULL AND jurisdiction_id = ANY(%s)""",
        (list(jurisdictions),),
    )
    return {row.pop("jurisdiction_id"): Held(**row) for row in rows}


async def without_boundary(tx: Tx, jurisdictions: Sequence[UUID]) -> set[UUID]:
    """Those of the jurisdictions that never had a polygon."""
    rows = await tx.rows(
        """SELECT n.id FROM unnest(%s::uuid[]) AS n(id)
        WHERE NOT EXISTS (SELECT 1 FROM places.boundary b WHERE b.jurisdiction_id = n.id)""",
        (list(jurisdictions),),
    )
    return {row["id"] for row in rows}


def insert_boundaries(tx: Tx, new: Sequence[tuple[UUID, Shape, int]], stamp: Stamp) -> None:
    """Store (jurisdiction, shape, version) as rows in force."""
    tx.put(
        """INSERT INTO places.boundary (id, jurisdiction_id, version, wkb, west, south, east, north,
            source, schematic, valid_from, recorded)
        SELECT n.*, %s, %s, %s, %s FROM unnest(%s::uuid[], %s::uuid[], %s::integer[], %s::bytea[],
            %s::float8[], %s::float8[], %s::float8[], %s::float8[]) AS n""",
        (
            stamp.source,
            stamp.schematic,
            stamp.valid_from,
            tx.at,
            [uuid7(tx.at) for _ in new],
            [jurisdiction for jurisdiction, _, _ in new],
            [version for _, _, version in new],
            *_columns([made for _, made, _ in new]),
        ),
    )


async def open_cells(tx: Tx, system: str, codes: Sequence[str]) -> dict[str, Held]:
    rows = await tx.rows(
        """SELECT code, id, version, wkb, valid_from FROM places.grid_cell
        WHERE valid_to IS NULL AND system = %s AND code = ANY(%s)""",
        (system, list(codes)),
    )
    return {row.pop("code"): Held(**row) for row in rows}


async def has_cells(tx: Tx, system: str, jurisdictions: Sequence[UUID]) -> bool:
    """Whether any of the jurisdictions has, or had, a cell of the system."""
    return bool(
        await tx.value(
            "SELECT EXISTS (SELECT 1 FROM places.grid_cell WHERE system = %s AND jurisdiction_id = ANY(%s))",
            (system, list(jurisdictions)),
        )
    )


def insert_cells(tx: Tx, system: str, new: Sequence[tuple[Shape, UUID | None, int]], stamp: Stamp) -> None:
    """Store (shape, jurisdiction, version) as grid cells in force."""
    tx.put(
        """INSERT INTO places.grid_cell (id, code, name, jurisdiction_id, version, wkb, west, south, east, north,
            system, source, schematic, valid_from, recorded)
        SELECT n.*, %s, %s, %s, %s, %s FROM unnest(%s::uuid[], %s::text[], %s::text[], %s::uuid[], %s::integer[],
            %s::bytea[], %s::float8[], %s::float8[], %s::float8[], %s::float8[]) AS n""",
        (
            system,
            stamp.source,
            stamp.schematic,
            stamp.valid_from,
            tx.at,
            [uuid7(tx.at) for _ in new],
            [made.code for made, _, _ in new],
            [made.name for made, _, _ in new],
            [jurisdiction for _, jurisdiction, _ in new],
            [version for _, _, version in new],
            *_columns([made for made, _, _ in new]),
        ),
    )


async def close_boundaries(tx: Tx, ids: Sequence[UUID], at: datetime) -> int:
    """End these versions at `at`; return how many had begun before and were open."""
    return await tx.count(
        """UPDATE places.boundary SET valid_to = %s
        WHERE id = ANY(%s) AND valid_to IS NULL AND (valid_from IS NULL OR valid_from < %s)""",
        (at, list(ids), at),
    )


async def close_cells(tx: Tx, ids: Sequence[UUID], at: datetime) -> int:
    return await tx.count(
        """UPDATE places.grid_cell SET valid_to = %s
        WHERE id = ANY(%s) AND valid_to IS NULL AND (valid_from IS NULL OR valid_from < %s)""",
        (at, list(ids), at),
    )


async def systems(tx: Tx) -> dict[str, tuple[str, str]]:
    """Grid systems: code → (Chinese, English)."""
    rows = await tx.rows("SELECT code, zh, en FROM places.grid_system ORDER BY code")
    return {row["code"]: (row["zh"], row["en"]) for row in rows}


async def add_system(tx: Tx, code: str, zh: str, en: str) -> int:
    return await tx.count(
        "INSERT INTO places.grid_system (code, zh, en) VALUES (%s, %s, %s) ON CONFLICT DO NOTHING", (code, zh, en)
    )


async def boundaries_at(tx: Tx, at: datetime) -> list[dict[str, Any]]:
    """Every polygon in force: jurisdiction_id, wkb, schematic."""
    return await tx.rows("SELECT jurisdiction_id, wkb, schematic FROM places.boundary WHERE " + _AT, (at, at))


async def cells_at(tx: Tx, at: datetime) -> list[dict[str, Any]]:
    """Every grid cell in force, by system and code: system, code, wkb, schematic."""
    return await tx.rows(
        "SELECT system, code, wkb, schematic FROM places.grid_cell WHERE " + _AT + " ORDER BY system, code", (at, at)
    )


async def next_change(tx: Tx, at: datetime) -> tuple[datetime | None, datetime | None]:
    """The last moment up to `at` and the first after it at which the tree or a polygon changes."""
    row = await tx.row(
        """WITH moment AS (
            SELECT valid_from AS at FROM places.placing UNION SELECT valid_to FROM places.placing
            UNION SELECT valid_from FROM places.boundary UNION SELECT valid_to FROM places.boundary
            UNION SELECT valid_from FROM places.grid_cell UNION SELECT valid_to FROM places.grid_cell
        ) SELECT max(at) FILTER (WHERE at <= %s) AS since, min(at) FILTER (WHERE at > %s) AS until FROM moment""",
        (at, at),
    )
    return (row["since"], row["until"]) if row else (None, None)


async def map_boundaries(tx: Tx, at: datetime, level: str, within: Sequence[UUID] | None) -> list[dict[str, Any]]:
    """Polygons of one level in force, by code: id, code, name, schematic, wkb."""
    return await tx.rows(
        """SELECT j.id, p.code, p.name, b.schematic, b.wkb
        FROM places.boundary b
        JOIN places.jurisdiction j ON j.id = b.jurisdiction_id
        JOIN places.placing p ON p.jurisdiction_id = j.id
        WHERE (b.valid_from IS NULL OR b.valid_from <= %(at)s) AND (b.valid_to IS NULL OR b.valid_to > %(at)s)
          AND (p.valid_from IS NULL OR p.valid_from <= %(at)s) AND (p.valid_to IS NULL OR p.valid_to > %(at)s)
          AND j.level = %(level)s AND (%(within)s::uuid[] IS NULL OR j.id = ANY(%(within)s))
        ORDER BY p.code""",
        {"at": at, "level": level, "within": within},
    )


async def map_cells(tx: Tx, at: datetime, system: str, within: Sequence[UUID]) -> list[dict[str, Any]]:
    """Grid cells in force whose jurisdiction is one of `within`, by code: id, code, name, schematic, wkb."""
    return await tx.rows(
        "SELECT id, code, name, schematic, wkb FROM places.grid_cell WHERE "
        + _AT
        + " AND system = %s AND jurisdiction_id = ANY(%s) ORDER BY code",
        (at, at, system, list(within)),
    )
