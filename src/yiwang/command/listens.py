"""What command does when its timers speak."""

from collections.abc import Awaitable, Callable, Mapping

from yiwang.command import alerting, attending, ordering
from yiwang.command.rostering import WATCH
from yiwang.db import Tx
from yiwang.ledger import Timer

TIMERS: Mapping[str, Callable[[Tx, Timer], Awaitable[None]]] = {
    WATCH: attending.shift_not_kept,
    ordering.RECEIPT_TIMER: ordering.receipt_ran_out,
    ordering.DUE_TIMER: ordering.time_ran_out,
    alerting.ANSWER_TIMER: alerting.not_answered,
    alerting.END_TIMER: alerting.time_is_over,
}
