"""Writing facts into the log and reading them back in an order that never skips a late commit."""

from collections.abc import Hashable, Sequence
from dataclasses import fields
from datetime import datetime
from functools import cache
from typing import cast
from uuid import UUID

import msgspec

from yiwang.base.ids import uuid7
from yiwang.db.tx import Tx
from yiwang.ledger import store
from yiwang.ledger.facts import Fact, Recorded


async def record(
    tx: Tx,
    fact: Fact,
    *,
    at: datetime,
    actor: UUID | None = None,
    cause: UUID | None = None,
    drill: bool = False,
    about: object = None,
) -> Recorded:
    """Write a fact with the change it tells of; the AT_ONCE listeners of its type run in this transaction.

    `at` is when it happened, which a replay or an import sets to its own past; the moment of recording is the
    transaction's. `about` is handed to the AT_ONCE listeners as it is and not stored.
    """
    subject: UUID = getattr(fact, _first_field(cast("Hashable", type(fact))))
    row = Recorded(
        id=uuid7(tx.at),
        type=fact.TYPE,
        version=fact.VERSION,
        subject=subject,
        platform=tx.platform,
        actor=actor,
        cause=cause,
        time=at,
        recorded=tx.at,
        origin=tx.origin,
        drill=drill,
        data=fact,
        about=about,
    )
    store.insert_fact(tx, row, msgspec.json.encode(fact).decode())
    tx.recorded += 1
    for listener in tx.at_once.get(type(fact), ()):
        await listener(tx, row)
    return row


async def read(
    tx: Tx, after: tuple[int, int] = (0, 0), *, types: Sequence[str] | None = None, limit: int = 1000
) -> list[Recorded]:
    """Return up to `limit` facts after the position (transaction id, sequence), oldest first.

    Facts of transactions that could still be overtaken by an older running one are held back, so a position
    once passed never gains a fact.
    """
    return await store.facts_after(tx, after, types, limit)


@cache
def _first_field(kind: Hashable) -> str:
    return fields(cast("type[Fact]", kind))[0].name
