"""Making, keeping and finding check-ups."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from yiwang import access
from yiwang.access import Actor
from yiwang.base.errors import NotFound
from yiwang.base.ids import uuid7
from yiwang.base.paging import encode_cursor, moment_and_row
from yiwang.db import Database, Tx
from yiwang.events.books import Books
from yiwang.signs.checkup import store
from yiwang.signs.checkup.composing import compose
from yiwang.signs.checkup.model import SPANS, Body, Span, span_of
from yiwang.signs.checkup.model.span import SpanName
from yiwang.signs.declaring import READ
from yiwang.signs.model.tree import Place, Tree
from yiwang.signs.reaching import allowed, tree_at

UPPER = ("district", "street")
MAKE = "checkups.make"


@dataclass(frozen=True)
class Kept:
    """A check-up that is on file."""

    id: UUID
    node: UUID
    body: Body
    recorded: datetime


async def make(tx: Tx, actor: Actor, place: Place, span: Span, *, tree: Tree, zone: ZoneInfo, at: datetime) -> Kept:
    """Make the check-up of a place over a span and keep it; one that is there already is made anew."""
    body = await compose(tx, place, span, tree=tree, zone=zone, at=at)
    made = await store.keep(
        tx, uuid7(at), place.id, span.name, span.start, span.end, body.model_dump(mode="json"), actor.id
    )
    access.audit(tx, actor, "checkup.make", "checkup", made, at, {"period": span.name, "end": f"{span.end:%F}"})
    return Kept(made, place.id, body, at)


async def make_due(database: Database, books: Books, actor: Actor, at: datetime) -> int:
    """Make what is over and not made yet, of the district and its streets; return how many. Each in a transaction."""
    async with database.tx() as tx:
        tree = await tree_at(tx, books, at)
    made = 0
    places = [one for one in tree.places if one.level in UPPER or one.id == tree.places[tree.root].id]
    for name in SPANS:
        span = span_of(name, at, books.zone)
        async with database.tx() as tx:
            there = await store.there(tx, name, span.end)
        for place in places:
            if place.id in there:
                continue
            try:
                async with database.tx() as tx:
                    await make(tx, actor, place, span, tree=tree, zone=books.zone, at=at)
                made += 1
            except NotFound:
                continue  # a platform without a history yet
    return made


async def one(tx: Tx, actor: Actor, checkup: UUID, *, tree: Tree, books: Books) -> Kept:
    """Return a check-up of a place within one's scope."""
    actor.scope(READ)
    row = await store.one(tx, checkup)
    if row is None:
        raise NotFound("There is no such check-up.")
    allowed(actor, READ, row["node"], tree=tree, books=books)
    return Kept(row["id"], row["node"], Body.model_validate(row["body"]), row["recorded"])


async def listed(
    tx: Tx, place: Place, period: SpanName | None, *, cursor: str | None, limit: int
) -> tuple[Sequence[dict[str, Any]], str | None]:
    """Return the check-ups of a place, the latest first, and the cursor of the next page."""
    rows = await store.latest(tx, place.id, period, moment_and_row(cursor), limit + 1)
    more = rows[limit - 1] if len(rows) > limit else None
    return rows[:limit], encode_cursor(more["end_at"].isoformat(), str(more["id"])) if more else None
