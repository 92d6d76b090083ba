"""What a suggestion or need is and what may become of it; pure."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

KINDS = ("suggestion", "need")
# What staff may make of one: the states it may come from.
SETTLES: dict[str, frozenset[str]] = {
    "open": frozenset({"waiting", "declined"}),
    "declined": frozenset({"waiting", "open"}),
    "answered": frozenset({"open", "answered"}),
}
SHORTEST, LONGEST = 4, 500  # characters
PROPOSALS, VOTES = 5, 60  # an hour from one address
VOTES_ON_ONE = 10  # an hour from one address on one: a household, not a machine


@dataclass(frozen=True)
class Proposal:
    """A suggestion or need; who wrote it is not known."""

    id: UUID
    kind: str
    text: str
    jurisdiction_id: UUID
    state: str
    answer: str
    votes: int
    made_at: datetime
    settled_at: datetime | None
    version: int
