"""Looking at cases of upkeep: by maintainer, open or over."""

from typing import Any
from uuid import UUID

from yiwang import access
from yiwang.access import Actor
from yiwang.alarms.handling.listing import moment_and_id
from yiwang.base.paging import Page, checked_limit, encode_cursor
from yiwang.cases.upkeep import store
from yiwang.db import Tx


async def page(
    tx: Tx,
    actor: Actor,
    *,
    maintainer: UUID | None = None,
    still_open: bool | None = None,
    cursor: str | None = None,
    limit: int = 50,
) -> Page[dict[str, Any]]:
    """Return cases of upkeep in the actor's scope, newest first."""
    where, params = access.within(actor.scope("cases.read"))
    after = moment_and_id(cursor) if cursor else None
    rows = await store.page(
        tx, where, params, maintainer=maintainer, still_open=still_open, after=after, limit=checked_limit(limit) + 1
    )
    more, rows = len(rows) > limit, rows[:limit]
    return Page(rows, encode_cursor(rows[-1]["opened_at"].isoformat(), str(rows[-1]["case_id"])) if more else None)
