"""What access does when timers speak: grants with dates begin and end."""

from collections.abc import Awaitable, Callable, Mapping

from yiwang.access import grants
from yiwang.db.tx import Tx
from yiwang.ledger import Timer

TIMERS: Mapping[str, Callable[[Tx, Timer], Awaitable[None]]] = {
    grants.BEGINS: grants.grant_begins,
    grants.ENDS: grants.grant_ends,
}
