"""HTTP: CloudEvents in."""

from typing import Any

import msgspec
from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse

from yiwang.access.door import LongDoor, LongEntry, LongVisit
from yiwang.base.errors import Invalid, Refusal
from yiwang.events.channels import signatures
from yiwang.events.channels.book import ChannelBook
from yiwang.events.channels.model import Channel
from yiwang.events.channels.receiving import Outcome, decoded
from yiwang.events.channels.shapes import OutcomesOut, answered, books_here, channels_here
from yiwang.events.cloudevents import model
from yiwang.events.cloudevents.model import BATCH, MOST_EVENTS, STRUCTURED, CloudEvent
from yiwang.events.cloudevents.receiving import channel_of, keep_envelope, keep_unled, take_event, take_one_of_many
from yiwang.events.shapes import ReportOut

router = APIRouter(prefix="/api", route_class=LongDoor, tags=["channels"])
_EVENT = {
    "type": "object",
    "required": ["specversion", "id", "source", "type"],
    "properties": {
        "specversion": {"type": "string", "enum": ["1.0"]},
        "id": {"type": "string", "minLength": 1},
        "source": {"type": "string", "minLength": 1},
        "type": {"type": "string", "minLength": 1},
        "time": {"type": "string", "format": "date-time"},
        "subject": {"type": "string", "minLength": 1},
        "datacontenttype": {"type": "string"},
        "data": {},
    },
}
_BODY: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            STRUCTURED: {"schema": _EVENT},
            BATCH: {"schema": {"type": "array", "items": _EVENT, "maxItems": MOST_EVENTS}},
            "application/json": {"schema": {"description": "the data; the attributes are headers (ce-id …)"}},
        },
    }
}


class OtherFormat(Refusal):
    status = 415
    code = "unsupported"


@router.post(
    "/cloudevents",
    status_code=201,
    response_model=ReportOut,
    responses={
        200: {"model": OutcomesOut, "description": "What became of each event of a batch"},
        415: {"description": "Another format than JSON", "content": {"application/problem+json": {}}},
    },
    openapi_extra=_BODY,
)
async def receive(visit: LongVisit) -> JSONResponse:
    """Send in events, binary, structured or batched; the `type` of each leads to its channel.

    The same source and id from the same sender are answered as the first time. In a batch each event is taken or
    refused for itself. What is no CloudEvent, or leads to no channel, is refused and kept under `cloudevents`.
    """
    visit.actor.scope("reports.create")
    request = visit.request
    raw = await request.body()
    kind = model.media_type(request.headers.get("content-type", ""))
    if kind == BATCH:
        return await _batch(visit, raw)
    if kind.startswith("application/cloudevents") and kind != STRUCTURED:
        raise OtherFormat(f"Events are taken as {STRUCTURED} and {BATCH}, or binary.")
    books = books_here(request)
    try:
        event = model.structured(decoded(raw)) if kind == STRUCTURED else model.binary(request.headers.items(), raw)
    except Refusal as refusal:
        await keep_envelope(visit.database, visit.actor, model.envelope(request.headers.items(), raw), refusal, books)
        raise
    book = await _book(visit)
    try:
        channel = channel_of(book, event, visit.actor, visit.database)
    except Invalid as refusal:
        await keep_unled(visit.database, visit.actor, event, refusal, books)
        raise
    await _check_signatures(visit, {channel.code: channel}, raw)
    return answered(await take_event(visit.database, visit.actor, channel, event, books=books, book=book))


async def _batch(visit: LongEntry, raw: bytes) -> JSONResponse:
    books = books_here(visit.request)
    try:
        told = _events_of(raw)
    except Refusal as refusal:
        envelope = model.envelope(visit.request.headers.items(), raw)
        await keep_envelope(visit.database, visit.actor, envelope, refusal, books)
        raise
    book = await _book(visit)
    sorted_out = [await _sorted_out(visit, book, each) for each in told]
    await _check_signatures(visit, {each[1].code: each[1] for each in sorted_out if isinstance(each, tuple)}, raw)
    outcomes = []
    for each in sorted_out:
        if isinstance(each, Refusal):
            outcomes.append(Outcome(refusal=each))
            continue
        event, channel = each
        outcomes.append(await take_one_of_many(visit.database, visit.actor, channel, event, books=books, book=book))
    return answered(outcomes)


def _events_of(raw: bytes) -> list[Any]:
    told = decoded(raw)
    if not isinstance(told, list):
        raise Invalid("(batch)", "A batch is a JSON array of events.")
    if len(told) > MOST_EVENTS:
        raise Invalid("(batch)", f"A batch holds at most {MOST_EVENTS} events; send several.")
    return told


async def _sorted_out(visit: LongEntry, book: ChannelBook, told: Any) -> tuple[CloudEvent, Channel] | Refusal:
    """Return an event of a batch with its channel, or its refusal, under which it is kept."""
    books = books_here(visit.request)
    try:
        event = model.structured(told)
    except Refusal as refusal:
        envelope = model.envelope([("content-type", STRUCTURED)], msgspec.json.encode(told))
        await keep_envelope(visit.database, visit.actor, envelope, refusal, books)
        return refusal
    try:
        return event, channel_of(book, event, visit.actor, visit.database)
    except Invalid as refusal:
        await keep_unled(visit.database, visit.actor, event, refusal, books)
        return refusal
    except Refusal as refusal:
        return refusal


async def _check_signatures(visit: LongEntry, channels: dict[str, Channel], raw: bytes) -> None:
    signed = [code for code, channel in channels.items() if channel.signed]
    if not signed:
        return
    keyring = books_here(visit.request).keyring
    async with visit.database.tx() as tx:
        for code in signed:
            await signatures.check(tx, keyring, code, visit.request.headers, raw, now=tx.at)


async def _book(visit: LongEntry) -> ChannelBook:
    request: Request = visit.request
    async with visit.database.tx() as tx:
        return await channels_here(request, tx)
