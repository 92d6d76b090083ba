"""Silences, maintenance windows, announced drills and inhibitions: what keeps an alarm from becoming anything. Pure.

Suppression never hides: the alarm stands in every list with what holds it back, and its recovery is always told.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, model_validator

from yiwang.alarms.model.conditions import Code
from yiwang.definitions.model import Kind

KINDS: dict[str, tuple[str, str]] = {
    "silence": ("屏蔽", "Silence"),
    "maintenance": ("维护窗口", "Maintenance window"),
    "drill": ("演练", "Drill"),
}


@dataclass(frozen=True)
class Labels:
    """What alarms match: all that are given have to; None matches everything. A jurisdiction is all below it too."""

    rule: str | None = None
    condition: str | None = None
    class_code: str | None = None
    device_id: UUID | None = None
    jurisdiction_id: UUID | None = None
    maintainer_id: UUID | None = None


@dataclass(frozen=True)
class Silence:
    """Alarms that match become nothing from `starts_at` until before `ends_at`; of a drill's never."""

    id: UUID
    kind: str
    rule: str | None
    condition: str | None
    class_code: str | None
    device_id: UUID | None
    jurisdiction_id: UUID | None
    maintainer_id: UUID | None
    starts_at: datetime
    ends_at: datetime
    reason: str
    made_by: UUID
    made_name: str
    made_at: datetime
    ended_early: bool
    ended_name: str = ""
    end_reason: str = ""

    def state(self, at: datetime) -> str:
        """Return pending, active or ended."""
        if at < self.starts_at:
            return "pending"
        return "active" if at < self.ends_at else "ended"


@dataclass(frozen=True)
class Suppressed:
    """Why an alarm becomes nothing for now: a silence, or another alarm that inhibits it."""

    alarm_id: UUID
    silence_id: UUID | None
    kind: str  # of the silence; "inhibition" otherwise
    inhibited_by: UUID | None
    until: datetime | None


class _Side(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    rule: Code | None = None
    condition: Code | None = None
    device_class: Code | None = None

    @model_validator(mode="after")
    def _something(self) -> Self:
        if self.rule is None and self.device_class is None:
            raise ValueError("name a rule or a device_class")
        return self


class Inhibition(BaseModel):
    """While an alarm of `source` fires, those of `target` of the same device or jurisdiction, or all, are held back."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    code: Code
    source: _Side
    target: _Side
    same: Literal["device", "jurisdiction", "anywhere"] = "device"
    note: str = Field("", max_length=300)


INHIBITION: Kind[Inhibition] = Kind("alarm_inhibition", Inhibition)
