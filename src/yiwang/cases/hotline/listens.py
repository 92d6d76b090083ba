"""What the orders do when events are merged or taken apart: each stays on the case that its report belongs to."""

from collections.abc import Awaitable, Callable, Mapping, Sequence

from yiwang.cases.hotline.following import event_moved, report_parted
from yiwang.db import Tx
from yiwang.events.facts import EventMerged, EventRestored, ReportParted
from yiwang.ledger import Recorded

AT_ONCE: Mapping[type, Sequence[Callable[[Tx, Recorded], Awaitable[None]]]] = {
    EventMerged: [event_moved],
    EventRestored: [event_moved],
    ReportParted: [report_parted],
}
