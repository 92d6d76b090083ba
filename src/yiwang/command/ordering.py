"""指令: given to a unit, a post or a person, received and done with feedback; its clocks remind, then tell above."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from yiwang import access, ledger, people
from yiwang.access import Actor, platform_actor
from yiwang.base.errors import Conflict, Invalid, NotFound
from yiwang.base.ids import uuid7
from yiwang.base.paging import checked_limit, moment_and_row
from yiwang.cases.steps import expediting
from yiwang.command.facts import OrderCancelled, OrderDone, OrderGiven, OrderReceived, OrderReminded
from yiwang.command.model import MOST_EXPEDITES, ORDER_KINDS, ORDER_STEPS, RECEIPT, Instruction
from yiwang.command.reaching import Told, checked_step, following, said, tell, unit_of
from yiwang.command.store import orders as store
from yiwang.db import Tx
from yiwang.ledger import Timer
from yiwang.people import rosters

RECEIPT_TIMER, DUE_TIMER = "command.order_receipt", "command.order_due"
MINDER = platform_actor("orders")
LATEST = timedelta(days=366)


@dataclass(frozen=True)
class Asked:
    """An order as it is given: `to_kind` unit, post or person; `unit` is the unit that it lies in."""

    title: str
    text: str
    to_kind: str
    to: UUID
    unit: UUID
    due_at: datetime | None = None
    urgent: bool = False
    drill: bool = False


async def give(tx: Tx, actor: Actor, asked: Asked, *, zone: ZoneInfo, at: datetime) -> Instruction:
    """Give an order; the addressee is told at once."""
    unit = await unit_of(tx, actor, "orders.give", asked.unit)
    await _check_addressee(tx, asked, at)
    if asked.due_at and not at < asked.due_at <= at + LATEST:
        raise Invalid("due_at", "An order is due later than now, within a year.")
    order = Instruction(
        uuid7(tx.at), await _number(tx, "ZL", zone, at), "order", said("title", asked.title, "what is ordered", 200),
        said("text", asked.text, "what is to be done"), asked.urgent, asked.drill, None, asked.to_kind, asked.to,
        unit.id, unit.jurisdiction_id, "given", actor.id, actor.name, at, at + RECEIPT[asked.urgent], asked.due_at,
        None, None, "", 1,
    )  # fmt: skip
    return await _given(tx, actor, order, at)


async def expedite(
    tx: Tx, actor: Actor, case_id: UUID, *, kind: str, text: str, due_at: datetime | None, zone: ZoneInfo, at: datetime
) -> Instruction:
    """Expedite a case 提示督办: an order to its unit, and a line on its timeline; so often and no more."""
    if kind not in MOST_EXPEDITES:
        raise Invalid("kind", f"The kind is one of {', '.join(MOST_EXPEDITES)}.")
    why = said("text", text, "what is to go faster, and why")
    case = await expediting.held_for_expediting(tx, actor, case_id)
    before = await store.count_of_case(tx, case_id, kind)
    if before >= MOST_EXPEDITES[kind]:
        raise Conflict(f"This case was expedited like this {before} times, which is the most.", most=before)
    if case.unit_id is None:  # held_for_expediting has seen to it
        raise Conflict("This case has no unit.")
    if due_at and not at < due_at <= at + LATEST:
        raise Invalid("due_at", "An order is due later than now, within a year.")
    unit = await rosters.unit(tx, case.unit_id)
    urgent = case.urgent or kind == "supervise"
    title = f"{ORDER_KINDS[kind][0]} {case.number} {case.title}"[:200]
    due = due_at or (case.due_at if case.due_at and case.due_at > at else None)
    order = Instruction(
        uuid7(tx.at), await _number(tx, "DB", zone, at), kind, title,
        why, urgent, case.drill, case_id, "unit", unit.id, unit.id, unit.jurisdiction_id, "given", actor.id,
        actor.name, at, at + RECEIPT[urgent], due,
        None, None, "", 1,
    )  # fmt: skip
    expediting.expedited(tx, actor, case, kind=kind, text=why, order=order.id, at=at)
    return await _given(tx, actor, order, at)


async def receive(tx: Tx, actor: Actor, order_id: UUID, *, at: datetime) -> Instruction:
    """Say that one has the order."""
    order = await _held(tx, actor, order_id, "orders.answer", at)
    start, to = checked_step(ORDER_STEPS, "receive", order.state, "This order")
    after_ = replace(order, state=to, received_at=at, version=order.version + 1)
    await _move(tx, after_, start, actor.id)
    ledger.cancel_timer(tx, order.id, RECEIPT_TIMER)
    fact = OrderReceived(order.id, order.organisation_id, at <= order.receipt_due_at)
    await _tell_of(tx, actor, after_, fact, "receive", at)
    return after_


async def finish(tx: Tx, actor: Actor, order_id: UUID, *, feedback: str | None, at: datetime) -> Instruction:
    """Say what was done; whoever gave the order is told."""
    order = await _held(tx, actor, order_id, "orders.answer", at)
    start, to = checked_step(ORDER_STEPS, "done", order.state, "This order")
    text = said("feedback", feedback, "what was done")
    after_ = replace(order, state=to, done_at=at, feedback=text, version=order.version + 1)
    await _move(tx, after_, start, actor.id)
    ledger.cancel_timer(tx, order.id, RECEIPT_TIMER, DUE_TIMER)
    on_time = None if order.due_at is None else at <= order.due_at
    await _tell_of(tx, actor, after_, OrderDone(order.id, order.organisation_id, on_time), "done", at)
    await tell(tx, [order.given_by], _told(after_, "order_done", "指令办结", "Order done", text), at)
    return after_


async def cancel(tx: Tx, actor: Actor, order_id: UUID, *, reason: str | None, at: datetime) -> Instruction:
    """Take an order back: who gave it, or whoever gives orders there."""
    order = await _held(tx, actor, order_id, "orders.give", at)
    start, to = checked_step(ORDER_STEPS, "cancel", order.state, "This order")
    why = said("reason", reason, "why it is taken back", 500)
    after_ = replace(order, state=to, feedback=why, version=order.version + 1)
    await _move(tx, after_, start, actor.id)
    ledger.cancel_timer(tx, order.id, RECEIPT_TIMER, DUE_TIMER)
    await _tell_of(tx, actor, after_, OrderCancelled(order.id, order.organisation_id), "cancel", at)
    told = _told(after_, "order_cancelled", "指令撤回", "Order cancelled", why)
    await tell(tx, await _addressees(tx, order, at), told, at)
    return after_


async def see(tx: Tx, actor: Actor, order_id: UUID) -> Instruction:
    """Return an order within the actor's scope."""
    return await _seen(tx, actor, order_id, "orders.read", hold=False)


async def page(
    tx: Tx,
    actor: Actor,
    *,
    unit: UUID | None = None,
    case: UUID | None = None,
    state: str | None = None,
    cursor: str | None = None,
    limit: int = 50,
) -> tuple[list[Instruction], str | None]:
    """Return orders in the actor's scope, the latest first."""
    where, params = access.within(actor.scope("orders.read"), "i.jurisdiction_id", "i.organisation_id")
    found = await store.page(
        tx, where, params, unit=unit, case=case, state=state, after=moment_and_row(cursor), limit=checked_limit(limit)
    )
    return found, following(found, limit, "given_at")


async def receipt_ran_out(tx: Tx, timer: Timer) -> None:
    """Nobody has the order yet: remind; half the time again later, tell the next level up."""
    await _ran_out(tx, timer, RECEIPT_TIMER, ("given",), "receipt")


async def time_ran_out(tx: Tx, timer: Timer) -> None:
    """The order is not done in time: remind, then tell the next level up."""
    await _ran_out(tx, timer, DUE_TIMER, ("given", "received"), "due")


async def _ran_out(tx: Tx, timer: Timer, kind: str, states: Sequence[str], clock: str) -> None:
    order = await store.one(tx, timer.subject, "TRUE", (), hold=True)
    if order is None or order.state not in states:
        return
    level = int(timer.data.get("level", 1))
    text = {"receipt": "指令未签收", "due": "指令到期未办结"}[clock]
    if level == 1:
        again = max(RECEIPT[order.urgent] / 2, timedelta(minutes=2))
        ledger.set_timer(tx, kind, order.id, timer.due + again, {"level": 2})
        accounts = await _addressees(tx, order, timer.due)
    else:
        above = await people.parent_of(tx, order.organisation_id)
        accounts = await people.accounts_on(tx, above, timer.due) if above else []
        text += "，报上一级"
    await tell(tx, accounts, _told(order, f"order_{clock}{level}", "催办", "Reminder", text), timer.due)
    fact = OrderReminded(order.id, order.organisation_id, clock, level)
    await ledger.record(tx, fact, at=timer.due, actor=MINDER.id, drill=order.drill)


async def _given(tx: Tx, actor: Actor, order: Instruction, at: datetime) -> Instruction:
    store.insert(tx, order)
    ledger.set_timer(tx, RECEIPT_TIMER, order.id, order.receipt_due_at, {"level": 1})
    if order.due_at:
        ledger.set_timer(tx, DUE_TIMER, order.id, order.due_at, {"level": 1})
    fact = OrderGiven(
        order.id, order.kind, order.organisation_id, order.case_id, order.urgent, order.receipt_due_at, order.due_at
    )
    await _tell_of(tx, actor, order, fact, "give", at)
    told = _told(order, "order", ORDER_KINDS[order.kind][0], ORDER_KINDS[order.kind][1], "请签收")
    await tell(tx, await _addressees(tx, order, at), told, at)
    return order


async def _check_addressee(tx: Tx, asked: Asked, at: datetime) -> None:
    posts = {post.id for post in await rosters.posts(tx, asked.unit, at)}
    if asked.to_kind == "unit":
        good = asked.to == asked.unit
    elif asked.to_kind == "post":
        good = asked.to in posts
    else:
        good = any(staff == asked.to for _, staff in await rosters.appointed(tx, posts, at))
    if not good:
        raise Invalid("to", f"The unit has no such {asked.to_kind}.")


async def _addressees(tx: Tx, order: Instruction, at: datetime) -> list[UUID]:
    if order.to_kind == "unit":
        return await people.accounts_on(tx, order.to_id, at)
    if order.to_kind == "post":
        return await rosters.accounts_of_post(tx, order.to_id, at)
    return [one.account_id for one in await rosters.members(tx, {order.to_id}) if one.account_id]


async def _held(tx: Tx, actor: Actor, order_id: UUID, permission: str, at: datetime) -> Instruction:
    """Hold an order; one to a person is answered by that person and nobody else."""
    order = await _seen(tx, actor, order_id, permission, hold=True)
    if permission == "orders.answer" and order.to_kind == "person" and actor.kind == "account":
        mine = await rosters.me(tx, actor, at)
        if mine.id != order.to_id:
            raise NotFound("There is no such order for you.")
    return order


async def _seen(tx: Tx, actor: Actor, order_id: UUID, permission: str, *, hold: bool) -> Instruction:
    where, params = access.within(actor.scope(permission), "i.jurisdiction_id", "i.organisation_id")
    found = await store.one(tx, order_id, where, params, hold=hold)
    if found is None:
        raise NotFound("There is no such order.")
    return found


async def _move(tx: Tx, order: Instruction, start: Sequence[str], by: UUID) -> None:
    if not await store.move(tx, order, start, order.state, by):
        raise Conflict("This order moved on at this very moment.")


async def _tell_of(tx: Tx, actor: Actor, order: Instruction, fact: ledger.Fact, verb: str, at: datetime) -> None:
    await ledger.record(tx, fact, at=at, actor=actor.id, drill=order.drill)
    access.audit(tx, actor, f"orders.{verb}", "order", order.id, at)


def _told(order: Instruction, kind: str, zh: str, en: str, text: str) -> Told:
    line = f"{order.number} {order.title}：{text}"
    return Told(f"command.{kind}", zh, en, line, f"/command/orders/{order.id}", "order", order.id)


async def _number(tx: Tx, prefix: str, zone: ZoneInfo, at: datetime) -> str:
    return f"{prefix}{at.astimezone(zone):%Y%m%d}{await store.serial(tx):06d}"
