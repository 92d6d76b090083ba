"""Published figures come out: from facts through the lake and the formulas to the number."""

from datetime import timedelta

import pytest
from tests.evaluation.conftest import DECEMBER, JANUARY, Story, day

from yiwang.evaluation import grade_of

pytestmark = pytest.mark.anyio


async def test_tianmen_december_2016(story: Story) -> None:
    """Reported 1054, filed 996, should close 972, closed 911 → 93.72 %, on time 737 → 75.82 %."""
    for number in range(737):
        story.case(day(number % 25), day(number % 25 + 3), closed=day(number % 25 + 2))
    for number in range(911 - 737):
        story.case(day(number % 20), day(number % 20 + 3), closed=day(number % 20 + 4))
    for number in range(972 - 911):
        story.case(day(number % 20), day(number % 20 + 3))
    for number in range(996 - 972):
        story.case(day(29), JANUARY + timedelta(days=3), closed=day(30) if number % 2 else None)
    for number in range(1054 - 996):
        story.report(day(number % 28))
    # None of these belong to the month: a drill, a case of November, one of January.
    story.case(day(1), day(2), closed=day(1.5), drill=True)
    story.case(day(-20), day(-10), closed=day(-12))
    story.case(JANUARY + timedelta(days=1), JANUARY + timedelta(days=2))

    total = (await story.judged(as_of=JANUARY + timedelta(days=10))).total
    assert [total.values[code] for code in ("reported", "filed", "should_close", "closed", "timely_closed")] == [
        1054,
        996,
        972,
        911,
        737,
    ]
    assert total.values["closing_rate"] == 93.72
    assert total.values["timely_closing_rate"] == 75.82
    assert total.parts["timely_closing_rate"] == (737, 972)
    assert total.values["filing_rate"] == round(99600 / 1054, 2)


async def test_jinniu_hundred_points(story: Story) -> None:
    """处置率×30 + 按期处置率×20 + (1−返工率)×20 + (1−超期待处置率)×20 + (1−延期率)×10."""
    for number in range(90):
        story.case(day(1), day(5), handled=day(4), closed=day(4.5), reworks=int(number < 4))
    for number in range(5):
        story.case(day(1), day(5), handled=day(6), closed=day(7), extended=number < 2)
    for _ in range(5):
        story.case(day(1), day(5))

    total = (await story.judged()).total
    rates = {code: total.values[code] for code in ("handling_rate", "timely_handling_rate", "rework_rate")}
    assert rates == {"handling_rate": 95, "timely_handling_rate": 90, "rework_rate": 4}
    assert (total.values["overdue_pending_rate"], total.values["extension_rate"]) == (5, 2)
    assert total.values["score"] == pytest.approx(0.95 * 30 + 0.90 * 20 + 0.96 * 20 + 0.95 * 20 + 0.98 * 10)
    assert total.grade == "A"


async def test_a_perfect_district_has_a_hundred_points(story: Story) -> None:
    for _ in range(3):
        story.case(day(1), day(5), closed=day(4))
    total = (await story.judged()).total
    assert (total.values["score"], total.grade) == (100, "A")


@pytest.mark.parametrize(
    ("score", "grade"), [(90, "A"), (89.99, "B"), (75, "B"), (74.99, "C"), (60, "C"), (59.99, "D"), (None, None)]
)
def test_grades_follow_the_composite(score: float | None, grade: str | None) -> None:
    assert grade_of(score) == grade
    assert DECEMBER < JANUARY
