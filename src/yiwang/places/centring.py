"""Where to write what is told of a whole jurisdiction: a point that certainly lies inside it."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

import shapely

from yiwang.db.tx import Tx
from yiwang.places.store.centres import polygons


async def centres(tx: Tx, jurisdictions: Sequence[UUID], at: datetime) -> dict[UUID, tuple[float, float]]:
    """Return a point inside each jurisdiction that has a polygon, degrees CGCS2000."""
    rows = await polygons(tx, jurisdictions, at) if jurisdictions else []
    inside = shapely.point_on_surface(shapely.from_wkb([row["wkb"] for row in rows]))
    return {row["id"]: (float(point.x), float(point.y)) for row, point in zip(rows, inside, strict=True)}
