"""举报人保密: a reporter who asked for it is hidden on every address, from handlers above all."""

import re

import pytest
from tests.access.privacy.conftest import NAME, PHONE, Desk, good
from tests.app.visitors import EVERYTHING, Visitor

from yiwang.access import ROLES, Grant
from yiwang.access.privacy.model import HIDDEN

pytestmark = pytest.mark.anyio
CLERK = "confidential_clerk"


async def everything_read(desk: Desk, visitor: Visitor, ids: dict[str, str]) -> dict[str, str]:
    """Return what every address that is read answers, the ids of the hidden report's things filled in."""
    found = {}
    for template, methods in desk.app.openapi()["paths"].items():
        if "get" in methods:
            path = re.sub(r"\{(\w+)\}", lambda name: ids.get(name[1], ids["report_id"]), template)
            found[path] = (await visitor.ask("GET", path, params={"limit": 50})).text
    return found


async def hidden_case(desk: Desk) -> dict[str, str]:
    told = await desk.reported(confidential=True)
    boss = await desk.person("boss", Grant("supervisor"))
    body = {"unit": str(desk.city.units["CY"]), "reason": "就近"}
    await good(boss, "POST", f"/api/cases/{told.event_id}/dispatch", json=body)
    return {"case_id": str(told.event_id), "event_id": str(told.event_id), "report_id": str(told.report_id)}


async def test_no_address_shows_a_hidden_reporter_to_anybody_but_the_clerk(desk: Desk) -> None:
    ids = await hidden_case(desk)
    for role in ("handler", "supervisor", "duty_officer", "dispatcher", "leader"):
        visitor = await desk.person(f"a-{role}", Grant(role))
        read = await everything_read(desk, visitor, ids)
        assert len(read) > 20
        for path, text in read.items():
            assert not [trace for trace in (NAME, NAME[0] + "**", PHONE, PHONE[-4:]) if trace in text], (role, path)
        assert HIDDEN in read[f"/api/cases/{ids['case_id']}"]
        assert HIDDEN in read[f"/api/events/{ids['event_id']}"]


async def test_a_handler_cannot_reveal_a_hidden_reporter_whatever_else_they_are(desk: Desk) -> None:
    ids = await hidden_case(desk)
    body = {"object": "report", "id": ids["report_id"], "field": "phone", "reason": "回访"}
    both = await desk.person("both", Grant(CLERK), Grant("handler", None, desk.city.units["CY"]))
    everyone = await desk.person("everyone", *EVERYTHING)
    boss = await desk.person("boss2", Grant("supervisor"))
    for visitor in (both, everyone, boss):
        answer = await visitor.ask("POST", "/api/reveal", json=body)
        assert (answer.status_code, "hidden" in answer.text) == (403, True)
        assert PHONE not in answer.text
        case = await good(visitor, "GET", f"/api/cases/{ids['case_id']}")
        assert case["reports_list"][0]["reporter"] == HIDDEN
    assert await desk.audited("personal.revealed") == []
    assert len([row for row in await desk.audited("denied") if row["detail"]["path"] == "/api/reveal"]) == 3


async def test_the_clerk_sees_a_mask_and_reveals_with_a_reason(desk: Desk) -> None:
    ids = await hidden_case(desk)
    clerk = await desk.person("clerk", Grant(CLERK))
    case = await good(clerk, "GET", f"/api/cases/{ids['case_id']}")
    assert case["reports_list"][0]["reporter"] == "欧** 139****8765"
    body = {"object": "report", "id": ids["report_id"], "field": "name", "reason": "发放奖励"}
    assert await good(clerk, "POST", "/api/reveal", json=body) == {"value": NAME}


async def test_what_is_kept_beside_the_case_holds_no_reporter(desk: Desk) -> None:
    await hidden_case(desk)
    for table in ("ledger.fact", "cases.timeline", "access.audit", "notices.notice", "events.report", "events.event"):
        for row in await desk.rows(f"SELECT t::text AS text FROM {table} t"):
            assert NAME not in row["text"] and PHONE not in row["text"], table


def test_only_the_clerk_may_know_and_does_nothing_to_cases() -> None:
    may = {code for code, role in ROLES.items() if "personal.confidential" in role.permissions}
    assert may == {CLERK}
    assert not ROLES[CLERK].permissions & {"cases.handle", "cases.receive", "cases.dispatch"}
