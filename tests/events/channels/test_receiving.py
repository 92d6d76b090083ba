"""What channels send: taken in as every report is, or refused by its path and kept all the same."""

import json
from typing import Any

import httpx
import pytest
from tests.app.visitors import Site, Visitor
from tests.cities import BUILDER, City
from tests.events.channels.sites import rows

from yiwang import access
from yiwang.access import Grant
from yiwang.events import keeping

pytestmark = pytest.mark.anyio
CALL: dict[str, Any] = {
    "id": "JJ20261116001",
    "content": "路边积存垃圾，有人报警",
    "matter": "06011",
    "lng": 121.404,
    "lat": 31.238,
    "address": "曹杨路 1 号",
    "caller": {"name": "张三丰", "phone": "13812345678"},
    "occurred_at": "2026-11-16 09:30:00",
}
ALERTS = {
    "alerts": [
        {"alert_id": "A1", "class": "overflowing_bin", "label": "满溢", "camera": {"lon": 121.4, "lat": 31.24}},
        {"alert_id": "A2", "class": "ufo", "label": "不明", "camera": {"lon": 121.41, "lat": 31.24}},
        {"alert_id": "A3", "class": "exposed_garbage", "label": "暴露垃圾", "camera": {"lon": 121.42, "lat": 31.24}},
    ]
}


async def send(visitor: Visitor, code: str, body: Any) -> httpx.Response:
    return await visitor.ask("POST", f"/api/channels/{code}/reports", json=body)


async def test_a_joint_call_becomes_a_case_like_every_other_report(
    sender: Visitor, officer: Visitor, city: City
) -> None:
    answer = await send(sender, "police-110", CALL)
    assert answer.status_code == 201, answer.text
    told = answer.json()
    assert (told["state"], told["merged"], told["classification"]["by"]) == ("admitted", False, "given")
    case = (await officer.ask("GET", f"/api/cases/{told['event_id']}")).json()
    assert case["number"] == told["event_number"]
    assert (case["channel"], case["state"]) == ("police", "to_dispatch")
    (row,) = await rows(city, "SELECT source, idempotency_key, occurred_at FROM events.report")
    assert row["source"] == f"police-110@application:{sender.id}"
    assert row["idempotency_key"] == "JJ20261116001"
    assert row["occurred_at"].isoformat() == "2026-11-16T01:30:00+00:00"
    refs = await rows(city, "SELECT system, external_id FROM events.external_ref")
    assert [tuple(ref.values()) for ref in refs] == [("police-110", "JJ20261116001")]


async def test_the_message_is_kept_as_sent_under_the_callers_own_key(sender: Visitor, city: City) -> None:
    body = json.dumps(CALL, ensure_ascii=False, indent=3).encode()
    answer = await sender.ask("POST", "/api/channels/police-110/reports", content=body)
    assert answer.status_code == 201, answer.text
    (row,) = await rows(city, "SELECT key_subject, sealed FROM events.raw")
    assert b"13812345678" not in row["sealed"]
    async with city.database.tx() as tx:
        assert await access.unseal_for(tx, city.books.keyring, row["key_subject"], row["sealed"]) == body
        await keeping.erase_reporter(tx, BUILDER, city.books.keyring, row["key_subject"], at=city.now)


async def test_the_same_id_again_is_answered_as_the_first_time(sender: Visitor, site: Site, city: City) -> None:
    first, again = (
        await send(sender, "police-110", CALL),
        await send(sender, "police-110", {**CALL, "content": "另一说法"}),
    )
    assert again.json()["report_id"] == first.json()["report_id"]
    assert again.json()["repeated"] is True
    assert len(await rows(city, "SELECT 1 FROM events.report")) == 1
    # Another channel's and another sender's ids are their own.
    other = await site.application("other", Grant("intake"))
    assert (await send(other, "police-110", CALL)).json()["repeated"] is False
    assert (await send(sender, "patrol", {"id": CALL["id"], "content": "垃圾", "matter": "06010"})).json()[
        "repeated"
    ] is False


async def test_a_wrong_field_is_refused_by_its_path_and_the_message_is_kept(
    sender: Visitor, keeper: Visitor, city: City
) -> None:
    wrong = {**CALL, "lng": "121°24′", "occurred_at": "gestern", "caller": {"name": "张三丰", "phone": "无人知"}}
    answer = await send(sender, "police-110", wrong)
    assert answer.status_code == 422
    problem = answer.json()
    assert [(each["field"], each["target"]) for each in problem["errors"]] == [
        ("lng", "lon"),
        ("caller.phone", "reporter_phone"),
        ("occurred_at", "occurred_at"),
    ]
    assert "ISO 8601" in problem["errors"][2]["detail"]
    assert await rows(city, "SELECT 1 FROM events.event") == []
    listed = (await keeper.ask("GET", "/api/channels/police-110/refused")).json()["items"]
    assert [(each["id"], each["times"], len(each["faults"])) for each in listed] == [(problem["kept"], 1, 3)]
    assert "张三丰" not in json.dumps(listed, ensure_ascii=False)
    (row,) = await rows(city, "SELECT key_subject, sealed FROM events.raw")
    async with city.database.tx() as tx:
        assert json.loads(await access.unseal_for(tx, city.books.keyring, row["key_subject"], row["sealed"])) == wrong


async def test_a_sender_that_tries_again_and_again_makes_one_row(sender: Visitor, keeper: Visitor, city: City) -> None:
    kept = {(await send(sender, "police-110", {"id": "1"})).json()["kept"] for _ in range(3)}
    assert len(kept) == 1
    (row,) = (await keeper.ask("GET", "/api/channels/police-110/refused")).json()["items"]
    assert row["times"] == 3
    assert len(await rows(city, "SELECT 1 FROM events.raw")) == 1


@pytest.mark.parametrize("body", [b"", b"{", b"null", b"7", b"\xff", b"[" * 50_000, b'{"id": 1e999}', b'"text"'])
async def test_what_is_no_report_at_all_is_refused_and_kept(sender: Visitor, keeper: Visitor, body: bytes) -> None:
    answer = await sender.ask("POST", "/api/channels/police-110/reports", content=body)
    assert answer.status_code == 422, answer.text
    assert answer.json()["kept"]
    assert len((await keeper.ask("GET", "/api/channels/police-110/refused")).json()["items"]) == 1


async def test_a_field_the_verb_refuses_is_named_by_its_path_too(sender: Visitor) -> None:
    answer = await send(sender, "police-110", {**CALL, "matter": "99999"})
    assert [(each["field"], each["target"]) for each in answer.json()["errors"]] == [("matter", "matter")]
    answer = await send(sender, "police-110", {**CALL, "occurred_at": "1999-01-01 00:00:00"})
    assert [(each["field"], each["target"]) for each in answer.json()["errors"]] == [("occurred_at", "occurred_at")]
    answer = await send(sender, "business", {"id": "1", "title": "垃圾", "due_at": "2099-01-01T00:00:00Z"})
    assert [(each["field"], each["target"]) for each in answer.json()["errors"]] == [("due_at", "due_at")]


async def test_each_report_of_a_list_is_answered_for_itself(sender: Visitor, officer: Visitor, city: City) -> None:
    answer = await send(sender, "video-ai", ALERTS)
    assert answer.status_code == 200
    told = answer.json()
    assert (told["taken"], told["refused"]) == (2, 1)
    assert [each["status"] for each in told["items"]] == [201, 422, 201]
    assert told["items"][1]["problem"]["errors"][0]["field"] == "class"
    assert told["items"][1]["problem"]["kept"]
    # What a machine sends waits for a person.
    assert {each["report"]["state"] for each in told["items"] if each["report"]} == {"triage"}
    assert len((await officer.ask("GET", "/api/events/waiting")).json()["items"]) == 2
    again = (await send(sender, "video-ai", ALERTS)).json()
    assert [each["report"]["repeated"] for each in again["items"] if each["report"]] == [True, True]
    assert len(await rows(city, "SELECT 1 FROM events.report")) == 2


async def test_a_list_as_the_message_itself_works_and_has_an_end(sender: Visitor) -> None:
    calls = [{**CALL, "id": f"J{number}", "lng": 121.40 + number / 100} for number in range(3)]
    told = (await send(sender, "police-110", calls)).json()
    assert (told["taken"], told["refused"]) == (3, 0)
    assert (await send(sender, "police-110", [])).json() == {"items": [], "taken": 0, "refused": 0}
    assert (await send(sender, "police-110", [{}] * 501)).status_code == 422


async def test_a_limit_the_channel_dictates_and_one_the_source_gives_are_the_due_time(
    sender: Visitor, city: City
) -> None:
    visit = {"id": "V1", "content": "要求清理积存垃圾", "matter": "06011", "visitor": {"name": "李四"}}
    assert (await send(sender, "visits", visit)).status_code == 201
    order = {"id": "B1", "title": "垃圾", "content": "积存", "matter": "06011", "due_at": "2026-11-20T18:00:00+08:00"}
    assert (await send(sender, "business", order)).status_code == 201
    found = await rows(city, "SELECT channel, given_due, due_from_source FROM events.event ORDER BY channel")
    assert [(row["channel"], row["given_due"].isoformat()) for row in found] == [
        ("system", "2026-11-20T10:00:00+00:00"),
        ("visit", found[1]["given_due"].isoformat()),
    ]
    assert 59 <= (found[1]["given_due"] - city.now).days <= 60
    assert all(row["due_from_source"] for row in found)


async def test_urgency_is_the_messages_then_the_channels_then_the_matters(sender: Visitor, city: City) -> None:
    fire = {"id": "F1", "content": "消防通道被堵", "matter": "09012"}
    await send(sender, "fire-119", fire)
    await send(sender, "police-110", {**CALL, "urgent": True})
    await send(sender, "police-110", {**CALL, "id": "J2", "matter": "06010", "urgent": "否"})
    found = await rows(city, "SELECT channel, urgent FROM events.event ORDER BY reported_at, number")
    assert [tuple(row.values()) for row in found] == [("fire", True), ("police", True), ("police", False)]


async def test_a_machines_channel_is_not_for_somebodys_account(site: Site) -> None:
    person = await site.person("officer", Grant("duty_officer"))
    assert (await send(person, "video-ai", ALERTS)).status_code == 403
    assert (await send(person, "patrol", {"id": "1", "content": "垃圾", "matter": "06010"})).status_code == 201


async def test_who_may_send_sees_no_refused_message_and_changes_no_channel(sender: Visitor, officer: Visitor) -> None:
    for visitor in (sender, officer):
        for method, path, body in (
            ("GET", "/api/channels/police-110/refused", None),
            ("GET", "/api/channels/export", None),
            ("POST", "/api/channels/import", {"rows": []}),
            ("POST", "/api/channels/police-110/end", {}),
            ("POST", "/api/channels/police-110/secrets", {}),
            ("POST", "/api/next-doors/import", {"rows": []}),
        ):
            answer = await visitor.ask(method, path, **({"json": body} if body is not None else {}))
            assert answer.status_code == 403, (method, path, answer.text)


async def test_a_channel_that_ended_takes_nothing(sender: Visitor, keeper: Visitor) -> None:
    codes = [item["code"] for item in (await sender.ask("GET", "/api/channels")).json()["items"]]
    assert "patrol" in codes
    assert (await keeper.ask("POST", "/api/channels/patrol/end", json={})).status_code == 204
    assert (await send(sender, "patrol", {"id": "1", "content": "垃圾"})).status_code == 404
    assert (await send(sender, "nothing", {})).status_code == 404
