"""What a scenario may read, by declaration."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

ReadKind = Literal["cases", "case_counts", "features"]
# kind of read → the permission its reader needs
READS: dict[str, str] = {"cases": "cases.read", "case_counts": "cases.read", "features": "places.read"}


class Declared(BaseModel):
    """Base of everything declared: a misspelt word is a fault, and nothing changes afterwards."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Read(Declared):
    """Rows to be read within the reader's scope.

    `cases`: id, number, title, state, matter, jurisdiction, place, lon, lat, urgent, overdue, opened_at, due_at.
    `case_counts`: tab, count. `features`: id, name, geometry, properties, of a `kind` within a `box` in degrees (west,
    south, east, north).
    """

    of: ReadKind
    matters: tuple[str, ...] = ()
    tab: str = "all"
    kind: str = ""
    box: tuple[float, float, float, float] | None = None
    limit: int = Field(100, ge=1, le=500)
