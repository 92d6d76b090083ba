"""Signing in, how long it lasts, how many at once, lock-out, passwords."""

import asyncio
from datetime import timedelta

import httpx
import pytest
from tests.access.visitors import AT, PASSWORD, PLATFORM, acting, audited, person, sign_in
from tests.conftest import PLATFORM_HASHER

from yiwang.access import Grant
from yiwang.access.accounts import change_password, disable_account, enable_account, reset_password
from yiwang.access.sessions import end_session, list_sessions, open_session
from yiwang.access.signing_in import sign_in as try_password
from yiwang.access.signing_in import sweep
from yiwang.base.clock import FixedClock
from yiwang.base.errors import Forbidden, Invalid, NotFound, NotSignedIn, TooMany
from yiwang.db import Database

pytestmark = [pytest.mark.anyio, pytest.mark.store]


async def test_the_session_tells_who_and_what_they_may(client: httpx.AsyncClient, database: Database) -> None:
    account = await person(database, "Officer", "duty_officer", "checker")
    told = await sign_in(client, " OFFICER ")
    assert told["account_id"] == str(account)
    assert told["username"] == "officer"
    assert told["roles"] == ["checker", "duty_officer"]
    assert "cases.check" in told["permissions"] and "cases.dispatch" not in told["permissions"]
    assert (await client.get("/api/session")).json() == told


async def test_signing_out_ends_the_session_on_the_server(client: httpx.AsyncClient, database: Database) -> None:
    await person(database, "officer")
    await sign_in(client, "officer")
    token = client.cookies["yiwang_session"]
    assert (await client.delete("/api/session")).status_code == 204
    client.cookies.set("yiwang_session", token)
    assert (await client.get("/api/session")).status_code == 401


async def test_a_wrong_password_and_an_unknown_user_are_answered_alike(
    client: httpx.AsyncClient, database: Database
) -> None:
    await person(database, "officer")
    wrong = await client.post("/api/session", json={"username": "officer", "password": "not this one at all"})
    unknown = await client.post("/api/session", json={"username": "nobody", "password": "not this one at all"})
    odd = await client.post("/api/session", json={"username": "a b/c", "password": "x"})
    assert wrong.status_code == unknown.status_code == odd.status_code == 401
    assert wrong.json() == unknown.json() == odd.json()
    rows = await audited(database, "session.refused")
    assert len(rows) == 2 and not any(row["success"] for row in rows)
    assert "nobody" not in str(rows)


@pytest.mark.parametrize("username", ["officer", "nobody"])
async def test_five_wrong_passwords_lock_for_a_growing_time(
    database: Database, clock: FixedClock, username: str
) -> None:
    await person(database, "officer")
    for locked_minutes in (15, 30, 60):
        for _ in range(5):
            with pytest.raises(NotSignedIn):
                await try_password(database, username, "wrong wrong wrong")
        with pytest.raises(TooMany, match=f"{locked_minutes} minutes"):
            await try_password(database, username, PASSWORD)
        clock.at += timedelta(minutes=locked_minutes, seconds=-1)
        with pytest.raises(TooMany):
            await try_password(database, username, PASSWORD)
        clock.at += timedelta(seconds=1)
    if username == "officer":
        await try_password(database, username, PASSWORD)
        for _ in range(4):  # the right password forgets the wrong ones
            with pytest.raises(NotSignedIn):
                await try_password(database, username, "wrong wrong wrong")
        await try_password(database, username, PASSWORD)


async def test_guesses_sent_at_once_are_counted_before_they_are_looked_at(database: Database) -> None:
    await person(database, "officer")
    tries = [try_password(database, "officer", f"wrong wrong {n}") for n in range(9)]
    ends = await asyncio.gather(*tries, return_exceptions=True)
    assert sum(isinstance(end, NotSignedIn) for end in ends) == 5
    assert sum(isinstance(end, TooMany) for end in ends) == 4


async def test_a_reset_unlocks_and_must_be_followed_by_a_new_password(
    client: httpx.AsyncClient, database: Database
) -> None:
    account = await person(database, "officer", "duty_officer")
    for _ in range(5):
        with pytest.raises(NotSignedIn):
            await try_password(database, "officer", "wrong wrong wrong")
    async with database.tx() as tx:
        await reset_password(tx, PLATFORM, account, "lent until tomorrow", at=AT)
    told = await sign_in(client, "officer", "lent until tomorrow")
    assert told["must_change_password"]
    refused = await client.post("/api/things", json={"name": "x"})
    assert refused.status_code == 403 and "new password" in refused.json()["detail"]
    ask = {"old": "lent until tomorrow", "password": "my own long sentence"}
    assert (await client.post("/api/session/password", json=ask)).status_code == 204
    assert (await client.post("/api/things", json={"name": "x"})).status_code == 200


async def test_a_session_lapses_after_half_an_hour_idle_and_twelve_hours_at_most(
    client: httpx.AsyncClient, database: Database, clock: FixedClock
) -> None:
    await person(database, "officer")
    await sign_in(client, "officer")
    start = clock.at
    while clock.at < start + timedelta(hours=12) - timedelta(minutes=20):
        clock.at += timedelta(minutes=20)
        if clock.at < start + timedelta(hours=12):
            assert (await client.get("/api/session")).status_code == 200
    clock.at = start + timedelta(hours=12)
    assert (await client.get("/api/session")).status_code == 401
    await sign_in(client, "officer")
    clock.at += timedelta(minutes=30)
    assert (await client.get("/api/session")).status_code == 401


async def test_last_seen_is_written_once_a_minute(
    client: httpx.AsyncClient, database: Database, clock: FixedClock
) -> None:
    await person(database, "officer")
    await sign_in(client, "officer")
    seen = []
    for _ in range(4):
        clock.at += timedelta(seconds=31)
        await client.get("/api/session")
        async with database.tx() as tx:
            seen.append(await tx.value("SELECT last_seen FROM access.session"))
    assert len(set(seen)) == 3


async def test_the_sixth_session_ends_the_oldest(database: Database, clock: FixedClock) -> None:
    account = await person(database, "officer")
    made = []
    for _ in range(6):
        clock.at += timedelta(seconds=1)
        async with database.tx() as tx:
            made.append(open_session(tx, account))
    async with database.tx() as tx:
        left = await list_sessions(tx, acting(account))
    assert [row["id"] for row in left] == [session.id for session in reversed(made[1:])]


async def test_one_ends_their_own_sessions_and_no_others(database: Database) -> None:
    mine, theirs = await person(database, "mine"), await person(database, "theirs")
    async with database.tx() as tx:
        session = open_session(tx, mine)
        with pytest.raises(NotFound):
            await end_session(tx, acting(theirs), session.id, at=AT)
        await end_session(tx, acting(mine), session.id, at=AT)
        assert await list_sessions(tx, acting(mine)) == []


async def test_a_disabled_account_is_out_at_once(client: httpx.AsyncClient, database: Database) -> None:
    account = await person(database, "officer")
    await sign_in(client, "officer")
    async with database.tx() as tx:
        await disable_account(tx, PLATFORM, account, at=AT)
    assert (await client.get("/api/session")).status_code == 401
    with pytest.raises(NotSignedIn):
        await try_password(database, "officer", PASSWORD)
    async with database.tx() as tx:
        await enable_account(tx, PLATFORM, account, at=AT)
    await try_password(database, "officer", PASSWORD)


async def test_a_new_password_ends_the_sessions_on_other_machines(database: Database) -> None:
    account = await person(database, "officer")
    async with database.tx() as tx:
        here, there = open_session(tx, account), open_session(tx, account)
        actor = acting(account)
        with pytest.raises(Invalid):
            await change_password(tx, actor, "not mine at all", "another long sentence", at=AT)
        with pytest.raises(Invalid):
            await change_password(tx, actor, PASSWORD, PASSWORD, at=AT)
        object.__setattr__(actor, "session", here.id)
        await change_password(tx, actor, PASSWORD, "another long sentence", at=AT)
        assert [row["id"] for row in await list_sessions(tx, actor)] == [here.id] != [there.id]
    await try_password(database, "officer", "another long sentence")


async def test_the_database_holds_neither_tokens_nor_passwords(database: Database) -> None:
    account = await person(database, "officer")
    async with database.tx() as tx:
        session = open_session(tx, account)
        kept = await tx.rows("SELECT token::text, secret FROM access.session, access.identity")
    assert session.token not in str(kept) and PASSWORD not in str(kept)
    assert kept[0]["secret"].startswith("$argon2id$")
    assert PLATFORM_HASHER.hash(PASSWORD).startswith("$argon2id$v=19$m=65536,t=2,p=1$")


async def test_a_role_taken_away_counts_from_the_next_request(client: httpx.AsyncClient, database: Database) -> None:
    account = await person(database, "officer", "duty_officer")
    await sign_in(client, "officer")
    assert (await client.post("/api/things", json={"name": "x"})).status_code == 200
    async with database.tx() as tx:
        await tx.count("UPDATE access.holding SET ended = %s WHERE holder = %s", (AT, account))
    assert (await client.post("/api/things", json={"name": "x"})).status_code == 403


async def test_the_sweep_forgets_what_is_long_over(database: Database, clock: FixedClock) -> None:
    account = await person(database, "officer")
    async with database.tx() as tx:
        open_session(tx, account)
    with pytest.raises(NotSignedIn):
        await try_password(database, "nobody", "x")
    clock.at += timedelta(days=200)
    async with database.tx() as tx:
        await sweep(tx)
        assert await tx.value("SELECT count(*) FROM access.session") == 0
        assert await tx.value("SELECT count(*) FROM access.attempt") == 0


async def test_only_the_system_administrator_disables_and_not_themselves(database: Database) -> None:
    system, officer = await person(database, "system", "system_admin"), await person(database, "officer")
    async with database.tx() as tx:
        with pytest.raises(Forbidden):
            await disable_account(tx, acting(officer, Grant("supervisor")), system, at=AT)
        with pytest.raises(Forbidden):
            await disable_account(tx, acting(system, Grant("system_admin")), system, at=AT)
