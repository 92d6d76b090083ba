"""What federation hears of cases."""

from collections.abc import Mapping, Sequence
from functools import partial

from yiwang.cases import facts
from yiwang.command.facts import WarningEnded, WarningIssued, WarningReceived
from yiwang.db import Tx
from yiwang.events.books import Books
from yiwang.federation import notes, telling, warnings
from yiwang.ledger import Recorded
from yiwang.ledger.listening import FactHandler, Listener

_STEPS = (
    facts.CaseConfirmed,
    facts.CaseTakenOver,
    facts.CaseDispatched,
    facts.CaseReceived,
    facts.CaseReturned,
    facts.CaseHandled,
    facts.CaseChecked,
    facts.CaseClosed,
    facts.CaseVoided,
    facts.CaseRestored,
    facts.CaseRedated,
    facts.CaseReminded,
    facts.CaseOverdue,
    facts.CaseMirrored,
    facts.CaseHandoverRefused,
)


_STEP_TYPES = frozenset(fact.TYPE for fact in _STEPS)


def listener(books: Books) -> Listener:
    """Return what runs by a cursor, soon after: what concerns a partner is queued for it."""
    handlers: Mapping[str, Sequence[FactHandler]] = {
        facts.CaseHandedOver.TYPE: [partial(telling.handed_over, books)],
        facts.CaseNoted.TYPE: [],
        WarningIssued.TYPE: [partial(warnings.issued, books)],
        WarningReceived.TYPE: [warnings.received],
        WarningEnded.TYPE: [warnings.ended],
        **{fact.TYPE: [] for fact in _STEPS},
    }
    return Listener("federation", handlers, together=partial(_together, books))


async def _together(books: Books, tx: Tx, recorded: Sequence[Recorded]) -> None:
    """What is looked at in one statement for all: steps first, for they may tell the notes among them."""
    steps = [fact for fact in recorded if fact.type in _STEP_TYPES]
    noted = [fact for fact in recorded if fact.type == facts.CaseNoted.TYPE]
    if steps:
        await telling.stepped(books, tx, steps)
    if noted:
        await notes.tell(tx, noted)
