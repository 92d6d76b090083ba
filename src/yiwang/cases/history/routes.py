"""HTTP of the history door: a batch, its parts as they are sent, its check and its coming in."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Depends, Path, Query, Request
from pydantic import BaseModel, ConfigDict

from yiwang.access.door import MIB, Door, LongDoor, LongVisit, Visit, takes
from yiwang.base.errors import Invalid
from yiwang.base.later import later
from yiwang.base.paging import decode_cursor, encode_cursor
from yiwang.cases.history.model import Batch
from yiwang.cases.history.tables import FORMS, form_of
from yiwang.events.books import Books

if TYPE_CHECKING:
    from yiwang.cases.history import batches, committing
else:
    batches, committing = later("yiwang.cases.history.batches"), later("yiwang.cases.history.committing")

router = APIRouter(prefix="/api/history/batches", route_class=Door, tags=["history"])
_long = APIRouter(prefix="/api/history/batches", route_class=LongDoor, tags=["history"])
_LARGEST = 64 * MIB
_CONTENT = {kind: {"schema": {"type": "string", "format": "binary"}} for kind in FORMS}
_BODY = {"requestBody": {"required": False, "content": _CONTENT}}


async def _books(request: Request) -> Books:
    books: Books = request.app.state.books
    return books


InBooks = Annotated[Books, Depends(_books)]


class HistoryBatchOut(BaseModel):
    """How far a batch is: `done` rows have been brought in or were `known` before; `wrong` are in the report."""

    model_config = ConfigDict(from_attributes=True)
    id: UUID
    system: str
    state: Literal["open", "checked", "committing", "committed"]
    datum: str
    backdate: bool
    skip_wrong: bool
    rows: int
    parts: int
    done: int
    imported: int
    known: int
    wrong: int
    recorded: datetime


class HistoryBatchesOut(BaseModel):
    items: list[HistoryBatchOut]


class HistoryComplaintOut(BaseModel):
    row: int
    field: str
    detail: str


class HistoryComplaintsOut(BaseModel):
    items: list[HistoryComplaintOut]
    next: str | None


@_long.post("", status_code=201, openapi_extra=_BODY)
@takes(_LARGEST)
async def begin_batch(
    visit: LongVisit,
    system: Annotated[str, Query(min_length=1, max_length=60)],
    datum: Literal["CGCS2000", "WGS84", "GCJ02", "BD09"] = "CGCS2000",
    backdate: bool = False,
    skip_wrong: bool = False,
) -> HistoryBatchOut:
    """Open a batch of one source system; a body is its first part.

    `backdate`: units and matters on file now count as known before they were entered. `skip_wrong`: wrong rows are left
    out instead of stopping all.
    """
    body = await visit.request.body()
    async with visit.database.tx() as tx:
        made = await batches.begin(
            tx, visit.actor, system=system, datum=datum, backdate=backdate, skip_wrong=skip_wrong, at=tx.at
        )
    return await _add(visit, made, 1, body) if body else _out(made)


@router.get("")
async def list_batches(visit: Visit, limit: Annotated[int, Query(ge=1, le=200)] = 50) -> HistoryBatchesOut:
    """The newest batches."""
    return HistoryBatchesOut(items=[_out(one) for one in await batches.listed(visit.tx, visit.actor, limit)])


@router.get("/{batch_id}")
async def get_batch(batch_id: UUID, visit: Visit) -> HistoryBatchOut:
    """How far a batch is."""
    return _out(await batches.see(visit.tx, visit.actor, batch_id))


@_long.post("/{batch_id}/parts/{number}", openapi_extra=_BODY)
@takes(_LARGEST)
async def add_part(batch_id: UUID, number: Annotated[int, Path(ge=1, le=10_000)], visit: LongVisit) -> HistoryBatchOut:
    """Send the next part of a batch: lines of JSON, Parquet, or an Arrow stream. The same part twice is one."""
    body = await visit.request.body()
    async with visit.database.tx() as tx:
        held = await batches.see(tx, visit.actor, batch_id)
    return await _add(visit, held, number, body)


@router.get("/{batch_id}/complaints")
async def list_complaints(
    batch_id: UUID,
    visit: Visit,
    cursor: Annotated[str | None, Query(max_length=200)] = None,
    limit: Annotated[int, Query(ge=1, le=10_000)] = 200,
) -> HistoryComplaintsOut:
    """What is wrong, row by row."""
    after = _position(cursor) if cursor else (-1, -1)
    found = await batches.complaints(visit.tx, visit.actor, batch_id, after, limit)
    following = encode_cursor(found[-1][1].row, found[-1][0]) if len(found) == limit else None
    return HistoryComplaintsOut(items=[HistoryComplaintOut(**vars(one)) for _, one in found], next=following)


@_long.post("/{batch_id}/check")
async def check_batch(batch_id: UUID, visit: LongVisit, books: InBooks) -> HistoryBatchOut:
    """Check every row and bring in none."""
    return _out(await batches.check(visit.database, visit.actor, batch_id, books=books))


@_long.post("/{batch_id}/commit")
async def commit_batch(batch_id: UUID, visit: LongVisit, books: InBooks) -> HistoryBatchOut:
    """Bring every row in; called again after an interruption it goes on where it was."""
    return _out(await committing.commit(visit.database, visit.actor, batch_id, books=books))


async def _add(visit: LongVisit, held: Batch, number: int, body: bytes) -> HistoryBatchOut:
    form = form_of(visit.request.headers.get("content-type", ""))
    async with visit.database.tx() as tx:
        keyring = visit.request.app.state.keyring
        return _out(await batches.add_part(tx, visit.actor, held.id, number, body, form, keyring=keyring, at=tx.at))


def _position(cursor: str) -> tuple[int, int]:
    row, place = decode_cursor(cursor, 2)
    if not isinstance(row, int) or not isinstance(place, int) or max(abs(row), abs(place)) >= 2**31:
        raise Invalid("cursor", "This cursor is not one of ours; leave it out to start from the first page.")
    return row, place


def _out(batch: Batch) -> HistoryBatchOut:
    return HistoryBatchOut.model_validate(batch)


_short, router = router, APIRouter()
for part in (_short, _long):
    router.include_router(part)
