"""The shapes in which the wall is told. No field names a person."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from pydantic import BaseModel

from yiwang.evaluation.routes import ColumnOut, RowOut


class WallCase(BaseModel):
    """A case as a hall may read it: its matter, where, who is on it; no words of reports and nobody's name."""

    id: UUID
    number: str
    state: str
    urgent: bool
    overdue: bool
    claimed: bool
    returns: int
    matter: str
    place: str
    unit: str | None
    opened_at: datetime
    due_at: datetime | None
    lon: float | None
    lat: float | None


class WallLine(BaseModel):
    """Something that happened to a case: the running strip. `type` is the fact's, such as case.filed."""

    at: datetime
    type: str
    case_id: UUID
    number: str
    matter: str
    place: str
    unit: str | None
    urgent: bool


class WallFigures(BaseModel):
    """Figures of evaluation over [from, to): the same as the desk's, as known at `as_of`."""

    start: datetime
    end: datetime
    as_of: datetime
    columns: list[ColumnOut]
    total: RowOut
    rows: list[RowOut]


class WallOut(BaseModel):
    """How the city stands. `hours` counts the cases opened in each of the last 24 hours, the present one last."""

    at: datetime
    mode: Literal["normal", "emergency"]
    name: str
    counts: dict[str, int]
    hours: list[int]
    abnormal: list[WallCase]
    lines: list[WallLine]


class WallFiguresOut(BaseModel):
    """The figures of today and of the last thirty days."""

    today: WallFigures
    month: WallFigures


class WallStep(BaseModel):
    """A step of a case, without its words."""

    at: datetime
    step: str
    zh: str
    en: str


class WallCaseOut(WallCase):
    """One case with the steps it took."""

    steps: list[WallStep]
