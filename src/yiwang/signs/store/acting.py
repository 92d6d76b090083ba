"""SQL of what is done about red signs, and of values that others send."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from yiwang.db.trips import Row
from yiwang.db.tx import Tx


async def red(tx: Tx, signs: Collection[str]) -> list[Row]:
    """The red states of these signs whose data are new, with the action that is open for each, if there is one."""
    return await tx.rows(
        """SELECT s.sign, s.node, s.value, s.since, s.mean, s.sd, s.samples, a.id AS action
        FROM signs.state s JOIN signs.run r ON r.sign = s.sign AND r.state = 'live'
            LEFT JOIN signs.action a ON a.sign = s.sign AND a.node = s.node AND a.closed_at IS NULL
        WHERE s.level = 3 AND s.sign = ANY(%s) ORDER BY s.sign, s.node""",
        (list(signs),),
    )


async def recovered(tx: Tx) -> list[Row]:
    """The open actions whose sign is known at the place and no longer red."""
    return await tx.rows(
        """SELECT a.id, a.sign, a.node, a.kind, a.object_id, a.number, a.opened_at, s.value, s.level
        FROM signs.action a JOIN signs.state s ON s.sign = a.sign AND s.node = a.node
        WHERE a.closed_at IS NULL AND s.level BETWEEN 0 AND 2 ORDER BY a.id"""
    )


async def red_one(tx: Tx, sign: str, node: UUID) -> Row | None:
    """Return the state of a sign at a place, None when it is not red any more."""
    return await tx.row(
        """SELECT s.value, s.top, s.bottom, s.n, s.level, s.since, s.mean, s.sd, s.samples,
            (SELECT r.as_of FROM signs.run r WHERE r.sign = s.sign) AS as_of
        FROM signs.state s WHERE s.sign = %s AND s.node = %s AND s.level = 3""",
        (sign, node),
    )


async def claim(tx: Tx, row: Sequence[Any]) -> bool:
    """Write that something is being done; False when something is done already. Of two at once the second waits."""
    return (
        await tx.count(
            """INSERT INTO signs.action (id, sign, node, kind, value, why, opened_at, recorded, object_type, number)
            VALUES (%s, %s, %s, %s, %s, %s, %s, %s, '', '')
            ON CONFLICT (sign, node) WHERE closed_at IS NULL DO NOTHING""",
            row,
        )
        == 1
    )


def name(tx: Tx, action_id: UUID, kind: str, object_type: str, object_id: UUID | None, number: str) -> None:
    """Say what came of an action."""
    tx.put(
        "UPDATE signs.action SET kind = %s, object_type = %s, object_id = %s, number = %s WHERE id = %s",
        (kind, object_type, object_id, number, action_id),
    )


async def close(tx: Tx, action_id: UUID, value: float | None, note: str, at: datetime) -> bool:
    return (
        await tx.count(
            """UPDATE signs.action SET closed_at = %s, closed_value = %s, note = %s
            WHERE id = %s AND closed_at IS NULL""",
            (at, value, note, action_id),
        )
        == 1
    )


async def push(
    tx: Tx, sign: str, rows: Sequence[tuple[UUID, datetime, float, float | None]], by: UUID, at: datetime
) -> int:
    """Write what others sent; the same place and time again replaces it."""
    return await tx.count(
        """INSERT INTO signs.pushed (sign, node, recorded, top, bottom, sent_by, sent_at)
        SELECT %s, x.node, x.recorded, x.top, x.bottom, %s, %s
        FROM unnest(%s::uuid[], %s::timestamptz[], %s::float8[], %s::float8[]) AS x(node, recorded, top, bottom)
        ON CONFLICT (sign, node, recorded) DO UPDATE SET top = excluded.top, bottom = excluded.bottom,
            sent_by = excluded.sent_by, sent_at = excluded.sent_at""",
        (sign, by, at, *([row[index] for row in rows] for index in range(4))),
    )
