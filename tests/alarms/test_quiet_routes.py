"""Silences and contexts as a desk works with them: searched, changed, ended with a reason, never another street's."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from tests.alarms.raising import HERE, NEXT, District, district
from tests.app.visitors import Site, entered
from yiwang import ledger
from yiwang.access import Grant
from yiwang.alarms.handling.listens import TIMERS
from yiwang.app.serving.http import make_app
from yiwang.app.settings import Settings
from yiwang.base.clock import FixedClock
from yiwang.db import Database

pytestmark = pytest.mark.anyio


@pytest.fixture
async def town(database: Database, clock: FixedClock, tmp_path: Path) -> District:
    return await district(database, clock, tmp_path)


@pytest.fixture
async def site(town: District, app_url: str, clock: FixedClock, tmp_path: Path) -> AsyncIterator[Site]:
    async with entered(make_app(Settings(data_dir=tmp_path, pool_size=4), app_url, clock), town.city) as found:
        yield found


async def test_a_silence_shows_what_it_holds_back_and_what_recovered_is_changed_and_ended_with_a_reason(
    site: Site, town: District
) -> None:
    here, there = town.city.places[HERE], town.city.places[NEXT]
    street = await site.person("street", Grant("duty_officer", jurisdiction=here))
    other = await site.person("other", Grant("duty_officer", jurisdiction=there))
    now = town.city.now
    (before,) = await town.raised("G1", at=now - timedelta(hours=3))
    await town.resolved([before], at=now - timedelta(hours=2))
    held, well = await town.raised("G1", "G2", at=now - timedelta(minutes=5))
    await town.raised("G3")
    ask = {"kind": "maintenance", "jurisdiction_id": str(here), "reason": "管网检修", "class_code": "GAS"}
    ask["starts_at"], ask["ends_at"] = str(now - timedelta(hours=1)), str(now + timedelta(minutes=5))
    made = await street.ask("POST", "/api/alarms/silences", json=ask)
    assert (made.status_code, made.json()["matching"]) == (201, 2), made.text
    await town.resolved([well])
    path = f"/api/alarms/silences/{made.json()['id']}"
    under = {"silence_id": made.json()["id"]}
    listed = (await street.ask("GET", "/api/alarms", params=under)).json()["items"]
    assert {(one["id"], one["state"]) for one in listed} == {(str(held), "firing"), (str(well), "resolved")}
    standing = (await street.ask("GET", "/api/alarms", params={**under, "standing": "true"})).json()["items"]
    assert [(one["id"], one["suppressed"]["kind"]) for one in standing] == [(str(held), "maintenance")]
    assert (await other.ask("GET", "/api/alarms", params=under)).json()["items"] == []
    assert (await street.ask("GET", "/api/alarms", params={"silence_id": str(uuid4())})).json()["items"] == []
    for words, found in (("检修", 1), ("GAS", 1), ("%", 0), ("光新", 0)):
        page = (await street.ask("GET", "/api/alarms/silences", params={"words": words})).json()
        assert len(page["items"]) == found, words
    later = {"ends_at": str(now + timedelta(hours=5)), "reason": "检修延期"}
    assert (await other.ask("PUT", path, json=later)).status_code == 404
    wrong = await street.ask("PUT", path, json=later | {"ends_at": str(now - timedelta(minutes=1))})
    assert wrong.status_code == 422
    changed = (await street.ask("PUT", path, json=later)).json()
    assert (changed["reason"], changed["state"]) == ("检修延期", "active")
    site.city.database.clock.at = now + timedelta(minutes=6)  # type: ignore[attr-defined]
    assert await ledger.tick(site.city.database, now + timedelta(minutes=6), TIMERS) == 0, "its old end is no end"
    ended = (await street.ask("POST", path + "/end", json={"reason": "提前完工"})).json()
    assert (ended["state"], ended["ended_early"], ended["end_reason"]) == ("ended", True, "提前完工")
    assert ended["ended_name"] == ended["made_name"] != ""
    assert (await street.ask("PUT", path, json=later)).status_code in (409, 422)
    assert (await street.ask("POST", path + "/end")).status_code == 409


async def test_a_silence_of_a_device_names_it(site: Site, town: District) -> None:
    chief = await site.person("chief", Grant("duty_officer"))
    ask = {"device_id": str(town.devices["G1"]), "reason": "更换", "ends_at": str(town.city.now + timedelta(hours=1))}
    made = (await chief.ask("POST", "/api/alarms/silences", json=ask)).json()
    read = (await chief.ask("GET", f"/api/alarms/silences/{made['id']}")).json()
    assert read["device_name"] == "一号燃气"
    found = (await chief.ask("GET", "/api/alarms/silences", params={"words": "一号"})).json()["items"]
    assert [one["id"] for one in found] == [made["id"]]


async def test_contexts_are_searched_by_state_and_words_page_by_page_and_say_who_ended_them(
    site: Site, town: District
) -> None:
    here = town.city.places[HERE]
    street = await site.person("street", Grant("duty_officer", jurisdiction=here))
    other = await site.person("other", Grant("duty_officer", jurisdiction=town.city.places[NEXT]))
    now = town.city.now
    for code, begins, ends in (
        ("permit", now - timedelta(hours=2), None),
        ("away", now + timedelta(hours=2), now + timedelta(hours=3)),
        ("drill", now - timedelta(hours=3), now - timedelta(hours=1)),
    ):
        ask = {"code": code, "device_id": str(town.devices["G1"]), "begins": str(begins), "reason": f"为了{code}"}
        answer = await street.ask("POST", "/api/alarm-contexts", json=ask | ({"ends": str(ends)} if ends else {}))
        assert answer.status_code == 201, answer.text

    async def codes(**asked: str) -> list[str]:
        page = (await street.ask("GET", "/api/alarm-contexts", params=asked)).json()
        return [one["code"] for one in page["items"]]

    assert await codes() == ["away", "permit"]
    assert [await codes(state=state) for state in ("pending", "active", "ended")] == [["away"], ["permit"], ["drill"]]
    assert await codes(words="为了per") == await codes(words="permit", state="active") == ["permit"]
    assert await codes(words="一号") == ["away", "permit"]
    first = (await street.ask("GET", "/api/alarm-contexts", params={"limit": 1})).json()
    rest = (await street.ask("GET", "/api/alarm-contexts", params={"limit": 1, "cursor": first["next"]})).json()
    assert [one["code"] for one in (*first["items"], *rest["items"])] == ["away", "permit"] and rest["next"] is None
    assert (await street.ask("GET", "/api/alarm-contexts", params={"cursor": "x"})).status_code == 422
    assert (await other.ask("GET", "/api/alarm-contexts", params={"state": "ended"})).json()["items"] == []
    permit = rest["items"][0]
    assert (permit["device_name"], permit["state"], permit["set_name"]) == ("一号燃气", "active", permit["set_name"])
    path = f"/api/alarm-contexts/{permit['id']}/end"
    assert (await other.ask("POST", path, json={"reason": "x"})).status_code == 403
    assert (await street.ask("POST", path, json={"reason": "作业完成"})).status_code == 204
    over = (await street.ask("GET", "/api/alarm-contexts", params={"state": "ended", "code": "permit"})).json()
    assert [(one["end_reason"], one["ended_name"] == one["set_name"] != "") for one in over["items"]] == [
        ("作业完成", True)
    ]
