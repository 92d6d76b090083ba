"""The rules as definitions: five kinds, and the set of them that is in force at a moment."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from yiwang import definitions
from yiwang.alarms.model.conditions import Schedule
from yiwang.alarms.model.rules import Combination, Fence, Override, Rule, RuleSet
from yiwang.db import Tx
from yiwang.definitions import Kind, Version

SCHEDULE: Kind[Schedule] = Kind("alarm_schedule", Schedule)
RULE: Kind[Rule] = Kind("alarm_rule", Rule)
OVERRIDE: Kind[Override] = Kind("alarm_override", Override, "key")
COMBINATION: Kind[Combination] = Kind("alarm_combination", Combination)
FENCE: Kind[Fence] = Kind("alarm_fence", Fence)
# The field of a rule set that each kind fills, in the order in which they refer to one another.
KINDS: dict[str, Kind[Any]] = {
    "schedules": SCHEDULE,
    "rules": RULE,
    "overrides": OVERRIDE,
    "combinations": COMBINATION,
    "fences": FENCE,
}


async def in_force(tx: Tx, at: datetime) -> RuleSet:
    """Return everything that holds at a moment."""
    return whole({name: [one.body for one in await definitions.as_of(tx, kind, at)] for name, kind in KINDS.items()})


def whole(parts: dict[str, list[Any]]) -> RuleSet:
    """Return declarations as one set; what refers to a rule or condition that has ended is left out with it."""
    conditions = {(rule.code, condition.code) for rule in parts["rules"] for condition in rule.conditions}
    return RuleSet(
        schedules=tuple(parts["schedules"]),
        rules=tuple(parts["rules"]),
        overrides=tuple(one for one in parts["overrides"] if (one.rule, one.condition) in conditions),
        combinations=tuple(
            one
            for one in parts["combinations"]
            if all((member.rule, member.condition) in conditions for member in one.members)
        ),
        fences=tuple(parts["fences"]),
    )


class RulesInForce:
    """The rules of this moment in memory; `refresh` costs one short statement while nothing changes."""

    def __init__(self) -> None:
        self.rules = RuleSet()
        self._edition = -1
        self._until: datetime | None = None

    async def refresh(self, tx: Tx) -> bool:
        """Take in what was declared, begins or ends since the last time; return whether the rules are others now."""
        edition = await definitions.edition(tx, *KINDS.values())
        if edition == self._edition and (self._until is None or tx.at < self._until):
            return False
        versions = {name: await definitions.history(tx, kind) for name, kind in KINDS.items()}
        self._until = min(_borders((one for some in versions.values() for one in some), tx.at), default=None)
        self._edition = edition
        before = self.rules
        self.rules = whole({name: [one.body for one in some if _holds(one, tx.at)] for name, some in versions.items()})
        return self.rules != before


def _holds(one: Version[Any], at: datetime) -> bool:
    return one.valid_from <= at and (one.valid_to is None or at < one.valid_to)


def _borders(versions: Iterable[Version[Any]], after: datetime) -> Iterable[datetime]:
    return (edge for one in versions for edge in (one.valid_from, one.valid_to) if edge is not None and edge > after)
