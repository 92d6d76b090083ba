"""HTTP of evaluation: the table of figures, and the cases behind one of them."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Depends, Query
from pydantic import AwareDatetime, BaseModel, ConfigDict

from yiwang.access.door import Door, Visit
from yiwang.evaluation import asking
from yiwang.evaluation.asking import Question, Sources
from yiwang.evaluation.model import GroupBy

router = APIRouter(prefix="/api/evaluation", route_class=Door, tags=["evaluation"])


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
    state = visit.app.state
    locator = await state.books.locators.at(visit.tx, visit.at)
    return Sources(state.open_lake, locator, state.books.catalogue)


InSources = Annotated[Sources, Depends(_sources)]


@router.get("/figures")
async def figures(visit: Visit, question: Asked, sources: InSources) -> FiguresOut:
    """All figures by jurisdiction, unit, post or matter over [from, to), with the moment up to which they know."""
    found = await asking.figures(visit.tx, visit.actor, question, sources=sources, at=visit.at)
    return FiguresOut.model_validate(found)


@router.get("/cases")
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
