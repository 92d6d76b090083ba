"""预警: a warning with its level, area and validity; the units of the area are told, and say that they know."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from yiwang import access, ledger, people
from yiwang.access import Actor, platform_actor
from yiwang.base.errors import Conflict, Invalid, NotFound
from yiwang.base.ids import uuid7
from yiwang.base.paging import checked_limit, moment_and_row
from yiwang.command.facts import WarningEnded, WarningIssued, WarningReceived
from yiwang.command.model import LEVELS, WARNING_RECEIPT, WARNING_STEPS, Alert
from yiwang.command.reaching import Told, checked_step, following, said, tell, unit_of
from yiwang.command.store import orders
from yiwang.command.store import warnings as store
from yiwang.db import Tx
from yiwang.events.books import Books
from yiwang.ledger import Timer
from yiwang.places import Locator

ANSWER_TIMER, END_TIMER = "command.warning_answer", "command.warning_end"
WARDEN = platform_actor("warnings")
LONGEST = timedelta(days=92)


@dataclass(frozen=True)
class Asked:
    """A warning as it is issued: `area` are jurisdictions, `hazard` what is coming (暴雨, 大风 …)."""

    hazard: str
    level: str
    title: str
    text: str
    source: str
    area: list[UUID]
    valid_from: datetime
    valid_to: datetime
    drill: bool = False


async def issue(tx: Tx, actor: Actor, asked: Asked, *, books: Books, at: datetime) -> Alert:
    """Issue a warning; every station and centre that watches over part of the area is told."""
    locator = await books.locators.at(tx, at)
    await _check(tx, actor, asked, locator, at)
    number = f"YJ{_local(books.zone, at)}{await orders.serial(tx):06d}"
    area = list(dict.fromkeys(asked.area))
    alert = Alert(
        uuid7(tx.at), number, said("hazard", asked.hazard, "what is coming", 60), asked.level,
        said("title", asked.title, "what the warning is", 200), said("text", asked.text, "what to do"),
        said("source", asked.source, "who says so", 200), asked.drill, area, asked.valid_from, asked.valid_to,
        "issued", actor.name, at, None, 1,
    )  # fmt: skip
    told = units_in(books, locator, area, at)
    store.insert(tx, alert, actor.id, told)
    first = at + timedelta(minutes=WARNING_RECEIPT[alert.level])
    ledger.set_timer(tx, ANSWER_TIMER, alert.id, first, {})
    ledger.set_timer(tx, END_TIMER, alert.id, alert.valid_to, {})
    fact = WarningIssued(alert.id, alert.hazard, alert.level, alert.valid_from, alert.valid_to, len(told))
    await ledger.record(tx, fact, at=at, actor=actor.id, drill=alert.drill)
    access.audit(tx, actor, "warnings.issue", "warning", alert.id, at, {"level": alert.level, "told": len(told)})
    for unit, _ in told:
        await _tell_unit(tx, alert, unit, "warning", "请签收", at)
    return alert


async def receive(tx: Tx, actor: Actor, warning_id: UUID, *, unit: UUID, at: datetime) -> None:
    """Say for a unit that the warning is known there."""
    await unit_of(tx, actor, "orders.answer", unit)
    alert = await see(tx, actor, warning_id)
    where, params = access.within(actor.scope("orders.answer"), "c.jurisdiction_id", "c.organisation_id")
    told_at = await store.receive(tx, warning_id, unit, actor.id, at, where, params)
    if told_at is None:
        raise Conflict("This unit was not told of the warning, or has answered already.")
    seconds = max((at - told_at).total_seconds(), 0.0)
    fact = WarningReceived(warning_id, unit, alert.level, seconds)
    await ledger.record(tx, fact, at=at, actor=actor.id, drill=alert.drill)
    access.audit(tx, actor, "warnings.receive", "warning", warning_id, at, {"unit": str(unit)})


async def lift(tx: Tx, actor: Actor, warning_id: UUID, *, books: Books, at: datetime) -> Alert:
    """Lift a warning before its time; whoever was told is told."""
    where, params = _limits(actor, "warnings.issue")
    alert = await store.one(tx, warning_id, where, params, hold=True)
    if alert is None:
        raise NotFound("There is no such warning.")
    await _reaches(tx, actor, alert.area)
    start, to = checked_step(WARNING_STEPS, "lift", alert.state, "This warning")
    if not await store.end(tx, warning_id, start, to, at):
        raise Conflict("This warning ended at this very moment.")
    ledger.cancel_timer(tx, warning_id, ANSWER_TIMER, END_TIMER)
    await ledger.record(tx, WarningEnded(warning_id, True), at=at, actor=actor.id, drill=alert.drill)
    access.audit(tx, actor, "warnings.lift", "warning", warning_id, at)
    locator = await books.locators.at(tx, at)
    for unit, _ in units_in(books, locator, alert.area, at):
        await _tell_unit(tx, alert, unit, "warning_lifted", "预警解除", at)
    return Alert(**{**vars(alert), "state": to, "ended_at": at, "version": alert.version + 1})


async def see(tx: Tx, actor: Actor, warning_id: UUID) -> Alert:
    """Return a warning for a place or a unit in the actor's scope."""
    where, params = _limits(actor, "warnings.read")
    found = await store.one(tx, warning_id, where, params)
    if found is None:
        raise NotFound("There is no such warning.")
    return found


async def receipts(tx: Tx, actor: Actor, warning_id: UUID) -> list[dict[str, Any]]:
    """Return who was told and who has answered, those in the actor's scope; who has not stands first."""
    await see(tx, actor, warning_id)
    where, params = _limits(actor, "warnings.read")
    return await store.receipts(tx, warning_id, where, params)


async def page(
    tx: Tx, actor: Actor, *, state: str | None = None, cursor: str | None = None, limit: int = 50
) -> tuple[list[Alert], str | None]:
    """Return warnings for the places and units in the actor's scope, the latest first."""
    where, params = _limits(actor, "warnings.read")
    found = await store.page(tx, where, params, state, moment_and_row(cursor), checked_limit(limit))
    return found, following(found, limit, "issued_at")


def units_in(books: Books, locator: Locator, area: Sequence[UUID], at: datetime) -> list[tuple[UUID, UUID | None]]:
    """Return the stations and centres, with their jurisdiction, that lie in an area or watch over all of it."""
    wanted = set(area)
    above = {node for one in area for node in locator.chain(one)}
    nodes = [node for node in locator.nodes if node in above or wanted & set(locator.chain(node))]
    found = books.directory.stations(nodes, at)
    return [(unit, books.directory.units[unit].jurisdiction_id) for unit in dict.fromkeys(found)]


async def not_answered(tx: Tx, timer: Timer) -> None:
    """Units that have not said that they know are reminded, and the unit above each is told."""
    alert = await store.one(tx, timer.subject, "TRUE", ())
    if alert is None or alert.state != "issued":
        return
    for unit in await store.remind(tx, alert.id, timer.due):
        await _tell_unit(tx, alert, unit, "warning_again", "预警未签收，请尽快签收", timer.due)
        above = await people.parent_of(tx, unit)
        if above:
            await _tell_unit(tx, alert, above, "warning_above", "下级单位未签收预警", timer.due)


async def time_is_over(tx: Tx, timer: Timer) -> None:
    """The validity of a warning ends."""
    alert = await store.one(tx, timer.subject, "TRUE", ())
    if alert and await store.end(tx, alert.id, *WARNING_STEPS["expire"], timer.due):
        ledger.cancel_timer(tx, alert.id, ANSWER_TIMER)
        await ledger.record(tx, WarningEnded(alert.id, False), at=timer.due, actor=WARDEN.id, drill=alert.drill)


async def _check(tx: Tx, actor: Actor, asked: Asked, locator: Locator, at: datetime) -> None:
    actor.scope("warnings.issue")
    if asked.level not in LEVELS:
        raise Invalid("level", f"The level is one of {', '.join(LEVELS)}.")
    if not asked.area or any(one not in locator.nodes for one in asked.area):
        raise Invalid("area", "Name the jurisdictions that the warning is for.")
    if not asked.valid_from < asked.valid_to <= asked.valid_from + LONGEST or asked.valid_to <= at:
        raise Invalid("valid_to", "A warning ends after it begins, later than now, within three months.")
    await _reaches(tx, actor, asked.area)


async def _reaches(tx: Tx, actor: Actor, area: Sequence[UUID]) -> None:
    scope = actor.scope("warnings.issue")
    for one in area:
        if not await access.may_see(tx, scope, one, None):
            raise Invalid("area", "Part of this lies outside the area your role covers.")


def _limits(actor: Actor, permission: str) -> Any:
    return access.within(actor.scope(permission), "c.jurisdiction_id", "c.organisation_id")


async def _tell_unit(tx: Tx, alert: Alert, unit: UUID, kind: str, text: str, at: datetime) -> None:
    level = LEVELS[alert.level]
    line = f"{alert.number} {alert.title}（{level[0]}）：{text}"
    told = Told(f"command.{kind}", "预警", "Warning", line, f"/command/warnings/{alert.id}", "warning", alert.id)
    await tell(tx, await people.accounts_on(tx, unit, at), told, at)


def _local(zone: ZoneInfo, at: datetime) -> str:
    return f"{at.astimezone(zone):%Y%m%d}"
