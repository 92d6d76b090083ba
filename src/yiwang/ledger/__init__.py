"""The log of facts with its cursors; timers. What happened is a row here, written with the change it tells of."""

from yiwang.ledger.facts import Fact, Recorded
from yiwang.ledger.listening import FactHandler, Follower, Listener, drain, listen, retry_stuck, run_once
from yiwang.ledger.log import read, record
from yiwang.ledger.timers import Timer, TimerHandler, cancel_timer, fire_due, next_due, set_timer, tick

__all__ = [
    "Fact",
    "FactHandler",
    "Follower",
    "Listener",
    "Recorded",
    "Timer",
    "TimerHandler",
    "cancel_timer",
    "drain",
    "fire_due",
    "listen",
    "next_due",
    "read",
    "record",
    "retry_stuck",
    "run_once",
    "set_timer",
    "tick",
]
