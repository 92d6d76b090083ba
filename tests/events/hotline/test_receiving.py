"""An order of 12345 becomes a case with the limit of its kind."""

from datetime import timedelta
from uuid import UUID

import pytest
from tests.cities import City
from tests.events.hotline.orders import HERE, at, case_of, rows, send, stands

from yiwang.access import Actor, Grant
from yiwang.base.errors import Conflict, Invalid
from yiwang.cases.hotline.model import Called
from yiwang.events import merging
from yiwang.events.model import Reporter

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize(
    ("kind", "due"),
    [
        ("咨询", at(17, 10)),
        ("suggestion", at(17, 10)),
        ("督办", at(19, 10)),
        ("回访复核", at(19, 10)),
        ("求助", at(23, 10)),
        ("投诉", at(23, 10)),
    ],
)
async def test_the_kind_gives_the_limit_and_it_is_the_case_s_due_time(city: City, kind: str, due: object) -> None:
    received = await send(city, kind=kind)
    case = await case_of(city, received.order)
    assert (received.order.due_at, case.due_at) == (due, due)
    assert received.order.deadline["by"] == "kind"
    assert "工作日" in received.order.deadline["zh"]


async def test_the_limit_runs_from_when_the_city_sent_it(city: City) -> None:
    # Friday evening: it counts from Monday's opening.
    received = await send(city, kind="督办", received_at=at(13, 20))
    assert received.order.due_at == at(19, 9)
    assert received.order.contact_due_at == received.order.return_due_at == at(17, 9)


async def test_a_due_time_of_the_city_s_own_is_kept(city: City) -> None:
    received = await send(city, due_at=at(18, 12))
    assert (await case_of(city, received.order)).due_at == at(18, 12)


async def test_a_case_says_the_channel_and_the_city_s_number(city: City) -> None:
    received = await send(city, "沪-1", reporter=Reporter("李先生", "13900000000"))
    case = await case_of(city, received.order)
    assert (case.channel, case.title) == ("hotline", "垃圾无人清运")
    refs = await rows(city, "SELECT system, external_id FROM events.external_ref")
    assert refs == [{"system": "12345", "external_id": "沪-1"}]


async def test_a_question_is_no_matter_of_the_street(city: City) -> None:
    case = await case_of(city, (await send(city, kind="咨询", text="路灯坏了找谁报修，想咨询一下")).order)
    assert case.matter_code == "QT001"


async def test_words_that_name_no_matter_do_not_lose_an_order(city: City) -> None:
    case = await case_of(city, (await send(city, kind="求助", title="", text="老人独自在家需要帮忙")).order)
    assert case.matter_code == "QT001"


async def test_the_same_number_again_changes_nothing(city: City) -> None:
    first = await send(city)
    again = await send(city, text="同一工单，文字不同")
    assert (first.outcome, again.outcome) == ("made", "known")
    assert again.order.id == first.order.id
    assert len(await rows(city, "SELECT 1 FROM events.report")) == 1
    other_system = await send(city, system="12319", text="垃圾箱满了")
    assert other_system.outcome == "made"


async def test_a_call_back_that_comes_with_the_list_is_added(city: City) -> None:
    first = await send(city)
    again = await send(city, called=Called(False, "unsolved", "dissatisfied"))
    same = await send(city, called=Called(False, "unsolved", "dissatisfied"))
    assert (again.outcome, same.outcome) == ("updated", "known")
    order = (await stands(city, first.order)).order
    assert (order.called_contacted, order.called_resolution, order.satisfaction) == (False, "unsolved", "dissatisfied")


async def test_an_application_learns_nothing_of_another_s_order(city: City) -> None:
    await send(city)
    intake = Actor(UUID(int=5), "application", "another", (Grant("intake"),))
    with pytest.raises(Conflict):
        await send(city, actor=intake)
    own = await send(city, "own", actor=intake)
    assert (await send(city, "own", actor=intake)).order.id == own.order.id


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("kind", {"kind": "表扬"}),
        ("number", {"number": " "}),
        ("sent_from", {"sent_from": "moon"}),
        ("text", {"title": "", "text": ""}),
        ("received_at", {"received_at": at(28, 9) + timedelta(days=900)}),
    ],
)
async def test_a_wrong_field_is_named(city: City, field: str, wrong: dict[str, object]) -> None:
    fields = dict(wrong)
    number = str(fields.pop("number", "x"))
    with pytest.raises(Invalid) as refused:
        await send(city, number, **fields)
    assert refused.value.members["errors"][0]["field"] == field


async def test_an_order_that_joins_an_open_event_has_that_case(city: City) -> None:
    first, second = await send(city, "1"), await send(city, "2")
    assert second.reported is not None and second.reported.merge is not None
    assert second.order.case_id == first.order.case_id


async def test_an_order_stays_on_the_case_its_report_belongs_to(city: City) -> None:
    first = await send(city, "1")
    second = await send(city, "2", place=type(HERE)(lon=121.41, lat=31.24))
    assert first.order.case_id != second.order.case_id
    async with city.database.tx() as tx:
        await merging.merge(tx, city.officer, second.order.case_id, into=first.order.case_id, at=city.now)
    assert (await stands(city, second.order)).order.case_id == first.order.case_id
    async with city.database.tx() as tx:
        await merging.restore(tx, city.officer, second.order.case_id, at=city.now)
    assert (await stands(city, second.order)).order.case_id == second.order.case_id
    third = await send(city, "3")
    async with city.database.tx() as tx:
        parted = await merging.part(
            tx, city.officer, third.order.case_id, report_id=third.order.report_id, reason="另一处", at=city.now
        )
    assert (await stands(city, third.order)).order.case_id == parted.id
