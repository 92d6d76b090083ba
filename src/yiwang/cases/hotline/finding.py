"""Finding orders: the list, one for whoever may see its case, and the rates of a span."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from yiwang import access
from yiwang.access import Actor
from yiwang.base.errors import Invalid, NotFound
from yiwang.base.paging import Page, checked_limit, encode_cursor, moment_and_row
from yiwang.cases.hotline.model import LEVEL_OF_UNIT, LEVELS, SATISFACTION, rates
from yiwang.cases.hotline.store import orders as store
from yiwang.cases.hotline.store.orders import STANDING, Stood, Where
from yiwang.db import Tx
from yiwang.people import Directory


@dataclass(frozen=True)
class Wanted:
    """What a list of orders is limited to; None does not limit. `standing`: all, open, uncontacted, contact_late …"""

    standing: str = "all"
    number: str | None = None
    kind: str | None = None
    level: str | None = None
    satisfaction: str | None = None
    resolution: str | None = None
    case: UUID | None = None


async def see(tx: Tx, actor: Actor, order_id: UUID, permission: str = "cases.read") -> Stood:
    """Return one order; `NotFound` when it is not there or its case is not the actor's to see."""
    condition, params = access.within(actor.scope(permission), "c.jurisdiction_id", "c.unit_id")
    found = await store.see(tx, order_id, condition, params)
    if found is None:
        raise NotFound("There is no such order among those you may see.")
    return found


async def find(
    tx: Tx,
    actor: Actor,
    wanted: Wanted,
    *,
    directory: Directory,
    at: datetime,
    cursor: str | None = None,
    limit: int = 50,
) -> Page[Stood]:
    """Return a page of the orders the actor may see, latest first."""
    where = _scoped(actor)
    if wanted.standing not in STANDING:
        raise Invalid("standing", f"The list shows one of {', '.join(STANDING)}.")
    where.add("(" + STANDING[wanted.standing] + ")", at=at)
    if wanted.number:
        where.add("o.number = %(number)s", number=wanted.number)
    if wanted.kind:
        where.add("o.kind = %(kind)s", kind=wanted.kind)
    if wanted.satisfaction:
        where.add("o.satisfaction = %(satisfaction)s", satisfaction=wanted.satisfaction)
    if wanted.resolution:
        where.add("coalesce(o.called_resolution, o.resolution) = %(resolution)s", resolution=wanted.resolution)
    if wanted.case:
        where.add("o.case_id = %(case)s", case=wanted.case)
    if wanted.level:
        _add_level(where, wanted.level, directory)
    most = checked_limit(limit)
    found = await store.page(tx, where, moment_and_row(cursor), most + 1)
    if len(found) <= most:
        return Page(found, None)
    last = found[most - 1].order
    return Page(found[:most], encode_cursor(last.received_at.isoformat(), str(last.id)))


async def figures(tx: Tx, actor: Actor, *, since: datetime, until: datetime, at: datetime) -> dict[str, Any]:
    """Return the counts and the four rates over orders received in a span, as far as the actor sees them."""
    if not since < until:
        raise Invalid("until", "The span ends after it begins.")
    where = _scoped(actor, "evaluation.read")
    where.add("o.received_at >= %(since)s AND o.received_at < %(until)s", since=since, until=until)
    scores = {code: score for code, (_, _, score) in SATISFACTION.items()}
    counted = await store.counts(tx, where, at, scores)
    return {"counts": counted, "rates": rates(counted)}


def _scoped(actor: Actor, permission: str = "cases.read") -> Where:
    where = Where()
    condition, params = access.within(actor.scope(permission), "c.jurisdiction_id", "c.unit_id")
    named = {f"scope{place}": value for place, value in enumerate(params)}
    for name in named:
        condition = condition.replace("%s", "%(" + name + ")s", 1)
    where.add(condition, **named)
    return where


def _add_level(where: Where, level: str, directory: Directory) -> None:
    if level not in LEVELS:
        raise Invalid("level", f"The level is one of {', '.join(LEVELS)}.")
    if level == "city":
        where.add("o.state = 'returned'")
    elif level == "person":
        where.add("o.state = 'open' AND c.claimed_by IS NOT NULL")
    else:
        units = _units_of(level, directory)
        where.add("o.state = 'open' AND c.claimed_by IS NULL")
        unsent = level == "district"
        where.add("(c.unit_id = ANY(%(units)s) OR (%(unsent)s AND c.unit_id IS NULL))", units=units, unsent=unsent)


def _units_of(level: str, directory: Directory) -> Sequence[UUID]:
    return [unit.id for unit in directory.units.values() if LEVEL_OF_UNIT.get(unit.kind) == level]
