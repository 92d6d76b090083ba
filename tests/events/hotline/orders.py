"""Sending in orders of the hotline and looking at what became of them."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from tests.cities import City

from yiwang.access import Actor
from yiwang.cases.hotline import finding, handling
from yiwang.cases.hotline.model import Order
from yiwang.cases.hotline.receiving import OrderIn, Received, receive
from yiwang.cases.hotline.rules import rules_at
from yiwang.cases.hotline.store.orders import Stood
from yiwang.cases.model import Case
from yiwang.cases.views.listing import of_event
from yiwang.places import PlaceIn

HERE = PlaceIn(lon=121.4, lat=31.24)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of November 2026 in Shanghai's time; the 16th is a Monday."""
    return datetime(2026, 11, day, hour - 8, minute, tzinfo=UTC)


def asked(number: str = "20261116-001", **fields: Any) -> OrderIn:
    usual: dict[str, Any] = {
        "system": "12345",
        "kind": "投诉",
        "title": "垃圾无人清运",
        "text": "小区门口暴露垃圾堆了三天",
        "place": HERE,
        "raw": b"{}",
    }
    return OrderIn(**{**usual, "number": number, **fields})


async def send(city: City, number: str = "20261116-001", *, actor: Actor | None = None, **fields: Any) -> Received:
    """Send in one order in a transaction of its own."""
    async with city.database.tx() as tx:
        rules = await rules_at(tx, city.now)
        order = asked(number, **fields)
        return await receive(tx, actor or city.officer, order, books=city.books, rules=rules, at=city.now)


async def stands(city: City, order: Order | UUID) -> Stood:
    async with city.database.tx() as tx:
        return await finding.see(tx, city.officer, order if isinstance(order, UUID) else order.id)


async def case_of(city: City, order: Order) -> Case:
    stood = await stands(city, order)
    async with city.database.tx() as tx:
        case = await of_event(tx, city.officer, stood.order.case_id)
    assert case is not None
    return case


async def contact(
    city: City, order: Order, *, reached: bool = True, actor: Actor | None = None, **fields: Any
) -> Order:
    async with city.database.tx() as tx:
        return await handling.first_contact(
            tx,
            actor or city.officer,
            order.id,
            way=fields.pop("way", "phone"),
            reached=reached,
            spoke_with=fields.pop("spoke_with", "reporter" if reached else None),
            rules=await rules_at(tx, city.now),
            books=city.books,
            at=city.now,
            **fields,
        )


async def give_back(city: City, order: Order, *, actor: Actor | None = None, **fields: Any) -> Order:
    usual = {"reason": "not_ours", "text": "属市水务局管辖", "next_door": "市水务热线 962450"}
    async with city.database.tx() as tx:
        return await handling.give_back(tx, actor or city.officer, order.id, at=city.now, **{**usual, **fields})


async def rows(city: City, query: Any, *params: object) -> list[dict[str, Any]]:
    async with city.database.tx() as tx:
        return await tx.rows(query, params)
