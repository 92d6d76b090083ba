"""What channels refuse: with the next door, taken in again once mended, or set aside."""

from typing import Any

import httpx
import pytest
from tests.app.visitors import Visitor
from tests.cities import City

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


async def test_what_is_not_ours_is_refused_with_the_next_door(sender: Visitor, keeper: Visitor) -> None:
    answer = await send(sender, "visits", {"id": "V9", "content": "对法院判决不服，要求诉讼"})
    assert answer.status_code == 422
    problem = answer.json()
    assert problem["code"] == "not_ours"
    assert problem["next_door"]["hotline"] == "12368"
    assert "12368" in problem["detail"]
    (row,) = (await keeper.ask("GET", "/api/channels/visits/refused")).json()["items"]
    assert row["next_door"]["code"] == "court-12368"


async def test_once_the_channel_is_mended_the_message_is_taken_in_as_it_was_sent(
    sender: Visitor, keeper: Visitor, officer: Visitor, city: City
) -> None:
    refused = (await send(sender, "video-ai", ALERTS["alerts"][1])).json()
    kept = refused["kept"]
    again = f"/api/channels/video-ai/refused/{kept}/again"
    assert (await keeper.ask("POST", again)).status_code == 422
    declaration = (await keeper.ask("GET", "/api/channels/video-ai")).json()["declaration"]
    declaration["mapping"]["matter"]["values"]["ufo"] = "06036"
    city.later(minutes=5)
    imported = await keeper.ask("POST", "/api/channels/import", json={"rows": [declaration]})
    assert imported.json()["written"], imported.text
    assert imported.json()["changed"]["video-ai"][0]["field"] == "mapping.matter.values.ufo"
    answer = await keeper.ask("POST", again)
    assert answer.status_code == 201, answer.text
    assert (await keeper.ask("POST", again)).status_code == 409
    assert (await keeper.ask("GET", "/api/channels/video-ai/refused")).json()["items"] == []
    (row,) = (await keeper.ask("GET", "/api/channels/video-ai/refused?settled=true")).json()["items"]
    assert row["report_id"] == answer.json()["report_id"]
    # The sender's own try is the same report.
    assert (await send(sender, "video-ai", ALERTS["alerts"][1])).json()["repeated"] is True


async def test_a_refused_message_is_set_aside_once(sender: Visitor, keeper: Visitor) -> None:
    kept = (await send(sender, "police-110", {"id": "1"})).json()["kept"]
    aside = f"/api/channels/police-110/refused/{kept}/set-aside"
    assert (await keeper.ask("POST", aside.replace("police-110", "fire-119"))).status_code == 404
    assert (await keeper.ask("POST", aside)).status_code == 204
    assert (await keeper.ask("POST", aside)).status_code == 409


async def test_refused_messages_are_paged(sender: Visitor, keeper: Visitor) -> None:
    sent = [(await send(sender, "police-110", {"id": str(number)})).json()["kept"] for number in range(5)]
    seen: list[str] = []
    cursor = ""
    while True:
        page = (await keeper.ask("GET", f"/api/channels/police-110/refused?limit=2{cursor}")).json()
        seen += [row["id"] for row in page["items"]]
        if not page["next"]:
            break
        cursor = f"&cursor={page['next']}"
    assert sorted(seen) == sorted(sent)


async def test_a_refusal_in_triage_names_the_next_door_by_matter_and_words(
    sender: Visitor, keeper: Visitor, officer: Visitor
) -> None:
    water = {
        "code": "water", "name": "水务", "name_en": "Water", "text": "请联系区水务。", "matters": ["06042"],
    }  # fmt: skip
    assert (await keeper.ask("POST", "/api/next-doors/import", json={"rows": [water]})).json()["written"]
    told = (await send(sender, "video-ai", ALERTS)).json()["items"]
    expected = (
        (told[0], "not_ours", "", "请联系区水务。"),
        (told[2], "false_alarm", "", "对处理结果有异议，请拨打 12345。"),
    )
    for item, reason, given, door in expected:
        path = f"/api/events/{item['report']['event_id']}/refuse"
        answer = await officer.ask("POST", path, json={"reason": reason, "text": "不属实", "next_door": given})
        assert answer.status_code == 200, answer.text
        assert answer.json()["refusal"] == {"reason": reason, "text": "不属实", "next_door": door}
        assert answer.json()["state"] == "refused"


@pytest.mark.parametrize(
    ("query", "phone"),
    [
        ("text=有人盗窃", "110"),
        ("text=小区停电", "95598"),
        ("text=别的", "12345"),
        ("matter=06010", "12345"),
        ("", "12345"),
    ],
)
async def test_the_table_says_who_answers_instead(sender: Visitor, query: str, phone: str) -> None:
    assert (await sender.ask("GET", f"/api/next-doors?{query}")).json()["hotline"] == phone
