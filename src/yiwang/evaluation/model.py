"""What a period, a figure's value and a grade are. Pure."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Literal
from uuid import UUID

from yiwang.base.errors import Invalid

GroupBy = Literal["jurisdiction", "unit", "post", "matter"]
INSTANT = timedelta(microseconds=1)


def utc(moment: datetime) -> datetime:
    """Return the moment in UTC: DuckDB knows no zones by their offset."""
    try:
        return moment.astimezone(UTC)
    except OverflowError:
        raise Invalid("from", "This moment lies outside the years 1 to 9999.") from None


@dataclass(frozen=True)
class Period:
    """[start, end) as it was known at `as_of`: what lies behind `as_of` has not happened yet, nor fallen due."""

    start: datetime
    end: datetime
    as_of: datetime

    def __post_init__(self) -> None:
        if self.end <= self.start:
            raise Invalid("to", "The period ends after it begins.")

    @property
    def until(self) -> datetime:
        """Where the period ends for now; the moment `as_of` itself is still in it."""
        return max(self.start, min(self.end, self.as_of + INSTANT))


@dataclass(frozen=True)
class Column:
    """A figure as a table's heading names it."""

    code: str
    label_zh: str
    label_en: str
    unit: str


@dataclass(frozen=True)
class Row:
    """The figures of one group. A value is None where there is nothing to divide by: shown as "—", never as 0 or 100.

    `parts` are numerator and denominator; a count has no denominator.
    """

    id: str | None
    name: str
    values: dict[str, float | None]
    parts: dict[str, tuple[float, float | None]]
    grade: str | None


@dataclass(frozen=True)
class Figures:
    """A table of figures with the moment up to which it knows."""

    as_of: datetime
    columns: list[Column]
    total: Row
    rows: list[Row]


@dataclass(frozen=True)
class Behind:
    """A case, or an event without one, behind a figure; `counted` = in the numerator."""

    event_id: UUID | None
    case_id: UUID | None
    number: str | None
    matter_code: str | None
    jurisdiction_id: UUID | None
    unit_id: UUID | None
    reported_at: datetime | None
    filed_at: datetime | None
    due_at: datetime | None
    closed_at: datetime | None
    counted: bool


@dataclass(frozen=True)
class Group:
    """How rows are put together: by a column of the wide table, or by what a column's ids belong to.

    `members` maps an id of the column to the group it counts for; None = each id is its own group.
    """

    column: str
    members: dict[str, str] | None = None
    names: dict[str, str] | None = None

    def name(self, key: str | None) -> str:
        """Return what a group is called."""
        return "合计" if key is None else (self.names or {}).get(key, key)


GROUP_COLUMNS: dict[GroupBy, str] = {
    "jurisdiction": "jurisdiction_id",
    "unit": "unit_id",
    "post": "post_id",
    "matter": "matter_code",
}


def grade_of(score: float | None) -> str | None:
    """Return the grade of a composite figure out of 100: A from 90, B from 75, C from 60, else D."""
    if score is None:
        return None
    return next((grade for grade, least in (("A", 90.0), ("B", 75.0), ("C", 60.0)) if score >= least), "D")


def quotient(numerator: Any, denominator: Any, scale: float) -> float | None:
    """Return `scale` × numerator ÷ denominator, None where there is nothing to divide by."""
    return scale * float(numerator or 0) / float(denominator) if denominator else None
