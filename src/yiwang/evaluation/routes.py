"""HTTP of evaluation: the table of figures, and the cases behind one of them."""

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import APIRouter, Depends, Query
from pydantic import AwareDatetime, BaseModel, ConfigDict

from yiwang.access.door import Door, OpenDoor, OpenVisit, Visit
from yiwang.evaluation import asking, opening
from yiwang.evaluation.asking import Question, Sources
from yiwang.evaluation.model import GroupBy
from yiwang.residents.answering import allowed, later
from yiwang.residents.model import LOOKS

_desk = APIRouter(prefix="/api/evaluation", route_class=Door, tags=["evaluation"])
_open = APIRouter(prefix="/api/evaluation", route_class=OpenDoor, tags=["evaluation"])


class Out(BaseModel):
    model_config = ConfigDict(from_attributes=True)


class ColumnOut(Out):
    code: str
    label_zh: str
    label_en: str
    unit: str


class RowOut(Out):
    """A value is null where there is nothing to divide by: shown as "—". `parts` = [numerator, denominator]."""

    id: str | None
    name: str
    values: dict[str, float | None]
    parts: dict[str, tuple[float, float | None]]
    grade: Literal["A", "B", "C", "D"] | None


class FiguresOut(Out):
    as_of: datetime
    columns: list[ColumnOut]
    total: RowOut
    rows: list[RowOut]


class BehindOut(Out):
    """A case, or an event without one; `counted` = in the numerator."""

    event_id: UUID | None
    case_id: UUID | None
    number: str | None
    matter_code: str | None
    jurisdiction_id: UUID | None
    unit_id: UUID | None
    reported_at: datetime | None
    filed_at: datetime | None
    due_at: datetime | None
    closed_at: datetime | None
    counted: bool


class BehindListOut(BaseModel):
    items: list[BehindOut]


def _question(
    start: Annotated[AwareDatetime, Query(alias="from")],
    end: Annotated[AwareDatetime, Query(alias="to")],
    group: GroupBy = "jurisdiction",
    within: UUID | None = None,
    as_of: AwareDatetime | None = None,
) -> Question:
    """What is to be judged, from the query."""
    return Question(group, start, end, within, as_of)


Asked = Annotated[Question, Depends(_question)]


async def _sources(visit: Visit) -> Sources:
    return await _sources_of(visit)


async def _sources_of(visit: OpenVisit) -> Sources:
    state = visit.app.state
    locator = await state.books.locators.at(visit.tx, visit.at)
    return Sources(state.open_lake, locator, state.books.catalogue)


InSources = Annotated[Sources, Depends(_sources)]


@_desk.get("/figures")
async def figures(visit: Visit, question: Asked, sources: InSources) -> FiguresOut:
    """All figures by jurisdiction, unit, post or matter over [from, to), with the moment up to which they know."""
    found = await asking.figures(visit.tx, visit.actor, question, sources=sources, at=visit.at)
    return FiguresOut.model_validate(found)


@_desk.get("/cases")
async def cases(
    visit: Visit,
    question: Asked,
    sources: InSources,
    figure: Annotated[str, Query(max_length=60)],
    key: Annotated[str | None, Query(alias="id", max_length=60)] = None,
    limit: Annotated[int, Query(ge=1, le=1000)] = 200,
) -> BehindListOut:
    """The cases behind a figure of one group, or of all without `id`: those of its denominator."""
    found = await asking.cases_behind(
        visit.tx, visit.actor, question, figure, key, sources=sources, at=visit.at, limit=limit
    )
    return BehindListOut(items=[BehindOut.model_validate(each) for each in found])


@_desk.get("/own")
async def own_figures(
    visit: Visit,
    sources: InSources,
    start: Annotated[AwareDatetime, Query(alias="from")],
    end: Annotated[AwareDatetime, Query(alias="to")],
) -> FiguresOut:
    """The figures of the units in one's own scope over [from, to): what a handler sees of the own unit."""
    found = await opening.own(visit.tx, visit.actor, start, end, sources=sources, at=visit.at)
    return FiguresOut.model_validate(found)


@_open.get("/open", response_model=FiguresOut)
async def open_figures(visit: OpenVisit, within: UUID | None = None) -> Any:
    """What everyone may know: filed, closed, on time, hours, over the last 30 days, by the parts of a place."""
    wait = await allowed(visit, "look", LOOKS)
    if wait:
        return later(wait)
    state = visit.app.state
    kept: opening.OpenFigures | None = getattr(state, "open_figures", None)
    if kept is None:
        kept = state.open_figures = opening.OpenFigures()
    found = await kept.get(visit.tx, within, sources=await _sources_of(visit), at=visit.at)
    return FiguresOut.model_validate(found)


router = APIRouter()
router.include_router(_desk)
router.include_router(_open)
