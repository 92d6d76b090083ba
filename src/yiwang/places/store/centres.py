"""SQL of the polygons whose middles are asked for."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from yiwang.db.tx import Tx


async def polygons(tx: Tx, jurisdictions: Sequence[UUID], at: datetime) -> list[dict[str, Any]]:
    """Jurisdiction, WKB and whether it is schematic, of those that have a polygon in force."""
    return await tx.rows(
        """SELECT jurisdiction_id AS id, wkb, schematic FROM places.boundary
        WHERE jurisdiction_id = ANY(%(ids)s) AND (valid_from IS NULL OR valid_from <= %(at)s)
          AND (valid_to IS NULL OR valid_to > %(at)s)""",
        {"ids": list(jurisdictions), "at": at},
    )
