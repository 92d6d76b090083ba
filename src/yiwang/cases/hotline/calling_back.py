"""回访: what the city was told when it asked the caller: reached in time, solved, satisfied."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from yiwang import access, ledger
from yiwang.access import Actor
from yiwang.base.errors import Invalid
from yiwang.cases.hotline.facts import HotlineCalledBack
from yiwang.cases.hotline.finding import see
from yiwang.cases.hotline.model import RESOLUTIONS, SATISFACTION, Called, Order
from yiwang.cases.hotline.store import orders as store
from yiwang.db import Tx


async def call_back(tx: Tx, actor: Actor, order_id: UUID, called: Called, *, at: datetime) -> Order:
    """Write what a call back told; what it leaves out stays as it was."""
    order = (await see(tx, actor, order_id, "hotline.import")).order
    if called.empty:
        raise Invalid("satisfaction", "Say at least one of contacted, resolution, satisfaction.")
    await write_called(tx, actor, order, called, at)
    return replace(
        order,
        called_back_at=at,
        called_contacted=order.called_contacted if called.contacted is None else called.contacted,
        called_resolution=called.resolution or order.called_resolution,
        satisfaction=called.satisfaction or order.satisfaction,
    )


async def write_called(tx: Tx, actor: Actor, order: Order, called: Called, at: datetime) -> None:
    """Write a call back to an order that is held or was just made."""
    if called.resolution and called.resolution not in RESOLUTIONS:
        raise Invalid("resolution", f"The resolution is one of {', '.join(RESOLUTIONS)}.")
    if called.satisfaction and called.satisfaction not in SATISFACTION:
        raise Invalid("satisfaction", f"The satisfaction is one of {', '.join(SATISFACTION)}.")
    store.set_called(tx, order.id, called, at)
    access.audit(tx, actor, "hotline.call_back", "hotline_order", order.id, at)
    fact = HotlineCalledBack(order.id, called.contacted, called.resolution, called.satisfaction)
    await ledger.record(tx, fact, at=at, actor=actor.id)
