"""A case that this process wrote a moment ago is not read again: the server compares it, and stops if it moved."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import httpx
import psycopg
import pytest
from fastapi import FastAPI
from tests.cases.steps import filed
from tests.cities import BUILDER, City

from yiwang.access import Actor, Grant, create_key
from yiwang.access.door import install
from yiwang.base.clock import FixedClock
from yiwang.base.errors import Conflict, NotFound
from yiwang.cases.model import Case
from yiwang.cases.routes import router
from yiwang.cases.steps import claiming, dispatching, handling
from yiwang.cases.store import words
from yiwang.cases.views import listing
from yiwang.db import Database
from yiwang.db.tx import Stale

pytestmark = pytest.mark.anyio


async def dispatch(city: City, case_id: UUID, *, recalls: bool = True) -> Case:
    async with city.database.tx(recalls=recalls) as tx:
        return await dispatching.dispatch(tx, city.officer, case_id, books=city.books, at=city.now)


async def receive(city: City, case_id: UUID, *, actor: Actor | None = None, recalls: bool = True) -> Case:
    async with city.database.tx(recalls=recalls) as tx:
        return await handling.receive(tx, actor or city.officer, case_id, at=city.now)


async def looked_up(city: City, case_id: UUID) -> Case:
    async with city.database.tx() as tx:
        return await listing.see(tx, city.officer, case_id)


async def taken(city: City, case_id: UUID) -> list[str]:
    async with city.database.tx() as tx:
        rows = await tx.rows("SELECT step FROM cases.timeline WHERE case_id = %s", (case_id,))
    return [row["step"] for row in rows]


async def test_a_step_right_after_another_goes_in_one_trip(city: City, monkeypatch: pytest.MonkeyPatch) -> None:
    case = await dispatch(city, (await filed(city)).id)
    trips: list[int] = []
    async with city.database.tx(recalls=True) as tx:
        send = tx._conn.trip

        async def counted(statements: Sequence[Any]) -> Any:
            trips.append(len(statements))
            return await send(statements)

        monkeypatch.setattr(tx._conn, "trip", counted)
        received = await handling.receive(tx, city.officer, case.id, at=city.now)
        assert tx.unchecked
    assert len(trips) == 1
    assert received == await looked_up(city, case.id)


async def test_a_case_that_moved_in_another_process_is_not_gone_on_with(
    city: City, app_url: str, clock: FixedClock
) -> None:
    case = await dispatch(city, (await filed(city)).id)
    async with Database(app_url, clock, at_once=city.database.at_once) as other, other.tx() as tx:
        await handling.receive(tx, city.officer, case.id, at=city.now)
    with pytest.raises(Stale):
        await receive(city, case.id)
    with pytest.raises(Conflict, match="in state handling"):
        await receive(city, case.id, recalls=False)
    assert sorted(await taken(city, case.id)) == ["dispatch", "file", "receive"]


async def test_of_two_who_step_at_once_one_is_told_to_begin_anew(city: City, app_url: str, clock: FixedClock) -> None:
    case = await dispatch(city, (await filed(city)).id)
    with pytest.raises(Stale):
        async with city.database.tx(recalls=True) as tx:
            await handling.receive(tx, city.officer, case.id, at=city.now)
            async with Database(app_url, clock, at_once=city.database.at_once) as other, other.tx() as sooner:
                await handling.receive(sooner, city.officer, case.id, at=city.now)
    assert (await looked_up(city, case.id)).version == case.version + 1


async def test_the_scope_is_looked_at_in_the_database_all_the_same(city: City) -> None:
    case = await dispatch(city, (await filed(city)).id)
    stranger = city.holder("handler", unit="LH")
    with pytest.raises(Stale):
        await receive(city, case.id, actor=stranger)
    with pytest.raises(NotFound):
        await receive(city, case.id, actor=stranger, recalls=False)
    assert (await receive(city, case.id, actor=city.holder("handler", unit="CY"))).state == "handling"


async def test_over_http_a_step_that_met_another_is_begun_anew(city: City, app_url: str, clock: FixedClock) -> None:
    async with city.database.tx() as tx:
        key = await create_key(tx, BUILDER, "hotline", "steps", [Grant("supervisor")], at=city.now)
    app = FastAPI()
    app.state.database, app.state.books = city.database, city.books
    app.router.routes.extend(router.routes)
    install(app)
    case = await filed(city)
    transport = httpx.ASGITransport(app)
    headers = {"Authorization": f"Bearer {key.key}"}
    async with httpx.AsyncClient(transport=transport, base_url="http://yiwang.test", headers=headers) as client:
        for meanwhile, verb, ask, status in (
            ("claim", "dispatch", {}, 200),
            ("receive", "receive", {}, 409),
            (None, "handle", {"text": "已清理"}, 200),
            ("claim", "check", {"passed": True}, 200),
            (None, "close", {}, 200),
        ):
            if meanwhile:
                async with Database(app_url, clock, at_once=city.database.at_once) as other, other.tx() as tx:
                    if meanwhile == "receive":
                        await handling.receive(tx, city.officer, case.id, at=city.now)
                    elif (await claiming.claim(tx, city.officer, case.id)).claimed_by and verb == "check":
                        await claiming.release(tx, city.officer, case.id)
            answer = await client.post(f"/api/cases/{case.id}/{verb}", json=ask)
            assert answer.status_code == status, answer.text
            now = await looked_up(city, case.id)
            if status == 200:
                assert (answer.json()["version"], answer.json()["state"]) == (now.version, now.state)
    assert now.state == "closed"
    assert sorted(await taken(city, case.id)) == ["check", "close", "dispatch", "file", "handle", "receive"]


async def test_what_was_not_committed_is_not_remembered(city: City) -> None:
    case = await dispatch(city, (await filed(city)).id)
    with pytest.raises(Conflict, match="Not now"):
        async with city.database.tx() as tx:
            await handling.receive(tx, city.officer, case.id, at=city.now)
            raise Conflict("Not now.")
    assert (await receive(city, case.id)).version == case.version + 1


async def test_after_some_seconds_it_is_read_again(city: City) -> None:
    case = await dispatch(city, (await filed(city)).id)
    city.later(seconds=6)
    async with city.database.tx(recalls=True) as tx:
        await handling.receive(tx, city.officer, case.id, at=city.now)
        assert not tx.unchecked


async def test_whoever_cannot_begin_anew_reads(city: City) -> None:
    case = await filed(city)
    async with city.database.tx() as tx:
        await dispatching.dispatch(tx, city.officer, case.id, books=city.books, at=city.now)
        assert not tx.unchecked


@pytest.mark.parametrize("change", ["claimed", "reported again", "words taken out"])
async def test_whatever_changes_a_case_in_between_is_noticed(city: City, change: str) -> None:
    point = {"lon": 121.405, "lat": 31.245}
    case = await dispatch(city, (await filed(city, **point)).id)
    if change == "claimed":
        async with city.database.tx() as tx:
            await claiming.claim(tx, city.officer, case.id)
    elif change == "reported again":
        assert (await city.report(**point)).state == "merged"
    else:
        async with city.database.tx() as tx:
            words.put_words(tx, "title", case.id, "……")
    with pytest.raises(Stale):
        await receive(city, case.id)
    received = await receive(city, case.id, recalls=False)
    assert received == await looked_up(city, case.id)


async def test_a_division_by_zero_of_ones_own_is_not_taken_for_it(database: Database) -> None:
    with pytest.raises(psycopg.errors.DivisionByZero):
        async with database.tx(recalls=True) as tx:
            await tx.value("SELECT 1 / %s", (0,))
