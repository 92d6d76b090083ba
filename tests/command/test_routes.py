"""Command and the history door over HTTP: whole ways as the web goes them, and every route as the wrong person."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from tests.app.expectations import ROUTES
from tests.app.test_wrong_person import ask
from tests.app.visitors import Site, Visitor, entered
from tests.cases.history.told import lines, row
from tests.command.conftest import Duty

from yiwang import people
from yiwang.access import Grant
from yiwang.access.model import ROLES
from yiwang.app.serving.http import make_app
from yiwang.app.settings import Settings
from yiwang.people import StaffRow

pytestmark = pytest.mark.anyio
OURS = {name: one for name, one in ROUTES.items() if "/api/command" in name or "/api/history" in name}
LINES = {"Content-Type": "application/x-ndjson"}


@pytest.fixture
async def site(duty: Duty, app_url: str, tmp_path: Path) -> AsyncIterator[Site]:
    settings = Settings(data_dir=tmp_path, pool_size=6)
    async with entered(make_app(settings, app_url, duty.city.clock), duty.city) as found:
        yield found


async def test_whoever_lacks_the_permission_is_refused_everywhere(site: Site) -> None:
    nobody = await site.person("nobody")
    told = {name: await ask(nobody, name, one) for name, one in OURS.items()}
    wrong = {n: a.text for n, a in told.items() if (a.status_code, a.json().get("permission")) != (403, OURS[n].needs)}
    assert wrong == {}


@pytest.mark.parametrize("role", ["supervisor", "handler", "leader", "data_admin", "intake"])
async def test_a_role_opens_what_it_names_and_nothing_else(site: Site, role: str) -> None:
    visitor = await site.holder(role)
    wrong = {}
    for name, route in OURS.items():
        answer = await ask(visitor, name, route)
        refused = answer.status_code == 403 and "permission" in answer.json()
        if answer.status_code >= 500 or refused is bool(route.permissions & ROLES[role].permissions):
            wrong[name] = (answer.status_code, answer.text[:200])
    assert wrong == {}


async def member(site: Site, duty: Duty, name: str, number: str, *roles: str) -> Visitor:
    """Somebody signed in who is a member of staff of 曹杨."""
    grants = [Grant(role, None, duty.city.units["CY"]) for role in roles]
    visitor = await site.person(name, *grants)
    async with duty.city.database.tx() as tx:
        rows = [StaffRow(number, name, visitor.id, "", (("CY", "DUTY"),))]
        await people.ensure_staff(tx, duty.city.officer, rows, duty.now, keyring=duty.city.books.keyring)
    return visitor


async def test_a_shift_from_roster_to_handover(site: Site, duty: Duty) -> None:
    chief = await member(site, duty, "chief", "S8", "supervisor")
    one = await member(site, duty, "one", "S9", "duty_officer")
    async with duty.city.database.tx() as tx:
        staff = await tx.value("SELECT id FROM people.staff WHERE number = 'S9'")
    unit, now = str(duty.city.units["CY"]), duty.now
    span = {"starts": now.isoformat(), "ends": (now + timedelta(days=7)).isoformat()}
    made = await chief.ask("POST", "/api/command/rosters", json={"unit": unit, **span})
    assert made.status_code == 201, made.text
    path = f"/api/command/rosters/{made.json()['id']}"
    shift = {"post_id": str(duty.posts["CY"]), "staff_id": str(staff), "starts": span["starts"]}
    shift["ends"] = (now + timedelta(hours=8)).isoformat()
    assert (await chief.ask("PUT", f"{path}/shifts", json={"shifts": [shift]})).json() == {"problems": []}
    assert (await one.ask("POST", f"{path}/publish", json={})).status_code == 403
    assert (await chief.ask("POST", f"{path}/publish", json={})).status_code == 200
    assert (await one.ask("GET", f"{path}/csv")).text.splitlines()[1].startswith("DUTY,S9,")
    signed = await one.ask("POST", "/api/command/sign-in", json={"lon": 121.4, "lat": 31.23})
    assert (signed.status_code, signed.json()["state"]) == (201, "on")
    duty.city.later(minutes=10)
    at = [(now + timedelta(minutes=m)).isoformat() for m in (2, 3, 4)]
    kept = await one.ask(
        "POST", "/api/command/tracks", json={"at": at, "lon": [121.4, 121.401, 121.402], "lat": [31.2] * 3}
    )
    assert kept.json()["points"] == 2, kept.text
    order = await chief.ask("POST", "/api/command/orders", json={
        "title": "查", "text": "查看积水", "to_kind": "unit", "to": unit, "unit": unit})  # fmt: skip
    assert order.json()["next_steps"] == ["receive", "cancel"]
    offered = await one.ask("POST", "/api/command/handovers", json={"unit": unit, "note": "夜班"})
    assert [item["kind"] for item in offered.json()["items"]] == ["order"]
    taken = await chief.ask("POST", f"/api/command/handovers/{offered.json()['id']}/take")
    assert taken.json()["state"] == "taken"
    rows = await chief.ask("GET", "/api/command/attendance", params={"from": span["starts"], "to": span["ends"]})
    assert [each["state"] for each in rows.json()["items"]] == ["on"]
    track = f"/api/command/attendance/{rows.json()['items'][0]['id']}/track"
    assert len((await chief.ask("POST", track, json={"reason": "核对"})).json()["at"]) == 2


async def test_history_in_parts_with_a_report_by_row(site: Site, duty: Duty) -> None:
    admin = await site.holder("data_admin")
    life = ("file", "dispatch", "receive", "handle", "check", "close")
    city = duty.city
    begun = await admin.ask(
        "POST", "/api/history/batches", params={"system": "old", "skip_wrong": True},
        content=lines([row(city, 1, *life)]), headers=LINES,
    )  # fmt: skip
    assert (begun.status_code, begun.json()["rows"]) == (201, 1), begun.text
    path = f"/api/history/batches/{begun.json()['id']}"
    more = lines([row(city, 2, *life), row(city, 3, "close"), row(city, 4, kind="alarm")])
    for _ in range(2):
        sent = await admin.ask("POST", f"{path}/parts/2", content=more, headers=LINES)
        assert (sent.status_code, sent.json()["rows"], sent.json()["wrong"]) == (200, 4, 1), sent.text
    assert (await admin.ask("POST", f"{path}/parts/9", content=more, headers=LINES)).status_code == 409
    assert (await admin.ask("POST", f"{path}/parts/3", content=more)).status_code == 422
    assert (await admin.ask("POST", f"{path}/check")).json()["wrong"] == 2
    told = (await admin.ask("GET", f"{path}/complaints", params={"limit": 1})).json()
    assert told["items"][0]["row"] == 3
    rest = (await admin.ask("GET", f"{path}/complaints", params={"cursor": told["next"]})).json()
    assert [each["row"] for each in rest["items"]] == [4]
    done = (await admin.ask("POST", f"{path}/commit")).json()
    assert (done["state"], done["imported"]) == ("committed", 2)
    assert (await admin.ask("GET", "/api/history/batches")).json()["items"][0] == done
    street = await site.application("street", Grant("data_admin", city.places["310107005000"], None))
    for method, name in (("GET", path), ("POST", f"{path}/commit"), ("GET", f"{path}/complaints")):
        assert (await street.ask(method, name)).status_code == 403
