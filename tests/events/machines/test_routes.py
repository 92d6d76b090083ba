"""The chain over HTTP, as an officer, a maintainer and a stranger use it."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from tests.alarms.raising import SILENT
from tests.app.visitors import EVERYTHING, Site, entered
from tests.events.machines.chain import Chain

from yiwang.access import Grant
from yiwang.app.serving.http import make_app
from yiwang.app.settings import Settings

pytestmark = pytest.mark.anyio


@pytest.fixture
async def site(chain: Chain, app_url: str, tmp_path: Path) -> AsyncIterator[Site]:
    city = chain.district.city
    async with entered(make_app(Settings(data_dir=tmp_path, pool_size=4), app_url, city.clock), city) as site:
        yield site


async def test_an_officer_sees_judges_and_silences_and_a_stranger_does_not(site: Site, chain: Chain) -> None:
    city = site.city
    officer = await site.person("officer", *EVERYTHING)
    stranger = await site.person("stranger", Grant("duty_officer", city.places["310107015000"]))
    here, third, fault = await chain.raised("G1", "G3", "G2")
    listed = (await officer.ask("GET", "/api/alarms", params={"sort": "severity", "limit": 2})).json()
    assert len(listed["items"]) == 2
    assert listed["next"]
    rest = (await officer.ask("GET", "/api/alarms", params={"sort": "severity", "cursor": listed["next"]})).json()
    assert len(rest["items"]) == 1
    assert len((await stranger.ask("GET", "/api/alarms")).json()["items"]) == 1
    answer = await officer.ask("POST", f"/api/alarms/{here}/acknowledge", json={"text": "去看"})
    assert answer.json()["acknowledged_by"] == str(officer.id)
    assert (await officer.ask("POST", f"/api/alarms/{here}/assign", json={"to": str(officer.id)})).status_code == 200
    assert (await officer.ask("POST", f"/api/alarms/{here}/comment", json={"text": "无人"})).status_code == 204
    detail = (await officer.ask("GET", f"/api/alarms/{here}")).json()
    assert [line["step"] for line in detail["lines"]].count("assign") == 1
    chart = {name: detail["chart"][name] for name in ("metric", "since", "until")}
    found = await officer.ask("GET", f"/api/devices/{detail['chart']['device_id']}/chart", params=chart)
    assert found.status_code == 200, found.text
    event = (await officer.ask("GET", f"/api/alarms/{here}/event")).json()["event_id"]
    waiting = (await officer.ask("GET", "/api/events/machines")).json()["items"]
    assert {row["level"] for row in waiting} == {1}
    machine = (await officer.ask("GET", f"/api/events/{event}/machine")).json()
    assert (machine["alarms"], machine["rule_precision"]["precision"]) == (1, None)
    for path in (f"/api/alarms/{here}", f"/api/events/{event}/machine", f"/api/events/{event}/devices"):
        assert (await stranger.ask("GET", path)).status_code == 404
    refused = await stranger.ask("POST", f"/api/events/{event}/verdict", json={"verdict": "true"})
    assert refused.status_code == 404
    judged = (await officer.ask("POST", f"/api/events/{event}/verdict", json={"verdict": "true"})).json()
    assert (judged["state"], judged["alarms"]) == ("admitted", 1)
    other = (await officer.ask("GET", f"/api/alarms/{fault}/event")).json()["event_id"]
    judged = (await officer.ask("POST", f"/api/events/{other}/verdict", json={"verdict": "fault"})).json()
    await chain.follow()
    upkeep = (await officer.ask("GET", "/api/upkeep", params={"open": True})).json()["items"]
    assert [(row["case_id"], row["device_code"]) for row in upkeep] == [(judged["upkeep"], "G2")]
    sent = upkeep[0]["case_id"]
    keeper = await site.person("keeper", Grant("handler", None, city.units["LH"]))
    assert (await stranger.ask("POST", f"/api/cases/{sent}/verdict", json={"verdict": "false"})).status_code == 404
    answer = await keeper.ask("POST", f"/api/cases/{sent}/verdict", json={"verdict": "fault", "text": "电池"})
    assert answer.json() == {"changed": 0}, "the officer had found the same"
    assert (await officer.ask("GET", f"/api/alarms/{fault}")).json()["verdict"] == "fault"
    waits = (await officer.ask("GET", f"/api/alarms/{third}/event")).json()["event_id"]
    assert (await officer.ask("POST", f"/api/events/{waits}/admit")).json()["state"] == "admitted"
    assert (await officer.ask("GET", f"/api/alarms/{third}/event")).json()["verdict"] == "true"
    figures = (await officer.ask("GET", "/api/alarms/precision")).json()["items"]
    assert [(row["key"], row["precision"]) for row in figures] == [("gas/high", 1.0)]
    assert (await officer.ask("GET", "/api/alarms/groups", params={"by": "device"})).json()["items"]
    assert (await officer.ask("GET", "/api/alarms/proposals", params={"verdicts": 1})).status_code == 200
    ends = (city.now + timedelta(hours=1)).isoformat()
    body = {"class_code": "GAS", "ends_at": ends, "reason": "管网检修", "kind": "maintenance"}
    made = (await officer.ask("POST", "/api/alarms/silences", json=body)).json()
    assert (made["state"], made["matching"]) == ("active", 3)
    shown = (await officer.ask("GET", f"/api/alarms/{here}")).json()
    assert shown["suppressed"]["kind"] == "maintenance"
    assert (await stranger.ask("POST", f"/api/alarms/silences/{made['id']}/end")).status_code in (403, 422)
    assert (await officer.ask("POST", f"/api/alarms/silences/{made['id']}/end")).json()["state"] == "ended"


async def test_templates_say_what_alarms_become(site: Site, chain: Chain) -> None:
    officer = await site.person("officer", *EVERYTHING)
    toml = """
[[alarm_event]]
code = "gas"
device_class = "GAS"
matter = "06002"
title = "{device} 泄漏"
text = "{place}：{value}{unit}"
triage_minutes = 1
[[alarm_event]]
code = "quiet"
rule = "gas-silent"
ignore = true
"""
    wrong = toml.replace("{device}", "{owner}")
    report = (await officer.ask("POST", "/api/alarm-templates/import", json={"toml": wrong})).json()
    assert (report["written"], [fault["code"] for fault in report["faults"]]) == (False, ["gas"])
    report = (await officer.ask("POST", "/api/alarm-templates/import", json={"toml": toml})).json()
    assert (report["written"], report["new"]) == (True, ["gas", "quiet"])
    await chain.raised("G1")
    await chain.raised("G1", rule="gas-silent", condition=SILENT, value=None)
    await chain.later(seconds=59)
    (event,) = await chain.events()
    assert (event["matter_code"], event["title"], event["text"]) == ("06002", "一号燃气 泄漏", "枫桥路1号：30%LEL")
    assert (await officer.ask("POST", "/api/alarm-templates/gas/end")).status_code == 204
    left = (await officer.ask("GET", "/api/alarm-templates")).json()["items"]
    assert [row["code"] for row in left] == ["quiet"]
