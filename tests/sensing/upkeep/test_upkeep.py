"""Rounds and figures: what is due, what was found, whose alarms were wrong; each in their own part."""

from datetime import date, timedelta
from typing import Any

import pytest
from tests.app.visitors import Site, Visitor
from tests.sensing.conftest import THERE

from yiwang.access import Grant
from yiwang.base.errors import Invalid
from yiwang.sensing.upkeep import Verdict, note_verdicts

pytestmark = pytest.mark.anyio


async def ids(who: Visitor) -> dict[str, Any]:
    return {one["code"]: one for one in (await who.ask("GET", "/api/devices")).json()["items"]}


async def due(who: Visitor, until: date, **sought: Any) -> list[str]:
    answer = await who.ask("GET", "/api/inspections/due", params={"until": until.isoformat(), **sought})
    assert answer.status_code == 200, answer.text
    return [one["code"] for one in answer.json()["items"]]


async def test_a_device_is_due_by_its_plan_until_it_is_inspected(house: Site) -> None:
    keeper = await house.person("keeper", Grant("data_admin"))
    day = house.city.now.date()
    later = day + timedelta(days=7)
    assert await due(keeper, later) == []
    plan = {"class_code": "BIN", "jurisdiction_id": str(house.city.places[THERE]), "every_days": 5}
    assert (await keeper.ask("PUT", "/api/inspections/plans", json=plan)).status_code == 204
    assert await due(keeper, later) == ["a2"]
    everywhere = {"class_code": "BIN", "every_days": 3}
    assert (await keeper.ask("PUT", "/api/inspections/plans", json=everywhere)).status_code == 204
    assert await due(keeper, later) == ["a1", "a2"]
    assert await due(keeper, day + timedelta(days=4)) == ["a1"]
    page = (await keeper.ask("GET", "/api/inspections/due", params={"until": later.isoformat(), "limit": 1})).json()
    rest = {"until": later.isoformat(), "cursor": page["next"]}
    assert [one["code"] for one in (await keeper.ask("GET", "/api/inspections/due", params=rest)).json()["items"]] == [
        "a2"
    ]
    device = (await ids(keeper))["a1"]["id"]
    found = {"outcome": "fault", "note": "盖子坏了", "readings": {"fill": 40}}
    assert (await keeper.ask("POST", f"/api/devices/{device}/inspections", json=found)).status_code == 201
    async with house.city.database.tx() as tx:
        at = await tx.value("UPDATE sensing.inspected SET at = at + interval '2 days' RETURNING at")
    assert at > house.city.now
    assert await due(keeper, day + timedelta(days=4)) == []  # due again three days after
    listed = (await keeper.ask("GET", f"/api/devices/{device}/inspections")).json()["items"]
    assert [(one["outcome"], one["readings"], one["photos"]) for one in listed] == [("fault", {"fill": 40}, [])]
    assert (await ids(keeper))["a1"]["status"] == "fault"
    assert (
        await keeper.ask("POST", f"/api/devices/{device}/inspections", json={"outcome": "repaired"})
    ).status_code == 201
    assert (await ids(keeper))["a1"]["state"] == "in_service"
    assert (
        await keeper.ask("PUT", "/api/inspections/plans", json=everywhere | {"every_days": None})
    ).status_code == 204
    assert await due(keeper, later) == ["a2"]
    assert len((await keeper.ask("GET", "/api/inspections/plans")).json()["items"]) == 1


async def test_only_their_own_devices_are_inspected(house: Site) -> None:
    keeper = await house.person("keeper", Grant("data_admin"))
    there = await house.person("there", Grant("checker", house.city.places[THERE], None))
    handler = await house.person("handler", Grant("handler", house.city.places[THERE], None))
    devices = await ids(keeper)
    found = {"outcome": "in_order"}
    assert (await there.ask("POST", f"/api/devices/{devices['a2']['id']}/inspections", json=found)).status_code == 403
    assert (await handler.ask("POST", f"/api/devices/{devices['a1']['id']}/inspections", json=found)).status_code == 404
    assert (await handler.ask("GET", f"/api/devices/{devices['a1']['id']}/inspections")).status_code == 404
    assert (await handler.ask("POST", f"/api/devices/{devices['a2']['id']}/inspections", json=found)).status_code == 201
    wrong = {"outcome": "fault", "readings": {"no_such": 1}}
    assert (await handler.ask("POST", f"/api/devices/{devices['a2']['id']}/inspections", json=wrong)).status_code == 422
    part = await house.person("part", Grant("data_admin", house.city.places[THERE], None))
    plan = {"class_code": "BIN", "every_days": 5}
    assert (await part.ask("PUT", "/api/inspections/plans", json=plan)).status_code == 403
    mine = plan | {"jurisdiction_id": str(house.city.places[THERE])}
    assert (await part.ask("PUT", "/api/inspections/plans", json=mine)).status_code == 204
    assert (await keeper.ask("PUT", "/api/inspections/plans", json=plan | {"class_code": "NO"})).status_code == 404


async def test_verdicts_become_a_misreport_rate_by_class_street_and_maker(house: Site) -> None:
    desk = await house.person("desk", Grant("duty_officer"))
    devices = await ids(desk)
    now = house.city.now
    async with house.city.database.tx() as tx:
        one, other = devices["a1"]["id"], devices["a2"]["id"]
        note_verdicts(tx, [Verdict(one, verdict, now) for verdict in ("true", "false", "fault", "test")])
        note_verdicts(tx, [Verdict(other, "false", now), Verdict(other, "false", now - timedelta(days=60))])
        note_verdicts(tx, [Verdict(other, "true", now, before=("false", now))])  # thought better of
        with pytest.raises(Invalid):
            note_verdicts(tx, [Verdict(other, "perhaps", now)])
    told = {one["key"]: one for one in (await desk.ask("GET", "/api/device-figures")).json()["items"]}
    assert (told["BIN"]["total"], told["BIN"]["judged"], told["BIN"]["wrong"], told["BIN"]["misreport_rate"]) == (
        2,
        4,
        2,
        0.5,
    )
    makers = {
        one["key"]: one
        for one in (await desk.ask("GET", "/api/device-figures", params={"by": "maker"})).json()["items"]
    }
    assert (makers["甲"]["total"], makers["乙"]["misreport_rate"]) == (4, 0.0)
    old = await desk.ask("GET", "/api/device-figures", params={"by": "maker", "days": 90})
    assert {one["key"]: one["misreport_rate"] for one in old.json()["items"]}["乙"] == 0.5
    streets = (await desk.ask("GET", "/api/device-figures", params={"by": "street"})).json()["items"]
    assert [(one["name"], one["total"]) for one in streets] == [("曹杨新村街道", 4), ("长寿路街道", 1)]
    table = await desk.ask("GET", "/api/device-figures/export", params={"by": "street"})
    assert table.content.decode("utf-8-sig").splitlines()[1].startswith("曹杨新村街道,4,0,4,4,0,0,0,3,2,0.0000,0.6667")
    there = await house.person("there", Grant("duty_officer", house.city.places[THERE], None))
    near = (await there.ask("GET", "/api/device-figures", params={"by": "street"})).json()["items"]
    assert [(one["name"], one["total"]) for one in near] == [("长寿路街道", 1)]
