"""What administrators ask of the watch: calls by application and purpose, what was unusual, a key's own limit."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from yiwang.access.model import Actor
from yiwang.access.trail import audit
from yiwang.access.watch import store
from yiwang.base.errors import Invalid, NotFound
from yiwang.base.paging import Page, checked_limit, encode_cursor, moment_and_row
from yiwang.db.tx import Tx

LONGEST = timedelta(days=92)
FASTEST = 10_000


async def calls(
    tx: Tx, actor: Actor, *, since: datetime, until: datetime, limit: int = 200
) -> Sequence[dict[str, Any]]:
    """Return the calls of a span by application, purpose and data set."""
    _may_read(actor)
    if not since < until <= since + LONGEST:
        raise Invalid("until", f"A span begins before it ends and has at most {LONGEST.days} days.")
    return await store.calls_by(tx, since, until, checked_limit(limit))


async def unusual(
    tx: Tx, actor: Actor, *, cursor: str | None = None, limit: int = 50, at: datetime
) -> Page[dict[str, Any]]:
    """Return what was unusual, youngest first; accounts are named, so the look is kept."""
    _may_read(actor)
    limit = checked_limit(limit)
    rows = await store.newest_unusual(tx, moment_and_row(cursor), limit + 1)
    items = rows[:limit]
    audit(tx, actor, "unusual.read", "unusual", None, at, {"rows": len(items)})
    more = len(rows) > limit
    return Page(items, encode_cursor(items[-1]["recorded"].isoformat(), str(items[-1]["id"])) if more else None)


async def limit_key(
    tx: Tx, actor: Actor, key: UUID, per_second: float | None, burst: int | None, *, at: datetime
) -> None:
    """Give a key a limit of its own for each process, or (None) the usual one again; it counts within seconds."""
    actor.scope("keys.manage")
    if per_second is None:
        if not await store.clear_key_limit(tx, key):
            raise NotFound("This key has no limit of its own.")
    else:
        if not 0 < per_second <= FASTEST:
            raise Invalid("per_second", f"A key may make up to {FASTEST} calls a second.")
        most = burst or max(1, round(per_second * 2))
        if not 1 <= most <= 10 * FASTEST:
            raise Invalid("burst", "Give how many calls may come at once: 1 or more.")
        if not await store.set_key_limit(tx, key, per_second, most, actor.id):
            raise NotFound("There is no open key with this id.")
    audit(tx, actor, "key.limited", "key", key, at, {"per_second": per_second, "burst": burst})


def _may_read(actor: Actor) -> None:
    if not actor.may("audit.read"):
        actor.scope("calls.read")
