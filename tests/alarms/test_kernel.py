"""The kernel says what the oracle says, whatever the order, the doubles, the gaps and the restarts."""

from uuid import UUID

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.alarms.oracle import Oracle
from yiwang.alarms.kernels.layout import KIND_NAMES, Frame, Plans, State, frame, fresh
from yiwang.alarms.kernels.packing import pack, unpack
from yiwang.alarms.kernels.plans import compile_plans
from yiwang.alarms.kernels.step import step
from yiwang.alarms.model.conditions import DEVIATIONS, LEVELS, RATES, Condition, Schedule, Window
from yiwang.alarms.model.resolving import Series
from yiwang.alarms.model.rules import Rule, RuleSet

START = 1_790_000_000_000
NIGHT = Schedule(code="night", windows=(Window(start="22:00", end="06:00"), Window(days=(6, 7))))
VALUES = st.just(0.0) | st.integers(-4, 4).map(float) | st.sampled_from([0.1, 0.5, 2.5, float("nan"), float("inf")])
Reading = tuple[int, int, float, int]


@st.composite
def conditions(draw: st.DrawFn, code: str) -> Condition:
    kind = draw(st.sampled_from([*LEVELS, *RATES, *DEVIATIONS, "stuck", "silent"]))
    given: dict[str, object] = {"code": code, "kind": kind, "severity": "red", "latch": draw(st.booleans())}
    if kind == "silent":
        return Condition(**given, for_s=draw(st.integers(1, 40)))
    given |= {
        "count": draw(st.integers(1, 3)),
        "for_s": draw(st.sampled_from([0, 0, 5, 20])),
        "clear_count": draw(st.integers(1, 2)),
        "clear_for_s": draw(st.sampled_from([0, 0, 10])),
        "gap_s": draw(st.sampled_from([None, 0, 7, 30])),
        "schedule": draw(st.sampled_from([None, None, "night"])),
    }
    if kind == "stuck":
        return Condition(**{**given, "for_s": draw(st.integers(1, 30))}, bound=draw(st.sampled_from([0.0, 1.0])))
    if kind in ("above", "below"):
        bound = float(draw(st.integers(-2, 2)))
        apart = draw(st.sampled_from([None, 0.0, 1.0]))
        sign = 1 if kind == "above" else -1
        given |= {"inclusive": draw(st.booleans()), "clear_inclusive": draw(st.booleans())}
        return Condition(**given, bound=bound, clear=None if apart is None else bound - sign * apart)
    given["clear"] = draw(st.sampled_from([None, 0.0, 0.05]))
    if kind in ("rise", "fall", "change"):
        return Condition(**given, bound=draw(st.sampled_from([0.1, 0.5])))
    given |= {"floor": 0.5, "warm": draw(st.integers(1, 4)), "seasonal": draw(st.booleans())}
    return Condition(**given, bound=draw(st.sampled_from([0.5, 2.0])))


@st.composite
def rules(draw: st.DrawFn, number: int, lateness: int) -> Rule:
    return Rule(
        code=f"r{number}",
        device_class="T",
        metric=f"m{number}",
        conditions=tuple(draw(conditions(f"c{k}")) for k in range(draw(st.sampled_from([1, 1, 2, 4])))),
        lateness_s=lateness,
        accept=draw(st.sampled_from([0, 1])),
        memory=draw(st.integers(1, 5)),
        season_memory=3,
    )


@st.composite
def stories(draw: st.DrawFn) -> tuple[RuleSet, list[Reading]]:
    """Three series with rules of their own, and their readings in the order they happened, at different times."""
    declared = RuleSet(
        schedules=(NIGHT,), rules=tuple(draw(rules(k, draw(st.sampled_from([0, 20])))) for k in range(3))
    )
    spans = st.sampled_from([1_000, 3_000, 5_000, 9_000, 41_000, 3_600_000, 7 * 86_400_000 - 5_000])
    readings, time = [], START
    for series, span, value, quality in draw(
        st.lists(
            st.tuples(st.integers(0, 2), spans, VALUES, st.sampled_from([0, 0, 0, 1, 2])), min_size=15, max_size=40
        )
    ):
        time += span
        readings.append((series, time, value, quality))
    return declared, readings


def plans_of(declared: RuleSet, each: int = 1) -> Plans:
    """One series (or more) for every rule."""
    return compile_plans(
        declared, [Series(UUID(int=0), "T", rule.metric) for rule in declared.rules for _ in range(each)]
    )


def columns(readings: list[Reading]) -> Frame:
    return frame(*([one[k] for one in readings] for k in range(4)))


def told(plans: Plans, declared: RuleSet, pieces: list[tuple[list[Reading], int]]) -> list[list[tuple[str, str, int]]]:
    """What the kernel makes of pieces with their watermarks, its state packed and unpacked at every step."""
    state: State = fresh(plans)
    found: list[list[tuple[str, str, int]]] = [[] for _ in declared.rules]
    for readings, watermark in pieces:
        state = unpack(pack(state))
        state, alarms = step(state, plans, columns(readings), watermark)
        for series, row, kind, time in zip(alarms.series, alarms.condition, alarms.kind, alarms.time, strict=True):
            found[series].append((plans.codes[row][1], KIND_NAMES[int(kind)], int(time)))
    return found


def expected(declared: RuleSet, readings: list[Reading], end: int) -> list[list[tuple[str, str, int]]]:
    """What the oracles make of readings in their order, and of silence up to `end`."""
    oracles = [Oracle(rule, declared.schedules) for rule in declared.rules]
    for series, time, value, quality in readings:
        oracles[series].read(time, value, quality)
    for oracle in oracles:
        oracle.quiet(end)
    return [sorted(oracle.alarms, key=lambda one: one[2]) for oracle in oracles]


def in_time(found: list[list[tuple[str, str, int]]]) -> list[list[tuple[str, str, int]]]:
    return [sorted(one, key=lambda alarm: alarm[2]) for one in found]


def same(found: list[list[tuple[str, str, int]]], wanted: list[list[tuple[str, str, int]]]) -> None:
    """The same alarms; those of one condition in the same order (two conditions may share a moment)."""
    for ours, theirs in zip(found, wanted, strict=True):
        for code in {one[0] for one in (*ours, *theirs)}:
            assert [one for one in ours if one[0] == code] == [one for one in theirs if one[0] == code]


QUICK = settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))


@QUICK
@given(stories(), st.data())
def test_it_equals_the_oracle_in_order_with_a_restart_at_every_step(
    story: tuple[RuleSet, list[Reading]], data: st.DataObject
) -> None:
    declared, readings = story
    plans = plans_of(declared)
    pieces, rest = [], list(readings)
    while rest:
        size = data.draw(st.integers(1, 8))
        piece, rest = rest[:size], rest[size:]
        pieces.append((piece, piece[-1][1]))
    end = (readings[-1][1] if readings else START) + 60_000
    pieces.append(([], end + 20_000))
    # A series with a lateness is 20 seconds behind the watermark; the oracle's silence ends where each is judged to.
    late = {k for k, rule in enumerate(declared.rules) if rule.lateness_s}
    found = told(plans, declared, pieces)
    wanted = expected(declared, readings, end)
    longer = expected(declared, readings, end + 20_000)
    same(found, [wanted[k] if k in late else longer[k] for k in range(3)])


@QUICK
@given(stories(), st.data())
def test_it_equals_the_oracle_when_readings_come_late_doubled_and_shuffled(
    story: tuple[RuleSet, list[Reading]], data: st.DataObject
) -> None:
    declared, readings = story
    declared = declared.model_copy(
        update={"rules": tuple(rule.model_copy(update={"lateness_s": 20.0}) for rule in declared.rules)}
    )
    plans = plans_of(declared)
    arrivals = []
    for one in readings:
        times = data.draw(st.sampled_from([1, 1, 1, 2]))
        arrivals += [(one[1] + data.draw(st.integers(0, 19_999)), one) for _ in range(times)]
    arrivals.sort(key=lambda pair: pair[0])
    pieces, rest = [], arrivals
    while rest:
        size = data.draw(st.integers(1, 8))
        piece, rest = rest[:size], rest[size:]
        # The watermark follows the arrivals: nothing that comes later is more than 20 seconds older.
        pieces.append(([one for _, one in piece], piece[-1][0]))
    end = (readings[-1][1] if readings else START) + 60_000
    pieces.append(([], end + 20_000))
    # Watermarks are looked at by whole seconds.
    same(told(plans, declared, pieces), expected(declared, readings, (end + 20_000) // 1000 * 1000 - 20_000))


def truth(ticks: int) -> tuple[int, int]:
    """Raised and cleared of 110,000 series, in two shards: v > 2.0 three times in a row, until v < 1.5."""
    rule = Rule(
        code="r",
        device_class="T",
        metric="m0",
        conditions=(Condition(code="c", kind="above", severity="red", bound=2.0, inclusive=False, clear=1.5, count=3),),
    )
    half = 55_000
    plans = plans_of(RuleSet(rules=(rule,)), half)
    states = [fresh(plans), fresh(plans)]
    chance, order = np.random.default_rng(20210831), np.random.default_rng(1)
    value, kinds = None, np.zeros(5, np.int64)
    for tick in range(ticks):
        noise = chance.standard_normal(2 * half)
        value = noise if value is None else 0.85 * value + np.sqrt(1 - 0.85**2) * noise
        for k in range(2):
            series = order.permutation(half)
            seen = np.round(value[k * half + series], 2)
            at = START + tick * 60_000
            states[k], alarms = step(states[k], plans, frame(series, np.full(half, at), seen), at)
            kinds += np.bincount(alarms.kind, minlength=5)
    return int(kinds[1]), int(kinds[2])


@pytest.mark.parametrize(("ticks", "counts"), [(8, (2163, 1032)), (10, (2708, 1587)), (20, (5463, 4391))])
def test_it_counts_what_every_other_engine_counted(ticks: int, counts: tuple[int, int]) -> None:
    assert truth(ticks) == counts
