"""Suggestions and needs over HTTP: for everyone, and for staff who opens and answers them."""

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request, Response
from pydantic import BaseModel, Field

from yiwang.access.door import Door, OpenDoor, OpenVisit, Visit
from yiwang.events.books import Books, name_of
from yiwang.events.shapes import Strict
from yiwang.places import Locator, PlaceIn
from yiwang.residents.answering import allowed, later, no_robot
from yiwang.residents.model import LOOKS
from yiwang.residents.proposals import proposing
from yiwang.residents.proposals.model import LONGEST, PROPOSALS, VOTES, VOTES_ON_ONE, Proposal
from yiwang.residents.shapes import WhereAsk

_open = APIRouter(prefix="/api/residents/proposals", route_class=OpenDoor, tags=["residents"])
_desk = APIRouter(prefix="/api/proposals", route_class=Door, tags=["residents"])
Kind = Literal["suggestion", "need"]
Cursor = Annotated[str | None, Query(max_length=400)]
Limit = Annotated[int, Query(ge=1, le=200)]


class ProposeAsk(Strict):
    """`website` stays empty: robots fill it in."""

    kind: Kind
    text: str = Field(min_length=4, max_length=LONGEST)
    place: WhereAsk | None = None
    website: str = Field(default="", max_length=200)


class VoteAsk(Strict):
    """`device`: a word the page made by chance and keeps; it is stored hashed only."""

    device: str = Field(min_length=16, max_length=100)


class ProposalOpenAsk(Strict):
    """`text`: other words for everyone to read, where the writer's name somebody."""

    text: str | None = Field(default=None, min_length=4, max_length=LONGEST)


class ProposalAnswerAsk(Strict):
    answer: str = Field(min_length=1, max_length=1000)


class ProposalOut(BaseModel):
    id: UUID
    kind: Kind
    text: str
    jurisdiction_id: UUID
    jurisdiction: str
    state: Literal["waiting", "open", "answered", "declined"]
    answer: str
    votes: int
    made_at: datetime
    settled_at: datetime | None


class ProposalsOut(BaseModel):
    items: list[ProposalOut]
    next: str | None


async def _books(request: Request) -> Books:
    books: Books = request.app.state.books
    return books


InBooks = Annotated[Books, Depends(_books)]


@_open.get("", response_model=ProposalsOut)
async def read_proposals(
    visit: OpenVisit,
    books: InBooks,
    kind: Kind | None = None,
    within: UUID | None = None,
    cursor: Cursor = None,
    limit: Limit = 20,
) -> Any:
    """What residents suggest and need, most votes first."""
    wait = await allowed(visit, "look", LOOKS)
    if wait:
        return later(wait)
    page = await proposing.shown(
        visit.tx, kind=kind, within=within, books=books, at=visit.at, cursor=cursor, limit=limit
    )
    locator = await books.locators.at(visit.tx, visit.at)
    return {"items": [_told(one, locator) for one in page.items], "next": page.next}


@_open.post("", status_code=201, response_model=ProposalOut)
async def propose(ask: ProposeAsk, visit: OpenVisit, books: InBooks) -> Any:
    """Suggest something, or name a need; it is shown to everyone once somebody has read it."""
    wait = await allowed(visit, "propose", PROPOSALS)
    if wait:
        return later(wait)
    no_robot(ask.website)
    place = PlaceIn(**ask.place.model_dump()) if ask.place else PlaceIn()
    made = await proposing.propose(visit.tx, ask.kind, ask.text, place, books=books, at=visit.at)
    return _told(made, await books.locators.at(visit.tx, visit.at))


@_open.post("/{proposal_id}/vote", status_code=204, response_class=Response)
async def vote(proposal_id: UUID, ask: VoteAsk, visit: OpenVisit) -> Response:
    """Vote for one; twice counts once."""
    wait = await allowed(visit, "vote", VOTES) or await allowed(visit, f"vote {proposal_id}", VOTES_ON_ONE)
    if wait:
        return later(wait)
    await proposing.vote(visit.tx, visit.keyring, proposal_id, ask.device, at=visit.at)
    return Response(status_code=204)


@_open.post("/{proposal_id}/take-back", status_code=204, response_class=Response)
async def take_back(proposal_id: UUID, ask: VoteAsk, visit: OpenVisit) -> Response:
    """Take one's vote back."""
    wait = await allowed(visit, "vote", VOTES)
    if wait:
        return later(wait)
    await proposing.take_back(visit.tx, visit.keyring, proposal_id, ask.device)
    return Response(status_code=204)


@_desk.get("", response_model=ProposalsOut)
async def list_proposals(
    visit: Visit,
    books: InBooks,
    state: Literal["waiting", "open", "answered", "declined"] = "waiting",
    cursor: Cursor = None,
    limit: Limit = 50,
) -> Any:
    """Those of one state in one's scope, oldest first."""
    page = await proposing.listed(visit.tx, visit.actor, state, cursor=cursor, limit=limit)
    locator = await books.locators.at(visit.tx, visit.at)
    return {"items": [_told(one, locator) for one in page.items], "next": page.next}


@_desk.post("/{proposal_id}/open", response_model=ProposalOut)
async def open_up(proposal_id: UUID, ask: ProposalOpenAsk, visit: Visit, books: InBooks) -> Any:
    """Show it to everyone, who may vote from now on."""
    return await _settle(visit, books, proposal_id, "open", ask.text, "")


@_desk.post("/{proposal_id}/answer", response_model=ProposalOut)
async def answer(proposal_id: UUID, ask: ProposalAnswerAsk, visit: Visit, books: InBooks) -> Any:
    """Answer it for everyone to read; the votes are closed."""
    return await _settle(visit, books, proposal_id, "answered", None, ask.answer)


@_desk.post("/{proposal_id}/decline", response_model=ProposalOut)
async def decline(proposal_id: UUID, ask: ProposalAnswerAsk, visit: Visit, books: InBooks) -> Any:
    """Do not show it (any more), and say why."""
    return await _settle(visit, books, proposal_id, "declined", None, ask.answer)


async def _settle(visit: Visit, books: Books, proposal_id: UUID, state: str, text: str | None, said: str) -> Any:
    row = await proposing.settle(visit.tx, visit.actor, proposal_id, state, text=text, answer=said, at=visit.at)
    return _told(row, await books.locators.at(visit.tx, visit.at))


def _told(one: Proposal, locator: Locator) -> dict[str, Any]:
    return {**vars(one), "jurisdiction": name_of(locator, one.jurisdiction_id)}


router = APIRouter()
router.include_router(_open)
router.include_router(_desk)
