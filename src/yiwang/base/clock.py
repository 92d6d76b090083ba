"""Time as something handed in. Only `SystemClock` may look at the wall clock."""

from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """Whoever needs the present moment is handed one of these."""

    def now(self) -> datetime:
        """Return the present moment, aware, in UTC."""
        ...


class SystemClock:
    """The machine's own clock: the one place where the platform reads it."""

    def now(self) -> datetime:
        return datetime.now(UTC)


class FixedClock:
    """A clock that stands where it is put: for replays and tests."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def now(self) -> datetime:
        return self.at
