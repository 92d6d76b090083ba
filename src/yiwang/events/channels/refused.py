"""What channels could not take: listed, taken in again once the mapping is mended, or set aside."""

from datetime import datetime
from typing import Any
from uuid import UUID

from yiwang import access
from yiwang.access import Actor, platform_actor
from yiwang.base.errors import Conflict, NotFound
from yiwang.base.paging import Page, checked_limit, encode_cursor, moment_and_row
from yiwang.db import Database, Tx
from yiwang.events.books import Books
from yiwang.events.channels import store
from yiwang.events.channels.book import ChannelBook
from yiwang.events.channels.declaring import may_declare
from yiwang.events.channels.model import Channel
from yiwang.events.channels.receiving import Message, Sender, decoded, take_in
from yiwang.events.model import Reported

_AGAIN = platform_actor("channels")
UNLED = "cloudevents"  # under which events are listed that lead to no channel


async def waiting(
    tx: Tx, actor: Actor, code: str, *, settled: bool = False, cursor: str | None = None, limit: int = 50
) -> Page[dict[str, Any]]:
    """Return the messages of a channel that were refused, newest first; never what they said."""
    may_declare(actor)
    before = moment_and_row(cursor)
    rows = await store.list_refused(tx, code, not settled, before, checked_limit(limit) + 1)
    last = rows[limit - 1] if len(rows) > limit else None
    return Page(rows[:limit], encode_cursor(last["received"].isoformat(), str(last["id"])) if last else None)


async def take_again(
    database: Database, actor: Actor, code: str, refused_id: UUID, *, books: Books, book: ChannelBook
) -> Reported:
    """Take a refused message in as it was sent, by the channel as it is declared now."""
    may_declare(actor)
    async with database.tx() as tx:
        row = await store.lock_refused(tx, code, refused_id)
        if row is None:
            raise NotFound("This channel has refused no such message.")
        if row["settled"] is not None:
            raise Conflict("This message waits no more: it was taken in or set aside.")
        raw = await access.unseal_for(tx, books.keyring, row["key_subject"], row["sealed"])
        message = _message(row["form"], raw)
        channel = _channel(book, code, message, tx.at)
        # A key is unique where it was first: under the channel that takes the message now.
        sender = Sender(_AGAIN, channel, channel.code + row["source"].removeprefix(code))
        reported = await take_in(tx, sender, message, books=books, book=book, at=tx.at)
        await store.settle_refused(tx, refused_id, reported.report_id, tx.at)
        access.audit(tx, actor, "channels.again", "refused_message", refused_id, tx.at, {"channel": code})
        return reported


async def set_aside(tx: Tx, actor: Actor, code: str, refused_id: UUID, *, at: datetime) -> None:
    """Say that a refused message needs nothing more."""
    may_declare(actor)
    if await store.lock_refused(tx, code, refused_id) is None:
        raise NotFound("This channel has refused no such message.")
    if not await store.settle_refused(tx, refused_id, None, at):
        raise Conflict("This message waits no more: it was taken in or set aside.")
    access.audit(tx, actor, "channels.set_aside", "refused_message", refused_id, at, {"channel": code})


def _channel(book: ChannelBook, code: str, message: Message, at: datetime) -> Channel:
    """Return the channel of a message; a CloudEvent that none took before leads by its type to one declared since."""
    if code != UNLED:
        return book.channel(code, at)
    channel = book.for_event(str(message.attributes.get("type")), at)
    if channel is None:
        raise Conflict("No channel takes events of this type yet: have it added to one, then take the message again.")
    return channel


def _message(form: str, raw: bytes) -> Message:
    if form == "envelope":
        raise Conflict("This is no CloudEvent. Its sender has to mend it and send it again; then set this one aside.")
    body = decoded(raw)
    if form != "cloudevent":
        return Message(body, raw)
    attributes = {name: value for name, value in body.items() if name != "data"}
    return Message(body.get("data"), raw, attributes, event_key(attributes), form=form)


def event_key(attributes: dict[str, Any]) -> str:
    """Return what makes a CloudEvent one of its kind: source and id."""
    return f"{attributes['source']} {attributes['id']}"
