"""立案: an admitted event becomes a case with its number, its matter's version and its deadline."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from yiwang import ledger
from yiwang.access import Actor, platform_actor
from yiwang.calendar.model import Limit
from yiwang.cases import store
from yiwang.cases.facts import CaseClosed, CaseConfirmed, CaseFiled, CaseHandled, CaseOpened
from yiwang.cases.model import DISPATCH_LIMIT, Case
from yiwang.cases.steps.stepping import TOTAL, Done, finish
from yiwang.cases.store import Line, StageClock
from yiwang.db import Tx
from yiwang.events import settling
from yiwang.events.books import Books
from yiwang.events.model import Admitted, Event
from yiwang.ledger import Recorded
from yiwang.matters import Matter

FILER = platform_actor("filing")
CONFIRM_LIMIT = Limit(2, "working_hours")  # to confirm and file; 暂定: no source gives one


async def consider(books: Books, tx: Tx, recorded: Recorded) -> None:
    """File a case from the event just admitted, or open one that waits for its confirmation 核实."""
    admitted: Admitted = recorded.about
    event = admitted.event
    matter = books.catalogue.by_id(event.matter_id)
    case = new_case(books, tx, event, matter, recorded.time)
    if admitted.self_handled is not None:
        await _file_handled(tx, case, admitted, recorded.time)
        return
    if matter.confirm:
        await _open(books, tx, case, recorded.time)
    else:
        await _file(tx, replace(case, state="to_dispatch", filed_at=recorded.time), recorded.time)
    if admitted.photos:
        store.add_photos(tx, case.id, admitted.photos, "before", recorded.time)


def new_case(books: Books, tx: Tx, event: Event, matter: Matter, at: datetime) -> Case:
    """Return the case an event makes, not yet filed; its due time comes from the source or the matter's limit."""
    due, reason, provisional = due_time(books, event, matter, at)
    return Case(
        id=event.id,
        number=event.number,
        state="to_confirm",
        prior_state=None,
        matter_id=event.matter_id,
        matter_code=matter.code,
        major=matter.major,
        title=event.title,
        channel=event.channel,
        urgent=event.urgent,
        jurisdiction_id=event.jurisdiction_id,
        unit_id=None,
        post_id=None,
        assist_ids=[],
        lon=event.lon,
        lat=event.lat,
        place_text=str(event.place.get("text") or ""),
        opened_at=at,
        filed_at=None,
        dispatched_at=None,
        received_at=None,
        handled_at=None,
        checked_at=None,
        closed_at=None,
        due_at=due,
        receipt_due_at=None,
        deadline=reason,
        dispatch_reason={},
        check_asked=matter.check,
        limit_provisional=provisional,
        self_handled=False,
        rework=0,
        returns=0,
        reports=event.reports,
        claimed_by=None,
        claimed_name=None,
        platform=tx.platform,
        drill=event.drill,
        version=1,
    )


def due_time(books: Books, event: Event, matter: Matter, at: datetime) -> tuple[datetime | None, dict[str, Any], bool]:
    """Return when a case is due, why, and whether that may change (a limit or a calendar year that is provisional)."""
    if event.due_from_source:
        zh = "时限由来源系统给定" if event.given_due else "来源系统没有给出时限"
        en = "The due time was given by the source." if event.given_due else "The source gave no due time."
        return event.given_due, {"zh": zh, "en": en, "by": "source"}, False
    return explained(books, matter, at)


def explained(books: Books, matter: Matter, at: datetime) -> tuple[datetime, dict[str, Any], bool]:
    """Return when the limit of a matter that starts at `at` ends, why, and whether that may change."""
    deadline = books.calendar.deadline(at, matter.limit)
    reason = {
        "zh": deadline.explanation_zh + ("（时限暂定）" if matter.limit_provisional else ""),
        "en": deadline.explanation_en + (" (provisional limit)" if matter.limit_provisional else ""),
        "by": "matter",
        "matter_version": str(matter.id),
    }
    return deadline.at, reason, deadline.provisional or matter.limit_provisional


async def _open(books: Books, tx: Tx, case: Case, at: datetime) -> None:
    from_limit = books.calendar.deadline(at, CONFIRM_LIMIT)
    store.insert_case(tx, case)
    store.start_clock(tx, case.id, StageClock("confirm", from_limit.at, from_limit.explanation_zh), at, case.version)
    store.add_line(tx, case.id, None, Line("open", at, FILER.id, FILER.name, "建卷，待核实", {}))
    fact = CaseOpened(case.id, case.event_id, case.matter_code, case.jurisdiction_id)
    await ledger.record(tx, fact, at=at, actor=FILER.id, drill=case.drill, about=case)


async def _file(tx: Tx, case: Case, at: datetime) -> None:
    dispatch_due = at + DISPATCH_LIMIT[case.urgent]
    store.insert_case(tx, case)
    store.start_clock(tx, case.id, StageClock("total", case.due_at, case.deadline["zh"]), at, case.version)
    store.start_clock(tx, case.id, StageClock("dispatch", dispatch_due), at, case.version)
    store.add_line(tx, case.id, None, Line("file", at, FILER.id, FILER.name, "立案", {"deadline": case.deadline}))
    watch_due(tx, case, at)
    tx.keep(case.id, case)
    await ledger.record(tx, filed_fact(case, at), at=at, actor=FILER.id, drill=case.drill, about=case)


def filed_fact(case: Case, filed_due: datetime | None) -> CaseFiled:
    """Return the fact of a case's filing."""
    dispatch_due = None if case.self_handled or case.filed_at is None else case.filed_at + DISPATCH_LIMIT[case.urgent]
    return CaseFiled(
        case_id=case.id,
        event_id=case.event_id,
        number=case.number,
        matter_code=case.matter_code,
        major=case.major,
        jurisdiction_id=case.jurisdiction_id,
        channel=case.channel,
        due_at=case.due_at,
        urgent=case.urgent,
        self_handled=case.self_handled,
        filed_due=filed_due,
        dispatch_due=dispatch_due,
    )


def watch_due(tx: Tx, case: Case, at: datetime) -> None:
    """Set the timer that warns when three quarters of the time are gone, then when all of it is."""
    if case.due_at and case.due_at > at:
        ledger.set_timer(tx, TOTAL, case.id, at + (case.due_at - at) * 3 / 4, {"warn": True})


async def _file_handled(tx: Tx, case: Case, admitted: Admitted, at: datetime) -> None:
    """即查即改: found and put right on the spot; filed, handled and closed in one, and counted apart."""
    text = admitted.self_handled or ""
    case = replace(
        case,
        state="closed",
        self_handled=True,
        check_asked=False,
        filed_at=at,
        handled_at=at,
        closed_at=at,
        due_at=None,
    )
    store.insert_case(tx, case)
    store.add_line(tx, case.id, None, Line("self_handled", at, FILER.id, FILER.name, f"即查即改：{text}", {}))
    if admitted.photos:
        store.add_photos(tx, case.id, admitted.photos, "after", at)
    await ledger.record(tx, filed_fact(case, at), at=at, actor=FILER.id, drill=case.drill)
    await ledger.record(tx, CaseHandled(case.id, None, None), at=at, actor=FILER.id, drill=case.drill)
    closed = CaseClosed(case.id, case.event_id, on_time=None, self_handled=True)
    await ledger.record(tx, closed, at=at, actor=FILER.id, drill=case.drill)
    answer = {"text": text, "case": case.number}
    await settling.close_event(tx, FILER, case.event_id, at=at, answer=answer, drill=case.drill)


async def confirm_and_file(
    tx: Tx, actor: Actor, case: Case, *, text: str, at: datetime, matter: Matter, books: Books
) -> Case:
    """File a case whose matter was found true on the spot 核实属实; its clock starts now."""
    event = await settling.event_of(tx, case.event_id)
    due, reason, provisional = due_time(books, event, matter, at)
    after = replace(case, state="to_dispatch", filed_at=at, due_at=due, deadline=reason, limit_provisional=provisional)
    await ledger.record(tx, CaseConfirmed(case.id, True), at=at, actor=actor.id, drill=case.drill)
    filed_due = books.calendar.deadline(case.opened_at, CONFIRM_LIMIT).at
    done = Done(
        "confirm",
        after,
        at,
        f"核实属实，立案。{text}".rstrip("。"),
        filed_fact(after, filed_due),
        {"deadline": reason},
        stage_due=at + DISPATCH_LIMIT[case.urgent],
    )
    moved = await finish(tx, actor, case, done)
    store.start_clock(tx, case.id, StageClock("total", due, reason["zh"]), at, moved.version)
    watch_due(tx, moved, at)
    return moved
