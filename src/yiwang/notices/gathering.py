"""The digest: what is low comes together in one message, at the times of day its person chose."""

from itertools import groupby
from typing import Any

from yiwang.base.ids import uuid7
from yiwang.db import Tx
from yiwang.notices.store import outbox as store

_SHOWN = 50


async def write_digests(tx: Tx) -> int:
    """Write one message for each person and carrier whose digest is due; return how many."""
    held = await store.digests_due(tx, tx.at)
    written = 0
    for (account, carrier), rows in groupby(held, key=lambda row: (row["account_id"], row["carrier"])):
        items = list(rows)
        store.gather(tx, [row["id"] for row in items], uuid7(tx.at), account, carrier, digest(items))
        written += 1
    return written


def digest(rows: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the one message that stands for many, oldest first."""
    lines = [f"· {row['payload']['title_zh']} {row['payload']['text']}" for row in rows[:_SHOWN]]
    if len(rows) > _SHOWN:
        lines.append(f"… +{len(rows) - _SHOWN}")
    return {
        "kind": "digest",
        "title_zh": f"{len(rows)} 条通知",
        "title_en": f"{len(rows)} notices",
        "text": "\n".join(lines),
        "link": "/notices",
        "object_type": "digest",
    }
