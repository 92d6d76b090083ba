"""Accounts, their sessions, links for passwords and grants with dates: each by the right administrator only."""

from datetime import timedelta
from uuid import UUID

import httpx
import pytest
from fastapi import FastAPI
from tests.access.identity.conftest import Staff, answered, browser
from tests.access.visitors import PASSWORD, audited, person, sign_in

from yiwang.access.listens import TIMERS
from yiwang.base.clock import FixedClock
from yiwang.db import Database
from yiwang.ledger import tick

pytestmark = pytest.mark.anyio
CHOSEN = "我自己选的一句话 of my own"


async def roles_of(staff: Staff, account: UUID) -> list[str]:
    return list((await staff.security.get(f"/api/accounts/{account}")).json()["roles"])


async def test_a_link_lets_the_owner_choose_a_password_no_administrator_knows(
    client: httpx.AsyncClient, database: Database, staff: Staff
) -> None:
    made = await answered(staff.system, "POST", "/api/accounts", {"username": "li", "name": "李"})
    address = f"/api/accounts/{made['id']}"
    assert not (await staff.system.get(address)).json()["password"]
    for guess in ("!", "", "x" * 12):
        assert (await client.post("/api/session", json={"username": "li", "password": guess})).status_code == 401
    first = await answered(staff.system, "POST", f"{address}/link")
    second = await answered(staff.system, "POST", f"{address}/link")
    body = {"token": second["token"], "password": CHOSEN}
    assert (await client.post("/api/password-link", json=body | {"token": first["token"]})).status_code == 403
    assert (await client.post("/api/password-link", json=body | {"password": "short"})).status_code == 422
    assert (await client.post("/api/password-link", json=body)).json() == {"username": "li"}
    assert (await client.post("/api/password-link", json=body)).status_code == 403
    told = await sign_in(client, "li", CHOSEN)
    assert not told["must_change_password"]
    detail = (await staff.system.get(address)).json()
    assert detail["password"] and detail["last_sign_in"] and not detail["totp"]
    async with database.tx() as tx:
        everything = str(await tx.rows("SELECT * FROM access.audit")) + str(
            await tx.rows("SELECT * FROM access.password_link")
        )
    assert second["token"] not in everything


async def test_a_link_ends_after_a_day_with_the_account_or_with_a_reset(
    client: httpx.AsyncClient, database: Database, staff: Staff, clock: FixedClock
) -> None:
    account = await person(database, "officer")
    body = {"password": CHOSEN}
    late = await answered(staff.system, "POST", f"/api/accounts/{account}/link")
    clock.at += timedelta(hours=24)
    assert (await client.post("/api/password-link", json=body | {"token": late["token"]})).status_code == 403
    clock.at -= timedelta(hours=24)
    off = await answered(staff.system, "POST", f"/api/accounts/{account}/link")
    await answered(staff.system, "POST", f"/api/accounts/{account}/disable")
    assert (await client.post("/api/password-link", json=body | {"token": off["token"]})).status_code == 403
    assert (await staff.system.post(f"/api/accounts/{account}/link")).status_code == 409
    await answered(staff.system, "POST", f"/api/accounts/{account}/enable")
    await answered(staff.system, "POST", f"/api/accounts/{account}/reset", {"password": "lent until tomorrow"})
    assert (await client.post("/api/password-link", json=body | {"token": off["token"]})).status_code == 403


async def test_a_link_ends_the_sessions_that_there_were_and_asks_for_the_second_factor_still(
    application: FastAPI, client: httpx.AsyncClient, database: Database, staff: Staff
) -> None:
    account = await person(database, "officer", "duty_officer")
    await sign_in(client, "officer")
    await answered(staff.security, "PUT", "/api/policies/duty_officer", {"second_factor": True})
    link = await answered(staff.system, "POST", f"/api/accounts/{account}/link")
    assert (await client.get("/api/session")).status_code == 200
    async with browser(application) as other:
        await answered(other, "POST", "/api/password-link", {"token": link["token"], "password": CHOSEN})
        assert (await client.get("/api/session")).status_code == 401
        half = await other.post("/api/session", json={"username": "officer", "password": CHOSEN})
        assert half.status_code == 202


async def test_the_administrator_sees_and_ends_the_sessions_of_others(
    application: FastAPI, client: httpx.AsyncClient, database: Database, staff: Staff
) -> None:
    account = await person(database, "officer")
    await sign_in(client, "officer")
    async with browser(application) as second:
        await sign_in(second, "officer")
        address = f"/api/accounts/{account}/sessions"
        rows = (await staff.system.get(address)).json()["items"]
        assert len(rows) == 2 and all(row["address"] and row["agent"] and row["last_seen"] for row in rows)
        for wrong in (staff.security, staff.audit, client):
            assert (await wrong.get(address)).status_code == 403
            assert (await wrong.delete(f"{address}/{rows[0]['id']}")).status_code == 403
            assert (await wrong.delete(address)).status_code == 403
        mine = (await staff.system.get("/api/sessions")).json()["items"][0]["id"]
        assert (await staff.system.delete(f"{address}/{mine}")).status_code == 404
        assert (await staff.system.delete(f"{address}/{rows[0]['id']}")).status_code == 204
        got = sorted([(await client.get("/api/session")).status_code, (await second.get("/api/session")).status_code])
        assert got == [200, 401]
        assert (await staff.system.delete(address)).status_code == 204
        assert (await client.get("/api/session")).status_code == (await second.get("/api/session")).status_code == 401
    assert len(await audited(database, "session.all_ended")) == 1


async def test_accounts_are_found_by_words_role_and_state_page_by_page(staff: Staff, database: Database) -> None:
    for number in range(5):
        await person(database, f"handler{number}", "handler")
    await person(database, "checker", "checker")
    off = await person(database, "handler9", "handler")
    await answered(staff.system, "POST", f"/api/accounts/{off}/disable")

    async def names(**asked: str) -> list[str]:
        found: list[str] = []
        cursor = None
        while True:
            params = {**asked, "limit": "2", **({"cursor": cursor} if cursor else {})}
            page = (await staff.security.get("/api/accounts", params=params)).json()
            found += [item["username"] for item in page["items"]]
            if not (cursor := page["next"]):
                return found

    everyone = [f"handler{number}" for number in range(5)]
    assert await names(role="handler") == [*everyone, "handler9"]
    assert await names(role="handler", state="active") == everyone
    assert await names(state="disabled") == ["handler9"]
    assert await names(q="check") == ["checker"]
    assert (await staff.audit.get("/api/accounts")).status_code == 403


async def test_a_grant_begins_and_ends_by_itself(staff: Staff, database: Database, clock: FixedClock) -> None:
    account = await person(database, "officer")
    begins, ends = clock.at + timedelta(days=1), clock.at + timedelta(days=8)
    body = {"role": "supervisor", "since": begins.isoformat(), "until": ends.isoformat()}
    address = f"/api/accounts/{account}/grants"
    await answered(staff.security, "POST", address, body)
    (held,) = (await staff.security.get(address)).json()["items"]
    assert (held["since"], held["until"]) == tuple(each.isoformat().replace("+00:00", "Z") for each in (begins, ends))
    for moment, expected in ((-1, []), (1, ["supervisor"])):
        at = begins + timedelta(seconds=moment)
        clock.at = at
        await tick(database, at, TIMERS)
        async with database.tx() as tx:
            rows = await tx.rows("SELECT role FROM access.holding WHERE holder = %s AND ended IS NULL", (account,))
        assert [row["role"] for row in rows] == expected
    clock.at = ends
    await tick(database, ends, TIMERS)
    async with database.tx() as tx:
        assert not await tx.rows("SELECT 1 FROM access.holding WHERE holder = %s AND ended IS NULL", (account,))
    assert len(await audited(database, "grant.begun")) == len(await audited(database, "grant.ended")) == 1


async def test_a_grant_taken_back_neither_begins_nor_ends(staff: Staff, database: Database, clock: FixedClock) -> None:
    account = await person(database, "officer")
    address = f"/api/accounts/{account}/grants"
    later = (clock.at + timedelta(days=1)).isoformat()
    for body in ({"role": "checker", "since": later}, {"role": "handler", "until": later}):
        made = await answered(staff.security, "POST", address, body)
        assert (await staff.security.delete(f"{address}/{made['id']}")).status_code == 204
        assert (await staff.security.delete(f"{address}/{made['id']}")).status_code == 404
    clock.at += timedelta(days=2)
    assert await tick(database, clock.at, TIMERS) == 0
    assert len(await audited(database, "grant.taken")) == 2


async def test_what_may_not_be_held_together_does_not_begin(
    staff: Staff, database: Database, clock: FixedClock
) -> None:
    account = await person(database, "officer")
    address = f"/api/accounts/{account}/grants"
    later = clock.at + timedelta(days=1)
    await answered(staff.security, "POST", address, {"role": "checker", "since": later.isoformat()})
    await answered(staff.security, "POST", address, {"role": "audit_admin"})
    clock.at = later
    await tick(database, later, TIMERS)
    assert (await audited(database, "grant.begun"))[0]["success"] is False
    async with database.tx() as tx:
        rows = await tx.rows("SELECT role FROM access.holding WHERE holder = %s AND ended IS NULL", (account,))
    assert [row["role"] for row in rows] == ["audit_admin"]


async def test_the_last_administrator_of_a_kind_stays_one(staff: Staff, database: Database, clock: FixedClock) -> None:
    async with database.tx() as tx:
        account = await tx.value("SELECT id FROM access.account WHERE username = 'audit_admin'")
        await tx.count("UPDATE access.holding SET ended = now() WHERE holder = %s", (account,))
    until = clock.at + timedelta(days=1)
    body = {"role": "audit_admin", "until": until.isoformat()}
    await answered(staff.security, "POST", f"/api/accounts/{account}/grants", body)
    clock.at = until
    await tick(database, until, TIMERS)
    (row,) = await audited(database, "grant.ended")
    assert row["success"] is False and "last" in row["detail"]["refused"]


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"until": "2020-01-01T00:00:00Z"}, "until"),
        ({"since": "2027-01-02T00:00:00Z", "until": "2027-01-01T00:00:00Z"}, "until"),
        ({"since": "2027-01-02T00:00:00"}, "since"),
    ],
)
async def test_dates_that_cannot_be_are_refused(
    staff: Staff, database: Database, body: dict[str, str], field: str
) -> None:
    account = await person(database, "officer")
    answer = await staff.security.post(f"/api/accounts/{account}/grants", json={"role": "handler", **body})
    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, field)


async def test_nobody_raises_themselves(staff: Staff) -> None:
    for client in (staff.system, staff.security, staff.audit):
        me = (await client.get("/api/session")).json()["account_id"]
        answer = await client.post(f"/api/accounts/{me}/grants", json={"role": "supervisor"})
        assert answer.status_code == 403
        assert (await client.post(f"/api/accounts/{me}/link")).status_code == 403
        assert (await client.delete(f"/api/accounts/{me}/second-factor")).status_code == 403
    assert (await sign_in(staff.system, "system_admin", PASSWORD))["roles"] == ["system_admin"]
