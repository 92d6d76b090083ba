"""Accepting a letter: once this returns it is on disk, sealed as it came; the same one again is the same letter."""

import hashlib

from yiwang import access
from yiwang.access import Keyring
from yiwang.base.ids import uuid7
from yiwang.db import Database
from yiwang.events.mailing import store
from yiwang.events.mailing.model import message_id


class _Known(Exception):
    """Ends the transaction of a letter that is on file."""


async def accept(database: Database, keyring: Keyring, raw: bytes, *, sender: str) -> bool:
    """Keep a letter; False when it is on file. `sender` is the envelope's: nobody else's number hides a letter."""
    try:
        async with database.tx() as tx:
            ident = uuid7(tx.at)
            sealed = access.seal_new(tx, keyring, ident, raw)
            if not await store.insert(tx, ident, index_of(raw, sender), sealed, len(raw)):
                raise _Known
    except _Known:
        return False
    return True


def index_of(raw: bytes, sender: str) -> bytes:
    """Return what a letter is known by: its Message-ID with its sender, else all of it."""
    known = message_id(raw)
    return hashlib.sha256(b"\0".join((sender.casefold().encode(errors="replace"), known or raw))).digest()
