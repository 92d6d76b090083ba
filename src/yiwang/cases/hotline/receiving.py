"""Taking in an order: it becomes a report with the limit of its kind; the same number again changes nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from yiwang import access, ledger
from yiwang.access import Actor
from yiwang.base.errors import Conflict, Invalid
from yiwang.base.ids import uuid7
from yiwang.cases.hotline.calling_back import write_called
from yiwang.cases.hotline.facts import HotlineReceived
from yiwang.cases.hotline.model import LEVELS, NOT_CALLED, Called, Order
from yiwang.cases.hotline.rules import OrderKind, Rules, days
from yiwang.cases.hotline.store import orders as store
from yiwang.db import Tx
from yiwang.events import reporting
from yiwang.events.books import Books
from yiwang.events.model import Envelope, Reported, Reporter
from yiwang.events.unsorted import matter_for, other_matter
from yiwang.places import PlaceIn

LONGEST_TITLE = 200
OLDEST = timedelta(days=3653)


@dataclass(frozen=True)
class OrderIn:
    """An order as it came. `received_at`: when the city sent it, from when its limits run; left out, now.

    `again`: the city sends a returned order once more. `matter` is a code of the catalogue.
    """

    system: str
    number: str
    kind: str
    title: str
    text: str
    place: PlaceIn
    raw: bytes
    reporter: Reporter | None = None
    received_at: datetime | None = None
    due_at: datetime | None = None
    urgent: bool | None = None
    matter: str | None = None
    sent_from: str = "city"
    callback_wanted: bool = True
    called: Called = NOT_CALLED
    again: bool = False


@dataclass(frozen=True)
class Received:
    """An order that is on file: `outcome` is made, known, updated (a call back was added) or again."""

    order: Order
    outcome: str
    reported: Reported | None = None


async def receive(
    tx: Tx,
    actor: Actor,
    asked: OrderIn,
    *,
    books: Books,
    rules: Rules,
    at: datetime,
    known: Mapping[str, Order] | None = None,
) -> Received:
    """Take in an order. `known`: the orders on file among the numbers of a batch, where that was asked before."""
    actor.scope("reports.create")
    kind = rules.kind(asked.kind)
    _check(asked, at)
    found = known if known is not None else await store.known(tx, asked.system, [asked.number])
    before = found.get(asked.number)
    if before is None:
        return await _first(tx, actor, asked, kind, books=books, rules=rules, at=at)
    _may_know(actor, before)
    if asked.again and before.state == "returned":
        return await _once_more(tx, actor, asked, before, kind, books=books, rules=rules, at=at)
    return await _known(tx, actor, asked, before, at)


async def _first(
    tx: Tx, actor: Actor, asked: OrderIn, kind: OrderKind, *, books: Books, rules: Rules, at: datetime
) -> Received:
    order = _order(actor, asked, kind, books, rules, at, tx)
    reported = await _report(tx, actor, asked, order, kind, books=books, at=at)
    if reported.repeated:  # the same order came in twice at this very moment
        before = (await store.known(tx, asked.system, [asked.number])).get(asked.number)
        if before is None:
            raise Conflict("This number was reported by another way already; look for it among the reports.")
        return Received(before, "known")
    order = replace(order, report_id=reported.report_id, case_id=reported.event_id)
    store.insert(tx, order)
    await _tell(tx, actor, order, at)
    if not asked.called.empty:
        await write_called(tx, actor, order, asked.called, at)
    return Received(order, "made", reported)


async def _once_more(
    tx: Tx, actor: Actor, asked: OrderIn, before: Order, kind: OrderKind, *, books: Books, rules: Rules, at: datetime
) -> Received:
    held = await store.lock(tx, before.id)
    if held is None or held.state != "returned":
        raise Conflict("Somebody else takes in this order at this moment; load it again.")
    fresh = _order(actor, asked, kind, books, rules, at, tx)
    order = replace(
        held,
        state="open",
        sendings=held.sendings + 1,
        received_at=fresh.received_at,
        due_at=fresh.due_at,
        deadline=fresh.deadline,
        contact_due_at=fresh.contact_due_at,
        return_due_at=fresh.return_due_at,
        extended_at=None,
    )
    reported = await _report(tx, actor, asked, order, kind, books=books, at=at)
    order = replace(order, report_id=reported.report_id, case_id=reported.event_id)
    store.put_again(tx, order)
    await _tell(tx, actor, order, at)
    return Received(order, "again", reported)


async def _known(tx: Tx, actor: Actor, asked: OrderIn, before: Order, at: datetime) -> Received:
    """Answer as the first time; what a call back adds is written."""
    called = asked.called
    told = (before.called_contacted, before.called_resolution, before.satisfaction)
    said = (called.contacted, called.resolution, called.satisfaction)
    if all(new is None or new == old for new, old in zip(said, told, strict=True)):
        return Received(before, "known")
    await write_called(tx, actor, before, called, at)
    return Received(before, "updated")


def _may_know(actor: Actor, before: Order) -> None:
    """An application learns nothing of orders that another one sent."""
    if before.sent_by != actor.id and not actor.may("cases.read"):
        raise Conflict("An order with this number is on file already.")


def _check(asked: OrderIn, at: datetime) -> None:
    if not asked.number.strip():
        raise Invalid("number", "Every order has a number.")
    if asked.sent_from not in LEVELS:
        raise Invalid("sent_from", f"The level is one of {', '.join(LEVELS)}.")
    if not asked.text.strip() and not asked.title.strip():
        raise Invalid("text", "Say what is asked, in a sentence.")
    if len(asked.text) > reporting.LONGEST_TEXT:
        raise Invalid("text", f"An order has at most {reporting.LONGEST_TEXT} characters.")
    if asked.received_at and not at - OLDEST <= asked.received_at <= at + timedelta(days=1):
        raise Invalid("received_at", "It was received at a moment that cannot be: later than now, or ten years ago.")
    if asked.due_at and not at - OLDEST <= asked.due_at <= at + OLDEST:
        raise Invalid("due_at", "This due time cannot be: it is more than ten years away.")


def _order(actor: Actor, asked: OrderIn, kind: OrderKind, books: Books, rules: Rules, at: datetime, tx: Tx) -> Order:
    """Return the order with its due times; its report is not made yet."""
    received = asked.received_at or at
    due, deadline = _due(asked, kind, books, received)
    order_id = uuid7(tx.at)
    return Order(
        id=order_id,
        system=asked.system,
        number=asked.number,
        kind=kind.code,
        sent_from=asked.sent_from,
        title=(asked.title.strip() or asked.text.strip())[:LONGEST_TITLE],
        urgent=bool(asked.urgent),
        state="open",
        report_id=order_id,
        case_id=order_id,
        sent_by=actor.id,
        sendings=1,
        callback_wanted=asked.callback_wanted,
        received_at=received,
        due_at=due,
        deadline=deadline,
        extended_at=None,
        contact_due_at=books.calendar.deadline(received, days(rules.contact_days)).at,
        contact="waiting",
        contacted_at=None,
        contacts=0,
        return_due_at=books.calendar.deadline(received, days(rules.return_days)).at,
        returns=0,
        answered_at=None,
        answer=None,
        resolution=None,
        called_back_at=None,
        called_contacted=None,
        called_resolution=None,
        satisfaction=None,
        version=1,
    )


def _due(asked: OrderIn, kind: OrderKind, books: Books, received: datetime) -> tuple[datetime, dict[str, Any]]:
    if asked.due_at:
        return asked.due_at, {"zh": "时限由来源系统给定", "en": "The due time was given by the source.", "by": "source"}
    found = books.calendar.deadline(received, days(kind.days))
    zh, en = f"{kind.zh}类工单：{found.explanation_zh}", f"{kind.en}: {found.explanation_en}"
    return found.at, {"zh": zh, "en": en, "by": "kind", "kind": kind.code}


async def _report(
    tx: Tx, actor: Actor, asked: OrderIn, order: Order, kind: OrderKind, *, books: Books, at: datetime
) -> Reported:
    """Report what the order says; a key for each sending, so that one number can come again after a return."""
    text = asked.text.strip() or asked.title.strip()
    envelope = Envelope(
        channel="hotline",
        source=f"hotline:{asked.system}",
        text=text,
        title=order.title,
        raw=asked.raw,
        matter=asked.matter or (matter_for(books, text, at) if kind.classify else other_matter(books, at)),
        reporter=asked.reporter,
        urgent=asked.urgent,
        due_at=order.due_at,
        due_from_source=True,
        idempotency_key=order.number if order.sendings == 1 else f"{order.number}#{order.sendings}",
        external_ref=(asked.system, order.number),
    )
    return await reporting.report(tx, actor, envelope, asked.place, books=books, at=at)


async def _tell(tx: Tx, actor: Actor, order: Order, at: datetime) -> None:
    access.audit(tx, actor, "hotline.receive", "hotline_order", order.id, at)
    fact = HotlineReceived(
        order.id,
        order.report_id,
        order.case_id,
        order.kind,
        order.sent_from,
        order.due_at,
        order.contact_due_at,
        order.sendings,
    )
    await ledger.record(tx, fact, at=at, actor=actor.id)
