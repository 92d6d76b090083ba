"""Reading the audit trail: by the audit administrator only, and every look is a row of it too."""

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from yiwang.access.model import Actor
from yiwang.access.trail import store
from yiwang.access.trail.writing import audit
from yiwang.base.errors import Invalid
from yiwang.base.paging import Page, checked_limit, decode_cursor, encode_cursor
from yiwang.db.tx import Tx


@dataclass(frozen=True)
class Asked:
    """What the reader looks for; None asks for all. `since` and `until` are moments of recording."""

    actor: UUID | None = None
    object_id: UUID | None = None
    action: str | None = None
    since: datetime | None = None
    until: datetime | None = None


async def read_audit(
    tx: Tx, actor: Actor, asked: Asked, *, cursor: str | None = None, limit: int = 50, at: datetime
) -> Page[dict[str, Any]]:
    """Return audit rows, youngest first; an account's present name stands beside its id."""
    actor.scope("audit.read")
    limit = checked_limit(limit)
    before = None
    if cursor:
        xid, seq = decode_cursor(cursor, 2)
        if not isinstance(xid, int) or not isinstance(seq, int):
            raise Invalid("cursor", "This cursor is not one of ours; leave it out to start from the first page.")
        before = (xid, seq)
    rows = await store.list_rows(tx, asdict(asked), before, limit + 1)
    wanted = {key: str(value) for key, value in asdict(asked).items() if value is not None}
    audit(tx, actor, "audit.read", "audit", None, at, {"asked": wanted, "rows": min(len(rows), limit)})
    places = [(row.pop("xid"), row.pop("seq")) for row in rows]
    return Page(rows[:limit], encode_cursor(*places[limit - 1]) if len(rows) > limit else None)
