"""Suggestions and needs: read by staff first, voted on once by a device, answered; other staff's stay theirs."""

from typing import Any

import httpx
import pytest
from tests.app.visitors import Site, Visitor

from yiwang.access import Grant
from yiwang.residents.proposals.model import PROPOSALS, VOTES_ON_ONE

pytestmark = pytest.mark.anyio
URL = "/api/residents/proposals"
POINT = {"lon": 121.4, "lat": 31.24, "datum": "CGCS2000"}


def device(number: int) -> dict[str, str]:
    return {"device": f"a-device-of-chance-{number}"}


async def made(site: Site, text: str = "河边多装几把长椅", **fields: Any) -> dict[str, Any]:
    answer = await site.stranger.post(URL, json={"kind": "need", "text": text, "place": POINT, **fields})
    assert answer.status_code == 201, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def opened(site: Site, officer: Visitor, **fields: Any) -> dict[str, Any]:
    one = await made(site)
    answer = await officer.ask("POST", f"/api/proposals/{one['id']}/open", json=fields)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def shown(site: Site, **params: Any) -> list[dict[str, Any]]:
    answer = await site.stranger.get(URL, params=params)
    assert answer.status_code == 200, answer.text
    items: list[dict[str, Any]] = answer.json()["items"]
    return items


async def vote(site: Site, one: dict[str, Any], number: int, verb: str = "vote") -> httpx.Response:
    return await site.stranger.post(f"{URL}/{one['id']}/{verb}", json=device(number))


async def test_nobody_sees_a_suggestion_before_staff_has_read_it(site: Site) -> None:
    officer = await site.person("officer", Grant("duty_officer"))
    one = await made(site, "请张三的修车摊搬走")
    assert (one["state"], one["jurisdiction"] != "") == ("waiting", True)
    assert await shown(site) == []
    assert (await vote(site, one, 1)).status_code == 404
    waiting = (await officer.ask("GET", "/api/proposals")).json()["items"]
    assert [each["id"] for each in waiting] == [one["id"]]
    answer = await officer.ask("POST", f"/api/proposals/{one['id']}/open", json={"text": "路口修车摊占道，请另找地方"})
    assert answer.json()["state"] == "open"
    assert [each["text"] for each in await shown(site)] == ["路口修车摊占道，请另找地方"]


async def test_a_device_votes_once_and_may_take_it_back(site: Site) -> None:
    officer = await site.person("officer", Grant("duty_officer"))
    first, second = await opened(site, officer), await opened(site, officer)
    for number in (1, 1, 2):
        assert (await vote(site, second, number)).status_code == 204
    await vote(site, first, 3)
    assert [(one["id"], one["votes"]) for one in await shown(site)] == [(second["id"], 2), (first["id"], 1)]
    await vote(site, second, 2, "take-back")
    await vote(site, second, 2, "take-back")
    await vote(site, second, 9, "take-back")
    assert {one["votes"] for one in await shown(site)} == {1}
    pages = (await site.stranger.get(URL, params={"limit": 1})).json()
    rest = (await site.stranger.get(URL, params={"limit": 1, "cursor": pages["next"]})).json()
    assert {pages["items"][0]["id"], rest["items"][0]["id"]} == {first["id"], second["id"]}


async def test_an_answered_one_takes_no_votes_and_shows_its_answer(site: Site) -> None:
    officer = await site.person("officer", Grant("duty_officer"))
    one = await opened(site, officer)
    answer = await officer.ask("POST", f"/api/proposals/{one['id']}/answer", json={"answer": "下月装十把。"})
    assert answer.status_code == 200, answer.text
    assert (await vote(site, one, 1)).status_code == 404
    assert [(each["state"], each["answer"]) for each in await shown(site)] == [("answered", "下月装十把。")]
    again = await officer.ask("POST", f"/api/proposals/{one['id']}/open", json={})
    assert again.status_code == 409


async def test_staff_of_another_street_neither_sees_nor_settles_it(site: Site) -> None:
    home, there = site.city.places["310107000000"], site.city.places["310107015000"]
    one = await made(site)
    stranger = await site.person("there", Grant("duty_officer", jurisdiction=there))
    assert (await stranger.ask("GET", "/api/proposals")).json()["items"] == []
    for verb, body in (("open", {}), ("answer", {"answer": "x"}), ("decline", {"answer": "x"})):
        assert (await stranger.ask("POST", f"/api/proposals/{one['id']}/{verb}", json=body)).status_code == 404
    own = await site.person("here", Grant("duty_officer", jurisdiction=home))
    assert len((await own.ask("GET", "/api/proposals")).json()["items"]) == 1


async def test_robots_and_haste_are_turned_away(site: Site) -> None:
    assert (await site.stranger.post(URL, json={"kind": "need", "text": "加路灯", "website": "x"})).status_code == 422
    officer = await site.person("officer", Grant("duty_officer"))
    one = await opened(site, officer)
    answers = [(await vote(site, one, number)).status_code for number in range(VOTES_ON_ONE + 1)]
    assert answers == [204] * VOTES_ON_ONE + [429]
    for _ in range(PROPOSALS):
        answer = await site.stranger.post(URL, json={"kind": "need", "text": "再加一盏路灯"})
    assert answer.status_code == 429
    assert int(answer.headers["Retry-After"]) > 0


async def test_words_not_yet_sent_lead_to_help_a_matter_and_the_next_door(site: Site) -> None:
    async def suggest(text: str) -> dict[str, Any]:
        answer = await site.stranger.post("/api/residents/suggest", json={"text": text})
        assert answer.status_code == 200, answer.text
        found: dict[str, Any] = answer.json()
        return found

    assert [hint["call"] for hint in (await suggest("楼道里闻到燃气味，有人晕倒"))["hints"]] == ["119", "120"]
    found = await suggest("暴露垃圾堆了三天")
    assert (found["matters"][0]["name"], found["hints"], found["next_door"]) == ("暴露垃圾", [], None)


async def test_the_map_of_streets_is_open_and_the_grid_is_not(site: Site) -> None:
    answer = await site.stranger.get("/api/residents/map", params={"level": "street"})
    assert answer.status_code == 200
    assert answer.json()["type"] == "FeatureCollection"
    assert (await site.stranger.get("/api/residents/map", params={"level": "grid"})).status_code == 422
    assert (await site.stranger.get("/api/residents/map", params={"level": "neighbourhood"})).status_code == 422


async def test_the_open_figures_hold_what_everyone_may_know_and_no_grades(site: Site) -> None:
    answer = await site.stranger.get("/api/evaluation/open")
    assert answer.status_code == 200, answer.text
    told = answer.json()
    codes = [column["code"] for column in told["columns"]]
    assert codes == ["filed", "closed", "closing_rate", "timely_closing_rate", "mean_handling_hours"]
    assert set(told["total"]["values"]) == set(codes)
    assert told["total"]["grade"] is None


async def test_a_handler_sees_the_figures_of_the_own_unit_only(site: Site) -> None:
    handler = await site.person("handler", Grant("handler", organisation=site.city.units["CY"]))
    span = {"from": "2026-11-01T00:00:00Z", "to": "2026-12-01T00:00:00Z"}
    answer = await handler.ask("GET", "/api/evaluation/own", params=span)
    assert answer.status_code == 200, answer.text
    assert {row["name"] for row in answer.json()["rows"]} <= {"曹杨城运中心"}
    assert (await handler.ask("GET", "/api/evaluation/figures", params=span)).status_code == 403
