"""When a limit ends, and why."""

import time
from datetime import UTC, date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yiwang.base.errors import Invalid
from yiwang.calendar import Hours, Limit, Override, WorkCalendar

SHANGHAI = ZoneInfo("Asia/Shanghai")
CALENDAR = WorkCalendar()


def local(text: str, zone: ZoneInfo = SHANGHAI) -> datetime:
    return datetime.strptime(text, "%Y-%m-%d %H:%M").replace(tzinfo=zone)


def due(start: str, value: float, unit, calendar: WorkCalendar = CALENDAR, **named) -> str:
    found = calendar.deadline(local(start, calendar.zone), Limit(value, unit), **named)
    assert found.at.tzinfo is UTC
    return found.at.astimezone(calendar.zone).strftime("%Y-%m-%d %H:%M")


@pytest.mark.parametrize(
    ("start", "value", "unit", "end"),
    [
        # 紧急工作时: round the clock
        ("2026-02-16 23:30", 2, "urgent_hours", "2026-02-17 01:30"),
        # 自然日: the same clock time
        ("2026-02-14 18:20", 3, "natural_days", "2026-02-17 18:20"),
        # 工作时 within a day, filling it to its end, over the night, over a weekend
        ("2026-11-16 10:00", 4, "working_hours", "2026-11-16 14:00"),
        ("2026-11-16 13:00", 4, "working_hours", "2026-11-16 17:00"),
        ("2026-11-16 16:00", 4, "working_hours", "2026-11-17 12:00"),
        ("2026-11-20 16:00", 2, "working_hours", "2026-11-23 10:00"),
        ("2026-11-16 09:00", 0.5, "working_hours", "2026-11-16 09:30"),
        # outside hours: from the next opening; the close itself is outside
        ("2026-11-16 07:00", 4, "working_hours", "2026-11-16 13:00"),
        ("2026-11-16 17:00", 1, "working_hours", "2026-11-17 10:00"),
        ("2026-11-21 12:00", 8, "working_hours", "2026-11-23 17:00"),
        # 工作日: the same clock time, over a weekend
        ("2026-11-19 16:00", 2, "working_days", "2026-11-23 16:00"),
        ("2026-11-16 09:00", 1, "working_days", "2026-11-17 09:00"),
        # started out of hours: from the next opening
        ("2026-11-20 18:00", 1, "working_days", "2026-11-24 09:00"),
        ("2026-11-20 17:00", 1, "working_days", "2026-11-24 09:00"),
        # 调休 and Spring Festival 2026: off 15 to 23 February, worked on Saturdays 14 and 28
        ("2026-02-13 16:00", 1, "working_days", "2026-02-14 16:00"),
        ("2026-02-13 16:00", 2, "working_days", "2026-02-24 16:00"),
        ("2026-02-14 16:00", 2, "working_hours", "2026-02-24 10:00"),
        ("2026-02-18 10:00", 5, "working_days", "2026-03-02 09:00"),
        # National Day 2026: off 1 to 7 October, worked on Sunday 20 September and Saturday 10 October
        ("2026-09-30 11:11", 1, "working_days", "2026-10-08 11:11"),
        ("2026-10-09 15:00", 1, "working_days", "2026-10-10 15:00"),
        ("2026-09-18 16:30", 1, "working_hours", "2026-09-20 09:30"),
        # over the year's end into a year that is not published
        ("2026-12-31 16:00", 2, "working_hours", "2027-01-04 10:00"),
    ],
)
def test_a_limit_ends(start: str, value: float, unit, end: str) -> None:
    assert due(start, value, unit) == end


@pytest.mark.parametrize(
    ("start", "value", "unit", "provisional"),
    [
        ("2026-12-30 10:00", 1, "working_days", False),
        ("2026-12-31 10:00", 1, "working_days", True),
        ("2026-12-31 10:00", 48, "urgent_hours", False),
        ("2026-12-31 10:00", 9, "natural_days", False),
        ("2027-03-01 10:00", 4, "working_hours", True),
    ],
)
def test_a_deadline_that_rests_on_an_unpublished_year_is_provisional(start, value, unit, provisional) -> None:
    found = CALENDAR.deadline(local(start), Limit(value, unit))
    assert found.provisional is provisional
    assert ("暂定" in found.explanation_zh) is provisional
    assert ("provisional" in found.explanation_en) is provisional


def test_the_explanation_tells_what_was_counted() -> None:
    found = CALENDAR.deadline(local("2026-02-13 16:00"), Limit(2, "working_days"))
    assert found.explanation_zh == (
        "2 工作日：自 2026-02-13 16:00 起，工作时间 09:00–17:00，其间休息 9 天不计，调休上班 2026-02-14 计入，"
        "至 2026-02-24 16:00。"
    )
    late = CALENDAR.deadline(local("2026-11-16 20:00"), Limit(1, "working_hours"))
    assert "从 2026-11-17 09:00 开始计时" in late.explanation_zh
    assert "counted from 2026-11-17 09:00" in late.explanation_en
    assert late.explanation_en.startswith("1 working hour from")


def test_an_organisation_s_hours_and_overrides_count_for_it_alone() -> None:
    own = UUID(int=5)
    calendar = WorkCalendar(
        hours_of={own: Hours(8 * 60, 20 * 60)},
        overrides=[Override(date(2026, 11, 17), True, Hours(8 * 60, 10 * 60), "半天", own)],
    )
    assert due("2026-11-16 16:00", 4, "working_hours", calendar) == "2026-11-17 12:00"
    assert due("2026-11-16 16:00", 4, "working_hours", calendar, organisation=own) == "2026-11-16 20:00"
    assert due("2026-11-16 19:00", 4, "working_hours", calendar, organisation=own) == "2026-11-18 09:00"
    # The clock time is kept within the hours of a shorter day.
    assert due("2026-11-16 15:00", 1, "working_days", calendar, organisation=own) == "2026-11-17 10:00"


def test_hours_of_every_day_know_no_weekend() -> None:
    hours = Hours(9 * 60, 17 * 60, every_day=True)
    assert due("2026-11-20 16:30", 1, "working_hours", hours=hours) == "2026-11-21 09:30"
    around = Hours(0, 1440, every_day=True)
    assert due("2026-11-20 23:50", 0.5, "working_hours", hours=around) == "2026-11-21 00:20"
    assert not CALENDAR.deadline(local("2027-01-02 10:00"), Limit(1, "working_hours"), hours=hours).provisional


def test_another_zone_keeps_its_clock_over_the_change_of_time() -> None:
    boston = WorkCalendar(rule="plain", zone="America/New_York")
    assert due("2011-11-04 16:00", 2, "working_hours", boston) == "2011-11-07 10:00"
    assert due("2011-03-12 10:00", 1, "natural_days", boston) == "2011-03-13 10:00"
    found = boston.deadline(local("2011-03-12 10:00", boston.zone), Limit(1, "natural_days"))
    assert found.at - local("2011-03-12 10:00", boston.zone) == timedelta(hours=23)


@pytest.mark.parametrize(("value", "unit"), [(0, "working_days"), (-1, "urgent_hours"), (1.5, "working_days")])
def test_a_limit_that_makes_no_sense_is_refused(value, unit) -> None:
    with pytest.raises(Invalid):
        Limit(value, unit)
    with pytest.raises(Invalid):
        Hours(600, 600)


def test_beyond_the_calendar_s_reach_it_refuses() -> None:
    with pytest.raises(Invalid, match="reaches"):
        CALENDAR.deadline(datetime(2100, 12, 31, tzinfo=UTC), Limit(400, "working_days"))


MOMENTS = st.datetimes(datetime(2024, 1, 1), datetime(2028, 1, 1)).map(lambda moment: moment.replace(tzinfo=SHANGHAI))


@settings(max_examples=200, deadline=None)
@given(MOMENTS, st.integers(1, 400))
def test_the_working_time_up_to_a_deadline_is_the_limit(start: datetime, quarters: int) -> None:
    end = CALENDAR.deadline(start, Limit(quarters / 4, "working_hours")).at
    assert abs(CALENDAR.working_seconds(start, end) - quarters * 900) < 1e-3


@settings(max_examples=200, deadline=None)
@given(MOMENTS, st.integers(1, 60))
def test_working_days_agree_with_counting_one_by_one(start: datetime, days: int) -> None:
    opened = CALENDAR.next_open(start).astimezone(SHANGHAI)
    day = opened.date()
    for _ in range(days):
        day += timedelta(days=1)
        while not CALENDAR.is_working_day(day):
            day += timedelta(days=1)
    expected = datetime.combine(day, opened.timetz())
    assert abs(CALENDAR.deadline(start, Limit(days, "working_days")).at - expected) < timedelta(milliseconds=1)


def test_working_time_between_two_moments() -> None:
    def hours(start: str, end: str) -> float:
        return CALENDAR.working_seconds(local(start), local(end)) / 3600

    assert hours("2026-11-16 10:00", "2026-11-16 12:30") == 2.5
    assert hours("2026-11-16 16:00", "2026-11-17 10:00") == 2
    assert hours("2026-11-20 18:00", "2026-11-23 09:00") == 0
    assert hours("2026-11-17 10:00", "2026-11-16 10:00") == 0
    assert hours("2026-02-13 16:00", "2026-02-24 10:00") == 1 + 8 + 1
    assert hours("2011-07-01 09:00", "2011-07-04 17:00") == 16


def test_a_deadline_takes_less_than_twenty_microseconds() -> None:
    start, limit = local("2026-11-16 10:03"), Limit(2, "working_days")
    CALENDAR.deadline(start, limit)

    def one_run() -> float:
        begun = time.process_time()
        for _ in range(500):
            CALENDAR.deadline(start, limit)
        return (time.process_time() - begun) / 500

    assert min(one_run() for _ in range(30)) < 20e-6
