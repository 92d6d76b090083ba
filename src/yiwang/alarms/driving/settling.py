"""From what a kernel gave out to rows and facts: in the transaction that moves the shard's cursor."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from yiwang.alarms.driving.shard import Shard
from yiwang.alarms.facts import AlarmRaised, AlarmRecovered, AlarmResolved
from yiwang.alarms.kernels.layout import AGAIN, RAISED, RECOVERED
from yiwang.alarms.model.changes import (
    DRILLS,
    Change,
    Context,
    Key,
    Standing,
    Withheld,
    alarm_id,
    forbidden,
    moment,
)
from yiwang.alarms.store import contexts as contexts_store
from yiwang.alarms.store import shards as shards_store
from yiwang.alarms.store import standing as store
from yiwang.alarms.store.standing import Moved, NewAlarm
from yiwang.db import Tx
from yiwang.ledger import Fact, record
from yiwang.sensing.devices import Known, Whereabouts, whereabouts


@dataclass
class Around:
    """What is known of the world when alarms are written: contexts, where devices are, which alarms stand yet."""

    contexts: list[Context] = field(default_factory=list)
    points: dict[UUID, Whereabouts] = field(default_factory=dict)
    ended: set[UUID] = field(default_factory=set)

    def holding(self, shard: Shard, known: Known, series: int, time: int) -> list[str]:
        """Return the codes of the contexts that hold for a device at a moment (ms)."""
        point = self.points.get(known.id) or Whereabouts(None, None, None)
        places, at = shard.layout.places_of(series), moment(time)
        return sorted({one.code for one in self.contexts if one.holds(at, known.id, places, point.lon, point.lat)})


@dataclass
class _Writing:
    """What one transaction writes for one shard."""

    shard: Shard
    around: Around
    new: dict[UUID, NewAlarm] = field(default_factory=dict)
    moved: dict[UUID, Moved] = field(default_factory=dict)
    facts: list[tuple[Fact, int, bool]] = field(default_factory=list)
    withheld: dict[Key, Withheld | None] = field(default_factory=dict)

    def take(self, change: Change) -> None:
        """Note one change; a shard's changes come in the order in which they happened to each watch."""
        standing = self.shard.standing.get(change.key)
        if standing is not None and standing.id in self.around.ended:
            del self.shard.standing[change.key]
            standing = None
        if change.kind in (RAISED, AGAIN):
            if standing is None:
                self._raise(change)
            else:
                self._again(change, standing)
        elif change.key in self.shard.withheld:
            del self.shard.withheld[change.key]
            self.withheld[change.key] = None
        elif standing is not None:
            self._clear(change, standing)

    def _raise(self, change: Change) -> None:
        known = self.shard.layout.device_of(change.series)
        if known is None:
            return  # retired meanwhile: nobody would look after it
        holding = self.around.holding(self.shard, known, change.series, change.time)
        rule = self.shard.layout.rules.get(change.rule)
        explanation = _explained(self.shard, change, known)
        if rule is not None and forbidden(rule.unless, rule.only, holding):
            one = Withheld(change.time, _number(change.value), change.severity, explanation)
            self.shard.withheld[change.key] = self.withheld[change.key] = one
            return
        self.enter(change, known, holding, explanation)

    def enter(self, change: Change, known: Known, holding: list[str], explanation: dict[str, Any]) -> None:
        """Begin an alarm."""
        index = change.series - known.first
        row = NewAlarm(
            id=alarm_id(change.key, change.time),
            kind="rule",
            rule=change.rule,
            condition=change.condition,
            metric=str(explanation.get("metric", known.metrics[index])),
            device_id=known.id,
            class_code=known.class_code,
            jurisdiction_id=known.jurisdiction_id,
            organisation_id=known.organisation_id,
            severity=change.severity,
            raised_at=moment(change.time),
            value=_number(change.value),
            explanation=explanation,
            contexts=holding,
            drill=bool(DRILLS.intersection(holding)),
            shard=self.shard.number,
            series=change.series,
        )
        self.new[row.id] = row
        self.shard.standing[change.key] = Standing(
            row.id, row.severity, row.state, row.device_id, row.class_code, row.jurisdiction_id
        )
        self._tell_raised(change, row.id, row.metric, known, holding, again=False)

    def _again(self, change: Change, standing: Standing) -> None:
        known = self.shard.layout.device_of(change.series)
        row = self._row(standing)
        standing.state = row.state = "firing"
        row.again_at, row.again, row.last_value = moment(change.time), row.again + 1, _number(change.value)
        if known is not None:
            holding = self.around.holding(self.shard, known, change.series, change.time)
            metric = known.metrics[change.series - known.first]
            self._tell_raised(change, standing.id, metric, known, holding, again=True)

    def _clear(self, change: Change, standing: Standing) -> None:
        row = self._row(standing)
        row.last_value = _number(change.value)
        if change.kind == RECOVERED:
            standing.state = row.state = "recovered"
            row.recovered_at = moment(change.time)
            told: Fact = AlarmRecovered(
                standing.id, standing.device_id, standing.class_code, change.rule, change.condition
            )
        else:
            row.state, row.resolved_at = "resolved", moment(change.time)
            del self.shard.standing[change.key]
            told = AlarmResolved(
                standing.id, standing.device_id, standing.class_code, change.rule, change.condition,
                standing.severity, standing.jurisdiction_id, change.ended,
            )  # fmt: skip
        self.facts.append((told, change.time, False))

    def _row(self, standing: Standing) -> NewAlarm | Moved:
        if standing.id in self.new:
            return self.new[standing.id]
        return self.moved.setdefault(standing.id, Moved(standing.id, standing.state))

    def _tell_raised(
        self, change: Change, alarm: UUID, metric: str, known: Known, holding: list[str], *, again: bool
    ) -> None:
        drill = bool(DRILLS.intersection(holding))
        told = AlarmRaised(
            alarm, known.id, known.class_code, metric, change.rule, change.condition, change.severity,
            known.jurisdiction_id, known.organisation_id, _number(change.value), drill, again,
            contexts=tuple(holding),
        )  # fmt: skip
        self.facts.append((told, change.time, drill))


async def settle(tx: Tx, shard: Shard, changes: Sequence[Change], actor: UUID) -> int:
    """Queue the rows and facts of a shard's changes; return how many alarms were raised."""
    if not changes:
        return 0
    around = await _look_around(tx, shard, changes)
    writing = _Writing(shard, around)
    for change in changes:
        writing.take(change)
    return await _write(tx, writing, actor)


async def promote(tx: Tx, shard: Shard, now: int, actor: UUID) -> int:
    """Raise what contexts forbade and forbid no more; return how many alarms that were."""
    waiting = list(shard.withheld.items())
    if not waiting:
        return 0
    known = {key[0]: found for key, _ in waiting if (found := shard.layout.device_of(key[0])) is not None}
    around = await _world(tx, now, now, {found.id for found in known.values()})
    writing = _Writing(shard, around)
    for key, one in waiting:
        device, rule = known.get(key[0]), shard.layout.rules.get(key[1])
        if device is None or rule is None:
            continue
        holding = around.holding(shard, device, key[0], now)
        if forbidden(rule.unless, rule.only, holding):
            continue
        del shard.withheld[key]
        writing.withheld[key] = None
        value = math.nan if one.value is None else one.value
        change = Change(key[0], key[1], key[2], one.severity, RAISED, now, value)
        writing.enter(change, device, holding, one.explanation | {"withheld_since": moment(one.since).isoformat()})
    return await _write(tx, writing, actor)


async def _write(tx: Tx, writing: _Writing, actor: UUID) -> int:
    store.move(tx, list(writing.moved.values()))
    store.insert(tx, list(writing.new.values()))
    for key, kept in writing.withheld.items():
        if kept is None:
            shards_store.let_go(tx, key)
        else:
            shards_store.withhold(tx, writing.shard.number, key, kept)
    for fact, time, drill in writing.facts:
        await record(tx, fact, at=moment(time), actor=actor, drill=drill)
    return len(writing.new)


async def _look_around(tx: Tx, shard: Shard, changes: Sequence[Change]) -> Around:
    """Ask what the changes depend on: nothing where they depend on nothing."""
    ids = {standing.id for one in changes if (standing := shard.standing.get(one.key)) is not None}
    ended = ids - await store.still(tx, list(ids)) if ids else set()
    raised = [one for one in changes if one.kind in (RAISED, AGAIN)]
    if not raised:
        return Around(ended=ended)
    devices = {known.id for one in raised if (known := shard.layout.device_of(one.series)) is not None}
    found = await _world(tx, min(one.time for one in raised), max(one.time for one in raised), devices)
    found.ended = ended
    return found


async def _world(tx: Tx, since: int, until: int, devices: set[UUID]) -> Around:
    contexts = await contexts_store.meeting(tx, moment(since), moment(until))
    points = await whereabouts(tx, devices) if any(one.radius_m is not None for one in contexts) else {}
    return Around(contexts, points)


def _explained(shard: Shard, change: Change, known: Known) -> dict[str, Any]:
    condition = shard.layout.condition_of(change.series, change.rule, change.condition)
    if condition is None:
        return {"code": change.condition, "kind": change.condition, "severity": change.severity}
    said = condition.model_dump(mode="json", exclude_defaults=True)
    return {"metric": known.metrics[change.series - known.first], **said}


def _number(value: float) -> float | None:
    return value if math.isfinite(value) else None
