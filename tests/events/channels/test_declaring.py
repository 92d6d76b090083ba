"""Channels declared: tried before, brought out and in as TOML, shipped once."""

from typing import Any

import pytest
from tests.app.visitors import Visitor
from tests.cities import City
from tests.events.channels.sites import rows, with_channels

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


async def test_trying_keeps_nothing_and_shows_the_reporter_masked(sender: Visitor, city: City) -> None:
    answer = await sender.ask(
        "POST", "/api/channels/try", json={"code": "police-110", "message": [CALL, {**CALL, "lng": 999}]}
    )
    assert answer.status_code == 200, answer.text
    good, bad = answer.json()["items"]
    assert good["taken"]
    assert good["report"]["reporter"] == "张** 138****5678"
    assert (good["report"]["matter"], good["report"]["matter_name"]) == ("06011", "积存垃圾渣土")
    assert (bad["taken"], bad["faults"][0]["field"]) == (False, "lng")
    refused = await sender.ask(
        "POST", "/api/channels/try", json={"code": "visits", "message": {"id": "1", "content": "诉讼"}}
    )
    assert refused.json()["items"][0]["next_door"]["hotline"] == "12368"
    for table in ("events.report", "events.raw", "events.refused_message"):
        assert await rows(city, f"SELECT 1 FROM {table}") == [], table


async def test_a_declaration_is_tried_before_it_is_published(keeper: Visitor) -> None:
    draft = {"code": "parks", "name": "公园", "name_en": "Parks", "mapping": {"text": {"paths": ["what"]}}}
    answer = await keeper.ask("POST", "/api/channels/try", json={"channel": draft, "message": {"what": "垃圾桶满溢"}})
    assert answer.json()["items"][0]["report"]["text"] == "垃圾桶满溢"
    draft["mapping"] = {"text": {"paths": ["a..b"]}}
    answer = await keeper.ask("POST", "/api/channels/try", json={"channel": draft, "message": {}})
    assert answer.status_code == 422
    assert "channel.mapping.text.paths" in answer.text


async def test_channels_leave_as_toml_and_come_back_the_same(keeper: Visitor) -> None:
    text = (await keeper.ask("GET", "/api/channels/export")).text
    report = (await keeper.ask("POST", "/api/channels/import", json={"toml": text, "dry_run": True})).json()
    assert (report["new"], report["changed"], report["faults"], len(report["same"])) == ([], {}, [], 8)
    broken = text.replace('door = "police"', 'door = "carrier-pigeon"')
    report = (await keeper.ask("POST", "/api/channels/import", json={"toml": broken})).json()
    assert (report["written"], report["faults"][0]["code"]) == (False, "police-110")


async def test_what_is_shipped_comes_once_and_leaves_a_districts_own_alone(keeper: Visitor, city: City) -> None:
    own = (await keeper.ask("GET", "/api/channels/patrol")).json()["declaration"]
    city.later(minutes=1)
    assert (await keeper.ask("POST", "/api/channels/import", json={"rows": [{**own, "item": "巡查件"}]})).json()[
        "written"
    ]
    await with_channels(city)
    items = (await keeper.ask("GET", "/api/channels")).json()["items"]
    assert {item["code"]: item["version"] for item in items}["patrol"] == 2
    assert {item["version"] for item in items if item["code"] != "patrol"} == {1}
