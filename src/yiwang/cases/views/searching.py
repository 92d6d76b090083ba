"""Finding cases by words: number, title, place and what the reporters wrote."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from yiwang import access
from yiwang.access import Actor
from yiwang.access.scopes import nodes_within
from yiwang.base.words import Hit, Question, document, marks, score, without_numbers
from yiwang.cases.model import Case
from yiwang.cases.store import searching as store
from yiwang.cases.views import listing
from yiwang.cases.views.listing import Wanted
from yiwang.db import Tx
from yiwang.events import searching as events

PERMISSION = "cases.read"
# After these facts a case is searched as it then is.
FACTS = (
    *("case.opened", "case.filed", "case.dispatched", "case.returned", "case.taken_over", "case.mirrored"),
    *("event.joined", "event.parted"),
)
CANDIDATES = 200  # the newest that answer are ranked among each other; whoever wants more narrows the question
_WINDOW, _NARROW = 4000, 1500  # the newest that are looked through: of all in order, of a narrow scope one by one
_COMMON = 15_000  # answers that the index is not asked for at once: that would take longer than 20 ms
_LONGEST_BACK = 1500  # days that are gone through span by span, before all is collected
_FEW = 80  # jurisdictions and units: a scope of fewer is looked through by itself
_WEIGHTS = (8.0, 3.0, 2.0, 1.0)  # number, title, place, words
_AROUND = 24  # characters of a text shown on each side of a word
_MOST_WORDS = 4000  # characters of reports that are searched


async def search(
    tx: Tx, actor: Actor, asked: Question, *, at: datetime, offset: int = 0, limit: int = 20
) -> tuple[list[Hit], bool]:
    """Return a page of the cases that answer and that the actor may see, best first, and whether there are more."""
    found = await _candidates(tx, actor, asked, at, offset + limit)
    ranked = sorted(
        ((score(row["doc"], asked.words, _WEIGHTS, (at - row["at"]) / timedelta(days=1)), row) for row in found),
        key=lambda pair: (-pair[0], -pair[1]["at"].timestamp(), str(pair[1]["id"])),
    )
    page = ranked[offset : offset + limit]
    numbered = await _by_number(tx, actor, asked, at) if not offset else []
    # The copy may be a moment behind: what is shown is read from the cases, within the scope as it is now.
    cases = {case.id: case for case in await listing.of_ids(tx, actor, [row["id"] for _, row in page])}
    hits = [_hit(case, "", 100.0, asked) for case in numbered]
    hits += [
        _hit(cases[row["id"]], row["doc"], points, asked)
        for points, row in page
        if row["id"] in cases and row["id"] not in {case.id for case in numbered}
    ]
    return hits, len(ranked) > offset + limit


async def fill(tx: Tx, ids: Sequence[UUID]) -> int:
    """Write these cases as they are searched; return how many there were."""
    found = await store.words_of(tx, ids)
    texts = await events.texts_of(tx, [row["id"] for row in found])
    rows: list[store.Row] = []
    for row in found:
        words = without_numbers(texts.get(row["id"], ""))[:_MOST_WORDS]
        doc, grams = document(row["number"], row["title"], row["place_text"], words)
        rows.append(store.Row(row["id"], row["jurisdiction_id"], row["unit_id"], row["opened_at"], doc, grams))
    if rows:
        store.put(tx, rows)
    return len(rows)


async def places_of(tx: Tx, ids: Sequence[UUID]) -> dict[UUID, tuple[UUID, UUID | None]]:
    """Return jurisdiction and unit of each of these cases; for the platform itself, so no scope is looked at."""
    return await store.places_of(tx, ids)


async def _candidates(tx: Tx, actor: Actor, asked: Question, at: datetime, enough: int) -> list[dict[str, Any]]:
    """The newest that answer: among the newest on file where that is enough, else by the index of words."""
    scope = actor.scope(PERMISSION)
    condition, params = access.within(scope, "s.jurisdiction_id", "s.unit_id")
    nodes = await nodes_within(tx, scope, _FEW)
    if nodes is None:
        found = await store.newest(tx, asked, condition, params, until=at, window=_WINDOW, most=CANDIDATES)
        complete = False
    else:
        each = _NARROW // max(len(nodes[0]) + len(nodes[1]), 1)
        found, complete = await store.newest_of(
            tx, asked, nodes, condition, params, until=at, each=each, most=CANDIDATES
        )
    if complete or len(found) > enough:
        return found
    if await store.about(tx, asked) > _COMMON:
        # Enough for the page is enough here: the more of a narrow scope is wanted, the more spans have to be read.
        most = CANDIDATES if scope.everything else enough + 1
        spans = _spans(at, await store.oldest(tx))
        found = await store.going_back(tx, asked, condition, params, until=at, spans=spans, most=most)
        if len(found) > enough:
            return found
    return await store.matching(tx, asked, condition, params, until=at, most=CANDIDATES)


def _spans(until: datetime, oldest: datetime | None) -> list[str]:
    """Return the spans of ten days between two moments, the latest first, at most as many as are gone through."""
    days = min((until - oldest).days + 10 if oldest else 0, _LONGEST_BACK)
    return list(dict.fromkeys(store.span_of(until - timedelta(days=day)) for day in range(days)))


async def _by_number(tx: Tx, actor: Actor, asked: Question, at: datetime) -> list[Case]:
    """Cases by their number or its last six digits, through the index made for that."""
    digits = "".join(sign for sign in asked.words[0] if sign.isdigit()) if len(asked.words) == 1 else ""
    if not 6 <= len(digits) <= 20 or len(digits) < len(asked.words[0]) - 4:
        return []
    return (await listing.find(tx, actor, Wanted(number=digits), at=at, limit=5)).items


def _hit(case: Case, doc: str, points: float, asked: Question) -> Hit:
    snippet = _snippet(doc.split("\n")[3], asked.words) if doc.count("\n") >= 3 else ""
    texts = {"title": case.title, "text": case.place_text, "number": case.number, "snippet": snippet}
    return Hit(
        kind="case",
        id=case.id,
        title=case.title,
        text=case.place_text,
        link=f"/cases/{case.id}",
        at=case.opened_at,
        score=round(points, 6),
        more={"number": case.number, "state": case.state, "snippet": snippet},
        marks={name: found for name, text in texts.items() if (found := marks(text, asked.words))},
    )


def _snippet(words: str, asked: Sequence[str]) -> str:
    """Return what stands around the first word in a text, in its normalised spelling; empty when none does."""
    starts = [start for word in asked if (start := words.find(word)) >= 0]
    if not starts:
        return ""
    low = max(min(starts) - _AROUND, 0)
    high = min(starts) + 2 * _AROUND
    return ("…" if low else "") + words[low:high] + ("…" if high < len(words) else "")
