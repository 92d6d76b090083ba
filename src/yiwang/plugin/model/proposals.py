"""What a rule is given and what it may propose. The platform decides, with the scenario's own rights."""

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from yiwang.plugin.model.reads import Declared


class Given(BaseModel):
    """All that a rule sees: the moment, the rows of its reads by name, the facts it waits for.

    A fact is a dict of type, time, subject, case (as a row of the read `cases`) and data.
    """

    model_config = ConfigDict(frozen=True)
    at: datetime
    reads: dict[str, list[dict[str, Any]]]
    facts: list[dict[str, Any]]


class ReportEvent(Declared):
    """File an event: it waits for a person's judgement 甄别. The same `key` is filed once."""

    do: Literal["report_event"] = "report_event"
    matter: str = Field(min_length=1, max_length=40)
    text: str = Field(min_length=1, max_length=2000)
    key: str = Field(min_length=1, max_length=150)
    lon: float | None = Field(None, ge=-180, le=180)
    lat: float | None = Field(None, ge=-90, le=90)
    place: str = Field("", max_length=300)
    jurisdiction: str | None = Field(None, max_length=40)


class Tell(Declared):
    """Tell whoever is on duty in a unit, by its code. The same `key` is told once."""

    do: Literal["tell"] = "tell"
    unit: str = Field(min_length=1, max_length=60)
    zh: str = Field(min_length=1, max_length=100)
    en: str = Field(min_length=1, max_length=100)
    text: str = Field(min_length=1, max_length=1000)
    key: str = Field(min_length=1, max_length=150)


class NoteCase(Declared):
    """Write a note on an open case."""

    do: Literal["note_case"] = "note_case"
    case: UUID
    text: str = Field(min_length=1, max_length=1000)


class PutFigure(Declared):
    """Put a figure on the scenario's pages."""

    do: Literal["put_figure"] = "put_figure"
    key: str = Field(pattern=r"^[a-z][a-z0-9_]{0,39}$")
    value: float = Field(allow_inf_nan=False)


Proposal = ReportEvent | Tell | NoteCase | PutFigure
MOST = 20  # proposals of one run
PROPOSALS: TypeAdapter[list[Proposal]] = TypeAdapter(
    Annotated[list[Annotated[Proposal, Field(discriminator="do")]], Field(max_length=MOST)]
)
