"""Rules tried over the history before they are switched on: what they would have raised."""

from yiwang.alarms.store.trials import Trial
from yiwang.alarms.trying.asking import ask, cancel, trial, trials
from yiwang.alarms.trying.running import try_rules, work

__all__ = ["Trial", "ask", "cancel", "trial", "trials", "try_rules", "work"]
