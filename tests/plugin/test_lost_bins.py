"""A scenario that lives outside the package adds a matter, rules, a layer and a page by declaration alone."""

import pytest
from tests.cases.steps import staffed
from tests.plugin.conftest import Stage

from yiwang.access import Grant

pytestmark = pytest.mark.anyio
PAGE = "/api/scenarios/lost_bins/pages/overview"


async def heaps(stage: Stage, count: int, where: str = "310107005001") -> None:
    for number in range(count):
        lon = 121.39 + number / 100
        body = {
            "matter": "06002",
            "text": "垃圾堆",
            "place": {"lon": lon, "lat": 31.2, "text": f"{where} {number}"},
            "idempotency_key": f"{where} {number}",
        }
        assert (await stage.officer.ask("POST", "/api/reports", json=body)).status_code == 201


async def heap_at(stage: Stage, where: str, text: str) -> None:
    await stage.city.report("06002", where=where, text=text, separate=True)


async def test_it_is_found_and_off_until_somebody_allows_it(stage: Stage) -> None:
    found = await stage.scenario("lost_bins")
    assert (found["state"], found["zh"], found["api"], found["door"]) == ("off", "缺桶发现", "1.0", "1.0")
    assert found["asks"]["verbs"] == ["report_event", "tell", "note_case", "put_figure"]
    assert (await stage.officer.ask("GET", PAGE)).status_code == 409
    refused = await stage.officer.ask("POST", "/api/scenarios/lost_bins/on", json={})
    assert (refused.status_code, refused.json()["permission"]) == (403, "scenarios.manage")


async def test_its_matter_can_be_reported_while_it_is_on(stage: Stage) -> None:
    body = {"matter": "lost_bins.01", "text": "少了一个桶", "place": {"text": "枫桥路"}}
    assert (await stage.officer.ask("POST", "/api/reports", json=body)).status_code == 422
    assert (await stage.switch("lost_bins")).status_code == 204
    told = await stage.officer.ask("POST", "/api/reports", json=body)
    assert told.status_code == 201, told.text
    stage.city.later(minutes=1)
    assert (await stage.switch("lost_bins", "off")).status_code == 204
    stage.city.later(minutes=1)
    again = {**body, "text": "又少了一个桶", "idempotency_key": "2"}
    assert (await stage.officer.ask("POST", "/api/reports", json=again)).status_code == 422
    assert (await stage.switch("lost_bins")).status_code == 204
    stage.city.later(minutes=1)
    assert (await stage.officer.ask("POST", "/api/reports", json=again)).status_code == 201


async def test_its_rules_note_count_and_report_and_a_person_judges(stage: Stage) -> None:
    await staffed(stage.city, "CY")
    await stage.switch("lost_bins")
    for number in range(3):
        await heap_at(stage, "310107005001", f"堆 {number}")
    await heap_at(stage, "310107015001", "另一街道")
    await stage.run()
    page = (await stage.officer.ask("GET", PAGE)).json()
    blocks = {block["block"]: block for block in page["blocks"]}
    assert blocks["figure"]["value"] == 3  # the other street is not its own
    assert len(blocks["table"]["rows"]) == 3
    assert set(blocks["table"]["rows"][0]) == {"number", "state"}
    rows = await _rows(stage, "SELECT state, channel, matter_code FROM events.event WHERE channel = 'model'")
    assert rows == [{"state": "triage", "channel": "model", "matter_code": "lost_bins.01"}]
    notes = await _rows(stage, "SELECT actor_name, text FROM cases.timeline WHERE step = 'note'")
    assert notes == [{"actor_name": "scenario lost_bins", "text": "缺桶场景已记录"}] * 3
    stage.city.later(minutes=11)
    await stage.run()
    told = await _rows(stage, "SELECT DISTINCT kind, link FROM notices.notice")
    assert told == [{"kind": "scenario", "link": "/scenarios/lost_bins/overview"}]
    assert len(await _rows(stage, "SELECT id FROM events.event WHERE channel = 'model'")) == 1, "the same key is one"
    found = await stage.scenario("lost_bins")
    assert (found["state"], found["error"]) == ("on", None)
    assert {use["what"]: use["calls"] for use in found["used"]} == {
        "cases": 2,
        "note_case": 3,
        "put_figure": 2,
        "report_event": 2,
        "tell": 2,
    }


async def test_a_reader_sees_only_their_own_part_of_its_page(stage: Stage) -> None:
    await stage.switch("lost_bins")
    await heap_at(stage, "310107005001", "堆")
    await stage.run()
    elsewhere = await stage.site.person("elsewhere", Grant("supervisor", stage.city.places["310107015000"]))
    blocks = {block["block"]: block for block in (await elsewhere.ask("GET", PAGE)).json()["blocks"]}
    assert (blocks["table"]["rows"], blocks["count"]["value"]) == ([], 0)
    assert (blocks["figure"]["value"], blocks["figure"]["hidden"]) == (None, True)
    assert blocks["map"]["layer"]["data"]["features"] == []
    layer = (await elsewhere.ask("GET", "/api/scenarios/lost_bins/layers/heaps")).json()
    assert layer["data"] == {"type": "FeatureCollection", "features": []}


async def test_its_layer_is_geojson_with_a_style(stage: Stage) -> None:
    await stage.switch("lost_bins", jurisdictions=[str(stage.city.places["310107000000"])])
    await heaps(stage, 1)
    layer = (await stage.officer.ask("GET", "/api/scenarios/lost_bins/layers/heaps")).json()
    assert layer["style"] == {"color": "#8e44ad", "radius": 6.0, "label": "title"}
    (feature,) = layer["data"]["features"]
    assert feature["geometry"] == {"type": "Point", "coordinates": [121.39, 31.2]}
    assert feature["properties"]["matter"] == "06002"


async def test_switching_is_audited(stage: Stage) -> None:
    await stage.switch("lost_bins")
    stage.city.later(minutes=1)
    await stage.switch("lost_bins", "off")
    rows = await _rows(stage, "SELECT action, actor FROM access.audit WHERE object_type = 'scenario' ORDER BY seq")
    assert [row["action"] for row in rows] == ["scenario.on", "scenario.off"]
    assert {row["actor"] for row in rows} == {stage.keeper.id}
    assert (await stage.switch("lost_bins", "off")).status_code == 409
    assert (await stage.switch("nobody")).status_code == 404


async def _rows(stage: Stage, query: str) -> list[dict[str, object]]:
    async with stage.city.database.tx() as tx:
        return [dict(row) for row in await tx.rows(query)]  # type: ignore[arg-type]
