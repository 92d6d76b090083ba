"""HTTP of the check-ups: what there is, one, making one now, and as a file."""

import asyncio
from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query
from fastapi.responses import Response
from pydantic import BaseModel, ConfigDict

from yiwang import access
from yiwang.access.door import Door, LongDoor, LongVisit, Visit
from yiwang.base.moments import Moment
from yiwang.base.paging import checked_limit
from yiwang.signs.at_place import AtPlace, InBooks, InTree
from yiwang.signs.checkup import drawing, making, printing
from yiwang.signs.checkup.model import Body, span_of
from yiwang.signs.checkup.model.span import SpanName
from yiwang.signs.reaching import tree_at

router = APIRouter(prefix="/api", route_class=Door, tags=["signs"])
_files = APIRouter(route_class=LongDoor, tags=["signs"])
_BINARY = {"schema": {"type": "string", "format": "binary"}}


class CheckupRow(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: UUID
    period: SpanName
    start_at: datetime
    end_at: datetime
    recorded: datetime
    title: str
    summary: str


class CheckupsOut(BaseModel):
    items: list[CheckupRow]
    next: str | None


class CheckupOut(BaseModel):
    """A check-up with its charts as SVG by name: pulse, scores, ranks."""

    id: UUID
    node: UUID
    recorded: datetime
    body: Body
    charts: dict[str, str]


class CheckupAsk(BaseModel):
    """`at`: of the last span that was over then; now by default. The place is one's highest by default."""

    model_config = ConfigDict(extra="forbid")

    period: SpanName
    at: Moment | None = None


def _out(kept: making.Kept) -> CheckupOut:
    return CheckupOut(
        id=kept.id, node=kept.node, recorded=kept.recorded, body=kept.body, charts=drawing.drawn(kept.body)
    )


@router.get("/checkups")
async def list_checkups(
    visit: Visit,
    place: AtPlace,
    period: SpanName | None = None,
    cursor: Annotated[str | None, Query(max_length=200)] = None,
    limit: int = 50,
) -> CheckupsOut:
    """The check-ups of a place, the latest first."""
    rows, following = await making.listed(visit.tx, place, period, cursor=cursor, limit=checked_limit(limit))
    return CheckupsOut(items=[CheckupRow.model_validate(row) for row in rows], next=following)


def _may_make(visit: Visit) -> None:
    visit.actor.scope(making.MAKE)


@router.post("/checkups", status_code=201, dependencies=[Depends(_may_make)])
async def make_checkup(ask: CheckupAsk, visit: Visit, place: AtPlace, tree: InTree, books: InBooks) -> CheckupOut:
    """Make the check-up of a place now; one of the same span is replaced."""
    span = span_of(ask.period, min(ask.at or visit.at, visit.at), books.zone)
    return _out(await making.make(visit.tx, visit.actor, place, span, tree=tree, zone=books.zone, at=visit.at))


@router.get("/checkups/{checkup_id}")
async def get_checkup(checkup_id: UUID, visit: Visit, tree: InTree, books: InBooks) -> CheckupOut:
    """One check-up as it was made."""
    return _out(await making.one(visit.tx, visit.actor, checkup_id, tree=tree, books=books))


@_files.get(
    "/checkups/{checkup_id}/file",
    response_class=Response,
    responses={200: {"content": {kind: _BINARY for kind in printing.MEDIA.values()}}},
)
async def print_checkup(
    checkup_id: UUID, visit: LongVisit, form: Annotated[printing.Form, Query(alias="format")] = "pdf"
) -> Response:
    """A check-up as PDF or Word, with who took it out on every page."""
    state = visit.request.app.state
    async with visit.database.tx() as tx:
        tree = await tree_at(tx, state.books, tx.at)
        kept = await making.one(tx, visit.actor, checkup_id, tree=tree, books=state.books)
        access.audit(tx, visit.actor, "checkup.print", "checkup", checkup_id, tx.at, {"format": form})
        stamp = f"{visit.actor.name} {tx.at.astimezone(state.books.zone):%Y-%m-%d %H:%M:%S}"
    mark = printing.MARK if state.settings.demo or state.settings.sample else ""
    made = await asyncio.to_thread(printing.printed, kept.body, form, mark=mark, stamp=stamp)
    name = f"checkup-{kept.body.period}-{kept.body.end.astimezone(state.books.zone):%Y-%m-%d}.{form}"
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(made, media_type=printing.MEDIA[form], headers=headers)


router.include_router(_files)
