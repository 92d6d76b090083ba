"""甄别: what a machine reports waits for a person; admitted it goes on, refused it names the next door."""

import asyncio
from uuid import UUID

import pytest
from tests.cities import City
from tests.events.reports import FAR, case_of, rows, send

from yiwang.base.errors import Conflict, Forbidden, Invalid, NotFound
from yiwang.events import finding, triage
from yiwang.events.model import MACHINE_CHANNELS, Event

pytestmark = pytest.mark.anyio


async def admit(city: City, event: UUID) -> Event:
    async with city.database.tx() as tx:
        return await triage.admit(tx, city.officer, event, at=city.now)


async def refuse(city: City, event: UUID, reason: str, text: str = "重复", next_door: str = "") -> Event:
    async with city.database.tx() as tx:
        return await triage.refuse(tx, city.officer, event, reason=reason, text=text, next_door=next_door, at=city.now)


@pytest.mark.parametrize("channel", sorted(MACHINE_CHANNELS))
async def test_what_a_machine_reports_waits_and_has_no_case(city: City, channel: str) -> None:
    reported = await send(city, channel=channel)
    assert reported.state == "triage"
    assert await case_of(city, reported.event_id) is None
    async with city.database.tx() as tx:
        assert [event.id for event in await finding.waiting(tx, city.officer)] == [reported.event_id]


async def test_an_admitted_event_is_filed(city: City) -> None:
    reported = await send(city, channel="video")
    city.later(minutes=3)
    assert (await admit(city, reported.event_id)).state == "admitted"
    case = await case_of(city, reported.event_id)
    assert case is not None
    assert (case.state, case.opened_at) == ("to_dispatch", city.now)
    async with city.database.tx() as tx:
        assert await finding.waiting(tx, city.officer) == []


async def test_a_second_look_of_the_machine_joins_what_waits(city: City) -> None:
    first, second = await send(city, channel="video"), await send(city, channel="video")
    assert (second.state, second.event_id) == ("merged", first.event_id)
    await admit(city, first.event_id)
    case = await case_of(city, first.event_id)
    assert case is not None
    assert case.reports == 2


async def test_an_event_is_admitted_once(city: City) -> None:
    reported = await send(city, channel="sensor")
    both = await asyncio.gather(*(admit(city, reported.event_id) for _ in range(4)), return_exceptions=True)
    assert sum(isinstance(one, Event) for one in both) == 1
    assert all(isinstance(one, Event | Conflict) for one in both)
    assert len(await rows(city, "SELECT 1 FROM cases.case")) == 1


async def test_a_refusal_answers_the_report_with_its_reason(city: City) -> None:
    reported = await send(city, channel="model")
    assert (await refuse(city, reported.event_id, "false_alarm", "画面里是树影")).state == "refused"
    row = (await rows(city, "SELECT state, answer FROM events.report"))[0]
    assert (row["state"], row["answer"]["text"]) == ("answered", "画面里是树影")
    assert await case_of(city, reported.event_id) is None
    with pytest.raises(Conflict):
        await admit(city, reported.event_id)


async def test_a_refusal_always_says_why_and_names_the_next_door(city: City) -> None:
    reported = await send(city, channel="video")
    for reason, text, door in (("bored", "x", ""), ("other", " ", ""), ("not_ours", "不归我们管", "  ")):
        with pytest.raises(Invalid):
            await refuse(city, reported.event_id, reason, text, door)
    event = await refuse(city, reported.event_id, "not_ours", "不归我们管", "市水务局 962450")
    assert event.state == "refused"
    assert (await rows(city, "SELECT refusal FROM events.event"))[0]["refusal"]["next_door"] == "市水务局 962450"


async def test_what_has_a_case_already_is_not_refused_but_voided_there(city: City) -> None:
    reported = await send(city)
    with pytest.raises(Conflict):
        await refuse(city, reported.event_id, "other")
    case = await case_of(city, reported.event_id)
    assert case is not None
    assert case.state == "to_dispatch"


async def test_triage_is_for_who_may_and_for_their_part_of_the_city(city: City) -> None:
    reported = await send(city, channel="video")
    for actor, error in (
        (city.holder("leader"), Forbidden),
        (city.holder("duty_officer", jurisdiction="310107015000"), NotFound),
    ):
        with pytest.raises(error):
            async with city.database.tx() as tx:
                await triage.admit(tx, actor, reported.event_id, at=city.now)
    async with city.database.tx() as tx:
        stranger = city.holder("duty_officer", jurisdiction="310107015000")
        assert await finding.waiting(tx, stranger) == []


async def test_the_queue_is_oldest_first(city: City) -> None:
    first = await send(city, channel="video")
    city.later(minutes=1)
    second = await send(city, FAR, channel="video")
    async with city.database.tx() as tx:
        found = await finding.waiting(tx, city.officer)
        assert [event.id for event in found] == [first.event_id, second.event_id]
        assert [event.id for event in await finding.waiting(tx, city.officer, limit=1)] == [first.event_id]
