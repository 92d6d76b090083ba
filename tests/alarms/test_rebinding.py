"""Rules are changed while alarms stand."""

from uuid import UUID

import numpy as np

from yiwang.alarms.kernels.layout import Plans, frame, fresh
from yiwang.alarms.kernels.plans import compile_plans
from yiwang.alarms.kernels.rebinding import rebind
from yiwang.alarms.kernels.step import step
from yiwang.alarms.model.conditions import Condition
from yiwang.alarms.model.resolving import Series
from yiwang.alarms.model.rules import Rule, RuleSet

HIGH = Condition(code="high", kind="above", severity="red", bound=10, clear=5)
LOW = Condition(code="low", kind="below", severity="red", bound=0)
ODD = Condition(code="odd", kind="unusual", severity="yellow", bound=3, floor=1.0, warm=3)


def plans(*conditions: Condition, series: int = 2) -> Plans:
    rule = Rule(code="r", device_class="T", metric="m", conditions=conditions)
    return compile_plans(RuleSet(rules=(rule,)), [Series(UUID(int=0), "T", "m")] * series)


def test_an_alarm_goes_on_under_a_new_bound_and_in_another_column() -> None:
    old, new = plans(HIGH), plans(LOW, HIGH.model_copy(update={"clear": 7.0}), series=3)
    state, _ = step(fresh(old), old, frame([0, 1], [1000, 1000], [11.0, 6.0]), 1000)
    state, gone = rebind(state, old, new, 1500)
    assert gone.series.size == 0
    state, alarms = step(state, new, frame([0, 1, 2], [2000, 2000, 2000], [6.0, -1.0, 20.0]), 2000)
    found = {(int(s), new.codes[row][1], int(k)) for s, row, k in zip(*alarms[:3], strict=True)}
    assert found == {(0, "high", 2), (1, "low", 1), (2, "high", 1)}


def test_an_alarm_ends_with_its_condition() -> None:
    old, new = plans(HIGH, LOW), plans(LOW)
    state, _ = step(fresh(old), old, frame([1], [1000], [11.0]), 1000)
    _, gone = rebind(state, old, new, 1500)
    assert (gone.series.tolist(), gone.kind.tolist(), gone.time.tolist()) == ([1], [2], [1500])
    assert old.codes[gone.condition[0]] == ("r", "high")


def test_a_past_that_was_not_kept_begins_with_the_next_reading() -> None:
    old, new = plans(HIGH), plans(HIGH, ODD)
    times = np.arange(1, 11) * 1000
    state, _ = step(fresh(old), old, frame([0] * 10, times, [8.0] * 10), 10_000)
    state, _ = rebind(state, old, new, 10_000)
    state, alarms = step(state, new, frame([0] * 5, times[:5] + 10_000, [8.0] * 4 + [9.5]), 15_000)
    assert [new.codes[row][1] for row in alarms.condition] == ["odd"]
    assert state.core.record["n"][0] == 5


def test_a_stuck_value_is_seen_where_nothing_else_is_watched() -> None:
    alone = plans(Condition(code="still", kind="stuck", severity="red", bound=0, for_s=5))
    readings = frame([0] * 4, [1000, 4000, 8000, 9000], [1.0, 1.0, 1.0, 2.0])
    _, alarms = step(fresh(alone), alone, readings, 9000)
    assert (alarms.kind.tolist(), alarms.time.tolist()) == ([1, 2], [8000, 9000])
