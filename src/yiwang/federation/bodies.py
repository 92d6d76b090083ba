"""What platforms tell each other beside steps of cases: photos, notes, warnings, signs. New fields have defaults."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from yiwang.federation.shapes import HandBody, MirrorBody, RecallBody

_LOOSE = ConfigDict(extra="ignore")  # a younger platform may tell more
Code = Annotated[str, Field(min_length=2, max_length=40)]
MOST_VALUES = 1000  # of signs in one message
LONGEST_PHOTO = 14_000_000  # letters of base64


class PhotoBody(BaseModel):
    """A photo of a shared case: JPEG in base64, with the SHA-256 it has at its owner's."""

    model_config = _LOOSE
    case_id: UUID
    yours: UUID | None = None
    file_id: UUID
    taken: Literal["before", "after", "check"]
    added_at: AwareDatetime
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    data: str = Field(max_length=LONGEST_PHOTO)


class NoteBody(BaseModel):
    """A note on a shared case, by whichever side; who wrote it stays at home."""

    model_config = _LOOSE
    case_id: UUID
    yours: UUID | None = None
    note_id: UUID
    at: AwareDatetime
    text: str = Field(min_length=1, max_length=1000)


class WarningBody(BaseModel):
    """A warning for jurisdictions of both; `path` are the platforms it came over, the sender last."""

    model_config = _LOOSE
    warning_id: UUID
    number: str = Field(max_length=40)
    hazard: str = Field(min_length=1, max_length=60)
    level: Literal["blue", "yellow", "orange", "red"]
    title: str = Field(min_length=1, max_length=200)
    text: str = Field(min_length=1, max_length=2000)
    source: str = Field(min_length=1, max_length=200)
    drill: bool
    area: list[Code] = Field(min_length=1, max_length=500)
    valid_from: AwareDatetime
    valid_to: AwareDatetime
    path: list[Annotated[str, Field(max_length=40)]] = Field(min_length=1, max_length=20)


class LiftBody(BaseModel):
    """A warning told before is lifted."""

    model_config = _LOOSE
    warning_id: UUID


class ReceiptsBody(BaseModel):
    """How many units were told of your warning here, and how many said that they know."""

    model_config = _LOOSE
    yours: UUID
    number: str = Field(max_length=40)
    told: int = Field(ge=0)
    received: int = Field(ge=0)


class SignValue(BaseModel):
    """One sign of one jurisdiction at one moment, with the level it had and the version of its definition."""

    model_config = _LOOSE
    code: Annotated[str, Field(min_length=1, max_length=40)]
    name: str = Field("", max_length=60)
    unit: str = Field("", max_length=20)
    jurisdiction: Code
    at: AwareDatetime
    value: float | None = Field(None, allow_inf_nan=False)
    level: Literal["none", "green", "yellow", "orange", "red"]
    n: int | None = Field(None, ge=0)
    version: int = Field(1, ge=1)
    origin: str = Field("", max_length=40)


class SignsBody(BaseModel):
    """Values of signs of jurisdictions of both."""

    model_config = _LOOSE
    values: list[SignValue] = Field(max_length=MOST_VALUES)


Body = HandBody | MirrorBody | RecallBody | PhotoBody | NoteBody | WarningBody | LiftBody | ReceiptsBody | SignsBody
BODIES: dict[str, type[Body]] = {
    "case.hand": HandBody,
    "case.mirror": MirrorBody,
    "case.recall": RecallBody,
    "case.photo": PhotoBody,
    "case.note": NoteBody,
    "warning.issued": WarningBody,
    "warning.lifted": LiftBody,
    "warning.receipts": ReceiptsBody,
    "signs.values": SignsBody,
}
