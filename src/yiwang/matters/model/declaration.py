"""A matter as it is declared: what an import or an editor writes and `definitions` keeps a version of."""

from dataclasses import dataclass
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from yiwang.calendar.model import Limit, Unit
from yiwang.definitions.model import Kind, Version
from yiwang.matters.model.matter import Matter, MatterKind

NATIONAL_REF = "GB/T 47678.5-2026"


class MatterBody(BaseModel):
    """The declaration of a matter. A local one needs no more than code, name, major and major name."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    code: str = Field(pattern=r"^[0-9A-Za-z][0-9A-Za-z._-]{0,39}$")
    name: str = Field(min_length=1, max_length=200)
    kind: MatterKind = "local"
    major: str = Field(pattern=r"^[0-9A-Za-z][0-9A-Za-z._-]{0,39}$")
    major_name: str = Field(min_length=1, max_length=200)
    standard_ref: str = ""
    national_code: str | None = None
    component: str | None = None
    filing_condition: str = ""
    closing_condition: str = ""
    limit_value: float = Field(5, gt=0, le=10_000)
    limit_unit: Unit = "working_days"
    limit_provisional: bool = True
    limit_source: str = ""
    before_photos: int = Field(1, ge=0, le=20)
    after_photos: int = Field(1, ge=0, le=20)
    urgent: bool = False
    confirm: bool = False
    check: bool = True
    receipt_minutes: int | None = Field(None, ge=1, le=100_000)
    merge_radius: float = Field(50, ge=0, le=5_000)
    merge_hours: float = Field(24, ge=0, le=10_000)
    words: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _whole_days(self) -> Self:
        if self.limit_unit.endswith("_days") and self.limit_value != int(self.limit_value):
            raise ValueError("a limit in days is a whole number; use hours for parts of a day")
        return self


MATTER = Kind("matter", MatterBody)


@dataclass(frozen=True, slots=True)
class Component:
    """A kind of managed component 管理部件 of the national catalogue."""

    code: str
    name: str
    major: str
    major_name: str
    standard_ref: str


def matter_of(version: Version[MatterBody]) -> Matter:
    """Return a version as a case sees it."""
    body = version.body
    return Matter(
        id=version.id,
        number=version.number,
        limit=Limit(body.limit_value, body.limit_unit),
        valid_from=version.valid_from,
        valid_to=version.valid_to,
        **body.model_dump(exclude={"limit_value", "limit_unit"}),
    )
