"""HTTP of notices: one's own inbox."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict

from yiwang.access.door import Door, Visit
from yiwang.notices import reading

router = APIRouter(prefix="/api/notices", route_class=Door, tags=["notices"])


class NoticeOut(BaseModel):
    """`title` is the Chinese one, `title_en` the English one."""

    model_config = ConfigDict(from_attributes=True)
    id: UUID
    at: datetime
    kind: str
    title: str
    title_en: str
    text: str
    link: str
    object_type: str
    object_id: UUID | None
    read_at: datetime | None


class InboxOut(BaseModel):
    items: list[NoticeOut]
    unread: int
    next: str | None


@router.get("")
async def list_notices(
    visit: Visit,
    unread: bool = False,
    cursor: Annotated[str | None, Query(max_length=200)] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> InboxOut:
    """One's own notices, newest first."""
    page = await reading.inbox(visit.tx, visit.actor, unread_only=unread, cursor=cursor, limit=limit)
    items = [NoticeOut.model_validate({**vars(each), "title": each.title_zh}) for each in page.items]
    return InboxOut(items=items, unread=page.unread, next=page.next)


@router.post("/{notice_id}/read", status_code=204)
async def read_notice(notice_id: UUID, visit: Visit) -> None:
    """Mark one of one's own notices as read."""
    await reading.mark_read(visit.tx, visit.actor, notice_id, visit.at)


@router.post("/read", status_code=204)
async def read_all_notices(visit: Visit) -> None:
    """Mark all of one's own notices as read."""
    await reading.mark_all_read(visit.tx, visit.actor, visit.at)
