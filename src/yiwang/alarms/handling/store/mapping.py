"""SQL of the standing alarms as points of the map."""

from collections.abc import Sequence
from typing import Any, LiteralString

from yiwang.db import Tx


async def standing(
    tx: Tx, where: LiteralString, params: Sequence[Any], box: tuple[float, float, float, float], limit: int
) -> list[dict[str, Any]]:
    """Standing alarms whose device lies in a window (west, south, east, north; degrees), the gravest first."""
    west, south, east, north = box
    return await tx.rows(
        f"""SELECT a.id, a.severity, a.state, a.acknowledged_at IS NOT NULL AS acknowledged, d.lon, d.lat
        FROM alarms.alarm a JOIN sensing.device d ON d.id = a.device_id
        WHERE a.state <> 'resolved' AND NOT a.drill AND d.lon BETWEEN %s AND %s AND d.lat BETWEEN %s AND %s AND {where}
        ORDER BY array_position('{{red,orange,yellow,blue}}'::text[], a.severity), a.raised_at DESC LIMIT %s""",
        (west, east, south, north, *params, limit),
    )
