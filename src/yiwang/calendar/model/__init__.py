"""Working days, working hours and the deadlines they give. Pure: nothing here reads a clock or a database."""

from yiwang.calendar.model.days import PUBLISHED, Day, Rule
from yiwang.calendar.model.limits import UNITS, UNITS_EN, UNITS_ZH, Deadline, Hours, Limit, Override, Unit
from yiwang.calendar.model.work_calendar import SHANGHAI, WorkCalendar

__all__ = [
    "PUBLISHED",
    "SHANGHAI",
    "UNITS",
    "UNITS_EN",
    "UNITS_ZH",
    "Day",
    "Deadline",
    "Hours",
    "Limit",
    "Override",
    "Rule",
    "Unit",
    "WorkCalendar",
]
