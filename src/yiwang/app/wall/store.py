"""SQL of the wall: what the log told last."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from yiwang.db import Tx


async def latest(tx: Tx, types: Sequence[str], since: datetime, limit: int) -> list[dict[str, Any]]:
    """The youngest facts of these types that were recorded since a moment, youngest first: type, subject, time."""
    return await tx.rows(
        """SELECT type, subject, time FROM ledger.fact
        WHERE type = ANY(%s) AND recorded >= %s AND NOT drill ORDER BY xid DESC, seq DESC LIMIT %s""",
        (list(types), since, limit),
    )
