"""The map's layers and the wall's one answer: as the desk has it, within one's reach, without a person."""

import asyncio
from typing import Any

import pytest
from pydantic import ValidationError
from tests.app.test_stream import hear, hear_facts
from tests.app.visitors import Site, Visitor

from yiwang.access import Grant
from yiwang.app.mapping.basemaps import basemap_of, origin_of
from yiwang.app.mapping.layers import LAYERS
from yiwang.app.serving.headers import page_policy
from yiwang.app.settings import Settings
from yiwang.base.ids import uuid7

pytestmark = pytest.mark.anyio
WINDOW = {"west": 121.0, "south": 31.0, "east": 122.0, "north": 32.0, "zoom": 11}
_DEVICE = """INSERT INTO sensing.device (id, code, name, class_code, maker, model, serial, lon, lat, place, address,
    floor, jurisdiction_id, contract, state, first_series, series_room, metrics, edition, recorded)
    VALUES (%(device)s, 'D1', 'x', 'x', '', '', '', 121.4, 31.24, '{}', '', '', %(place)s, '', 'in_service', 0, 1,
    '{}', 0, %(at)s)"""
_ALARM = """INSERT INTO alarms.alarm (id, kind, rule, condition, shard, series, metric, device_id, class_code,
    jurisdiction_id, severity, state, raised_at, explanation, recorded)
    VALUES (%(alarm)s, 'rule', 'x', 'x', 0, 0, 'x', %(device)s, 'x', %(place)s, 'red', 'firing', %(at)s, '{}',
    %(at)s)"""
STREET, OTHER = "310107005000", "310107015000"


async def _get(visitor: Visitor, path: str, **params: Any) -> Any:
    answer = await visitor.ask("GET", path, params=params)
    assert answer.status_code == 200, answer.text
    return answer.json()


async def _fresh_wall(site: Site, visitor: Visitor) -> Any:
    """The wall a second later: within one it gives the same answer again."""
    site.city.later(seconds=1)
    return await _get(visitor, "/api/wall")


async def _display(site: Site, name: str, street: str | None = None) -> Visitor:
    """A display opened by the code that the administrator was shown."""
    admin = await site.person(f"admin-{name}", Grant("security_admin"))
    asked = {"name": name, "jurisdiction": str(site.city.places[street]) if street else None}
    made = await admin.ask("POST", "/api/screens", json=asked)
    assert made.status_code == 201, made.text
    opened = await site.stranger.post("/api/screens/open", json={"code": made.json()["code"]})
    return Visitor(admin.id, site.stranger, {"Authorization": f"Bearer {opened.json()['key']}"})


async def test_the_layers_are_those_one_may_see(site: Site) -> None:
    layers = (await _get(await site.holder("supervisor"), "/api/map/layers"))["items"]
    assert [one["code"] for one in layers] == [one.code for one in LAYERS]
    assert all(one["zh"] and one["en"] and one["url"].startswith("/api/map/") for one in layers)
    screen = (await _get(await site.holder("screen"), "/api/map/layers"))["items"]
    assert {"cases", "devices", "forces", "street"} <= {one["code"] for one in screen}
    assert (await _get(await site.holder("audit_admin"), "/api/map/layers"))["items"] == []


async def test_every_layer_answers_at_its_address(site: Site) -> None:
    visitor = await site.application("map", Grant("supervisor"))
    for layer in LAYERS:
        more = {"within": str(site.city.places["310107005000"])} if layer.code == "grid" else {}
        params = WINDOW if layer.windowed else more
        path, _, query = layer.url.partition("?")
        asked = dict([query.split("=")]) if query else {}
        assert (await _get(visitor, path, **asked, **params))["type"] == "FeatureCollection"


async def test_a_display_sees_the_cases_of_its_place_on_the_map(site: Site) -> None:
    case = await site.city.report(lon=121.40, lat=31.24)
    here, there = await _display(site, "here", STREET), await _display(site, "there", OTHER)
    async with asyncio.timeout(30):
        found = await _get(here, "/api/map/cases", **WINDOW)
        while not found["total"]:
            await asyncio.sleep(0.02)
            found = await _get(here, "/api/map/cases", **WINDOW)
    (one,) = found["features"]
    assert one["geometry"]["coordinates"] == pytest.approx([121.40, 31.24])
    assert one["properties"]["id"] == str(case.event_id)
    assert (await _get(there, "/api/map/cases", **WINDOW))["total"] == 0


@pytest.mark.parametrize("wrong", [{"west": 123.0}, {"zoom": 99}, {"south": "nan"}, {"show": "some"}])
async def test_a_window_that_is_none_is_refused(site: Site, wrong: dict[str, Any]) -> None:
    visitor = await site.holder("supervisor")
    answer = await visitor.ask("GET", "/api/map/cases", params={**WINDOW, **wrong})
    assert answer.status_code == 422


async def test_the_wall_counts_what_the_desk_counts_and_names_nobody(site: Site) -> None:
    said = "王老五的手机 13812345678，一号楼 301 室"
    told = await site.city.report(text=said, lon=121.40, lat=31.24)
    desk = await site.application("desk", Grant("supervisor"))
    display = await _display(site, "hall")
    wall = await _fresh_wall(site, display)
    assert wall["counts"] == (await _get(desk, "/api/cases/counts"))["tabs"]
    assert wall["counts"]["to_dispatch"] + wall["counts"]["to_receive"] == 1
    assert [line["case_id"] for line in wall["lines"]][:1] == [str(told.event_id)]
    one = await _get(display, f"/api/wall/cases/{told.event_id}")
    assert one["place"] == "曹杨新村街道 枫桥居委会" and one["steps"][0]["step"] in ("open", "file")
    for secret in ("王老五", "13812345678", "301"):
        assert secret not in str(wall) and secret not in str(one)


async def test_a_display_hears_by_ids_and_has_the_desks_truth_at_the_same_second(site: Site) -> None:
    hall, there = await _display(site, "hall"), await _display(site, "there", OTHER)
    desk = await site.application("desk", Grant("supervisor"))
    before = await _get(hall, "/api/wall")
    start = (await hear(hall))[0][1]
    told = await site.city.report(lon=121.40, lat=31.24)
    said = await hear_facts(hall, start)
    (filed,) = [item for item in said if item["type"] == "case.filed"]
    assert filed["id"] == str(told.event_id) and set(filed) == {"kind", "type", "at", "id"}
    assert {item["kind"] for item in said} == {"case"}  # events are the desk's
    assert [name for name, *_ in await hear(there, start)] == ["ready"]
    # Within the same second an answer may be given again, but not to who has heard of something since.
    (last,) = [number for name, number, _ in await hear(hall, start) if name == "facts"]
    assert (await _get(hall, "/api/wall"))["counts"] == before["counts"]
    wall = await _get(hall, "/api/wall", after=last)
    assert wall["counts"] == (await _get(desk, "/api/cases/counts"))["tabs"] != before["counts"]
    assert wall["lines"][0]["case_id"] == str(told.event_id)


async def test_what_is_overdue_or_urgent_is_abnormal_with_who_is_on_it(site: Site) -> None:
    told = await site.city.report(lon=121.40, lat=31.24)
    display = await _display(site, "hall")
    assert (await _fresh_wall(site, display))["abnormal"] == []
    site.city.later(days=60)
    (late,) = (await _fresh_wall(site, display))["abnormal"]
    assert late["id"] == str(told.event_id) and late["overdue"] and not late["urgent"]


async def test_a_wall_of_one_street_shows_no_other(site: Site) -> None:
    told = await site.city.report()
    there = await _display(site, "there", OTHER)
    wall = await _fresh_wall(site, there)
    assert wall["lines"] == [] and sum(wall["counts"].values()) == 0 and sum(wall["hours"]) == 0
    assert wall["name"] == "长寿路街道"
    answer = await there.ask("GET", f"/api/wall/cases/{told.event_id}")
    assert answer.status_code == 404


async def test_a_display_opens_no_other_door(site: Site) -> None:
    told = await site.city.report()
    display = await _display(site, "hall")
    for path in (f"/api/cases/{told.event_id}", "/api/cases", "/api/screens", "/api/keys"):
        assert (await display.ask("GET", path)).status_code == 403, path


async def test_the_figures_are_those_of_evaluation(site: Site) -> None:
    desk = await site.application("desk", Grant("supervisor"))
    today = (await _get(desk, "/api/wall/figures"))["today"]
    asked = {"from": today["start"], "to": today["end"], "group": "jurisdiction"}
    found = await _get(desk, "/api/evaluation/figures", **asked)
    assert {name: today[name] for name in ("columns", "total", "rows")} == {
        name: found[name] for name in ("columns", "total", "rows")
    }
    assert len(today["columns"]) > 10


def test_a_basemap_opens_the_pages_policy_for_its_host_and_no_other() -> None:
    tiles = "https://t0.tianditu.gov.cn/vec_w/wmts?TILECOL={x}&TILEROW={y}&TILEMATRIX={z}&tk=key"
    settings = Settings(basemap=tiles, basemap_attribution="天地图")
    found = basemap_of(settings)
    assert found is not None and (found.url, found.attribution) == (tiles, "天地图")
    policy = page_policy("n", origin_of(settings))
    assert "connect-src 'self' https://t0.tianditu.gov.cn;" in policy and policy.count("https://") == 2
    assert "https://" not in page_policy("n", origin_of(Settings()))
    for wrong in ("tiles/{z}/{x}/{y}", "https://a.example/{z}/{x}", "https://a; script-src *//{z}{x}{y}"):
        with pytest.raises(ValidationError):
            Settings(basemap=wrong)


async def test_standing_alarms_lie_where_their_devices_are(site: Site) -> None:
    visitor = await site.application("alarms", Grant("supervisor"))
    assert (await _get(visitor, "/api/map/alarms", **WINDOW))["features"] == []
    device, alarm = uuid7(site.city.now), uuid7(site.city.now)
    async with site.city.database.tx() as tx:
        for query in (_DEVICE, _ALARM):
            tx.put(query, {"device": device, "alarm": alarm, "at": site.city.now, "place": site.city.places[STREET]})
    (one,) = (await _get(visitor, "/api/map/alarms", **WINDOW))["features"]
    assert one["properties"] == {"id": str(alarm), "severity": "red", "state": "firing", "acknowledged": False}
    assert one["geometry"]["coordinates"] == pytest.approx([121.4, 31.24])
    assert (await _get(await _display(site, "there", OTHER), "/api/map/alarms", **WINDOW))["total"] == 0
    assert (await _get(await _display(site, "here", STREET), "/api/map/alarms", **WINDOW))["total"] == 1
    (device_seen,) = (await _get(visitor, "/api/map/devices", **WINDOW))["features"]
    assert device_seen["properties"] == {"id": str(device), "status": "offline"}
