"""What becomes of suggestions and needs, as the log tells it; no words."""

from dataclasses import dataclass
from uuid import UUID

from yiwang.ledger import Fact


@dataclass(frozen=True)
class ProposalMade(Fact):
    """A resident suggested something or named a need."""

    proposal_id: UUID
    jurisdiction_id: UUID
    kind: str
    TYPE = "proposal.made"


@dataclass(frozen=True)
class ProposalSettled(Fact):
    """Staff opened it to all, answered or declined it."""

    proposal_id: UUID
    jurisdiction_id: UUID
    state: str
    votes: int
    TYPE = "proposal.settled"
