"""Keeping what was sent, sealed: under the reporter's own key when one is known, else under the source's."""

from datetime import datetime
from uuid import UUID, uuid5

import msgspec

from yiwang import access
from yiwang.access import Actor, Keyring
from yiwang.base.errors import NotFound
from yiwang.base.ids import uuid7
from yiwang.db import Tx
from yiwang.events import store
from yiwang.events.model import Envelope, Reporter

# A machine source has one key; its id follows from its name, so that it is the same in every process.
_SOURCES = UUID("4b5f5b0e-8c1c-5e52-9d7c-0f3d4a7a2c11")


def source_key(source: str) -> UUID:
    """Return the id of the key that a source's raw messages are sealed under."""
    return uuid5(_SOURCES, source)


async def keep_raw(tx: Tx, keyring: Keyring, envelope: Envelope) -> tuple[UUID | None, UUID]:
    """Write the raw message sealed; return the reporter's id (None when nobody is named) and the raw row's."""
    reporter = envelope.reporter
    raw_id = uuid7(tx.at)
    if reporter and (reporter.name or reporter.phone):
        subject = await _reporter(tx, keyring, reporter)
        sealed = await access.seal_for(tx, keyring, subject, envelope.raw)
        store.insert_raw(tx, raw_id, subject, sealed)
        return subject, raw_id
    subject = source_key(envelope.source)
    store.insert_raw(tx, raw_id, subject, await access.seal_for(tx, keyring, subject, envelope.raw, machine=True))
    return None, raw_id


async def _reporter(tx: Tx, keyring: Keyring, reporter: Reporter) -> UUID:
    """Return the person with this telephone number, or a new one; people without a number are never joined."""
    index = keyring.blind("phone", digits_of(reporter.phone)) if reporter.phone else None
    known = await store.reporter_of_phone(tx, index) if index else None
    if known:
        return known
    reporter_id = uuid7(tx.at)
    contact = msgspec.json.encode({"name": reporter.name, "phone": reporter.phone})
    sealed = access.seal_new(tx, keyring, reporter_id, contact)
    if await store.insert_reporter(tx, reporter_id, index, sealed):
        return reporter_id
    # Somebody else reported under this number at the same moment: that row is the person.
    found = await store.reporter_of_phone(tx, index) if index else None
    return found or reporter_id


async def erase_reporter(tx: Tx, actor: Actor, keyring: Keyring, reporter_id: UUID, *, at: datetime) -> None:
    """Erase a person: nothing they told of themselves can be opened again, and their number finds them no more."""
    actor.scope("platform.settings")  # no officer of a case decides this
    await access.erase_key(tx, keyring, reporter_id)
    store.forget_reporter(tx, reporter_id)
    access.audit(tx, actor, "events.erase_reporter", "reporter", reporter_id, at)


def digits_of(phone: str) -> str:
    """Return a number as it is compared: digits only, the country code of China left out."""
    digits = "".join(sign for sign in phone if sign.isdigit())
    return digits[2:] if digits.startswith("86") and len(digits) == 13 else digits


async def contact_of(tx: Tx, keyring: Keyring, reporter_id: UUID, sealed: bytes) -> Reporter | None:
    """Return a reporter's contact in the clear; None when the person was erased. The caller writes the trace."""
    try:
        opened = await access.unseal_for(tx, keyring, reporter_id, sealed)
    except NotFound:
        return None
    fields = msgspec.json.decode(opened, type=dict[str, str | None])
    return Reporter(name=fields.get("name"), phone=fields.get("phone"))
