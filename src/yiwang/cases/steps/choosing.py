"""Which unit a case goes to, and why: the responsibility list decides, lowest level first; urgency asks who is on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from yiwang import people
from yiwang.cases.model import RECEIPT_MINUTES, Case
from yiwang.db import Tx
from yiwang.events.books import Books, name_of
from yiwang.matters import Matter


@dataclass(frozen=True)
class Choice:
    """A unit (None when nobody can be found), the post where one was chosen, who assists, until when it signs, why."""

    unit: UUID | None
    post: UUID | None
    assists: tuple[UUID, ...]
    receipt_due: datetime | None
    reason: str
    receipt_reason: str = ""
    limit: timedelta | None = None  # of signing, without the hours in which nobody is there


async def choose(tx: Tx, case: Case, *, books: Books, at: datetime) -> Choice:
    """Return the unit for a case by the rules, with the reason in words.

    1. The responsibility list names the lead: matter × jurisdiction × date, lowest level first.
    2. What is urgent goes to a post on duty at this hour: the lead's own, else the nearest station or centre's.
    3. Nobody named: the district's centre dispatches by hand. Nothing is lost.
    """
    matter = books.catalogue.by_id(case.matter_id)
    locator = await books.locators.at(tx, at)
    # What lies outside the district is still somebody's here: the home centre comes last.
    chain = tuple(dict.fromkeys((*locator.chain(case.jurisdiction_id), *locator.chain(books.home(locator)))))
    found = books.responsibility.responsible(matter, chain, at)
    reason = found.explain(lambda node: name_of(locator, node), books.directory.name)
    stations = books.directory.stations(chain, at)
    if case.urgent:
        return await _on_duty(tx, matter, stations, found.lead, found.assists, reason, at)
    if found.lead is None:
        if not stations:
            return Choice(None, None, (), None, reason)
        reason = f"{reason}由区城运中心派遣员处理。"
        return await settle(tx, case, matter, stations[-1], (), reason, books=books, at=at)
    return await settle(tx, case, matter, found.lead, found.assists, reason, books=books, at=at)


async def settle(
    tx: Tx,
    case: Case,
    matter: Matter,
    unit: UUID,
    assists: Sequence[UUID],
    reason: str,
    *,
    books: Books,
    at: datetime,
) -> Choice:
    """Return the choice of a unit that is known, with its receipt clock: urgent at once, else in its post hours."""
    limit = receipt_limit(matter, case.urgent)
    if case.urgent:
        on = await people.who_is_on(tx, unit, at)
        post = on[0].post_id if on else None
        return Choice(unit, post, tuple(assists), at + limit, reason, _said(limit, "按钟点"), limit)
    due = books.directory.receipt_due(unit, at, limit, books.calendar)
    return Choice(unit, None, tuple(assists), due, reason, _said(limit, "按岗位时间"), limit)


def receipt_limit(matter: Matter, urgent: bool) -> timedelta:
    """Return how long a unit has to sign 签收."""
    return timedelta(minutes=matter.receipt_minutes or RECEIPT_MINUTES[urgent])


async def _on_duty(
    tx: Tx,
    matter: Matter,
    nearest: Sequence[UUID],
    lead: UUID | None,
    assists: Sequence[UUID],
    reason: str,
    at: datetime,
) -> Choice:
    limit = receipt_limit(matter, True)
    for unit in [*([lead] if lead else []), *nearest]:
        on = await people.who_is_on(tx, unit, at)
        if on:
            why = "责任单位此刻无人在岗，" if lead else ""
            told = reason if unit == lead else f"{reason}紧急件：{why}派就近值守岗位。"
            others = tuple(u for u in (lead, *assists) if u and u != unit)
            text = f"{told}此刻在岗：{on[0].post_name}。"
            return Choice(unit, on[0].post_id, others, at + limit, text, _said(limit, "按钟点"), limit)
    unit_found = lead or (nearest[-1] if nearest else None)
    told = f"{reason}此刻无人在岗，请电话通知。"
    return Choice(unit_found, None, tuple(assists), at + limit, told, _said(limit, "按钟点"), limit)


def _said(limit: timedelta, how: str) -> str:
    return f"签收时限 {limit.total_seconds() / 60:.0f} 分钟，{how}计"
