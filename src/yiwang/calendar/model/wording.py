"""A deadline in words, Chinese and English."""

from dataclasses import dataclass, field
from datetime import date, datetime

from yiwang.calendar.model.limits import Hours, Limit


@dataclass(slots=True)
class Course:
    """How a limit ran: local start and end, when it began to count if later, what lay between."""

    limit: Limit
    start: datetime
    end: datetime
    counts_from: datetime | None = None
    hours: Hours | None = None
    rest_days: int = 0
    made_up: list[date] = field(default_factory=list)
    provisional: bool = False


def explain(course: Course) -> tuple[str, str]:
    """Return the reason of a deadline in Chinese and in English."""
    start, end = _when(course.start), _when(course.end)
    later = _when(course.counts_from) if course.counts_from else ""
    return _chinese(course, start, later, end), _english(course, start, later, end)


def _chinese(course: Course, start: str, later: str, end: str) -> str:
    parts = [f"{course.limit.zh}：自 {start} 起"]
    if course.limit.unit == "urgent_hours":
        parts.append("全天连续计时")
    if later:
        parts.append(f"不在工作时间，从 {later} 开始计时")
    if course.hours:
        parts.append(f"工作时间 {course.hours.label}")
    if course.rest_days:
        parts.append(f"其间休息 {course.rest_days} 天不计")
    if course.made_up:
        parts.append("调休上班 " + "、".join(day.isoformat() for day in course.made_up) + " 计入")
    parts.append(f"至 {end}")
    if course.provisional:
        parts.append("其中有年份放假安排尚未公布，按周末和法定节日推定（暂定）")
    return "，".join(parts) + "。"


def _english(course: Course, start: str, later: str, end: str) -> str:
    parts = [f"{course.limit.en} from {start}"]
    if course.limit.unit == "urgent_hours":
        parts.append("counted around the clock")
    if later:
        parts.append(f"outside working hours, so counted from {later}")
    if course.hours:
        parts.append(f"working hours {course.hours.label}")
    if course.rest_days:
        parts.append(f"{course.rest_days} days off between not counted")
    if course.made_up:
        parts.append("make-up working days counted: " + ", ".join(day.isoformat() for day in course.made_up))
    parts.append(f"until {end}")
    if course.provisional:
        parts.append("provisional: a year's days off are not published yet, weekends and statutory days are assumed")
    return ", ".join(parts) + "."


def _when(moment: datetime) -> str:
    return moment.isoformat(" ", "minutes")[:16]
