"""Following a report: how it stands in plain words; adding to it; rating it once it is closed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from yiwang import access, ledger
from yiwang.access import Actor, Keyring
from yiwang.base.errors import Conflict, Invalid
from yiwang.cases.hotline.model import SATISFACTION
from yiwang.cases.model import OPEN_STATES
from yiwang.cases.steps import noting
from yiwang.cases.steps.photographing import add_photos
from yiwang.cases.views import listing
from yiwang.cases.views.showing import PUBLIC_STEPS, Shown, show
from yiwang.db import Tx
from yiwang.events.books import Books
from yiwang.events.following import Life
from yiwang.residents import store
from yiwang.residents.facts import ReportAddedTo, ReportRated
from yiwang.residents.links import living, lookup_of, open_link
from yiwang.residents.model import AFTER_CLOSING, DIGITS, STANDS
from yiwang.residents.photos import RESIDENTS, shown
from yiwang.residents.store import Follow

LONGEST = 900  # characters added at once: with what stands in front they fit a line of the timeline


@dataclass(frozen=True)
class Seen:
    """A report as its reporter sees it; not `whole` for who came by number and digits: no words, no photos."""

    follow: Follow
    stands: str
    case: Shown | None
    life: Life
    whole: bool
    photos: Sequence[UUID]
    comments: Sequence[dict[str, Any]]
    rating: dict[str, Any] | None


async def by_link(tx: Tx, token: str, *, books: Books, at: datetime) -> Seen:
    """Return a report to who holds its link."""
    follow, life = await open_link(tx, token, at)
    return await _seen(tx, follow, life, books, whole=True)


async def by_number(tx: Tx, keyring: Keyring, number: str, digits: str, *, books: Books, at: datetime) -> Seen | None:
    """Return how a report stands to who knows its number and the end of the telephone's; None when they do not fit."""
    if len(digits) != DIGITS or not digits.isdigit():
        raise Invalid("digits", f"Give the last {DIGITS} digits of the telephone number you reported with.")
    follow = await store.by_lookup(tx, lookup_of(keyring, number.strip(), digits))
    if follow is None:
        return None
    return await _seen(tx, follow, await living(tx, follow, at), books, whole=False)


async def _seen(tx: Tx, follow: Follow, life: Life, books: Books, *, whole: bool) -> Seen:
    case = await show(tx, life.event_id, books=books)
    stands = life.event_state if case is None or life.event_state in ("refused", "dismissed") else case.state
    return Seen(
        follow=follow,
        stands=stands if stands in STANDS else "triage",
        case=case,
        life=life,
        whole=whole,
        photos=await shown(tx, life) if whole else (),
        comments=await store.comments(tx, life.id) if whole else (),
        rating=await store.rating(tx, life.id),
    )


async def add(tx: Tx, token: str, *, text: str, photos: Sequence[UUID], at: datetime) -> None:
    """Add words or photos to an open report: whoever handles it finds them on the case."""
    follow, life = await open_link(tx, token, at)
    words = text.strip()
    if not words and not photos:
        raise Invalid("text", "Say something, or send a photo.")
    if len(words) > LONGEST:
        raise Invalid("text", f"At most {LONGEST} characters at a time.")
    if life.state != "open":
        raise Conflict("This report was answered already; send in a new one.")
    case = await listing.of_event(tx, RESIDENTS, life.event_id)
    if case is not None and case.state in OPEN_STATES:
        await add_photos(tx, RESIDENTS, case, photos, "before", at)
        await noting.note(tx, RESIDENTS, case.id, text=f"上报人补充：{words or '照片'}", at=at)
    elif photos:
        raise Conflict("Photos are added once the report was taken up; send the words now.")
    store.insert_comment(tx, follow.id, words, photos, at)
    fact = ReportAddedTo(life.id, life.event_id, len(photos))
    await ledger.record(tx, fact, at=at, actor=RESIDENTS.id)


async def rate(tx: Tx, token: str, *, score: str, text: str, at: datetime) -> None:
    """满意度, once, after the report was answered."""
    _, life = await open_link(tx, token, at)
    if score not in SATISFACTION:
        raise Invalid("score", f"The score is one of {', '.join(SATISFACTION)}.")
    if life.answered_at is None:
        raise Conflict("A report is rated once it was answered.")
    if not await store.insert_rating(tx, life.id, life.event_id, score, text.strip(), at):
        raise Conflict("This report was rated already.")
    fact = ReportRated(life.id, life.event_id, score)
    await ledger.record(tx, fact, at=at, actor=RESIDENTS.id)


async def ratings(tx: Tx, actor: Actor, case_id: UUID, *, at: datetime) -> list[dict[str, Any]]:
    """Return how the reporters of a case rated it, to whoever may see the case."""
    await listing.see(tx, actor, case_id)
    access.audit(tx, actor, "residents.see_ratings", "case", case_id, at)
    return await store.ratings_of(tx, case_id)


def told(seen: Seen) -> dict[str, Any]:
    """Return the fields of a `Standing`."""
    zh, en = STANDS[seen.stands]
    case, life = seen.case, seen.life
    answered = life.answered_at
    answer = life.answer if seen.whole and life.answer else {}
    return {
        "number": seen.follow.number,
        "state": seen.stands,
        "says": zh,
        "says_en": en,
        "reported_at": life.reported_at,
        "unit": case.unit if case else None,
        "due_at": case.due_at if case else None,
        "answered_at": answered,
        "joined": seen.follow.joined,
        "timeline": [
            {"at": at, "step": step, "says": PUBLIC_STEPS[step][0], "says_en": PUBLIC_STEPS[step][1]}
            for at, step in (case.lines if case else ())
        ],
        "text": life.text if seen.whole else None,
        "answer": answer.get("text") or None,
        "next_door": answer.get("next_door") or None,
        "photos": seen.photos,
        "comments": [{"at": row["at"], "text": row["text"]} for row in seen.comments if row["text"]],
        "rating": seen.rating["score"] if seen.rating else None,
        "may_add": seen.whole and life.state == "open",
        "may_rate": seen.whole and answered is not None and seen.rating is None,
        "link_ends": answered + AFTER_CLOSING if answered else None,
    }
