"""A roster is drafted, checked, published into the dated shifts, and changed by consent."""

from datetime import timedelta
from uuid import UUID

import pytest
from tests.command.conftest import Duty

from yiwang import people
from yiwang.base.errors import Conflict, Forbidden, Invalid, NotFound
from yiwang.command import offering, rostering, swapping
from yiwang.people import rosters

pytestmark = pytest.mark.anyio


async def on(duty: Duty, hours: float) -> set[UUID | None]:
    """Who is on at 曹杨 so many hours from now."""
    async with duty.city.database.tx() as tx:
        found = await people.who_is_on(tx, duty.city.units["CY"], duty.now + timedelta(hours=hours))
    return {one.staff_id for one in found if one.source == "roster"}


async def codes(duty: Duty, *shifts: object) -> set[tuple[int, str, bool]]:
    roster = await duty.drafted(shifts)  # type: ignore[arg-type]
    async with duty.city.database.tx() as tx:
        found = await rostering.check(tx, duty.chief(), roster, at=duty.now)
    return {(one.row, one.code, one.hard) for one in found}


async def test_a_draft_puts_nobody_on_and_a_published_roster_does(duty: Duty) -> None:
    roster = await duty.drafted([duty.shift(0, 1)])
    assert await on(duty, 2) == set()
    async with duty.city.database.tx() as tx:
        await rostering.publish(tx, duty.chief(), roster, accept=False, version=None, at=duty.now)
    assert await on(duty, 2) == {duty.staff[0]}
    assert await on(duty, 10) == set()
    with pytest.raises(Conflict):
        async with duty.city.database.tx() as tx:
            await rostering.publish(tx, duty.chief(), roster, accept=False, version=None, at=duty.now)
    told = await duty.facts("roster.published")
    assert [one["shifts"] for one in told] == [1]


async def test_nobody_stands_at_two_posts_at_once_or_at_one_that_is_not_theirs(duty: Duty) -> None:
    assert await codes(duty, duty.shift(0, 1), duty.shift(0, 5)) == {(2, "overlap", True)}
    stranger = duty.shift(3, 1)
    assert (1, "appointment", True) in await codes(duty, stranger)
    with pytest.raises(Conflict):
        await duty.published([duty.shift(0, 1), duty.shift(0, 5)], accept=True)


async def test_too_little_rest_and_too_long_a_week_are_accepted_by_name_only(duty: Duty) -> None:
    tired = [duty.shift(0, 1), duty.shift(0, 12)]
    assert await codes(duty, *tired) == {(2, "rest", False)}
    assert (7, "week", False) in await codes(duty, *(duty.shift(0, 24 * n, 9) for n in range(7)))
    with pytest.raises(Conflict):
        await duty.published(tired)
    await duty.published(tired, accept=True)


async def test_a_shift_published_elsewhere_is_a_conflict(duty: Duty) -> None:
    await duty.published([duty.shift(0, 1)])
    roster = await duty.drafted([duty.shift(0, 3)])
    async with duty.city.database.tx() as tx:
        assert await rostering.check(tx, duty.chief(), roster, at=duty.now) == []  # it would replace the first
        await rostering.publish(tx, duty.chief(), roster, accept=False, version=None, at=duty.now)


async def test_a_week_is_copied(duty: Duty) -> None:
    roster = await duty.drafted([duty.shift(0, 1), duty.shift(1, 25)])
    async with duty.city.database.tx() as tx:
        await rostering.copy_week(
            tx, duty.chief(), roster, source=duty.now, target=duty.now + timedelta(days=7), version=None, at=duty.now
        )
        _, shifts = await rostering.see(tx, duty.chief(), roster)
    begins = [one.starts - duty.now for one in shifts]
    assert begins == [timedelta(hours=h) for h in (1, 25, 169, 193)]


async def test_csv_goes_out_and_comes_back_the_same(duty: Duty) -> None:
    roster = await duty.drafted([duty.shift(0, 1), duty.shift(1, 25, mode="online")])
    async with duty.city.database.tx() as tx:
        text = await rostering.as_csv(tx, duty.chief(), roster)
        _, before = await rostering.see(tx, duty.chief(), roster)
    other = await duty.drafted([])
    async with duty.city.database.tx() as tx:
        assert await rostering.from_csv(tx, duty.chief(), other, text, version=None, at=duty.now) == []
        _, after = await rostering.see(tx, duty.chief(), other)
        assert after == before
        wrong = text.replace("S1", "S99").replace("on_site", "asleep")
        found = await rostering.from_csv(tx, duty.chief(), other, wrong, version=None, at=duty.now)
        assert [(one.row, one.code) for one in found] == [(1, "mode"), (2, "staff")]
        with pytest.raises(Invalid):
            await rostering.from_csv(tx, duty.chief(), other, "a,b\n1,2", version=None, at=duty.now)


async def test_another_unit_s_roster_is_not_there(duty: Duty) -> None:
    roster = await duty.drafted([duty.shift(0, 1)])
    async with duty.city.database.tx() as tx:
        for stranger in (duty.chief("CS"), duty.chief("LH")):
            with pytest.raises(NotFound):
                await rostering.see(tx, stranger, roster)
            with pytest.raises(NotFound):
                await rostering.put_shifts(tx, stranger, roster, [], version=None, at=duty.now)
            with pytest.raises(NotFound):
                await rostering.draft(
                    tx, stranger, unit=duty.city.units["CY"], starts=duty.now, ends=duty.now + timedelta(days=1),
                    note="", at=duty.now,
                )  # fmt: skip
            assert await rostering.page(tx, stranger) == ([], None)
        with pytest.raises(Forbidden):
            await rostering.publish(tx, duty.officer(0), roster, accept=True, version=None, at=duty.now)


async def shifts_of(duty: Duty, person: int) -> list[UUID]:
    async with duty.city.database.tx() as tx:
        found = await rosters.staff_shifts(tx, {duty.staff[person]}, duty.now, duty.now + timedelta(days=9))
    return [one.id for one in found]


async def test_a_shift_changes_hands_only_by_consent(duty: Duty) -> None:
    await duty.published([duty.shift(0, 5), duty.shift(1, 48)])
    mine, theirs = (await shifts_of(duty, 0))[0], (await shifts_of(duty, 1))[0]
    async with duty.city.database.tx() as tx:
        asked = await swapping.ask(
            tx, duty.officer(0), shift=mine, to=duty.staff[1], back=theirs, reason="就医", at=duty.now
        )
    assert await on(duty, 6) == {duty.staff[0]}
    assert await duty.inbox(1) == ["swap"]
    async with duty.city.database.tx() as tx:
        for stranger in (duty.officer(0), duty.officer(2)):
            with pytest.raises(NotFound):
                await swapping.answer(tx, stranger, asked, "agree", at=duty.now)
        assert await swapping.answer(tx, duty.officer(1), asked, "agree", at=duty.now) == "agreed"
    assert await on(duty, 6) == {duty.staff[1]}
    assert await on(duty, 49) == {duty.staff[0]}
    with pytest.raises(Conflict):
        async with duty.city.database.tx() as tx:
            await swapping.answer(tx, duty.officer(1), asked, "agree", at=duty.now)


async def test_whom_to_ask_and_what_was_asked_is_told_by_name(duty: Duty) -> None:
    await duty.published([duty.shift(0, 5), duty.shift(1, 48)])
    await duty.published([duty.shift(3, 5)], "CS")
    mine, theirs = (await shifts_of(duty, 0))[0], (await shifts_of(duty, 1))[0]
    async with duty.city.database.tx() as tx:
        found = await offering.choices(tx, duty.officer(0), at=duty.now)
        assert [one.id for one in found.shifts] == [mine]
        assert found.shifts[0].post_name
        assert {one.staff_id for one in found.colleagues} == {duty.staff[1], duty.staff[2]}  # of the same post only
        assert [one.id for person in found.colleagues for one in person.shifts] == [theirs]
        asked = await swapping.ask(
            tx, duty.officer(0), shift=mine, to=duty.staff[1], back=theirs, reason="就医", at=duty.now
        )
        for person, steps in ((0, ["withdraw"]), (1, ["agree", "decline"])):
            (told,) = await offering.told(tx, duty.officer(person), at=duty.now)
            assert (told["id"], told["next_steps"]) == (asked, steps)
            assert told["from_name"] != told["to_name"] != ""
            assert told["back_starts"] == duty.now + timedelta(hours=48)
        assert await offering.told(tx, duty.officer(2), at=duty.now) == []
        nobody = await offering.choices(tx, duty.chief(), at=duty.now)
        assert (nobody.attends, nobody.shifts, nobody.colleagues) == (False, [], [])


async def test_what_one_cannot_give_cannot_be_asked(duty: Duty) -> None:
    await duty.published([duty.shift(0, 5), duty.shift(1, 7)])
    mine, theirs = (await shifts_of(duty, 0))[0], (await shifts_of(duty, 1))[0]
    async with duty.city.database.tx() as tx:
        with pytest.raises(NotFound):
            await swapping.ask(tx, duty.officer(0), shift=theirs, to=duty.staff[2], back=None, reason="x", at=duty.now)
        with pytest.raises(Conflict):  # would stand at two posts at once
            await swapping.ask(tx, duty.officer(0), shift=mine, to=duty.staff[1], back=None, reason="x", at=duty.now)
        with pytest.raises(Conflict):  # holds no post there
            await swapping.ask(tx, duty.officer(0), shift=mine, to=duty.staff[3], back=None, reason="x", at=duty.now)
