"""Revealing a field, and the auditor's search for who saw whom."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import AwareDatetime, BaseModel

from yiwang.access.door import Door, Visit
from yiwang.access.privacy import revealing, searching
from yiwang.access.privacy.model import FULL, Personal
from yiwang.access.privacy.routes.shapes import OFFICER, Ask, InDeclared, Out, Text, Words

router = APIRouter(prefix="/api", route_class=Door, tags=["personal data"])


class RevealAsk(Ask):
    """`object` and `field` name what: report/name, report/phone, staff/mobile; `reason` is kept beside your name."""

    object: Words
    id: UUID
    field: Words
    reason: Text


class RevealOut(BaseModel):
    """The value, this once: it is not to be kept by a browser or a proxy."""

    value: Annotated[str, Personal("other", shown=FULL, why="asked for with a reason that is kept")]


class LookOut(Out):
    """One look at a person: who, when, by doing what, with which reason."""

    id: UUID
    at: datetime
    recorded: datetime
    actor: UUID
    actor_kind: str
    actor_name: Annotated[str | None, Personal("name", level=2, shown=FULL, why=OFFICER)]
    action: str
    action_zh: str
    action_en: str
    object_type: str
    object_id: UUID | None
    field: str | None
    reason: str | None


class Looks(BaseModel):
    items: list[LookOut]
    next: str | None


@router.post("/reveal")
async def reveal(ask: RevealAsk, visit: Visit, declared: InDeclared, response: Response) -> RevealOut:
    """One personal field in full, for a reason; the look is kept in the audit trail."""
    value = await revealing.reveal(
        visit.tx,
        visit.actor,
        declared,
        visit.keyring,
        ask.object,
        ask.id,
        ask.field,
        ask.reason,
        at=visit.at,
    )
    response.headers["Cache-Control"] = "no-store"
    return RevealOut(value=value)


@router.get("/looks")
async def who_saw(
    visit: Visit,
    declared: InDeclared,
    person: UUID | None = None,
    person_kind: Words | None = None,
    looker: UUID | None = None,
    object_id: UUID | None = None,
    since: AwareDatetime | None = None,
    until: AwareDatetime | None = None,
    cursor: Words | None = None,
    limit: int = 50,
) -> Looks:
    """Who saw whom 谁看过谁: by the person looked at, the looker, the object, the time; for the auditor."""
    sought = searching.Sought(person, person_kind, looker, object_id, since, until)
    page = await searching.who_saw(visit.tx, visit.actor, declared, sought, cursor=cursor, limit=limit, at=visit.at)
    return Looks(items=[LookOut(**row) for row in page.items], next=page.next)
