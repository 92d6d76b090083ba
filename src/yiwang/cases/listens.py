"""What the cases do when events and timers speak."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import partial

from yiwang.calendar import CalendarOverridden, HoursChanged, YearsPublished
from yiwang.cases.clocks import escalating, recomputing, telling
from yiwang.cases.facts import CaseDispatched
from yiwang.cases.steps import filing, joining, moving
from yiwang.cases.steps.stepping import RECEIPT, TOTAL
from yiwang.db import Tx
from yiwang.events.books import Books
from yiwang.events.facts import EventAdmitted, EventMerged, EventMoved, EventRestored, ReportMerged, ReportParted
from yiwang.ledger import Recorded, Timer
from yiwang.ledger.listening import FactHandler, Listener

TIMERS: Mapping[str, Callable[[Tx, Timer], Awaitable[None]]] = {
    RECEIPT: escalating.receipt_ran_out,
    TOTAL: escalating.time_ran_out,
}


def listener(books: Books) -> Listener:
    """Return what runs by a cursor, soon after: who is to act is told, due times follow the calendar."""
    redate = partial(recomputing.calendar_changed, books)
    handlers: Mapping[str, Sequence[FactHandler]] = {
        CaseDispatched.TYPE: [],
        YearsPublished.TYPE: [redate],
        CalendarOverridden.TYPE: [redate],
        HoursChanged.TYPE: [redate],
    }
    return Listener("cases", handlers, together=telling.tell_units)


def at_once(books: Books) -> Mapping[type, Sequence[Callable[[Tx, Recorded], Awaitable[None]]]]:
    """Return what runs in the very transaction that records the fact."""
    return {
        EventAdmitted: [partial(filing.consider, books)],
        ReportMerged: [joining.report_joined],
        ReportParted: [joining.report_parted],
        EventMerged: [joining.event_merged],
        EventMoved: [moving.event_moved],
        EventRestored: [joining.event_restored],
    }
