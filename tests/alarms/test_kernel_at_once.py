"""Eight readings that are taken in at once come out as each of them alone."""

from uuid import UUID

import numpy as np

from yiwang.alarms.kernels.layout import Frame, Plans, State, frame, fresh
from yiwang.alarms.kernels.packing import pack, unpack
from yiwang.alarms.kernels.plans import compile_plans
from yiwang.alarms.kernels.step import step
from yiwang.alarms.model.conditions import Condition
from yiwang.alarms.model.resolving import Series
from yiwang.alarms.model.rules import Rule, RuleSet

START, SERIES, TICKS = 1_790_000_000_000, 40, 60
KINDS = (
    (Condition(code="high", kind="above", severity="red", bound=2.0, clear=1.5, count=2, latch=True),),
    (
        Condition(code="low", kind="below", severity="red", bound=-2.0),
        Condition(code="jump", kind="change", severity="red", bound=3.0 / 60),
    ),
    (
        Condition(code="odd", kind="unusual", severity="red", bound=2.5, floor=0.5, warm=5),
        Condition(code="stuck", kind="stuck", severity="red", bound=0.01, for_s=100),
    ),
    (Condition(code="silent", kind="silent", severity="red", for_s=70),),
)


def plans() -> Plans:
    """Four kinds of series, in turns."""
    rules = tuple(
        Rule(code=f"r{k}", device_class="T", metric=f"m{k}", conditions=conditions, memory=10)
        for k, conditions in enumerate(KINDS)
    )
    return compile_plans(RuleSet(rules=rules), [Series(UUID(int=0), "T", f"m{k % 4}") for k in range(SERIES)])


def ticks() -> list[Frame]:
    """Frames of all series in random order: bad values, bad qualities, doubles, late ones and some of no series."""
    chance = np.random.default_rng(7)
    found = []
    for tick in range(TICKS):
        series = np.concatenate([chance.permutation(SERIES), chance.integers(-2, SERIES + 2, 6)])
        times = START + tick * 60_000 + chance.integers(-500, 500, series.size)
        times[chance.random(series.size) < 0.03] -= 60_000
        value = np.round(chance.normal(0.0, 1.0, series.size), 1)
        value[chance.random(series.size) < 0.03] = np.nan
        found.append(frame(series, times, value, (chance.random(series.size) < 0.03).astype(np.uint8)))
    return found


def run(pieces: list[Frame], watermarks: list[int]) -> tuple[State, list[tuple[object, ...]]]:
    declared, told = plans(), list[tuple[object, ...]]()
    state = fresh(declared)
    for piece, watermark in zip(pieces, watermarks, strict=True):
        state, alarms = step(state, declared, piece, watermark)
        told += [tuple(one) for one in zip(*(column.tolist() for column in alarms), strict=True)]
    return state, told


def test_many_readings_in_one_frame_are_judged_to_the_last_bit_as_each_in_a_frame_of_its_own() -> None:
    whole = ticks()
    single = [Frame(*(column[k : k + 1] for column in tick)) for tick in whole for k in range(tick.series.size)]
    before = START - 60_000
    at_once = run(whole, [before + 60_000 * k for k in range(TICKS)])
    alone = run(single, [before + 60_000 * k for k, tick in enumerate(whole) for _ in range(tick.series.size)])
    assert len(at_once[1]) > 200
    assert sorted(map(repr, at_once[1])) == sorted(map(repr, alone[1]))
    assert pack(at_once[0]) == pack(alone[0])
    assert at_once[0].core.dropped.tolist() == alone[0].core.dropped.tolist()
    assert (at_once[0].core.dropped > 0)[[0, 3]].all()


def test_readings_in_the_worst_order_are_judged_as_those_in_the_best_one_and_survive_a_restart() -> None:
    rule = Rule(code="r", device_class="T", metric="m0", conditions=KINDS[0], lateness_s=20)
    declared = compile_plans(RuleSet(rules=(rule,)), [Series(UUID(int=0), "T", "m0")] * 2)
    series, times = np.repeat([0, 1], 4_000), np.tile(START + np.arange(4_000) * 1_000, 2)
    value = np.round(np.random.default_rng(3).normal(0.0, 2.0, 8_000), 1)
    found = []
    for order in (np.arange(8_000), np.arange(8_000)[::-1]):
        piece = frame(series[order], times[order], value[order])
        state, alarms = step(fresh(declared), declared, piece, START + 3_990_000)
        assert sum(piece.series.size for piece in state.waiting()) == 2 * (9 + 20)
        state, last = step(unpack(pack(state)), declared, frame([], [], []), START + 5_000_000)
        told = [one for some in (alarms, last) for one in zip(*(column.tolist() for column in some[:4]), strict=True)]
        found.append((pack(state), sorted(told)))
    assert found[0] == found[1]
    assert len(found[0][1]) > 100
