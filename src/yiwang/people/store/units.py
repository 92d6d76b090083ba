"""SQL about single units for the rooms above."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from yiwang.db import Tx


async def names(tx: Tx, units: Collection[UUID]) -> dict[UUID, str]:
    rows = await tx.rows("SELECT id, short_name FROM people.organisation WHERE id = ANY(%s)", (list(units),))
    return {row["id"]: row["short_name"] for row in rows}


async def parent_of(tx: Tx, unit: UUID) -> UUID | None:
    found: UUID | None = await tx.value("SELECT parent_id FROM people.organisation WHERE id = %s", (unit,))
    return found


async def stations(tx: Tx, chain: Sequence[UUID], at: datetime) -> list[UUID]:
    """Stations and centres of the jurisdictions, in the order of the chain."""
    rows = await tx.rows(
        """SELECT o.id FROM unnest(%s::uuid[]) WITH ORDINALITY AS n(node, place)
            JOIN people.organisation o ON o.jurisdiction_id = n.node
        WHERE o.kind IN ('centre', 'street_centre', 'sector_station', 'neighbourhood_station', 'key_place_station')
          AND o.valid_from <= %s AND (o.valid_to IS NULL OR o.valid_to > %s)
        ORDER BY n.place, o.code""",
        (list(chain), at, at),
    )
    return [row["id"] for row in rows]
