"""Deadlines, reminders and escalations are rows; `tick(at)` fires what is due. Nothing else watches the clock."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from yiwang.db.database import Database
from yiwang.db.tx import Origin, Tx
from yiwang.ledger import store


@dataclass(frozen=True)
class Timer:
    """A moment at which something is to be looked at again: one per (kind, subject)."""

    kind: str
    subject: UUID
    due: datetime
    data: dict[str, Any]


TimerHandler = Callable[[Tx, Timer], Awaitable[None]]


def set_timer(tx: Tx, kind: str, subject: UUID, due: datetime, data: dict[str, Any] | None = None) -> None:
    """Set, or set anew, the timer of this kind for this subject. History sets none: its deadlines are past."""
    if tx.origin != "history":
        store.upsert_timer(tx, kind, subject, due, data or {})


def cancel_timer(tx: Tx, subject: UUID, *kinds: str) -> None:
    """Take back the timers of these kinds; none there is fine."""
    store.delete_timers(tx, subject, kinds)


async def tick(
    database: Database, at: datetime, handlers: Mapping[str, TimerHandler], *, origin: Origin = "live"
) -> int:
    """Fire every timer of this origin due by `at`, earliest first, each in a transaction of its own; return how many.

    A replay's timers are its own: the present does not fire them, whatever year they are due in.
    A handler is told the time the timer was due, not `at`, so a late tick writes the same history as a prompt one.
    A kill between two timers loses none: the row goes with the handler's own changes.
    """
    fired = 0
    while True:
        async with database.tx(origin=origin) as tx:
            if not await _fire_next(tx, at, handlers):
                return fired
        fired += 1


async def fire_due(tx: Tx, at: datetime, handlers: Mapping[str, TimerHandler]) -> int:
    """Fire every timer of the transaction's origin due by `at`, all in this transaction; return how many."""
    fired = 0
    while await _fire_next(tx, at, handlers):
        fired += 1
    return fired


async def _fire_next(tx: Tx, at: datetime, handlers: Mapping[str, TimerHandler]) -> bool:
    row = await store.take_due_timer(tx, at, tuple(handlers))
    if row is None:
        return False
    timer = Timer(**row)
    await handlers[timer.kind](tx, timer)
    return True


async def next_due(tx: Tx) -> datetime | None:
    """Return when the earliest timer is due, None when there is none."""
    return await store.earliest_timer(tx)
