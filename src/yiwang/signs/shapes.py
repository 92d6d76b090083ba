"""What the routes of the signs are asked and answer."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from yiwang.base.moments import Moment
from yiwang.signs.model import Sign

MOST_VALUES = 1000
State = Literal["live", "late", "unconnected", "failed", "waiting"]
Level = Literal["unknown", "green", "yellow", "orange", "red"]
LEVELS: tuple[Level, ...] = ("unknown", "green", "yellow", "orange", "red")
Dimension = Literal["safety", "green", "vitality", "health"]


class Out(BaseModel):
    model_config = ConfigDict(from_attributes=True)


class SignPlaceOut(Out):
    id: UUID
    name: str
    level: str
    parent: UUID | None


class SignNowOut(BaseModel):
    """A value is null where there is nothing to divide by or too little to be judged: shown as "—"."""

    code: str
    name_zh: str
    name_en: str
    dimension: Dimension
    group: str
    facet: Literal["people", "things", "movement", "state"]
    unit: str
    period: str
    direction: Literal["up", "down", "band", "none"]
    core: bool
    external: str | None
    judged: bool  # at places of this level
    state: State
    at: datetime | None
    as_of: datetime | None
    value: float | None
    top: float | None
    bottom: float | None
    n: float
    level: Level
    since: datetime | None
    spark: list[float | None]


class SignBoardOut(BaseModel):
    place: SignPlaceOut
    parents: list[SignPlaceOut]
    children: list[SignPlaceOut]
    items: list[SignNowOut]


class SignPointOut(BaseModel):
    at: datetime
    value: float | None
    level: Level


class SignActionOut(Out):
    """What was done about a red sign; `object_id` is the case, order or warning."""

    id: UUID
    kind: Literal["case", "expedite", "warning", "notice"]
    object_type: str
    object_id: UUID | None
    number: str
    value: float | None
    why: str
    opened_at: datetime
    closed_at: datetime | None
    closed_value: float | None
    note: str


class SignDefinitionOut(Sign):
    """The definition in force: thresholds as they are written."""


class SignDetailOut(BaseModel):
    place: SignPlaceOut
    now: SignNowOut
    definition: SignDefinitionOut
    explanation: str
    error: str | None
    z: float | None
    mean: float | None
    sd: float | None
    samples: int
    before: float | None
    year_ago: float | None
    history: list[SignPointOut]
    actions: list[SignActionOut]


class SignPartOut(BaseModel):
    id: UUID
    name: str
    place_level: str
    value: float | None
    top: float | None
    bottom: float | None
    n: float
    level: Level
    rank: int | None


class SignPartsOut(BaseModel):
    items: list[SignPartOut]


class SignRowOut(Out):
    node: UUID | None
    item: str
    kind: str
    top: float | None
    bottom: float | None
    place: str = ""
    label: str = ""  # number and title of a case one may see


class SignRowsOut(BaseModel):
    items: list[SignRowOut]
    next: str | None


class ScoreOut(BaseModel):
    """A composite out of 100; `signs` counts those that are green, yellow, orange, red, unknown."""

    code: str
    kind: Literal["pulse", "dimension", "facet"]
    name_zh: str
    name_en: str
    value: float | None
    level: Level
    signs: list[int]
    history: list[SignPointOut]


class PulseOut(BaseModel):
    place: SignPlaceOut
    items: list[ScoreOut]


class SignEditAsk(BaseModel):
    """What is left out stays as it is. An empty threshold takes it away."""

    model_config = ConfigDict(extra="forbid")
    yellow: Annotated[str, Field(max_length=40)] | None = None
    orange: Annotated[str, Field(max_length=40)] | None = None
    red: Annotated[str, Field(max_length=40)] | None = None
    hold: Annotated[str, Field(max_length=10)] | None = None
    min_n: Annotated[int, Field(ge=0, le=1_000_000)] | None = None
    weight: Annotated[float, Field(ge=0, le=100)] | None = None
    on_red: Literal["case", "expedite", "warning", "notice", "none"] | None = None
    matter: Annotated[str, Field(max_length=20)] | None = None
    owner: Annotated[str, Field(max_length=60)] | None = None
    note: Annotated[str, Field(max_length=200)] = ""


class SignVersionOut(BaseModel):
    number: int
    valid_from: datetime
    valid_to: datetime | None
    note: str
    definition: SignDefinitionOut


class SignVersionsOut(BaseModel):
    items: list[SignVersionOut]


class SignValueAsk(BaseModel):
    """A value for the time that ended at `at`: `top` alone, or `top` of `bottom`."""

    model_config = ConfigDict(extra="forbid")
    node: UUID
    at: Moment
    top: float
    bottom: float | None = None


class SignValuesAsk(BaseModel):
    model_config = ConfigDict(extra="forbid")
    values: Annotated[list[SignValueAsk], Field(min_length=1, max_length=MOST_VALUES)]


class SignValuesOut(BaseModel):
    written: int
