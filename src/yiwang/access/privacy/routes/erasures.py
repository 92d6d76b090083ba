"""Erasing persons: asking, consenting, refusing."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter
from pydantic import BaseModel, Field

from yiwang.access.door import Door, Visit
from yiwang.access.privacy import erasing
from yiwang.access.privacy.model import FULL, Personal
from yiwang.access.privacy.routes.shapes import OFFICER, Ask, InDeclared, Out, Text, Words

router = APIRouter(prefix="/api", route_class=Door, tags=["personal data"])


class ErasureAsk(Ask):
    """A person by id or by telephone number, and why; `kind` is reporter."""

    kind: Words = "reporter"
    person: UUID | None = None
    phone: Annotated[str, Field(max_length=30), Personal("phone")] | None = None
    reason: Text


class ConsentAsk(Ask):
    text: Text = ""


class RefuseAsk(Ask):
    text: Text


class ErasureOut(Out):
    """What was asked and decided; it names nobody."""

    id: UUID
    kind: str
    person: UUID
    reason: str
    state: str
    asked_by: UUID
    asked_by_name: Annotated[str, Personal("name", level=2, shown=FULL, why=OFFICER)]
    asked_at: datetime
    decided_by: UUID | None
    decided_by_name: Annotated[str | None, Personal("name", level=2, shown=FULL, why=OFFICER)]
    decided_at: datetime | None
    answer: str | None


class Erasures(BaseModel):
    items: list[ErasureOut]
    next: str | None


@router.post("/erasures", status_code=201)
async def ask_to_erase(ask: ErasureAsk, visit: Visit, declared: InDeclared) -> ErasureOut:
    """Ask that a person be erased; nothing happens before a second person consents."""
    row = await erasing.ask_to_erase(
        visit.tx,
        visit.actor,
        declared,
        visit.keyring,
        ask.kind,
        person=ask.person,
        phone=ask.phone,
        reason=ask.reason,
        at=visit.at,
    )
    return ErasureOut(**row)


@router.get("/erasures")
async def list_erasures(visit: Visit, cursor: Words | None = None, limit: int = 50) -> Erasures:
    """What was asked, youngest first."""
    page = await erasing.list_erasures(visit.tx, visit.actor, cursor=cursor, limit=limit)
    return Erasures(items=[ErasureOut(**row) for row in page.items], next=page.next)


@router.post("/erasures/{erasure_id}/consent")
async def consent(erasure_id: UUID, ask: ConsentAsk, visit: Visit, declared: InDeclared) -> ErasureOut:
    """Consent as the second person: the person's key is destroyed in this very step."""
    row = await erasing.consent(visit.tx, visit.actor, declared, visit.keyring, erasure_id, at=visit.at, text=ask.text)
    return ErasureOut(**row)


@router.post("/erasures/{erasure_id}/refuse")
async def refuse(erasure_id: UUID, ask: RefuseAsk, visit: Visit) -> ErasureOut:
    """Refuse as the second person, with the reason."""
    return ErasureOut(**await erasing.refuse(visit.tx, visit.actor, erasure_id, at=visit.at, text=ask.text))
