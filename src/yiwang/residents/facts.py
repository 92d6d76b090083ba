"""What residents do after they have reported, as the log tells it."""

from dataclasses import dataclass
from uuid import UUID

from yiwang.ledger import Fact


@dataclass(frozen=True)
class ReportRated(Fact):
    """满意度: how the reporter found what was done."""

    report_id: UUID
    event_id: UUID
    score: str
    TYPE = "report.rated"


@dataclass(frozen=True)
class ReportAddedTo(Fact):
    """The reporter added words or photos."""

    report_id: UUID
    event_id: UUID
    photos: int
    TYPE = "report.added_to"
