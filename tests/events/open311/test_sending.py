"""GeoReport v2: a form becomes a report, and every wrong field is named."""

import re
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from tests.app.visitors import Visitor
from tests.cities import City
from tests.events.channels.sites import rows
from tests.events.open311 import schemas
from tests.events.open311.talking import FORM, LITTER, REQUEST, V2, document, fields_of, fits, get, key_of, post

from yiwang import access

pytestmark = pytest.mark.anyio


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
        ({"media_url": "javascript:alert(1)"}, "media_url"),
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
