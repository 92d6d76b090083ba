"""A point outside: it never becomes a case of the home district by itself, is never lost, and names the next door."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from tests.cities import BUILDER, LONG_AGO, City
from tests.events.reports import case_of, count, draw_streets, rows, send

from yiwang import access, places
from yiwang.events import reporting, triage
from yiwang.events.channels import declaring
from yiwang.events.model import Envelope, Reported
from yiwang.events.shapes import told
from yiwang.places import JurisdictionRow, PlaceIn

pytestmark = pytest.mark.anyio

HOME, NEIGHBOUR = "310107000000", "310106000000"
BEIJING, OVER, SEA = PlaceIn(lon=116.4, lat=39.9), PlaceIn(lon=121.4201, lat=31.24), PlaceIn(lon=121.3799, lat=31.24)


async def draw_districts(city: City) -> None:
    """Give home and a neighbour in the east a square each; what lies west of home is drawn by nobody."""

    def square(code: str, west: float, east: float) -> dict[str, Any]:
        ring = [[west, 31.23], [east, 31.23], [east, 31.25], [west, 31.25], [west, 31.23]]
        shape = {"type": "Polygon", "coordinates": [ring]}
        return {"type": "Feature", "properties": {"code": code}, "geometry": shape}

    drawn = {"type": "FeatureCollection", "features": [square(HOME, 121.38, 121.42), square(NEIGHBOUR, 121.42, 121.46)]}
    async with city.database.tx() as tx:
        rows_ = [JurisdictionRow(NEIGHBOUR, "静安区", "district", "310000000000")]
        await places.ensure_jurisdictions(tx, BUILDER, rows_, LONG_AGO)
        report = await places.import_boundaries(tx, city.officer, drawn, "district", "code", city.now, "test")
        assert not report.problems
    city.clock.at += timedelta(seconds=5)


async def kept(city: City, reported: Reported) -> dict[str, Any]:
    return (
        await rows(city, "SELECT state, jurisdiction_id, place FROM events.event WHERE id = %s", reported.event_id)
    )[0]


@pytest.mark.parametrize(
    ("where", "said", "door"),
    [
        (BEIJING, "远在所有已知边界之外", "请拨打事发地 12345。"),
        (PlaceIn(lon=116.4, lat=39.9, text="普陀区某处"), "远在所有已知边界之外", "请拨打事发地 12345。"),
        (OVER, "点位在静安区内", "请向静安区反映，或拨打 12345。"),
        (SEA, "距最近的普陀区约10米", "请拨打事发地 12345。"),
    ],
    ids=["in Beijing", "in Beijing, whatever the words say", "just over the border", "off the coast"],
)
async def test_a_point_outside_waits_with_the_reason_and_the_next_door(
    city: City, where: PlaceIn, said: str, door: str
) -> None:
    await draw_districts(city)
    reported = await send(city, where)
    assert (reported.state, await case_of(city, reported.event_id)) == ("triage", None)
    place = (await kept(city, reported))["place"]
    assert said in place["explanation"]
    assert "不在普陀区内" in place["explanation"]
    assert place["next_door"] == door
    assert door in told(reported)["explanation"]


async def test_a_point_inside_is_filed_and_names_no_other_door(city: City) -> None:
    await draw_districts(city)
    reported = await send(city, PlaceIn(lon=121.4199, lat=31.24))
    event = await kept(city, reported)
    assert (event["state"], event["jurisdiction_id"]) == ("admitted", city.places[HOME])
    assert "next_door" not in event["place"]


async def test_what_the_sender_places_here_or_sends_for_us_is_ours_wherever_the_point_lies(city: City) -> None:
    await draw_districts(city)
    given = PlaceIn(lon=116.4, lat=39.9, jurisdiction_id=city.places[HOME])
    assert (await send(city, given)).state == "admitted"
    assert (await send(city, BEIJING, channel="hotline", separate=True)).state == "admitted"


async def test_where_home_has_no_boundary_a_point_nearby_may_be_ours(city: City) -> None:
    await draw_streets(city)
    assert (await send(city, PlaceIn(lon=121.5, lat=31.24))).state == "admitted"
    assert (await send(city, BEIJING)).state == "triage"


async def test_before_anything_is_drawn_every_point_is_ours(city: City) -> None:
    assert (await send(city, BEIJING)).state == "admitted"


async def test_a_repeated_message_is_told_the_reason_again(city: City) -> None:
    await draw_districts(city)
    first = told(await send(city, OVER, idempotency_key="one"))
    again = told(await send(city, OVER, idempotency_key="one"))
    assert again == {**first, "repeated": True}
    assert await count(city, "events.event") == 1


@pytest.mark.parametrize(
    ("text", "door"),
    [("垃圾堆在路口", "请向静安区反映，或拨打 12345。"), ("有人打架", "请拨打 110（公安）。")],
    ids=["sent to the neighbour", "a word names the police first"],
)
async def test_a_refusal_sends_to_the_neighbour_by_itself(city: City, text: str, door: str) -> None:
    await draw_districts(city)
    reported = await send(city, OVER, text=text)
    async with city.database.tx() as tx:
        await declaring.publish_shipped(tx, access.platform_actor("test"), at=city.now, valid_from=LONG_AGO)
        refused = await triage.refuse(
            tx, city.officer, reported.event_id, reason="not_ours", text="在静安区", at=city.now
        )
    assert refused.refusal["next_door"] == door


async def test_it_may_be_taken_all_the_same_and_is_home_s_then(city: City) -> None:
    await draw_districts(city)
    reported = await send(city, BEIJING)
    async with city.database.tx() as tx:
        event = await triage.admit(tx, city.officer, reported.event_id, at=city.now)
    assert event.jurisdiction_id == city.places[HOME]
    assert await case_of(city, reported.event_id) is not None


async def test_a_past_that_is_replayed_is_not_held_up(city: City) -> None:
    await draw_districts(city)
    asked: datetime = city.now
    async with city.database.tx(origin="replay") as tx:
        letter = Envelope("replay", "city", "垃圾堆在路口", b"{}", matter="06002")
        found = await reporting.report(tx, city.officer, letter, BEIJING, books=city.books, at=asked)
    assert found.state == "admitted"
