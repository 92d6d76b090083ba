"""HTTP: what a channel sends, and trying a mapping."""

from datetime import datetime
from typing import Annotated, Any, Self

from fastapi import APIRouter
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field, model_validator

from yiwang import definitions
from yiwang.access import Personal
from yiwang.access.door import Door, LongDoor, LongVisit, Visit
from yiwang.base.errors import Forbidden, Invalid
from yiwang.events.channels import declaring, receiving, signatures
from yiwang.events.channels.model import CHANNEL, Channel
from yiwang.events.channels.receiving import Sender
from yiwang.events.channels.shapes import (
    ANY_JSON,
    FaultOut,
    NextDoorOut,
    OutcomesOut,
    answered,
    books_here,
    channels_here,
)
from yiwang.events.channels.trying import Tried, try_message
from yiwang.events.shapes import Classification, ReportOut

router = APIRouter(prefix="/api/channels", tags=["channels"])
_SEVERAL: dict[int | str, dict[str, Any]] = {200: {"model": OutcomesOut, "description": "What became of each"}}


class TryAsk(BaseModel):
    """A message, and either the code of a channel or a declaration that is not published yet."""

    code: str | None = Field(default=None, max_length=40)
    channel: dict[str, Any] | None = None
    message: Any

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if (self.code is None) == (self.channel is None):
            raise ValueError("give either the code of a channel or a declaration as channel")
        return self


class TriedReport(BaseModel):
    """What a report would be; the reporter is masked."""

    channel: str
    text: str
    matter: str | None
    matter_name: str | None = None
    title: str | None
    classification: Classification | None = None
    lon: float | None
    lat: float | None
    datum: str
    place_text: str
    floor: str | None
    place: str | None = None
    urgent: bool | None
    occurred_at: datetime | None
    due_at: datetime | None
    external_id: str | None
    drill: bool
    reporter: Annotated[str | None, Personal("contact")]


class TriedOut(BaseModel):
    """What one report of the message would become; with faults or a next door it would be refused."""

    index: int
    taken: bool
    faults: list[FaultOut]
    next_door: NextDoorOut | None
    report: TriedReport


class TriesOut(BaseModel):
    items: list[TriedOut]


async def try_mapping(ask: TryAsk, visit: Visit) -> TriesOut:
    """What a message would become by a channel's mapping; nothing is kept."""
    declaring.may_send(visit.actor)
    book = await channels_here(visit.request, visit.tx)
    channel = book.channel(ask.code, visit.at) if ask.code is not None else _draft(ask.channel)
    tried = await try_message(
        visit.tx, visit.actor, channel, ask.message, books=books_here(visit.request), book=book, at=visit.at
    )
    return TriesOut(items=[_tried_out(index, one) for index, one in enumerate(tried)])


async def report(code: str, visit: LongVisit) -> JSONResponse:
    """Send in what the channel knows: one report, or a list of them, each answered for itself.

    A report that cannot be read is refused with its paths and is kept all the same. The same id of the sender's is
    answered as the first time.
    """
    visit.actor.scope("reports.create")
    request = visit.request
    raw = await request.body()
    books = books_here(request)
    async with visit.database.tx() as tx:
        book = await channels_here(request, tx)
        channel = book.channel(code, tx.at)
        if channel.trust == "machine" and visit.actor.kind != "application":
            raise Forbidden("What a machine sends comes with a key of its own, not by somebody's account.")
        if channel.signed:
            await signatures.check(tx, books.keyring, code, request.headers, raw, now=tx.at)
    outcome = await receiving.receive(visit.database, Sender(visit.actor, channel), raw, books=books, book=book)
    return answered(outcome)


router.add_api_route("/try", try_mapping, methods=["POST"], route_class_override=Door)
router.add_api_route(
    "/{code}/reports",
    report,
    methods=["POST"],
    status_code=201,
    response_model=ReportOut,
    responses=_SEVERAL,
    openapi_extra=ANY_JSON,
    route_class_override=LongDoor,
)


def _draft(entry: dict[str, Any] | None) -> Channel:
    draft = definitions.check(CHANNEL, [entry])
    if draft.faults:
        fault = draft.faults[0]
        raise Invalid(f"channel.{fault.field}", fault.detail)
    return draft.bodies[0]


def _tried_out(index: int, tried: Tried) -> TriedOut:
    return TriedOut.model_validate({"index": index, "taken": tried.taken, **vars(tried)})
