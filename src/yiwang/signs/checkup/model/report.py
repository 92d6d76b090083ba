"""The check-up as it is kept, shown and printed. Pure."""

from __future__ import annotations

from datetime import datetime
from typing import Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict

Way = Literal["better", "worse", "same", "unknown"]


class Part(BaseModel):
    model_config = ConfigDict(frozen=True, from_attributes=True)


class Contribution(Part):
    """A place below that moved the figure: by how much, and its share of the whole change in percent."""

    node: UUID
    name: str
    change: float
    share: float | None


class Change(Part):
    """A sign in this span beside the one before. `change` in the sign's unit; `percent` of what it was."""

    code: str
    name_zh: str
    name_en: str
    dimension: str
    unit: str
    value: float | None
    before: float | None
    change: float | None
    percent: float | None
    level: int
    level_before: int
    way: Way
    why: str
    todo: str
    contributions: list[Contribution]
    points: list[float | None]


class Scored(Part):
    """A composite score in this span and the one before, with its points."""

    code: str
    kind: str
    name_zh: str
    name_en: str
    value: float | None
    before: float | None
    points: list[float | None]


class PlaceRank(Part):
    """A place below with its pulse, best first."""

    node: UUID
    name: str
    value: float | None
    before: float | None


class Body(Part):
    """All of a check-up. `counts` are signs by level: green, yellow, orange, red, unknown."""

    place: str
    period: Literal["day", "week", "month"]
    title: str
    span: str
    start: datetime
    end: datetime
    summary: str
    counts: list[int]
    scores: list[Scored]
    ranks: list[PlaceRank]
    better: list[Change]
    worse: list[Change]
    red: list[Change]
    late: list[str]
