"""What the event centre does when rooms below speak."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import partial

from yiwang.access.watch import UnusualUse
from yiwang.db import Tx
from yiwang.events import watching
from yiwang.events.books import Books
from yiwang.ledger import Recorded


def after(books: Books) -> Mapping[str, Sequence[Callable[[Tx, Recorded], Awaitable[None]]]]:
    """Return what runs by a cursor, soon after: what the watch over the API found waits for a person."""
    return {UnusualUse.TYPE: [partial(watching.raise_event, books)]}
