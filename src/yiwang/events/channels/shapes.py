"""The shapes in which channels, their messages and refusals leave, and what routes share."""

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from fastapi import Request
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field

from yiwang.base.errors import Refusal
from yiwang.calendar.model import Unit
from yiwang.db import Tx
from yiwang.definitions import Kept
from yiwang.events.books import Books
from yiwang.events.channels import book as books_of_channels
from yiwang.events.channels.book import ChannelBook
from yiwang.events.channels.receiving import Outcome
from yiwang.events.model import Reported
from yiwang.events.shapes import ReportOut, told

# Any JSON: how it is read is the channel's mapping.
ANY_JSON: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {"application/json": {"schema": {"description": "any JSON, read by the channel's mapping"}}},
    }
}


class LimitOut(BaseModel):
    value: float
    unit: Unit


class ChannelOut(BaseModel):
    """A channel in force: who sends, what its items are called, what it dictates."""

    code: str
    name: str
    name_en: str
    item: str
    item_en: str
    door: str
    trust: Literal["person", "machine"]
    urgent: bool | None
    limit: LimitOut | None
    limit_source: str
    signed: bool
    events: list[str]
    version: int
    valid_from: datetime


class ChannelsOut(BaseModel):
    items: list[ChannelOut]


class NextDoorOut(BaseModel):
    """Who answers instead."""

    code: str
    name: str
    hotline: str
    text: str
    text_en: str


class FaultOut(BaseModel):
    """`field` is the path in the message, `target` the report's field, `detail` what to mend."""

    field: str
    target: str
    detail: str


class ProblemOut(BaseModel):
    """Why one report of several was refused; `kept` is the id of the message as kept."""

    status: int
    code: str
    detail: str
    errors: list[FaultOut] = Field(default_factory=list)
    next_door: NextDoorOut | None = None
    kept: UUID | None = None


class OutcomeOut(BaseModel):
    """What became of one report of several, by its place in the list (from 0)."""

    index: int
    status: int
    report: ReportOut | None = None
    problem: ProblemOut | None = None


class OutcomesOut(BaseModel):
    """What became of each report of a list."""

    items: list[OutcomeOut]
    taken: int
    refused: int


def books_here(request: Request) -> Books:
    """Return the reference books of this process."""
    books: Books = request.app.state.books
    return books


async def channels_here(request: Request, tx: Tx) -> ChannelBook:
    """Return the channels as of this moment; one statement asks whether they changed."""
    state = request.app.state
    found: Kept[ChannelBook] | None = getattr(state, "channels", None)
    if found is None:
        found = state.channels = books_of_channels.kept()
    await found.refresh(tx)
    return await found.get(tx)


def answered(outcome: Reported | list[Outcome]) -> JSONResponse:
    """Return 201 with the one report taken in, or 200 with what became of each of several."""
    if isinstance(outcome, Reported):
        return JSONResponse(ReportOut.model_validate(told(outcome)).model_dump(mode="json"), 201)
    items = [_outcome(index, each) for index, each in enumerate(outcome)]
    taken = sum(item.report is not None for item in items)
    out = OutcomesOut(items=items, taken=taken, refused=len(items) - taken)
    return JSONResponse(out.model_dump(mode="json"), 200)


def _outcome(index: int, outcome: Outcome) -> OutcomeOut:
    if outcome.reported is not None:
        return OutcomeOut(index=index, status=201, report=ReportOut.model_validate(told(outcome.reported)))
    refusal = outcome.refusal or Refusal("Refused.")
    members = {name: refusal.members.get(name) for name in ("next_door", "kept")}
    errors = [{"target": "", **each} for each in refusal.members.get("errors", [])]
    problem = ProblemOut.model_validate(
        {"status": refusal.status, "code": refusal.code, "detail": refusal.detail, "errors": errors, **members}
    )
    return OutcomeOut(index=index, status=refusal.status, problem=problem)
