"""The phone book: work numbers of organisations and posts, people with their mobile numbers masked."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from yiwang import access
from yiwang.access import Actor
from yiwang.base.errors import Invalid
from yiwang.base.paging import checked_limit
from yiwang.db import Tx
from yiwang.people import store


@dataclass(frozen=True)
class Entry:
    """One line of the phone book; a person's number is masked."""

    organisation_id: UUID
    organisation_name: str
    post_id: UUID | None
    post_name: str | None
    staff_id: UUID | None
    staff_name: str | None
    number: str | None


async def search_phones(tx: Tx, actor: Actor, words: str, at: datetime, *, limit: int = 50) -> list[Entry]:
    """Return entries in the actor's scope by organisation, post, person, pinyin initials or work number."""
    where, params = access.within(actor.scope("people.read"), jurisdiction="o.jurisdiction_id", organisation="o.id")
    if not words.strip():
        raise Invalid("q", "Say what to look for: a name, its pinyin initials or a number.")
    rows = await store.phone_book(tx, words, at, where, params, checked_limit(limit))
    if any(row["staff_id"] for row in rows):
        access.audit(tx, actor, "people.phone_book.read", "phone_book", None, at, {"found": len(rows)})
    return [Entry(**row) for row in rows]
