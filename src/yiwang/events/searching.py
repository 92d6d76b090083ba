"""Finding events that are no cases by words: those that wait for triage, and those refused, dismissed or merged."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from yiwang import access
from yiwang.access import Actor
from yiwang.base.words import Hit, Question, document, marks, score, without_numbers
from yiwang.db import Tx
from yiwang.events.store import searching as store

PERMISSION = "events.read"
FACTS = ("event.triage", "event.admitted", "event.refused", "event.merged", "event.restored", "event.joined")
CANDIDATES = 200
_WEIGHTS = (8.0, 3.0, 2.0, 1.0)  # number, title, place, words
_MOST_WORDS = 4000


async def search(
    tx: Tx, actor: Actor, asked: Question, *, at: datetime, offset: int = 0, limit: int = 20
) -> tuple[list[Hit], bool]:
    """Return a page of the events that answer and that the actor may see, best first, and whether there are more."""
    condition, params = access.within(actor.scope(PERMISSION), "e.jurisdiction_id", None)
    found = await store.matching(tx, asked, condition, params, until=at, most=CANDIDATES)
    hits = [
        Hit(
            kind="event",
            id=row["id"],
            title=row["title"],
            text=row["place_text"],
            link=f"/events/{row['id']}",
            at=row["at"],
            score=round(score(row["doc"], asked.words, _WEIGHTS, (at - row["at"]) / timedelta(days=1)), 6),
            more={"number": row["number"], "state": row["state"]},
            marks={
                name: spans
                for name in ("title", "text")
                if (spans := marks(row["place_text" if name == "text" else name], asked.words))
            },
        )
        for row in found
    ]
    hits.sort(key=lambda hit: (-hit.score, str(hit.id)))
    return hits[offset : offset + limit], len(hits) > offset + limit


async def fill(tx: Tx, ids: Sequence[UUID]) -> int:
    """Write these events as they are searched; those that became cases are found as cases."""
    found = await store.words_of(tx, ids)
    texts = await texts_of(tx, [row["id"] for row in found])
    rows = [
        (
            row["id"],
            row["jurisdiction_id"],
            row["reported_at"],
            *document(
                row["number"],
                row["title"],
                row["place_text"] or "",
                without_numbers(texts.get(row["id"], ""))[:_MOST_WORDS],
            ),
        )
        for row in found
    ]
    if rows:
        store.put(tx, rows)
    gone = set(ids) - {row["id"] for row in found}
    if gone:
        store.remove(tx, sorted(gone))
    return len(rows)


async def texts_of(tx: Tx, ids: Sequence[UUID]) -> dict[UUID, str]:
    """Return what was reported about each of these events; for the platform itself, so no scope is looked at."""
    return await store.texts_of(tx, ids) if ids else {}


async def places_of(tx: Tx, ids: Sequence[UUID]) -> dict[UUID, UUID]:
    """Return the jurisdiction of each of these events; for the platform itself."""
    return await store.places_of(tx, ids)
