"""The hotline over HTTP: an order and a file by those who may, nothing for those who may not."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from tests.app.visitors import Site, entered
from tests.cities import City
from tests.events.hotline.test_importing import csv_of, row

from yiwang.access import Grant
from yiwang.app.serving.http import make_app
from yiwang.app.settings import Settings
from yiwang.cases.hotline import importing

pytestmark = pytest.mark.anyio
ORDER = {"number": "1", "kind": "投诉", "text": "暴露垃圾", "place": {"lon": 121.4, "lat": 31.24}}


@pytest.fixture
async def site(city: City, app_url: str, tmp_path: Path) -> AsyncIterator[Site]:
    settings = Settings(data_dir=tmp_path, pool_size=4)
    async with entered(make_app(settings, app_url, city.clock), city) as site:
        yield site


async def test_an_order_goes_its_way_over_http(site: Site) -> None:
    city = await site.application("12345", Grant("intake"))
    made = await city.ask("POST", "/api/hotline/orders", json=ORDER)
    assert (made.status_code, made.json()["outcome"]) == (201, "made"), made.text
    order = f"/api/hotline/orders/{made.json()['id']}"
    assert (await city.ask("GET", order)).status_code == 403, "who sends sees nothing"
    officer = await site.person("officer", Grant("supervisor"))
    seen = (await officer.ask("GET", order)).json()
    assert (seen["text"], seen["level"], seen["contact"]) == ("暴露垃圾", "district", "waiting")
    reached = {"way": "phone", "reached": True, "spoke_with": "reporter"}
    done = await officer.ask("POST", f"{order}/first-contact", json=reached)
    assert (done.status_code, done.json()["contact_on_time"]) == (200, True), done.text
    for step, body in {
        "answer": {"text": "已清运", "resolution": "solved"},
        "callback": {"satisfaction": "mostly"},
        "return": {"reason": "other", "text": "另派"},
    }.items():
        answer = await officer.ask("POST", f"{order}/{step}", json=body)
        assert answer.status_code == 200, (step, answer.text)
    assert answer.json()["level"] == "city"
    listed = (await officer.ask("GET", "/api/hotline/orders", params={"standing": "returned"})).json()
    assert [one["number"] for one in listed["items"]] == ["1"]
    detail = (await officer.ask("GET", order)).json()
    assert (detail["answer"], len(detail["contacts_list"]), len(detail["returns_list"])) == ("已清运", 1, 1)
    other = await site.person("other", Grant("supervisor", site.city.places["310107015000"]))
    assert (await other.ask("GET", order)).status_code == 404
    assert (await other.ask("POST", f"{order}/answer", json={"text": "x", "resolution": "solved"})).status_code == 404


async def test_a_file_is_given_in_and_comes_back_marked(site: Site) -> None:
    officer = await site.person("officer", Grant("duty_officer"))
    data = csv_of([row("T-1"), row("T-2", 诉求类型="表扬")])
    given = await officer.ask("POST", "/api/hotline/imports", files={"file": ("工单.csv", data)})
    assert (given.status_code, given.json()["state"], given.json()["rows"]) == (202, "waiting", 2), given.text
    path = f"/api/hotline/imports/{given.json()['id']}"
    assert (await officer.ask("GET", f"{path}/report")).status_code == 409
    assert await importing.work_one(site.city.database, site.city.books)
    seen = (await officer.ask("GET", path)).json()
    assert (seen["state"], seen["made"], seen["refused"], seen["faults"][0]["row"]) == ("done", 1, 1, 2)
    back = await officer.ask("GET", f"{path}/report")
    assert "不认识的类型“表扬”" in back.content.decode()
    assert "%E5%B7%A5%E5%8D%95.csv" in back.headers["content-disposition"]
    other = await site.person("other", Grant("supervisor"))
    assert [(await other.ask("GET", p)).status_code for p in (path, f"{path}/report")] == [404, 404]
    assert (await other.ask("GET", "/api/hotline/imports")).json() == {"items": []}


async def test_a_district_publishes_limits_and_mappings_of_its_own(site: Site) -> None:
    admin = await site.person("admin", Grant("data_admin"))
    toml = """[[hotline_rules]]
code = "12345"
contact_days = 2
[[hotline_rules.kinds]]
code = "complaint"
zh = "投诉"
en = "Complaint"
days = 7
"""
    done = await admin.ask("POST", "/api/hotline/declarations", json={"kind": "hotline_rules", "toml": toml})
    assert (done.status_code, done.json()["new"]) == (200, ["12345"]), done.text
    rules = (await admin.ask("GET", "/api/hotline/rules")).json()
    assert (rules["contact_days"], [kind["days"] for kind in rules["kinds"]]) == (2, [7])
    wrong = await admin.ask("POST", "/api/hotline/declarations", json={"kind": "hotline_mapping", "toml": "x = 1"})
    assert wrong.json()["faults"]
    names = [one["name"] for one in (await admin.ask("GET", "/api/hotline/mappings")).json()["items"]]
    assert names == ["sh12345"]
    street = await site.person("street", Grant("data_admin", site.city.places["310107005000"]))
    refused = await street.ask("POST", "/api/hotline/declarations", json={"kind": "hotline_rules", "toml": toml})
    assert refused.status_code == 403
