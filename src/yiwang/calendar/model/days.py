"""Which days are worked: the State Council's published years from `chinese-calendar`, an assumption for the others.

The assumption for a year not yet published is the law alone (全国年节及纪念日放假办法, as revised 2024-11): weekends,
thirteen statutory days, and Article 7's day off on the next working day when one of them falls on a weekend. Make-up
days 调休 cannot be foreseen; such a year is provisional 暂定 until the library knows it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Literal

from chinese_calendar import constants

Rule = Literal["china", "plain"]

# Spring Festival, Dragon Boat and Mid-Autumn as (month, day): computed with two independent lunar libraries
# (lunardate, LunarCalendar), which agree on every date; a test compares the past years with the published ones.
_LUNAR: dict[int, tuple[tuple[int, int], tuple[int, int], tuple[int, int]]] = {
    2024: ((2, 10), (6, 10), (9, 17)),
    2025: ((1, 29), (5, 31), (10, 6)),
    2026: ((2, 17), (6, 19), (9, 25)),
    2027: ((2, 6), (6, 9), (9, 15)),
    2028: ((1, 26), (5, 28), (10, 3)),
    2029: ((2, 13), (6, 16), (9, 22)),
    2030: ((2, 3), (6, 5), (9, 12)),
    2031: ((1, 23), (6, 24), (10, 1)),
    2032: ((2, 11), (6, 12), (9, 19)),
    2033: ((1, 31), (6, 1), (9, 8)),
    2034: ((2, 19), (6, 20), (9, 27)),
    2035: ((2, 8), (6, 10), (9, 16)),
    2036: ((1, 28), (5, 30), (10, 4)),
    2037: ((2, 15), (6, 18), (9, 24)),
    2038: ((2, 4), (6, 7), (9, 13)),
    2039: ((1, 24), (5, 27), (10, 2)),
    2040: ((2, 12), (6, 14), (9, 20)),
    2041: ((2, 1), (6, 3), (9, 10)),
}
_NAMES_ZH = {
    "New Year's Day": "元旦",
    "Spring Festival": "春节",
    "Tomb-sweeping Day": "清明节",
    "Labour Day": "劳动节",
    "Dragon Boat Festival": "端午节",
    "Mid-autumn Festival": "中秋节",
    "National Day": "国庆节",
    "Anti-Fascist 70th Day": "抗战胜利七十周年纪念日",
}
_HOLIDAYS: dict[date, str] = constants.holidays
_WORKDAYS: dict[date, str] = constants.workdays
# The turn of the year is in the library a year early now and then; the last holiday shows that a year is whole.
PUBLISHED = frozenset(day.year for day, name in _HOLIDAYS.items() if name == "National Day")


@dataclass(frozen=True, slots=True)
class Day:
    """One date: worked or not, and the name of the holiday (or of the one it makes up for) if any."""

    date: date
    working: bool
    name: str = ""
    made_up: bool = False
    provisional: bool = False


def year_days(rule: Rule, year: int) -> list[Day]:
    """Return every day of a year under a rule: `china` or `plain` (Monday to Friday, nothing else)."""
    days = _all_dates(year)
    if rule == "plain":
        return [Day(day, day.weekday() < 5) for day in days]
    if year in PUBLISHED:
        return [_published_day(day) for day in days]
    assumed = assumed_holidays(year)
    return [Day(day, _weekday(day) and day not in assumed, assumed.get(day, ""), provisional=True) for day in days]


def is_provisional_year(rule: Rule, year: int) -> bool:
    """Return whether a year's days off are assumed and not published."""
    return rule == "china" and year not in PUBLISHED


@cache
def assumed_holidays(year: int) -> dict[date, str]:
    """Return the days off that the law alone gives a year, with their names: statutory days and their substitutes."""
    statutory = dict(sorted(_statutory_days(year)))
    days = dict(statutory)
    for day, name in statutory.items():
        if not _weekday(day):
            substitute = day
            while not _weekday(substitute) or substitute in days:
                substitute += timedelta(days=1)
            days[substitute] = name
    return days


def _statutory_days(year: int) -> Iterator[tuple[date, str]]:
    yield date(year, 1, 1), "元旦"
    yield date(year, 4, _qingming(year)), "清明节"
    for day in (1, 2):
        yield date(year, 5, day), "劳动节"
    for day in (1, 2, 3):
        yield date(year, 10, day), "国庆节"
    if year in _LUNAR:
        spring, dragon, autumn = _LUNAR[year]
        for offset in range(-1, 3):  # from New Year's Eve 除夕 to the third day 初三
            yield date(year, *spring) + timedelta(days=offset), "春节"
        yield date(year, *dragon), "端午节"
        yield date(year, *autumn), "中秋节"


def _qingming(year: int) -> int:
    """Return the day of April of the solar term Qingming (the usual formula for 2000–2099)."""
    short = year % 100
    return int(short * 0.2422 + 4.81) - short // 4


def _published_day(day: date) -> Day:
    if day in _HOLIDAYS:
        return Day(day, False, _NAMES_ZH.get(_HOLIDAYS[day], _HOLIDAYS[day]))
    if day in _WORKDAYS:
        return Day(day, True, _NAMES_ZH.get(_WORKDAYS[day], _WORKDAYS[day]), made_up=True)
    return Day(day, _weekday(day))


def _all_dates(year: int) -> list[date]:
    first = date(year, 1, 1)
    return [first + timedelta(days=n) for n in range((date(year + 1, 1, 1) - first).days)]


def _weekday(day: date) -> bool:
    return day.weekday() < 5
