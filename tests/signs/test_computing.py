"""All signs of all places: sums that add up, levels that hold, and a history without doubles."""

import random
from datetime import UTC, datetime, timedelta

import pyarrow.parquet as pq
import pytest
from tests.signs.conftest import Small, sign

pytestmark = [pytest.mark.anyio, pytest.mark.store]
NOON = datetime(2026, 11, 16, 4, 0, tzinfo=UTC)  # 12:00 in Shanghai, a Monday
HOUR = timedelta(hours=1)


async def test_parts_add_up_to_the_whole(small: Small) -> None:
    rng = random.Random(7)
    where = ["district", "east", "e1", "e2", "kiosk", "w1", "w2"]
    rows = [(rng.choice(where), float(rng.randint(0, 1)), 1.0) for _ in range(400)]
    small.tell("PA0001", *rows)
    small.tell("PA0002", *rows)
    await small.declare(sign("PA0001"), sign("PA0002", combine="ratio", scale=100))
    done = await small.compute(NOON)
    assert (done.signs, done.places, done.failed) == (2, 7, {})
    inside = {"east": {"east", "e1", "e2", "kiosk"}, "e1": {"e1", "kiosk"}, "w1": {"w1"}, "district": set(where)}
    for place, parts in inside.items():
        tops = [top for name, top, _ in rows if name in parts]
        assert await small.value("PA0001", place) == sum(tops)
        assert await small.value("PA0002", place) == pytest.approx(100 * sum(tops) / len(tops))


async def test_a_row_of_no_known_place_counts_in_the_district(small: Small) -> None:
    small.tell("PA0001", ("e1", 1.0))
    small.rows["PA0001"] += [(None, 1.0, None, None, None), ("gone", 1.0, None, None, None)]
    await small.declare(sign("PA0001"))
    await small.compute(NOON)
    assert [await small.value("PA0001", name) for name in ("district", "east", "west")] == [3, 1, 0]


async def test_nothing_to_divide_by_is_no_value_and_a_count_of_nothing_is_none(small: Small) -> None:
    small.tell("PA0001", ("e1", 0.0, 0.0), ("e2", 1.0, 4.0))
    small.tell("PA0002")
    await small.declare(sign("PA0001", combine="ratio", scale=100, yellow="1", min_n=2), sign("PA0002", yellow="1"))
    await small.compute(NOON)
    assert await small.value("PA0001", "e2") == 25
    assert await small.value("PA0001", "w1") is None
    assert await small.level("PA0001", "e2") == 1
    nothing = await small.state("PA0001", "e1")
    assert nothing is None or (nothing["value"], nothing["level"]) == (None, -1)
    assert (await small.value("PA0002", "e1"), await small.level("PA0002", "e1")) == (0, 0)


async def test_too_few_are_not_judged(small: Small) -> None:
    small.tell("PA0001", ("e1", 3.0, 4.0), ("w1", 8.0, 10.0))
    await small.declare(sign("PA0001", combine="ratio", scale=100, red="50", min_n=5))
    await small.compute(NOON)
    assert (await small.value("PA0001", "east"), await small.level("PA0001", "east")) == (None, -1)
    assert (await small.level("PA0001", "west"), await small.level("PA0001", "district")) == (3, 3)


async def test_the_median_of_a_place_is_that_of_its_rows(small: Small) -> None:
    small.tell("PA0001", ("e1", 1.0), ("e1", 2.0), ("e2", 9.0), ("w1", 4.0))
    small.tell("PA0002", ("e1", 1.0), ("e2", 9.0))
    await small.declare(sign("PA0001", combine="median"), sign("PA0002", combine="max"))
    await small.compute(NOON)
    assert [await small.value("PA0001", name) for name in ("e1", "east", "district", "w2")] == [1.5, 2, 3, None]
    assert [await small.value("PA0002", name) for name in ("e1", "east", "district")] == [1, 9, 9]


async def test_one_formula_that_fails_leaves_the_others_alone(small: Small) -> None:
    small.tell("PA0001", ("e1", 1.0))
    small.tell("PA0002", ("e1", 1.0))
    await small.declare(sign("PA0001"), sign("PA0002"))
    await small.compute(NOON)
    small.broken.add("PA0002")
    small.tell("PA0001", ("e1", 1.0), ("e1", 1.0))
    done = await small.compute(NOON + HOUR)
    assert set(done.failed) == {"PA0002"}
    assert (await small.value("PA0001", "e1"), await small.value("PA0002", "e1")) == (2, 1)


async def test_a_source_that_is_not_there_says_so_and_a_late_one_too(small: Small) -> None:
    small.tell("PA0001", ("e1", 1.0))
    small.tell("PA0002", ("e1", 1.0))
    small.absent, small.as_of_ = {"video"}, {"cases": NOON - 3 * HOUR}
    await small.declare(sign("PA0001", sources=("video",)), sign("PA0002"), sign("PA0003", feed="external:公安"))
    await small.compute(NOON)
    async with small.database.tx() as tx:
        runs = {row["sign"]: row for row in await tx.rows("SELECT * FROM signs.run")}
    assert [runs[code]["state"] for code in ("PA0001", "PA0002", "PA0003")] == ["unconnected", "late", "unconnected"]
    assert runs["PA0002"]["as_of"] == NOON - 3 * HOUR
    assert await small.state("PA0001", "e1") is None


async def test_half_a_window_is_not_judged(small: Small) -> None:
    small.since_ = {"cases": NOON - 20 * HOUR}
    small.tell("PA0001", ("e1", 9.0))
    small.tell("PA0002", ("e1", 9.0))
    await small.declare(sign("PA0001", period="1d", red="5"), sign("PA0002", red="5"))
    await small.compute(NOON)
    assert (await small.value("PA0001", "e1"), await small.level("PA0001", "e1")) == (9, -1)
    assert await small.level("PA0002", "e1") == 3  # its hour is known
    await small.compute(NOON + 4 * HOUR)
    assert await small.level("PA0001", "e1") == 3


async def test_a_worse_level_waits_its_time_and_a_better_one_its_distance(small: Small) -> None:
    await small.declare(sign("PA0001", yellow="10", orange="20", red="30", hold="30min"))
    levels = []
    for number, top in enumerate([30.0, 30.0, 30.0, 30.0, 29.5, 28.0, 9.5, 5.0]):
        small.tell("PA0001", ("e1", top))
        await small.compute(NOON + number * timedelta(minutes=10))
        levels.append(await small.level("PA0001", "e1"))
    assert levels == [0, 0, 0, 3, 3, 2, 1, 0]


async def test_a_value_far_from_its_usual_is_judged_by_its_deviation(small: Small) -> None:
    await small.declare(sign("PA0001", yellow="+2σ", red="+4σ"))
    for number, top in enumerate([9.0, 10.0, 11.0, 10.0, 10.0]):
        small.tell("PA0001", ("e1", top))
        await small.compute(NOON - timedelta(weeks=5 - number))
    small.tell("PA0001", ("e1", 12.0))
    await small.compute(NOON)
    state = await small.state("PA0001", "east")
    assert state
    assert (state["mean"], state["samples"], state["level"]) == (10, 5, 1)
    assert state["sd"] == pytest.approx(0.7071, abs=1e-3)
    small.tell("PA0001", ("e1", 14.0))
    await small.compute(NOON + timedelta(minutes=10))
    assert await small.level("PA0001", "district") == 3


async def test_a_point_of_the_history_is_written_once_and_the_past_leaves_the_present_alone(small: Small) -> None:
    small.tell("PA0001", ("e1", 1.0))
    await small.declare(sign("PA0001"))
    for minutes in (0, 0, 10, 20, 60):
        await small.compute(NOON + timedelta(minutes=minutes))
    small.tell("PA0001", ("e1", 7.0))
    done = await small.compute(NOON - HOUR)
    assert not done.latest
    assert [(row["recorded"], row["value"]) for row in await small.points("PA0001", "east")] == [
        (NOON - HOUR, 7), (NOON, 1), (NOON + HOUR, 1),
    ]  # fmt: skip
    assert await small.value("PA0001", "east") == 1
    assert await small.points("PA0001", "e1") == []  # of neighbourhoods, once a day


async def test_the_rows_behind_a_sign_are_kept_with_it(small: Small) -> None:
    small.tell("PA0001", ("e1", 1.0), ("kiosk", 2.0))
    await small.declare(sign("PA0001"))
    await small.compute(NOON)
    kept = pq.read_table(small.folder / "rows" / "PA0001.parquet").to_pylist()
    assert {(row["item"], row["top"], row["kind"]) for row in kept} == {
        ("PA0001-0", 1.0, "case"), ("PA0001-1", 2.0, "case"),
    }  # fmt: skip


async def test_scores_follow_from_the_levels(small: Small) -> None:
    signs = [sign(f"PA000{number}", yellow="1", orange="2", red="3") for number in range(3)]
    await small.declare(*signs, sign("JK0001", dimension="健康", yellow="1"))
    for number, top in enumerate([0.0, 1.0, 3.0]):
        small.tell(f"PA000{number}", ("e1", top))
    small.tell("JK0001", ("e1", 0.0))
    await small.compute(NOON)
    assert await small.value("score.safety", "e1") == pytest.approx((100 + 75 + 10) / 3, abs=0.05)
    assert await small.value("score.safety", "w1") == 100
    assert await small.value("score.health", "e1") is None  # one sign is no score
    assert await small.value("pulse", "e1") == await small.value("score.safety", "e1")
