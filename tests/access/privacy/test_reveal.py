"""Revealing one field with a reason, finding by a number, and who saw whom."""

from typing import Any

import pytest
from tests.access.privacy.conftest import MOBILE, NAME, PHONE, Desk, good
from tests.app.visitors import Visitor

from yiwang.access import Grant
from yiwang.access.privacy import revealing

pytestmark = pytest.mark.anyio
HERE, NEXT = "310107005000", "310107015000"


async def ask(visitor: Visitor, report: object, field: str = "phone", reason: str = "核实地址", **more: Any) -> Any:
    body = {"object": "report", "id": str(report), "field": field, "reason": reason, **more}
    return await visitor.ask("POST", "/api/reveal", json=body)


async def test_a_field_is_revealed_once_with_its_reason_in_the_trail(desk: Desk) -> None:
    told = await desk.reported()
    officer = await desk.person("officer", Grant("duty_officer"))
    answer = await ask(officer, told.report_id)
    assert (answer.json(), answer.headers["cache-control"]) == ({"value": PHONE}, "no-store")
    assert (await ask(officer, told.report_id, "name")).json() == {"value": NAME}
    first, second = await desk.audited("personal.revealed")
    person = str((await desk.rows("SELECT reporter_id FROM events.report"))[0]["reporter_id"])
    assert (first["actor"], first["object_type"], first["object_id"]) == (officer.id, "report", told.report_id)
    assert first["detail"] == {"field": "phone", "reason": "核实地址", "persons": [person]}
    assert second["detail"]["field"] == "name"
    assert PHONE not in str(first) and NAME not in str(second)


async def test_without_a_reason_a_role_or_the_right_street_nothing_is_shown(desk: Desk) -> None:
    told = await desk.reported()
    officer = await desk.person("officer", Grant("duty_officer"))
    for wrong in ("", " ", "x" * 501):
        assert (await ask(officer, told.report_id, reason=wrong)).status_code == 422
    assert (await ask(officer, told.report_id, "shoe")).status_code == 422
    handler = await desk.person("handler", Grant("handler"))
    assert (await ask(handler, told.report_id)).json()["permission"] == "personal.reveal"
    stranger = await desk.person("next", Grant("supervisor", desk.city.places[NEXT]))
    unit = await desk.person("unit", Grant("supervisor", None, desk.city.units["CS"]))
    for elsewhere in (stranger, unit):
        answer = await ask(elsewhere, told.report_id)
        assert answer.status_code == 404
        assert PHONE not in answer.text
    own = await desk.person("own", Grant("supervisor", desk.city.places[HERE]))
    assert (await ask(own, told.report_id)).status_code == 200
    assert len(await desk.audited("personal.revealed")) == 1


async def test_whoever_handles_the_case_in_a_unit_reveals_there(desk: Desk) -> None:
    told = await desk.reported()
    everything = await desk.person("all", Grant("supervisor"))
    body = {"unit": str(desk.city.units["CY"]), "reason": "就近"}
    await good(everything, "POST", f"/api/cases/{told.event_id}/dispatch", json=body)
    own = await desk.person("cy", Grant("dispatcher", None, desk.city.units["CY"]))
    other = await desk.person("cs", Grant("dispatcher", None, desk.city.units["CS"]))
    assert (await ask(own, told.report_id)).json() == {"value": PHONE}
    assert (await ask(other, told.report_id)).status_code == 404


async def test_a_mobile_is_revealed_where_the_person_works(desk: Desk) -> None:
    staff = await desk.staff("CS")
    own = await desk.person("cs", Grant("supervisor", desk.city.places[NEXT]))
    other = await desk.person("cy", Grant("supervisor", desk.city.places[HERE]))
    body = {"object": "staff", "id": str(staff), "field": "mobile", "reason": "紧急联系"}
    assert (await other.ask("POST", "/api/reveal", json=body)).status_code == 404
    assert await good(own, "POST", "/api/reveal", json=body) == {"value": MOBILE}
    assert (await desk.audited("personal.revealed"))[0]["detail"]["persons"] == [str(staff)]


async def test_nobody_reveals_more_in_an_hour_than_they_need(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(revealing, "MOST", 2)
    told, staff = await desk.reported(), await desk.staff("CS")
    officer, other = await desk.person("one", Grant("supervisor")), await desk.person("two", Grant("supervisor"))
    assert (await ask(officer, told.report_id)).status_code == 200
    path = f"/api/staff/{staff}/mobile"  # counts with the others
    assert (await officer.ask("POST", path, json={"reason": "联系"})).status_code == 200
    assert (await ask(officer, told.report_id)).status_code == 429
    assert (await officer.ask("POST", path, json={"reason": "联系"})).status_code == 429
    assert (await ask(other, told.report_id)).status_code == 200
    desk.city.later(hours=1, seconds=1)
    later = await desk.person("three", Grant("supervisor"))
    assert (await ask(later, told.report_id)).status_code == 200


async def test_all_reports_of_a_number_are_found_by_equality(desk: Desk) -> None:
    here, there = await desk.reported(), await desk.reported("310107015001", separate=True)
    hidden = await desk.reported(separate=True, confidential=True)
    await desk.city.report(where="310107005001", separate=True)
    officer = await desk.person("officer", Grant("duty_officer"))
    search = {"phone": "+86 139 1234-8765"}
    found = await good(officer, "POST", "/api/reports/search", json=search)
    assert {row["id"] for row in found["items"]} == {str(here.report_id), str(there.report_id)}
    assert str(hidden.report_id) not in str(found)
    own = await desk.person("own", Grant("duty_officer", desk.city.places[HERE]))
    assert [row["id"] for row in (await good(own, "POST", "/api/reports/search", json=search))["items"]] == [
        str(here.report_id)
    ]
    nobody = await good(officer, "POST", "/api/reports/search", json={"phone": "1391234"})
    assert nobody == {"person": None, "items": []}
    assert (await officer.ask("POST", "/api/reports/search", json={"phone": "abc"})).status_code == 422
    handler = await desk.person("handler", Grant("handler"))
    refused = await handler.ask("POST", "/api/reports/search", json=search)
    assert (refused.status_code, refused.json()["permission"]) == (403, "personal.search")
    assert len(await desk.audited("personal.searched")) == 3


async def test_an_auditor_finds_who_saw_whom(desk: Desk) -> None:
    told, staff = await desk.reported(), await desk.staff("CS")
    officer, other = await desk.person("officer", Grant("supervisor")), await desk.person("other", Grant("supervisor"))
    auditor = await desk.person("auditor", Grant("audit_admin"))
    person = str((await desk.rows("SELECT reporter_id FROM events.report"))[0]["reporter_id"])
    await ask(officer, told.report_id)
    await good(officer, "GET", f"/api/cases/{told.event_id}")
    await good(other, "GET", f"/api/events/{told.event_id}")
    await good(other, "GET", "/api/phone-book", params={"q": "王小明"})

    async def looks(**sought: object) -> list[tuple[str, str]]:
        page = await good(auditor, "GET", "/api/looks", params={key: str(value) for key, value in sought.items()})
        return [(row["actor_name"], row["action"]) for row in page["items"]]

    assert await looks(person=person) == [
        ("Other", "events.see_reporters"),
        ("Officer", "cases.see_reporters"),
        ("Officer", "personal.revealed"),
    ]
    assert await looks(person=staff) == [("Other", "people.phone_book.read")]
    assert await looks(person=person, looker=other.id) == [("Other", "events.see_reporters")]
    assert await looks(object_id=told.report_id) == [("Officer", "personal.revealed")]
    assert await looks(person=person, until="2026-11-16T01:00:00Z") == []
    assert len(await looks()) == 4
    first = await good(auditor, "GET", "/api/looks", params={"person": person, "limit": 2})
    rest = await good(auditor, "GET", "/api/looks", params={"person": person, "limit": 2, "cursor": first["next"]})
    assert ([len(first["items"]), len(rest["items"])], rest["next"]) == ([2, 1], None)
    assert first["items"][1]["action_zh"]
    assert len(await desk.audited("looks.searched")) == 8
    assert (await officer.ask("GET", "/api/looks")).json()["permission"] == "audit.read"
    assert NAME not in str(first) and PHONE not in str(rest)
