"""One search over the rooms: what one may see, by words, names, pinyin and numbers, soon after it happened."""

from typing import Any

import pytest
from tests.app.visitors import Site, Visitor
from tests.cities import BUILDER, LIGHT, LITTER, LONG_AGO, City

from yiwang import people, places
from yiwang.access import Grant
from yiwang.app import searching
from yiwang.base.words import question
from yiwang.cases.steps import dispatching
from yiwang.db import Database
from yiwang.events import reporting, triage
from yiwang.events.model import Envelope, Reported
from yiwang.people import StaffRow
from yiwang.places import PlaceIn

pytestmark = pytest.mark.anyio


async def followed(database: Database, rounds: int = 100) -> None:
    """Run the followers until nothing is left; another transaction of the server may hold the log back for a moment."""
    followers = searching.followers()
    for _ in range(rounds):
        if not sum([await follower.run_once(database) for follower in followers]):
            return


async def ask(visitor: Visitor, q: str, **params: Any) -> dict[str, list[dict[str, Any]]]:
    answer = await visitor.ask("GET", "/api/search", params={"q": q, **params})
    assert answer.status_code == 200, answer.text
    return {group["kinds"]: group["hits"] for group in answer.json()["groups"]}


async def ids(visitor: Visitor, q: str, kind: str = "cases") -> list[str]:
    return [hit["id"] for hit in (await ask(visitor, q, kinds=kind))[kind]]


async def report_at(city: City, address: str, matter: str, text: str) -> Reported:
    """A report with a place in words."""
    envelope = Envelope(channel="desk", source="desk", raw=b"{}", text=text, matter=matter)
    place = PlaceIn(text=address, jurisdiction_id=city.places["310107005001"])
    async with city.database.tx() as tx:
        return await reporting.report(tx, BUILDER, envelope, place, books=city.books, at=city.now)


async def test_a_case_is_found_by_title_place_words_and_number(site: Site) -> None:
    city = site.city
    lamp = await report_at(city, "中山北路1578弄13号", LIGHT, "小区门口的路灯不亮 LED")
    await report_at(city, "兰溪路8号", LITTER, "垃圾堆在路口")
    await followed(city.database)
    officer = await site.person("ann", Grant("supervisor"))
    wanted = [str(lamp.event_id)]
    for q in (
        "路灯",
        "灯",
        "不亮",
        "led",
        "中山北路",
        "1578弄",
        "小区 中山",
        lamp.event_number,
        lamp.event_number[-6:],
    ):
        assert await ids(officer, q) == wanted, q
    for q in ("山中", "水管", "578", "xyz"):
        assert await ids(officer, q) == []
    (hit,) = (await ask(officer, "中山北路", kinds="cases"))["cases"]
    assert (hit["kind"], hit["link"], hit["more"]["number"]) == ("case", f"/cases/{lamp.event_id}", lamp.event_number)
    assert [hit["text"][start:end] for start, end in hit["marks"]["text"]] == ["中山北路"]
    (hit,) = (await ask(officer, "不亮", kinds="cases"))["cases"]
    assert "路灯不亮" in hit["more"]["snippet"]
    assert [hit["more"]["snippet"][start:end] for start, end in hit["marks"]["snippet"]] == ["不亮"]


async def test_nobody_finds_what_they_may_not_see(site: Site) -> None:
    city = site.city
    here = await city.report(text="白鹭受伤", where="310107005001")
    there = await city.report(text="白鹭迷路", where="310107015001")
    await followed(city.database)
    both = {str(here.event_id), str(there.event_id)}
    assert set(await ids(await site.person("all", Grant("leader")), "白鹭")) == both
    mine = await site.person("cy", Grant("supervisor", city.places["310107005000"]))
    assert await ids(mine, "白鹭") == [str(here.event_id)]
    assert await ids(mine, there.event_number) == []
    unit = await site.person("lh", Grant("handler", None, city.units["LH"]))
    assert await ids(unit, "白鹭") == []
    async with city.database.tx() as tx:
        await dispatching.dispatch(tx, BUILDER, there.event_id, unit=city.units["LH"], at=city.now, books=city.books)
    await followed(city.database)
    assert await ids(unit, "白鹭") == [str(there.event_id)]
    intake = await site.application("intake", Grant("intake"))
    assert (await intake.ask("GET", "/api/search", params={"q": "白鹭"})).status_code == 403
    administrator = await site.person("sys", Grant("system_admin"))
    assert set(await ask(administrator, "城运")) == {"people"}
    assert (await administrator.ask("GET", "/api/search", params={"q": "白鹭", "kinds": "cases"})).status_code == 403


async def test_a_copy_that_is_behind_shows_nothing_of_what_has_left_the_scope(site: Site) -> None:
    city = site.city
    case = await city.report(text="白鹭受伤")
    async with city.database.tx() as tx:
        await dispatching.dispatch(tx, BUILDER, case.event_id, unit=city.units["LH"], at=city.now, books=city.books)
    await followed(city.database)
    unit = await site.person("lh", Grant("handler", None, city.units["LH"]))
    assert await ids(unit, "白鹭") == [str(case.event_id)]
    async with city.database.tx() as tx:
        await dispatching.redispatch(
            tx, BUILDER, case.event_id, unit=city.units["CY"], reason="另派", at=city.now, books=city.books
        )
    assert await ids(unit, "白鹭") == []


async def test_numbers_of_people_in_a_report_lead_nowhere(site: Site) -> None:
    await site.city.report(text="请联系王先生13812345678，路灯坏了")
    await followed(site.city.database)
    officer = await site.person("ann", Grant("supervisor"))
    assert len(await ids(officer, "王先生")) == 1
    for q in ("13812345678", "1381234", "138"):
        assert await ids(officer, q) == []
    assert "138" not in str(await ask(officer, "王先生"))


async def test_what_joins_an_event_adds_its_words(site: Site) -> None:
    city = site.city
    first = await city.report(LIGHT, text="路灯不亮", lon=121.41, lat=31.24)
    second = await city.report(LIGHT, text="天黑看不见孔明灯", lon=121.41, lat=31.24)
    assert second.event_id == first.event_id
    await followed(city.database)
    assert await ids(await site.person("ann", Grant("supervisor")), "孔明") == [str(first.event_id)]


async def test_an_event_is_found_until_it_is_a_case(site: Site) -> None:
    city = site.city
    seen = await city.report(LIGHT, text="摄像头看见积水", channel="video")
    await followed(city.database)
    officer = await site.person("ann", Grant("supervisor"))
    if not await ids(officer, "积水", "events"):
        pytest.fail("what waits for triage is not found")
    async with city.database.tx() as tx:
        await triage.admit(tx, BUILDER, seen.event_id, at=city.now)
    await followed(city.database)
    assert (await ids(officer, "积水", "events"), await ids(officer, "积水")) == ([], [str(seen.event_id)])


async def test_units_posts_people_and_places_are_found_in_chinese_and_pinyin_and_sorted_by_it(site: Site) -> None:
    city = site.city
    async with city.database.tx() as tx:
        rows = [StaffRow(f"W{n}", name, posts=(("CY", "DUTY"),)) for n, name in enumerate(("赵敏", "单敏", "安敏"))]
        await people.ensure_staff(tx, BUILDER, rows, LONG_AGO, keyring=city.books.keyring)
    await followed(city.database)
    officer = await site.person("ann", Grant("supervisor"))
    found = await ask(officer, "敏")
    assert [hit["title"] for hit in found["people"]] == ["安敏", "单敏", "赵敏"]
    assert found["people"][0]["text"] == "曹杨城运中心 · 值班岗"
    for q in ("shanmin", "sm", "单敏", "W1"):
        assert [hit["title"] for hit in (await ask(officer, q))["people"]] == ["单敏"], q
    units = await ask(officer, "城运中心", kinds="people")
    assert [hit["title"] for hit in units["people"] if hit["kind"] == "organisation"] == [
        *("曹杨城运中心", "长寿城运中心", "区城运中心"),
    ]
    for q in ("曹杨", "cyxc", "caoyang", "310107005000"):
        assert "曹杨新村街道" in [hit["title"] for hit in (await ask(officer, q))["places"]], q


async def test_people_of_another_street_are_not_found(site: Site) -> None:
    city = site.city
    async with city.database.tx() as tx:
        rows = [StaffRow("W1", "安敏", posts=(("CY", "DUTY"),)), StaffRow("W2", "单敏", posts=(("CS", "DUTY"),))]
        await people.ensure_staff(tx, BUILDER, rows, LONG_AGO, keyring=city.books.keyring)
    await followed(city.database)
    officer = await site.person("cy", Grant("supervisor", city.places["310107005000"]))
    assert [hit["title"] for hit in (await ask(officer, "敏"))["people"]] == ["安敏"]
    async with city.database.tx() as tx:
        looks = await tx.rows("SELECT detail FROM access.audit WHERE action = 'people.searched'")
    assert [look["detail"] for look in looks] == [{"found": 1}]


async def test_a_place_is_found_by_its_new_name_alone(site: Site) -> None:
    city = site.city
    await followed(city.database)
    officer = await site.person("ann", Grant("supervisor"))
    async with city.database.tx() as tx:
        await places.rename(tx, BUILDER, city.places["310107005001"], name="紫藤居委会", at=city.later(minutes=1))
    await followed(city.database)
    assert [hit["title"] for hit in (await ask(officer, "紫藤"))["places"]] == ["紫藤居委会"]
    assert (await ask(officer, "枫桥"))["places"] == []


async def test_pages_neither_lose_nor_repeat(city: City) -> None:
    for number in range(25):
        await city.report(text=f"白鹭第{number}只", where="310107005001", lon=121.40 + number / 500, lat=31.24)
        city.later(minutes=7)
    await followed(city.database)
    seen: list[Any] = []
    for offset in range(0, 40, 10):
        async with city.database.tx() as tx:
            hits, more = await searching.SEARCHES["cases"][1](
                tx, BUILDER, question("白鹭"), at=city.now, offset=offset, limit=10
            )
        seen += [hit.id for hit in hits]
        assert more is (offset < 20)
    assert len(seen) == len(set(seen)) == 25


async def test_a_question_that_is_none_is_refused(site: Site) -> None:
    officer = await site.person("ann", Grant("supervisor"))
    for params in (
        {"q": ""},
        {"q": "，"},
        {"q": "x" * 101},
        {"q": "路灯", "kinds": "cats"},
        {"q": "路灯", "cursor": "rubbish", "kinds": "cases"},
        {"q": "路灯", "cursor": "WzEwLCAiMjAyNi0xMS0xNlQwMjowMDowMCswMDowMCJd"},
    ):
        assert (await officer.ask("GET", "/api/search", params=params)).status_code == 422, params
    for q in ("'", "a' | 'b", "路灯:*", "\\", "%", "_"):
        assert (await officer.ask("GET", "/api/search", params={"q": q + "路灯"})).status_code == 200
