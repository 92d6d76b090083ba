"""What lies behind the made-up district at its first start: eight weeks of cases and attendance, a week of readings."""

from yiwang.demo.past.readings import bring_in_last, bring_in_readings
from yiwang.demo.past.sending import DAYS, bring_in

__all__ = ["DAYS", "bring_in", "bring_in_last", "bring_in_readings"]
