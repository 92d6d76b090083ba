"""Keeping what was refused, sealed, and forgetting it in time."""

import hashlib
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from yiwang.base.errors import Refusal
from yiwang.base.ids import uuid7
from yiwang.db import Database, Tx
from yiwang.events import keeping
from yiwang.events.books import Books
from yiwang.events.channels import store
from yiwang.events.model import Envelope

SETTLED_KEPT = timedelta(days=90)  # after it was taken in again or set aside
KEPT = timedelta(days=365)  # when nobody did either
_SAME_FOR = timedelta(days=7)  # a sender that tries again and again makes one row


@dataclass(frozen=True)
class RefusedMessage:
    """A refused message: `channel` is under which it is listed, `envelope` whose source and raw text it has."""

    channel: str
    form: str
    envelope: Envelope


async def keep_refused(database: Database, message: RefusedMessage, refusal: Refusal, books: Books) -> UUID:
    """Keep a refused message sealed, in a transaction of its own; the same one again is counted."""
    envelope = message.envelope
    digest = hashlib.sha256(envelope.raw).digest()
    async with database.tx() as tx:
        same = await store.same_refused(tx, envelope.source, digest, tx.at - _SAME_FOR)
        if same:
            return same
        _, raw_id = await keeping.keep_raw(tx, books.keyring, envelope)
        refused_id = uuid7(tx.at)
        row = {
            "id": refused_id,
            "channel": message.channel,
            "source": envelope.source,
            "form": message.form,
            "raw_id": raw_id,
            "digest": digest,
            "status": refusal.status,
            "detail": refusal.detail[:1000],
            "faults": [{"target": "", **fault} for fault in refusal.members.get("errors", [])],
            "next_door": refusal.members.get("next_door"),
            "received": tx.at,
        }
        store.insert_refused(tx, row)
        return refused_id


async def forget_refused(tx: Tx) -> int:
    """Forget, with its raw message, what was settled 90 days ago or has waited for a year; an errand calls it."""
    return await store.forget_refused(tx, tx.at - SETTLED_KEPT, tx.at - KEPT)
