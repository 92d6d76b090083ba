"""What roles ask of their holders: a second factor, how many sessions, how long, how they may be given."""

from datetime import timedelta

import httpx
import pytest
from fastapi import FastAPI
from tests.access.identity.authenticator import Authenticator
from tests.access.identity.conftest import Staff, answered, browser
from tests.access.identity.phone import Phone, first_factor
from tests.access.visitors import AT, audited, person, sign_in

from yiwang.access import add_node
from yiwang.access.identity.model.rules import Policy, demand
from yiwang.base.clock import FixedClock
from yiwang.base.ids import uuid7
from yiwang.db import Database

pytestmark = pytest.mark.anyio


async def rule(staff: Staff, role: str, **asked: object) -> None:
    await answered(staff.security, "PUT", f"/api/policies/{role}", {"second_factor": False, **asked})


async def test_who_holds_a_role_that_asks_for_two_enrols_first_and_does_nothing_before(
    client: httpx.AsyncClient, application: FastAPI, database: Database, clock: FixedClock, staff: Staff
) -> None:
    account = await person(database, "officer", "duty_officer", "checker")
    await rule(staff, "checker", second_factor=True)
    half = await first_factor(client, "officer")
    assert half.status_code == 202 and half.json()["step"] == "enrol"
    assert "yiwang_session" not in client.cookies
    assert (await client.get("/api/session")).status_code == 401
    assert (await client.post("/api/things", json={"name": "x"})).status_code == 401
    assert (await client.post("/api/sign-in/code", json={"code": "000000"})).status_code == 409
    assert (await client.post("/api/sign-in/passkey", json={"credential": {}})).status_code == 409
    phone = Phone((await answered(client, "POST", "/api/sign-in/enrol/totp"))["secret"], clock)
    assert (await client.post("/api/sign-in/enrol/totp/confirm", json={"code": "12"})).status_code == 422
    done = await answered(client, "POST", "/api/sign-in/enrol/totp/confirm", {"code": phone.code()})
    assert done["session"]["account_id"] == str(account) and len(done["recovery_codes"]) == 10
    client.headers["X-CSRF-Token"] = done["session"]["csrf"]
    assert (await client.post("/api/things", json={"name": "x"})).status_code == 200
    assert "yiwang_half" not in client.cookies
    clock.at += timedelta(seconds=30)
    async with browser(application) as other:
        assert (await first_factor(other, "officer")).json()["step"] == "prove"
        assert (await other.post("/api/sign-in/code", json={"code": phone.code()})).status_code == 200
    assert [row["detail"]["factor"] for row in await audited(database, "factor.added")] == ["totp"]


async def test_a_passkey_enrolled_at_the_door_will_do(application: FastAPI, database: Database, staff: Staff) -> None:
    await person(database, "officer", "duty_officer")
    await rule(staff, "duty_officer", second_factor=True)
    async with browser(application, "http://localhost") as client:
        assert (await first_factor(client, "officer")).json()["ways"] == ["totp", "passkey"]
        options = (await answered(client, "POST", "/api/sign-in/enrol/passkey"))["options"]
        body = {"credential": Authenticator("http://localhost").create(options), "label": "key"}
        done = await answered(client, "POST", "/api/sign-in/enrol/passkey/confirm", body)
        assert done["session"]["username"] == "officer" and len(done["recovery_codes"]) == 10
        assert (await client.get("/api/session")).status_code == 200


async def test_a_sign_in_given_up_leaves_nothing(client: httpx.AsyncClient, database: Database, staff: Staff) -> None:
    await person(database, "officer", "duty_officer")
    await rule(staff, "duty_officer", second_factor=True)
    await first_factor(client, "officer")
    token = client.cookies["yiwang_half"]
    assert (await client.delete("/api/sign-in")).status_code == 204
    client.cookies.set("yiwang_half", token)
    assert (await client.get("/api/sign-in")).status_code == 401


async def test_the_strictest_of_all_roles_limits_sessions_and_their_length(
    application: FastAPI, database: Database, clock: FixedClock, staff: Staff
) -> None:
    await person(database, "officer", "duty_officer", "checker")
    await rule(staff, "duty_officer", most_sessions=3, longest_minutes=60)
    await rule(staff, "checker", most_sessions=2, longest_minutes=240)
    clients = [browser(application) for _ in range(3)]
    for client in clients:
        clock.at += timedelta(seconds=1)
        told = await sign_in(client, "officer")
    assert told["expires_at"] == (clock.at + timedelta(minutes=60)).isoformat().replace("+00:00", "Z")
    assert [(await client.get("/api/session")).status_code for client in clients] == [401, 200, 200]
    for _ in range(3):
        clock.at += timedelta(minutes=20)
        last = await clients[2].get("/api/session")
    assert last.status_code == 401
    for client in clients:
        await client.aclose()


def test_the_strictest_rule_is_made_of_all() -> None:
    asked = demand([Policy("a", True, 5, 60), Policy("b", False, 1, 720)])
    assert (asked.second_factor, asked.most_sessions, asked.longest) == (True, 1, timedelta(hours=1))
    assert demand([]) == demand([Policy("c")])


async def test_a_role_is_given_no_further_than_its_rule_allows(
    database: Database, staff: Staff, clock: FixedClock
) -> None:
    account = await person(database, "officer")
    await rule(staff, "supervisor", everywhere=False, most_days=30)
    street = uuid7(AT)
    async with database.tx() as tx:
        await add_node(tx, street, None, "jurisdiction", AT)
    address = f"/api/accounts/{account}/grants"
    soon = (clock.at + timedelta(days=30)).isoformat()
    late = (clock.at + timedelta(days=31)).isoformat()
    for body, field in (
        ({"role": "supervisor", "until": soon}, "jurisdiction"),
        ({"role": "supervisor", "jurisdiction": str(street)}, "until"),
        ({"role": "supervisor", "jurisdiction": str(street), "until": late}, "until"),
    ):
        answer = await staff.security.post(address, json=body)
        assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, field)
    good = {"role": "supervisor", "jurisdiction": str(street), "until": soon}
    assert (await staff.security.post(address, json=good)).status_code == 201


async def test_one_s_own_role_can_be_bound_tighter_but_not_looser(staff: Staff) -> None:
    await rule(staff, "security_admin", second_factor=True, most_sessions=2)
    for looser in ({}, {"second_factor": True, "most_sessions": 3}):
        answer = await staff.security.put("/api/policies/security_admin", json={"second_factor": False, **looser})
        assert answer.status_code == 403
    await rule(staff, "security_admin", second_factor=True, most_sessions=1)


async def test_only_the_security_administrator_makes_rules(staff: Staff, database: Database) -> None:
    body = {"second_factor": True}
    for client in (staff.system, staff.audit):
        assert (await client.put("/api/policies/handler", json=body)).status_code == 403
        assert (await client.get("/api/policies")).status_code == 403
    assert (await staff.security.put("/api/policies/nobody", json=body)).status_code == 404
    for wrong in ({"most_sessions": 6}, {"longest_minutes": 5}, {"most_days": 0}):
        assert (await staff.security.put("/api/policies/handler", json=body | wrong)).status_code == 422
    await rule(staff, "handler", second_factor=True)
    rules = {each["role"]: each for each in (await staff.security.get("/api/policies")).json()["items"]}
    assert rules["handler"]["second_factor"] and rules["handler"]["changed"]
    assert not rules["leader"]["second_factor"] and rules["leader"]["changed"] is None
    (row,) = await audited(database, "policy.set")
    assert row["detail"]["role"] == "handler"
