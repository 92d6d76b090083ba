"""Who gets a case at which hour, and until when they sign for it."""

from datetime import UTC, datetime, timedelta

import pytest
from tests.cases.steps import add_station, filed, step
from tests.cities import LIGHT, City

from yiwang.base.errors import Conflict, Invalid
from yiwang.cases.store import reading

pytestmark = pytest.mark.anyio
FENGQIAO, GUANGXIN = "310107005001", "310107015001"
# All on Monday 2026-11-16, in Shanghai's hours.
TEN = datetime(2026, 11, 16, 2, tzinfo=UTC)
TEN_AT_NIGHT = datetime(2026, 11, 16, 14, tzinfo=UTC)


async def test_by_day_what_is_urgent_goes_to_the_post_on_duty_of_the_unit_that_answers(city: City) -> None:
    case = await filed(city, matter=LIGHT, urgent=True)
    case = await step(city, case.id, "dispatch")
    assert (case.unit_id, case.post_id is not None) == (city.units["LH"], True)
    assert case.receipt_due_at == city.now + timedelta(minutes=5)
    assert "此刻在岗" in case.dispatch_reason["zh"]


async def test_by_night_it_goes_to_the_neighbourhood_online_where_there_is_one(city: City) -> None:
    station = await add_station(city)
    city.clock.at = TEN_AT_NIGHT
    case = await filed(city, matter=LIGHT, urgent=True, where=FENGQIAO)
    case = await step(city, case.id, "dispatch")
    assert case.unit_id == station
    assert city.units["LH"] in case.assist_ids
    assert "责任单位此刻无人在岗" in case.dispatch_reason["zh"]
    async with city.database.tx() as tx:
        roles = {row["unit_id"]: row["role"] for row in await reading.assignments(tx, case.id)}
    assert roles == {station: "lead", city.units["LH"]: "assist"}


async def test_by_night_without_a_station_it_goes_to_the_street_centre(city: City) -> None:
    city.clock.at = TEN_AT_NIGHT
    case = await filed(city, matter=LIGHT, urgent=True, where=GUANGXIN)
    case = await step(city, case.id, "dispatch")
    assert case.unit_id == city.units["CS"]
    assert case.receipt_due_at == TEN_AT_NIGHT + timedelta(minutes=5)


async def test_what_nobody_answers_for_goes_to_who_is_on_duty_and_no_unit_is_blamed(city: City) -> None:
    case = await filed(city, matter="09001", urgent=True, where=GUANGXIN)
    case = await step(city, case.id, "dispatch")
    assert case.unit_id == city.units["CS"]
    assert "责任单位此刻无人在岗" not in case.dispatch_reason["zh"]


async def test_what_is_not_urgent_waits_for_its_unit_even_at_night(city: City) -> None:
    city.clock.at = TEN_AT_NIGHT
    case = await filed(city, matter=LIGHT, urgent=False)
    case = await step(city, case.id, "dispatch")
    assert case.unit_id == city.units["LH"]
    # Tuesday at nine, and half an hour.
    assert case.receipt_due_at == datetime(2026, 11, 17, 1, 30, tzinfo=UTC)
    assert "按岗位时间" in case.dispatch_reason["receipt"]


async def test_the_receipt_clock_of_a_department_stops_at_closing_time(city: City) -> None:
    city.clock.at = datetime(2026, 11, 16, 8, 50, tzinfo=UTC)
    case = await step(city, (await filed(city, matter=LIGHT, urgent=False)).id, "dispatch")
    assert case.receipt_due_at == datetime(2026, 11, 17, 1, 20, tzinfo=UTC)


async def test_the_receipt_clock_of_a_street_centre_runs_day_and_night(city: City) -> None:
    city.clock.at = TEN_AT_NIGHT
    case = await step(city, (await filed(city, where=FENGQIAO)).id, "dispatch")
    assert (case.unit_id, case.receipt_due_at) == (city.units["CY"], TEN_AT_NIGHT + timedelta(minutes=30))


async def test_over_a_weekend_a_department_has_until_monday(city: City) -> None:
    city.clock.at = datetime(2026, 11, 20, 10, tzinfo=UTC)  # Friday at six in the evening
    case = await step(city, (await filed(city, matter=LIGHT, urgent=False)).id, "dispatch")
    assert case.receipt_due_at == datetime(2026, 11, 23, 1, 30, tzinfo=UTC)


async def test_a_dispatcher_may_choose_and_say_why(city: City) -> None:
    case = await filed(city)
    units = city.units
    case = await step(city, case.id, "dispatch", unit=units["CS"], assist=[units["LH"]], reason="昨天就是他们处理的")
    assert (case.unit_id, case.assist_ids) == (units["CS"], [units["LH"]])
    assert "派遣员指定 长寿城运中心：昨天就是他们处理的" in case.dispatch_reason["zh"]


async def test_a_unit_that_is_none_is_refused_and_the_case_stays(city: City) -> None:
    case = await filed(city)
    units, nowhere = city.units, case.id
    for fields in (
        {"unit": nowhere},
        {"unit": units["CS"], "assist": [nowhere]},
        {"unit": units["CS"], "assist": [units["CS"]]},
    ):
        with pytest.raises(Invalid):
            await step(city, case.id, "dispatch", **fields)
    with pytest.raises(Conflict):
        await step(city, case.id, "redispatch", unit=units["CS"], reason="x")
    assert (await step(city, case.id, "dispatch")).unit_id == units["CY"]


async def test_a_redispatch_takes_it_back_and_starts_the_receipt_clock_anew(city: City) -> None:
    case = await filed(city)
    await step(city, case.id, "dispatch")
    city.later(minutes=20)
    with pytest.raises(Invalid):
        await step(city, case.id, "redispatch", unit=city.units["CS"], reason=" ")
    case = await step(city, case.id, "redispatch", unit=city.units["CS"], reason="派错了")
    assert (case.state, case.unit_id) == ("to_receive", city.units["CS"])
    assert case.receipt_due_at == city.now + timedelta(minutes=30)
    async with city.database.tx() as tx:
        sent = [(row["unit_id"], row["state"]) for row in await reading.assignments(tx, case.id)]
        running = [c for c in await reading.clocks(tx, case.id) if c["stage"] == "receipt" and c["ended_at"] is None]
    assert sent == [(city.units["CY"], "withdrawn"), (city.units["CS"], "sent")]
    assert [clock["due_at"] for clock in running] == [case.receipt_due_at]
