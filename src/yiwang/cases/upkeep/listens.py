"""Whom the cases of machines hear."""

from functools import partial

from yiwang.cases.upkeep import following
from yiwang.events.books import Books
from yiwang.ledger.listening import Listener


def listener(books: Books) -> Listener:
    """Return what runs by a cursor, soon after an event was proven, recovered, or needs upkeep."""
    return Listener("upkeep", {kind: [] for kind in following.HEARD}, together=partial(following.follow, books))
