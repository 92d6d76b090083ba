"""Working days and hours: deadlines with their explanation, working time between two moments, overrides."""

from yiwang.calendar.facts import CalendarOverridden, HoursChanged, YearsPublished
from yiwang.calendar.loading import kept, load
from yiwang.calendar.model import SHANGHAI, UNITS, UNITS_ZH, Day, Deadline, Hours, Limit, Override, Unit, WorkCalendar
from yiwang.calendar.overriding import note_published, override, recompute_needed, restore, set_hours

__all__ = [
    "SHANGHAI",
    "UNITS",
    "UNITS_ZH",
    "CalendarOverridden",
    "Day",
    "Deadline",
    "Hours",
    "HoursChanged",
    "Limit",
    "Override",
    "Unit",
    "WorkCalendar",
    "YearsPublished",
    "kept",
    "load",
    "note_published",
    "override",
    "recompute_needed",
    "restore",
    "set_hours",
]
