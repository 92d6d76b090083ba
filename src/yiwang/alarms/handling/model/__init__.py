"""What people do with alarms, and what is counted of it: pure types and arithmetic."""

from yiwang.alarms.handling.model.alarm import SEVERITIES, STATES, VERDICTS, Alarm
from yiwang.alarms.handling.model.precision import Tally
from yiwang.alarms.handling.model.proposing import Effect, Judged, threshold_for
from yiwang.alarms.handling.model.suppressing import INHIBITION, KINDS, Inhibition, Labels, Silence, Suppressed

__all__ = [
    "INHIBITION",
    "KINDS",
    "SEVERITIES",
    "STATES",
    "VERDICTS",
    "Alarm",
    "Effect",
    "Inhibition",
    "Judged",
    "Labels",
    "Silence",
    "Suppressed",
    "Tally",
    "threshold_for",
]
