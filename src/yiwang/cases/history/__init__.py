"""The history door: finished and open cases of other systems come in set by set, at their own times, checked alike."""

from yiwang.cases.history.batches import add_part, begin, check, complaints, listed, see
from yiwang.cases.history.committing import commit
from yiwang.cases.history.model import Batch, Complaint, HistoryRow, StepRow

__all__ = [
    "Batch",
    "Complaint",
    "HistoryRow",
    "StepRow",
    "add_part",
    "begin",
    "check",
    "commit",
    "complaints",
    "listed",
    "see",
]
