"""Letters over HTTP: those that a person has to sort."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Request, Response
from pydantic import BaseModel, Field

from yiwang.access import Personal
from yiwang.access.door import Door, Visit
from yiwang.events.books import Books
from yiwang.events.mailing import sorting
from yiwang.events.shapes import PlaceAsk, ReportOut, Strict, told
from yiwang.places import PlaceIn

router = APIRouter(prefix="/api/mail", route_class=Door, tags=["mail"])


class LetterOut(BaseModel):
    """A letter to be sorted by hand, and why; `sender` is masked."""

    id: UUID
    accepted_at: datetime
    size: int
    why: str | None
    sender: Annotated[str, Personal("contact")]
    subject: str
    text: str
    place: str
    pictures: int


class Letters(BaseModel):
    items: list[LetterOut]


class ByHandAsk(Strict):
    matter: str = Field(min_length=1, max_length=40)
    place: PlaceAsk


class DismissAsk(Strict):
    reason: str = Field(max_length=500)


async def _books(request: Request) -> Books:
    books: Books = request.app.state.books
    return books


InBooks = Annotated[Books, Depends(_books)]


@router.get("/waiting", response_model=Letters)
async def waiting(visit: Visit, books: InBooks) -> Any:
    """The letters that wait for a person, oldest first."""
    return {"items": await sorting.waiting(visit.tx, visit.actor, books=books, at=visit.at)}


@router.post("/{message_id}/report", status_code=201, response_model=ReportOut)
async def report(message_id: UUID, ask: ByHandAsk, visit: Visit, books: InBooks) -> Any:
    """Make a report of a letter, under this matter at this place."""
    place = PlaceIn(**{**ask.place.model_dump(), "text": ask.place.text or ""})
    reported = await sorting.report_by_hand(
        visit.tx, visit.actor, message_id, matter=ask.matter, place=place, books=books, at=visit.at
    )
    return told(reported)


@router.post("/{message_id}/dismiss", status_code=204, response_class=Response)
async def dismiss(message_id: UUID, ask: DismissAsk, visit: Visit, books: InBooks) -> Response:
    """Lay a letter aside that reports nothing."""
    await sorting.dismiss(visit.tx, visit.actor, message_id, reason=ask.reason, books=books, at=visit.at)
    return Response(status_code=204)
