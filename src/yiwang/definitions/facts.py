"""What happened to declarations."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from yiwang.ledger import Fact


@dataclass(frozen=True)
class DefinitionsPublished(Fact):
    """New versions of these codes of a kind came in, together, valid from one moment (ISO 8601)."""

    TYPE: ClassVar[str] = "definitions.published"

    batch_id: UUID
    kind: str
    codes: tuple[str, ...]
    valid_from: str


@dataclass(frozen=True)
class DefinitionEnded(Fact):
    """A code of a kind is no longer in force from a moment on (ISO 8601)."""

    TYPE: ClassVar[str] = "definitions.ended"

    version_id: UUID
    kind: str
    code: str
    valid_to: str
