"""SQL of how many are on duty where."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, LiteralString

from yiwang.db.tx import Tx


async def on_duty(
    tx: Tx, where: LiteralString, params: Sequence[Any], *, at: datetime, since: datetime
) -> list[dict[str, Any]]:
    """How many are signed in to a running shift, and walked since a moment, by unit and jurisdiction."""
    return await tx.rows(
        f"""SELECT a.organisation_id, a.jurisdiction_id, count(*) AS signed_in,
            count(*) FILTER (WHERE EXISTS (SELECT 1 FROM command.track t
                WHERE t.attendance_id = a.id AND t.last_at >= %s)) AS patrolling
        FROM command.attendance a WHERE a.state = 'on' AND a.ends > %s AND {where}
        GROUP BY a.organisation_id, a.jurisdiction_id""",
        (since, at, *params),
    )
