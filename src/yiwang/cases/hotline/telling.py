"""An order with all that hangs on it, for whoever may see its case; a look at what was said leaves its trace."""

from datetime import datetime
from typing import Any
from uuid import UUID

from yiwang import access
from yiwang.access import Actor
from yiwang.cases.hotline.finding import see
from yiwang.cases.hotline.shapes import detail_fields, order_fields
from yiwang.cases.hotline.store import orders as store
from yiwang.db import Tx
from yiwang.events import following
from yiwang.events.books import Books


async def detail(tx: Tx, actor: Actor, order_id: UUID, *, books: Books, at: datetime) -> dict[str, Any]:
    """Return the fields of an `OrderDetail`."""
    stood = await see(tx, actor, order_id)
    lives = await following.lives_of(tx, [stood.order.report_id])
    contacts = await store.contacts(tx, order_id)
    returns = await store.returns(tx, order_id)
    access.audit(tx, actor, "hotline.see", "hotline_order", order_id, at)
    return detail_fields(stood, lives.get(stood.order.report_id), contacts, returns, books, at)


async def stands(tx: Tx, actor: Actor, order_id: UUID, *, books: Books, at: datetime) -> dict[str, Any]:
    """Return the fields of an `OrderOut` as a step left it."""
    permission = "cases.read" if actor.may("cases.read") else "hotline.import"
    return order_fields(await see(tx, actor, order_id, permission), books, at)
