"""Over which time a sign is taken, and when a point of its history falls due. Pure.

The live value of a sign at a moment is that of the window [moment - period, moment): the last ten minutes, hour, 24
hours, 7 days or 30 days. At the end of a period, local time, it is kept as a point of the history: of `1d` that is the
day just over, of `1M` the 30 days before the first of the month.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

PERIODS: dict[str, timedelta] = {
    "10m": timedelta(minutes=10),
    "1h": timedelta(hours=1),
    "1d": timedelta(days=1),
    "1w": timedelta(days=7),
    "1M": timedelta(days=30),
}
STEP = PERIODS["10m"]


def window(period: str, at: datetime) -> tuple[datetime, datetime]:
    """Return [start, end) of a sign's value at a moment."""
    return at - PERIODS[period], at


def boundary(period: str, at: datetime, zone: ZoneInfo) -> datetime:
    """Return the last end of a period at or before a moment; weeks begin on Monday."""
    local = at.astimezone(zone)
    if period == "10m":
        found = local.replace(minute=local.minute // 10 * 10, second=0, microsecond=0)
    elif period == "1h":
        found = local.replace(minute=0, second=0, microsecond=0)
    else:
        found = local.replace(hour=0, minute=0, second=0, microsecond=0)
        if period == "1w":
            found -= timedelta(days=found.weekday())
        elif period == "1M":
            found = found.replace(day=1)
    return found.astimezone(at.tzinfo)
