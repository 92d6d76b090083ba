"""首次联系、退回市级、延期、答复、回访: what the district does with an order."""

from typing import Any

import pytest
from tests.cases.steps import lines, steps
from tests.cities import City
from tests.events.hotline.orders import at, case_of, contact, give_back, rows, send, stands

from yiwang.base.errors import Conflict, Forbidden, Invalid, NotFound
from yiwang.cases.hotline import calling_back, finding, handling
from yiwang.cases.hotline.finding import Wanted
from yiwang.cases.hotline.model import Called, Order, level_of, rates
from yiwang.cases.hotline.rules import rules_at
from yiwang.events.following import lives_of
from yiwang.places import PlaceIn

pytestmark = pytest.mark.anyio


async def extend(city: City, order: Order, reason: str = "涉及多个部门") -> Order:
    async with city.database.tx() as tx:
        rules = await rules_at(tx, city.now)
        return await handling.extend(
            tx, city.officer, order.id, reason=reason, books=city.books, rules=rules, at=city.now
        )


async def answer(city: City, order: Order, text: str = "已清运", resolution: str = "solved") -> Order:
    async with city.database.tx() as tx:
        return await handling.answer(tx, city.officer, order.id, text=text, resolution=resolution, at=city.now)


async def test_first_contact_says_when_and_how_and_whether_in_time(city: City) -> None:
    order = (await send(city)).order
    city.later(hours=2)
    reached = await contact(city, order, note="住户在家")
    assert (reached.contact, reached.contacts, reached.contact_on_time) == ("reached", 1, True)
    stood = await stands(city, order)
    assert stood.order.contacted_at == city.now
    assert "hotline_contact" in await lines(city, await case_of(city, order))
    with pytest.raises(Conflict):
        await contact(city, order)


async def test_late_first_contact_is_late(city: City) -> None:
    order = (await send(city)).order
    city.later(days=3)
    assert (await contact(city, order)).contact_on_time is False


async def test_three_tries_in_different_parts_of_the_day_end_the_trying(city: City) -> None:
    order = (await send(city)).order
    assert (await contact(city, order, reached=False)).contact == "waiting"
    city.later(minutes=20)
    assert (await contact(city, order, reached=False)).contact == "waiting", "the same forenoon"
    city.later(hours=4)
    await contact(city, order, reached=False)
    city.later(hours=5)
    tried = await contact(city, order, reached=False)
    assert (tried.contact, tried.contacts, tried.contact_on_time) == ("unreachable", 4, True)
    city.later(hours=1)
    assert (await contact(city, order)).contact == "reached", "who is reached after all is reached"


@pytest.mark.parametrize(
    ("field", "wrong"),
    [("way", {"way": "pigeon"}), ("spoke_with", {"spoke_with": None}), ("tried_at", {"tried_at": at(1, 9)})],
)
async def test_a_wrong_contact_is_refused(city: City, field: str, wrong: dict[str, Any]) -> None:
    order = (await send(city)).order
    with pytest.raises(Invalid) as refused:
        await contact(city, order, **wrong)
    assert refused.value.members["errors"][0]["field"] == field


async def test_an_order_that_is_not_ours_goes_back_to_the_city(city: City) -> None:
    order = (await send(city)).order
    city.later(hours=1)
    back = await give_back(city, order)
    assert (back.state, back.returns) == ("returned", 1)
    case = await case_of(city, order)
    assert case.state == "void"
    async with city.database.tx() as tx:
        life = (await lives_of(tx, [order.report_id]))[order.report_id]
        page = await finding.find(
            tx, city.officer, Wanted("returned", level="city"), directory=city.books.directory, at=city.now
        )
    assert life.answer and life.answer["next_door"] == "市水务热线 962450"
    assert [stood.order.id for stood in page.items] == [order.id]
    with pytest.raises(Conflict):
        await give_back(city, order)


async def test_a_case_others_reported_too_goes_on_without_the_returned_order(city: City) -> None:
    first, second = await send(city, "1"), await send(city, "2")
    await give_back(city, first.order, reason="repeat", next_door="")
    assert (await case_of(city, second.order)).state == "to_dispatch"
    assert (await stands(city, first.order)).order.state == "returned"


async def test_what_goes_back_names_the_next_door_and_a_reason(city: City) -> None:
    order = (await send(city)).order
    for field, wrong in {
        "next_door": {"next_door": " "},
        "reason": {"reason": "tired"},
        "text": {"text": " "},
    }.items():
        with pytest.raises(Invalid) as refused:
            await give_back(city, order, **wrong)
        assert refused.value.members["errors"][0]["field"] == field


async def test_after_a_working_day_only_a_ruling_sends_it_back(city: City) -> None:
    order = (await send(city)).order
    city.later(days=2)
    officer = city.holder("duty_officer")
    with pytest.raises(Forbidden) as refused:
        await give_back(city, order, actor=officer)
    assert refused.value.members["permission"] == "hotline.rule"
    supervisor = city.holder("supervisor")
    with pytest.raises(Invalid):
        await give_back(city, order, actor=supervisor)
    assert (await give_back(city, order, actor=supervisor, ruling="城运中心裁定退回")).state == "returned"
    ruling = await rows(city, "SELECT ruling FROM cases.hotline_return")
    assert ruling == [{"ruling": "城运中心裁定退回"}]


async def test_the_city_may_send_it_again_and_then_a_ruling_is_needed_at_once(city: City) -> None:
    order = (await send(city)).order
    await give_back(city, order)
    assert (await send(city)).outcome == "known", "a list given in again does not open it"
    city.later(hours=3)
    again = await send(city, again=True)
    assert (again.outcome, again.order.sendings, again.order.state) == ("again", 2, "open")
    assert again.order.case_id != order.case_id
    assert (await case_of(city, order)).state == "to_dispatch"
    with pytest.raises(Forbidden):
        await give_back(city, again.order, actor=city.holder("dispatcher"))


async def test_what_was_handled_is_answered_and_not_returned(city: City) -> None:
    order = (await send(city)).order
    await steps(city, await case_of(city, order), "dispatch", "receive", "handle")
    with pytest.raises(Conflict):
        await give_back(city, order)


async def test_a_complex_order_gets_fifteen_working_days_once(city: City) -> None:
    order = (await send(city)).order
    longer = await extend(city, order)
    assert longer.due_at == at(16, 10).replace(month=12, day=7)
    assert (await case_of(city, order)).due_at == longer.due_at
    with pytest.raises(Conflict):
        await extend(city, order)
    late = (await send(city, "2", kind="咨询")).order
    city.later(days=2)
    with pytest.raises(Conflict):
        await extend(city, late)


async def test_an_answer_says_whether_it_was_solved_or_explained(city: City) -> None:
    order = (await send(city)).order
    with pytest.raises(Invalid):
        await answer(city, order, resolution="maybe")
    done = await answer(city, order, resolution="explained")
    assert (done.resolution, done.answered_at) == ("explained", city.now)
    with pytest.raises(Conflict):
        await answer(city, order)


async def test_the_level_goes_down_with_the_case(city: City) -> None:
    order = (await send(city)).order
    case = await case_of(city, order)
    kinds = {}
    for unit in ("LH", "CY"):
        kinds[unit] = city.books.directory.units[city.units[unit]].kind
    assert level_of("open", None, False) == "district"
    assert [level_of("open", kinds[unit], False) for unit in ("LH", "CY")] == ["district", "street"]
    assert level_of("open", "neighbourhood_station", False) == "station"
    assert level_of("open", "street_centre", True) == "person"
    await steps(city, case, "dispatch", unit=city.units["CY"])
    async with city.database.tx() as tx:
        for level, count in {"street": 1, "district": 0, "person": 0, "city": 0}.items():
            page = await finding.find(
                tx, city.officer, Wanted(level=level), directory=city.books.directory, at=city.now
            )
            assert len(page.items) == count, level


async def test_another_street_s_orders_are_not_there(city: City) -> None:
    order = (await send(city)).order
    await steps(city, await case_of(city, order), "dispatch", unit=city.units["CY"])
    stranger = city.holder("supervisor", unit="CS")
    async with city.database.tx() as tx:
        page = await finding.find(tx, stranger, Wanted(), directory=city.books.directory, at=city.now)
        assert page.items == []
        with pytest.raises(NotFound):
            await finding.see(tx, stranger, order.id)
        with pytest.raises(NotFound):
            await calling_back.call_back(tx, stranger, order.id, Called(satisfaction="fair"), at=city.now)
    for attempt in (contact(city, order, actor=stranger), give_back(city, order, actor=stranger)):
        with pytest.raises(NotFound):
            await attempt
    own = city.holder("handler", unit="CY")
    assert (await contact(city, order, actor=own)).contact == "reached"
    with pytest.raises(Forbidden):
        await give_back(city, order, actor=own)


async def test_the_four_rates(city: City) -> None:
    orders = [(await send(city, str(number), place=_apart(number))).order for number in range(5)]
    await contact(city, orders[0])
    await contact(city, orders[1])
    await answer(city, orders[0])
    await answer(city, orders[1], resolution="explained")
    await give_back(city, orders[4])
    async with city.database.tx() as tx:
        called = Called(True, "solved", "satisfied"), Called(False, "unsolved", "mostly")
        for order, told in zip(orders, called, strict=False):
            await calling_back.call_back(tx, city.officer, order.id, told, at=city.now)
    since, until = at(16, 8), at(17, 8)
    city.later(days=30)
    async with city.database.tx() as tx:
        found = await finding.figures(tx, city.officer, since=since, until=until, at=city.now)
    # Reached: 0 (1 says it was not). In time: 0 and 1 of four. Solved: 0 of two. Satisfied: (1 + 0.8) / 2.
    assert found["rates"] == {
        "first_contact_rate": 0.25,
        "on_time_rate": 0.5,
        "solved_rate": 0.5,
        "satisfaction_rate": 0.9,
    }
    assert (found["counts"]["received"], found["counts"]["returned"]) == (5, 1)


def test_a_rate_of_nothing_is_none() -> None:
    nothing = ("contacted", "contact_due", "on_time", "due", "solved", "judged", "satisfaction", "asked")
    assert rates(dict.fromkeys(nothing, 0)) == {
        "first_contact_rate": None,
        "on_time_rate": None,
        "solved_rate": None,
        "satisfaction_rate": None,
    }


def _apart(number: int) -> PlaceIn:
    return PlaceIn(lon=121.38 + number / 100, lat=31.24)
