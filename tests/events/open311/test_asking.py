"""GeoReport v2: who sees which requests, in which window, with what in them."""

from datetime import timedelta
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

import pytest
from tests.app.visitors import Site, Visitor
from tests.cities import City
from tests.events.channels.sites import rows
from tests.events.open311 import schemas
from tests.events.open311.talking import FORM, LITTER, REQUEST, V2, document, fits, get, post

from yiwang.access import Grant
from yiwang.base.ids import uuid7
from yiwang.files import share

pytestmark = pytest.mark.anyio


async def test_a_confidential_request_shows_neither_words_nor_place(sender: Visitor, city: City) -> None:
    await post(sender, **{"attribute[CONFIDENTIAL]": "yes", "attribute[URGENT]": "yes", "attribute[FLOOR]": "3"})
    (one,) = (await get(sender, "requests.json")).json()
    assert (one["description"], one["address"]) == (None, None)
    (row,) = await rows(
        city, "SELECT r.confidential, e.urgent, r.place FROM events.report r JOIN events.event e ON true"
    )
    assert (row["confidential"], row["urgent"], row["place"]["floor"]) == (True, True, "3")


async def test_a_closed_case_closes_the_request_with_its_answer(sender: Visitor, city: City, officer: Visitor) -> None:
    (made,) = (await post(sender)).json()
    (case,) = (await officer.ask("GET", "/api/cases")).json()["items"]
    city.later(hours=2)
    for step, body in (
        ("dispatch", {}),
        ("receive", {}),
        ("handle", {"text": "已清理"}),
        ("check", {"passed": True}),
        ("close", {"text": "垃圾已清理，谢谢。电话 13700000000"}),
    ):
        answer = await officer.ask("POST", f"/api/cases/{case['id']}/{step}", json=body)
        assert answer.status_code == 200, (step, answer.text)
    (one,) = fits(schemas.REQUESTS, await get(sender, f"requests/{made['service_request_id']}.json"))
    assert (one["status"], one["status_notes"]) == ("closed", "垃圾已清理，谢谢。电话 ***")
    assert one["updated_datetime"] == "2026-11-16T12:00:00+08:00"
    for status, count in (("open", 0), ("closed", 1), ("open,closed", 1), (None, 1)):
        asked = {"status": status} if status else {}
        assert len((await get(sender, "requests.json", **asked)).json()) == count, status


async def test_one_sees_ones_own_and_what_lies_in_ones_scope(site: Site, sender: Visitor, city: City) -> None:
    (made,) = (await post(sender)).json()
    number = made["service_request_id"]
    where = (await rows(city, "SELECT jurisdiction_id FROM events.event"))[0]["jurisdiction_id"]
    near = await site.application("near", Grant("analyst", jurisdiction=where))
    far = await site.application("far", Grant("analyst", jurisdiction=city.places["310107015000"]))
    other = await site.application("other", Grant("intake"))
    (token,) = await rows(city, "SELECT id FROM events.report")
    for visitor, sees in ((sender, True), (near, True), (far, False), (other, False)):
        assert len((await get(visitor, "requests.json")).json()) == int(sees)
        assert len((await get(visitor, "requests.json", service_request_id=number)).json()) == int(sees)
        assert (await get(visitor, f"requests/{number}.json")).status_code == (200 if sees else 404)
        for each in (token["id"], number):
            answer = await get(visitor, f"tokens/{each}.json")
            if sees:
                assert fits(schemas.TOKENS, answer) == [{"service_request_id": number, "token": str(each)}]
            else:
                fits(schemas.ERRORS, answer, 404)


async def test_a_street_shows_its_own(sender: Visitor, city: City) -> None:
    await post(sender)
    for code, count in (("310107", 1), ("310107015", 0)):
        assert len((await get(sender, "requests.json", jurisdiction_id=code)).json()) == count, code


async def test_without_a_key_or_with_a_wrong_one_the_answer_is_403(site: Site, officer: Visitor) -> None:
    for path in ("requests.json", "requests/1.json", "tokens/1.json"):
        (error,) = fits(schemas.ERRORS, await site.stranger.get(f"{V2}/{path}"), 403)
        assert (error["code"], "api_key" in error["description"]) == (403, True)
        made_up = f"{V2}/{path}?api_key=yw_00000000000000000000000000000007_x"
        fits(schemas.ERRORS, await site.stranger.get(made_up), 403)
    answer = await site.stranger.post(f"{V2}/requests.xml", content=urlencode(REQUEST), headers=FORM)
    assert document(answer, "errors", 403)[0].findtext("code") == "403"
    reader = await site.application("reader", Grant("analyst"))
    (error,) = fits(schemas.ERRORS, await post(reader), 403)
    assert "Send in reports" in error["description"]
    keeper = await site.application("keeper", Grant("data_admin"))
    fits(schemas.ERRORS, await get(keeper, "requests.json"), 403)


async def test_the_list_spans_ninety_days_and_is_newest_first(sender: Visitor, city: City) -> None:
    start = city.now
    ids = []
    for days in (0, 50, 50):
        city.later(days=days)
        (made,) = (await post(sender, **{"long": f"121.40{len(ids)}2"})).json()
        ids.append(made["service_request_id"])

    async def asked(**params: Any) -> list[str]:
        found = fits(schemas.REQUESTS, await get(sender, "requests.json", **params))
        return [each["service_request_id"] for each in found]

    def shown(days: int) -> str:
        return (start + timedelta(days=days)).isoformat()

    assert await asked() == [ids[2], ids[1]]
    assert await asked(start_date=shown(-1)) == [ids[1], ids[0]]
    assert await asked(end_date=shown(60)) == [ids[1], ids[0]]
    assert await asked(start_date=shown(49), end_date=shown(51)) == [ids[1]]
    assert await asked(service_request_id=",".join(ids), status="closed", start_date=shown(99)) == ids[::-1]
    assert await asked(service_code=f"{LITTER},06010") == [ids[2], ids[1]]
    assert await asked(service_code="06010") == []
    for wrong in (
        {"start_date": shown(-1), "end_date": shown(90)},
        {"start_date": shown(1), "end_date": shown(0)},
        {"start_date": "2026-11-16"},
        {"start_date": "2026-11-16T00:00:00"},
        {"end_date": "yesterday"},
        {"end_date": "0001-01-01T00:00:00Z"},
        {"status": "lost"},
        {"service_request_id": ",".join(map(str, range(201)))},
    ):
        fits(schemas.ERRORS, await get(sender, "requests.json", **wrong), 400)


async def test_text_with_signs_of_xml_comes_back_as_it_was(sender: Visitor) -> None:
    text = "<script>&amp; ]]> “引号” \x01 😀"
    (made,) = (await post(sender, description=text)).json()
    (one,) = (await get(sender, f"requests/{made['service_request_id']}.json")).json()
    assert one["description"] == text.strip()
    xml = document(await get(sender, f"requests/{made['service_request_id']}.xml"), "service_requests")
    assert xml[0].findtext("description") == text.replace("\x01", "").strip()


async def test_a_drill_is_not_among_the_requests(officer: Visitor) -> None:
    report = {"matter": LITTER, "text": "演练", "place": {"lon": 121.4, "lat": 31.24}, "drill": True}
    assert (await officer.ask("POST", "/api/reports", json=report)).status_code == 201
    assert (await get(officer, "requests.json")).json() == []


async def test_the_unit_of_the_responsibility_list_is_named(sender: Visitor, officer: Visitor) -> None:
    await post(sender)
    (one,) = fits(schemas.REQUESTS, await get(sender, "requests.json"))
    (case,) = (await officer.ask("GET", "/api/cases")).json()["items"]
    sent = await officer.ask("POST", f"/api/cases/{case['id']}/dispatch", json={})
    assert one["agency_responsible"] == sent.json()["unit"]["name"]


async def test_a_photo_is_linked_for_whoever_may_see_it(sender: Visitor, officer: Visitor, city: City) -> None:
    link = "https://photos.example/1.jpg?size=13812345678"
    (made,) = fits(schemas.CREATED, await post(sender, media_url=link))
    async with city.database.tx() as tx:
        photo, event = uuid7(tx.at), (await rows(city, "SELECT id, jurisdiction_id FROM events.event"))[0]
        await tx.count(
            "INSERT INTO files.file (id, kind, sha256, bytes, width, height, original_name, uploaded_by, recorded,"
            " object_type, object_id, attached) VALUES (%s, 'photo', %s, 9, 1, 1, 'x', %s, %s, 'event', %s, %s)",
            (photo, b"x" * 32, UUID(int=1), tx.at, event["id"], tx.at),
        )
        share(tx, event["id"], jurisdiction=event["jurisdiction_id"], organisation=None)
    path = f"requests/{made['service_request_id']}.json"
    (own,) = fits(schemas.REQUESTS, await get(sender, path))
    assert (own["media_url"], own["description"]) == (link, "路口积存垃圾，请打 *** 或写信 ***")
    (seen,) = fits(schemas.REQUESTS, await get(officer, path))
    assert seen["media_url"] == f"http://yiwang.test/api/files/{photo}"


async def test_a_hidden_reporters_photo_is_not_linked(sender: Visitor) -> None:
    await post(sender, media_url="https://photos.example/1.jpg", **{"attribute[CONFIDENTIAL]": "yes"})
    (one,) = fits(schemas.REQUESTS, await get(sender, "requests.json"))
    assert one["media_url"] is None
