"""An alarm as people see it: the row the driver keeps, its device, what was done with it, the last verdict."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

STATES: dict[str, tuple[str, str]] = {
    "firing": ("告警中", "Firing"),
    "recovered": ("已恢复待解除", "Recovered, to be released"),
    "resolved": ("已消除", "Resolved"),
}
SEVERITIES: dict[str, tuple[str, str]] = {
    "red": ("红色", "Red"),
    "orange": ("橙色", "Orange"),
    "yellow": ("黄色", "Yellow"),
    "blue": ("蓝色", "Blue"),
}
VERDICTS: dict[str, tuple[str, str]] = {
    "true": ("属实", "True"),
    "false": ("误报", "False"),
    "test": ("测试", "Test"),
    "fault": ("设备故障", "Device fault"),
}


@dataclass(frozen=True)
class Alarm:
    """One alarm. `value` raised it, in the metric's unit; `explanation` is the condition as it was in force."""

    id: UUID
    kind: str
    rule: str
    condition: str
    metric: str
    device_id: UUID
    class_code: str
    jurisdiction_id: UUID | None
    organisation_id: UUID | None
    severity: str
    state: str
    raised_at: datetime
    recovered_at: datetime | None
    resolved_at: datetime | None
    again_at: datetime | None
    again: int
    value: float | None
    last_value: float | None
    explanation: dict[str, Any]
    contexts: list[str]
    drill: bool
    acknowledged_at: datetime | None
    acknowledged_by: UUID | None
    assigned_to: UUID | None
    version: int
    device_code: str
    device_name: str
    address: str
    floor: str
    lon: float | None
    lat: float | None
    maintainer_id: UUID | None
    installed_on: Any
    verdict: str | None
    judged_at: datetime | None

    @property
    def silent(self) -> bool:
        """Whether it says that nothing was heard: the device is offline."""
        told = self.explanation.get("condition", self.explanation)
        return isinstance(told, dict) and told.get("kind") == "silent"

    @property
    def name(self) -> str:
        """Return what a person calls the device."""
        return self.device_name or self.device_code
