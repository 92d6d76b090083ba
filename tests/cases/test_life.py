"""A case from report to closing, and every turn it can take."""

from uuid import UUID

import pytest
from tests.cities import LITTER, City

from yiwang.base.errors import Conflict, Invalid, NotFound
from yiwang.cases.model import Case
from yiwang.cases.steps import closing, dispatching, handling, verifying
from yiwang.cases.store import reading
from yiwang.cases.views import listing

pytestmark = pytest.mark.anyio


async def filed(city: City, **report: object) -> Case:
    told = await city.report(**report)
    async with city.database.tx() as tx:
        case = await listing.of_event(tx, city.officer, told.event_id)
    assert case is not None
    return case


async def steps(city: City, case: Case, *verbs: str) -> Case:
    for verb in verbs:
        city.later(minutes=1)
        async with city.database.tx() as tx:
            actor, now = city.officer, city.now
            if verb == "dispatch":
                case = await dispatching.dispatch(tx, actor, case.id, books=city.books, at=now)
            elif verb == "receive":
                case = await handling.receive(tx, actor, case.id, at=now)
            elif verb == "handle":
                case = await handling.handle(tx, actor, case.id, text="已清理", at=now)
            elif verb == "check":
                case = await verifying.check(tx, actor, case.id, passed=True, at=now)
            elif verb == "close":
                case = await closing.close(tx, actor, case.id, at=now)
    return case


async def test_a_case_goes_from_report_to_closing(city: City) -> None:
    case = await filed(city)
    assert case.state == "to_dispatch"
    assert case.due_at is not None
    case = await steps(city, case, "dispatch", "receive", "handle", "check", "close")
    assert case.state == "closed"
    async with city.database.tx() as tx:
        lines = await reading.timeline(tx, case.id)
        clocks = await reading.clocks(tx, case.id)
        seen = await listing.see(tx, city.officer, case.id)
    assert [line["step"] for line in lines] == ["file", "dispatch", "receive", "handle", "check", "close"]
    assert {clock["stage"] for clock in clocks} == {"total", "dispatch", "receipt", "handle", "check", "close"}
    assert all(clock["ended_at"] for clock in clocks)
    assert seen == case


async def test_it_goes_to_the_lowest_level_that_answers_and_says_why(city: City) -> None:
    case = await steps(city, await filed(city), "dispatch")
    assert case.unit_id == city.units["CY"]
    assert "曹杨城运中心" in case.dispatch_reason["zh"]
    elsewhere = await steps(city, await filed(city, where="310107015001"), "dispatch")
    assert elsewhere.unit_id == city.units["LH"]


async def test_what_nobody_answers_for_goes_to_the_district_centre(city: City) -> None:
    case = await steps(city, await filed(city, matter="09001"), "dispatch")
    assert case.unit_id == city.units["CENTRE"]


async def test_a_step_out_of_turn_is_refused_and_changes_nothing(city: City) -> None:
    case = await filed(city)
    with pytest.raises(Conflict):
        await steps(city, case, "handle")
    async with city.database.tx() as tx:
        assert (await listing.see(tx, city.officer, case.id)) == case


async def test_a_step_on_a_version_that_moved_on_is_refused(city: City) -> None:
    case = await filed(city)
    moved = await steps(city, case, "dispatch")
    with pytest.raises(Conflict):
        async with city.database.tx() as tx:
            await handling.receive(tx, city.officer, case.id, at=city.now, version=case.version)
    assert moved.version == case.version + 1


async def test_a_returned_case_waits_to_be_dispatched_again_with_the_reason(city: City) -> None:
    case = await steps(city, await filed(city), "dispatch")
    with pytest.raises(Invalid):
        async with city.database.tx() as tx:
            await handling.give_back(tx, city.officer, case.id, reason="  ", at=city.now)
    async with city.database.tx() as tx:
        case = await handling.give_back(tx, city.officer, case.id, reason="不在辖区", at=city.now)
    assert (case.state, case.unit_id, case.returns) == ("to_dispatch", None, 1)
    async with city.database.tx() as tx:
        sent = await reading.assignments(tx, case.id)
    assert [(row["state"], row["reason"]) for row in sent] == [("returned", "不在辖区")]
    case = await steps(city, case, "dispatch", "receive")
    assert case.state == "handling"


async def test_a_failed_check_is_reworked_by_the_same_unit(city: City) -> None:
    case = await steps(city, await filed(city), "dispatch", "receive", "handle")
    async with city.database.tx() as tx:
        case = await verifying.check(tx, city.officer, case.id, passed=False, text="仍有残留", at=city.now)
    assert (case.state, case.rework) == ("handling", 1)
    case = await steps(city, case, "handle", "check", "close")
    assert case.state == "closed"


async def test_a_void_case_ends_with_its_reason(city: City) -> None:
    case = await filed(city)
    async with city.database.tx() as tx:
        case = await closing.void(tx, city.officer, case.id, reason="重复录入", at=city.now)
    assert case.state == "void"
    with pytest.raises(Conflict):
        await steps(city, case, "dispatch")


async def test_what_is_put_right_on_the_spot_is_filed_and_closed_at_once(city: City) -> None:
    case = await filed(city, self_handled="当场清扫")
    assert (case.state, case.self_handled, case.closed_at) == ("closed", True, city.now)


async def test_a_case_outside_the_scope_is_as_if_it_were_not_there(city: City) -> None:
    case = await filed(city)
    stranger = city.holder("supervisor", jurisdiction="310107015000")
    neighbour = city.holder("supervisor", jurisdiction="310107005000")
    async with city.database.tx() as tx:
        assert (await listing.see(tx, neighbour, case.id)).id == case.id
        with pytest.raises(NotFound):
            await listing.see(tx, stranger, case.id)
    with pytest.raises(NotFound):
        async with city.database.tx() as tx:
            await dispatching.dispatch(tx, stranger, case.id, books=city.books, at=city.now)
    with pytest.raises(NotFound):
        async with city.database.tx() as tx:
            await listing.see(tx, city.officer, UUID(int=1))


async def test_a_handler_sees_what_was_sent_to_their_unit_only(city: City) -> None:
    case = await steps(city, await filed(city, matter=LITTER), "dispatch")
    ours, theirs = city.holder("handler", unit="CY"), city.holder("handler", unit="CS")
    async with city.database.tx() as tx:
        page = await listing.find(tx, ours, listing.Wanted(), at=city.now)
        assert [one.id for one in page.items] == [case.id]
        assert (await listing.find(tx, theirs, listing.Wanted(), at=city.now)).items == []
