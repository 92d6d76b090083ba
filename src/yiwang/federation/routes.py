"""Federation over HTTP: declaring platforms, handing cases over, and the inbox for other platforms."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request

from yiwang.access.door import Door, LongDoor, LongVisit, Visit, takes
from yiwang.events.books import Books
from yiwang.federation import handing, notes, peers, signs, taking, warnings
from yiwang.federation.shapes import (
    CaseSharingOut,
    FederationAnswer,
    FederationIdentity,
    FederationMessage,
    FederationPeerAsk,
    FederationPeers,
    FederationSigns,
    HandOverAsk,
    NoteAsk,
    RecallAsk,
    WarningShares,
)
from yiwang.files import Shelf

router = APIRouter(prefix="/api/federation", route_class=Door, tags=["federation"])
inbox_router = APIRouter(prefix="/api/federation", route_class=LongDoor, tags=["federation"])


async def _books(request: Request) -> Books:
    books: Books = request.app.state.books
    return books


InBooks = Annotated[Books, Depends(_books)]


@router.get("/identity", response_model=FederationIdentity)
async def read_identity(visit: Visit) -> Any:
    """Our name and public keys, for a partner to declare us by."""
    return await peers.own_identity(visit.tx, visit.actor, visit.keyring)


@router.get("/peers", response_model=FederationPeers)
async def list_peers(visit: Visit) -> Any:
    """The declared platforms and how the exchange with each goes."""
    return {"items": await peers.listed(visit.tx, visit.actor)}


@router.put("/peers/{name}", status_code=204)
async def declare_peer(name: str, ask: FederationPeerAsk, visit: Visit, books: InBooks) -> None:
    """Declare a platform, or change its declaration."""
    await peers.declare(visit.tx, visit.actor, books, name, ask)


@router.get("/cases/{case_id}", response_model=CaseSharingOut)
async def read_sharing(case_id: UUID, visit: Visit) -> Any:
    """Whose a case is, with whom it is shared, what was sent about it."""
    return await handing.sharing(visit.tx, visit.actor, case_id)


@router.post("/cases/{case_id}/hand-over", response_model=CaseSharingOut)
async def hand_over(case_id: UUID, ask: HandOverAsk, visit: Visit, books: InBooks) -> Any:
    """移交 a case to another platform: down, up, or back to where it came from."""
    await handing.hand_over(
        visit.tx,
        visit.actor,
        case_id,
        to=ask.platform,
        reason=ask.reason,
        books=books,
        at=visit.at,
        version=ask.version,
    )
    return await handing.sharing(visit.tx, visit.actor, case_id)


@router.post("/cases/{case_id}/recall", response_model=CaseSharingOut)
async def recall(case_id: UUID, ask: RecallAsk, visit: Visit) -> Any:
    """收回: ask the platform that has the case to give it back."""
    await handing.recall(visit.tx, visit.actor, case_id, reason=ask.reason, at=visit.at, version=ask.version)
    return await handing.sharing(visit.tx, visit.actor, case_id)


@router.post("/cases/{case_id}/notes", response_model=CaseSharingOut, status_code=201)
async def write_note(case_id: UUID, ask: NoteAsk, visit: Visit) -> Any:
    """Write a note on a shared case: both sides have it on the timeline, whoever owns the case."""
    await notes.write(visit.tx, visit.actor, case_id, text=ask.text, at=visit.at)
    return await handing.sharing(visit.tx, visit.actor, case_id)


@router.get("/warnings/{warning_id}", response_model=WarningShares)
async def read_warning(warning_id: UUID, visit: Visit) -> Any:
    """With which platforms a warning is shared, and how many units there were told and know."""
    return {"items": await warnings.shares(visit.tx, visit.actor, warning_id)}


@router.get("/signs", response_model=FederationSigns)
async def read_signs(
    visit: Visit,
    platform: Annotated[str | None, Query(max_length=40)] = None,
    code: Annotated[str | None, Query(max_length=40)] = None,
    hours: Annotated[int, Query(ge=1, le=24 * 400)] = 48,
    limit: Annotated[int, Query(ge=1, le=1000)] = 200,
) -> Any:
    """The latest values of signs that other platforms told, of places in one's scope."""
    found = await signs.listed(visit.tx, visit.actor, peer=platform, code=code, hours=hours, limit=limit, at=visit.at)
    return {"items": found}


@inbox_router.post("/inbox", response_model=FederationAnswer)
@takes(24 << 20)
async def take_message(ask: FederationMessage, visit: LongVisit, books: InBooks) -> Any:
    """One message of another platform: taken once, in order; the same again gets the same answer."""
    shelf = Shelf(visit.request.app.state.data_dir / "files")
    return await taking.take_in(visit.database, visit.actor, ask, books=books, shelf=shelf)
