"""Conditions of alarm rules and the hours they hold in: data, checked when it is read."""

import re
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

Severity = Literal["blue", "yellow", "orange", "red"]
Level = Literal["above", "below"]
Rate = Literal["rise", "fall", "change"]
Deviation = Literal["unusual", "unusually_high", "unusually_low"]
ConditionKind = Literal[Level, Rate, Deviation, "stuck", "silent"]

LEVELS = {"above": 1, "below": -1}
RATES = {"rise": 1, "fall": -1, "change": 0}
DEVIATIONS = {"unusually_high": 1, "unusually_low": -1, "unusual": 0}

Code = Annotated[str, Field(pattern=r"^[A-Za-z0-9_.-]{1,64}$")]
Seconds = Annotated[float, Field(ge=0, le=366 * 86_400)]
_CLOCK = re.compile(r"^([01]\d|2[0-3]):([0-5]\d)$|^24:00$")


class Declared(BaseModel):
    """A piece of a declaration: nothing unknown in it, no infinity, never changed."""

    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)


class Window(Declared):
    """Hours of some days (1 = Monday … 7), in the platform's zone; over midnight where `end` is not after `start`."""

    days: tuple[Annotated[int, Field(ge=1, le=7)], ...] = (1, 2, 3, 4, 5, 6, 7)
    start: str = "00:00"
    end: str = "24:00"

    @model_validator(mode="after")
    def _clock(self) -> Self:
        for name in ("start", "end"):
            if not _CLOCK.match(getattr(self, name)):
                raise ValueError(f"{name} has to be a time such as 22:00")
        if self.start == "24:00":
            raise ValueError("start has to be before 24:00")
        return self

    def minutes(self) -> tuple[int, int]:
        """Return the first minute of the day and how many follow."""
        first, last = (int(text[:2]) * 60 + int(text[3:]) for text in (self.start, self.end))
        return first, last - first if last > first else last + 1440 - first


class Schedule(Declared):
    """When a condition may raise: any of its windows."""

    code: Code
    windows: tuple[Window, ...] = Field(min_length=1)


class Condition(Declared):
    """When an alarm is raised and cleared.

    `bound`, `clear` and `floor` are in the metric's unit; for rates in its unit per second; of the unusual ones `bound`
    and `clear` are standard deviations. A stuck value stays within `bound` of itself for `for_s`.
    """

    code: Code
    kind: ConditionKind
    severity: Severity
    bound: float | None = None
    clear: float | None = None
    inclusive: bool = True
    clear_inclusive: bool = False
    floor: float | None = Field(None, gt=0)
    warm: int = Field(30, ge=1, le=1_000_000)
    seasonal: bool = False
    count: int = Field(1, ge=1, le=1_000_000)
    for_s: Seconds = 0
    clear_count: int = Field(1, ge=1, le=1_000_000)
    clear_for_s: Seconds = 0
    gap_s: Seconds | None = None
    latch: bool = False
    schedule: Code | None = None

    @model_validator(mode="after")
    def _whole(self) -> Self:
        for complaint in (self._bounds(), self._needs()):
            if complaint:
                raise ValueError(complaint)
        return self

    def _bounds(self) -> str:
        if self.kind == "silent":
            return "silence has no bound and no clear" if self.bound is not None or self.clear is not None else ""
        if self.bound is None:
            return f"{self.kind} needs a bound"
        if self.kind == "stuck":
            return (
                "a stuck value clears when it moves: leave clear out" if self.clear is not None else self._positive(0)
            )
        if self.clear is not None and self._sign() * (self.bound - self.clear) < 0:
            return f"clear ({self.clear:g}) lies beyond the bound ({self.bound:g}): the alarm would never stand"
        return "" if self.kind in LEVELS else self._positive(1e-12)

    def _positive(self, least: float) -> str:
        named = {"bound": self.bound, "clear": 0.0 if self.clear is None else self.clear}
        low = [name for name, value in named.items() if value is not None and value < (least if name == "bound" else 0)]
        return (
            f"{low[0]} of {self.kind} may not be below zero, nor the bound of a rate or deviation zero" if low else ""
        )

    def _needs(self) -> str:
        if self.kind in ("silent", "stuck") and self.for_s <= 0:
            return f"{self.kind} needs for_s: how long it may last"
        if self.kind == "silent" and (self.count, self.clear_count, self.clear_for_s) != (1, 1, 0):
            return "silence is counted in time alone: leave the counts and clear_for_s out"
        if self.kind == "silent" and (self.schedule or self.gap_s is not None):
            return "silence has neither a schedule nor a gap"
        if self.kind in DEVIATIONS and self.floor is None:
            return f"{self.kind} needs a floor: the smallest deviation that matters, in the metric's unit"
        if self.kind not in DEVIATIONS and (self.floor is not None or self.seasonal):
            return "floor and seasonal belong to the unusual kinds"
        return ""

    def _sign(self) -> int:
        return LEVELS.get(self.kind, 1)
