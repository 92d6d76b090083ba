"""The log of facts with its cursors; timers. What happened is a row here, written with the change it tells of."""

from yiwang.ledger.facts import Fact, Recorded
from yiwang.ledger.log import read, record
from yiwang.ledger.timers import Timer, cancel_timer, next_due, set_timer, tick

__all__ = ["Fact", "Recorded", "Timer", "cancel_timer", "next_due", "read", "record", "set_timer", "tick"]
