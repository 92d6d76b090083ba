"""The log of facts with its cursors; timers. What happened is a row here, written with the change it tells of."""

from yiwang.ledger.facts import Fact, Recorded
from yiwang.ledger.listening import FactHandler, Follower, Listener, drain, listen, retry_stuck, run_once
from yiwang.ledger.log import read, record
from yiwang.ledger.mending import Stuck, count_stuck, list_stuck
from yiwang.ledger.timers import Timer, TimerHandler, cancel_timer, fire_due, next_due, set_timer, tick

__all__ = [
    "Fact",
    "FactHandler",
    "Follower",
    "Listener",
    "Recorded",
    "Stuck",
    "Timer",
    "TimerHandler",
    "cancel_timer",
    "count_stuck",
    "drain",
    "fire_due",
    "list_stuck",
    "listen",
    "next_due",
    "read",
    "record",
    "retry_stuck",
    "run_once",
    "set_timer",
    "tick",
]
