"""Help in choosing: which units a case could go to, and what a search box's words mean."""

from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic import BaseModel

from yiwang import people
from yiwang.access import Actor
from yiwang.cases.steps.choosing import choose
from yiwang.cases.views.listing import see
from yiwang.db import Tx
from yiwang.events.books import Books


class UnitChoice(BaseModel):
    """A unit with the reason it is offered and the posts on duty there now."""

    id: UUID
    name: str
    reason: str
    lead: bool
    on_duty: list[str]


class UnitChoices(BaseModel):
    items: list[UnitChoice]


async def units(tx: Tx, actor: Actor, case_id: UUID, *, books: Books, at: datetime) -> dict[str, Any]:
    """Return the units for a case: the rules' choice, who assists, then the stations and centres of its place."""
    case = await see(tx, actor, case_id)
    choice = await choose(tx, case, books=books, at=at)
    offered: dict[UUID, str] = {}
    if choice.unit:
        offered[choice.unit] = choice.reason
    for helper in choice.assists:
        offered.setdefault(helper, "责任清单协办单位")
    locator = await books.locators.at(tx, at)
    for station in books.directory.stations(locator.chain(case.jurisdiction_id), at):
        offered.setdefault(station, "所在辖区值守单位")
    items = []
    for unit, reason in offered.items():
        on = await people.who_is_on(tx, unit, at)
        posts = list(dict.fromkeys(duty.post_name for duty in on))
        items.append(
            {
                "id": unit,
                "name": books.directory.name(unit),
                "reason": reason,
                "lead": unit == choice.unit,
                "on_duty": posts,
            }
        )
    return {"items": items}
