"""SQL of cases that are on more than one platform."""

from typing import Any
from uuid import UUID

from yiwang.db.tx import Tx


def set_owner(tx: Tx, case_id: UUID, platform: str) -> None:
    """Say which platform's case it is now; the step that follows counts the version up."""
    tx.put("UPDATE cases.case SET platform = %s WHERE id = %s", (platform, case_id))


async def lines_besides(tx: Tx, case_id: UUID, known: list[UUID]) -> list[dict[str, Any]]:
    """Return the lines of a case's timeline that are not among the known ones, oldest first."""
    return await tx.rows(
        """SELECT id, step, at, unit_id, text FROM cases.timeline
        WHERE case_id = %s AND NOT id = ANY(%s) ORDER BY at, id""",
        (case_id, known),
    )
