"""Values of signs that no source of ours gives: their owners send them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from yiwang import access, ledger
from yiwang.access import Actor
from yiwang.base.errors import Invalid
from yiwang.base.ids import uuid7
from yiwang.db import Tx
from yiwang.signs.declaring import one_in_force
from yiwang.signs.facts import SignsSent
from yiwang.signs.model.tree import Tree
from yiwang.signs.shapes import MOST_VALUES
from yiwang.signs.store import acting as store

SEND = "signs.send"
OLDEST = timedelta(days=400)


@dataclass(frozen=True)
class Sent:
    """A value of a place for the time that ended at `at`; a share comes as `top` and `bottom`."""

    node: UUID
    at: datetime
    top: float
    bottom: float | None = None


async def send(tx: Tx, actor: Actor, code: str, values: Sequence[Sent], *, tree: Tree, at: datetime) -> int:
    """Take in values; the same place and time again replaces what was sent. Return how many."""
    scope = actor.scope(SEND)
    sign = await one_in_force(tx, code, at)
    if not sign.external:
        raise Invalid("code", f"{code} is computed from the platform's own data; nobody sends it.")
    if not 1 <= len(values) <= MOST_VALUES:
        raise Invalid("values", f"Send 1 to {MOST_VALUES} values at a time.")
    seen = set()
    for value in values:
        _check(value, tree, at, share=sign.combine == "ratio")
        if (value.node, value.at) in seen:
            raise Invalid("values", "A place is named twice for one time.")
        seen.add((value.node, value.at))
    for node in {value.node for value in values}:
        if not await access.may_see(tx, scope, node, None):
            raise Invalid("node", "There is no such place.")
    rows = [(value.node, value.at, value.top, value.bottom) for value in values]
    written = await store.push(tx, code, rows, actor.id, at)
    fact = SignsSent(uuid7(tx.at), code, written)
    access.audit(tx, actor, "signs.send", "sign", fact.batch_id, at, {"sign": code, "values": written})
    await ledger.record(tx, fact, at=at, actor=actor.id)
    return written


def _check(value: Sent, tree: Tree, at: datetime, *, share: bool) -> None:
    if value.node not in tree.position:
        raise Invalid("node", "There is no such place.")
    if not at - OLDEST <= value.at <= at + timedelta(minutes=5):
        raise Invalid("at", "A value is of a time that is over, within the last 400 days.")
    if not math.isfinite(value.top) or (value.bottom is not None and not math.isfinite(value.bottom)):
        raise Invalid("top", "A value is a finite number.")
    if share and value.bottom is None:
        raise Invalid("bottom", "This sign is a share: send what it is of as well.")
