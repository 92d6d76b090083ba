"""Orders, expediting, warnings, the shift log and its handover."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from tests.cases.steps import filed, lines, steps
from tests.command.conftest import Duty

from yiwang.access import Actor
from yiwang.base.errors import Conflict, Forbidden, Invalid, NotFound
from yiwang.command import alerting, handing_over, logbook, ordering
from yiwang.command.logbook import Entry
from yiwang.command.model import Alert, Instruction
from yiwang.command.ordering import Asked

pytestmark = pytest.mark.anyio


async def given(duty: Duty, actor: Actor | None = None, **more: Any) -> Instruction:
    unit = duty.city.units["CY"]
    asked = Asked(**{"title": "排查积水", "text": "沿线排查", "to_kind": "unit", "to": unit, "unit": unit, **more})
    async with duty.city.database.tx() as tx:
        return await ordering.give(tx, actor or duty.chief(), asked, zone=duty.city.books.zone, at=duty.now)


async def test_an_order_is_received_and_done_with_feedback(duty: Duty) -> None:
    order = await given(duty, due_at=duty.now + timedelta(hours=2))
    assert await duty.inbox(0) == ["order"]
    async with duty.city.database.tx() as tx:
        with pytest.raises(Conflict):
            await ordering.finish(tx, duty.officer(0), order.id, feedback="x", at=duty.now)
        await ordering.receive(tx, duty.officer(0), order.id, at=duty.now)
    async with duty.city.database.tx() as tx:
        with pytest.raises(Invalid):
            await ordering.finish(tx, duty.officer(0), order.id, feedback=" ", at=duty.now)
        done = await ordering.finish(tx, duty.officer(0), order.id, feedback="无积水", at=duty.now)
    assert done.state == "done"
    assert [one["on_time"] for one in await duty.facts("order.done")] == [True]
    duty.city.later(days=1)
    assert await duty.tick() == 0


async def test_an_order_nobody_answers_reminds_and_then_tells_the_level_above(duty: Duty) -> None:
    order = await given(duty, due_at=duty.now + timedelta(hours=2))
    duty.city.later(minutes=31)
    assert await duty.tick() == 1
    duty.city.later(minutes=20)
    assert await duty.tick() == 1
    duty.city.later(hours=3)
    assert await duty.tick() == 2
    told = [(one["clock"], one["level"]) for one in await duty.facts("order.reminded")]
    assert told == [("receipt", 1), ("receipt", 2), ("due", 1), ("due", 2)]
    assert await duty.inbox(0) == ["order", "order_receipt1", "order_due1"]
    async with duty.city.database.tx() as tx:
        await ordering.cancel(tx, duty.chief(), order.id, reason="已解除", at=duty.now)


async def test_an_order_to_a_person_is_answered_by_that_person(duty: Duty) -> None:
    order = await given(duty, to_kind="person", to=duty.staff[1])
    assert (await duty.inbox(0), await duty.inbox(1)) == ([], ["order"])
    async with duty.city.database.tx() as tx:
        with pytest.raises(NotFound):
            await ordering.receive(tx, duty.officer(0), order.id, at=duty.now)
        await ordering.receive(tx, duty.officer(1), order.id, at=duty.now)
    for wrong in ({"to_kind": "person", "to": duty.staff[3]}, {"to_kind": "post", "to": duty.posts["CS"]}):
        with pytest.raises(Invalid):
            await given(duty, **wrong)


async def test_another_unit_s_order_is_not_there(duty: Duty) -> None:
    order = await given(duty)
    async with duty.city.database.tx() as tx:
        for stranger in (duty.officer(3), duty.officer(4)):
            with pytest.raises(NotFound):
                await ordering.see(tx, stranger, order.id)
            with pytest.raises(NotFound):
                await ordering.receive(tx, stranger, order.id, at=duty.now)
            assert (await ordering.page(tx, stranger))[0] == []
        with pytest.raises(Forbidden):
            await ordering.cancel(tx, duty.officer(0), order.id, reason="x", at=duty.now)
    with pytest.raises(NotFound):
        await given(duty, actor=duty.chief("CS"))


async def test_a_case_is_expedited_so_often_and_its_timeline_says_so(duty: Duty) -> None:
    case = await steps(duty.city, await filed(duty.city), "dispatch")
    leader = duty.chief("CY", "leader")

    async def expedite(kind: str, actor: Actor = leader) -> Instruction:
        async with duty.city.database.tx() as tx:
            zone = duty.city.books.zone
            return await ordering.expedite(
                tx, actor, case.id, kind=kind, text="请加快", due_at=None, zone=zone, at=duty.now
            )

    with pytest.raises(NotFound):
        await expedite("prompt", duty.chief("CS", "leader"))
    with pytest.raises(Forbidden):
        await expedite("prompt", duty.officer(0))
    first = await expedite("prompt")
    assert (first.kind, first.organisation_id, first.case_id) == ("prompt", duty.city.units["CY"], case.id)
    for _ in range(2):
        await expedite("prompt")
    with pytest.raises(Conflict, match="3 times"):
        await expedite("prompt")
    await expedite("supervise")
    assert (await lines(duty.city, case)).count("expedite") == 4
    assert "order" in await duty.inbox(0)
    await steps(duty.city, case, "void")
    with pytest.raises(Conflict):
        await expedite("supervise")


async def issued(duty: Duty, *area: str, actor: Actor | None = None, **more: Any) -> Alert:
    where = [duty.city.places[code] for code in area]
    fields = {"hazard": "暴雨", "level": "orange", "title": "暴雨橙色预警", "text": "做好防汛", "source": "市气象台"}
    span = {"valid_from": duty.now, "valid_to": duty.now + timedelta(hours=6)}
    asked = alerting.Asked(**{**fields, **span, "area": where, **more})
    async with duty.city.database.tx() as tx:
        return await alerting.issue(tx, actor or duty.city.officer, asked, books=duty.city.books, at=duty.now)


async def test_a_warning_tells_the_units_of_its_area_and_keeps_who_knows(duty: Duty) -> None:
    alert = await issued(duty, "310107005000")
    assert (await duty.inbox(0), await duty.inbox(3), await duty.inbox(4)) == (["warning"], [], [])
    async with duty.city.database.tx() as tx:
        cy = duty.city.units["CY"]
        await alerting.receive(tx, duty.officer(0), alert.id, unit=cy, at=duty.now)
        with pytest.raises(Conflict):
            await alerting.receive(tx, duty.officer(1), alert.id, unit=cy, at=duty.now)
        with pytest.raises(NotFound):
            await alerting.receive(tx, duty.officer(3), alert.id, unit=duty.city.units["CS"], at=duty.now)
        with pytest.raises(NotFound):
            await alerting.see(tx, duty.officer(3), alert.id)
        receipts = await alerting.receipts(tx, duty.city.officer, alert.id)
    assert {one["organisation_id"]: one["received_at"] is not None for one in receipts} == {
        duty.city.units["CY"]: True,
        duty.city.units["CENTRE"]: False,
    }


async def test_units_that_do_not_answer_are_reminded_and_a_warning_ends(duty: Duty) -> None:
    alert = await issued(duty, "310107005000")
    duty.city.later(minutes=11)
    assert await duty.tick() == 1
    assert await duty.inbox(0) == ["warning", "warning_again"]
    duty.city.later(hours=6)
    assert await duty.tick() == 1
    async with duty.city.database.tx() as tx:
        assert (await alerting.see(tx, duty.city.officer, alert.id)).state == "expired"
        with pytest.raises(Conflict):
            await alerting.lift(tx, duty.city.officer, alert.id, books=duty.city.books, at=duty.now)
    lifted = await issued(duty, "310107000000", level="red")
    async with duty.city.database.tx() as tx:
        assert (await alerting.lift(tx, duty.city.officer, lifted.id, books=duty.city.books, at=duty.now)).ended_at
    assert [one["lifted"] for one in await duty.facts("warning.ended")] == [False, True]
    assert "warning_lifted" in await duty.inbox(3)


async def test_nobody_warns_beyond_their_own_area(duty: Duty) -> None:
    here = duty.city.holder("supervisor", jurisdiction="310107005000")
    await issued(duty, "310107005001", actor=here)
    for area in (("310107015000",), ("310107000000",)):
        with pytest.raises(Invalid):
            await issued(duty, *area, actor=here)
    with pytest.raises(Invalid):
        await issued(duty, "310107005000", valid_to=duty.now - timedelta(hours=1))


async def kept(duty: Duty, person: int = 0, **entry: Any) -> UUID:
    made = Entry(**{"unit": duty.city.units["CY"], "kind": "other", "text": "巡视正常", **entry})
    async with duty.city.database.tx() as tx:
        return await logbook.keep(tx, duty.officer(person), made, keyring=duty.city.books.keyring, at=duty.now)


async def test_the_log_keeps_calls_sealed_and_is_never_changed(duty: Duty) -> None:
    call = await kept(duty, kind="call", text="反映积水", caller="张三", phone="13900000001", forwarded="排水所")
    await kept(duty, text="更正：曹杨路", corrects=call)
    with pytest.raises(Invalid):
        await kept(duty, caller="张三")
    async with duty.city.database.tx() as tx:
        found, _ = await logbook.page(tx, duty.officer(1))
        assert (await logbook.page(tx, duty.officer(3)))[0] == []
        with pytest.raises(NotFound):
            await logbook.one(tx, duty.officer(3), call)
        sealed = next(one["caller"] for one in found if one["id"] == call)
        keyring = duty.city.books.keyring
        with pytest.raises(NotFound):
            await logbook.reveal_caller(tx, duty.officer(3), call, reason="x", keyring=keyring, at=duty.now)
        told = await logbook.reveal_caller(tx, duty.officer(1), call, reason="回访", keyring=keyring, at=duty.now)
    async with duty.city.database.tx() as tx:
        looks = await tx.value("SELECT count(*) FROM access.audit WHERE action = 'log.reveal'")
    assert "张三".encode() not in bytes(sealed)
    assert (told, looks) == ({"name": "张三", "phone": "13900000001"}, 1)
    assert [one["corrects"] for one in found if one["corrects"]] == [call]


async def test_a_case_one_may_not_see_is_not_linked(duty: Duty) -> None:
    case = await filed(duty.city, where="310107015001")
    case = await steps(duty.city, case, "dispatch")
    with pytest.raises(NotFound):
        await kept(duty, case=case.id)


async def test_open_items_are_signed_over_by_two(duty: Duty) -> None:
    waiting = await kept(duty, text="等排水所回复", pending=True)
    await kept(duty)
    order = await given(duty)
    cy = duty.city.units["CY"]
    async with duty.city.database.tx() as tx:
        made = await handing_over.offer(tx, duty.officer(0), unit=cy, note="夜班", at=duty.now)
        held = await handing_over.see(tx, duty.officer(1), made)
    assert {one["object_id"] for one in held["items"]} == {waiting, order.id}
    async with duty.city.database.tx() as tx:
        with pytest.raises(Conflict):
            await handing_over.offer(tx, duty.officer(1), unit=cy, note="", at=duty.now)
    async with duty.city.database.tx() as tx:
        with pytest.raises(Forbidden):
            await handing_over.take(tx, duty.officer(0), made, at=duty.now)
        with pytest.raises(NotFound):
            await handing_over.take(tx, duty.officer(3), made, at=duty.now)
        with pytest.raises(Forbidden):
            await handing_over.withdraw(tx, duty.officer(1), made, at=duty.now)
        await handing_over.take(tx, duty.officer(1), made, at=duty.now)
    async with duty.city.database.tx() as tx:
        with pytest.raises(Conflict):
            await handing_over.withdraw(tx, duty.officer(0), made, at=duty.now)
        await logbook.settle(tx, duty.officer(1), waiting, at=duty.now)
        again = await handing_over.offer(tx, duty.officer(1), unit=cy, note="", at=duty.now)
        assert len((await handing_over.see(tx, duty.officer(1), again))["items"]) == 1
    assert [one["items"] for one in await duty.facts("handover.taken")] == [2]
