"""Trying a mapping: what a message would become, and everything that is wrong with it; nothing is kept."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from yiwang import places
from yiwang.access import Actor
from yiwang.base.errors import Invalid
from yiwang.db import Tx
from yiwang.events.books import Books
from yiwang.events.channels.book import ChannelBook
from yiwang.events.channels.fitting import Fitted, fit, shown_faults
from yiwang.events.channels.model import Channel, mapped
from yiwang.events.channels.receiving import Message, NotOurs, Sender, messages_of, refuse_if_not_ours
from yiwang.events.classifying import classify
from yiwang.events.reporters import masked


@dataclass
class Tried:
    """What one report of a message would become."""

    faults: list[dict[str, str]]
    report: dict[str, Any] = field(default_factory=dict)
    next_door: dict[str, str] | None = None

    @property
    def taken(self) -> bool:
        return not self.faults and self.next_door is None


async def try_message(
    tx: Tx, actor: Actor, channel: Channel, body: Any, *, books: Books, book: ChannelBook, at: datetime
) -> list[Tried]:
    """Return what each report of a message would become."""
    sender = Sender(actor, channel)
    messages = messages_of(channel, body) or [Message(body, b"")]
    return [await _try_one(tx, sender, message, books, book, at) for message in messages]


async def _try_one(tx: Tx, sender: Sender, message: Message, books: Books, book: ChannelBook, at: datetime) -> Tried:
    found = mapped(sender.channel, message.body, message.attributes)
    fitted = fit(sender.channel, found, message=message, source=sender.source, books=books, at=at)
    tried = Tried(shown_faults(found.faults), _shown(fitted))
    if found.faults:
        return tried
    try:
        refuse_if_not_ours(sender.channel, fitted, books=books, book=book, at=at)
        classified = classify(books, fitted.envelope, at)
        tried.report["matter"] = classified.matter.code
        tried.report["matter_name"] = classified.matter.name
        tried.report["classification"] = classified.as_json
        place = await places.locate(tx, await books.locators.at(tx, at), fitted.place, at)
        tried.report["place"] = place.explanation
    except NotOurs as refusal:
        tried.next_door = refusal.members["next_door"]
    except Invalid as refusal:
        tried.faults += shown_faults(fitted.named(refusal))
    return tried


def _shown(fitted: Fitted) -> dict[str, Any]:
    envelope, place = fitted.envelope, fitted.place
    reporter = envelope.reporter
    return {
        "channel": envelope.channel,
        "text": envelope.text,
        "matter": envelope.matter,
        "title": envelope.title,
        "lon": place.lon,
        "lat": place.lat,
        "datum": place.datum,
        "place_text": place.text,
        "floor": place.floor,
        "urgent": envelope.urgent,
        "occurred_at": envelope.occurred_at,
        "due_at": envelope.due_at,
        "external_id": envelope.external_ref[1] if envelope.external_ref else None,
        "drill": envelope.drill,
        "reporter": masked(reporter, confidential=reporter.confidential) if reporter else None,
    }
