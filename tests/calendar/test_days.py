"""Which days are worked."""

from datetime import date

import pytest

from yiwang.calendar import Override, WorkCalendar
from yiwang.calendar.model import PUBLISHED
from yiwang.calendar.model.days import assumed_holidays, year_days

CHINA = WorkCalendar()


@pytest.mark.parametrize(
    ("day", "working"),
    [
        (date(2026, 2, 14), True),  # Saturday made up before Spring Festival
        (date(2026, 2, 16), False),
        (date(2026, 2, 23), False),
        (date(2026, 2, 24), True),
        (date(2026, 2, 28), True),  # Saturday made up after it
        (date(2026, 10, 7), False),
        (date(2026, 10, 10), True),
        (date(2026, 11, 15), False),
        (date(2011, 10, 8), True),
    ],
)
def test_a_published_year_follows_the_state_council(day: date, working: bool) -> None:
    assert CHINA.is_working_day(day) is working
    assert not CHINA.day(day).provisional


def test_an_unpublished_year_has_the_statutory_days_and_says_that_it_is_assumed() -> None:
    assert 2027 not in PUBLISHED
    off = {day.date: day.name for day in CHINA.year(2027) if not day.working and day.date.weekday() < 5}
    assert off == {
        date(2027, 1, 1): "元旦",
        date(2027, 2, 5): "春节",
        date(2027, 2, 8): "春节",
        date(2027, 2, 9): "春节",  # for the two statutory days that fall on the weekend of the 6th and 7th
        date(2027, 2, 10): "春节",
        date(2027, 4, 5): "清明节",
        date(2027, 5, 3): "劳动节",
        date(2027, 5, 4): "劳动节",
        date(2027, 6, 9): "端午节",
        date(2027, 9, 15): "中秋节",
        date(2027, 10, 1): "国庆节",
        date(2027, 10, 4): "国庆节",
        date(2027, 10, 5): "国庆节",
    }
    assert all(day.provisional for day in CHINA.year(2027))


@pytest.mark.parametrize("year", [2025, 2026])
def test_the_assumption_names_days_that_the_published_year_has_off_too(year: int) -> None:
    # Substitutes are left out: where they go is what the yearly notice decides.
    published = {day.date for day in year_days("china", year) if not day.working}
    missing = [day for day in assumed_holidays(year) if day not in published]
    assert missing == []


def test_the_assumption_comes_to_as_many_working_days_as_the_law_leaves() -> None:
    for year in (2025, 2026):
        assumed = sum(day.weekday() < 5 for day in assumed_holidays(year))
        published = sum(d.date.weekday() < 5 and not d.working for d in year_days("china", year))
        made_up = sum(d.made_up for d in year_days("china", year))
        assert assumed == published - made_up


def test_a_plain_calendar_knows_only_weekends() -> None:
    plain = WorkCalendar(rule="plain", zone="America/New_York")
    assert plain.is_working_day(date(2011, 7, 4))
    assert not plain.is_working_day(date(2011, 7, 3))
    assert not plain.day(date(2040, 7, 3)).provisional


def test_an_organisation_s_own_override_goes_before_everybody_s() -> None:
    from uuid import UUID

    own = UUID(int=7)
    calendar = WorkCalendar(
        overrides=[
            Override(date(2026, 11, 17), False, reason="停电"),
            Override(date(2026, 11, 17), True, reason="照常", organisation=own),
            Override(date(2027, 2, 20), True, reason="值班"),
        ]
    )
    assert not calendar.is_working_day(date(2026, 11, 17))
    assert calendar.is_working_day(date(2026, 11, 17), organisation=own)
    assert not calendar.is_working_day(date(2026, 11, 17), organisation=UUID(int=8))
    decided = calendar.day(date(2027, 2, 20))
    assert (decided.working, decided.made_up, decided.provisional, decided.name) == (True, True, False, "值班")
