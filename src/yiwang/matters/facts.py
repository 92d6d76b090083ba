"""What happened to the responsibility list; the catalogue's changes are facts of definitions."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from yiwang.ledger import Fact


@dataclass(frozen=True)
class ResponsibilityChanged(Fact):
    """Rows of the list were added or ended, together."""

    TYPE: ClassVar[str] = "responsibility.changed"

    batch_id: UUID
    added: tuple[UUID, ...]
    ended: tuple[UUID, ...]
