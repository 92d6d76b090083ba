"""Rules say what is wrong with them, travel as TOML, and are changed by place and device."""

from uuid import UUID

import numpy as np
import pytest
from pydantic import ValidationError

from yiwang.alarms.kernels.layout import LATCHED, frame, fresh
from yiwang.alarms.kernels.packing import VERSION, pack, unpack
from yiwang.alarms.kernels.plans import compile_plans
from yiwang.alarms.kernels.step import release, step
from yiwang.alarms.model.conditions import Condition
from yiwang.alarms.model.resolving import Series
from yiwang.alarms.model.toml import read, write
from yiwang.base.errors import Invalid

CITY, STREET, DEVICE = UUID(int=1), UUID(int=2), UUID(int=3)
TEXT = f"""
[[schedules]]
code = "night"
windows = [{{ start = "22:00", end = "06:00" }}]

[[rules]]
code = "gas"
device_class = "GAS"
metric = "gas"
name_zh = "燃气浓度"
[[rules.conditions]]
code = "orange"
kind = "above"
severity = "orange"
bound = 10
clear = 5
for_s = 30
[[rules.conditions]]
code = "red"
kind = "above"
severity = "red"
bound = 25
latch = true

[[overrides]]
rule = "gas"
condition = "orange"
jurisdiction = "{STREET}"
values = {{ bound = 8.0, schedule = "night" }}

[[overrides]]
rule = "gas"
condition = "orange"
device = "{DEVICE}"
off = true
"""


def complaint(**changes: object) -> str:
    with pytest.raises(ValidationError) as refused:
        Condition(**({"code": "c", "kind": "above", "severity": "red", "bound": 1.0} | changes))
    return str(refused.value)


def test_a_condition_says_what_is_wrong_with_it() -> None:
    assert "would never stand" in complaint(clear=2.0)
    assert "needs a bound" in complaint(bound=None)
    assert "how long it may last" in complaint(kind="silent", bound=None)
    assert "smallest deviation that matters" in complaint(kind="unusual")
    assert "leave clear out" in complaint(kind="stuck", clear=1.0, for_s=5)
    assert "below zero" in complaint(kind="rise", bound=-1.0)
    assert "finite" in complaint(bound=float("inf"))


def test_a_rule_set_comes_back_from_toml_as_it_was() -> None:
    rules = read(TEXT)
    assert read(write(rules)) == rules


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ('condition = "orange"\ndevice', 'condition = "blue"\ndevice', "there is no gas/blue"),
        ("bound = 8.0", "bound = 3.0", "would never stand"),
        ('schedule = "night"', 'schedule = "noon"', "there is no schedule noon"),
        ('code = "red"', 'code = "orange"', "condition orange is there 2 times"),
        ("[[rules]]", "[[rules]", "This is no TOML"),
        ("latch = true", "latched = true", "Extra inputs"),
    ],
)
def test_a_wrong_rule_set_is_refused_with_the_reason(before: str, after: str, said: str) -> None:
    assert before in TEXT
    with pytest.raises(Invalid) as refused:
        read(TEXT.replace(before, after))
    assert said in str(refused.value.members)


def test_a_street_changes_the_rule_and_a_device_is_left_out_of_it() -> None:
    other = UUID(int=9)
    series = [
        Series(other, "GAS", "gas", (CITY,)),
        Series(other, "GAS", "gas", (CITY, STREET)),
        Series(DEVICE, "GAS", "gas", (CITY, STREET)),
        Series(other, "GAS", "battery", (CITY,)),
        Series(other, "GAS", "gas", (CITY,)),
    ]
    table = compile_plans(read(TEXT), series).table
    assert table.plan[0] == table.plan[4]
    assert len(set(table.plan.tolist())) == 4
    assert table.plans["count"][table.plan].tolist() == [2, 2, 1, 0, 2]
    assert table.plans["high"][table.plan].tolist() == [10.0, 8.0, 25.0, np.inf, 10.0]


def test_a_latched_alarm_waits_for_a_person() -> None:
    plans = compile_plans(read(TEXT), [Series(CITY, "GAS", "gas")])
    state, raised = step(fresh(plans), plans, frame([0, 0], [1000, 2000], [30.0, 1.0]), 2000)
    assert raised.kind.tolist() == [1, 3]
    assert plans.codes[raised.condition[0]] == ("gas", "red")
    assert state.core.watch["phase"][0, 1] == LATCHED
    assert release(state, 0, 1, int(raised.condition[0]), 5000).kind.tolist() == [2]
    assert release(state, 0, 1, int(raised.condition[0]), 6000).kind.size == 0


def test_readings_of_nobody_and_of_the_far_future_are_counted() -> None:
    plans = compile_plans(read(TEXT), [Series(CITY, "GAS", "gas")])
    readings = frame([0, 7, -1, 0, 0, 0], [1000, 1000, 1000, 10**9, 1000, 900], [0.0] * 6)
    state, _ = step(fresh(plans), plans, readings, 2000)
    assert state.core.dropped.tolist() == [1, 1, 1, 2]


def test_a_damaged_or_newer_state_is_refused() -> None:
    data = pack(fresh(compile_plans(read(TEXT), [Series(CITY, "GAS", "gas")])))
    assert pack(unpack(data)) == data
    newer = data[:4] + (VERSION + 1).to_bytes(2, "little") + data[6:]
    for wrong, said in ((data[:-1] + b"x", "damaged"), (newer, "upgrade"), (b"other", "not the state")):
        with pytest.raises(Invalid, match=said):
            unpack(wrong)


def test_more_alarms_than_there_was_room_for_all_come_out() -> None:
    plans = compile_plans(read(TEXT), [Series(CITY, "GAS", "gas")] * 3000)
    _, alarms = step(fresh(plans), plans, frame(np.arange(3000), [1000] * 3000, [99.0] * 3000), 1000)
    assert sorted(alarms.series.tolist()) == list(range(3000))
