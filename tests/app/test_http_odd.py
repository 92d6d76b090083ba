"""Odd bytes, odd numbers, odd moments: each is a plain refusal that names its field, or an honest answer."""

import asyncio
import json
from typing import Any

import httpx
import pytest
from tests.app.visitors import EVERYTHING, Site, Visitor

pytestmark = pytest.mark.anyio
POINT = {"lon": 121.4, "lat": 31.25}
REPORT: dict[str, Any] = {"matter": "06002", "text": "垃圾", "place": POINT}
JSON = {"Content-Type": "application/json"}


async def officer(site: Site) -> Visitor:
    return await site.person("officer", *EVERYTHING)


def fields_of(answer: httpx.Response) -> str:
    told = answer.json()
    return " ".join([told["detail"], told.get("field", ""), *(each["field"] for each in told.get("errors", []))])


@pytest.mark.parametrize(
    ("field", "change"),
    [
        ("text", {"text": "a\x00b"}),
        ("text", {"text": "垃圾" * 2001}),
        ("text", {"text": "\ud800"}),
        ("matter", {"matter": "\x00"}),
        ("matter", {"matter": "99999"}),
        ("channel", {"channel": "telepathy"}),
        ("channel", {"channel": "replay"}),
        ("channel", {"channel": "sensor"}),
        ("lon", {"place": {"lon": 10**400, "lat": 31}}),
        ("lon", {"place": {"lon": 181, "lat": 31}}),
        ("lat", {"place": {"lon": 121, "lat": "31°"}}),
        ("lat", {"place": {"lon": 121.4}}),
        ("datum", {"place": {**POINT, "datum": "MARS"}}),
        ("text", {"place": {"text": "a\x00b"}}),
        ("floor", {"place": {**POINT, "floor": "x" * 21}}),
        ("floor", {"place": {**POINT, "floor": "1\x00"}}),
        ("address_id", {"place": {"address_id": "7"}}),
        ("occurred_at", {"occurred_at": "2026-11-16T02:00:00"}),
        ("occurred_at", {"occurred_at": "0001-01-01T00:00:00+14:00"}),
        ("occurred_at", {"occurred_at": 1e300}),
        ("occurred_at", {"occurred_at": "2026-11-18T02:00:00Z"}),
        ("idempotency_key", {"idempotency_key": ""}),
        ("idempotency_key", {"idempotency_key": "a\x00"}),
        ("photos", {"photos": ["x"]}),
        ("system", {"external_ref": {"system": "\x00", "id": "1"}}),
        ("text", {"self_handled": {"text": ""}}),
        ("phone", {"reporter": {"phone": "call me"}}),
        ("name", {"reporter": {"name": "张\x00"}}),
        ("name", {"reporter": {"name": "\udfff"}}),
        ("unit", {"unit": "mine"}),
        ("urgent", {"urgent": "very"}),
    ],
)
async def test_a_report_with_a_bad_field_is_refused_by_its_name(site: Site, field: str, change: dict[str, Any]) -> None:
    visitor = await officer(site)
    answer = await visitor.ask("POST", "/api/reports", content=json.dumps(REPORT | change), headers=JSON)
    assert answer.status_code == 422, answer.text
    assert field in fields_of(answer)
    assert (await visitor.ask("GET", "/api/cases")).json()["items"] == []


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"\xff\xfe{}",
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b"null",
        b"NaN",
        b'{"text": "\xed\xa0\x80"}',
        b'{"place": {"lon": NaN, "lat": Infinity}, "matter": "06002"}',
        b'{"place": {"lon": 1e999, "lat": 1}, "matter": "06002"}',
        b"1" * 10_000,
    ],
    ids=lambda body: body[:12].decode("latin-1"),
)
async def test_what_is_not_a_report_at_all_is_refused(site: Site, body: bytes) -> None:
    visitor = await officer(site)
    answer = await visitor.ask("POST", "/api/reports", content=body, headers=JSON)
    assert answer.status_code in (400, 422), answer.text
    assert answer.headers["content-type"] == "application/problem+json"


async def test_a_report_padded_to_megabytes_is_kept_or_refused_in_time(site: Site) -> None:
    visitor = await officer(site)
    padded = json.dumps(REPORT).encode() + b" " * (6 << 20)
    async with asyncio.timeout(60):
        taken = await visitor.ask("POST", "/api/reports", content=padded, headers=JSON)
        beyond = await visitor.ask("POST", "/api/reports", content=padded + b" " * (3 << 20), headers=JSON)
    assert (taken.status_code, beyond.status_code) == (201, 413)


@pytest.mark.parametrize("kind", ["text/plain", "application/xml", "multipart/form-data", ""])
async def test_another_kind_of_content_is_refused(site: Site, kind: str) -> None:
    visitor = await officer(site)
    answer = await visitor.ask("POST", "/api/reports", content=b"<a/>", headers={"Content-Type": kind})
    assert answer.status_code in (400, 415, 422), answer.text


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("limit=0", "limit"),
        ("limit=99999999999999999999", "limit"),
        ("cursor=%00", "cursor"),
        ("cursor=bm9uc2Vuc2U", "cursor"),
        ("sort=number", "sort"),
        ("tab=mine", "tab"),
        ("q=12", "q"),
        ("q=%00123456", "q"),
        ("jurisdiction=here", "jurisdiction"),
        ("opened_from=yesterday", "opened_from"),
        ("opened_from=2026-11-16T02:00:00", "opened_from"),
        ("matter=%00", "matter"),
        ("major=%F0%28", "major"),
    ],
)
async def test_a_list_asked_for_oddly_says_which_filter_is_wrong(site: Site, query: str, field: str) -> None:
    answer = await (await officer(site)).ask("GET", f"/api/cases?{query}")
    if answer.status_code != 200:
        assert (answer.status_code, field in fields_of(answer)) == (422, True), answer.text
    else:
        assert answer.json()["items"] == []


@pytest.mark.parametrize("moment", ["0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "2026-02-30T00:00:00Z"])
async def test_moments_at_the_ends_of_time_are_no_mistake_of_ours(site: Site, moment: str) -> None:
    visitor = await officer(site)
    unit = str(site.city.units["CY"])
    for method, path, body in (
        ("GET", f"/api/cases?opened_from={moment}&opened_to={moment}", None),
        ("GET", f"/api/on-duty?unit={unit}&at={moment}", None),
        ("POST", "/api/calendar/deadline", {"start": moment, "value": 3, "unit": "working_hours"}),
        ("POST", "/api/calendar/deadline", {"start": moment, "value": 10**9, "unit": "working_days"}),
        ("GET", f"/api/evaluation/figures?from={moment}&to={moment}", None),
        ("GET", f"/api/audit?since={moment}", None),
        ("POST", "/api/reports", REPORT | {"occurred_at": moment}),
    ):
        async with asyncio.timeout(30):
            answer = await visitor.ask(method, path, **({"json": body} if body else {}))
        assert answer.status_code < 500, (path, body, answer.text)


async def test_an_unknown_address_or_method_is_said_in_the_same_shape(site: Site) -> None:
    for method, path, status in (("GET", "/api/nothing", 404), ("PATCH", "/api/cases", 405), ("GET", "/api/", 404)):
        answer = await site.stranger.request(method, path)
        assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json"), path


async def test_a_refusal_changes_nothing_but_the_trail(site: Site) -> None:
    visitor = await site.person("leader")
    assert (await visitor.ask("POST", "/api/reports", json=REPORT)).status_code == 403
    async with site.city.database.tx() as tx:
        assert await tx.value("SELECT count(*) FROM events.report") == 0
        row = await tx.row("SELECT * FROM access.audit WHERE action = 'denied'")
    assert row is not None
    assert (row["actor"], row["success"], row["detail"]["permission"]) == (visitor.id, False, "reports.create")
