"""应X数: whose deadline falls in the period, and the earlier ones still open."""

from datetime import datetime, timedelta

import pytest
from tests.evaluation.conftest import DECEMBER, JANUARY, Story, day

from yiwang.base.errors import Invalid
from yiwang.base.ids import uuid7
from yiwang.cases import facts as cases
from yiwang.evaluation import Period

pytestmark = pytest.mark.anyio
TICK = timedelta(microseconds=1)


# (due, closed, should, did, timely)
LIVES: tuple[tuple[datetime | None, datetime | None, int, int, int], ...] = (
    (day(5), day(4), 1, 1, 1),
    (day(5), day(5), 1, 1, 1),  # the deadline itself is on time
    (day(5), day(5) + TICK, 1, 1, 0),
    (day(5), None, 1, 0, 0),
    (DECEMBER, None, 1, 0, 0),  # the first moment of the period is in it
    (JANUARY - TICK, None, 1, 0, 0),
    (JANUARY, day(4), 0, 0, 0),  # its end is not: closed early, it counts in January
    (DECEMBER - TICK, None, 1, 0, 0),  # fell due earlier and is still open
    (DECEMBER - TICK, day(3), 1, 1, 0),  # closed in the period, late
    (day(-5), day(-6), 0, 0, 0),  # settled before
    (day(-5), day(-1), 0, 0, 0),  # late, but settled before the period began
    (day(5), day(-1), 1, 1, 1),  # closed before the period in which it would have fallen due
    (day(5), JANUARY + TICK, 1, 0, 0),  # closed after the period
    (None, day(4), 0, 0, 0),  # no deadline: never should
)


async def test_a_case_should_be_closed_when_its_deadline_falls_in_the_period_or_it_was_left_over(story: Story) -> None:
    for number, (due, closed, *_) in enumerate(LIVES):
        story.case(day(-9), due, closed=closed, matter_code=f"{number:02}")
    found = await story.judged(as_of=JANUARY + timedelta(days=5), group="matter_code")
    for row, (*_, should, did, timely) in zip(found.rows, LIVES, strict=True):
        counted = [row.values[code] for code in ("should_close", "closed", "timely_closed")]
        assert counted == [should, did, timely], f"life {row.id}"
    assert found.total.values["should_close"] == sum(life[2] for life in LIVES)


async def test_nothing_to_divide_by_is_neither_0_nor_100(story: Story) -> None:
    total = (await story.judged()).total
    assert total.values["reported"] == 0
    for code in ("filing_rate", "closing_rate", "rework_rate", "overdue_pending_rate", "mean_handling_hours", "score"):
        assert total.values[code] is None
    assert total.parts["closing_rate"] == (0, 0)
    assert total.grade is None


async def test_a_running_period_is_judged_by_what_has_fallen_due(story: Story) -> None:
    story.case(day(1), day(3), closed=day(2))
    story.case(day(1), day(20), closed=day(12))
    story.case(day(1), day(20))
    early = (await story.judged(as_of=day(10))).total.values
    assert (early["should_close"], early["closed"], early["filed"]) == (1, 1, 3)
    later = (await story.judged(as_of=day(25))).total.values
    assert (later["should_close"], later["closed"]) == (3, 2)


async def test_what_happens_at_the_very_moment_is_known(story: Story) -> None:
    story.case(day(1), day(10), closed=day(10))
    values = (await story.judged(as_of=day(10))).total.values
    assert (values["should_close"], values["timely_closed"]) == (1, 1)


async def test_a_period_after_what_is_known_is_empty(story: Story) -> None:
    story.case(day(1), day(3))
    values = (await story.judged(start=day(10), end=day(20), as_of=day(5))).total.values
    assert (values["filed"], values["reported"]) == (0, 0)


async def test_a_void_case_counts_as_reported_only_until_it_is_restored(story: Story) -> None:
    case = story.case(day(1), day(3))
    story.tell(cases.CaseVoided, day(2), case_id=case)
    values = (await story.judged()).total.values
    assert [values[code] for code in ("reported", "filed", "should_close")] == [1, 0, 0]
    story.tell(cases.CaseRestored, day(2.5), case_id=case)
    values = (await story.judged()).total.values
    assert [values[code] for code in ("reported", "filed", "should_close")] == [1, 1, 1]


async def test_what_was_handled_on_the_spot_is_counted_apart(story: Story) -> None:
    story.case(day(1), day(3), closed=day(1), self_handled=True)
    values = (await story.judged()).total.values
    assert [values[code] for code in ("self_handled", "reported", "filed", "should_close")] == [1, 0, 0, 0]


async def test_a_case_handed_over_is_dispatched_unless_it_was_refused(story: Story) -> None:
    async def rate() -> float | None:
        return (await story.judged(as_of=day(20))).total.values["timely_dispatch_rate"]

    due = day(1) + timedelta(minutes=30)
    for number in range(4):
        case = story.case(day(1), day(9), dispatch_due=due)
        if number < 3:
            late = timedelta(hours=1 if number == 1 else 0)
            story.tell(cases.CaseHandedOver, day(1) + late, case_id=case, platform="caoyang")
        if number == 2:
            story.tell(cases.CaseHandoverRefused, day(2), case_id=case, platform="caoyang")
    assert await rate() == 25.0  # in time; late; given and refused; never
    # Handed over in time and dispatched here when it came back: the first of both counts.
    case = story.case(day(1), day(9), dispatch_due=due)
    story.tell(cases.CaseHandedOver, day(1), case_id=case, platform="caoyang")
    story.tell(cases.CaseDispatched, day(5), case_id=case, unit_id=uuid7(day(5)))
    assert await rate() == 40.0


async def test_drills_never_reach_the_figures(story: Story) -> None:
    story.case(day(1), day(3), closed=day(2), drill=True)
    assert (await story.judged()).total.values["reported"] == 0


async def test_a_handling_that_failed_its_check_is_not_handled_until_it_is_done_again(story: Story) -> None:
    case = story.case(day(1), day(5), handled=day(2))
    story.tell(cases.CaseChecked, day(3), case_id=case, passed=False)
    values = (await story.judged()).total.values
    assert (values["handling_rate"], values["rework_rate"]) == (0, 100)
    story.tell(cases.CaseHandled, day(4), case_id=case)
    values = (await story.judged()).total.values
    assert (values["handling_rate"], values["timely_handling_rate"], values["rework_rate"]) == (100, 100, 100)


def test_a_period_ends_after_it_begins() -> None:
    with pytest.raises(Invalid):
        Period(JANUARY, DECEMBER, JANUARY)
