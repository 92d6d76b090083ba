"""Putting the place of an event right: the case goes with it, and nobody else's."""

from typing import Any
from uuid import UUID

import pytest
from tests.cities import City
from tests.events.reports import HERE, NEAR, case_of, draw_streets, rows, send

from yiwang.access import Actor, Grant
from yiwang.base.errors import Conflict, Forbidden, Invalid, NotFound
from yiwang.cases.model import Case
from yiwang.cases.steps import closing, dispatching
from yiwang.cases.store import reading
from yiwang.events import moving
from yiwang.events.model import Event
from yiwang.places import PlaceIn

pytestmark = pytest.mark.anyio

WEST, EAST = PlaceIn(lon=121.395, lat=31.24), moving.Asked(121.405, 31.24, text="路口东侧")


async def move(city: City, event: UUID, asked: moving.Asked = EAST, **more: Any) -> Event:
    async with city.database.tx() as tx:
        given = {"actor": city.officer, "reason": "与反映人核对", **more}
        actor: Actor = given.pop("actor")
        return await moving.move(tx, actor, event, asked, books=city.books, at=city.now, **given)


async def there(city: City, event: UUID) -> Case:
    case = await case_of(city, event)
    assert case is not None
    return case


async def test_event_and_case_stand_where_they_really_are(city: City) -> None:
    await draw_streets(city)
    sent = await send(city, WEST)
    before = await there(city, sent.event_id)
    assert before.jurisdiction_id == city.places["310107005000"]
    moved = await move(city, sent.event_id)
    after = await there(city, sent.event_id)
    assert (
        (after.lon, after.lat, after.place_text) == (moved.lon, moved.lat, "路口东侧") == (121.405, 31.24, "路口东侧")
    )
    assert after.jurisdiction_id == moved.jurisdiction_id == city.places["310107015000"]
    assert (after.state, after.unit_id, after.version) == (before.state, before.unit_id, before.version + 1)
    async with city.database.tx() as tx:
        lines = await reading.timeline(tx, sent.event_id)
    # All of it happened at one moment of the test's clock, so the lines have no order.
    (line,) = [one for one in lines if one["step"] == "move"]
    assert line["text"].startswith("位置更正，移动 95")
    assert "由曹杨新村街道改为长寿路街道：与反映人核对" in line["text"]
    kept = await rows(city, "SELECT lon FROM events.report WHERE event_id = %s", sent.event_id)
    assert kept == [{"lon": 121.395}]  # what the reporter said stays
    facts = await rows(city, "SELECT type, data FROM ledger.fact WHERE type IN ('event.moved', 'case.moved')")
    assert {fact["type"] for fact in facts} == {"event.moved", "case.moved"}
    assert not any("核对" in str(fact["data"]) for fact in facts)


async def test_the_words_stay_where_no_others_are_given_and_the_next_step_goes_on(city: City) -> None:
    await draw_streets(city)
    sent = await send(city, PlaceIn(lon=121.395, lat=31.24, text="枫桥路口"))
    await move(city, sent.event_id, moving.Asked(121.396, 31.241))
    case = await there(city, sent.event_id)
    assert case.place_text == "枫桥路口"
    async with city.database.tx() as tx:
        await dispatching.dispatch(tx, city.officer, case.id, unit=city.units["CY"], books=city.books, at=city.now)


async def test_a_move_that_means_nothing_is_refused(city: City) -> None:
    await draw_streets(city)
    sent = await send(city, WEST)
    refused: tuple[tuple[moving.Asked, dict[str, Any], type[Exception]], ...] = (
        (EAST, {"reason": "  "}, Invalid),
        (moving.Asked(121.395, 31.24), {}, Invalid),  # it is there already
        (moving.Asked(2.35, 48.85), {}, Invalid),  # in no jurisdiction of ours
        (EAST, {"version": 7}, Conflict),
    )
    for asked, more, refusal in refused:
        with pytest.raises(refusal):
            await move(city, sent.event_id, asked, **more)
    with pytest.raises(NotFound):
        await move(city, UUID(int=9))
    assert (await there(city, sent.event_id)).lon == 121.395


async def test_nobody_moves_what_is_not_theirs_or_is_over(city: City) -> None:
    await draw_streets(city)
    sent = await send(city, WEST)
    stranger = Actor(UUID(int=5), "account", "x", (Grant("dispatcher", city.places["310107015000"]),))
    with pytest.raises(NotFound):
        await move(city, sent.event_id, actor=stranger)
    with pytest.raises(Forbidden):
        await move(city, sent.event_id, actor=Actor(UUID(int=6), "account", "y", (Grant("handler"),)))
    async with city.database.tx() as tx:
        await closing.void(tx, city.officer, sent.event_id, reason="误报", at=city.now)
    with pytest.raises(Conflict):
        await move(city, sent.event_id)


async def test_the_next_report_joins_where_the_event_is_now(city: City) -> None:
    await draw_streets(city)
    sent = await send(city, PlaceIn(lon=121.41, lat=31.24))
    assert HERE.lon is not None
    assert HERE.lat is not None
    await move(city, sent.event_id, moving.Asked(HERE.lon, HERE.lat))
    city.later(minutes=3)
    assert (await send(city, NEAR)).event_id == sent.event_id
