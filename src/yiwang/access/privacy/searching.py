"""Who saw what: the auditor's search through every look at a person, itself a row of the trail."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from yiwang.access.model import Actor
from yiwang.access.privacy.declaring import Declared
from yiwang.access.privacy.store import looks as store
from yiwang.access.trail import audit
from yiwang.base.errors import Invalid
from yiwang.base.paging import Page, checked_limit, decode_cursor, encode_cursor
from yiwang.db.tx import Tx


@dataclass(frozen=True)
class Sought:
    """What an auditor looks for; None asks for all. `person_kind` names the room's kind of person ("reporter")."""

    person: UUID | None = None
    person_kind: str | None = None
    looker: UUID | None = None
    object_id: UUID | None = None
    since: datetime | None = None
    until: datetime | None = None


async def who_saw(
    tx: Tx,
    actor: Actor,
    declared: Declared,
    sought: Sought,
    *,
    cursor: str | None = None,
    limit: int = 50,
    at: datetime,
) -> Page[dict[str, Any]]:
    """Return looks, youngest first, with the label of what was done."""
    actor.scope("audit.read")
    limit = checked_limit(limit)
    rows = await store.find_looks(
        tx,
        sorted(declared.looks),
        person=sought.person,
        shown_on=await _shown_on(tx, declared, sought),
        actor=sought.looker,
        object_id=sought.object_id,
        since=sought.since,
        until=sought.until,
        before=_before(cursor),
        limit=limit + 1,
    )
    asked = {key: str(value) for key, value in vars(sought).items() if value is not None}
    audit(tx, actor, "looks.searched", "audit", None, at, {"asked": asked, "rows": min(len(rows), limit)})
    places = [(row.pop("xid"), row.pop("seq")) for row in rows]
    for row in rows:
        row["action_zh"], row["action_en"] = declared.looks[row["action"]]
    return Page(rows[:limit], encode_cursor(*places[limit - 1]) if len(rows) > limit else None)


async def _shown_on(tx: Tx, declared: Declared, sought: Sought) -> list[UUID]:
    if sought.person is None:
        return []
    if sought.person_kind is not None and sought.person_kind not in declared.persons:
        raise Invalid("person_kind", f"Kinds of persons are: {', '.join(sorted(declared.persons))}.")
    kinds = [sought.person_kind] if sought.person_kind else sorted(declared.persons)
    found = {sought.person}
    for kind in kinds:
        found |= set(await declared.persons[kind].shown_on(tx, sought.person))
    return sorted(found)


def _before(cursor: str | None) -> tuple[int, int] | None:
    if cursor is None:
        return None
    xid, seq = decode_cursor(cursor, 2)
    if not isinstance(xid, int) or not isinstance(seq, int):
        raise Invalid("cursor", "This cursor is not one of ours; leave it out to start from the first page.")
    return xid, seq
