"""The figures of a city's file by plain pandas, with nothing of the platform's own: what a replay must agree with."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

NOT_GIVEN = "(not given)"


@dataclass(frozen=True)
class Table:
    """A city's rows as pandas has them: UTC times, the unit's name."""

    opened: pd.Series
    due: pd.Series
    closed: pd.Series
    unit: pd.Series

    @property
    def last(self) -> pd.Timestamp:
        return max(self.opened.max(), self.closed.max())


def utc(column: pd.Series, form: str | None, zone: str) -> pd.Series:
    """Return local texts as UTC: an hour that comes twice is the first, one the clock leaves out moves on by it."""
    if form is None:
        return pd.to_datetime(column, format="ISO8601", errors="coerce", utc=True)
    local = pd.to_datetime(column.str.strip(), format=form, errors="coerce")
    local = local.where(local.dt.year.between(1900, 2199))  # another year is no time
    first = np.ones(len(local), dtype=bool)
    return local.dt.tz_localize(zone, ambiguous=first, nonexistent=pd.Timedelta(hours=1)).dt.tz_convert("UTC")


def table(frame: pd.DataFrame, opened: str, due: str, closed: str, unit: str, form: str | None, zone: str) -> Table:
    """Return the four columns that count; a row without a time of opening has that of the row before it."""
    return Table(
        opened=utc(frame[opened], form, zone).ffill().bfill(),
        due=utc(frame[due], form, zone),
        closed=utc(frame[closed], form, zone),
        unit=frame[unit].str.strip().replace("", None).fillna(NOT_GIVEN),
    )


def figures(rows: Table, as_of: pd.Timestamp | None = None) -> dict[str, int]:
    """Return the six counts of all rows."""
    moment = rows.last if as_of is None else as_of
    dued = rows.due.notna()
    shut = rows.closed.notna() & (rows.closed <= moment)
    late = dued & ((shut & (rows.closed > rows.due)) | (~shut & (rows.due < moment)))
    counted = {
        "reports": len(rows.unit),
        "closed": shut.sum(),
        "open": (~shut).sum(),
        "on_time": (shut & dued & (rows.closed <= rows.due)).sum(),
        "overdue": late.sum(),
        "no_due": (~dued).sum(),
    }
    return {name: int(count) for name, count in counted.items()}


def by_unit(rows: Table, as_of: pd.Timestamp | None = None) -> dict[str, dict[str, int]]:
    """Return the six counts of each unit's rows."""
    moment = rows.last if as_of is None else as_of
    found = {}
    for name in sorted(rows.unit.unique()):
        mine = rows.unit == name
        found[name] = figures(Table(rows.opened[mine], rows.due[mine], rows.closed[mine], rows.unit[mine]), moment)
    return found
