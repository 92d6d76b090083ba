"""Taking in events: which channel takes them, and each for itself."""

from yiwang.access import Actor
from yiwang.base.errors import Forbidden, Invalid, Refusal
from yiwang.db import Database
from yiwang.events.books import Books
from yiwang.events.channels.book import ChannelBook
from yiwang.events.channels.keeping_refused import RefusedMessage, keep_refused
from yiwang.events.channels.model import Channel
from yiwang.events.channels.receiving import Message, Outcome, Sender, take
from yiwang.events.channels.refused import UNLED
from yiwang.events.cloudevents.model import CloudEvent
from yiwang.events.model import Envelope, Reported


def channel_of(book: ChannelBook, event: CloudEvent, actor: Actor, database: Database) -> Channel:
    """Return the channel that takes events of this type; `Invalid` names the attribute where there is none."""
    channel = book.for_event(event.type, database.clock.now())
    if channel is None:
        raise Invalid("type", f"No channel takes events of the type {event.type[:100]}: have it added to one.")
    if channel.trust == "machine" and actor.kind != "application":
        raise Forbidden("What a machine sends comes with a key of its own, not by somebody's account.")
    return channel


async def keep_envelope(database: Database, actor: Actor, raw: bytes, refusal: Refusal, books: Books) -> None:
    """Keep what is no CloudEvent, sealed; the refusal says under which id."""
    await _keep(database, actor, "envelope", raw, refusal, books)


async def keep_unled(database: Database, actor: Actor, event: CloudEvent, refusal: Refusal, books: Books) -> None:
    """Keep an event whose type leads to no channel: once one takes it, the event can be taken in again."""
    await _keep(database, actor, "cloudevent", event.as_json(), refusal, books)


async def _keep(database: Database, actor: Actor, form: str, raw: bytes, refusal: Refusal, books: Books) -> None:
    source = f"{UNLED}@{actor.kind}:{actor.id}"
    message = RefusedMessage(UNLED, form, Envelope(channel="api", source=source, text="", raw=raw))
    refusal.members["kept"] = str(await keep_refused(database, message, refusal, books))


async def take_event(
    database: Database, actor: Actor, channel: Channel, event: CloudEvent, *, books: Books, book: ChannelBook
) -> Reported:
    """Take in one event; the same source and id are answered as the first time."""
    message = Message(event.data, event.as_json(), event.attributes, key=event.key, form="cloudevent")
    return await take(database, Sender(actor, channel), message, books=books, book=book)


async def take_one_of_many(
    database: Database, actor: Actor, channel: Channel, event: CloudEvent, *, books: Books, book: ChannelBook
) -> Outcome:
    """Take in one event of a batch: a refusal is its own."""
    try:
        return Outcome(await take_event(database, actor, channel, event, books=books, book=book))
    except Refusal as refusal:
        return Outcome(refusal=refusal)
