"""Cases of upkeep over HTTP."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from pydantic import BaseModel

from yiwang.access.door import Door, Visit
from yiwang.alarms.handling.shapes import AlarmVerdictAsk, JudgedOut
from yiwang.cases.upkeep import judging, listing

router = APIRouter(prefix="/api", route_class=Door, tags=["cases"])


class UpkeepOut(BaseModel):
    """A case of upkeep with its device; `recovered_at` is when its values were well again."""

    case_id: UUID
    number: str
    state: str
    title: str
    opened_at: datetime
    closed_at: datetime | None
    due_at: datetime | None
    unit_id: UUID | None
    jurisdiction_id: UUID
    device_id: UUID | None
    device_code: str
    device_name: str
    class_code: str
    maintainer_id: UUID | None
    recovered_at: datetime | None


class UpkeepsOut(BaseModel):
    items: list[UpkeepOut]
    next: str | None


@router.get("/upkeep")
async def list_upkeep(
    visit: Visit,
    maintainer_id: UUID | None = None,
    open: bool | None = None,
    cursor: Annotated[str | None, Query(max_length=300)] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> UpkeepsOut:
    """Cases of upkeep 维保, newest first; they are no part of a street's figures."""
    page = await listing.page(
        visit.tx, visit.actor, maintainer=maintainer_id, still_open=open, cursor=cursor, limit=limit
    )
    return UpkeepsOut(items=[UpkeepOut(**row) for row in page.items], next=page.next)


@router.post("/cases/{case_id}/verdict")
async def judge_case(case_id: UUID, ask: AlarmVerdictAsk, visit: Visit) -> JudgedOut:
    """研判 by who handles the case: whether the alarm that raised it was true; its rule's precision follows."""
    changed = await judging.judge(visit.tx, visit.actor, case_id, ask.verdict, at=visit.at, text=ask.text)
    return JudgedOut(changed=changed)
