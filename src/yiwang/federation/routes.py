"""Federation over HTTP: declaring platforms, handing cases over, and the inbox for other platforms."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Request

from yiwang.access.door import Door, LongDoor, LongVisit, Visit
from yiwang.events.books import Books
from yiwang.federation import handing, peers, taking
from yiwang.federation.shapes import (
    CaseSharingOut,
    FederationAnswer,
    FederationIdentity,
    FederationMessage,
    FederationPeerAsk,
    FederationPeers,
    HandOverAsk,
    RecallAsk,
)

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
async def declare_peer(name: str, ask: FederationPeerAsk, visit: Visit) -> None:
    """Declare a platform, or change its declaration."""
    await peers.declare(visit.tx, visit.actor, visit.keyring, name, ask)


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


@inbox_router.post("/inbox", response_model=FederationAnswer)
async def take_message(ask: FederationMessage, visit: LongVisit, books: InBooks) -> Any:
    """One message of another platform: taken once, in order; the same again gets the same answer."""
    return await taking.take_in(visit.database, visit.actor, ask, books=books)
