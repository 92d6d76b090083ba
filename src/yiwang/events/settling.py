"""What the case that grew from an event does to it: closed or dismissed; and the end of each report's own life."""

from datetime import datetime
from typing import Any
from uuid import UUID

from yiwang import ledger
from yiwang.access import Actor
from yiwang.base.errors import NotFound
from yiwang.db import Tx
from yiwang.events import store
from yiwang.events.facts import EventClosed, ReportAnswered
from yiwang.events.model import TRANSITIONS, Event


async def event_of(tx: Tx, event_id: UUID) -> Event:
    """Return an event to a room that holds its id; no scope is looked at."""
    event = await store.event_of_id(tx, event_id)
    if event is None:
        raise NotFound("There is no such event.")
    return event


def dismiss_event(tx: Tx, event_id: UUID, at: datetime) -> None:
    """The case was not filed, or was voided: the event ends with it, its reports stay open to be answered."""
    store.put_state(tx, event_id, sorted(TRANSITIONS["dismiss"][0]), "dismissed", at)


async def close_event(
    tx: Tx, actor: Actor, event_id: UUID, *, at: datetime, answer: dict[str, Any], drill: bool
) -> None:
    """The matter is settled: the event is closed and every report still open on it is answered."""
    store.put_state(tx, event_id, sorted(TRANSITIONS["close"][0]), "closed", at)
    await answer_all(tx, actor, event_id, at=at, answer=answer, drill=drill)
    await ledger.record(tx, EventClosed(event_id), at=at, actor=actor.id, drill=drill)


async def answer_all(
    tx: Tx, actor: Actor, event_id: UUID, *, at: datetime, answer: dict[str, Any], drill: bool
) -> None:
    """Answer every report of an event that is still open."""
    for report_id in await store.answer_reports(tx, event_id, at, answer):
        await ledger.record(tx, ReportAnswered(report_id, event_id), at=at, actor=actor.id, drill=drill)


async def answer_one(tx: Tx, actor: Actor, report_id: UUID, *, at: datetime, answer: dict[str, Any]) -> int | None:
    """Answer one report before its event is settled; return how many of the event's are still open.

    None when it had been answered already.
    """
    event_id = await store.answer_report(tx, report_id, at, answer)
    if event_id is None:
        return None
    await ledger.record(tx, ReportAnswered(report_id, event_id), at=at, actor=actor.id)
    return await store.count_open_reports(tx, event_id)
