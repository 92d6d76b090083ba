"""One search box over every room's search, and what keeps the rooms' search tables filled."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any, Literal, Protocol
from uuid import UUID

from fastapi import APIRouter, Query
from pydantic import BaseModel

from yiwang.access import Actor
from yiwang.access.door import Door, Visit
from yiwang.base.errors import Invalid
from yiwang.base.paging import decode_cursor, encode_cursor
from yiwang.base.words import LONGEST, Hit, Question, question
from yiwang.cases.views import searching as cases
from yiwang.db import Database, Tx
from yiwang.events import searching as events
from yiwang.ledger import Recorded
from yiwang.ledger.listening import Follower, Listener
from yiwang.people import searching as people
from yiwang.places import searching as places

router = APIRouter(prefix="/api", route_class=Door, tags=["search"])
Kind = Literal["cases", "events", "people", "places"]
_DEEPEST = 400


class Search(Protocol):
    """A room's verb."""

    async def __call__(
        self, tx: Tx, actor: Actor, asked: Question, *, at: datetime, offset: int = 0, limit: int = 20
    ) -> tuple[list[Hit], bool]: ...


SEARCHES: Mapping[str, tuple[str, Search]] = {
    "cases": (cases.PERMISSION, cases.search),
    "events": (events.PERMISSION, events.search),
    "people": (people.PERMISSION, people.search),
    "places": (places.PERMISSION, places.search),
}


class HitOut(BaseModel):
    """An object found. `marks` are [start, end) offsets in characters, by the name of the text they stand in."""

    kind: str
    id: UUID
    title: str
    text: str
    link: str
    at: datetime | None
    score: float
    more: dict[str, Any]
    marks: dict[str, list[tuple[int, int]]]


class GroupOut(BaseModel):
    """What one room found, best first; `next` asks for the page after, with `kinds` of this one alone."""

    kinds: str
    hits: list[HitOut]
    next: str | None


class FoundOut(BaseModel):
    groups: list[GroupOut]


@router.get("/search")
async def search(
    visit: Visit,
    q: Annotated[str, Query(max_length=LONGEST)],
    kinds: Annotated[str, Query(max_length=60, description="cases, events, people, places; with commas")] = "",
    limit: Annotated[int, Query(ge=1, le=50)] = 10,
    cursor: Annotated[str | None, Query(max_length=200)] = None,
) -> FoundOut:
    """Find whatever one may see by words, names, pinyin or numbers; all the words have to be there."""
    asked = question(q)
    wanted = _wanted(visit.actor, kinds)
    offset, at = _position(cursor, wanted) if cursor else (0, visit.at)
    groups = []
    for kind in wanted:
        hits, more = await SEARCHES[kind][1](visit.tx, visit.actor, asked, at=at, offset=offset, limit=limit)
        following = encode_cursor(offset + limit, at.isoformat()) if more and offset + limit < _DEEPEST else None
        groups.append(GroupOut(kinds=kind, hits=[HitOut(**vars(hit)) for hit in hits], next=following))
    return FoundOut(groups=groups)


def _wanted(actor: Actor, kinds: str) -> list[str]:
    """Return what to search: what is named, each refused where it is not allowed, else all that is allowed."""
    if not kinds:
        found = [kind for kind, (permission, _) in SEARCHES.items() if actor.may(permission)]
        if not found:
            actor.scope(cases.PERMISSION)
        return found
    named = list(dict.fromkeys(kinds.split(",")))
    for kind in named:
        if kind not in SEARCHES:
            raise Invalid("kinds", f"The kinds are {', '.join(SEARCHES)}.")
        actor.scope(SEARCHES[kind][0])
    return named


def _position(cursor: str, wanted: Sequence[str]) -> tuple[int, datetime]:
    if len(wanted) != 1:
        raise Invalid("cursor", "A further page is asked for one kind at a time: name it in kinds.")
    offset, moment = decode_cursor(cursor, 2)
    try:
        at = datetime.fromisoformat(str(moment))
    except ValueError:
        at = None
    if at is None or at.tzinfo is None or not isinstance(offset, int) or not 0 <= offset <= _DEEPEST:
        raise Invalid("cursor", "This cursor is not one of ours; leave it out to start from the first page.")
    return offset, at


@dataclass(frozen=True)
class DueFollower:
    """Fills a room's search table with what its triggers noted; for rooms whose facts do not name every row."""

    name: str
    fill: Callable[[Tx], Awaitable[int]]

    async def run_once(self, database: Database) -> int:
        """Write one batch; return how many rows were due."""
        async with database.tx() as tx:
            return await self.fill(tx)


def followers() -> list[Follower]:
    """Return what keeps the search tables filled: soon after, in batches, outside the transactions of the rooms."""
    types = dict.fromkeys((*cases.FACTS, *events.FACTS), ())
    return [
        Listener("search", types, limit=1000, together=_fill),
        DueFollower("search people", people.fill_due),
        DueFollower("search places", places.fill_due),
    ]


async def _fill(tx: Tx, facts: Sequence[Recorded]) -> None:
    """Write the cases and events of a batch as they are now; a case bears its event's id."""
    await events.fill(tx, sorted({fact.subject for fact in facts if fact.type in events.FACTS}))
    await cases.fill(tx, sorted({fact.subject for fact in facts}))
