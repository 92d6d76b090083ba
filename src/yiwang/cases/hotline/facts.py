"""What can happen to an order of the hotline, as the log tells it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from yiwang.ledger import Fact


@dataclass(frozen=True)
class HotlineReceived(Fact):
    """The city sent an order; `sending` 2 and more: again, after it was returned."""

    order_id: UUID
    report_id: UUID
    case_id: UUID
    kind: str
    sent_from: str
    due_at: datetime
    contact_due_at: datetime
    sending: int
    TYPE = "hotline.received"


@dataclass(frozen=True)
class HotlineContacted(Fact):
    """首次联系: somebody tried to reach whoever called."""

    order_id: UUID
    way: str
    reached: bool
    contact: str
    on_time: bool | None
    TYPE = "hotline.contacted"


@dataclass(frozen=True)
class HotlineReturned(Fact):
    """退回市级."""

    order_id: UUID
    case_id: UUID
    reason: str
    times: int
    TYPE = "hotline.returned"


@dataclass(frozen=True)
class HotlineExtended(Fact):
    order_id: UUID
    due_at: datetime
    TYPE = "hotline.extended"


@dataclass(frozen=True)
class HotlineAnswered(Fact):
    order_id: UUID
    resolution: str
    on_time: bool
    TYPE = "hotline.answered"


@dataclass(frozen=True)
class HotlineCalledBack(Fact):
    """回访: what the city was told when it asked."""

    order_id: UUID
    contacted: bool | None
    resolution: str | None
    satisfaction: str | None
    TYPE = "hotline.called_back"
