"""Working days and hours: deadlines with their explanation, working time between two moments, overrides."""

from yiwang.calendar.model import SHANGHAI, UNITS, UNITS_ZH, Day, Deadline, Hours, Limit, Override, Unit, WorkCalendar

__all__ = ["SHANGHAI", "UNITS", "UNITS_ZH", "Day", "Deadline", "Hours", "Limit", "Override", "Unit", "WorkCalendar"]
