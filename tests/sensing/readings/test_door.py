"""Readings over HTTP: three shapes of batches, bad rows by index, who may send and see what; every route as others."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import numpy as np
import pyarrow as pa
import pytest
from tests.app.expectations import ROUTES
from tests.app.test_wrong_person import ask
from tests.app.visitors import Site, entered
from tests.cities import City, build

from yiwang.access import Grant
from yiwang.access.model import ROLES
from yiwang.app.serving.http import make_app
from yiwang.app.settings import Settings
from yiwang.base.clock import FixedClock
from yiwang.db import Database
from yiwang.sensing import classes
from yiwang.sensing.devices import Around, take_in
from yiwang.sensing.devices.model import DeviceIn, Key
from yiwang.sensing.readings import arrow
from yiwang.sensing.readings.history import HistoryWriter
from yiwang.sensing.readings.watching import Watch

pytestmark = pytest.mark.anyio
PATHS = ("/api/device", "/api/reading", "/api/inspections")
OURS = {name: one for name, one in ROUTES.items() if any(path in name for path in PATHS)}
PATH = "/ingest/readings"


@pytest.fixture
async def site(database: Database, clock: FixedClock, app_url: str, tmp_path: Path) -> AsyncIterator[Site]:
    city = await build(database, clock, tmp_path)
    async with database.tx() as tx:
        await classes.publish_shipped(tx, city.officer, at=city.now, valid_from=city.now)
    rows = [
        DeviceIn(code, "BIN", jurisdiction_id=city.places[where], keys=(Key("http", code),))
        for code, where in (("a1", "310107005001"), ("a2", "310107015001"))
    ]
    async with database.tx() as tx:
        await take_in(tx, city.officer, rows, around=Around.of(city.books.locators), at=city.now)
    settings = Settings(data_dir=tmp_path, pool_size=6)
    async with entered(make_app(settings, app_url, clock), city) as found:
        yield found


def ms(city: City, **back: float) -> int:
    return int((city.now - timedelta(**back)).timestamp() * 1000)


async def values(site: Site, who: Any) -> dict[tuple[int, str], float]:
    told = (await who.ask("GET", "/api/readings/latest")).json()
    return {
        (device, told["metrics"][metric]): value
        for device, metric, value in zip(told["device"], told["metric"], told["value"], strict=True)
    }


async def test_batches_of_every_shape_are_committed_when_they_are_answered(site: Site) -> None:
    gate, desk = await site.application("gate", Grant("gateway")), await site.person("desk", Grant("duty_officer"))
    now = ms(site.city)
    table = {"d": ["a1", "a2"], "m": "fill", "t": [now, now], "v": [10, 20.5]}
    assert (await gate.ask("POST", PATH, json=table)).json() == {"taken": 2, "refused": 0, "bad": []}
    rows = [{"d": "a1", "m": "temp", "t": now, "v": 7}, {"d": "a2", "m": "temp", "t": "2026-11-16T01:00:00Z", "v": 8}]
    assert (await gate.ask("POST", PATH, json=rows)).json()["taken"] == 2
    listed = (await desk.ask("GET", "/api/devices")).json()["items"]
    series = [one["series"]["lid"] for one in listed]
    body = b"YWR1" + (2).to_bytes(4, "little") + np.array(series).tobytes() + np.array([now, now]).tobytes()
    body += np.array([1.0, 0.0]).tobytes() + bytes(2)
    assert (await gate.ask("POST", PATH, content=body)).json()["taken"] == 2
    found = sorted((await values(site, desk)).values())
    assert found == [0.0, 1.0, 7.0, 8.0, 10.0, 20.5]


async def test_the_latest_values_come_as_arrow_too_within_ones_own_scope(site: Site) -> None:
    gate, desk = await site.application("gate", Grant("gateway")), await site.person("desk", Grant("duty_officer"))
    here = await site.person("here", Grant("duty_officer", jurisdiction=site.city.places["310107005000"]))
    table = {"d": ["a1", "a2", "a1"], "m": ["fill", "fill", "temp"], "t": [ms(site.city)] * 3, "v": [1, 2, 3]}
    assert (await gate.ask("POST", PATH, json=table)).json()["taken"] == 3
    for who in (desk, here):
        answer = await who.ask("GET", "/api/readings/latest", headers={"Accept": arrow.MEDIA})
        assert (answer.status_code, answer.headers["content-type"]) == (200, arrow.MEDIA)
        rows = pa.ipc.open_stream(answer.content).read_all().to_pylist()
        plain = (await who.ask("GET", "/api/readings/latest")).json()
        assert [(str(UUID(bytes=row["device"])), row["metric"], row["value"]) for row in rows] == [
            (plain["devices"][device], plain["metrics"][metric], value)
            for device, metric, value in zip(plain["device"], plain["metric"], plain["value"], strict=True)
        ]
        assert len(rows) == (3 if who is desk else 2)


async def test_bad_rows_are_told_by_index_and_kept_as_they_came(site: Site) -> None:
    gate = await site.application("gate", Grant("gateway"))
    now = ms(site.city)
    rows = [
        {"d": "a1", "m": "fill", "t": now, "v": 1},
        {"d": "nobody", "m": "fill", "t": now, "v": 1},
        {"d": "a1", "m": "no_such", "t": now, "v": 1},
        {"d": "a1", "m": "fill", "t": now + 10**9, "v": 1},
        {"d": "a1", "m": "fill", "v": "x"},
        {"d": "a1", "m": "fill", "t": now, "v": 1, "q": 300},
        {"d": "a1", "m": "fill", "t": now + 1, "v": 2},
    ]
    answer = await gate.ask("POST", PATH, json=rows)
    assert answer.status_code == 200
    assert (answer.json()["taken"], answer.json()["refused"]) == (2, 5)
    assert [one["row"] for one in answer.json()["bad"]] == [1, 2, 3, 4, 5]
    writer = await site.person("keeper", Grant("data_admin"))
    waiting = (await writer.ask("GET", "/api/devices/strangers")).json()["items"]
    assert {one["external_id"] for one in waiting} == {"nobody", "a1", "?"}
    given = {"source": "http", "external_id": "nobody", "device": {"code": "N", "class_code": "BIN"}}
    assert (await writer.ask("POST", "/api/devices/strangers/adopt", json=given)).status_code == 201
    site.city.later(seconds=5)
    for sender in list(site.app.state.ingest._senders):
        del site.app.state.ingest._senders[sender]  # two seconds later
    again = await gate.ask("POST", PATH, json=[{"d": "nobody", "m": "fill", "t": now, "v": 1}])
    assert again.json()["taken"] == 1


NO_BATCHES = (
    *(b"", b"{", b"[1]", b"YWR1\x01", b"\xff\x00"),
    b'{"d":["a"],"m":"x","t":[],"v":[]}',
    b'{"d":["a1"],"m":"fill","t":[99999999999999999999],"v":[1]}',
)


async def test_what_is_no_batch_is_refused_in_a_plain_sentence(site: Site) -> None:
    gate = await site.application("gate", Grant("gateway"))
    answers = {body: (await gate.ask("POST", PATH, content=body)).status_code for body in NO_BATCHES}
    assert answers == dict.fromkeys(NO_BATCHES, 422)


async def test_only_a_key_for_readings_sends_and_only_for_its_part(site: Site) -> None:
    now = ms(site.city)
    table = {"d": ["a1", "a2"], "m": "fill", "t": [now, now], "v": [1, 2]}
    assert (await site.stranger.post(PATH, json=table)).status_code == 401
    made_up = await site.stranger.post(PATH, json=table, headers={"Authorization": "Bearer yw_x_y"})
    assert made_up.status_code == 401
    other = await site.application("other", Grant("intake"))
    assert (await other.ask("POST", PATH, json=table)).status_code == 403
    assert (await other.ask("GET", PATH)).status_code == 405
    part = await site.application("part", Grant("gateway", site.city.places["310107005000"], None))
    told = (await part.ask("POST", PATH, json=table)).json()
    assert (told["taken"], told["outside"]) == (1, 1)
    theirs = {"d": ["a2"], "m": "fill", "t": [now], "v": [2]}
    assert (await part.ask("POST", PATH, json=theirs)).status_code == 403
    near = await site.person("near", Grant("duty_officer", site.city.places["310107015000"], None))
    assert await values(site, near) == {}


async def test_a_chart_status_and_figures_follow_what_was_sent(site: Site, tmp_path: Path) -> None:
    city = site.city
    gate, desk = await site.application("gate", Grant("gateway")), await site.person("desk", Grant("duty_officer"))
    times = [ms(city, minutes=minute) for minute in range(60)]
    table = {"d": ["a1"] * 60, "m": "fill", "t": times, "v": list(range(60))}
    assert (await gate.ask("POST", PATH, json=table)).json()["taken"] == 60
    watch = Watch(tmp_path)
    assert await watch.look(city.database) == (1, 1)
    assert await watch.look(city.database) == (0, 0)
    online = (await desk.ask("GET", "/api/devices", params={"status": "online"})).json()["items"]
    assert [one["code"] for one in online] == ["a1"]
    assert online[0]["keys"] == []  # a duty officer needs no keys
    figure = (await desk.ask("GET", "/api/devices/figures")).json()["items"][0]
    assert (figure["total"], figure["silent"], figure["online_rate"]) == (2, 1, 0.5)
    path, span = f"/api/devices/{online[0]['id']}/chart", {"metric": "fill", "points": 10}
    span |= {"since": (city.now - timedelta(hours=2)).isoformat(), "until": (city.now + timedelta(1)).isoformat()}
    before = (await desk.ask("GET", path, params=span)).json()
    writer = HistoryWriter(tmp_path / "lake", city.places["310107005000"])
    await writer.catch_up(city.database)
    assert (await desk.ask("GET", path, params=span)).json() == before
    assert (sum(before["n"]), min(before["low"]), max(before["high"])) == (60, 0, 59)
    elsewhere = await site.person("elsewhere", Grant("duty_officer", city.places["310107015000"], None))
    assert (await elsewhere.ask("GET", path, params=span)).status_code == 404
    city.later(hours=4)
    assert await watch.look(city.database) == (0, 1)


async def test_every_route_as_someone_who_may_not(site: Site) -> None:
    nobody = await site.person("nobody")
    told = {name: await ask(nobody, name, one) for name, one in OURS.items()}
    assert {
        n: a.text for n, a in told.items() if (a.status_code, a.json().get("permission")) != (403, OURS[n].needs)
    } == {}


async def test_a_role_opens_what_it_names_and_nothing_else(site: Site) -> None:
    wrong = {}
    for role in ("data_admin", "leader", "gateway", "handler"):
        visitor = await site.holder(role)
        for name, route in OURS.items():
            answer = await ask(visitor, name, route)
            refused = answer.status_code == 403 and "permission" in answer.json()
            if answer.status_code >= 500 or refused is bool(route.permissions & ROLES[role].permissions):
                wrong[role, name] = (answer.status_code, answer.text[:200])
    assert wrong == {}
