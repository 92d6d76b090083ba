"""What federation hears of cases."""

from collections.abc import Mapping, Sequence
from functools import partial

from yiwang.cases import facts
from yiwang.events.books import Books
from yiwang.federation import telling
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


def listener(books: Books) -> Listener:
    """Return what runs by a cursor, soon after: what concerns a partner is queued for it."""
    handlers: Mapping[str, Sequence[FactHandler]] = {
        facts.CaseHandedOver.TYPE: [partial(telling.handed_over, books)],
        **{fact.TYPE: [] for fact in _STEPS},
    }
    return Listener("federation", handlers, together=partial(telling.stepped, books))
