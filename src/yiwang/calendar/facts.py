"""What happened to the calendar."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from yiwang.ledger import Fact


@dataclass(frozen=True)
class CalendarOverridden(Fact):
    """Dates (ISO 8601) are worked or not, otherwise than before, for one organisation or (None) for everybody."""

    TYPE: ClassVar[str] = "calendar.overridden"

    batch_id: UUID
    organisation_id: UUID | None
    dates: tuple[str, ...]


@dataclass(frozen=True)
class HoursChanged(Fact):
    """Working hours changed, of one organisation or (None) of the platform; minutes after midnight."""

    TYPE: ClassVar[str] = "calendar.hours_changed"

    change_id: UUID
    organisation_id: UUID | None
    opens: int | None
    closes: int | None


@dataclass(frozen=True)
class YearsPublished(Fact):
    """The days off of these years are known now: deadlines that were provisional over them are to be computed anew."""

    TYPE: ClassVar[str] = "calendar.published"

    batch_id: UUID
    years: tuple[int, ...]
