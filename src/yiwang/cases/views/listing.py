"""Finding cases: the list with its tabs and filters, and one case for whoever may see it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import LiteralString
from uuid import UUID

from yiwang import access
from yiwang.access import Actor, Grant, Scope
from yiwang.base.errors import Invalid, NotFound
from yiwang.base.paging import Page, checked_limit, encode_cursor, moment_and_row
from yiwang.cases import store
from yiwang.cases.model import Case
from yiwang.cases.store import reading
from yiwang.cases.store.reading import SORTS, TABS, Where
from yiwang.db import Tx
from yiwang.events.books import Books

SOON = timedelta(hours=2)


@dataclass(frozen=True)
class Wanted:
    """What a list is limited to; None does not limit. `jurisdictions` and `matters` are ids and codes to match any."""

    tab: str = "all"
    number: str | None = None
    matters: Sequence[str] | None = None
    majors: Sequence[str] | None = None
    jurisdiction: UUID | None = None
    unit: UUID | None = None
    urgent: bool | None = None
    mine: bool = False
    opened_from: datetime | None = None
    opened_to: datetime | None = None
    drill: bool | None = None


async def find(
    tx: Tx,
    actor: Actor,
    wanted: Wanted,
    *,
    at: datetime,
    sort: str = "-filed_at",
    cursor: str | None = None,
    limit: int = 50,
) -> Page[Case]:
    """Return a page of the cases the actor may see."""
    if sort not in SORTS:
        raise Invalid("sort", f"The list is sorted by one of {', '.join(SORTS)}.")
    if wanted.tab not in TABS:
        raise Invalid("tab", f"The tab is one of {', '.join(TABS)}.")
    where = _where(actor, wanted)
    condition, moments = TABS[wanted.tab]
    where.add(condition, *(_moments(at)[name] for name in moments))
    most = checked_limit(limit)
    found = await reading.page(tx, where, sort=sort, after=moment_and_row(cursor), limit=most + 1)
    items = found[:most]
    if len(found) <= most:
        return Page(items, None)
    last = items[-1]
    key = last.due_at if sort.endswith("due_at") else last.opened_at
    return Page(items, encode_cursor(key.isoformat() if key else None, str(last.id)))


async def count(tx: Tx, actor: Actor, wanted: Wanted, *, at: datetime) -> dict[str, int]:
    """Return how many open cases the actor may see under each tab."""
    return await reading.counts(tx, _where(actor, wanted), _moments(at))


async def see(tx: Tx, actor: Actor, case_id: UUID) -> Case:
    """Return one case; `NotFound` when it is not there or not the actor's to see."""
    condition, params = access.within(actor.scope("cases.read"), "c.jurisdiction_id", "c.unit_id")
    case = await store.see(tx, case_id, condition, params)
    if case is None:
        raise NotFound("There is no such case among those you may see.")
    return case


async def of_ids(tx: Tx, actor: Actor, ids: Sequence[UUID]) -> list[Case]:
    """Return those of these cases that the actor may see."""
    condition, params = access.within(actor.scope("cases.read"), "c.jurisdiction_id", "c.unit_id")
    return await reading.of_ids(tx, ids, condition, params)


def _where(actor: Actor, wanted: Wanted) -> Where:
    where = Where()
    condition, params = access.within(actor.scope("cases.read"), "c.jurisdiction_id", "c.unit_id")
    where.add(condition, *params)
    if wanted.number:
        _add_number(where, wanted.number)
    if wanted.jurisdiction:
        below = Scope("cases.read", False, (Grant("filter", wanted.jurisdiction),))
        condition, params = access.within(below, "c.jurisdiction_id", "c.unit_id")
        where.add(condition, *params)
    simple: tuple[tuple[LiteralString, object], ...] = (
        ("c.matter_code = ANY(%s)", None if wanted.matters is None else list(wanted.matters)),
        ("c.major = ANY(%s)", None if wanted.majors is None else list(wanted.majors)),
        ("c.unit_id = %s", wanted.unit),
        ("c.urgent = %s", wanted.urgent),
        ("c.claimed_by = %s", actor.id if wanted.mine else None),
        ("c.opened_at >= %s", wanted.opened_from),
        ("c.opened_at < %s", wanted.opened_to),
        ("c.drill = %s", wanted.drill),
    )
    for piece, value in simple:
        if value is not None:
            where.add(piece, value)
    return where


def _add_number(where: Where, number: str) -> None:
    """Match a whole number, or its last digits: six use the index made for them."""
    digits = "".join(sign for sign in number if sign.isdigit())
    if len(digits) == 6:
        where.add("right(c.number, 6) = %s", digits)
    elif len(digits) > 6:
        where.add("right(c.number, 6) = %s AND c.number LIKE %s", digits[-6:], f"%{digits}")
    else:
        raise Invalid("q", "A case is found by its number or the last six digits of it.")


def _moments(at: datetime) -> dict[str, datetime]:
    return {"at": at, "soon": at + SOON}


async def of_event(tx: Tx, actor: Actor, event_id: UUID) -> Case | None:
    """Return the case an event made, None when it made none or it is not the actor's to see."""
    condition, params = access.within(actor.scope("cases.read"), "c.jurisdiction_id", "c.unit_id")
    return await store.see(tx, event_id, condition, params)


def widened(wanted: Wanted, books: Books, at: datetime) -> Wanted:
    """Return the filters with the words of the search box turned into what they name: a number, or matters."""
    words = wanted.number
    if words is None or any(sign.isdigit() for sign in words):
        return wanted
    codes = [m.code for m in books.catalogue.current(at) if words in m.name or words in m.major_name]
    return replace(wanted, number=None, matters=codes)
