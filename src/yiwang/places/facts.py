"""What the room tells of itself."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from yiwang.ledger import Fact


@dataclass(frozen=True)
class JurisdictionAdded(Fact):
    TYPE = "jurisdiction.added"

    jurisdiction_id: UUID
    code: str
    level: str
    parent_id: UUID | None


@dataclass(frozen=True)
class JurisdictionMoved(Fact):
    TYPE = "jurisdiction.moved"

    jurisdiction_id: UUID
    parent_id: UUID
    former_parent_id: UUID | None


@dataclass(frozen=True)
class JurisdictionEnded(Fact):
    TYPE = "jurisdiction.ended"

    jurisdiction_id: UUID
    ended: datetime


@dataclass(frozen=True)
class JurisdictionsLoaded(Fact):
    """Many at once, from a list: the reader reloads the tree."""

    TYPE = "jurisdictions.loaded"

    top_id: UUID
    added: int
    source: str


@dataclass(frozen=True)
class BoundariesImported(Fact):
    """`level` is a level of the tree or `grid:<system>`."""

    TYPE = "boundaries.imported"

    import_id: UUID
    level: str
    source: str
    schematic: bool
    added: int
    changed: int


@dataclass(frozen=True)
class AddressesImported(Fact):
    TYPE = "addresses.imported"

    import_id: UUID
    source: str
    added: int


@dataclass(frozen=True)
class FeaturesImported(Fact):
    TYPE = "features.imported"

    import_id: UUID
    kind: str
    source: str
    added: int
    changed: int


@dataclass(frozen=True)
class CountsImported(Fact):
    TYPE = "counts.imported"

    import_id: UUID
    source: str
    rows: int
