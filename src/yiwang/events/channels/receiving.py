"""Taking in what a channel sends: each report in a transaction of its own, and what is refused is kept all the same."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import msgspec

from yiwang.access import Actor
from yiwang.base.errors import Forbidden, Invalid, NotSignedIn, Refusal
from yiwang.db import Database, Tx
from yiwang.events import reporting
from yiwang.events.books import Books
from yiwang.events.channels.book import ChannelBook
from yiwang.events.channels.fitting import Fitted, fit, fit_to_keep, shown_faults
from yiwang.events.channels.keeping_refused import RefusedMessage, keep_refused
from yiwang.events.channels.model import MESSAGE_PATH, Channel, Fault, NextDoor, items_of, mapped, refused_by
from yiwang.events.classifying import classify
from yiwang.events.model import Reported

MOST_ITEMS = 500


class Unfit(Refusal):
    """A message that the channel's mapping cannot read: each fault names its path, its field and what to mend."""

    status = 422
    code = "invalid"

    def __init__(self, faults: list[Fault]) -> None:
        paths = ", ".join(dict.fromkeys(fault.path for fault in faults))
        super().__init__(f"Check these paths: {paths}.", errors=shown_faults(faults))


class NotOurs(Refusal):
    """A report that the channel is not for; it names the next door."""

    status = 422
    code = "not_ours"

    def __init__(self, detail: str, next_door: dict[str, str]) -> None:
        super().__init__(detail, next_door=next_door)


@dataclass(frozen=True)
class Message:
    """One report as it came: `body` decoded, `raw` as sent; a CloudEvent brings its attributes and its own key."""

    body: Any
    raw: bytes
    attributes: Mapping[str, Any] = field(default_factory=dict)
    key: str | None = None
    spare_key: str | None = None  # where neither the envelope nor the mapping names one
    form: str = "json"


@dataclass(frozen=True)
class Sender:
    """Who sends by which channel: `source` is where idempotency keys are unique."""

    actor: Actor
    channel: Channel
    former: str | None = None  # the source of then, where a message of then is taken in again

    @property
    def source(self) -> str:
        """A key is unique per channel and sender: another's message must not answer for this one's."""
        return self.former or f"{self.channel.code}@{self.actor.kind}:{self.actor.id}"


@dataclass(frozen=True)
class Outcome:
    """What became of one report of several: taken in, or refused."""

    reported: Reported | None = None
    refusal: Refusal | None = None


def decoded(raw: bytes) -> Any:
    """Return the JSON of a message; `Unfit` when it is none."""
    try:
        return msgspec.json.decode(raw)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        detail = f"This is not JSON in UTF-8: {str(error)[:120]}."
        raise Unfit([Fault(MESSAGE_PATH, "text", detail)]) from None


def messages_of(channel: Channel, body: Any, key: str | None = None) -> list[Message] | None:
    """Return the reports of a message that holds several; None when it is one."""
    items = items_of(channel, body)
    if items is None:
        return None
    if len(items) > MOST_ITEMS:
        raise Invalid(channel.items or MESSAGE_PATH, f"A message holds at most {MOST_ITEMS} reports; send several.")
    return [
        Message(item, msgspec.json.encode(item), spare_key=f"{key} {place}" if key else None)
        for place, item in enumerate(items)
    ]


async def receive(
    database: Database, sender: Sender, raw: bytes, *, books: Books, book: ChannelBook, key: str | None = None
) -> Reported | list[Outcome]:
    """Take in a message: one report, or the list of what became of each of several.

    `key` is what makes the message one of its kind where its mapping reads no id.
    """
    sender.actor.scope("reports.create")
    try:
        body = decoded(raw)
    except Unfit as refusal:
        refusal.members["kept"] = str(
            await keep_refused(database, as_refused(sender, Message(None, raw)), refusal, books)
        )
        raise
    messages = messages_of(sender.channel, body, key)
    if messages is None:
        return await take(database, sender, Message(body, raw, spare_key=key), books=books, book=book)
    return [await try_to_take(database, sender, message, books=books, book=book) for message in messages]


async def try_to_take(
    database: Database, sender: Sender, message: Message, *, books: Books, book: ChannelBook
) -> Outcome:
    """Take in one report of several: a refusal is its own and holds up none of the others."""
    try:
        return Outcome(await take(database, sender, message, books=books, book=book))
    except Refusal as refusal:
        return Outcome(refusal=refusal)


async def take(database: Database, sender: Sender, message: Message, *, books: Books, book: ChannelBook) -> Reported:
    """Take in one report. What is refused for what it says is kept, sealed, and the refusal says under which id."""
    sender.actor.scope("reports.create")
    try:
        async with database.tx() as tx:
            return await take_in(tx, sender, message, books=books, book=book, at=tx.at)
    except (Forbidden, NotSignedIn):
        raise
    except Refusal as refusal:
        if refusal.status == 422:
            refusal.members["kept"] = str(await keep_refused(database, as_refused(sender, message), refusal, books))
        raise


async def take_in(
    tx: Tx, sender: Sender, message: Message, *, books: Books, book: ChannelBook, at: datetime
) -> Reported:
    """Take in one report in the caller's transaction; nothing of a refused one is kept."""
    fitted = _fitted(sender, message, books, at)
    refuse_if_not_ours(sender.channel, fitted, books=books, book=book, at=at)
    try:
        return await reporting.report(tx, sender.actor, fitted.envelope, fitted.place, books=books, at=at)
    except Invalid as refusal:
        raise Unfit(fitted.named(refusal)) from refusal


def refuse_if_not_ours(channel: Channel, fitted: Fitted, *, books: Books, book: ChannelBook, at: datetime) -> None:
    """Refuse what a rule of the channel says is not for it, with the next door."""
    envelope = fitted.envelope
    matter = envelope.matter
    if any(rule.matters for rule in channel.refuse):
        try:
            matter = classify(books, envelope, at).matter.code
        except Invalid:
            matter = envelope.matter  # the report itself says what is wrong with it
    rule = refused_by(channel, envelope.text, matter)
    if rule is None:
        return
    door = book.door(rule.next_door, at) if rule.next_door else None
    door = door or book.next_door(at, text=envelope.text, matter=matter)
    named = door_of(door, channel)
    raise NotOurs(f"{rule.text_en or rule.text} {named['text_en'] or named['text']}".strip(), named)


def door_of(door: NextDoor | None, channel: Channel | None = None) -> dict[str, str]:
    """Return a next door as it is told: the channel's own sentence counts before the table's."""
    if channel is not None and channel.next_door and door is None:
        return {"code": "", "name": "", "hotline": "", "text": channel.next_door, "text_en": ""}
    if door is None:
        # An empty table still leaves nobody without an answer.
        return {
            "code": "12345",
            "name": "12345",
            "hotline": "12345",
            "text": "请拨打 12345。",
            "text_en": "Call 12345.",
        }
    return {"code": door.code, "name": door.name, "hotline": door.hotline, "text": door.text, "text_en": door.text_en}


def as_refused(sender: Sender, message: Message) -> RefusedMessage:
    """Return a message as it is kept when it is refused: under its reporter's key where one could be read."""
    found = mapped(sender.channel, message.body, message.attributes) if message.body is not None else None
    envelope = fit_to_keep(sender, message, found)
    return RefusedMessage(sender.channel.code, message.form, envelope)


def _fitted(sender: Sender, message: Message, books: Books, at: datetime) -> Fitted:
    found = mapped(sender.channel, message.body, message.attributes)
    fitted = fit(sender.channel, found, message=message, source=sender.source, books=books, at=at)
    if found.faults:
        raise Unfit(found.faults)
    return fitted
