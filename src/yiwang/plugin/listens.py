"""What scenarios hear: facts about cases are put before the rules that wait for them."""

from collections.abc import Sequence

from yiwang.db import Tx
from yiwang.ledger import Recorded
from yiwang.ledger.listening import Listener
from yiwang.plugin import store
from yiwang.plugin.model import FACTS


async def wait(tx: Tx, facts: Sequence[Recorded]) -> None:
    """Keep facts for the rules that wait for their kind; scenarios do not act on history."""
    if tx.origin == "live":
        store.queue_facts(tx, [(fact.type, fact.subject, _kept(fact)) for fact in facts])


def _kept(fact: Recorded) -> dict[str, object]:
    return {
        "type": fact.type,
        "time": fact.time.isoformat(),
        "subject": str(fact.subject),
        "data": fact.data,
    }


LISTENER = Listener("scenarios", {kind: [] for kind in FACTS}, together=wait)
