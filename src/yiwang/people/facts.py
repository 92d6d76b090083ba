"""What can happen to organisations and posts, as the log tells it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from yiwang.ledger import Fact


@dataclass(frozen=True)
class OrganisationAdded(Fact):
    organisation_id: UUID
    kind: str
    parent_id: UUID | None
    jurisdiction_id: UUID | None
    TYPE = "organisation.added"


@dataclass(frozen=True)
class OrganisationChanged(Fact):
    organisation_id: UUID
    kind: str
    parent_id: UUID | None
    jurisdiction_id: UUID | None
    TYPE = "organisation.changed"


@dataclass(frozen=True)
class OrganisationEnded(Fact):
    organisation_id: UUID
    TYPE = "organisation.ended"


@dataclass(frozen=True)
class PostRostered(Fact):
    """A roster took a stretch of a post's time."""

    post_id: UUID
    starts: datetime
    ends: datetime
    shifts: int
    TYPE = "post.rostered"
