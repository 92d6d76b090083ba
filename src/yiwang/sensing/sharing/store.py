"""SQL of streams."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from yiwang.db import Tx
from yiwang.sensing.sharing.model import Share

_ROW = """id, key_id, name, way, address, sealed, class_codes, metrics, device_ids, jurisdiction_id, state, failures"""


def insert(tx: Tx, row: dict[str, Any]) -> None:
    tx.put(
        """INSERT INTO sensing.share (id, key_id, name, way, address, sealed, class_codes, metrics, device_ids,
            jurisdiction_id, state, made_by, made_at, recorded)
        VALUES (%(id)s, %(key_id)s, %(name)s, %(way)s, %(address)s, %(sealed)s, %(class_codes)s, %(metrics)s,
            %(device_ids)s, %(jurisdiction_id)s, 'active', %(by)s, %(at)s, %(recorded)s)""",
        row | {"recorded": tx.at},
    )


def begin(tx: Tx, purpose: str, nobody: UUID) -> None:
    """Put a purpose's cursor at the present of every shard."""
    tx.put(
        """INSERT INTO sensing.lease (purpose, shard, holder, fence, until, seq)
        SELECT %s, shard, %s, 1, %s, seq FROM sensing.shard ON CONFLICT (purpose, shard) DO NOTHING""",
        (purpose, nobody, tx.at),
    )


def forget_cursors(tx: Tx, purpose: str) -> None:
    """Let the log go on without a purpose."""
    tx.put("DELETE FROM sensing.lease WHERE purpose = %s", (purpose,))


async def listed(tx: Tx) -> list[dict[str, Any]]:
    """Every stream without its secrets, with how many frames it is behind."""
    return await tx.rows(
        """SELECT s.id, s.key_id, s.name, s.way, s.address, s.class_codes, s.metrics, s.device_ids, s.jurisdiction_id,
            s.state, s.reason, s.failures, s.retry_at, s.sent_readings, s.sent_messages, s.sent_at, s.made_at,
            coalesce((SELECT sum(h.seq - l.seq) FROM sensing.lease l JOIN sensing.shard h USING (shard)
                WHERE l.purpose = 'share ' || s.id), 0)::bigint AS behind
        FROM sensing.share s ORDER BY s.name, s.id"""
    )


async def active(tx: Tx, at: datetime) -> list[Share]:
    """The streams that are to be sent now."""
    rows = await tx.rows(
        f"""SELECT {_ROW} FROM sensing.share WHERE state = 'active' AND (retry_at IS NULL OR retry_at <= %s)
        ORDER BY id""",
        (at,),
    )
    return [Share(**row | {"sealed": bytes(row["sealed"])}) for row in rows]


def sent(tx: Tx, share: UUID, readings: int, messages: int) -> None:
    tx.put(
        """UPDATE sensing.share SET sent_readings = sent_readings + %s, sent_messages = sent_messages + %s,
            sent_at = %s, failures = 0, retry_at = NULL, reason = '' WHERE id = %s""",
        (readings, messages, tx.at, share),
    )


def failed(tx: Tx, share: UUID, reason: str, retry_at: datetime) -> None:
    tx.put(
        "UPDATE sensing.share SET failures = failures + 1, reason = %s, retry_at = %s WHERE id = %s",
        (reason[:300], retry_at, share),
    )


async def set_state(tx: Tx, share: UUID, state: str, before: Sequence[str], reason: str = "") -> bool:
    return (
        await tx.count(
            """UPDATE sensing.share SET state = %s, reason = %s, failures = 0, retry_at = NULL
            WHERE id = %s AND state = ANY(%s)""",
            (state, reason[:300], share, list(before)),
        )
        == 1
    )


async def find(tx: Tx, share: UUID) -> Share | None:
    row = await tx.row(f"SELECT {_ROW} FROM sensing.share WHERE id = %s", (share,))
    return Share(**row | {"sealed": bytes(row["sealed"])}) if row else None
