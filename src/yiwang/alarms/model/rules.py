"""Alarm rules: one for a class and metric, what jurisdictions and devices change of it, and the second stage."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Literal, Self
from uuid import UUID

from pydantic import Field, ValidationError, model_validator

from yiwang.alarms.model.conditions import Code, Condition, Declared, Schedule, Seconds, Severity

# A series has at most so many conditions: the state has a column for each.
MOST_CONDITIONS = 16


class Rule(Declared):
    """What is watched of one metric of one class of devices.

    `lateness_s`: how long a reading may be overtaken by later ones (0: each is judged as it comes; None: what its
    class says). `accept`: the quality bits that do not spoil a reading. The past is an exponential mean over about
    `memory` readings; of the seasonal one over `season_memory` readings of the same hour of the week. While one of the
    contexts `unless` holds at the device's place the rule raises nothing; with `only`, while one of them holds.
    """

    code: Code
    device_class: Code
    metric: Code
    name_zh: str = ""
    name_en: str = ""
    conditions: tuple[Condition, ...] = Field(min_length=1, max_length=MOST_CONDITIONS)
    lateness_s: Seconds | None = None
    accept: int = Field(0, ge=0, le=255)
    memory: int = Field(100, ge=1, le=10_000_000)
    season_memory: int = Field(12, ge=1, le=10_000_000)
    unless: tuple[Code, ...] = ()
    only: tuple[Code, ...] = ()

    @model_validator(mode="after")
    def _distinct(self) -> Self:
        _no_doubles("condition", (one.code for one in self.conditions))
        return self


class Override(Declared):
    """Other values of one condition, or no condition at all, in a jurisdiction and all below it, or for one device."""

    rule: Code
    condition: Code
    jurisdiction: UUID | None = None
    device: UUID | None = None
    off: bool = False
    values: dict[str, float | int | bool | str] = Field(default_factory=dict)

    @property
    def key(self) -> str:
        """Return what an override is known by: one of a condition at a place."""
        return f"{self.rule}/{self.condition}@{self.jurisdiction or self.device}"

    @model_validator(mode="after")
    def _one_place(self) -> Self:
        if (self.jurisdiction is None) == (self.device is None):
            raise ValueError("name a jurisdiction or a device, and only one of them")
        if self.off == bool(self.values):
            raise ValueError("give values, or set off = true")
        if {"code", "kind"} & self.values.keys():
            raise ValueError("code and kind cannot be overridden: write another condition")
        return self


class Member(Declared):
    """A condition of a rule whose alarm counts in a combination."""

    rule: Code
    condition: Code


class Combination(Declared):
    """Second stage: an alarm over standing alarms of one device, one address, or neighbours within a distance.

    It stands while at least `at_least` different series (of one device: members) stand that were raised within
    `within_s` of one another (None: whenever).
    """

    code: Code
    across: Literal["device", "address", "neighbours"]
    members: tuple[Member, ...] = Field(min_length=1)
    at_least: int = Field(2, ge=1, le=10_000)
    within_s: Seconds | None = None
    distance_m: float | None = Field(None, gt=0, le=100_000)
    severity: Severity

    @model_validator(mode="after")
    def _reach(self) -> Self:
        if (self.across == "neighbours") != (self.distance_m is not None):
            raise ValueError("neighbours need distance_m, and only they")
        if self.across == "device" and self.at_least > len(self.members):
            raise ValueError("a device cannot have more standing members than the combination names")
        return self


class Fence(Declared):
    """Second stage: positions of a class judged against a map feature; the derived value is 1 on the wrong side."""

    code: Code
    device_class: Code
    feature: UUID
    side: Literal["inside", "outside"]
    metric: Code


class RuleSet(Declared):
    """Everything that holds at one time. What refers to something names something that is there."""

    schedules: tuple[Schedule, ...] = ()
    rules: tuple[Rule, ...] = ()
    overrides: tuple[Override, ...] = ()
    combinations: tuple[Combination, ...] = ()
    fences: tuple[Fence, ...] = ()

    @model_validator(mode="after")
    def _refers(self) -> Self:
        _no_doubles("schedule", (one.code for one in self.schedules))
        _no_doubles("rule", (one.code for one in self.rules))
        _no_doubles("rule for", (f"{one.device_class} {one.metric}" for one in self.rules))
        _no_doubles("combination", (one.code for one in self.combinations))
        _no_doubles("fence", (one.code for one in self.fences))
        _no_doubles("fence for", (f"{one.device_class} {one.metric}" for one in self.fences))
        for complaint in (*self._schedules(), *self._members(), *self._overridden()):
            raise ValueError(complaint)
        return self

    def _schedules(self) -> Iterator[str]:
        known = {one.code for one in self.schedules}
        for rule in self.rules:
            for condition in rule.conditions:
                if condition.schedule is not None and condition.schedule not in known:
                    yield f"rule {rule.code}, condition {condition.code}: there is no schedule {condition.schedule}"

    def _members(self) -> Iterator[str]:
        known = {(rule.code, condition.code) for rule in self.rules for condition in rule.conditions}
        for combination in self.combinations:
            for member in combination.members:
                if (member.rule, member.condition) not in known:
                    yield f"combination {combination.code}: there is no {member.rule}/{member.condition}"

    def _overridden(self) -> Iterator[str]:
        rules = {rule.code: rule for rule in self.rules}
        places = Counter((one.rule, one.condition, one.jurisdiction, one.device) for one in self.overrides)
        for number, one in enumerate(self.overrides, 1):
            found = [c for c in rules[one.rule].conditions if c.code == one.condition] if one.rule in rules else []
            if not found:
                yield f"override {number}: there is no {one.rule}/{one.condition}"
            elif places[one.rule, one.condition, one.jurisdiction, one.device] > 1:
                yield f"override {number}: {one.rule}/{one.condition} is overridden twice at the same place"
            elif one.values.get("schedule", found[0].schedule) not in {None, *(s.code for s in self.schedules)}:
                yield f"override {number}: there is no schedule {one.values['schedule']}"
            else:
                try:
                    overridden(found[0], one)
                except ValidationError as error:
                    yield f"override {number}: {error.errors()[0]['msg']}"


def overridden(condition: Condition, override: Override) -> Condition:
    """Return a condition with an override's values, checked once more."""
    return Condition.model_validate({**condition.model_dump(), **override.values})


def _no_doubles(what: str, codes: Iterable[str]) -> None:
    for code, times in Counter(codes).items():
        if times > 1:
            raise ValueError(f"{what} {code} is there {times} times")
