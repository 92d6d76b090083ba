"""The history door: finished and open cases of other systems come in set by set, at their own times, checked alike."""

from typing import TYPE_CHECKING, Any

from yiwang.base.later import later
from yiwang.cases.history.model import Batch, Complaint, HistoryRow, StepRow

if TYPE_CHECKING:
    from yiwang.cases.history.batches import add_part, begin, check, complaints, listed, see
    from yiwang.cases.history.committing import commit

_BATCHES, _COMMITTING = later("yiwang.cases.history.batches"), later("yiwang.cases.history.committing")

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


def __getattr__(name: str) -> Any:
    """Load what works on columns when it is asked for: it takes seconds, and most processes never need it."""
    if name in __all__:
        return getattr(_COMMITTING if name == "commit" else _BATCHES, name)
    raise AttributeError(name)
