"""Making reports of letters: by themselves where that is sure, else by a person; no letter is lost."""

import asyncio
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from yiwang import access
from yiwang.access import Actor, Keyring, platform_actor
from yiwang.base.errors import Conflict, Invalid, NotFound, Refusal
from yiwang.db import Database, Tx
from yiwang.events import reporting
from yiwang.events.books import Books
from yiwang.events.mailing import store
from yiwang.events.mailing.model import Letter, Picture, read_letter
from yiwang.events.mailing.store import Kept
from yiwang.events.model import Envelope, Reported, Reporter
from yiwang.events.reporters import masked
from yiwang.events.unsorted import matter_for
from yiwang.files import Shelf, keep_photo
from yiwang.places import PlaceIn

POSTMAN: Actor = platform_actor("mail")
MOST_TRIES = 5
PAUSE = 1.0  # seconds between looks at what was accepted
KEPT = timedelta(days=90)
_UNREADABLE = "这封邮件无法自动处理，请人工阅读。 This letter could not be read by itself; a person has to."
_SHOWN = 50


async def work(database: Database, shelf: Shelf, books: Books) -> None:
    """Sort what was accepted, until cancelled."""
    while True:
        if not await sort_one(database, shelf, books):
            await asyncio.sleep(PAUSE)


async def sort_one(database: Database, shelf: Shelf, books: Books) -> bool:
    """Make a report of one accepted letter; return whether there was one.

    A letter that ends its worker some times is left to a person. Pictures come before the report: they are re-encoded
    outside of its transaction.
    """
    async with database.tx() as tx:
        kept = await store.take(tx)
        if kept is None or kept.sealed is None:
            return False
        raw = await access.unseal_for(tx, books.keyring, kept.id, kept.sealed)
        if kept.tries > MOST_TRIES:
            store.settle(tx, kept.id, "to_sort", reason=_UNREADABLE)
            return True
    letter = await asyncio.to_thread(read_letter, raw)
    if letter.automatic:
        await _settle(database, kept.id, "ignored", letter.automatic)
        return True
    photos = [photo for picture in letter.pictures if (photo := await _photo(database, shelf, picture))]
    try:
        await _report(database, kept.id, raw, letter, photos, books)
    except Refusal as refusal:
        await _settle(database, kept.id, "to_sort", refusal.detail)
    return True


async def _settle(database: Database, message_id: UUID, state: str, reason: str) -> None:
    async with database.tx() as tx:
        store.settle(tx, message_id, state, reason=reason)


async def _photo(database: Database, shelf: Shelf, picture: Picture) -> UUID | None:
    try:
        return (await keep_photo(database, shelf, POSTMAN, picture.data, picture.name)).id
    except Refusal:  # no picture that can be shown; the letter itself keeps it
        return None


async def _report(
    database: Database, message_id: UUID, raw: bytes, letter: Letter, photos: list[UUID], books: Books
) -> None:
    async with database.tx() as tx:
        kept = await store.lock(tx, message_id)
        if kept is None or kept.state != "accepted":
            return
        envelope = replace(_envelope(letter, raw, message_id), photos=tuple(photos))
        envelope = replace(envelope, matter=matter_for(books, letter.said, tx.at))
        place = PlaceIn(text=letter.place)
        reported = await reporting.report(tx, POSTMAN, envelope, place, books=books, at=tx.at)
        store.settle(tx, message_id, "reported", report_id=reported.report_id)


def _envelope(letter: Letter, raw: bytes, message_id: UUID) -> Envelope:
    who = letter.name or letter.address
    return Envelope(
        channel="mail",
        source="mail",
        text=letter.said or "（空白邮件）",
        raw=raw,
        reporter=Reporter(name=who) if who else None,
        idempotency_key=str(message_id),
    )


async def waiting(tx: Tx, actor: Actor, *, books: Books, at: datetime) -> list[dict[str, Any]]:
    """Return the letters a person has to sort, oldest first; who wrote is masked."""
    await _may_sort(tx, actor, books, at)
    found = []
    for row in await store.to_sort(tx, _SHOWN):
        letter = await _letter(tx, books.keyring, row["id"], row["sealed"])
        found.append(
            {
                "id": row["id"],
                "accepted_at": row["recorded"],
                "size": row["size"],
                "why": row["reason"],
                "sender": masked(Reporter(name=letter.name or letter.address), confidential=False),
                "subject": letter.subject,
                "text": letter.text[:4000],
                "place": letter.place,
                "pictures": len(letter.pictures),
            }
        )
        access.audit(tx, actor, "mail.see", "mail_message", row["id"], at)
    return found


async def report_by_hand(
    tx: Tx, actor: Actor, message_id: UUID, *, matter: str, place: PlaceIn, books: Books, at: datetime
) -> Reported:
    """Make a report of a letter that could not be sorted by itself, under the matter and place a person gives."""
    kept = await _held(tx, actor, message_id, books, at)
    raw = await access.unseal_for(tx, books.keyring, kept.id, kept.sealed or b"")
    letter = await asyncio.to_thread(read_letter, raw)
    envelope = replace(_envelope(letter, raw, message_id), matter=matter)
    reported = await reporting.report(tx, POSTMAN, envelope, place, books=books, at=at)
    store.settle(tx, message_id, "reported", report_id=reported.report_id, by=actor.id)
    access.audit(tx, actor, "mail.report", "mail_message", message_id, at)
    return reported


async def dismiss(tx: Tx, actor: Actor, message_id: UUID, *, reason: str, books: Books, at: datetime) -> None:
    """Lay a letter aside that reports nothing; it is kept for 90 days."""
    if not reason.strip():
        raise Invalid("reason", "Say why nothing is to be done about it.")
    await _held(tx, actor, message_id, books, at)
    store.settle(tx, message_id, "ignored", reason=reason.strip(), by=actor.id)
    access.audit(tx, actor, "mail.dismiss", "mail_message", message_id, at, {"reason": reason.strip()})


async def forget_letters(tx: Tx) -> int:
    """Forget what was laid aside long ago; an errand calls it."""
    return await store.forget(tx, tx.at - KEPT)


async def _may_sort(tx: Tx, actor: Actor, books: Books, at: datetime) -> None:
    """Unsorted letters lie nowhere yet: they are for whoever judges events of the whole district."""
    home = books.home(await books.locators.at(tx, at))
    if not await access.may_see(tx, actor.scope("events.triage"), home, None):
        raise NotFound("There are no letters for you to sort: your role reaches only a part of the district.")


async def _held(tx: Tx, actor: Actor, message_id: UUID, books: Books, at: datetime) -> Kept:
    await _may_sort(tx, actor, books, at)
    kept = await store.lock(tx, message_id)
    if kept is None or kept.state not in ("to_sort", "reported", "ignored"):
        raise NotFound("There is no such letter to sort.")
    if kept.state != "to_sort":
        raise Conflict("Somebody else has sorted this letter.")
    return kept


async def _letter(tx: Tx, keyring: Keyring, message_id: UUID, sealed: bytes) -> Letter:
    raw = await access.unseal_for(tx, keyring, message_id, sealed)
    return await asyncio.to_thread(read_letter, raw)
