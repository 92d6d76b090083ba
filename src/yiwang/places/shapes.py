"""What the routes of places take and give: JSON shapes."""

from datetime import date
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from yiwang.places.addressing import MOST_ROWS

Level = Literal["city", "district", "street", "sector", "neighbourhood", "station"]
Datum = Literal["CGCS2000", "WGS84", "GCJ02", "BD09"]
Kind = Literal["road", "water", "block", "building"]
Text = Annotated[str, Field(max_length=200)]
Name = Annotated[str, Field(min_length=1, max_length=200)]


class Out(BaseModel):
    model_config = ConfigDict(from_attributes=True)


class JurisdictionOut(Out):
    id: UUID
    code: str
    name: str
    level: Level
    parent_id: UUID | None
    schematic: bool


class JurisdictionsOut(BaseModel):
    items: list[JurisdictionOut]


class JurisdictionAsk(BaseModel):
    """`since` is when it comes into force; now by default."""

    code: Name
    name: Name
    level: Level
    parent_id: UUID | None = None
    since: AwareDatetime | None = None
    schematic: bool = False


class MoveAsk(BaseModel):
    """From `since` on, now by default."""

    parent_id: UUID
    since: AwareDatetime | None = None


class RenameAsk(BaseModel):
    name: Name
    since: AwareDatetime | None = None


class EndAsk(BaseModel):
    since: AwareDatetime | None = None


class PlaceAsk(BaseModel):
    """Any of a point in degrees with its datum, words, an address, a jurisdiction."""

    lon: float | None = None
    lat: float | None = None
    datum: Datum = "CGCS2000"
    text: Annotated[str, Field(max_length=500)] = ""
    address_id: UUID | None = None
    floor: Annotated[str, Field(max_length=20)] | None = None
    jurisdiction_id: UUID | None = None


class PlaceOut(Out):
    """Degrees CGCS2000; `chain` is the names of the jurisdictions, highest first; `confidence` 0 to 1."""

    lon: float | None
    lat: float | None
    original_lon: float | None
    original_lat: float | None
    datum: Datum
    text: str
    address_id: UUID | None
    floor: str | None
    grids: dict[str, str]
    jurisdiction_id: UUID | None
    chain: list[str] = Field(default_factory=list)
    method: Literal["point", "address", "text", "given", "none"]
    confidence: float
    explanation: str


class ProblemOut(Out):
    row: int
    field: str
    detail: str


class ImportOut(Out):
    """Nothing was written when there are problems, or on a dry run."""

    rows: int
    added: int
    changed: int
    unchanged: int
    problems: list[ProblemOut]
    dry_run: bool


class ImportAsk(BaseModel):
    source: Name
    since: AwareDatetime | None = None
    dry_run: bool = False


class GeoImportAsk(ImportAsk):
    geojson: dict[str, Any]
    code_property: Name = "code"
    datum: Datum = "CGCS2000"


class BoundariesAsk(GeoImportAsk):
    level: Level
    schematic: bool = False


class GridAsk(GeoImportAsk):
    system: Name
    name_property: Name = "name"
    schematic: bool = False


class FeaturesAsk(GeoImportAsk):
    kind: Kind
    name_property: Name = "name"
    height_property: Name = "height"


class AddressAsk(BaseModel):
    text: Annotated[str, Field(min_length=1, max_length=300)]
    lon: float | None = None
    lat: float | None = None
    datum: Datum = "CGCS2000"
    floor: Annotated[str, Field(max_length=20)] | None = None
    aliases: Annotated[tuple[Annotated[str, Field(max_length=300)], ...], Field(max_length=20)] = ()


class AddressesAsk(ImportAsk):
    rows: Annotated[list[AddressAsk], Field(max_length=MOST_ROWS)]


class CountAsk(BaseModel):
    jurisdiction: Name
    measure: Name
    since: date
    until: date | None = None
    value: float
    unit: Text | None = None


class CountsAsk(BaseModel):
    source: Name
    rows: Annotated[list[CountAsk], Field(max_length=50_000)]
    dry_run: bool = False


class AddressOut(Out):
    id: UUID
    parent_id: UUID | None
    level: str
    name: str
    text: str
    district: str
    jurisdiction_id: UUID | None
    lon: float | None
    lat: float | None
    floor: str | None


class AddressesOut(BaseModel):
    items: list[AddressOut]


class CountOut(Out):
    jurisdiction_id: UUID
    measure: str
    since: date
    until: date
    value: float
    unit: str
    source: str


class CountsOut(BaseModel):
    items: list[CountOut]


class MeasureOut(Out):
    code: str
    zh: str
    en: str
    unit: str


class MeasuresOut(BaseModel):
    items: list[MeasureOut]


class GridSystemOut(BaseModel):
    code: Name
    zh: Name
    en: Text = ""


class GridSystemsOut(BaseModel):
    items: list[GridSystemOut]
