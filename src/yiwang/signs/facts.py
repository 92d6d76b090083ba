"""What happened to vital signs."""

from dataclasses import dataclass
from uuid import UUID

from yiwang.ledger import Fact


@dataclass(frozen=True)
class SignTurnedRed(Fact):
    """A sign turned red at a place, and this was done about it; `object_id` is the case, order or warning."""

    action_id: UUID
    sign: str
    jurisdiction_id: UUID
    kind: str
    object_id: UUID | None
    value: float | None
    TYPE = "sign.turned_red"


@dataclass(frozen=True)
class SignRecovered(Fact):
    """A sign is no longer red at a place."""

    action_id: UUID
    sign: str
    jurisdiction_id: UUID
    kind: str
    object_id: UUID | None
    value: float | None
    TYPE = "sign.recovered"


@dataclass(frozen=True)
class SignsSent(Fact):
    """Values came from outside for a sign that no source of ours gives."""

    batch_id: UUID
    sign: str
    values: int
    TYPE = "signs.sent"
