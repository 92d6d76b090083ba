"""The signs over HTTP: what the desk reads, what a district edits, what an owner of data sends."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.app.expectations import ROUTES
from tests.app.test_wrong_person import ask
from tests.app.visitors import Site, Visitor, entered
from tests.cities import City
from tests.signs.conftest import Small, sign

from yiwang.access import Grant
from yiwang.app.serving.http import make_app
from yiwang.app.settings import Settings

pytestmark = pytest.mark.anyio
OURS = {name: one for name, one in ROUTES.items() if "/api/signs" in name or "/api/pulse" in name}


@pytest.fixture
async def site(city: City, lively: Small, app_url: str, tmp_path: Path) -> AsyncIterator[Site]:
    lively.folder = tmp_path / "lake"
    lively.rows_name = "signs"
    async with entered(make_app(Settings(data_dir=tmp_path, pool_size=6), app_url, city.clock), city) as found:
        yield found


async def told(visitor: Visitor, path: str, status: int = 200, method: str = "GET", **more: Any) -> Any:
    answer = await visitor.ask(method, path, **more)
    assert answer.status_code == status, answer.text
    return answer.json()


async def leader(site: Site, where: str | None = None) -> Visitor:
    return await site.person(f"leader-{where}", Grant("leader", site.city.places[where] if where else None))


async def test_whoever_lacks_the_permission_is_refused_everywhere(site: Site) -> None:
    nobody = await site.person("nobody")
    got = {name: await ask(nobody, name, one) for name, one in OURS.items()}
    wrong = {n: a.text for n, a in got.items() if (a.status_code, a.json().get("permission")) != (403, OURS[n].needs)}
    assert len(OURS) == 10
    assert wrong == {}


async def test_the_board_of_a_place_and_one_sign_of_it(site: Site, lively: Small) -> None:
    city = site.city
    await lively.declare(
        sign("PA0001", combine="ratio", scale=100, unit="%", yellow="20", red="40", min_n=2),
        sign("PA0002", feed="external:公安"),
    )
    for _ in range(2):
        lively.tell("PA0001", ("e1", 1.0, 2.0), ("w1", 0.0, 2.0), ("w1", 0.0, 0.0))
        city.later(hours=1)
        await lively.compute(city.now)
    someone = await leader(site)
    board = await told(someone, "/api/signs")
    assert board["place"]["name"] == "普陀区"
    assert [one["name"] for one in board["children"]] == ["曹杨新村街道", "长寿路街道"]
    first, second = board["items"]
    assert (first["value"], first["level"], first["state"], first["spark"]) == (25, "yellow", "live", [25, 25])
    assert (second["state"], second["external"], second["value"]) == ("unconnected", "公安", None)
    one = await told(someone, "/api/signs/PA0001")
    assert "普陀区近1小时“体征PA0001”为25%（1÷4×100），达到黄色阈值20。" in one["explanation"]
    assert [point["value"] for point in one["history"]] == [25, 25]
    assert (one["before"], one["definition"]["yellow"]) == (25, "20")
    parts = (await told(someone, "/api/signs/PA0001/nodes"))["items"]
    assert [(part["name"], part["value"], part["level"], part["rank"]) for part in parts] == [
        ("曹杨新村街道", 50, "red", 1), ("长寿路街道", 0, "green", 2),
    ]  # fmt: skip
    assert sum(part["top"] for part in parts) == first["top"]
    deeper = (await told(someone, "/api/signs/PA0001/nodes?level=neighbourhood"))["items"]
    assert [part["place_level"] for part in deeper] == ["neighbourhood"] * 2
    assert "未接入" in (await told(someone, "/api/signs/PA0002"))["explanation"]


async def test_nothing_to_divide_by_is_null_and_says_why(site: Site, lively: Small) -> None:
    await lively.declare(sign("PA0001", combine="ratio", scale=100, unit="%", yellow="20"))
    lively.tell("PA0001", ("e1", 0.0, 0.0))
    await lively.compute(site.city.now)
    one = await told(await leader(site), "/api/signs/PA0001")
    assert (one["now"]["value"], one["now"]["level"]) == (None, "unknown")
    assert "分母为零，不作0%计" in one["explanation"]


async def test_a_moment_before_all_calendars_is_refused(site: Site, lively: Small) -> None:
    await lively.declare(sign("PA0001"))
    someone = await leader(site)
    first = "0001-01-01T00:00:00%2B14:00"
    for path in (f"/api/signs/PA0001?to={first}", f"/api/signs/PA0001?from={first}"):
        assert "1900" in str(await told(someone, path, 422))
    asked = {"period": "month", "at": "0001-01-01T00:00:00Z"}
    assert "1900" in str(await told(someone, "/api/checkups", 422, "POST", json=asked))
    assert "cursor" in str(await told(someone, "/api/checkups?cursor=WyJhIiwgImIiXQ", 422))


async def test_rows_come_in_pages_and_only_of_the_place(site: Site, lively: Small) -> None:
    await lively.declare(sign("PA0001"))
    lively.tell("PA0001", *[("e1", float(number % 2)) for number in range(5)], ("w1", 1.0))
    await lively.compute(site.city.now)
    someone = await leader(site)
    seen: list[dict[str, Any]] = []
    cursor = ""
    while True:
        page = await told(someone, f"/api/signs/PA0001/rows?node={lively.names['east']}&limit=2{cursor}")
        seen += page["items"]
        if page["next"] is None:
            break
        cursor = f"&cursor={page['next']}"
    assert [row["top"] for row in seen] == [1, 1, 0, 0, 0]
    assert len({row["item"] for row in seen}) == 5
    assert {row["place"] for row in seen} == {"枫桥居委会"}
    assert len((await told(someone, "/api/signs/PA0001/rows"))["items"]) == 6
    await told(someone, "/api/signs/PA0001/rows?cursor=abc", 422)
    await told(someone, "/api/signs/PA9999/rows", 404)


async def test_a_row_names_the_case_for_whoever_may_see_it(site: Site, lively: Small) -> None:
    told_of = await site.city.report()
    await lively.declare(sign("PA0001"))
    lively.rows["PA0001"] = [(str(lively.names["e1"]), 1.0, None, str(told_of.event_id), "case")]
    await lively.compute(site.city.now)
    [row] = (await told(await leader(site), "/api/signs/PA0001/rows"))["items"]
    assert row["label"].startswith(told_of.event_number)
    wall = await site.application("wall", Grant("screen"))
    assert [row["label"] for row in (await told(wall, "/api/signs/PA0001/rows"))["items"]] == [""]


async def test_the_signs_of_another_street_are_not_there(site: Site, lively: Small) -> None:
    await lively.declare(sign("PA0001"))
    lively.tell("PA0001", ("e1", 1.0))
    await lively.compute(site.city.now)
    own = await leader(site, "310107005000")
    assert (await told(own, "/api/signs"))["place"]["name"] == "曹杨新村街道"
    assert (await told(own, "/api/signs"))["parents"] == []
    for name in ("west", "w1", "district"):
        for path in (
            "/api/signs",
            "/api/pulse",
            "/api/signs/PA0001",
            "/api/signs/PA0001/nodes",
            "/api/signs/PA0001/rows",
        ):
            await told(own, f"{path}?node={lively.names[name]}", 404)
    await told(own, f"/api/signs/PA0001?node={lively.names['e1']}")


async def test_a_street_centre_sees_its_street_and_a_department_no_place(site: Site) -> None:
    units = site.city.units
    centre = await site.person("centre", Grant("supervisor", None, units["CY"]))
    assert (await told(centre, "/api/signs"))["place"]["name"] == "曹杨新村街道"
    await told(await site.person("department", Grant("supervisor", None, units["LH"])), "/api/signs", 404)


async def test_the_pulse_says_how_many_signs_stand_where(site: Site, lively: Small) -> None:
    await lively.declare(*[sign(f"PA000{number}", yellow="1", red="3") for number in range(4)])
    for number in range(4):
        lively.tell(f"PA000{number}", ("e1", float(number)))
    await lively.compute(site.city.now)
    pulse = await told(await leader(site), "/api/pulse")
    first, safety = pulse["items"][0], pulse["items"][1]
    assert (first["code"], first["value"], first["level"]) == ("pulse", 65, "orange")
    assert (safety["name_zh"], safety["signs"]) == ("平安", [1, 2, 0, 1, 0])
    assert [point["value"] for point in first["history"]] == [65]
    assert (await told(await leader(site, "310107015000"), "/api/signs/pulse/nodes"))["items"][0]["value"] == 100


async def test_a_district_edits_thresholds_as_a_new_version(site: Site, lively: Small) -> None:
    await lively.declare(sign("PA0001", yellow="5", red="9"))
    admin = await site.person("admin", Grant("data_admin"))
    site.city.later(minutes=1)
    edited = await told(admin, "/api/signs/PA0001", method="PUT", json={"yellow": "3", "note": "更严"})
    assert (edited["yellow"], edited["red"]) == ("3", "9")
    for bad in ({"yellow": "12"}, {"red": "much"}, {"on_red": "case"}, {"hold": "soon"}):
        await told(admin, "/api/signs/PA0001", 422, "PUT", json=bad)
    versions = (await told(admin, "/api/signs/PA0001/versions"))["items"]
    assert [(one["number"], one["definition"]["yellow"], one["note"]) for one in versions] == [
        (2, "3", "更严"),
        (1, "5", ""),
    ]
    answer = await admin.ask("GET", "/api/signs.toml")
    assert 'yellow = "3"' in answer.text
    await told(await leader(site), "/api/signs/PA0001", 403, "PUT", json={"yellow": "1"})


async def test_values_of_an_outside_source_are_sent_and_shown(site: Site, lively: Small) -> None:
    city = site.city
    await lively.declare(sign("PA0001", feed="external:公安", yellow="5"), sign("PA0002"))
    sender = await site.application("police", Grant("gateway", city.places["310107005000"]))

    def values(node: str, top: float, **more: Any) -> dict[str, Any]:
        at = (city.now - timedelta(minutes=5)).isoformat()
        return {"values": [{"node": str(lively.names[node]), "at": at, "top": top, **more}]}

    assert (await told(sender, "/api/signs/PA0001/values", method="PUT", json=values("east", 7)))["written"] == 1
    assert (await told(sender, "/api/signs/PA0001/values", method="PUT", json=values("east", 8)))["written"] == 1
    await told(sender, "/api/signs/PA0001/values", 422, "PUT", json=values("west", 7))
    await told(sender, "/api/signs/PA0002/values", 422, "PUT", json=values("east", 7))
    await told(sender, "/api/signs/PA0009/values", 404, "PUT", json=values("east", 7))
    await lively.compute(city.now)
    board = await told(await leader(site), f"/api/signs?node={lively.names['east']}")
    first = board["items"][0]
    assert (first["value"], first["level"], first["state"]) == (8, "yellow", "live")
