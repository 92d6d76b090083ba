"""Rules resolved for the series of a shard, as arrays: one plan for each distinct set of parameters."""

import math
from collections.abc import Sequence
from typing import Any

import numpy as np

from yiwang.alarms.kernels.layout import (
    CONDITION,
    DEVIATION,
    LARGEST_SHARD,
    LEVEL,
    MINUTES,
    PLAN,
    RATE,
    SILENT,
    STUCK,
    Plans,
    Table,
)
from yiwang.alarms.model.conditions import DEVIATIONS, LEVELS, RATES, Condition, Schedule
from yiwang.alarms.model.resolving import Resolved, Resolver, Series
from yiwang.alarms.model.rules import RuleSet
from yiwang.base.errors import Invalid

# Longer than any time apart.
ENDLESS = 2**61
SHANGHAI_MS = 8 * 3_600_000
AHEAD_MS = 3_600_000
_KINDS = dict.fromkeys(LEVELS, LEVEL) | dict.fromkeys(RATES, RATE) | dict.fromkeys(DEVIATIONS, DEVIATION)
_SIGNS = {**LEVELS, **RATES, **DEVIATIONS, "stuck": 0, "silent": 0}


def compile_plans(
    rules: RuleSet, series: Sequence[Series], *, zone_ms: int = SHANGHAI_MS, ahead_ms: int = AHEAD_MS
) -> Plans:
    """Return the plans of a shard's series, in their order; a series without a rule gets a plan without conditions.

    `zone_ms` is the zone of schedules and of hours of the week; readings more than `ahead_ms` after the watermark are
    dropped.
    """
    if len(series) > LARGEST_SHARD:
        raise Invalid("series", f"A shard has at most {LARGEST_SHARD} series; {len(series)} are too many: split it.")
    resolver, builder = Resolver(rules), _Builder(rules.schedules)
    plan = np.array([builder.plan(resolver.resolve(one)) for one in series], np.uint16)
    plans = np.array(builder.plans, PLAN)
    seasonal = plans["season_alpha"][plan] > 0.0 if plan.size else np.zeros(0, bool)
    season = np.where(seasonal, np.cumsum(seasonal) - 1, -1).astype(np.int32)
    table = Table(
        plan, season, plans, np.array(builder.conditions, CONDITION), _minutes(rules.schedules), zone_ms, ahead_ms
    )
    return Plans(
        table,
        tuple(builder.codes),
        tuple(builder.severities),
        int(plans["count"].max(initial=0)),
        int(seasonal.sum()),
        held=bool((plans["lateness"][plan] > 0).any()),
        all_held=bool((plans["lateness"][plan] > 0).all()),
        silent=bool((plans["silent"][plan] < ENDLESS).any()),
    )


class _Builder:
    """Collects plans and conditions, each distinct one once."""

    def __init__(self, schedules: Sequence[Schedule]) -> None:
        self.plans: list[tuple[Any, ...]] = []
        self.conditions: list[tuple[float | int, ...]] = []
        self.codes: list[tuple[str, str]] = []
        self.severities: list[str] = []
        self._schedules = {schedule.code: number for number, schedule in enumerate(schedules)}
        self._known: dict[int, int] = {}
        self._kept: list[Resolved | None] = []

    def plan(self, resolved: Resolved | None) -> int:
        """Return the row of a resolved rule's plan."""
        if id(resolved) not in self._known:
            if len(self.plans) > np.iinfo(np.uint16).max:
                raise Invalid("overrides", "More than 65,536 different sets of parameters in one shard: split it.")
            self._known[id(resolved)] = len(self.plans)
            self._kept.append(resolved)
            self.plans.append(self._row(resolved))
        return self._known[id(resolved)]

    def _row(self, resolved: Resolved | None) -> tuple[Any, ...]:
        first = len(self.conditions)
        standing = [one for one in resolved.conditions if one is not None] if resolved else []
        rule = resolved.rule if resolved else None
        for one in standing:
            self.conditions.append(_condition(one, self._schedules))
            self.codes.append((rule.code if rule else "", one.code))
            self.severities.append(one.severity)
        plain = rule is not None and any(one.kind in DEVIATIONS and not one.seasonal for one in standing)
        seasonal = rule is not None and any(one.seasonal for one in standing)
        return (
            *_bounds(standing),
            2.0 / (rule.memory + 1) if rule and plain else 0.0,
            min((_ms(one.for_s) for one in standing if one.kind == "silent"), default=ENDLESS),
            min((one.warm for one in standing if one.kind in DEVIATIONS), default=0),
            2.0 / (rule.season_memory + 1) if rule and seasonal else 0.0,
            _ms(rule.lateness_s or 0.0) if rule else 0,
            first,
            len(standing),
            rule.accept if rule else 0,
            (0,) * 5,
        )


def _bounds(standing: Sequence[Condition]) -> tuple[float, ...]:
    """Return low, high, rise, fall, deviation2, floor2, tolerance: between them no condition can be breached."""
    above = [_bound(one) for one in standing if one.kind == "above"]
    below = [-_bound(one) for one in standing if one.kind == "below"]
    rise = [_bound(one) for one in standing if one.kind in ("rise", "change")]
    fall = [_bound(one) for one in standing if one.kind in ("fall", "change")]
    unusual = [one for one in standing if one.kind in DEVIATIONS]
    high = -math.inf if any(one.seasonal for one in standing) else min(above, default=math.inf)
    return (
        max(below, default=-math.inf),
        high,
        min(rise, default=math.inf),
        -min(fall, default=math.inf),
        min((_bound(one) * _bound(one) for one in unusual), default=0.0),
        min(((one.floor or 0.0) * (one.floor or 0.0) for one in unusual), default=math.inf),
        max((_bound(one) for one in standing if one.kind == "stuck"), default=-1.0),
    )


def _condition(one: Condition, schedules: dict[str, int]) -> tuple[float | int, ...]:
    bound = _bound(one)
    floor = one.floor or 0.0
    return (
        bound,
        _clear(one, bound),
        floor * floor,
        _ms(one.for_s),
        _ms(one.clear_for_s),
        ENDLESS if one.gap_s is None else _ms(one.gap_s),
        one.count,
        one.clear_count,
        one.warm,
        _KINDS.get(one.kind, STUCK if one.kind == "stuck" else SILENT),
        _SIGNS[one.kind],
        int(one.latch),
        int(one.seasonal),
        -1 if one.schedule is None else schedules[one.schedule],
    )


def _bound(one: Condition) -> float:
    """Return the least measure that is a breach: bounds of levels closed and turned upwards, rates by millisecond."""
    bound = one.bound or 0.0
    if one.kind in LEVELS:
        turned = LEVELS[one.kind] * bound
        return turned if one.inclusive else math.nextafter(turned, math.inf)
    return bound / 1000.0 if one.kind in RATES else bound


def _clear(one: Condition, bound: float) -> float:
    """Return the greatest measure that clears (what is still a breach never does)."""
    if one.clear is None:
        return bound
    if one.kind in LEVELS:
        turned = LEVELS[one.kind] * one.clear
        return turned if one.clear_inclusive else math.nextafter(turned, -math.inf)
    return one.clear / 1000.0 if one.kind in RATES else one.clear


def _ms(seconds: float) -> int:
    return round(seconds * 1000)


def _minutes(schedules: Sequence[Schedule]) -> np.ndarray[tuple[int, int], np.dtype[np.uint8]]:
    """Return for each schedule which minutes of the week it covers."""
    covered = np.zeros((len(schedules), MINUTES), np.uint8)
    for number, schedule in enumerate(schedules):
        for window in schedule.windows:
            first, length = window.minutes()
            for day in window.days:
                start = (day - 1) * 1440 + first
                covered[number, np.arange(start, start + length) % MINUTES] = 1
    return covered
