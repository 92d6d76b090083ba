"""The duty officer's queue: the most urgent first, counted by tab, within one's scope; phrases and views kept."""

import pytest
from tests.app.visitors import Site
from tests.cities import LIGHT, LITTER

from yiwang.access import Grant
from yiwang.cases.steps import dispatching

pytestmark = pytest.mark.anyio


async def test_the_queue_shows_what_is_most_urgent_first_page_by_page(site: Site) -> None:
    calm = [await site.city.report(LITTER, separate=True) for _ in range(2)]
    urgent = await site.city.report(LIGHT, urgent=True)
    elsewhere = await site.city.report(LITTER, where="310107015001")
    officer = await site.person("ann", Grant("supervisor"))
    seen: list[str] = []
    cursor: dict[str, str] = {}
    while True:
        answer = await officer.ask("GET", "/api/queue", params={"limit": 2, **cursor})
        assert answer.status_code == 200, answer.text
        seen += [row["id"] for row in answer.json()["items"]]
        if not answer.json()["next"]:
            break
        cursor = {"cursor": answer.json()["next"]}
    assert seen[0] == str(urgent.event_id)
    assert sorted(seen) == sorted(str(one.event_id) for one in (*calm, urgent, elsewhere))
    near = await site.person("ben", Grant("duty_officer", jurisdiction=site.city.places["310107015001"]))
    theirs = (await near.ask("GET", "/api/queue")).json()["items"]
    assert [row["id"] for row in theirs] == [str(elsewhere.event_id)]
    for wrong in ({"tab": "nonsense"}, {"cursor": "x"}, {"cursor": "WzcsIDEsIDFd"}):
        assert (await officer.ask("GET", "/api/queue", params=wrong)).status_code == 422


async def test_the_tabs_count_what_they_hold_and_an_expedited_case_stands_under_its_own(site: Site) -> None:
    case = (await site.city.report(LITTER)).event_id
    officer = await site.person("ann", Grant("supervisor"))
    async with site.city.database.tx() as tx:
        await dispatching.dispatch(tx, site.city.officer, case, books=site.city.books, at=site.city.now)
    before = (await officer.ask("GET", "/api/queue/counts")).json()["tabs"]
    assert (before["to_receive"], before["expedited"], before["triage"]) == (1, 0, 0)
    ask = {"kind": "supervise", "text": "请尽快处置"}
    answer = await officer.ask("POST", f"/api/command/cases/{case}/expedite", json=ask)
    assert answer.status_code == 201, answer.text
    assert (await officer.ask("GET", "/api/queue/counts")).json()["tabs"]["expedited"] == 1
    shown = (await officer.ask("GET", "/api/queue", params={"tab": "expedited"})).json()["items"]
    assert [row["id"] for row in shown] == [str(case)]


async def test_what_is_open_around_a_case_is_shown_the_nearest_first_and_only_what_is_ones_own(site: Site) -> None:
    here = await site.city.report(LITTER, lon=121.4, lat=31.24, separate=True)
    close = await site.city.report(LITTER, lon=121.4005, lat=31.24, separate=True)
    closer = await site.city.report(LIGHT, lon=121.4002, lat=31.24)
    await site.city.report(LITTER, lon=121.41, lat=31.24)
    officer = await site.person("ann", Grant("supervisor"))
    answer = await officer.ask("GET", f"/api/cases/{here.event_id}/nearby")
    assert answer.status_code == 200, answer.text
    found = answer.json()["items"]
    assert [(row["id"], row["alike"]) for row in found] == [(str(closer.event_id), False), (str(close.event_id), True)]
    assert 40 < found[1]["metres"] < 60
    far = await site.person("cat", Grant("duty_officer", jurisdiction=site.city.places["310107015001"]))
    assert (await far.ask("GET", f"/api/cases/{here.event_id}/nearby")).status_code == 404


async def test_phrases_belong_to_an_organisation_and_views_to_an_account(site: Site) -> None:
    unit = str(site.city.units["CY"])
    ann = await site.person("ann", Grant("duty_officer", organisation=site.city.units["CY"]))
    ben = await site.person("ben", Grant("duty_officer", organisation=site.city.units["CS"]))
    phrase = {"unit": unit, "verb": "dispatch", "text": "请二十分钟内到场。"}
    made = await ann.ask("POST", "/api/desk/phrases", json=phrase)
    assert made.status_code == 201, made.text
    assert (await ann.ask("POST", "/api/desk/phrases", json=phrase)).status_code == 409
    assert (await ben.ask("POST", "/api/desk/phrases", json=phrase)).status_code == 404
    assert [row["text"] for row in (await ann.ask("GET", "/api/desk/phrases")).json()["items"]] == [phrase["text"]]
    assert (await ben.ask("GET", "/api/desk/phrases")).json()["items"] == []
    drop = f"/api/desk/phrases/{made.json()['id']}"
    assert (await ben.ask("DELETE", drop)).status_code == 404
    assert (await ann.ask("DELETE", drop)).status_code == 204

    view = {"page": "cases", "name": "超时的暴露垃圾", "search": {"tab": "overdue", "matter": LITTER}}
    first = (await ann.ask("PUT", "/api/desk/views", json=view)).json()["id"]
    again = await ann.ask("PUT", "/api/desk/views", json={**view, "search": {"urgent": True}})
    assert again.json()["id"] == first
    assert (await ann.ask("GET", "/api/desk/views")).json()["items"][0]["search"] == {"urgent": True}
    assert (await ben.ask("GET", "/api/desk/views")).json()["items"] == []
    assert (await ben.ask("DELETE", f"/api/desk/views/{first}")).status_code == 404
    assert (await ann.ask("DELETE", f"/api/desk/views/{first}")).status_code == 204
