"""What a place, a jurisdiction, an address, a map feature and a count are."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

# Level → (Chinese label, English label), from the top of the tree downward.
LEVELS: dict[str, tuple[str, str]] = {
    "city": ("市", "City"),
    "district": ("区", "District"),
    "street": ("街镇", "Street-town"),
    "sector": ("片区", "Sector"),
    "neighbourhood": ("居村", "Neighbourhood"),
    "station": ("重点区域工作站", "Key-place station"),
}
RANK = {level: rank for rank, level in enumerate(LEVELS)}

ADDRESS_LEVELS = ("road", "lane", "branch_lane", "number", "building", "unit", "floor", "room", "crossing")
FEATURE_KINDS: dict[str, tuple[str, str]] = {
    "road": ("道路", "Road"),
    "water": ("水系", "Water"),
    "block": ("街坊", "Block"),
    "building": ("建筑", "Building"),
}
METHODS = ("point", "address", "text", "given", "none")


@dataclass(frozen=True)
class Jurisdiction:
    """A node of the tree as it stood at some moment. A None date is unknown (start) or open (end)."""

    id: UUID
    code: str
    name: str
    level: str
    parent_id: UUID | None
    schematic: bool = False
    source: str = ""
    valid_from: datetime | None = None
    valid_to: datetime | None = None


@dataclass(frozen=True)
class JurisdictionRow:
    """A jurisdiction to be made: its parent is named by code and may come in the same batch."""

    code: str
    name: str
    level: str
    parent_code: str | None = None
    schematic: bool = False


@dataclass(frozen=True)
class PlaceIn:
    """What a channel tells of a place: any of a point (degrees, with its datum), a text, an address, a jurisdiction."""

    lon: float | None = None
    lat: float | None = None
    datum: str = "CGCS2000"
    text: str = ""
    address_id: UUID | None = None
    floor: str | None = None
    jurisdiction_id: UUID | None = None


@dataclass(frozen=True)
class Place:
    """The one value for a place everywhere: longitude and latitude in degrees CGCS2000, and how they came about.

    `original_lon`, `original_lat` in `datum` are what was given. `confidence` is 0 to 1, 0 when nothing was found.
    `next_door` says who answers there where it is known not to be ours.
    """

    lon: float | None = None
    lat: float | None = None
    original_lon: float | None = None
    original_lat: float | None = None
    datum: str = "CGCS2000"
    text: str = ""
    address_id: UUID | None = None
    floor: str | None = None
    grids: dict[str, str] = field(default_factory=dict)
    jurisdiction_id: UUID | None = None
    method: str = "none"
    confidence: float = 0.0
    explanation: str = ""
    next_door: str = ""

    def to_dict(self) -> dict[str, Any]:
        """Return the place as plain JSON values, for a jsonb column."""
        row = dict(self.__dict__)
        for key in ("address_id", "jurisdiction_id"):
            row[key] = str(row[key]) if row[key] else None
        if not self.next_door:
            del row["next_door"]
        return row

    @classmethod
    def from_dict(cls, row: dict[str, Any]) -> "Place":
        """Return the place that `to_dict` wrote; fields it does not know are left out."""
        known = {key: row[key] for key in cls.__dataclass_fields__ if key in row}
        for key in ("address_id", "jurisdiction_id"):
            known[key] = UUID(known[key]) if known.get(key) else None
        return cls(**known)


@dataclass(frozen=True)
class Located:
    """Where a point lies: the chain of jurisdictions, lowest first, and the cell in each grid system."""

    jurisdiction_id: UUID | None
    chain: tuple[UUID, ...]
    level: str | None
    grids: dict[str, str]
    confidence: float
    explanation: str


@dataclass(frozen=True)
class Address:
    """One step of an address path, such as 曹杨路1888弄3号. Point in degrees CGCS2000."""

    id: UUID
    parent_id: UUID | None
    level: str
    name: str
    text: str
    normalised: str
    district: str
    jurisdiction_id: UUID | None
    lon: float | None
    lat: float | None
    floor: str | None


@dataclass(frozen=True)
class Shape:
    """A polygon or line to be stored: WKB in degrees CGCS2000 and its box."""

    code: str
    name: str
    wkb: bytes
    west: float
    south: float
    east: float
    north: float


@dataclass(frozen=True)
class Measure:
    """What may be counted of a jurisdiction."""

    code: str
    zh: str
    en: str
    unit: str


@dataclass(frozen=True)
class Count:
    """A counted fact: `since` to `until` inclusive (one day has both alike), in the measure's unit."""

    jurisdiction_id: UUID
    measure: str
    since: date
    until: date
    value: float
    unit: str
    source: str


@dataclass(frozen=True)
class Problem:
    """What is wrong with one row or feature of an import. `row` counts from 1."""

    row: int
    field: str
    detail: str


@dataclass(frozen=True)
class ImportReport:
    """What an import did, or would do: counts of rows and every problem. Nothing is written when there are problems."""

    rows: int
    added: int
    changed: int
    unchanged: int
    problems: tuple[Problem, ...] = ()
    dry_run: bool = False


def full_code(code: str) -> str:
    """Return a national code of 2, 6 or 9 digits padded to 12; any other code as it is."""
    return code.ljust(12, "0") if code.isdigit() and len(code) in (2, 6, 9) else code
