"""What an inspection finds, and how figures are reckoned. Pure."""

from collections.abc import Iterable, Mapping
from typing import Any

OUTCOMES: dict[str, tuple[str, str]] = {
    "in_order": ("正常", "In order"),
    "repaired": ("现场修复", "Repaired on the spot"),
    "fault": ("故障", "Faulty"),
    "missing": ("缺失", "Missing"),
}
VERDICTS: dict[str, tuple[str, str]] = {
    "true": ("真警", "True"),
    "false": ("误报", "False"),
    "test": ("测试", "Test"),
    "fault": ("设备故障", "Device at fault"),
}
BY: dict[str, tuple[str, str]] = {
    "class": ("设备类型", "Class"),
    "street": ("街镇", "Street-town"),
    "jurisdiction": ("区划", "Jurisdiction"),
    "maker": ("厂家", "Maker"),
    "owner": ("权属单位", "Owner"),
    "maintainer": ("维护单位", "Maintainer"),
}
COUNTS = ("total", "online", "offline", "silent", "noisy", "fault", "maintenance", "judged", "wrong")
HEADINGS: dict[str, tuple[str, str]] = {
    "total": ("设备数", "Devices"),
    "online": ("在线", "Online"),
    "offline": ("离线", "Offline"),
    "silent": ("从未上报", "Never heard"),
    "noisy": ("频发", "Noisy"),
    "fault": ("故障", "At fault"),
    "maintenance": ("维护中", "In maintenance"),
    "judged": ("已判告警", "Alarms judged"),
    "wrong": ("误报告警", "Of these wrong"),
    "online_rate": ("在线率", "Online rate"),
    "misreport_rate": ("误报率", "Misreport rate"),
}


def state_after(outcome: str, state: str) -> str:
    """Return the state of a device after an inspection; a retired one stays retired."""
    if state == "retired":
        return state
    return "fault" if outcome in ("fault", "missing") else "in_service"


def summed(rows: Iterable[Mapping[str, Any]], key_of: Mapping[str | None, str | None] | None) -> list[dict[str, Any]]:
    """Return counts by the key that `key_of` gives for theirs (None: as it is), the most devices first, with rates.

    `online_rate` is of devices in service; `misreport_rate` of judged alarms, tests left out: false or a faulty device.
    """
    found: dict[str | None, dict[str, Any]] = {}
    for row in rows:
        key = row["key"] if key_of is None else key_of.get(row["key"])
        held = found.setdefault(key, {"key": key} | dict.fromkeys(COUNTS, 0))
        for name in COUNTS:
            held[name] += int(row[name] or 0)
    for held in found.values():
        heard = held["online"] + held["offline"]
        held["online_rate"] = held["online"] / heard if heard else None
        held["misreport_rate"] = held["wrong"] / held["judged"] if held["judged"] else None
    return sorted(found.values(), key=lambda one: (-one["total"], one["key"] or ""))
