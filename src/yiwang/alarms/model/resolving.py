"""Which rule holds for a series, with what its jurisdictions and its device change of it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from yiwang.alarms.model.conditions import Condition
from yiwang.alarms.model.rules import Override, Rule, RuleSet, overridden


@dataclass(frozen=True)
class Series:
    """One metric of one device: its class, its jurisdictions from the top of the tree down."""

    device: UUID
    device_class: str
    metric: str
    jurisdictions: tuple[UUID, ...] = ()


@dataclass(frozen=True)
class Resolved:
    """A rule with the conditions that hold: position by position those of the rule, None where one is off."""

    rule: Rule
    conditions: tuple[Condition | None, ...]


class Resolver:
    """Finds the resolved rule of any number of series; equal ones are the same object."""

    def __init__(self, rules: RuleSet) -> None:
        self._rules = {(rule.device_class, rule.metric): rule for rule in rules.rules}
        self._overrides: dict[str, dict[UUID, list[Override]]] = defaultdict(lambda: defaultdict(list))
        for one in rules.overrides:
            place = one.device or one.jurisdiction
            assert place is not None
            self._overrides[one.rule][place].append(one)
        self._known: dict[tuple[str, tuple[UUID, ...]], Resolved] = {}

    def resolve(self, series: Series) -> Resolved | None:
        """Return what holds for a series: the rule, changed from the top down, last by its device; None: no rule."""
        rule = self._rules.get((series.device_class, series.metric))
        if rule is None:
            return None
        overrides = self._overrides.get(rule.code, {})
        places = tuple(place for place in (*series.jurisdictions, series.device) if place in overrides)
        key = rule.code, places
        if key not in self._known:
            changes = [one for place in places for one in overrides[place]]
            self._known[key] = Resolved(rule, tuple(_changed(condition, changes) for condition in rule.conditions))
        return self._known[key]


def with_lateness(rules: RuleSet, of_class: Mapping[str, float]) -> RuleSet:
    """Return rules of which each says its lateness: its own, else that of its class (s; 0 for an unknown one)."""
    found = (
        rule
        if rule.lateness_s is not None
        else rule.model_copy(update={"lateness_s": of_class.get(rule.device_class, 0)})
        for rule in rules.rules
    )
    return rules.model_copy(update={"rules": tuple(found)})


def _changed(condition: Condition, changes: Sequence[Override]) -> Condition | None:
    """Return a condition with all changes in their order; a later change of values brings back what was off."""
    standing: Condition | None = condition
    for change in changes:
        if change.condition == condition.code:
            standing = None if change.off else overridden(standing or condition, change)
    return standing
