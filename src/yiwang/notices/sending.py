"""Telling people: one verb for every room; a message is told once, and history tells nobody anything."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from yiwang.db import Tx
from yiwang.notices import store

# A message is not told a second time within this; nothing is retried for longer.
REMEMBERED = timedelta(days=90)


async def notify(
    tx: Tx,
    recipients: Sequence[UUID],
    *,
    kind: str,
    title_zh: str,
    title_en: str,
    text: str,
    link: str,
    object_type: str,
    object_id: UUID | None,
    at: datetime,
    dedupe_key: str,
) -> None:
    """Put a message into the inboxes of these accounts; queued, so nobody waits for it.

    The same `dedupe_key` reaches an account once, however often the verb is called. Nothing is sent on history:
    what an import brings in has long been settled.
    """
    if tx.origin == "history" or not recipients:
        return
    content = {
        "kind": kind,
        "title_zh": title_zh,
        "title_en": title_en,
        "text": text,
        "link": link,
        "object_type": object_type,
    }
    store.insert_notices(tx, list(dict.fromkeys(recipients)), content, object_id, at, dedupe_key)


async def prune_outbox(tx: Tx, at: datetime) -> int:
    """Remove what was delivered long ago from the outbox; inboxes keep it. A daily errand."""
    return await store.prune_outbox(tx, at - REMEMBERED)
