"""The live queue of the desk: what is open, the most urgent first; and what else is open around a case."""

import math
from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from yiwang import access
from yiwang.access import Actor
from yiwang.base.errors import Invalid
from yiwang.base.paging import Page, checked_limit, decode_cursor, encode_cursor
from yiwang.cases.model import Case
from yiwang.cases.store import queueing as store
from yiwang.cases.store.reading import TABS as LISTED
from yiwang.cases.store.reading import Where
from yiwang.cases.views.listing import SOON, see
from yiwang.db import Tx

_CLOSED = ("closed", "void")
EXPEDITED, URGENT = "expedited", "urgent"
TABS = (*(tab for tab in LISTED if tab not in _CLOSED), URGENT, EXPEDITED)
RADIUS = 200.0  # metres
_METRES_A_DEGREE = 111_320.0
_MOST_NEAR = 500


async def queue(
    tx: Tx,
    actor: Actor,
    tab: str,
    *,
    at: datetime,
    expedited: Sequence[UUID] = (),
    jurisdiction: UUID | None = None,
    cursor: str | None = None,
    limit: int = 50,
) -> Page[Case]:
    """Return a page of a tab, urgent ones first, then by what is due first; `expedited` are the cases of that tab."""
    if tab not in TABS:
        raise Invalid("tab", f"The tab is one of {', '.join(TABS)}.")
    where = _open(actor)
    _add_tab(where, tab, at, expedited)
    if jurisdiction:
        below = access.Scope("cases.read", False, (access.Grant("filter", jurisdiction),))
        condition, params = access.within(below, "c.jurisdiction_id", "c.unit_id")
        where.add(condition, *params)
    most = checked_limit(limit)
    found = await store.page(tx, where, after=_after(cursor), limit=most + 1)
    items = [row["case"] for row in found[:most]]
    if len(found) <= most:
        return Page(items, None)
    last: Case = items[-1]
    return Page(items, encode_cursor(int(not last.urgent), found[most - 1]["rank"].isoformat(), str(last.id)))


async def count(tx: Tx, actor: Actor, tab: str, *, at: datetime, expedited: Sequence[UUID] = ()) -> int:
    """Return how many open cases a tab holds."""
    where = _open(actor)
    _add_tab(where, tab, at, expedited)
    return await store.count(tx, where)


async def nearby(
    tx: Tx, actor: Actor, case_id: UUID, *, metres: float = RADIUS, limit: int = 20
) -> list[tuple[float, Case]]:
    """Return other open cases within `metres` of one, with their distance in metres, the nearest first."""
    case = await see(tx, actor, case_id)
    if case.lon is None or case.lat is None:
        return []
    tall = metres / _METRES_A_DEGREE
    wide = tall / max(0.01, math.cos(math.radians(case.lat)))
    box = (case.lon - wide, case.lat - tall, case.lon + wide, case.lat + tall)
    where = _scoped(actor)
    where.add("c.id <> %s", case_id)
    found = [(_distance(case, other), other) for other in await store.near(tx, where, box, _MOST_NEAR)]
    return sorted(((far, other) for far, other in found if far <= metres), key=lambda one: one[0])[:limit]


def _scoped(actor: Actor) -> Where:
    where = Where()
    condition, params = access.within(actor.scope("cases.read"), "c.jurisdiction_id", "c.unit_id")
    where.add(condition, *params)
    return where


def _open(actor: Actor) -> Where:
    where = _scoped(actor)
    where.add("c.closed_at IS NULL")
    return where


def _add_tab(where: Where, tab: str, at: datetime, expedited: Sequence[UUID]) -> None:
    if tab == URGENT:
        where.add("c.urgent")
    elif tab == EXPEDITED:
        where.add("c.id = ANY(%s)", list(expedited))
    else:
        moments: dict[str, datetime] = {"at": at, "soon": at + SOON}
        condition, names = LISTED[tab]
        where.add(condition, *(moments[name] for name in names))


def _after(cursor: str | None) -> store.Key | None:
    if cursor is None:
        return None
    calm, moment, case_id = decode_cursor(cursor, 3)
    try:
        at, row = datetime.fromisoformat(str(moment)), UUID(str(case_id))
    except ValueError:
        at, row = None, None
    if at is None or row is None or at.utcoffset() is None or calm not in (0, 1):
        raise Invalid("cursor", "This cursor is not one of ours; leave it out to start from the first page.")
    return int(calm), at, row


def _distance(one: Case, other: Case) -> float:
    """Metres between two cases (equirectangular: well below 1 % off within a city)."""
    assert one.lon is not None and one.lat is not None and other.lon is not None and other.lat is not None
    east = (other.lon - one.lon) * math.cos(math.radians(one.lat))
    return math.hypot(east, other.lat - one.lat) * _METRES_A_DEGREE


async def day(tx: Tx, actor: Actor, start: datetime, end: datetime) -> list[dict[str, Any]]:
    """Return what came, was closed and is open in one's scope, by jurisdiction and matter."""
    return await store.day(tx, _scoped(actor), start, end)
