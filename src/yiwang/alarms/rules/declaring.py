"""Declaring rules: a set is published as a whole or not at all; each declaration in it has versions of its own."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from pydantic import ValidationError

from yiwang import access, definitions
from yiwang.access import Actor
from yiwang.alarms.model.rules import RuleSet
from yiwang.alarms.rules.book import KINDS, in_force, whole
from yiwang.base.errors import Forbidden, Invalid, NotFound
from yiwang.db import Tx
from yiwang.sensing import classes
from yiwang.sensing.classes import ClassBook

MANAGE, READ = "alarms.manage", "alarms.read"


@dataclass
class Published:
    """What publishing did, or would do: declarations (`alarm_rule SMK.fire`) that are new, other, the same, ended."""

    new: list[str] = field(default_factory=list)
    changed: dict[str, list[str]] = field(default_factory=dict)
    same: list[str] = field(default_factory=list)
    ended: list[str] = field(default_factory=list)


async def publish_rules(
    tx: Tx,
    actor: Actor,
    rules: RuleSet,
    *,
    valid_from: datetime,
    at: datetime,
    note: str = "",
    replace: bool = False,
    dry_run: bool = False,
) -> Published:
    """Publish declarations beside those in force, or (`replace`) instead of them; `Invalid` when they do not fit."""
    _may_declare(actor)
    now = await in_force(tx, valid_from)
    merged = rules if replace else _merged(now, rules)
    await _check(tx, merged, valid_from)
    found = Published()
    for name, kind in KINDS.items():
        bodies = list(getattr(rules, name))
        gone = _codes(name, now) - _codes(name, rules) if replace else set()
        found.ended += [f"{kind.name} {code}" for code in sorted(gone)]
        if dry_run:
            report = await definitions.dry_run(tx, kind, definitions.Draft(bodies), valid_from=valid_from)
            if report.faults:
                raise Invalid(report.faults[0].field, f"{report.faults[0].code}: {report.faults[0].detail}")
        else:
            report = await definitions.publish(tx, actor, kind, bodies, valid_from=valid_from, at=at, note=note)
            for code in sorted(gone):
                await definitions.end(tx, actor, kind, code, valid_to=valid_from, at=at)
        found.new += [f"{kind.name} {code}" for code in report.new]
        found.same += [f"{kind.name} {code}" for code in report.same]
        found.changed |= {
            f"{kind.name} {code}": [change.field for change in changes] for code, changes in report.changed.items()
        }
    return found


async def end_rule(
    tx: Tx, actor: Actor, kind: str, code: str, *, valid_to: datetime, at: datetime, reason: str = ""
) -> None:
    """Take one declaration out of force; `kind` is a field of a rule set (rules, overrides, schedules …)."""
    _may_declare(actor)
    if kind not in KINDS:
        raise Invalid("kind", f"Name one of {', '.join(KINDS)}.")
    now = await in_force(tx, valid_to)
    left = {
        name: [one for one in getattr(now, name) if (name, KINDS[name].code_of(one)) != (kind, code)] for name in KINDS
    }
    if kind == "schedules":
        _coherent(left)
    ended = await definitions.end(tx, actor, KINDS[kind], code, valid_to=valid_to, at=at)
    if reason.strip():
        access.audit(tx, actor, "alarms.end_rule", kind, ended.id, at, {"code": code, "reason": reason.strip()})


async def rules_at(tx: Tx, actor: Actor, at: datetime) -> RuleSet:
    """Return the rules in force at a moment, for who may see alarms."""
    actor.scope(READ)
    return await in_force(tx, at)


async def versions(tx: Tx, actor: Actor, kind: str, code: str | None, at: datetime) -> list[definitions.Version[Any]]:
    """Return every version of one declaration, the oldest first; without a code those in force and to come of all."""
    actor.scope(READ)
    if kind not in KINDS:
        raise Invalid("kind", f"Name one of {', '.join(KINDS)}.")
    found = await definitions.history(tx, KINDS[kind], code)
    if code is None:
        return [one for one in found if one.valid_to is None or one.valid_to > at]
    if not found:
        raise NotFound("There is no such declaration.")
    return found


def _may_declare(actor: Actor) -> None:
    if not actor.scope(MANAGE).everything:
        raise Forbidden("Alarm rules are the whole platform's; your role reaches only a part of it.")


def _codes(name: str, rules: RuleSet) -> set[str]:
    return {KINDS[name].code_of(one) for one in getattr(rules, name)}


def _merged(now: RuleSet, more: RuleSet) -> RuleSet:
    parts: dict[str, list[Any]] = {}
    for name in KINDS:
        new = _codes(name, more)
        kept = [one for one in getattr(now, name) if KINDS[name].code_of(one) not in new]
        parts[name] = [*kept, *getattr(more, name)]
    return _coherent(parts)


def _coherent(parts: dict[str, list[Any]]) -> RuleSet:
    try:
        return whole(parts)
    except ValidationError as error:
        raise Invalid("rules", f"{error.errors()[0]['msg']}.") from None


async def _check(tx: Tx, rules: RuleSet, at: datetime) -> None:
    book = await classes.kept().get(tx)
    for field_name, sentence in _strangers(rules, book, at):
        raise Invalid(field_name, sentence)


def _strangers(rules: RuleSet, book: ClassBook, at: datetime) -> Iterator[tuple[str, str]]:
    """Yield what names a class or a metric that nobody declared."""
    for name in ("rules", "fences"):
        for one in getattr(rules, name):
            kind = book.find(one.device_class, at) or book.last(one.device_class)
            if kind is None:
                yield name, f"{one.code}: there is no class of devices {one.device_class}."
            elif kind.metric(one.metric) is None:
                known = ", ".join(metric.code for metric in kind.metrics)
                yield name, f"{one.code}: {one.device_class} has no metric {one.metric}; it has {known}."
