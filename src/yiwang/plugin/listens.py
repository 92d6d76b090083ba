"""What scenarios hear: facts about cases are put before the rules that wait for them."""

from collections.abc import Awaitable, Callable, Mapping, Sequence

from yiwang.db import Tx
from yiwang.ledger import Recorded
from yiwang.plugin import store
from yiwang.plugin.model import FACTS


async def wait(tx: Tx, recorded: Recorded) -> None:
    """Keep a fact for the rules that wait for its kind; scenarios do not act on history."""
    if recorded.origin != "live":
        return
    fact = {
        "type": recorded.type,
        "time": recorded.time.isoformat(),
        "subject": str(recorded.subject),
        "data": recorded.data,
    }
    store.queue_fact(tx, recorded.type, recorded.subject, fact)


AFTER: Mapping[str, Sequence[Callable[[Tx, Recorded], Awaitable[None]]]] = {kind: [wait] for kind in FACTS}
