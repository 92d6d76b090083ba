"""Moments in SQL: a statement drawn at one moment is moved to another. Pure."""

import re
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

# No moment that anybody computes for: what is so many days before it is known by its microseconds.
DRAWN_AT = datetime(2001, 2, 3, 20, 5, 6, 654321, tzinfo=UTC)
NEAR = timedelta(microseconds=5)
HOUR = timedelta(hours=1)
_MOMENT = re.compile(r"MAKE_TIMESTAMPTZ\((\d+), (\d+), (\d+), (\d+), (\d+), ([\d.]+), 'UTC'\)")
_DAY = re.compile(r"MAKE_DATE\((\d+), (\d+), (\d+)\)")


def midnight(at: datetime, zone: ZoneInfo) -> datetime:
    """Return when the local day of a moment began."""
    return at.astimezone(zone).replace(hour=0, minute=0, second=0, microsecond=0).astimezone(UTC)


def moved(sql: str, at: datetime, zone: ZoneInfo) -> str:
    """Return a statement drawn at `DRAWN_AT` as it is at another moment."""
    sql = _MOMENT.sub(lambda found: _written(moment(_read(found), at, zone)), sql)
    return _DAY.sub(lambda found: _written_day(_day(found, at, zone)), sql)


def moment(drawn: datetime, at: datetime, zone: ZoneInfo) -> datetime:
    """Return what a moment drawn at `DRAWN_AT` is at `at`: so long before it, its local midnight, or its hour."""
    away = drawn - DRAWN_AT
    if abs(away - timedelta(seconds=round(away.total_seconds()))) <= NEAR:
        return at + away
    if drawn == midnight(DRAWN_AT, zone):
        return midnight(at, zone)
    if (drawn.minute, drawn.second, drawn.microsecond) == (0, 0, 0):
        return _hour(at) + (drawn - _hour(DRAWN_AT))
    raise ValueError(f"Nobody knows how {drawn} follows from the moment of a computation.")


def _hour(at: datetime) -> datetime:
    return at.replace(minute=0, second=0, microsecond=0)


def _read(found: re.Match[str]) -> datetime:
    *whole, seconds = found.groups()
    year, month, day, hour, minute = map(int, whole)
    return datetime(year, month, day, hour, minute, tzinfo=UTC) + timedelta(microseconds=round(float(seconds) * 1e6))


def _written(at: datetime) -> str:
    at = at.astimezone(UTC)
    seconds = f"{at.second}.{at.microsecond:06d}"
    return f"MAKE_TIMESTAMPTZ({at.year}, {at.month}, {at.day}, {at.hour}, {at.minute}, {seconds}, 'UTC')"


def _day(found: re.Match[str], at: datetime, zone: ZoneInfo) -> date:
    year, month, day = map(int, found.groups())
    return at.astimezone(zone).date() + (date(year, month, day) - DRAWN_AT.astimezone(zone).date())


def _written_day(day: date) -> str:
    return f"MAKE_DATE({day.year}, {day.month}, {day.day})"
