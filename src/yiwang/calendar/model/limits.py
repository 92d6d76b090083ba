"""A time limit, the hours it counts in and the deadline it leads to."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Literal
from uuid import UUID

from yiwang.base.errors import Invalid

Unit = Literal["urgent_hours", "working_hours", "working_days", "natural_days"]
UNITS: tuple[Unit, ...] = ("urgent_hours", "working_hours", "working_days", "natural_days")
UNITS_ZH: dict[Unit, str] = {
    "urgent_hours": "紧急工作时",
    "working_hours": "工作时",
    "working_days": "工作日",
    "natural_days": "自然日",
}
UNITS_EN: dict[Unit, str] = {
    "urgent_hours": "urgent hours",
    "working_hours": "working hours",
    "working_days": "working days",
    "natural_days": "natural days",
}
_DAYS = ("working_days", "natural_days")


@dataclass(frozen=True, slots=True)
class Limit:
    """How long something may take. Hours may be fractions (0.5 = 30 minutes), days are whole."""

    value: float
    unit: Unit

    def __post_init__(self) -> None:
        if self.unit not in UNITS:
            raise Invalid("unit", f"A limit counts in one of {', '.join(UNITS)}.")
        if not 0 < self.value <= 10_000:
            raise Invalid("value", "A limit is more than 0 and at most 10000.")
        if self.unit in _DAYS and self.value != int(self.value):
            raise Invalid("value", "A limit in days is a whole number; use hours for parts of a day.")

    @property
    def zh(self) -> str:
        return f"{self.value:g} {UNITS_ZH[self.unit]}"

    @property
    def en(self) -> str:
        unit = UNITS_EN[self.unit]
        return f"{self.value:g} {unit[:-1] if self.value == 1 else unit}"


@dataclass(frozen=True, slots=True)
class Hours:
    """Working hours as minutes after local midnight; `every_day` ignores weekends, holidays and overrides."""

    opens: int = 9 * 60
    closes: int = 17 * 60
    every_day: bool = False

    def __post_init__(self) -> None:
        if not 0 <= self.opens < self.closes <= 24 * 60:
            raise Invalid("hours", "Working hours open before they close, within one day.")

    @property
    def label(self) -> str:
        return _label(self.opens, self.closes)


@dataclass(frozen=True, slots=True)
class Override:
    """One date that is other than the calendar says, for one organisation or (None) for all."""

    date: date
    working: bool
    hours: Hours | None = None
    reason: str = ""
    organisation: UUID | None = None


@dataclass(frozen=True, slots=True)
class Deadline:
    """When a limit ends (UTC), why, and whether an unpublished year 暂定 had a part in it."""

    at: datetime
    explanation_zh: str
    explanation_en: str
    provisional: bool = False


@cache
def _label(opens: int, closes: int) -> str:
    return f"{opens // 60:02d}:{opens % 60:02d}–{closes // 60:02d}:{closes % 60:02d}"
