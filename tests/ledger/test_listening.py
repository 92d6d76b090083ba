"""Listeners: every fact is handled once, whoever is killed, late or wrong."""

import asyncio
import subprocess
import sys
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import ClassVar
from uuid import UUID

import pytest

from yiwang import ledger
from yiwang.base.ids import uuid7
from yiwang.db import Database, Tx
from yiwang.ledger import Fact, Listener, Recorded, listening

pytestmark = pytest.mark.anyio
HERE = Path(__file__).parent
AT = datetime(2026, 11, 16, 2, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Called(Fact):
    TYPE: ClassVar[str] = "bell.called"
    bell_id: UUID
    number: int


@dataclass(frozen=True)
class Echoed(Fact):
    TYPE: ClassVar[str] = "bell.echoed"
    bell_id: UUID
    number: int


async def echo(tx: Tx, fact: Recorded) -> None:
    """Write one fact per fact: what exactly once can be counted by."""
    await ledger.record(tx, Echoed(fact.subject, fact.data["number"]), at=fact.time, cause=fact.id)


def echoing(handler: Callable[[Tx, Recorded], Awaitable[None]] = echo, name: str = "test.echo") -> Listener:
    return Listener(name, {"bell.called": [handler]})


async def call(database: Database, *numbers: int, origin: str = "live") -> None:
    async with database.tx(origin=origin) as tx:
        for number in numbers:
            await ledger.record(tx, Called(uuid7(AT), number), at=AT)


async def echoes(database: Database) -> list[int]:
    async with database.tx() as tx:
        rows = await ledger.read(tx, types=["bell.echoed"], limit=10_000)
    return [row.data["number"] for row in rows]


async def stuck(database: Database) -> list[str]:
    async with database.tx() as tx:
        return [row["error"] for row in await tx.rows("SELECT error FROM ledger.stuck")]


@pytest.fixture(autouse=True)
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listening, "TRIES", (0.0, 0.0, 0.0))


async def test_it_handles_each_fact_once_and_in_order(database: Database) -> None:
    await call(database, *range(12))
    listener = echoing()
    assert await ledger.run_once(database, listener, limit=5) == 5
    assert await ledger.drain(database, [listener]) == 7
    assert await ledger.run_once(database, listener) == 0
    assert await echoes(database) == list(range(12))


async def test_a_late_commit_is_never_skipped(database: Database) -> None:
    listener = echoing()
    await call(database, 1)
    await ledger.run_once(database, listener)
    async with database.tx() as slow:
        await ledger.record(slow, Called(uuid7(AT), 2), at=AT)
        await slow.flush()
        await call(database, 3)
        assert await ledger.run_once(database, listener) == 0
    await ledger.run_once(database, listener)
    assert await echoes(database) == [1, 2, 3]


async def test_a_late_commit_is_not_skipped_when_the_cursor_jumps_over_foreign_facts(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listening, "STRIDE", 0)
    listener = echoing()
    async with database.tx() as slow:
        await ledger.record(slow, Called(uuid7(AT), 1), at=AT)
        await slow.flush()
        for number in range(3):
            async with database.tx() as tx:
                await ledger.record(tx, Echoed(uuid7(AT), 100 + number), at=AT)
        assert await ledger.run_once(database, listener) == 0
    assert await ledger.run_once(database, listener) == 1
    assert await ledger.run_once(database, listener) == 0
    async with database.tx() as tx:
        assert await tx.value("SELECT xid > '0' FROM ledger.cursor WHERE listener = 'test.echo'")


async def test_a_reaction_to_history_is_history(database: Database) -> None:
    await call(database, 1, origin="history")
    await call(database, 2)
    await call(database, 3, origin="replay")
    await ledger.run_once(database, echoing())
    async with database.tx() as tx:
        rows = await ledger.read(tx, types=["bell.echoed"])
    assert [row.origin for row in rows] == ["history", "live", "replay"]


async def test_a_fact_it_fails_on_is_set_aside_with_its_error_and_the_rest_go_on(database: Database) -> None:
    tries: Counter[int] = Counter()

    async def picky(tx: Tx, fact: Recorded) -> None:
        await echo(tx, fact)
        tries[fact.data["number"]] += 1
        if fact.data["number"] == 3:
            raise ValueError("three is too many")

    await call(database, *range(6))
    assert await ledger.run_once(database, echoing(picky)) == 6
    assert await echoes(database) == [0, 1, 2, 4, 5], "what the failing handler wrote is undone"
    assert await stuck(database) == ["ValueError('three is too many')"]
    assert tries[3] == 4, "once in its batch and three times alone"


async def test_a_statement_the_server_refuses_is_set_aside_too(database: Database) -> None:
    async def wrong(tx: Tx, fact: Recorded) -> None:
        if fact.data["number"] == 1:
            tx.put("SELECT no_such_function()")
        else:
            await echo(tx, fact)

    await call(database, *range(3))
    await ledger.run_once(database, echoing(wrong))
    assert await echoes(database) == [0, 2]
    assert "no_such_function" in (await stuck(database))[0]


async def test_a_passing_trouble_is_tried_again_and_not_set_aside(database: Database) -> None:
    troubles = [True, True]

    async def moody(tx: Tx, fact: Recorded) -> None:
        if troubles:
            troubles.pop()
            raise ValueError("not now")
        await echo(tx, fact)

    await call(database, 1, 2)
    assert await ledger.run_once(database, echoing(moody)) == 2
    assert await echoes(database) == [1, 2]
    assert await stuck(database) == []


async def test_what_was_set_aside_goes_through_once_the_bug_is_mended(database: Database) -> None:
    async def broken(tx: Tx, fact: Recorded) -> None:
        raise ValueError("a bug")

    await call(database, 1, 2)
    await ledger.run_once(database, echoing(broken))
    assert await ledger.retry_stuck(database, echoing()) == 2
    assert await ledger.retry_stuck(database, echoing()) == 0
    assert await echoes(database) == [1, 2]
    assert await stuck(database) == []


async def test_two_workers_at_once_handle_each_fact_once(database: Database) -> None:
    await call(database, *range(60))

    async def work() -> None:
        for _ in range(60):
            await ledger.run_once(database, echoing(), limit=3)

    async with asyncio.TaskGroup() as tasks:
        for _ in range(3):
            tasks.create_task(work())
    assert await echoes(database) == list(range(60))


async def test_listeners_do_not_share_a_cursor(database: Database) -> None:
    await call(database, 1)
    await ledger.drain(database, [echoing(name="test.a"), echoing(name="test.b")])
    assert await echoes(database) == [1, 1]


KILLED = """
import asyncio, os, sys
from yiwang.base.clock import SystemClock
from yiwang.db import Database
from yiwang import ledger
from test_listening import echo

async def fatal(tx, fact):
    await echo(tx, fact)
    if fact.data["number"] == int(sys.argv[2]):
        await tx.flush()
        os.kill(os.getpid(), 9)

async def main():
    async with Database(sys.argv[1], SystemClock()) as database:
        listener = ledger.Listener("test.echo", {"bell.called": [fatal]})
        while await ledger.run_once(database, listener, limit=7):
            pass

asyncio.run(main())
"""


@pytest.mark.parametrize("at", [0, 6, 7, 17])
async def test_a_worker_killed_in_the_middle_loses_and_repeats_nothing(database: Database, at: int) -> None:
    await call(database, *range(20))
    killed = await asyncio.to_thread(
        subprocess.run, [sys.executable, "-c", KILLED, database.url, str(at)], cwd=HERE, check=False
    )
    assert killed.returncode == -9
    # The server needs a moment to see that the killed worker's connection is gone.
    for _ in range(100):
        await ledger.drain(database, [echoing()])
        if len(await echoes(database)) >= 20:
            break
        await asyncio.sleep(0.05)
    assert await echoes(database) == list(range(20))


async def test_listening_is_woken_by_a_commit_and_stops_when_told(database: Database) -> None:
    stop, heard = asyncio.Event(), asyncio.Event()

    async def hear(tx: Tx, fact: Recorded) -> None:
        await echo(tx, fact)
        heard.set()

    async with asyncio.TaskGroup() as tasks:
        # Rounds come only every minute here, so what is heard sooner was heard through the wake-up.
        tasks.create_task(ledger.listen(database, [echoing(hear)], stop, every=60))
        await asyncio.sleep(0.3)
        await call(database, 1)
        async with asyncio.timeout(55):
            await heard.wait()
        stop.set()
    assert await echoes(database) == [1]


async def test_one_follower_in_trouble_leaves_the_others_alone(database: Database) -> None:
    class Broken:
        name = "test.broken"

        async def run_once(self, database: Database) -> int:
            raise OSError("disk full")

    stop, heard = asyncio.Event(), asyncio.Event()

    async def hear(tx: Tx, fact: Recorded) -> None:
        heard.set()

    await call(database, 1)
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(ledger.listen(database, [Broken(), echoing(hear)], stop, every=0.05))
        async with asyncio.timeout(55):
            await heard.wait()
        stop.set()


async def test_under_load_a_round_takes_the_facts_of_many_commits(database: Database) -> None:
    """A follower rests between its rounds: each costs several trips, whether it finds one fact or a hundred."""
    rounds = 0
    stop, heard, clock = asyncio.Event(), asyncio.Event(), asyncio.get_running_loop()

    async def hear(tx: Tx, fact: Recorded) -> None:
        if fact.data["number"] == 59:
            heard.set()

    class Counting:
        name = "test.echo"

        async def run_once(self, database: Database) -> int:
            nonlocal rounds
            rounds += 1
            return await listening.run_once(database, echoing(hear))

    began = clock.time()
    async with asyncio.timeout(30), asyncio.TaskGroup() as tasks:
        tasks.create_task(ledger.listen(database, [Counting()], stop, every=60))
        for number in range(60):
            await call(database, number)
            await asyncio.sleep(0.02)
        await heard.wait()
        took = clock.time() - began
        stop.set()
    assert rounds <= took / listening.REST + 2
