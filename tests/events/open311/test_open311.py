"""GeoReport v2 as a server: fields, forms, errors, windows, and who sees what."""

import re
import xml.etree.ElementTree as ET
from datetime import timedelta
from typing import Any
from urllib.parse import quote, urlencode

import httpx
import jsonschema_rs
import pytest
from tests.app.visitors import Site, Visitor
from tests.cities import City
from tests.events.channels.sites import rows
from tests.events.open311 import schemas

from yiwang import access
from yiwang.access import Grant

pytestmark = pytest.mark.anyio
V2 = "/open311/v2"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
LITTER = "06011"
REQUEST = {
    "jurisdiction_id": "310107",
    "service_code": LITTER,
    "lat": "31.2401",
    "long": "121.4032",
    "address_string": "曹杨路 1 号",
    "description": "路口积存垃圾，请打 13812345678 或写信 li@example.org",
    "first_name": "四",
    "last_name": "李",
    "phone": "13912345678",
    "email": "li@example.org",
}


@pytest.fixture
async def sender(site: Site) -> Visitor:
    return await site.application("app", Grant("intake"))


@pytest.fixture
async def officer(site: Site) -> Visitor:
    return await site.application("officer", Grant("supervisor"))


def key_of(visitor: Visitor) -> str:
    return visitor.headers["Authorization"].removeprefix("Bearer ")


async def post(visitor: Visitor, form: str = "json", body: Any = None, **change: Any) -> httpx.Response:
    fields = {name: value for name, value in {**REQUEST, **change}.items() if value is not None}
    content = body if body is not None else urlencode({**fields, "api_key": key_of(visitor)}, doseq=True)
    return await visitor.client.post(f"{V2}/requests.{form}", content=content, headers=FORM)


async def get(visitor: Visitor, path: str, **params: Any) -> httpx.Response:
    return await visitor.client.get(f"{V2}/{path}", params={**params, "api_key": key_of(visitor)})


def fits(schema: dict[str, Any], answer: httpx.Response, status: int = 200) -> Any:
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/json"
    jsonschema_rs.validator_for(schema).validate(answer.json())
    return answer.json()


def document(answer: httpx.Response, root: str, status: int = 200) -> ET.Element:
    """Return the root element of an XML answer."""
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "text/xml; charset=utf-8"
    assert answer.content.startswith(b'<?xml version="1.0" encoding="utf-8"?>')
    found = ET.fromstring(answer.content)
    assert found.tag == root
    return found


def fields_of(element: ET.Element) -> dict[str, str | None]:
    return {child.tag: child.text for child in element}


async def test_the_matters_in_force_are_the_services_for_everyone(site: Site) -> None:
    found = fits(schemas.SERVICES, await site.stranger.get(f"{V2}/services.json"))
    assert len(found) == 250
    litter = next(each for each in found if each["service_code"] == LITTER)
    assert (litter["service_name"], litter["type"], litter["metadata"]) == ("积存垃圾渣土", "realtime", True)
    assert litter["group"]
    xml = document(await site.stranger.get(f"{V2}/services.xml"), "services")
    assert {child.tag for child in xml} == {"service"}
    told = [fields_of(child) for child in xml]
    assert [each["service_code"] for each in told] == [each["service_code"] for each in found]
    assert told[0]["metadata"] == "true"
    assert list(told[0]) == list(found[0])


async def test_a_service_is_defined_in_both_forms(site: Site) -> None:
    found = fits(schemas.DEFINITION, await site.stranger.get(f"{V2}/services/{LITTER}.json"))
    assert [each["order"] for each in found["attributes"]] == [1, 2, 3, 4]
    xml = document(await site.stranger.get(f"{V2}/services/{LITTER}.xml"), "service_definition")
    assert xml.findtext("service_code") == LITTER
    codes = [each.findtext("code") for each in xml.findall("attributes/attribute")]
    assert codes == [each["code"] for each in found["attributes"]]
    keys = [each.text for each in xml.findall("attributes/attribute/values/value/key")]
    assert keys == ["yes", "no", "yes", "no"]


async def test_discovery_names_the_endpoint_in_both_forms(site: Site) -> None:
    (endpoint,) = (await site.stranger.get(f"{V2}/discovery.json")).json()["endpoints"]
    assert endpoint["specification"].endswith("_v2")
    assert endpoint["url"] == "http://yiwang.test/open311/v2"
    xml = document(await site.stranger.get(f"{V2}/discovery.xml"), "discovery")
    assert [each.text for each in xml.findall("endpoints/endpoint/formats/format")] == ["text/xml", "application/json"]


@pytest.mark.parametrize("path", ["services.json", "services/06011.json"])
async def test_a_jurisdiction_that_is_not_there_is_said_to_be_not_found(site: Site, path: str) -> None:
    for code in ("999999", "city.gov", "1", "31010", "٣١٠١٠٧"):
        (error,) = fits(schemas.ERRORS, await site.stranger.get(f"{V2}/{path}?jurisdiction_id={code}"), 404)
        assert (error["code"], "jurisdiction_id" in error["description"]) == (404, True)
    for code in ("310107", "310107000000", "310107005000", ""):
        assert (await site.stranger.get(f"{V2}/{path}?jurisdiction_id={code}")).status_code == 200, code


async def test_what_is_not_there_is_an_error_in_the_form_asked_for(site: Site) -> None:
    (error,) = fits(schemas.ERRORS, await site.stranger.get(f"{V2}/services/99999.json"), 404)
    assert "service_code" in error["description"]
    xml = document(await site.stranger.get(f"{V2}/services/99999.xml"), "errors", 404)
    assert fields_of(xml[0])["code"] == "404"
    for path in ("services.yaml", "services", "nothing.json", "", "services/06011.csv"):
        fits(schemas.ERRORS, await site.stranger.get(f"{V2}/{path}"), 404)


async def test_a_request_becomes_a_case_and_its_id_follows_it(sender: Visitor, officer: Visitor, city: City) -> None:
    (made,) = fits(schemas.CREATED, await post(sender))
    number = made["service_request_id"]
    assert re.fullmatch(r"\d{14}", number)
    (row,) = await rows(city, "SELECT number, channel, source, lon, lat, place, text FROM events.report")
    assert (row["number"], row["channel"], row["source"]) == (number, "api", f"application:{sender.id}")
    assert row["place"]["datum"] == "WGS84"
    (case,) = (await officer.ask("GET", "/api/cases")).json()["items"]
    assert case["state"] == "to_dispatch"
    (one,) = fits(schemas.REQUESTS, await get(sender, f"requests/{number}.json"))
    assert (one["service_request_id"], one["status"], one["service_code"]) == (number, "open", LITTER)
    assert one["requested_datetime"] == "2026-11-16T10:00:00+08:00"
    assert (one["lat"], one["long"]) == (pytest.approx(31.2401, abs=1e-4), pytest.approx(121.4032, abs=1e-4))
    xml = document(await get(sender, f"requests/{number}.xml"), "service_requests")
    told = fields_of(xml[0])
    assert xml[0].tag == "request"
    assert list(told) == list(one)
    assert (told["service_request_id"], told["status"]) == (number, "open")


async def test_a_request_is_answered_as_xml(sender: Visitor) -> None:
    xml = document(await post(sender, "xml"), "service_requests")
    assert [child.tag for child in xml[0]] == ["service_request_id", "service_notice", "account_id"]
    assert xml[0].findtext("service_request_id")


async def test_who_reported_is_never_told_and_the_key_is_never_kept(
    sender: Visitor, officer: Visitor, city: City
) -> None:
    (made,) = (await post(sender)).json()
    for visitor in (sender, officer):
        for path in ("requests.json", "requests.xml", f"requests/{made['service_request_id']}.json"):
            text = (await get(visitor, path)).text
            assert "路口积存垃圾" in text
            for personal in ("李", "13912345678", "13812345678", "li@example.org"):
                assert personal not in text, (path, personal)
    (raw,) = await rows(city, "SELECT key_subject, sealed FROM events.raw")
    async with city.database.tx() as tx:
        kept = (await access.unseal_for(tx, city.books.keyring, raw["key_subject"], raw["sealed"])).decode()
    assert quote("li@example.org") in kept
    assert "api_key" not in kept
    assert key_of(sender) not in kept


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


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"service_code": None}, "service_code"),
        ({"lat": None, "long": None, "address_string": None}, "lat"),
        ({"lat": None}, "lat"),
        ({"long": None}, "long"),
        ({"lat": "north"}, "lat"),
        ({"lat": "nan"}, "lat"),
        ({"long": "181"}, "long"),
        ({"address_id": "7"}, "address_id"),
        ({"description": "垃" * 4001}, "description"),
        ({"description": "a\0b"}, "description"),
        ({"address_string": "x" * 301}, "address_string"),
        ({"phone": "call me"}, "phone"),
        ({"attribute[COLOUR]": "red"}, "attribute[COLOUR]"),
        ({"attribute[URGENT]": "very"}, "attribute[URGENT]"),
        ({"attribute[URGENT]": ["yes", "no"]}, "attribute[URGENT]"),
        ({"attribute[OCCURRED]": "2026-11-16T02:00:00"}, "attribute[OCCURRED]"),
        ({"attribute[OCCURRED]": "1999-11-16T02:00:00Z"}, "occurred_at"),
        ({"attribute[FLOOR]": "x" * 21}, "attribute[FLOOR]"),
    ],
)
async def test_a_wrong_field_is_named_in_the_errors(
    sender: Visitor, city: City, change: dict[str, Any], field: str
) -> None:
    found = fits(schemas.ERRORS, await post(sender, **change), 400)
    assert found[0]["description"].startswith(f"{field}: ")
    assert await rows(city, "SELECT 1 FROM events.report") == []


async def test_a_service_or_jurisdiction_that_is_not_there_is_404(sender: Visitor) -> None:
    for change in ({"service_code": "99999"}, {"jurisdiction_id": "999999"}):
        fits(schemas.ERRORS, await post(sender, **change), 404)


@pytest.mark.parametrize("body", [b"", b"\xff=1", b"lat=%ff&lat=1", b"&".join(b"a=1" for _ in range(300)), b"%00=1"])
async def test_an_odd_form_is_an_error_and_no_mistake_of_ours(sender: Visitor, body: bytes) -> None:
    answer = await sender.ask("POST", f"{V2}/requests.json", content=body, headers=FORM)
    fits(schemas.ERRORS, answer, 400)
    answer = await sender.ask(
        "POST", f"{V2}/requests.json", content=b"{}", headers={"Content-Type": "application/json"}
    )
    fits(schemas.ERRORS, answer, 400)
    large = b"description=" + b"x" * (1 << 20)
    fits(schemas.ERRORS, await sender.ask("POST", f"{V2}/requests.json", content=large, headers=FORM), 413)


async def test_address_alone_is_place_enough_and_words_may_be_left_out(sender: Visitor) -> None:
    fits(schemas.CREATED, await post(sender, lat=None, long=None, description=None, phone=None, jurisdiction_id=None))


async def test_a_key_of_ones_own_makes_a_repeated_request_one(sender: Visitor, city: City) -> None:
    content = urlencode(REQUEST)
    numbers = {
        (
            await sender.ask("POST", f"{V2}/requests.json", content=content, headers={**FORM, "Idempotency-Key": "k1"})
        ).json()[0]["service_request_id"]
        for _ in range(2)
    }
    assert len(numbers) == 1
    assert len(await rows(city, "SELECT 1 FROM events.report")) == 1


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
