"""首次联系、延期、答复、退回市级: what the district does with an order, each a line in the timeline of its case."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from yiwang import access, ledger
from yiwang.access import Actor, platform_actor
from yiwang.base.errors import Conflict, Forbidden, Invalid, NotFound
from yiwang.cases import store as cases
from yiwang.cases.hotline.facts import HotlineAnswered, HotlineContacted, HotlineExtended, HotlineReturned
from yiwang.cases.hotline.finding import see
from yiwang.cases.hotline.model import RESOLUTIONS, RETURN_REASONS, SPOKE_WITH, WAYS, Order, parts_tried
from yiwang.cases.hotline.rules import Rules, days
from yiwang.cases.hotline.store import orders as store
from yiwang.cases.model import OPEN_STATES, Case
from yiwang.cases.steps import closing
from yiwang.cases.steps.filing import watch_due
from yiwang.cases.steps.stepping import needed
from yiwang.cases.store import Line
from yiwang.db import Tx
from yiwang.events import settling
from yiwang.events.books import Books

RETURNER = platform_actor("hotline")
# Once somebody did what was asked, the order is no longer to be sent back.
_RETURNABLE = ("to_confirm", "to_dispatch", "to_receive", "handling")


async def first_contact(
    tx: Tx,
    actor: Actor,
    order_id: UUID,
    *,
    way: str,
    reached: bool,
    spoke_with: str | None = None,
    note: str = "",
    rules: Rules,
    books: Books,
    at: datetime,
    tried_at: datetime | None = None,
) -> Order:
    """首次联系: the caller was reached, or was not; enough tries in different parts of the day end the trying."""
    order, case = await _begin(tx, actor, order_id, "hotline.contact")
    _check_contact(order, way, reached, spoke_with, at, tried_at)
    moment = tried_at or at
    tried: Sequence[datetime] = [row["at"] for row in await store.contacts(tx, order.id)]
    store.add_contact(
        tx, order, at=moment, way=way, reached=reached, spoke_with=spoke_with, note=note, by=(actor.id, actor.name)
    )
    local = [one.astimezone(books.zone) for one in (*tried, moment)]
    enough = parts_tried(local) >= rules.contact_tries
    contact = "reached" if reached else "unreachable" if enough else "waiting"
    after = replace(
        order, contact=contact, contacts=order.contacts + 1, contacted_at=None if contact == "waiting" else moment
    )
    store.set_contact(tx, after)
    said = "已联系" if reached else f"未联系上（第 {after.contacts} 次）"
    late = "（超时）" if after.contact_on_time is False else ""
    _add_line(tx, actor, case, "hotline_contact", at, f"首次联系{late}：{WAYS[way][0]}，{said}。{note}".rstrip("。"))
    access.audit(tx, actor, "hotline.contact", "hotline_order", order.id, at)
    fact = HotlineContacted(order.id, way, reached, contact, after.contact_on_time)
    await ledger.record(tx, fact, at=moment, actor=actor.id)
    return after


def _check_contact(
    order: Order, way: str, reached: bool, spoke_with: str | None, at: datetime, tried_at: datetime | None
) -> None:
    if way not in WAYS:
        raise Invalid("way", f"The way is one of {', '.join(WAYS)}.")
    if spoke_with is not None and spoke_with not in SPOKE_WITH:
        raise Invalid("spoke_with", f"It is one of {', '.join(SPOKE_WITH)}.")
    if reached and spoke_with is None:
        raise Invalid("spoke_with", "Say with whom you spoke.")
    if tried_at and not order.received_at <= tried_at <= at:
        raise Invalid("tried_at", "It was tried between the order's receipt and now.")
    if order.contact == "reached":
        raise Conflict("First contact was made already.", contacted_at=order.contacted_at and str(order.contacted_at))


async def give_back(
    tx: Tx,
    actor: Actor,
    order_id: UUID,
    *,
    reason: str,
    text: str,
    next_door: str = "",
    ruling: str | None = None,
    at: datetime,
) -> Order:
    """退回市级: with the reason and who it belongs to; late, or for the second time, only by a ruling 裁定.

    Its case is void unless others reported the same: then only this order's report ends.
    """
    order, case = await _begin(tx, actor, order_id, "hotline.return")
    if reason not in RETURN_REASONS:
        raise Invalid("reason", f"The reason is one of {', '.join(RETURN_REASONS)}.")
    why = needed("text", text, "why the order is returned")
    if reason in ("not_ours", "elsewhere") and not next_door.strip():
        raise Invalid("next_door", "Name who answers for it: what is sent back always names the next door.")
    _may_return(actor, order, case, ruling, at)
    store.add_return(
        tx,
        order,
        at=at,
        reason=reason,
        text=why,
        next_door=next_door.strip(),
        ruling=ruling,
        by=(actor.id, actor.name),
    )
    said = f"退回市级（{RETURN_REASONS[reason][0]}）：{why}"
    answer = {"text": said, "next_door": next_door.strip(), "returned": True}
    left = await settling.answer_one(tx, actor, order.report_id, at=at, answer=answer)
    if left is None:
        raise Conflict("This order was answered already.")
    _add_line(tx, actor, case, "hotline_return", at, said)
    if left == 0:
        await closing.void(tx, RETURNER, case.id, reason=said, at=at)
    access.audit(tx, actor, "hotline.return", "hotline_order", order.id, at, {"reason": reason})
    fact = HotlineReturned(order.id, case.id, reason, order.returns + 1)
    await ledger.record(tx, fact, at=at, actor=actor.id)
    return replace(order, state="returned", returns=order.returns + 1)


def _may_return(actor: Actor, order: Order, case: Case, ruling: str | None, at: datetime) -> None:
    if case.state not in _RETURNABLE:
        raise Conflict(f"The case is in state {case.state}: answer the order instead.", state=case.state)
    if order.returns == 0 and at <= order.return_due_at:
        return
    if not actor.may("hotline.rule"):
        why = "was returned before" if order.returns else "could be returned until its due time, which has passed"
        raise Forbidden(f"This order {why}: ask for a ruling (裁定).", permission="hotline.rule")
    needed("ruling", ruling, "the ruling by which it is returned all the same")


async def extend(
    tx: Tx, actor: Actor, order_id: UUID, *, reason: str, books: Books, rules: Rules, at: datetime
) -> Order:
    """延期: a complex order, once, before its limit ends; the longer limit runs from receipt as well."""
    order, case = await _begin(tx, actor, order_id, "hotline.rule")
    why = needed("reason", reason, "why it takes longer")
    if order.extended_at:
        raise Conflict("An order is extended once.")
    if at > order.due_at:
        raise Conflict("The limit has ended: it is extended before that, or not at all.")
    found = books.calendar.deadline(order.received_at, days(rules.extended_days))
    if found.at <= order.due_at:
        raise Conflict("Its limit is as long as an extended one already.")
    deadline = {"zh": f"延期：{found.explanation_zh}", "en": f"Extended: {found.explanation_en}", "by": "extension"}
    after = replace(order, due_at=found.at, deadline=deadline, extended_at=at)
    store.set_extended(tx, after)
    if case.state in OPEN_STATES and case.due_at == order.due_at:
        moved = replace(case, due_at=found.at, deadline=deadline)
        cases.redate(tx, moved)
        watch_due(tx, moved, at)
    _add_line(tx, actor, case, "hotline_extend", at, f"热线工单延期：{why}")
    access.audit(tx, actor, "hotline.extend", "hotline_order", order.id, at)
    await ledger.record(tx, HotlineExtended(order.id, found.at), at=at, actor=actor.id)
    return after


async def answer(tx: Tx, actor: Actor, order_id: UUID, *, text: str, resolution: str, at: datetime) -> Order:
    """答复: what the caller is told, and whether it was solved or explained 诉求认定. The case goes on by itself."""
    order, case = await _begin(tx, actor, order_id, "hotline.answer", closed_too=True)
    said = needed("text", text, "what the caller is told")
    if resolution not in RESOLUTIONS:
        raise Invalid("resolution", f"The resolution is one of {', '.join(RESOLUTIONS)}.")
    if order.answered_at:
        raise Conflict("This order was answered already.")
    after = replace(order, answered_at=at, answer=said, resolution=resolution)
    store.set_answer(tx, after)
    _add_line(tx, actor, case, "hotline_answer", at, f"答复热线（{RESOLUTIONS[resolution][0]}）：{said}")
    access.audit(tx, actor, "hotline.answer", "hotline_order", order.id, at)
    fact = HotlineAnswered(order.id, resolution, at <= order.due_at)
    await ledger.record(tx, fact, at=at, actor=actor.id)
    return after


async def _begin(
    tx: Tx, actor: Actor, order_id: UUID, permission: str, *, closed_too: bool = False
) -> tuple[Order, Case]:
    """Hold the case, then the order, as every step on cases does; only what is open goes on."""
    seen = await see(tx, actor, order_id, permission)
    case = await cases.lock(tx, seen.order.case_id, "TRUE", ())
    order = await store.lock(tx, order_id)
    if case is None or order is None:
        raise NotFound("There is no such order among those you may see.")
    if order.case_id != case.id:
        raise Conflict("The order was put on another case at this moment; load it again.")
    if order.state == "returned":
        raise Conflict("This order was returned to the city.")
    if case.state not in OPEN_STATES and not closed_too and permission != "hotline.contact":
        raise Conflict(f"The case is in state {case.state}.", state=case.state)
    return order, case


def _add_line(tx: Tx, actor: Actor, case: Case, step: str, at: datetime, text: str) -> None:
    cases.add_line(tx, case.id, case.unit_id, Line(step, at, actor.id, actor.name, text, {}))
