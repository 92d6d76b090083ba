"""What one process remembers of the rows it wrote last, so that their next step need not read them first."""

from datetime import datetime, timedelta
from uuid import UUID


class Memory:
    """Values by id, each for some seconds; never taken for the truth: `Tx.vouch` has the server compare.

    Whoever takes several steps in a row finds them here. After some seconds the next step comes from somebody else, and
    as likely through another process: a look that turns out stale would cost more than it saves on average.
    """

    MOST = 4096
    LONGEST = timedelta(seconds=5)

    def __init__(self) -> None:
        self._kept: dict[UUID, tuple[datetime, object]] = {}

    def find(self, key: UUID, at: datetime) -> object | None:
        """Take out what was kept under the key; None when that is too long ago."""
        since, value = self._kept.pop(key, (at, None))
        return value if at - since <= self.LONGEST else None

    def keep(self, key: UUID, value: object, at: datetime) -> None:
        """Keep a value; what is too old goes, and beyond the most there may be the oldest."""
        self._kept.pop(key, None)
        while self._kept:
            oldest = next(iter(self._kept))
            if len(self._kept) < self.MOST and at - self._kept[oldest][0] <= self.LONGEST:
                break
            del self._kept[oldest]
        self._kept[key] = at, value
