"""One's own inbox: listed and marked as read. Nobody reads another's, whatever the role."""

from datetime import datetime
from uuid import UUID

from yiwang.access import Actor
from yiwang.base.errors import NotFound
from yiwang.base.paging import checked_limit, encode_cursor, moment_and_row
from yiwang.db import Tx
from yiwang.notices.model import Inbox
from yiwang.notices.store import inbox as store

PERMISSION = "notices.read"


async def inbox(
    tx: Tx, actor: Actor, *, unread_only: bool = False, cursor: str | None = None, limit: int = 50
) -> Inbox:
    """Return a page of the actor's own notices, newest first."""
    actor.scope(PERMISSION)
    checked_limit(limit)
    before = moment_and_row(cursor)
    items = await store.inbox(tx, actor.id, unread_only=unread_only, before=before, limit=limit)
    last = items[-1] if len(items) == limit else None
    following = encode_cursor(last.at.isoformat(), str(last.id)) if last else None
    return Inbox(items, await store.count_unread(tx, actor.id), following)


async def mark_read(tx: Tx, actor: Actor, notice_id: UUID, at: datetime) -> None:
    """Mark one's own notice as read; doing it again changes nothing."""
    actor.scope(PERMISSION)
    if await store.mark_read(tx, actor.id, notice_id, at) != 1:
        raise NotFound("There is no such notice in your inbox.")


async def mark_all_read(tx: Tx, actor: Actor, at: datetime) -> int:
    """Mark everything in one's own inbox as read; return how many were unread."""
    actor.scope(PERMISSION)
    return await store.mark_all_read(tx, actor.id, at)
