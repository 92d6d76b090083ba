"""The address of the audit trail."""

from datetime import datetime
from typing import Any
from uuid import UUID

from fastapi import APIRouter
from pydantic import BaseModel

from yiwang.access.door import Door, Visit
from yiwang.access.routes.shapes import Out, Words
from yiwang.access.trail import reading

router = APIRouter(prefix="/api", route_class=Door, tags=["access"])


class AuditOut(Out):
    """One row of the audit trail."""

    id: UUID
    at: datetime
    recorded: datetime
    actor: UUID
    actor_kind: str
    actor_name: str | None
    session: UUID | None
    action: str
    object_type: str
    object_id: UUID | None
    success: bool
    detail: dict[str, Any]


class AuditPage(BaseModel):
    items: list[AuditOut]
    next: str | None


@router.get("/audit")
async def read_audit(
    visit: Visit,
    actor: UUID | None = None,
    object_id: UUID | None = None,
    action: Words | None = None,
    since: datetime | None = None,
    until: datetime | None = None,
    cursor: Words | None = None,
    limit: int = 50,
) -> AuditPage:
    asked = reading.Asked(actor, object_id, action, since, until)
    page = await reading.read_audit(visit.tx, visit.actor, asked, cursor=cursor, limit=limit, at=visit.at)
    return AuditPage(items=[AuditOut(**row) for row in page.items], next=page.next)
