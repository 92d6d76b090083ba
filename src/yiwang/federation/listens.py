"""What federation hears of cases."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import partial

from yiwang.cases import facts
from yiwang.db import Tx
from yiwang.events.books import Books
from yiwang.federation import telling
from yiwang.ledger import Recorded

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


def after(books: Books) -> Mapping[str, Sequence[Callable[[Tx, Recorded], Awaitable[None]]]]:
    """Return what runs by a cursor, soon after: what concerns a partner is queued for it."""
    stepped = partial(telling.stepped, books)
    return {
        facts.CaseHandedOver.TYPE: [partial(telling.handed_over, books)],
        **{fact.TYPE: [stepped] for fact in _STEPS},
    }
