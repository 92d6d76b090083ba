"""Statements travel together: long ones arrive whole, errors name themselves, an interrupted connection is dropped."""

import asyncio
import hashlib
from datetime import UTC, datetime

import psycopg
import pytest

from yiwang.base.clock import FixedClock
from yiwang.base.errors import Conflict
from yiwang.db import Database
from yiwang.db.trips import TravellingConnection

pytestmark = pytest.mark.anyio
LONG = bytes(range(256)) * (1 << 16)  # 16 MiB


async def test_a_long_write_is_sent_to_its_end_before_the_commit_is_waited_for(database: Database) -> None:
    async def write() -> None:
        async with database.tx() as tx:
            await tx.rows("SELECT 1")
            tx.put("CREATE TEMP TABLE long (value bytea)")
            tx.put("INSERT INTO long VALUES (%s)", (LONG,))

    await asyncio.wait_for(write(), 60)


async def test_a_long_write_and_a_long_answer_pass_each_other(database: Database) -> None:
    async with asyncio.timeout(60), database.tx() as tx:
        tx.put("CREATE TEMP TABLE long ON COMMIT DROP AS SELECT %s::bytea AS value", (LONG,))
        found = await tx.row("SELECT value, md5(value) AS hash, %s::bytea AS back FROM long", (LONG,))
    assert found is not None
    assert found["hash"] == hashlib.md5(LONG).hexdigest()
    assert found["value"] == found["back"] == LONG


async def test_values_come_back_as_they_went(database: Database) -> None:
    at = datetime(2026, 2, 28, 23, 59, 59, 5, tzinfo=UTC)
    sent = {"none": None, "big": 2**40, "text": "曹杨“新村” %s \\ '", "at": at, "yes": True, "many": ["甲", "乙"]}
    async with database.tx() as tx:
        for _ in range(3):  # sent whole, prepared, by its name
            row = await tx.row(
                """SELECT %(none)s::text AS none, %(big)s::bigint AS big, %(text)s AS text, %(at)s::timestamptz AS at,
                %(yes)s AS yes, %(many)s::text[] AS many, 100 %% 7 AS rest, %(text)s AS again""",
                sent,
            )
            assert row == {**sent, "rest": 2, "again": sent["text"]}


async def test_the_error_of_a_queued_statement_is_raised_and_undoes_all(database: Database) -> None:
    with pytest.raises(psycopg.errors.DivisionByZero):
        async with database.tx() as tx:
            tx.put("SELECT pg_notify('nobody', '')")
            tx.put("SELECT 1 / %s", (0,))
            await tx.rows("SELECT 1")
    async with database.tx() as tx:
        assert await tx.value("SELECT 1") == 1


async def test_a_failed_transaction_cannot_be_committed(database: Database) -> None:
    with pytest.raises(Conflict, match="nothing of it was kept"):
        async with database.tx() as tx:
            with pytest.raises(psycopg.errors.UndefinedTable):
                await tx.rows("SELECT * FROM public.nowhere")


async def test_a_value_that_cannot_be_sent_sends_nothing(database: Database) -> None:
    with pytest.raises(psycopg.ProgrammingError):
        async with database.tx() as tx:
            tx.put("SELECT pg_sleep(60)")
            await tx.rows("SELECT %s", (object(),))
    async with database.tx() as tx:
        with pytest.raises(psycopg.ProgrammingError, match="1 values for the 2 placeholders"):
            await tx.rows("SELECT %s, %s", (1,))
        assert await tx.value("SELECT 5") == 5


async def test_who_is_interrupted_on_the_way_loses_the_connection_and_the_next_gets_another(
    database: Database,
) -> None:
    connections: list[TravellingConnection] = []

    async def wait() -> None:
        async with database.tx() as tx:
            connections.append(tx.connection)
            await tx.rows("SELECT pg_sleep(60)")

    waiting = asyncio.create_task(wait())
    async with asyncio.timeout(60):
        while not connections:  # noqa: ASYNC110 - a connection that is given out tells nobody
            await asyncio.sleep(0.01)
    await asyncio.sleep(0.3)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    assert connections[0].closed
    async with database.tx() as tx:
        assert await tx.value("SELECT 7") == 7


async def test_more_queries_than_plans_are_kept_all_are_answered(database: Database) -> None:
    async with database.tx() as tx:
        for _ in range(2):
            for n in range(450):
                assert await tx.value(f"SELECT {n} + %s", (1,)) == n + 1  # type: ignore[arg-type]
        prepared = await tx.value("SELECT count(*) FROM pg_prepared_statements WHERE name LIKE %s", ("yiwang_%",))
    assert 300 < prepared <= 401


async def test_a_refusal_leaves_prepared_what_was_prepared(app_url: str, clock: FixedClock) -> None:
    """psycopg would deallocate all there is at a rollback, once it has prepared a statement of its own."""
    async with Database(app_url, clock, size=1) as database:
        for _ in range(8):
            async with database.tx() as tx:
                assert await tx.value("SELECT 1 + %s", (1,)) == 2
            async with database._pool.connection() as conn:  # as the waking of listeners does
                await conn.execute("SELECT pg_notify(%s, '')", ["nobody"])
        with pytest.raises(Conflict):
            async with database.tx() as tx:
                await tx.value("SELECT 1 + %s", (1,))
                raise Conflict("Not now.")
        async with database.tx() as tx:
            assert await tx.value("SELECT 1 + %s", (1,)) == 2


async def test_what_somebody_else_deallocated_is_prepared_anew(app_url: str, clock: FixedClock) -> None:
    async with Database(app_url, clock, size=1) as database:
        for _ in range(3):
            async with database.tx() as tx:
                assert await tx.value("SELECT 1 + %s", (1,)) == 2
        async with database._pool.connection() as conn:
            await conn.execute("DEALLOCATE ALL")
        with pytest.raises(psycopg.errors.InvalidSqlStatementName):
            async with database.tx() as tx:
                await tx.value("SELECT 1 + %s", (1,))
        async with database.tx() as tx:
            assert await tx.value("SELECT 1 + %s", (1,)) == 2
