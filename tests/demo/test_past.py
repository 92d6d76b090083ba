"""The past of the city: same seed, same past; lives in order, at the sources' rates; open ones included."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from typing import Any

import numpy as np
import pytest
from tests.demo.test_city import boundaries

from yiwang.demo.crews import staff_rows
from yiwang.demo.past.attendance import A_DAY, shifts_of_day
from yiwang.demo.past.days import rows_of_day
from yiwang.demo.past.lives import Kind, life
from yiwang.demo.past.verdicts import alarms_of_day
from yiwang.demo.world import Device, Place, World

ANCHOR = datetime(2026, 11, 19, 4, tzinfo=UTC)
NOON = ANCHOR.timestamp()
HOMES = sorted(code for code, _, _ in boundaries())


@pytest.fixture(scope="module", name="world")
def _world() -> World:
    places = [Place(f"云桐路{n}号", 121.4 + n / 1e4, 31.24, HOMES[n]) for n in range(20)]
    smoke = {"code": "SMK", "name": "烟感", "matter_codes": ["EXT21001"], "planned_cases_a_day": 60.0,
             "planned_false_pct": 70.0}  # fmt: skip
    asked = {"confirm": False, "check": True}
    matters = {code: {**asked, "major": code[:2]} for code in ("06010", "09010", "EXT21001")}
    leads = {("06", f"{HOMES[0][:9]}000"): "STREET", ("06", "310107000000"): "DISTRICT", ("*", "310107000000"): "ANY"}
    devices = {"SMK": [Device(f"SMK-{n}", places[n]) for n in range(20)]}
    return World(devices, places, [smoke], matters, leads, {"SMK": ("SMK.fire", "fire", "red")})


@pytest.fixture(scope="module", name="day")
def _day(world: World) -> list[dict[str, Any]]:
    return list(rows_of_day(world, 7, 0.3, ANCHOR, 3))


def test_the_same_seed_gives_the_same_day_and_no_two_days_are_alike(world: World, day: list[dict[str, Any]]) -> None:
    assert list(rows_of_day(world, 7, 0.3, ANCHOR, 3)) == day
    other = list(rows_of_day(world, 7, 0.3, ANCHOR, 4))
    assert {row["id"] for row in day}.isdisjoint(row["id"] for row in other)


def test_a_day_lies_within_its_hours_and_its_steps_stand_in_order(day: list[dict[str, Any]]) -> None:
    begins, ends = ANCHOR - timedelta(days=4), ANCHOR - timedelta(days=3)
    for row in day:
        assert begins <= datetime.fromisoformat(row["reported_at"]) <= ends
        moments = [datetime.fromisoformat(step["at"]) for step in row["steps"]]
        assert moments == sorted(moments)
        assert moments[-1] <= ANCHOR
        assert row["steps"][0]["step"] in ("file", "open", "triage", "self_handled")


def test_a_day_has_as_many_of_each_source_as_the_sources_say(day: list[dict[str, Any]]) -> None:
    counts = Counter(row["channel"] for row in day)
    assert counts["patrol"] == pytest.approx(0.3 * 2053, rel=0.25)
    assert counts["video"] == pytest.approx(0.3 * 1000, rel=0.25)
    assert counts["sensor"] == pytest.approx(0.3 * 200, rel=0.35)
    spot = sum(row["steps"][0]["step"] == "self_handled" for row in day)
    assert spot == pytest.approx(0.3 * 700, rel=0.3)
    assert all("reporter" in row for row in day if row["channel"] == "hotline")


def test_the_nearest_place_answers_before_the_nearest_key(world: World) -> None:
    assert world.lead("06010", HOMES[0]) == "STREET"
    assert world.lead("06010", "310107999001") == "DISTRICT"
    assert world.lead("09010", HOMES[0]) == "ANY"
    assert world.lead("06010", "320000000000") is None


def test_sensors_cases_are_received_and_handled_at_the_rates_of_the_sources() -> None:
    chance = np.random.default_rng(1)
    kind = Kind(machine=True, sensor=True)
    within = NOON + 86_400
    lives = [life(NOON, within, kind, "U", chance) for _ in range(4000)]
    for step, share in (("receive", 0.928), ("handle", 0.9178)):
        assert sum(any(one["step"] == step for one in steps) for steps in lives) / 4000 == pytest.approx(
            share, abs=0.02
        )


def test_the_last_hours_leave_cases_open_and_the_old_ones_a_few() -> None:
    chance = np.random.default_rng(2)
    fresh = [life(NOON - 60 * 4**n, NOON, Kind(), "U", chance)[-1]["step"] for n in range(5) for _ in range(60)]
    assert {"file", "dispatch", "receive"} <= set(fresh)
    old = Counter(life(NOON - 40 * 86_400, NOON, Kind(), "U", chance)[-1]["step"] for _ in range(2000))
    assert old["close"] > 1900
    assert old["close"] < 2000


def test_what_machines_err_in_is_refused_and_what_is_fixed_at_once_is_over() -> None:
    chance = np.random.default_rng(3)
    judged = Counter(life(NOON - 9e5, NOON, Kind(machine=True, false_share=0.4), "U", chance)[1]["step"]
                     for _ in range(500))  # fmt: skip
    assert judged["refuse"] == pytest.approx(200, abs=50)
    assert judged["admit"] + judged["refuse"] == 500
    assert [one["step"] for one in life(NOON - 9, NOON, Kind(spot=True), "U", chance)] == ["self_handled"]


def test_three_hundred_and_twenty_four_shifts_end_a_day_and_few_are_missed() -> None:
    rows = list(shifts_of_day(staff_rows(HOMES), 7, ANCHOR, 0))
    assert len(rows) == len({row["id"] for row in rows}) == A_DAY
    came = [row for row in rows if "in_at" in row]
    assert 0.93 < len(came) / A_DAY < 1
    for row in came:
        assert row["in_at"] < row["out_at"] <= ANCHOR.isoformat()


def test_alarms_have_verdicts_by_the_false_share_of_their_class(world: World) -> None:
    rows = [row for back in range(6) for row in alarms_of_day(world, 7, 1.0, ANCHOR, back)]
    assert len(rows) == pytest.approx(6 * 200, rel=0.15)
    true = sum(row["verdict"] == "true" for row in rows)
    assert true / len(rows) == pytest.approx(0.3, abs=0.06)
    assert {row["rule"] for row in rows} == {"SMK.fire"}
