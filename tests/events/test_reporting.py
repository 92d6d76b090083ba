"""A report comes in: located, classified, kept once, joined to its like or an event of its own."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from tests.cities import BUILDER, LIGHT, LONG_AGO, City
from tests.events.reports import FAR, HERE, NEAR, STREET, case_of, count, draw_streets, envelope, rows, send
from tests.events.reports import send_at_once as together

from yiwang import places
from yiwang.base.errors import Forbidden, Invalid, NotFound, Refusal
from yiwang.events import finding, reporting, triage
from yiwang.events.model import CHANNELS, MACHINE_CHANNELS, Reported
from yiwang.places import JurisdictionRow, PlaceIn

pytestmark = pytest.mark.anyio


def told(found: list[Reported | BaseException]) -> list[Reported]:
    for one in found:
        if isinstance(one, BaseException):
            raise one
    return [one for one in found if isinstance(one, Reported)]


async def test_a_report_becomes_an_event_with_a_case(city: City) -> None:
    reported = await send(city)
    case = await case_of(city, reported.event_id)
    assert (reported.state, reported.merge, reported.repeated) == ("admitted", None, False)
    assert case is not None
    assert (case.number, case.matter_code, case.reports) == (reported.event_number, "06002", 1)


async def test_a_second_report_nearby_joins_the_event_and_says_why(city: City) -> None:
    first = await send(city)
    city.later(hours=2)
    second = await send(city, NEAR, text="还是那堆垃圾")
    assert second.merge is not None
    assert (second.state, second.event_id) == ("merged", first.event_id)
    assert second.report_number != first.report_number
    assert "28 米" in second.merge.text or "29 米" in second.merge.text
    assert "2 小时" in second.merge.text
    case = await case_of(city, first.event_id)
    assert case is not None
    assert case.reports == 2


@pytest.mark.parametrize(
    "other",
    [
        {"place": FAR},
        {"matter": LIGHT},
        {"drill": True},
        {"separate": True},
        {"self_handled": "当场清理"},
    ],
    ids=["far away", "another matter", "a drill", "meant as its own", "put right on the spot"],
)
async def test_what_is_not_the_same_stays_apart(city: City, other: dict[str, Any]) -> None:
    first = await send(city)
    second = await send(city, **other) if "place" in other else await send(city, NEAR, **other)
    assert second.event_id != first.event_id


async def test_what_comes_after_the_window_is_a_new_event(city: City) -> None:
    first = await send(city)
    matter = city.books.catalogue.get("06002", city.now)
    assert matter is not None
    city.clock.at += timedelta(hours=matter.merge_hours, seconds=1)
    assert (await send(city)).event_id != first.event_id


async def test_a_report_on_a_closed_event_makes_a_new_one(city: City) -> None:
    first = await send(city, self_handled="当场清理")
    assert (await send(city)).event_id != first.event_id


async def test_without_a_point_only_the_same_written_address_is_the_same(city: City) -> None:
    place = PlaceIn(text="枫桥路 100 弄", jurisdiction_id=city.places[STREET])
    again = PlaceIn(text=" 枫桥路  100 弄 ", jurisdiction_id=city.places[STREET])
    other = PlaceIn(text="枫桥路 101 弄", jurisdiction_id=city.places[STREET])
    first, second, third = await send(city, place), await send(city, again), await send(city, other)
    assert second.merge is not None
    assert second.merge.same_address
    assert second.event_id == first.event_id != third.event_id


async def test_the_same_key_is_answered_as_the_first_time(city: City) -> None:
    first = await send(city, idempotency_key="k1")
    city.later(days=3)
    again = await send(city, FAR, text="别的话", idempotency_key="k1")
    assert again.repeated
    assert (again.report_id, again.event_id, again.state) == (first.report_id, first.event_id, first.state)
    assert (await send(city, FAR, source="another", idempotency_key="k1")).report_id != first.report_id
    assert await count(city, "events.report") == 2


async def test_a_joined_report_sent_again_is_still_told_that_it_was_joined(city: City) -> None:
    first = await send(city)
    joined = await send(city, NEAR, idempotency_key="k1")
    again = await send(city, NEAR, idempotency_key="k1")
    assert again.repeated
    assert (again.report_id, again.event_id, again.state) == (joined.report_id, first.event_id, "merged")
    assert again.merge is not None
    assert again.merge.text == joined.merge.text if joined.merge else False


@pytest.mark.parametrize(
    ("first", "second"),
    [(HERE, HERE), (HERE, FAR), (PlaceIn(text="甲处"), PlaceIn(text="乙处")), (PlaceIn(), PlaceIn())],
    ids=["one place", "two places", "two addresses", "no place"],
)
async def test_the_same_key_twice_at_once_is_one_report(city: City, first: PlaceIn, second: PlaceIn) -> None:
    both = told(await together(city, *[(place, {"idempotency_key": "k1"}) for place in (first, second) * 4]))
    assert len({one.report_id for one in both}) == 1
    assert sorted(one.repeated for one in both) == [False] + [True] * 7
    assert await count(city, "events.report") == 1
    assert await count(city, "cases.case") == 1


async def test_alike_reports_at_the_same_moment_are_one_event(city: City) -> None:
    found = told(await together(city, *[(HERE if n % 2 else NEAR, {"text": f"第{n}人"}) for n in range(8)]))
    assert len({one.event_id for one in found}) == 1
    assert sorted(one.state for one in found) == ["admitted"] + ["merged"] * 7
    case = await case_of(city, found[0].event_id)
    assert case is not None
    assert case.reports == 8
    assert await count(city, "cases.case") == 1


async def test_reports_in_rows_of_cells_do_not_wait_for_each_other_in_a_ring(city: City) -> None:
    line = [PlaceIn(lon=121.4 + 0.0004 * n, lat=31.24 + 0.0004 * (n % 3)) for n in range(8)]
    async with asyncio.timeout(30):
        found = told(await together(city, *[(place, {}) for place in [*line, *reversed(line)]]))
    assert len(found) == 16


async def test_an_urgent_report_makes_the_event_and_its_case_urgent(city: City) -> None:
    first = await send(city)
    await send(city, NEAR, urgent=True)
    case = await case_of(city, first.event_id)
    event = (await rows(city, "SELECT urgent FROM events.event"))[0]
    assert case is not None
    assert (event["urgent"], case.urgent) == (True, True)


async def test_a_point_lies_in_its_street(city: City) -> None:
    await draw_streets(city)
    west, east = await send(city, PlaceIn(lon=121.39, lat=31.24)), await send(city, PlaceIn(lon=121.41, lat=31.24))
    for reported, street in ((west, "310107005000"), (east, "310107015000")):
        case = await case_of(city, reported.event_id)
        assert case is not None
        assert case.jurisdiction_id == city.places[street]


@pytest.mark.parametrize(
    ("place", "street", "said"),
    [
        (PlaceIn(lon=121.40, lat=31.24), "310107005000", ""),
        (PlaceIn(lon=121.5, lat=31.24), "310107000000", "暂归"),
        (PlaceIn(text="说不清在哪里"), "310107000000", "暂归"),
        (PlaceIn(), "310107000000", "暂归"),
    ],
    ids=["on a border", "in no polygon", "words only", "nothing"],
)
async def test_a_place_that_is_nowhere_is_still_somebodys_and_explained(
    city: City, place: PlaceIn, street: str, said: str
) -> None:
    await draw_streets(city)
    reported = await send(city, place)
    event = (await rows(city, "SELECT jurisdiction_id, place FROM events.event WHERE id = %s", reported.event_id))[0]
    assert event["jurisdiction_id"] == city.places[street]
    assert said in event["place"]["explanation"]
    assert event["place"]["explanation"]


async def test_words_are_classified_with_confidence_and_reason(city: City) -> None:
    reported = await send(city, matter=None, text="路口堆了好几袋垃圾，没有人清运，味道很大")
    assert reported.classification["by"] == "suggested"
    assert 0 < reported.classification["confidence"] <= 1
    assert "垃圾" in reported.classification["reason"]
    given = await send(city, FAR)
    assert (given.classification["by"], given.classification["confidence"]) == ("given", 1.0)


@pytest.mark.parametrize(
    ("field", "fields"),
    [
        ("text", {"matter": None, "text": "啊"}),
        ("text", {"matter": None, "text": "   "}),
        ("text", {"text": "长" * 4001}),
        ("channel", {"channel": "telepathy"}),
        ("matter", {"matter": "00000"}),
        ("occurred_at", {"occurred_at": "tomorrow"}),
    ],
)
async def test_bad_input_is_refused_and_leaves_nothing_behind(city: City, field: str, fields: dict[str, Any]) -> None:
    if fields.get("occurred_at"):
        fields = {"occurred_at": city.now + timedelta(days=2)}
    with pytest.raises(Refusal) as refused:
        await send(city, **fields)
    if isinstance(refused.value, Invalid):
        assert refused.value.members["errors"][0]["field"] == field
    for table in ("events.report", "events.event", "events.raw", "cases.case", "ledger.log"):
        facts = await rows(city, f"SELECT count(*) AS n FROM {table}") if table != "ledger.log" else [{"n": 0}]
        assert facts[0]["n"] == 0, table


async def test_who_may_not_report_is_refused_before_anything_is_looked_at(city: City) -> None:
    leader = city.holder("leader")
    with pytest.raises(Forbidden):
        async with city.database.tx() as tx:
            await reporting.report(tx, leader, envelope(), HERE, books=city.books, at=city.now)
    assert await count(city, "events.raw") == 0


@pytest.mark.parametrize("channel", sorted(set(CHANNELS) - MACHINE_CHANNELS))
async def test_every_channel_of_people_is_admitted_at_once(city: City, channel: str) -> None:
    assert (await send(city, channel=channel)).state == "admitted"


async def test_an_event_of_another_street_is_not_there(city: City) -> None:
    place = PlaceIn(text="x", jurisdiction_id=city.places["310107015001"])
    reported = await send(city, place)
    async with city.database.tx() as tx:
        here = await finding.see(tx, city.holder("leader", jurisdiction="310107015000"), reported.event_id)
        assert here.id == reported.event_id
        with pytest.raises(NotFound):
            await finding.see(tx, city.holder("leader", jurisdiction="310107005000"), reported.event_id)
        with pytest.raises(NotFound):
            await finding.see(tx, city.holder("leader", unit="CS"), reported.event_id)


async def test_what_lies_in_another_district_waits_for_a_person_and_names_the_next_door(city: City) -> None:
    codes = [JurisdictionRow("310101000000", "黄浦区", "district", "310000000000")]
    async with city.database.tx() as tx:
        elsewhere = (await places.ensure_jurisdictions(tx, BUILDER, codes, LONG_AGO))["310101000000"]
    async with city.database.tx() as tx:
        await city.books.refresh(tx)
    there = PlaceIn(jurisdiction_id=elsewhere)
    found = await send(city, there)
    assert (found.state, await case_of(city, found.event_id)) == ("triage", None)
    event = (await rows(city, "SELECT place FROM events.event WHERE id = %s", found.event_id))[0]
    assert "不在普陀区内，由人甄别是否受理。" in event["place"]["explanation"]
    for ours in ({"channel": "hotline"}, {"self_handled": "当场清理"}, {"ours": True}):
        assert (await send(city, there, **ours, separate=True)).state == "admitted"
    async with city.database.tx() as tx:
        refused = await triage.refuse(
            tx, city.officer, found.event_id, reason="not_ours", text="在黄浦区", next_door="黄浦区 12345", at=city.now
        )
    assert refused.refusal["next_door"] == "黄浦区 12345"
