"""The stream over HTTP: server-sent events with a resume point, within the listener's rights at every moment."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import StreamingResponse

from yiwang.access.door import SESSION_COOKIE, LongDoor, LongVisit
from yiwang.access.model import Actor
from yiwang.access.standing import look_again
from yiwang.app.store import oldest_running
from yiwang.app.streaming.hub import Hub
from yiwang.app.streaming.looking import read
from yiwang.app.streaming.telling import Position, event, message, position_of

router = APIRouter(prefix="/api", route_class=LongDoor, tags=["platform"])
LOOK_EVERY = 10.0  # seconds: how soon rights taken away end or narrow a stream that is open
MOST_BEHIND = 4  # batches of 500 facts: who was away longer reads the lists anew


@router.get("/stream", response_class=StreamingResponse)
async def stream(
    visit: LongVisit,
    after: Annotated[str | None, Query(max_length=40, description="the id of the last event received")] = None,
    once: Annotated[bool, Query(description="end when everything up to now is told")] = False,
) -> StreamingResponse:
    """What happens, as it happens, as server-sent events; only what you may see, by ids.

    `ready` comes first. `facts` holds `items` (kind, type, at, and for cases and events id, number, state, urgent) and
    `more`: true when lists are to be read anew. `reset`: you were away too long, read everything anew. The header
    `Last-Event-ID` or `after` resumes where you were; nothing between is left out. `pulse` comes every ten seconds, so
    that silence is a lost line. `ended`: your session is over.
    """
    hub: Hub = visit.request.app.state.hub
    hub.check_room(visit.actor.id)
    resume = position_of(visit.headers.get("last-event-id") or after)
    headers = {"cache-control": "no-store", "x-accel-buffering": "no"}
    told = _tell_once(hub, visit.actor, resume) if once else _tell(hub, visit, resume)
    return StreamingResponse(told, media_type="text/event-stream", headers=headers)


async def _tell_once(hub: Hub, actor: Actor, resume: Position | None) -> AsyncIterator[bytes]:
    position = await hub.present()
    yield event("ready", resume or position, {})
    if resume is not None:
        async for missed, _ in _missed(hub, actor, resume, position):
            yield missed


async def _tell(hub: Hub, visit: LongVisit, resume: Position | None) -> AsyncIterator[bytes]:
    actor: Actor | None = visit.actor
    loop = asyncio.get_running_loop()
    with hub.listening(visit.actor.id) as listener:
        told = position = await hub.position()
        yield b"retry: 2000\n" + event("ready", resume or position, {})
        if resume is not None:
            async for missed, reached in _missed(hub, visit.actor, resume, position):
                told = max(told, reached)
                yield missed
        look_at = loop.time() + LOOK_EVERY
        while not hub.closing:
            if loop.time() >= look_at:
                look_at = loop.time() + LOOK_EVERY
                actor = await _still(hub, visit)
                yield b"event: pulse\ndata: {}\n\n"
            if actor is None:
                yield b"event: ended\ndata: {}\n\n"
                return
            if listener.lagged:
                listener.lagged = False
                yield event("reset", await hub.position(), {})
            for batch in listener.take():
                if batch.position > told and (said := message(batch, actor)):
                    yield said
            with suppress(TimeoutError):
                await asyncio.wait_for(listener.bell.wait(), max(0.0, look_at - loop.time()))


async def _missed(
    hub: Hub, actor: Actor, resume: Position, position: Position
) -> AsyncIterator[tuple[bytes, Position]]:
    """Tell what happened between the resume point and where the reader stands, or that it is too much."""
    reached = resume
    async with hub.database.tx() as tx:
        known = resume[0] < await oldest_running(tx)  # else it is of another life of this database
    for _ in range(MOST_BEHIND if known else 0):
        async with hub.database.tx() as tx:
            batch = await read(tx, reached)
        if batch is None:
            return
        reached = batch.position
        if said := message(batch, actor):
            yield said, reached
        if reached >= position:
            return
    yield event("reset", position, {}), position


async def _still(hub: Hub, visit: LongVisit) -> Actor | None:
    header = visit.headers.get("authorization")
    key = header.partition(" ")[2].strip() if header else None
    return await look_again(hub.database, token=visit.cookies.get(SESSION_COOKIE), key=key)
