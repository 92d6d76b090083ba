"""Addresses of the wall."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from yiwang.access.door import Door, Visit
from yiwang.app.mapping.holding import held
from yiwang.app.streaming.telling import position_of
from yiwang.app.wall import showing
from yiwang.app.wall.shapes import WallCaseOut, WallFiguresOut, WallOut
from yiwang.app.wall.showing import Around, Remembered
from yiwang.cases.views.mapping import CasePoints
from yiwang.evaluation.asking import Sources

router = APIRouter(prefix="/api/wall", route_class=Door, tags=["wall"])


async def _around(visit: Visit) -> Around:
    state = visit.app.state
    locator = await state.books.locators.at(visit.tx, visit.at)
    sources = Sources(state.open_lake, locator, state.books.catalogue)
    return Around(state.books, sources, held(visit, CasePoints), held(visit, Remembered))


@router.get("")
async def wall(
    visit: Visit,
    after: Annotated[str | None, Query(max_length=40, description="the id of what the stream told last")] = None,
) -> WallOut:
    """How the city stands: live counts, what is abnormal now, what happened last.

    An answer may be a second old. One asked for `after` what the stream told holds that and all before it.
    """
    told = position_of(after)
    return await showing.show(visit.tx, visit.actor, await _around(visit), at=visit.at, after=told and told[0])


@router.get("/figures")
async def wall_figures(visit: Visit) -> WallFiguresOut:
    """Evaluation's figures of today and of thirty days, by street or whatever lies below; new every 25 seconds."""
    return await showing.show_figures(visit.tx, visit.actor, await _around(visit), at=visit.at)


@router.get("/cases/{case_id}")
async def wall_case(case_id: UUID, visit: Visit) -> WallCaseOut:
    """One case as the wall shows it: its steps without words, nobody's name."""
    return await showing.show_case(visit.tx, visit.actor, case_id, await _around(visit), at=visit.at)
