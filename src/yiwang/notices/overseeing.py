"""The outbox as administrators see it: what waits, what failed, what is uncertain; tried again or taken back."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from yiwang import access
from yiwang.access import Actor
from yiwang.base.errors import Conflict, Invalid, NotFound
from yiwang.base.paging import checked_limit, encode_cursor, moment_and_row
from yiwang.db import Tx
from yiwang.notices.kernels import PATIENCE
from yiwang.notices.model import STATES
from yiwang.notices.store import overseeing as store

PERMISSION = "platform.settings"


@dataclass(frozen=True)
class Outbox:
    """A page of rows, newest first, and how many rows are in each state that asks for a look."""

    items: list[dict[str, Any]]
    counts: dict[str, int]
    next: str | None


async def outbox(
    tx: Tx,
    actor: Actor,
    *,
    state: str | None = None,
    carrier: str | None = None,
    cursor: str | None = None,
    limit: int = 50,
) -> Outbox:
    """Return a page of what goes out by carriers beside the inbox: to whom and how, never what it says."""
    actor.scope(PERMISSION)
    if state is not None and state not in STATES:
        raise Invalid("state", f"The state is one of {', '.join(STATES)}.")
    before = moment_and_row(cursor)
    rows = await store.listed(tx, state=state, carrier=carrier, before=before, limit=checked_limit(limit))
    last = rows[-1] if len(rows) == limit else None
    following = encode_cursor(last["recorded"].isoformat(), str(last["id"])) if last else None
    return Outbox(rows, await store.counted(tx), following)


async def retry(tx: Tx, actor: Actor, row_id: UUID, *, at: datetime) -> None:
    """Let a message be tried again at once; of one that is uncertain, whoever asks takes the double on themselves."""
    actor.scope(PERMISSION)
    state = await _state(tx, row_id)
    if not await store.again(tx, row_id, tx.at + PATIENCE["normal"]):
        raise Conflict(f"A message that is {state} is not sent again.")
    access.audit(tx, actor, "outbox.retried", "outbox", row_id, at, {"was": state})


async def cancel(tx: Tx, actor: Actor, row_id: UUID, *, at: datetime) -> None:
    """Take a message back that has not gone out, or close one that failed."""
    actor.scope(PERMISSION)
    state = await _state(tx, row_id)
    if not await store.cancel(tx, row_id):
        raise Conflict(f"A message that is {state} cannot be taken back.")
    access.audit(tx, actor, "outbox.cancelled", "outbox", row_id, at, {"was": state})


async def _state(tx: Tx, row_id: UUID) -> str:
    state = await store.state_of(tx, row_id)
    if state is None:
        raise NotFound("There is no such message in the outbox.")
    return state
