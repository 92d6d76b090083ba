"""Events over HTTP. Reports come in by a route of the cases, since their answer names the case."""

from typing import Any
from uuid import UUID

from fastapi import APIRouter

from yiwang.access import audit
from yiwang.access.door import Door, Visit
from yiwang.events import finding, merging, moving, reporters
from yiwang.events.machines import judging
from yiwang.events.shapes import (
    EventDetail,
    EventMoveAsk,
    EventOut,
    MergeAsk,
    NumberAsk,
    PartAsk,
    Queue,
    RefuseAsk,
    RefusedOut,
    ReportsFound,
)

router = APIRouter(prefix="/api", route_class=Door, tags=["events"])


@router.get("/events/waiting", response_model=Queue)
async def list_waiting(visit: Visit, limit: int = 50) -> Any:
    """The events that wait for triage 待甄别, oldest first."""
    return {"items": [vars(event) for event in await finding.waiting(visit.tx, visit.actor, limit=limit)]}


@router.get("/events/{event_id}", response_model=EventDetail)
async def read_event(event_id: UUID, visit: Visit) -> Any:
    """One event with its reports; reporters are masked."""
    event = await finding.see(visit.tx, visit.actor, event_id)
    found = await reporters.masked_reports(visit.tx, visit.keyring, event_id, visit.actor)
    if any(report["reporter"] for report in found):
        audit(visit.tx, visit.actor, "events.see_reporters", "event", event_id, visit.at, {"masked": True})
    return {**vars(event), "reports_list": found}


@router.post("/reports/search", response_model=ReportsFound)
async def search_reports(ask: NumberAsk, visit: Visit) -> Any:
    """All reports of one telephone number, found by its blind index; the search is kept in the audit trail."""
    person, rows = await reporters.of_phone(
        visit.tx, visit.actor, visit.keyring, ask.phone, at=visit.at, limit=ask.limit
    )
    return {"person": person, "items": rows}


@router.post("/events/{event_id}/admit", response_model=EventOut)
async def admit(event_id: UUID, visit: Visit) -> Any:
    """甄别: what the machine found is true."""
    return vars(await judging.admit(visit.tx, visit.actor, event_id, books=visit.app.state.books, at=visit.at))


@router.post("/events/{event_id}/refuse", response_model=RefusedOut)
async def refuse(event_id: UUID, ask: RefuseAsk, visit: Visit) -> Any:
    """不受理, with the reason and the next door."""
    event = await judging.refuse(
        visit.tx,
        visit.actor,
        event_id,
        reason=ask.reason,
        text=ask.text,
        next_door=ask.next_door,
        at=visit.at,
    )
    return vars(event)


@router.post("/events/{event_id}/merge", response_model=EventOut)
async def merge(event_id: UUID, ask: MergeAsk, visit: Visit) -> Any:
    """Join this event to another."""
    return vars(await merging.merge(visit.tx, visit.actor, event_id, into=ask.into, at=visit.at))


@router.post("/events/{event_id}/move", response_model=EventOut)
async def move(event_id: UUID, ask: EventMoveAsk, visit: Visit) -> Any:
    """更正位置: put the event, and its case, where they really are, with the reason."""
    asked = moving.Asked(ask.lon, ask.lat, ask.datum, ask.text)
    books = visit.app.state.books
    event = await moving.move(
        visit.tx, visit.actor, event_id, asked, reason=ask.reason, books=books, at=visit.at, version=ask.version
    )
    return vars(event)


@router.post("/events/{event_id}/restore", response_model=EventOut)
async def restore(event_id: UUID, visit: Visit) -> Any:
    """Undo the merge of this event into another."""
    return vars(await merging.restore(visit.tx, visit.actor, event_id, at=visit.at))


@router.post("/events/{event_id}/unmerge", response_model=EventOut)
async def part(event_id: UUID, ask: PartAsk, visit: Visit) -> Any:
    """Take one report out of this event again; it gets an event of its own."""
    event = await merging.part(visit.tx, visit.actor, event_id, report_id=ask.report_id, reason=ask.reason, at=visit.at)
    return vars(event)
