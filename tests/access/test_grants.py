"""Accounts, roles, keys, the set-up: who may give what to whom, and that nobody is locked out for good."""

from datetime import timedelta

import httpx
import pytest
from tests.access.visitors import AT, PASSWORD, PLATFORM, acting, audited, person, sign_in

from yiwang.access import ADMINISTRATORS, Grant, add_node, create_account, create_key, first_token, grant_role
from yiwang.access.accounts import disable_account, list_accounts
from yiwang.access.grants import list_grants, revoke_role
from yiwang.base.errors import Conflict, Forbidden, Invalid, NotFound
from yiwang.base.ids import uuid7
from yiwang.db import Database

pytestmark = [pytest.mark.anyio, pytest.mark.store]
SETUP = {"username": "first", "password": PASSWORD, "name": "第一位"}


async def test_the_first_token_makes_one_administrator_once(client: httpx.AsyncClient, database: Database) -> None:
    async with database.tx() as tx:
        old = await first_token(tx)
    async with database.tx() as tx:
        token = await first_token(tx)
    assert token and old and (await client.get("/api/setup")).json()["needed"]
    assert (await client.post("/api/setup", json={"token": old, **SETUP})).status_code == 403
    made = await client.post("/api/setup", json={"token": token, **SETUP})
    assert made.status_code == 201 and made.json()["roles"] == ["system_admin"]
    assert (await client.get("/api/session")).json()["username"] == "first"
    assert (await client.post("/api/setup", json={"token": token, **SETUP})).status_code == 403
    assert not (await client.get("/api/setup")).json()["needed"]
    async with database.tx() as tx:
        assert await first_token(tx) is None
        assert token not in str(await tx.rows("SELECT token::text FROM access.first_token"))


async def test_a_refused_set_up_leaves_the_token_good(client: httpx.AsyncClient, database: Database) -> None:
    async with database.tx() as tx:
        token = await first_token(tx)
    assert (await client.post("/api/setup", json={"token": token, **SETUP, "password": "short"})).status_code == 422
    assert (await client.post("/api/setup", json={"token": token, **SETUP})).status_code == 201


async def test_the_three_administrators_come_one_after_the_other(client: httpx.AsyncClient, database: Database) -> None:
    """From the printed token to an officer at work, by HTTP only."""
    async with database.tx() as tx:
        token = await first_token(tx)
    csrf = (await client.post("/api/setup", json={"token": token, **SETUP})).json()["csrf"]
    client.headers["X-CSRF-Token"] = csrf
    ids = {}
    for name in ("security", "auditor", "officer"):
        ask = {"username": name, "name": name, "password": PASSWORD, "must_change": False}
        ids[name] = (await client.post("/api/accounts", json=ask)).json()["id"]

    async def give(who: str, role: str) -> int:
        return (await client.post(f"/api/accounts/{ids[who]}/grants", json={"role": role})).status_code

    assert await give("officer", "duty_officer") == 403  # the system administrator names the security one only
    assert await give("security", "security_admin") == 201
    assert await give("auditor", "security_admin") == 403  # and only the first
    await sign_in(client, "security")
    assert await give("auditor", "audit_admin") == 201
    assert await give("officer", "duty_officer") == 201
    await sign_in(client, "officer")
    assert (await client.post("/api/things", json={"name": "x"})).status_code == 200


async def test_nobody_gives_a_role_to_themselves(database: Database) -> None:
    security = await person(database, "security", "security_admin")
    system = await person(database, "system", "system_admin")
    async with database.tx() as tx:
        with pytest.raises(Forbidden):
            await grant_role(tx, acting(security, Grant("security_admin")), security, "supervisor", at=AT)
        with pytest.raises(Forbidden):
            await grant_role(tx, acting(system, Grant("system_admin")), system, "security_admin", at=AT)


async def test_an_administrator_holds_no_other_role(database: Database) -> None:
    system = await person(database, "system", "system_admin")
    officer = await person(database, "officer", "duty_officer", "checker")
    async with database.tx() as tx:
        for role in [*sorted(ADMINISTRATORS - {"system_admin"}), "supervisor"]:
            with pytest.raises(Conflict, match="System administrator"):
                await grant_role(tx, PLATFORM, system, role, at=AT)
        with pytest.raises(Conflict):
            await grant_role(tx, PLATFORM, officer, "audit_admin", at=AT)


async def test_only_the_security_administrator_gives_and_takes(database: Database) -> None:
    officer = await person(database, "officer", "duty_officer")
    for role in [*sorted(ADMINISTRATORS - {"security_admin"}), "supervisor", "data_admin"]:
        other = await person(database, role, role)
        actor = acting(other, Grant(role))
        async with database.tx() as tx:
            with pytest.raises(Forbidden):
                await grant_role(tx, actor, officer, "supervisor", at=AT)
            with pytest.raises(Forbidden):
                await revoke_role(tx, actor, officer, uuid7(AT), at=AT)
            with pytest.raises(Forbidden):
                await create_key(tx, actor, "hotline", "intake", [Grant("intake")], at=AT)


async def test_a_role_is_taken_away_and_can_be_given_again(database: Database) -> None:
    security = acting(await person(database, "security", "security_admin"), Grant("security_admin"))
    officer, other = await person(database, "officer", "duty_officer"), await person(database, "other")
    async with database.tx() as tx:
        (held,) = await list_grants(tx, acting(officer), officer)
        with pytest.raises(Forbidden):
            await list_grants(tx, acting(other), officer)
        with pytest.raises(NotFound):
            await revoke_role(tx, security, other, held.id, at=AT)
        with pytest.raises(Conflict):
            await grant_role(tx, security, officer, "duty_officer", at=AT)
        await revoke_role(tx, security, officer, held.id, at=AT)
        assert await list_grants(tx, security, officer) == []
        await grant_role(tx, security, officer, "duty_officer", at=AT)
    assert len(await audited(database, "grant.taken")) == 1


async def test_a_grant_names_a_known_role_and_known_nodes(database: Database) -> None:
    officer, street = await person(database, "officer"), uuid7(AT)
    async with database.tx() as tx:
        await add_node(tx, street, None, "jurisdiction", AT)
        await grant_role(tx, PLATFORM, officer, "checker", jurisdiction=street, at=AT)
        for wrong in ({"jurisdiction": uuid7(AT)}, {"organisation": street}):
            with pytest.raises(Invalid):
                await grant_role(tx, PLATFORM, officer, "handler", at=AT, **wrong)
        with pytest.raises(Invalid):
            await grant_role(tx, PLATFORM, officer, "king", at=AT)
        with pytest.raises(Invalid):
            await grant_role(tx, PLATFORM, await _fresh(tx), "system_admin", jurisdiction=street, at=AT)
        with pytest.raises(NotFound):
            await grant_role(tx, PLATFORM, uuid7(AT), "checker", at=AT)


async def _fresh(tx):
    return (await create_account(tx, PLATFORM, "fresh", "Fresh", PASSWORD, at=AT)).id


async def test_the_last_administrator_of_a_kind_stays(database: Database) -> None:
    first = await person(database, "one", "security_admin")
    async with database.tx() as tx:
        with pytest.raises(Conflict, match="last security administrator"):
            await disable_account(tx, PLATFORM, first, at=AT)
        (held,) = await list_grants(tx, PLATFORM, first)
        with pytest.raises(Conflict, match="last security administrator"):
            await revoke_role(tx, PLATFORM, first, held.id, at=AT)
    await person(database, "two", "security_admin")
    async with database.tx() as tx:
        await disable_account(tx, PLATFORM, first, at=AT)


async def test_a_username_is_taken_once_in_any_spelling(database: Database) -> None:
    await person(database, "zhang.san")
    async with database.tx() as tx:
        with pytest.raises(Conflict):
            await create_account(tx, PLATFORM, "Zhang.San", "x", PASSWORD, at=AT)
        with pytest.raises(Forbidden):
            await create_account(tx, acting(uuid7(AT), Grant("supervisor")), "new", "x", PASSWORD, at=AT)


async def test_accounts_are_listed_page_by_page_for_administrators_only(database: Database) -> None:
    for name in ("anna", "bert", "carl"):
        await person(database, name, "handler")
    async with database.tx() as tx:
        page = await list_accounts(tx, PLATFORM, limit=2)
        rest = await list_accounts(tx, PLATFORM, limit=2, cursor=page.next)
        assert [a.username for a in [*page.items, *rest.items]] == ["anna", "bert", "carl"] and rest.next is None
        assert [a.username for a in (await list_accounts(tx, PLATFORM, words="Ber")).items] == ["bert"]
        assert page.items[0].roles == ("handler",)
        with pytest.raises(Forbidden):
            await list_accounts(tx, acting(uuid7(AT), Grant("supervisor")))


async def test_a_key_needs_a_role_an_end_and_no_administrators_power(database: Database) -> None:
    async with database.tx() as tx:
        for grants, expires in (
            ([], None),
            ([Grant("security_admin")], None),
            ([Grant("king")], None),
            ([Grant("intake")], AT),
            ([Grant("intake")], AT + timedelta(days=2000)),
            ([Grant("intake")], AT.replace(tzinfo=None)),
        ):
            with pytest.raises(Invalid):
                await create_key(tx, PLATFORM, "hotline", "intake", grants, expires=expires, at=AT)
        with pytest.raises(Invalid):
            await create_key(tx, PLATFORM, " ", "intake", [Grant("intake")], at=AT)


async def test_keys_are_made_listed_and_revoked_over_http(client: httpx.AsyncClient, database: Database) -> None:
    await person(database, "security", "security_admin")
    await sign_in(client, "security")
    ask = {"application": "12345", "purpose": "intake", "grants": [{"role": "intake"}]}
    made = (await client.post("/api/keys", json=ask)).json()
    (listed,) = (await client.get("/api/keys")).json()["items"]
    assert listed["roles"] == ["intake"] and "key" not in listed and made["key"].startswith("yw_")
    assert (await client.delete(f"/api/keys/{made['id']}")).status_code == 204
    assert (await client.delete(f"/api/keys/{made['id']}")).status_code == 404
    async with database.tx() as tx:
        assert made["key"].split("_")[2] not in str(await tx.rows("SELECT secret::text FROM access.api_key"))


async def test_a_key_has_no_password_and_no_session(client: httpx.AsyncClient, database: Database) -> None:
    async with database.tx() as tx:
        key = await create_key(tx, PLATFORM, "hotline", "intake", [Grant("intake")], at=AT)
    client.headers["Authorization"] = f"Bearer {key.key}"
    assert (await client.get("/api/session")).status_code == 403
    assert (await client.delete("/api/session")).status_code == 403
    ask = {"old": "x", "password": PASSWORD}
    assert (await client.post("/api/session/password", json=ask)).status_code == 403


async def test_roles_are_told_to_whoever_is_signed_in(client: httpx.AsyncClient, database: Database) -> None:
    assert (await client.get("/api/roles")).status_code == 401
    await person(database, "officer")
    await sign_in(client, "officer")
    roles = {role["code"]: role for role in (await client.get("/api/roles")).json()["items"]}
    assert roles["audit_admin"]["permissions"] == ["audit.read"]
