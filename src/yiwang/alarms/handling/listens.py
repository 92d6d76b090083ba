"""What handling does when its timers speak."""

from collections.abc import Awaitable, Callable, Mapping

from yiwang.alarms.handling import silencing
from yiwang.db import Tx
from yiwang.ledger import Timer

TIMERS: Mapping[str, Callable[[Tx, Timer], Awaitable[None]]] = {silencing.END_TIMER: silencing.ran_out}
