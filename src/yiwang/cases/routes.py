"""Cases over HTTP: the list, one case, and one route per step of the procedure."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Query

from yiwang.access.door import Door, Visit
from yiwang.cases.asks import (
    DispatchAsk,
    HandleAsk,
    ReasonAsk,
    RedispatchAsk,
    StepAsk,
    StepSentAsk,
    StepTakenOut,
    TextAsk,
    VerdictAsk,
)
from yiwang.cases.model import Case
from yiwang.cases.shapes import (
    CaseDetail,
    CaseHead,
    CasePage,
    Counts,
    ReportAnswer,
    Timeline,
    head_fields,
    named_case,
    row_fields,
)
from yiwang.cases.steps import claiming, closing, dispatching, handling, repeating, suggesting, verifying
from yiwang.cases.steps.suggesting import UnitChoices
from yiwang.cases.views import detailing, listing
from yiwang.cases.views.listing import Wanted
from yiwang.events import reporting
from yiwang.events.books import Books
from yiwang.events.shapes import ReportAsk, envelope_of, place_of, told

router = APIRouter(prefix="/api/cases", route_class=Door, tags=["cases"])
reports_router = APIRouter(prefix="/api/reports", route_class=Door, tags=["events"])


def _books(visit: Visit) -> Books:
    books: Books = visit.request.app.state.books
    return books


async def wanted(
    tab: str = "all",
    q: Annotated[str | None, Query(max_length=64)] = None,
    matter: Annotated[list[str] | None, Query(max_length=50)] = None,
    major: Annotated[list[str] | None, Query(max_length=50)] = None,
    jurisdiction: UUID | None = None,
    unit: UUID | None = None,
    urgent: bool | None = None,
    mine: bool = False,
    opened_from: datetime | None = None,
    opened_to: datetime | None = None,
    drill: bool | None = None,
) -> Wanted:
    """The filters of the list, from the query."""
    number = q.strip() if q and q.strip() else None
    return Wanted(tab, number, matter, major, jurisdiction, unit, urgent, mine, opened_from, opened_to, drill)


Filters = Annotated[Wanted, Depends(wanted)]


async def _head(visit: Visit, case: Case) -> dict[str, Any]:
    books = _books(visit)
    locator = await books.locators.at(visit.tx, visit.at)
    return head_fields(case, books, locator, visit.at, visit.actor.permissions)


@reports_router.post("", status_code=201, response_model=ReportAnswer)
async def report(ask: ReportAsk, visit: Visit) -> Any:
    """Send in a report; the answer names its event and, where one was filed, its case.

    The same `idempotency_key` from the same sender is answered as the first time.
    """
    envelope = envelope_of(ask, visit.actor, await visit.request.body())
    reported = await reporting.report(visit.tx, visit.actor, envelope, place_of(ask), books=_books(visit), at=visit.at)
    return {**told(reported), "case": named_case(reported)}


@router.get("", response_model=CasePage)
async def list_cases(
    visit: Visit,
    filters: Filters,
    sort: str = "-filed_at",
    cursor: Annotated[str | None, Query(max_length=400)] = None,
    limit: int = 50,
) -> Any:
    """A page of the cases you may see."""
    books = _books(visit)
    wanted = listing.widened(filters, books, visit.at)
    page = await listing.find(visit.tx, visit.actor, wanted, at=visit.at, sort=sort, cursor=cursor, limit=limit)
    locator = await books.locators.at(visit.tx, visit.at)
    items = [row_fields(case, books, locator, visit.at) for case in page.items]
    return {"items": items, "next": page.next}


@router.get("/counts", response_model=Counts)
async def count_cases(visit: Visit, filters: Filters) -> Any:
    """How many open cases stand under each tab, with the same filters as the list."""
    wanted = listing.widened(filters, _books(visit), visit.at)
    return {"tabs": await listing.count(visit.tx, visit.actor, wanted, at=visit.at), "as_of": visit.at}


@router.get("/{case_id}", response_model=CaseDetail)
async def read_case(case_id: UUID, visit: Visit) -> Any:
    """All of one case."""
    return await detailing.detail(visit.tx, visit.actor, case_id, books=_books(visit), at=visit.at)


@router.get("/{case_id}/timeline", response_model=Timeline)
async def read_timeline(case_id: UUID, visit: Visit) -> Any:
    """What happened to a case, oldest first."""
    return {"items": await detailing.timeline(visit.tx, visit.actor, case_id, books=_books(visit))}


@router.get("/{case_id}/units", response_model=UnitChoices)
async def read_units(case_id: UUID, visit: Visit) -> Any:
    """The units to choose from when dispatching: the one the rules name first."""
    return await suggesting.units(visit.tx, visit.actor, case_id, books=_books(visit), at=visit.at)


@router.post("/{case_id}/claim", response_model=CaseHead)
async def claim(case_id: UUID, visit: Visit) -> Any:
    """Take the case, so that others see who has it."""
    return await _head(visit, await claiming.claim(visit.tx, visit.actor, case_id))


@router.post("/{case_id}/release", response_model=CaseHead)
async def release(case_id: UUID, visit: Visit) -> Any:
    """Let go of a case you have claimed."""
    return await _head(visit, await claiming.release(visit.tx, visit.actor, case_id))


@router.post("/{case_id}/confirm", response_model=CaseHead)
async def confirm(case_id: UUID, ask: VerdictAsk, visit: Visit) -> Any:
    """核实: true, and it is filed; not true, and it is not, with the reason."""
    case = await verifying.confirm(
        visit.tx,
        visit.actor,
        case_id,
        passed=ask.passed,
        books=_books(visit),
        at=visit.at,
        text=ask.text,
        photos=ask.photos,
        version=ask.version,
    )
    return await _head(visit, case)


@router.post("/{case_id}/dispatch", response_model=CaseHead)
async def dispatch(case_id: UUID, ask: DispatchAsk, visit: Visit) -> Any:
    """派遣 to the unit given, or to the one the rules choose."""
    case = await dispatching.dispatch(
        visit.tx,
        visit.actor,
        case_id,
        books=_books(visit),
        at=visit.at,
        unit=ask.unit,
        assist=ask.assist,
        reason=ask.reason,
        version=ask.version,
    )
    return await _head(visit, case)


@router.post("/{case_id}/redispatch", response_model=CaseHead)
async def redispatch(case_id: UUID, ask: RedispatchAsk, visit: Visit) -> Any:
    """改派 what nobody has received yet."""
    case = await dispatching.redispatch(
        visit.tx,
        visit.actor,
        case_id,
        books=_books(visit),
        at=visit.at,
        unit=ask.unit,
        reason=ask.reason,
        version=ask.version,
    )
    return await _head(visit, case)


@router.post("/{case_id}/receive", response_model=CaseHead)
async def receive(case_id: UUID, ask: StepAsk, visit: Visit) -> Any:
    """签收."""
    case = await handling.receive(visit.tx, visit.actor, case_id, at=visit.at, version=ask.version)
    return await _head(visit, case)


@router.post("/{case_id}/return", response_model=CaseHead)
async def give_back(case_id: UUID, ask: ReasonAsk, visit: Visit) -> Any:
    """退单, with the reason."""
    case = await handling.give_back(visit.tx, visit.actor, case_id, reason=ask.reason, at=visit.at, version=ask.version)
    return await _head(visit, case)


@router.post("/{case_id}/handle", response_model=CaseHead)
async def handle(case_id: UUID, ask: HandleAsk, visit: Visit) -> Any:
    """处置完成: what was done."""
    case = await handling.handle(
        visit.tx, visit.actor, case_id, text=ask.text, at=visit.at, photos=ask.photos, version=ask.version
    )
    return await _head(visit, case)


@router.post("/{case_id}/check", response_model=CaseHead)
async def check(case_id: UUID, ask: VerdictAsk, visit: Visit) -> Any:
    """核查: passed, or back to be done again."""
    case = await verifying.check(
        visit.tx,
        visit.actor,
        case_id,
        passed=ask.passed,
        at=visit.at,
        text=ask.text,
        photos=ask.photos,
        version=ask.version,
    )
    return await _head(visit, case)


@router.post("/{case_id}/close", response_model=CaseHead)
async def close(case_id: UUID, ask: TextAsk, visit: Visit) -> Any:
    """结案: the reporters get the text as their answer."""
    case = await closing.close(visit.tx, visit.actor, case_id, at=visit.at, text=ask.text, version=ask.version)
    return await _head(visit, case)


@router.post("/{case_id}/void", response_model=CaseHead)
async def void(case_id: UUID, ask: ReasonAsk, visit: Visit) -> Any:
    """作废, with the reason."""
    case = await closing.void(visit.tx, visit.actor, case_id, reason=ask.reason, at=visit.at, version=ask.version)
    return await _head(visit, case)


@router.post("/{case_id}/steps", response_model=StepTakenOut)
async def take_step(case_id: UUID, ask: StepSentAsk, visit: Visit) -> Any:
    """A step kept by a phone while it had no network: however often it is sent under its key, it is done once."""
    sent = repeating.Sent(**ask.model_dump(exclude={"key"}))
    raw = ask.model_dump_json(exclude={"key", "version"}).encode()
    case, repeated = await repeating.take(
        visit.tx, visit.actor, case_id, sent, key=ask.key, raw=raw, zone=_books(visit).zone, at=visit.at
    )
    return {**await _head(visit, case), "repeated": repeated}
