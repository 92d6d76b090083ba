"""Residents without an account: report, follow by a link, add, rate, join; limits; nothing of anybody else."""

import io
from typing import Any
from uuid import UUID

import httpx
import pytest
from PIL import Image
from tests.app.visitors import Site
from tests.cases.steps import lines, steps
from tests.cities import City

from yiwang.access import Grant
from yiwang.cases.model import Case
from yiwang.cases.views import listing
from yiwang.events import finding, triage
from yiwang.residents.links import digest, sweep
from yiwang.residents.model import hints, network_of

pytestmark = pytest.mark.anyio
POINT = {"lon": 121.4, "lat": 31.24, "datum": "CGCS2000"}
SAID = "小区门口暴露垃圾堆了三天"
WHO = {"name": "李先生", "phone": "13900001234"}


async def send(site: Site, path: str = "/api/residents/reports", **fields: Any) -> httpx.Response:
    usual: dict[str, Any] = {} if path.endswith("join") else {"text": SAID, "place": POINT}
    return await site.stranger.post(path, json={**usual, **fields})


async def sent(site: Site, **fields: Any) -> dict[str, Any]:
    answer = await send(site, **fields)
    assert answer.status_code == 201, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def follow(site: Site, report: dict[str, Any]) -> dict[str, Any]:
    answer = await site.stranger.get(f"/api/residents/follow/{report['token']}")
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def case_of(city: City, report: dict[str, Any]) -> Case:
    async with city.database.tx() as tx:
        event = await tx.value("SELECT event_id FROM events.report WHERE number = %s", (report["number"],))
        case = await listing.of_event(tx, city.officer, event)
    assert case is not None
    return case


async def photo(site: Site, colour: str = "white") -> str:
    out = io.BytesIO()
    Image.new("RGB", (64, 48), colour).save(out, "JPEG")
    answer = await site.stranger.post("/api/residents/photos", files={"file": ("x.jpg", out.getvalue())})
    assert answer.status_code == 201, answer.text
    return str(answer.json()["photo"])


async def test_a_report_without_an_account_makes_a_case_and_is_followed_by_its_link(site: Site) -> None:
    report = await sent(site, reporter=WHO)
    assert report["link"] == f"/r/{report['token']}"
    assert len(report["token"]) == 32
    seen = await follow(site, report)
    assert (seen["number"], seen["state"], seen["says"]) == (report["number"], "to_dispatch", "已立案，待派单")
    assert (seen["text"], seen["may_add"], seen["may_rate"]) == (SAID, True, False)
    case = await case_of(site.city, report)
    await steps(site.city, case, "dispatch", unit=site.city.units["CY"])
    await steps(site.city, case, "receive")
    seen = await follow(site, report)
    assert (seen["says"], seen["unit"]) == ("正在处理", "曹杨城运中心")
    assert [step["says"] for step in seen["timeline"]] == ["已立案", "已派单", "承办单位已接收"]
    assert "test city" not in str(seen), "whoever took a step stays inside"


async def test_a_token_is_kept_only_as_a_hash(site: Site) -> None:
    report = await sent(site)
    async with site.city.database.tx() as tx:
        rows = await tx.rows("SELECT * FROM residents.follow")
    assert bytes(rows[0]["token"]) == digest(report["token"])
    assert report["token"] not in str(rows)


async def test_words_that_name_no_matter_are_taken_in_all_the_same(site: Site) -> None:
    report = await sent(site, text="希望有人来看看老人", place={"text": "不知道在哪里"})
    case = await case_of(site.city, report)
    assert (case.matter_code, case.channel) == ("QT001", "resident")
    assert case.jurisdiction_id == site.city.places["310107000000"], "to be located by hand"


@pytest.mark.parametrize(
    ("said", "call"),
    [("楼道起火冒烟", "119"), ("厨房有燃气味", "119"), ("有人受伤流血", "120"), ("楼下有人打架", "110")],
)
async def test_words_of_danger_are_answered_with_whom_to_call(site: Site, said: str, call: str) -> None:
    report = await sent(site, text=said)
    assert [hint["call"] for hint in report["hints"]] == [call]
    assert all(hint["zh"] and hint["en"] for hint in report["hints"])


def test_no_danger_no_hint() -> None:
    assert hints("路灯不亮") == []
    assert [hint.call for hint in hints("着火了，有人受伤")] == ["119", "120"]


async def test_number_and_last_digits_tell_how_it_stands_and_nothing_more(site: Site) -> None:
    report = await sent(site, reporter=WHO, photos=[await photo(site)])
    ask = {"number": report["number"], "digits": "1234"}
    answer = await site.stranger.post("/api/residents/lookup", json=ask)
    assert answer.status_code == 200
    seen = answer.json()
    assert seen["says"] == "已立案，待派单"
    assert (seen["text"], seen["photos"], seen["may_add"], seen["may_rate"]) == (None, [], False, False)
    assert SAID not in answer.text


async def test_wrong_digits_are_counted_and_then_refused_for_an_hour(site: Site) -> None:
    report = await sent(site, reporter=WHO)
    for guess in range(5):
        ask = {"number": report["number"], "digits": f"000{guess}"}
        assert (await site.stranger.post("/api/residents/lookup", json=ask)).status_code == 404
    right = {"number": report["number"], "digits": "1234"}
    answer = await site.stranger.post("/api/residents/lookup", json=right)
    assert answer.status_code == 429
    assert 0 < int(answer.headers["retry-after"]) <= 3600
    site.city.later(hours=1)
    assert (await site.stranger.post("/api/residents/lookup", json=right)).status_code == 200


async def test_a_number_without_a_telephone_is_found_by_no_digits(site: Site) -> None:
    report = await sent(site)
    answer = await site.stranger.post("/api/residents/lookup", json={"number": report["number"], "digits": "0000"})
    assert answer.status_code == 404


async def test_an_address_may_report_so_often_an_hour(site: Site) -> None:
    for number in range(6):
        place = {**POINT, "lon": 121.38 + number / 100}
        assert (await send(site, place=place)).status_code == 201
    answer = await send(site)
    assert (answer.status_code, answer.json()["code"]) == (429, "too_many")
    assert answer.headers["content-type"] == "application/problem+json"
    assert 0 < int(answer.headers["retry-after"]) <= 3600
    async with site.city.database.tx() as tx:
        assert await tx.value("SELECT count(*) FROM events.report") == 6
        assert "127.0.0.1" not in str(await tx.rows("SELECT * FROM residents.try"))
    site.city.later(hours=1)
    assert (await send(site)).status_code == 201


def test_addresses_of_one_network_are_one_sender() -> None:
    assert network_of("2001:db8::1") == network_of("2001:db8::ffff") != network_of("2001:db8:0:1::1")
    assert network_of("::ffff:10.0.0.1") == network_of("10.0.0.1") != network_of("10.0.0.2")
    assert network_of("nonsense") == "nonsense"


async def test_a_robot_that_fills_in_everything_is_refused(site: Site) -> None:
    assert (await send(site, website="http://spam.example")).status_code == 422


async def test_the_same_key_again_is_one_report_with_a_link_that_works(site: Site) -> None:
    first = await sent(site, idempotency_key="a-key-of-my-own-17")
    again = await sent(site, idempotency_key="a-key-of-my-own-17")
    assert first["number"] == again["number"]
    assert (await follow(site, first))["number"] == (await follow(site, again))["number"]


async def test_what_is_added_is_found_on_the_case(site: Site) -> None:
    report = await sent(site)
    path = f"/api/residents/follow/{report['token']}/comments"
    added = await site.stranger.post(path, json={"text": "又多了两袋", "photos": [await photo(site)]})
    assert added.status_code == 204, added.text
    case = await case_of(site.city, report)
    assert "note" in await lines(site.city, case)
    officer = await site.application("desk", Grant("supervisor"))
    told = (await officer.ask("GET", f"/api/cases/{case.id}")).json()
    assert [one["taken"] for one in told["photos"]] == ["before"]
    seen = await follow(site, report)
    assert [one["text"] for one in seen["comments"]] == ["又多了两袋"]
    assert len(seen["photos"]) == 1
    assert (await site.stranger.post(path, json={})).status_code == 422


async def test_photos_are_shown_to_the_link_s_holder_and_to_nobody_else(site: Site) -> None:
    own = await photo(site)
    report, other = await sent(site, photos=[own]), await sent(site, place={**POINT, "lon": 121.41})
    ident = own.partition(".")[0]
    path = f"/api/residents/follow/{report['token']}/photos/{ident}"
    shown = await site.stranger.get(path)
    assert (shown.status_code, shown.headers["content-type"]) == (200, "image/jpeg")
    assert (await site.stranger.get(f"{path}?small=true")).status_code == 200
    for token in (other["token"], "made-up-token"):
        answer = await site.stranger.get(f"/api/residents/follow/{token}/photos/{ident}")
        assert answer.status_code == 404
    assert (await site.stranger.get(f"/api/files/{ident}")).status_code == 401


async def test_a_photo_is_named_by_its_sender_s_word_only(site: Site) -> None:
    own, later = await photo(site), await photo(site, "red")
    for word in (own.partition(".")[0], f"{own.partition('.')[0]}.{later.partition('.')[2]}", "x", "x.y"):
        assert (await send(site, photos=[word])).status_code == 422, word


async def test_a_closed_report_is_rated_once(site: Site) -> None:
    report = await sent(site)
    path = f"/api/residents/follow/{report['token']}/rating"
    assert (await site.stranger.post(path, json={"score": "satisfied"})).status_code == 409
    case = await case_of(site.city, report)
    await steps(site.city, case, "dispatch", "receive", "handle", "check")
    await steps(site.city, case, "close", text="已清运并加装垃圾箱")
    seen = await follow(site, report)
    assert (seen["state"], seen["answer"], seen["may_rate"]) == ("closed", "已清运并加装垃圾箱", True)
    assert (await site.stranger.post(path, json={"score": "great"})).status_code == 422
    assert (await site.stranger.post(path, json={"score": "mostly", "text": "很快"})).status_code == 204
    assert (await site.stranger.post(path, json={"score": "satisfied"})).status_code == 409
    assert (await follow(site, report))["rating"] == "mostly"
    comments = f"/api/residents/follow/{report['token']}/comments"
    assert (await site.stranger.post(comments, json={"text": "还有"})).status_code == 409
    officer = await site.application("desk", Grant("supervisor"))
    rated = (await officer.ask("GET", f"/api/residents/ratings/{case.id}")).json()["items"]
    assert [one["score"] for one in rated] == ["mostly"]
    other_street = await site.application("other", Grant("supervisor", site.city.places["310107015000"]))
    assert (await other_street.ask("GET", f"/api/residents/ratings/{case.id}")).status_code == 404


async def test_a_link_ends_a_month_after_the_answer(site: Site) -> None:
    report, open_one = await sent(site), await sent(site, place={**POINT, "lon": 121.41})
    await steps(site.city, await case_of(site.city, report), "dispatch", "receive", "handle", "check", "close")
    site.city.later(days=29)
    assert (await follow(site, report))["state"] == "closed"
    site.city.later(days=2)
    assert (await site.stranger.get(f"/api/residents/follow/{report['token']}")).status_code == 404
    assert (await follow(site, open_one))["state"] == "to_dispatch"
    async with site.city.database.tx() as tx:
        assert await sweep(tx) == 1
        assert await tx.value("SELECT count(*) FROM residents.follow") == 1


async def test_a_refused_report_says_who_answers_for_it(site: Site) -> None:
    report = await sent(site)
    async with site.city.database.tx() as tx:
        event = UUID(str(await tx.value("SELECT event_id FROM events.report WHERE number = %s", (report["number"],))))
        await tx.count("UPDATE events.event SET state = 'triage' WHERE id = %s", (event,))
    async with site.city.database.tx() as tx:
        assert (await finding.see(tx, site.city.officer, event)).state == "triage"
        await triage.refuse(
            tx, site.city.officer, event, reason="not_ours", text="属市级道路", next_door="12319", at=site.city.now
        )
    seen = await follow(site, report)
    assert (seen["says"], seen["answer"], seen["next_door"]) == ("不予受理", "属市级道路", "12319")


async def test_near_by_tells_what_and_where_and_nobody_s_words(site: Site) -> None:
    await sent(site, reporter=WHO)
    await sent(site, place={**POINT, "lon": 121.45}, text="路灯不亮")
    await sent(site, place={**POINT, "lon": 121.4005}, text="路灯不亮", reporter={**WHO, "confidential": True})
    await sent(site, place={**POINT, "lon": 121.3995}, text="想请人来家里看看")
    answer = await site.stranger.get("/api/residents/nearby", params={**POINT, "lon": 121.40041})
    near = answer.json()["items"]
    assert [(one["matter"], one["metres"]) for one in near] == [("暴露垃圾", 40.0)]
    assert SAID not in answer.text and "李" not in answer.text
    assert (await site.stranger.get("/api/residents/nearby", params={"lon": 999, "lat": 1})).status_code == 422


async def test_joining_attaches_another_reporter_with_a_link_of_their_own(site: Site) -> None:
    first = await sent(site, reporter=WHO)
    number = (await site.stranger.get("/api/residents/nearby", params=POINT)).json()["items"][0]["number"]
    answer = await send(site, f"/api/residents/nearby/{number}/join", reporter={"phone": "13800005678"})
    assert answer.status_code == 201, answer.text
    joined = answer.json()
    assert joined["number"] != first["number"] and joined["merged"]
    seen = await follow(site, joined)
    assert (seen["joined"], seen["text"]) == (True, "同一问题，我也遇到了。")
    assert SAID not in str(seen)
    case = await case_of(site.city, first)
    assert (await case_of(site.city, joined)).id == case.id
    assert case.reports == 2
    assert (await send(site, "/api/residents/nearby/20200101000001/join")).status_code == 404


async def test_joining_works_when_a_merge_by_itself_would_not(site: Site) -> None:
    first = await sent(site)
    site.city.later(days=4)
    number = (await case_of(site.city, first)).number
    joined = (await send(site, f"/api/residents/nearby/{number}/join")).json()
    assert (await case_of(site.city, joined)).id == (await case_of(site.city, first)).id
    assert (await case_of(site.city, first)).reports == 2


async def test_a_made_up_link_is_none(site: Site) -> None:
    for method, path in (("GET", ""), ("POST", "/comments"), ("POST", "/rating")):
        body = {"text": "x"} if path == "/comments" else {"score": "fair"}
        more = {"json": body} if method == "POST" else {}
        answer = await site.stranger.request(method, f"/api/residents/follow/{'x' * 32}{path}", **more)
        assert answer.status_code == 404, path
