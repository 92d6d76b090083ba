"""Telling people: one verb for every room; a message is told once, and history tells nobody anything."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from yiwang.db import Tx
from yiwang.notices.kernels import PATIENCE
from yiwang.notices.model import Urgency
from yiwang.notices.store import inbox as store

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
    urgency: Urgency = "normal",
    posts: Mapping[UUID, UUID] | None = None,
    inbox_only: bool = False,
) -> None:
    """Put a message into the inboxes of these accounts; queued, so nobody waits for it.

    Those who prefer another carrier beside it get the message there too. The same `dedupe_key` reaches an account
    once, however often the verb is called. Nothing is sent on history: what an import brings in has long been
    settled; and a replay of the past fills inboxes only. Urgent messages pass quiet hours, low ones wait for the
    person's digest. `posts` says as holder of which post an account is told: the post's quiet hours count then.
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
    accounts = sorted(set(recipients))  # one order for everybody: two that tell the same people wait, and never cross
    outside = tx.origin == "live" and not inbox_only
    store.insert_notices(
        tx,
        accounts,
        [(posts or {}).get(account) for account in accounts],
        content | {"urgency": urgency},
        object_id,
        at,
        dedupe_key,
        tx.at + PATIENCE[urgency] if outside else None,
    )


async def prune_outbox(tx: Tx, at: datetime) -> int:
    """Remove what was delivered long ago from the outbox; inboxes keep it. A daily errand."""
    return await store.prune_outbox(tx, at - REMEMBERED)
