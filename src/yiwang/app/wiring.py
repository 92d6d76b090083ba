"""Who hears whom: every room's listeners and timers, in one place."""

from collections.abc import Awaitable, Callable, Mapping, Sequence

from yiwang.cases import listens as cases
from yiwang.db import Tx
from yiwang.events.books import Books
from yiwang.lake import LakeWriter
from yiwang.ledger import Recorded
from yiwang.ledger.listening import Follower, Listener
from yiwang.ledger.timers import TimerHandler

AtOnce = Mapping[type, Sequence[Callable[[Tx, Recorded], Awaitable[None]]]]
TIMERS: Mapping[str, TimerHandler] = {**cases.TIMERS}


def at_once(books: Books) -> AtOnce:
    """Return what runs in the very transaction that records a fact, over all rooms."""
    return cases.at_once(books)


def followers(lake: LakeWriter, books: Books) -> Sequence[Follower]:
    """Return what follows the log with a cursor: the lake, and the rooms' AFTER tables."""
    return [lake, Listener("cases", cases.after(books))]
