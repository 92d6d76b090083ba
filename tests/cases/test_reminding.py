"""What happens when nobody does anything: reminders, the next level up, soon due, overdue."""

from datetime import timedelta

import pytest
from tests.cases.steps import filed, inbox, lines, listen, staffed, step, steps, tick
from tests.cities import LIGHT, City
from tests.counting import counting

from yiwang import ledger
from yiwang.cases.clocks.telling import tell_units
from yiwang.cases.store import reading
from yiwang.db.tx import Origin

pytestmark = pytest.mark.anyio


async def test_a_unit_learns_of_a_case_that_is_sent_to_it(city: City) -> None:
    accounts = await staffed(city, "CY", "LH", "CENTRE")
    case = await filed(city)
    await step(city, case.id, "dispatch", unit=city.units["CY"], assist=[city.units["LH"]])
    await listen(city)
    await listen(city)
    assert await inbox(city, accounts["CY"]) == ["dispatched"]
    assert await inbox(city, accounts["LH"]) == ["assist"]
    assert await inbox(city, accounts["CENTRE"]) == []


async def test_who_does_not_sign_is_reminded_then_the_next_level_up_is_told_and_no_more(city: City) -> None:
    accounts = await staffed(city, "CY", "CENTRE")
    case = await filed(city)
    await step(city, case.id, "dispatch")
    city.later(minutes=29, seconds=59)
    assert await tick(city) == 0
    city.later(seconds=1)
    assert await tick(city) == 1
    assert (await inbox(city, accounts["CY"]), await inbox(city, accounts["CENTRE"])) == (["remind1"], [])
    city.later(minutes=14, seconds=59)
    assert await tick(city) == 0
    city.later(seconds=1)
    assert await tick(city) == 1
    assert (await inbox(city, accounts["CY"]), await inbox(city, accounts["CENTRE"])) == (["remind1"], ["remind2"])
    city.later(hours=2)
    await tick(city)
    assert (await lines(city, case)).count("remind") == 2


async def test_an_urgent_case_is_reminded_after_five_minutes(city: City) -> None:
    case = await filed(city, matter=LIGHT, urgent=True)
    await step(city, case.id, "dispatch")
    city.later(minutes=5)
    assert await tick(city) == 1
    city.later(minutes=2, seconds=30)
    assert await tick(city) == 1
    assert (await lines(city, case)).count("remind") == 2


async def test_a_night_is_no_reason_to_wait_longer_for_the_second_reminder(city: City) -> None:
    city.later(hours=6, minutes=50)
    case = await filed(city, matter=LIGHT, urgent=False)
    case = await step(city, case.id, "dispatch")
    assert case.receipt_due_at is not None
    city.clock.at = case.receipt_due_at + timedelta(minutes=15)
    assert await tick(city) == 2


async def test_a_tick_that_comes_late_writes_the_same_history(city: City) -> None:
    case = await filed(city)
    case = await step(city, case.id, "dispatch")
    city.later(hours=1)
    assert await tick(city) == 2
    async with city.database.tx() as tx:
        told = [line["at"] for line in await reading.timeline(tx, case.id) if line["step"] == "remind"]
    assert told == [case.receipt_due_at, case.receipt_due_at + timedelta(minutes=15)]


@pytest.mark.parametrize("verbs", [("receive",), ("return",), ("void",)])
async def test_who_signed_returned_or_voided_is_not_reminded(city: City, verbs: tuple[str, ...]) -> None:
    case = await filed(city)
    await step(city, case.id, "dispatch")
    await steps(city, case, *verbs)
    city.later(hours=1)
    await tick(city)
    assert "remind" not in await lines(city, case)


async def test_a_case_warns_when_a_quarter_of_its_time_is_left_and_says_when_it_is_over(city: City) -> None:
    accounts = await staffed(city, "CY", "CENTRE")
    case = await filed(city)
    case = await steps(city, case, "dispatch", "receive")
    assert case.due_at is not None
    given = case.due_at - case.opened_at
    city.clock.at = case.opened_at + given * 3 / 4 - timedelta(seconds=1)
    assert await tick(city) == 0
    city.later(seconds=1)
    assert await tick(city) == 1
    assert await inbox(city, accounts["CY"]) == ["soon"]
    city.clock.at = case.due_at
    assert await tick(city) == 1
    assert await inbox(city, accounts["CY"]) == ["soon", "overdue"]
    assert await inbox(city, accounts["CENTRE"]) == ["overdue"]
    assert (await lines(city, case)).count("overdue") == 1
    city.later(days=9)
    assert await tick(city) == 0
    async with city.database.tx() as tx:
        facts = await tx.rows("SELECT type FROM ledger.fact WHERE type = 'case.overdue'")
    assert len(facts) == 1


async def test_a_closed_case_is_silent(city: City) -> None:
    case = await filed(city)
    case = await steps(city, case, "dispatch", "receive", "handle", "check", "close")
    city.later(days=30)
    assert await tick(city) == 0
    async with city.database.tx() as tx:
        assert await tx.value("SELECT count(*) FROM ledger.timer") == 0


async def test_units_are_told_of_many_cases_by_one_look_and_of_imported_ones_by_none(city: City) -> None:
    accounts = await staffed(city, "CY", "LH")
    for _ in range(3):
        await step(city, (await filed(city)).id, "dispatch", unit=city.units["CY"], assist=[city.units["LH"]])
        city.later(minutes=1)
    async with city.database.tx() as tx:
        facts = await ledger.read(tx, types=["case.dispatched"])
    waits = []
    origins: tuple[Origin, ...] = ("history", "live")
    for origin in origins:
        async with counting(city.database, origin) as tx:
            await tell_units(tx, facts)
            waits.append(tx.waits)
    assert waits == [0, 2]  # whom to tell, and of what
    assert await inbox(city, accounts["CY"]) == ["dispatched"] * 3
    assert await inbox(city, accounts["LH"]) == ["assist"] * 3
