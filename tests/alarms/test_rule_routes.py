"""Rules and contexts over HTTP: published as a whole or refused with what is wrong; others' places are out of reach."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.alarms.raising import HERE, NEXT, District, district
from tests.app.visitors import Site, entered
from yiwang.access import Grant
from yiwang.app.serving.http import make_app
from yiwang.app.settings import Settings
from yiwang.base.clock import FixedClock
from yiwang.db import Database

pytestmark = pytest.mark.anyio
RULES = """
[[rules]]
code = "GAS.leak"
device_class = "GAS"
metric = "METRIC"
unless = ["permit"]
[[rules.conditions]]
code = "high"
kind = "above"
severity = "red"
bound = 25.0
clear = 20.0
"""


@pytest.fixture
async def town(database: Database, clock: FixedClock, tmp_path: Path) -> District:
    return await district(database, clock, tmp_path)


@pytest.fixture
async def site(town: District, app_url: str, clock: FixedClock, tmp_path: Path) -> AsyncIterator[Site]:
    async with entered(make_app(Settings(data_dir=tmp_path, pool_size=4), app_url, clock), town.city) as found:
        yield found


async def test_rules_are_published_as_a_whole_and_come_back_as_they_were(site: Site, town: District) -> None:
    chief = await site.person("chief", Grant("data_admin"))
    allowed = await chief.ask("GET", "/api/device-classes")
    assert allowed.status_code == 200, allowed.text
    metric = next(one for one in allowed.json()["items"] if one["code"] == "GAS")["metrics"][0]["code"]
    wrong = await chief.ask("POST", "/api/alarm-rules/import", json={"toml": RULES})
    assert wrong.status_code == 422 and "no metric METRIC" in wrong.text
    text = RULES.replace("METRIC", metric)
    dry = await chief.ask("POST", "/api/alarm-rules/import", json={"toml": text, "dry_run": True})
    assert (dry.json()["new"], dry.json()["written"]) == (["alarm_rule GAS.leak"], False)
    assert (await chief.ask("GET", "/api/alarm-rules")).json()["rules"] == []
    done = await chief.ask("POST", "/api/alarm-rules/import", json={"toml": text})
    assert (done.status_code, done.json()["new"]) == (200, ["alarm_rule GAS.leak"])
    kept = (await chief.ask("GET", "/api/alarm-rules/versions", params={"code": "GAS.leak"})).json()["items"]
    assert [(one["version"], one["body"]["unless"], one["valid_to"]) for one in kept] == [(1, ["permit"], None)]
    assert (await chief.ask("GET", "/api/alarm-rules/versions", params={"code": "none"})).status_code == 404
    assert (await chief.ask("GET", "/api/alarm-rules/versions")).json()["items"] == kept
    exported = (await chief.ask("GET", "/api/alarm-rules/export")).text
    again = await chief.ask("POST", "/api/alarm-rules/import", json={"toml": exported})
    assert again.json()["same"] == ["alarm_rule GAS.leak"]
    lost = {"overrides": [{"rule": "none", "condition": "high", "device": str(town.devices["G1"]), "off": True}]}
    refused = await chief.ask("POST", "/api/alarm-rules/import", json={"rules": {**lost, "rules": []}})
    assert refused.status_code == 422
    ended = await chief.ask("POST", "/api/alarm-rules/end", json={"kind": "rules", "code": "GAS.leak"})
    assert ended.status_code in (204, 422)  # begun and ended in one moment is refused


async def test_a_context_lies_in_ones_own_places_and_is_seen_by_those_of_the_place(site: Site, town: District) -> None:
    here, there = town.city.places[HERE], town.city.places[NEXT]
    street = await site.person("street", Grant("duty_officer", jurisdiction=here))
    other = await site.person("other", Grant("duty_officer", jurisdiction=there))
    made = await street.ask(
        "POST", "/api/alarm-contexts", json={"code": "permit", "device_id": str(town.devices["G1"]), "reason": "动火"}
    )
    assert made.status_code == 201, made.text
    for place in ({"device_id": str(town.devices["G3"])}, {"jurisdiction_id": str(there)}):
        refused = await street.ask("POST", "/api/alarm-contexts", json={"code": "permit", **place})
        assert refused.status_code == 403
    mine = (await street.ask("GET", "/api/alarm-contexts")).json()["items"]
    assert [(one["code"], one["reason"]) for one in mine] == [("permit", "动火")]
    assert (await other.ask("GET", "/api/alarm-contexts")).json()["items"] == []
    path = f"/api/alarm-contexts/{made.json()['id']}/end"
    assert (await other.ask("POST", path)).status_code in (403, 404)
    site.city.database.clock.at = site.city.now.replace(minute=site.city.now.minute + 1)  # type: ignore[attr-defined]
    assert (await street.ask("POST", path)).status_code == 204
    assert (await street.ask("POST", path)).status_code == 409
    assert (await street.ask("GET", "/api/alarm-contexts")).json()["items"] == []
