"""The phone book: work numbers of organisations and posts, people with their mobile numbers masked."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from yiwang import access
from yiwang.access import Actor, Keyring
from yiwang.access.privacy.declaring import Declared, PersonKind, Revealed
from yiwang.base.errors import Invalid, NotFound
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
    if persons := sorted({str(row["staff_id"]) for row in rows if row["staff_id"]}):
        detail = {"found": len(rows), "persons": persons}
        access.audit(tx, actor, "people.phone_book.read", "phone_book", None, at, detail)
    return [Entry(**row) for row in rows]


async def open_mobile(tx: Tx, actor: Actor, keyring: Keyring, staff_id: UUID, field: str) -> Revealed:
    """Return a person's full mobile number to whoever may reveal in a unit they work in; the caller keeps the trace."""
    where, params = access.within(actor.scope("personal.reveal"), jurisdiction="o.jurisdiction_id", organisation="o.id")
    sealed = await store.sealed_mobile(tx, staff_id, where, params)
    if sealed is None:
        raise NotFound(f"There is no {field} number of this person.")
    return Revealed((await access.unseal_for(tx, keyring, staff_id, sealed)).decode(), staff_id)


async def _shown_on(_: Tx, staff_id: UUID) -> list[UUID]:
    """A colleague is shown in lists, whose rows of the trail name them."""
    return [staff_id]


DECLARED = Declared(
    reveals={("staff", "mobile"): open_mobile},
    persons={"staff": PersonKind("工作人员", "Member of staff", _shown_on)},
    looks={
        "people.phone_book.read": ("查看通讯录", "Read the phone book, mobiles masked"),
        "people.mobile.reveal": ("查看手机号原文", "Revealed a mobile number"),
    },
)
