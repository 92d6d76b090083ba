"""HTTP of the duty officer's page."""

import asyncio
from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import APIRouter, Query
from fastapi.responses import Response
from pydantic import BaseModel, Field

from yiwang import access
from yiwang.access.door import Door, LongDoor, LongVisit, Visit
from yiwang.cases.shapes import CaseRow, row_fields
from yiwang.cases.views import queueing as cases
from yiwang.cases.views.listing import see
from yiwang.command.desk import keeping, morning, printing, queueing
from yiwang.command.shapes import Ask, MadeIdOut
from yiwang.events.books import Books

router = APIRouter(prefix="/api", route_class=Door, tags=["command"])
_files = APIRouter(route_class=LongDoor, tags=["command"])
_BINARY = {"schema": {"type": "string", "format": "binary"}}
Verb = Literal["confirm", "dispatch", "redispatch", "return", "handle", "check", "close", "void", "refuse"]
Tab = Annotated[str, Query(max_length=20, description="a tab of the list, or urgent, or expedited")]


class QueuePage(BaseModel):
    """Open cases, the most urgent first."""

    items: list[CaseRow]
    next: str | None


class QueueCounts(BaseModel):
    """How many wait under each tab; `triage` are events."""

    tabs: dict[str, int]
    as_of: datetime


class NearbyOut(CaseRow):
    """Another open case, `metres` away; `alike`: of the same matter, so perhaps the same thing."""

    metres: float
    alike: bool


class NearbysOut(BaseModel):
    items: list[NearbyOut]


class PhraseAsk(Ask):
    unit: UUID
    verb: Verb
    text: Annotated[str, Field(min_length=1, max_length=200)]


class PhraseOut(BaseModel):
    id: UUID
    organisation_id: UUID
    verb: Verb
    text: str


class PhrasesOut(BaseModel):
    items: list[PhraseOut]


class ViewAsk(Ask):
    page: Annotated[str, Field(min_length=1, max_length=40, pattern="^[a-z-]+$")]
    name: Annotated[str, Field(min_length=1, max_length=40)]
    search: Annotated[dict[str, str | bool], Field(max_length=20)]


class ViewOut(BaseModel):
    id: UUID
    page: str
    name: str
    search: dict[str, Any]


class ViewsOut(BaseModel):
    items: list[ViewOut]


def _books(visit: Visit) -> Books:
    books: Books = visit.request.app.state.books
    return books


@router.get("/queue", response_model=QueuePage)
async def read_queue(
    visit: Visit,
    tab: Tab = "all",
    jurisdiction: UUID | None = None,
    cursor: Annotated[str | None, Query(max_length=400)] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> Any:
    """A page of what is open and yours to see: urgent ones first, then what is due first."""
    page = await queueing.page(
        visit.tx, visit.actor, tab, at=visit.at, jurisdiction=jurisdiction, cursor=cursor, limit=limit
    )
    books = _books(visit)
    locator = await books.locators.at(visit.tx, visit.at)
    return {"items": [row_fields(case, books, locator, visit.at) for case in page.items], "next": page.next}


@router.get("/queue/counts")
async def count_queue(visit: Visit) -> QueueCounts:
    """How many wait under each tab of the live queue."""
    return QueueCounts(tabs=await queueing.counts(visit.tx, visit.actor, at=visit.at), as_of=visit.at)


@router.get("/cases/{case_id}/nearby", response_model=NearbysOut)
async def list_nearby(
    case_id: UUID, visit: Visit, metres: Annotated[float, Query(gt=0, le=2000)] = cases.RADIUS
) -> Any:
    """What else is open around a case, the nearest first."""
    this = await see(visit.tx, visit.actor, case_id)
    found = await cases.nearby(visit.tx, visit.actor, case_id, metres=metres)
    books = _books(visit)
    locator = await books.locators.at(visit.tx, visit.at)
    return {
        "items": [
            {
                **row_fields(other, books, locator, visit.at),
                "metres": far,
                "alike": other.matter_code == this.matter_code,
            }
            for far, other in found
        ]
    }


@router.get("/desk/phrases")
async def list_phrases(visit: Visit) -> PhrasesOut:
    """The phrases of the organisations one works for 常用语."""
    return PhrasesOut(items=[PhraseOut(**row) for row in await keeping.phrases(visit.tx, visit.actor)])


@router.post("/desk/phrases", status_code=201)
async def add_phrase(ask: PhraseAsk, visit: Visit) -> MadeIdOut:
    """Keep a phrase for an organisation."""
    made = await keeping.add_phrase(visit.tx, visit.actor, unit=ask.unit, verb=ask.verb, text=ask.text)
    return MadeIdOut(id=made)


@router.delete("/desk/phrases/{phrase_id}", status_code=204)
async def drop_phrase(phrase_id: UUID, visit: Visit) -> None:
    """Take a phrase away."""
    await keeping.drop_phrase(visit.tx, visit.actor, phrase_id)


@router.get("/desk/views")
async def list_views(visit: Visit) -> ViewsOut:
    """One's own views."""
    return ViewsOut(items=[ViewOut(**row) for row in await keeping.views(visit.tx, visit.actor)])


@router.put("/desk/views")
async def keep_view(ask: ViewAsk, visit: Visit) -> MadeIdOut:
    """Keep what a list looks for under a name; the same name again replaces it."""
    made = await keeping.keep_view(visit.tx, visit.actor, page=ask.page, name=ask.name, search=ask.search)
    return MadeIdOut(id=made)


@router.delete("/desk/views/{view_id}", status_code=204)
async def drop_view(view_id: UUID, visit: Visit) -> None:
    """Drop one of one's own views."""
    await keeping.drop_view(visit.tx, visit.actor, view_id)


@_files.get(
    "/desk/morning-report",
    response_class=Response,
    responses={200: {"content": {kind: _BINARY for kind in printing.MEDIA.values()}}},
)
async def morning_report(
    visit: LongVisit,
    form: Annotated[Literal["docx", "xlsx"], Query(alias="format")] = "docx",
    day: Annotated[date | None, Query(description="the day on which the 24 hours end at 08:00; today's")] = None,
) -> Response:
    """The morning report 早报 as Word or Excel: figures of one's scope, no personal data."""
    settings = visit.request.app.state.settings
    books: Books = visit.request.app.state.books
    async with visit.database.tx() as tx:
        zone = books.zone
        found = await morning.gathered(tx, visit.actor, day, books=books, title=settings.title, zone=zone, at=tx.at)
        access.audit(tx, visit.actor, "desk.morning_report", "report", None, tx.at, {"day": f"{found.end:%Y-%m-%d}"})
    made = await asyncio.to_thread(printing.printed, found, form)
    name = f"morning-report-{found.end:%Y-%m-%d}.{form}"
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(made, media_type=printing.MEDIA[form], headers=headers)


router.include_router(_files)
