"""Whom the events of machines hear."""

from collections.abc import Awaitable, Callable, Mapping
from functools import partial

from yiwang.db import Tx
from yiwang.events.books import Books
from yiwang.events.machines import following, waiting
from yiwang.events.machines.planning import GROUP_TIMER, Around
from yiwang.events.machines.raising import TRIAGE_TIMER
from yiwang.ledger import Timer
from yiwang.ledger.listening import Listener

TIMERS: Mapping[str, Callable[[Tx, Timer], Awaitable[None]]] = {
    GROUP_TIMER: following.group_awaited,
    TRIAGE_TIMER: waiting.ran_out,
}


def listener(books: Books) -> Listener:
    """Return what runs by a cursor, soon after an alarm was raised or ended."""
    return Listener(
        "machines", {kind: [] for kind in following.HEARD}, together=partial(following.follow, Around(books))
    )
