"""What an alarm becomes: the template that holds for it, its words, what it joins, when it is part of a storm. Pure."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Self
from uuid import UUID, uuid5

from pydantic import BaseModel, ConfigDict, Field, model_validator

from yiwang.alarms.handling.model import Alarm
from yiwang.definitions.model import Kind
from yiwang.matters.model import MatterBody
from yiwang.sensing.classes.model import DeviceClass

Code = str
FIRE = "EXT21001"
# Repairs of devices 维保: for the maintainer, in no street's figures.
UPKEEP_MATTER = "EXT24001"
UPKEEP = MatterBody(
    code=UPKEEP_MATTER,
    name="物联设备故障",
    major="WB",
    major_name="设备维保类",
    filing_condition="设备离线、故障或需要保养",
    closing_condition="设备恢复上报，告警消除",
    limit_value=3,
    limit_unit="working_days",
    limit_source="平台默认",
    before_photos=0,
    after_photos=0,
    merge_radius=0,
)
# What speaks of the device itself, not of what it watches.
OWN_METRICS = frozenset({"battery", "chamber_dirt", "sensor_age", "rsrp", "signal", "line", "temperature_case"})
TRIAGE_MINUTES = {"red": 3.0, "orange": 5.0, "yellow": 15.0, "blue": 30.0}
_MATTER = re.compile(r"(EXT\d{5})\s+([^;|,(（]+)")
_GROUPS = UUID("0b8f6a0e-51a5-5a51-9a0b-6f1d5d0c7e28")
# Silent devices wait under this name for others; a storm at a place has its name behind an @.
SILENT = "storm:silent"
# So many times as many, scattered over the whole city, are a storm too: a network's outage.
SCATTERED = 5
_SEVERITY = {"red": "红色", "orange": "橙色", "yellow": "黄色", "blue": "蓝色"}


class Template(BaseModel):
    """What alarms of a class, a rule or one of its conditions become; the most exact one holds.

    A rule, or a class, is proven with `proven_verdicts` verdicts and a precision of `proven_precision`: what it raises
    goes its way by itself. `storm_devices` within `storm_minutes` are one event. An upkeep waits `wait_s` for others.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)
    code: str = Field(pattern=r"^[A-Za-z0-9_.-]{1,64}$")
    device_class: str | None = Field(None, max_length=40)
    rule: str | None = Field(None, max_length=64)
    condition: str | None = Field(None, max_length=64)
    matter: str | None = Field(None, max_length=40)
    title: str = Field("", max_length=100)
    text: str = Field("", max_length=600)
    upkeep: bool = False
    ignore: bool = False
    triage_minutes: float | None = Field(None, gt=0, le=10_080)
    proven_verdicts: int = Field(50, ge=1, le=1_000_000)
    proven_precision: float = Field(0.95, gt=0, le=1)
    storm_devices: int = Field(20, ge=2, le=100_000)
    storm_minutes: float = Field(5, gt=0, le=1_440)
    wait_s: float = Field(60, ge=0, le=3_600)

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if self.device_class is None and self.rule is None:
            raise ValueError("name a device_class or a rule")
        if self.condition is not None and self.rule is None:
            raise ValueError("a condition belongs to a rule: name it too")
        for words in (self.title, self.text):
            words_of(words, dict.fromkeys(PLACEHOLDERS, ""))
        return self

    @property
    def exactness(self) -> int:
        return 4 * (self.condition is not None) + 2 * (self.rule is not None) + (self.device_class is not None)

    def fits(self, alarm: Alarm) -> bool:
        """Say whether it holds for an alarm."""
        wanted = (self.device_class, self.rule, self.condition)
        there = (alarm.class_code, alarm.rule, alarm.condition)
        return all(want in (None, has) for want, has in zip(wanted, there, strict=True))


TEMPLATE: Kind[Template] = Kind("alarm_event", Template)
PLACEHOLDERS = ("device", "code", "class", "metric", "value", "unit", "severity", "place", "time", "condition")


@dataclass(frozen=True)
class Plan:
    """What one alarm becomes. Two plans of one `key` are one event; those of one `storm` may be."""

    alarm: Alarm
    template: Template
    matter: str
    title: str
    text: str
    key: str
    storm: str
    upkeep: bool

    @property
    def awaits(self) -> timedelta:
        """How long others of its kind are awaited before anything is made of it."""
        return timedelta(seconds=self.template.wait_s if self.upkeep else 0)

    @property
    def triage(self) -> timedelta:
        """How long a person has to judge before it goes up."""
        usual = TRIAGE_MINUTES["red"] if self.matter == FIRE else TRIAGE_MINUTES[self.alarm.severity]
        return timedelta(minutes=self.template.triage_minutes or usual)


def template_for(templates: Iterable[Template], alarm: Alarm) -> Template:
    """Return the most exact template that holds for an alarm; without one its class decides."""
    fitting = [one for one in templates if one.fits(alarm)]
    if fitting:
        return max(fitting, key=lambda one: (one.exactness, one.code))
    own = alarm.silent or alarm.metric in OWN_METRICS
    return Template(code="by-class", device_class=alarm.class_code, upkeep=own)


def plan(alarm: Alarm, templates: Iterable[Template], known: DeviceClass | None, zone: Any) -> Plan | None:
    """Return what an alarm becomes; None where its template says nothing."""
    template = template_for(templates, alarm)
    if template.ignore:
        return None
    upkeep = template.upkeep
    matter = UPKEEP_MATTER if upkeep else template.matter or _matter_of(known)
    told = _told(alarm, known, zone)
    title = words_of(template.title or ("{class}离线" if alarm.silent else "{class}{metric}告警"), told)
    usual = "{device}（{code}）{condition}，{severity}告警。地点：{place}。"
    text = words_of(template.text or (usual if alarm.silent else usual[:-1] + "，数值 {value}{unit}。"), told)
    where = "" if alarm.silent else f":{alarm.class_code}:{alarm.rule}/{alarm.condition}:{alarm.jurisdiction_id}"
    return Plan(
        alarm=alarm,
        template=template,
        matter=matter,
        title=title,
        text=text,
        key=f"device:{alarm.device_id}:{matter}",
        storm=SILENT if alarm.silent else f"storm:values{where}",
        upkeep=upkeep,
    )


def words_of(template: str, told: dict[str, str]) -> str:
    """Return a template's words; ValueError names a placeholder that is not there."""
    try:
        return template.format_map(told)
    except (KeyError, IndexError, AttributeError, ValueError) as error:
        raise ValueError(f"only {{{'}, {'.join(PLACEHOLDERS)}}} may stand in words: {error}") from None


def storms_of(plans: Sequence[Plan], recent: dict[str, int], standing: Iterable[str]) -> dict[str, list[Plan]]:
    """Return the plans that belong to a storm, by its name: one that is on, or enough devices within its minutes."""
    groups: dict[str, list[Plan]] = {}
    for one in plans:
        groups.setdefault(one.storm, []).append(one)
    on = set(standing)
    return {
        name: group
        for name, group in groups.items()
        if name in on or len({one.alarm.device_id for one in group}) + recent.get(name, 0) >= _fewest(name, group[0])
    }


def _fewest(name: str, first: Plan) -> int:
    """Return how many devices are a storm of this name; of one at a place there are enough already."""
    if name.startswith(f"{SILENT}@"):
        return 1
    return first.template.storm_devices * (SCATTERED if name == SILENT else 1)


def family(storm: str) -> str:
    """Return the name under which a storm's devices wait: of one at a place that of all silent ones."""
    return storm.split("@", 1)[0]


def group_id(name: str) -> UUID:
    """Return the id of a group that is awaited: the same name is the same everywhere."""
    return uuid5(_GROUPS, name)


def matter_names(text: str) -> dict[str, str]:
    """Return the matters of its own (EXT…) that a class names, with their names."""
    return {code: name.strip() for code, name in _MATTER.findall(text)}


def _matter_of(known: DeviceClass | None) -> str:
    return known.matter_codes[0] if known and known.matter_codes else UPKEEP_MATTER


def _told(alarm: Alarm, known: DeviceClass | None, zone: Any) -> dict[str, str]:
    metric = known.metric(alarm.metric) if known else None
    return {
        "device": alarm.name,
        "code": alarm.device_code,
        "class": known.name if known else alarm.class_code,
        "metric": metric.name if metric else alarm.metric,
        "value": "—" if alarm.value is None else f"{alarm.value:g}",
        "unit": (metric.unit if metric else "") or "",
        "severity": _SEVERITY[alarm.severity],
        "place": " ".join(part for part in (alarm.address, alarm.floor) if part) or "见地图",
        "time": f"{alarm.raised_at.astimezone(zone):%m-%d %H:%M:%S}",
        "condition": "离线" if alarm.silent else f"触发规则 {alarm.rule}/{alarm.condition}",
    }
