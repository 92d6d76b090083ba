"""What people do with alarms: acknowledge, assign, silence, announce drills, judge; precision."""

from yiwang.alarms.handling.holding import drilled, suppressed
from yiwang.alarms.handling.judging import judge, tallies
from yiwang.alarms.handling.listing import Span, of_ids, span_of
from yiwang.alarms.handling.model import VERDICTS, Alarm, Suppressed, Tally

__all__ = [
    "VERDICTS",
    "Alarm",
    "Span",
    "Suppressed",
    "Tally",
    "drilled",
    "judge",
    "of_ids",
    "span_of",
    "suppressed",
    "tallies",
]
