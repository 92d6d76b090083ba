"""Reading for the rooms above: each listener has a cursor, takes batches, and neither loses nor repeats a fact."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Protocol

import psycopg
import structlog
from psycopg import AsyncConnection

from yiwang.base.tasks import end
from yiwang.db.database import WAKE_CHANNEL, Database
from yiwang.db.tx import Tx
from yiwang.ledger import store
from yiwang.ledger.facts import Recorded

FactHandler = Callable[[Tx, Recorded], Awaitable[None]]

BATCH = 500
# Seconds between the tries of a fact that fails; after the last one it is set aside and those behind it go on.
TRIES = (0.0, 0.1, 0.5)
# A cursor over rare facts is moved up once this many transactions lie between it and the present.
STRIDE = 1000
# Seconds a follower rests after each round. Under load many commits ring; this way a round takes the facts of them all.
REST = 0.2
_LAST_SEQ = 2**63 - 1

log = structlog.get_logger()


class Follower(Protocol):
    """Whatever follows the log with a cursor of its own; `run_once` returns how many facts it took."""

    @property
    def name(self) -> str: ...

    async def run_once(self, database: Database) -> int: ...


@dataclass(frozen=True)
class Listener:
    """A room's AFTER table under a name: the name is the cursor, so it stays the same for ever.

    A handler runs in the transaction that moves the cursor. What it writes through `tx` happens exactly once;
    `tx.origin` is the fact's own, so a reaction to history makes history. `together` is called before them with all the
    facts of a batch that follow one another with one origin: for what is asked and written in one statement, however
    many there are. For types that it alone looks at, `handlers` names none.
    """

    name: str
    handlers: Mapping[str, Sequence[FactHandler]]
    limit: int = BATCH
    together: Callable[[Tx, Sequence[Recorded]], Awaitable[None]] | None = None

    async def run_once(self, database: Database) -> int:
        return await run_once(database, self, self.limit)


async def run_once(database: Database, listener: Listener, limit: int = BATCH) -> int:
    """Handle up to `limit` facts; return how many were passed, 0 when there is none or another worker is at it.

    A batch is one transaction. When it fails, its facts are tried one by one, so that only the bad one is set aside.
    """
    try:
        return await _batch(database, listener, limit)
    except Exception as error:  # any bug of any room ends here: this is the edge of the log
        if _away(error):
            raise
        log.warning("listener batch failed", listener=listener.name, error=repr(error))
    passed = 0
    while passed < limit and await _single(database, listener):
        passed += 1
    return passed


async def retry_stuck(database: Database, listener: Listener, limit: int = 100) -> int:
    """Try facts again that were set aside (after the bug is mended); return how many went through.

    The first one that fails again ends the round with its error.
    """
    done = 0
    while done < limit:
        async with database.tx() as tx:
            fact = await store.take_stuck(tx, listener.name)
            if fact is None:
                return done
            tx.origin = fact.origin
            await _handle(tx, listener, [fact])
        done += 1
    return done


async def drain(database: Database, followers: Sequence[Follower]) -> int:
    """Run the followers until none of them finds a fact any more; return how many facts were passed."""
    total = 0
    while passed := sum([await follower.run_once(database) for follower in followers]):
        total += passed
    return total


async def listen(database: Database, followers: Sequence[Follower], stop: asyncio.Event, *, every: float = 1.0) -> None:
    """Run all followers side by side until `stop` is set: woken by commits, and every `every` seconds anyway."""
    bells = [asyncio.Event() for _ in followers]
    async with asyncio.TaskGroup() as tasks:
        waker = tasks.create_task(_wake(database, bells, every))
        for follower, bell in zip(followers, bells, strict=True):
            tasks.create_task(_follow(database, follower, bell, stop, every))
        await stop.wait()
        for bell in bells:
            bell.set()
        await end((waker,))


async def _batch(database: Database, listener: Listener, limit: int) -> int:
    async with database.tx() as tx:
        position = await store.lock_cursor(tx, listener.name)
        if position is None:
            return 0
        # The horizon is taken before the read: whatever lies below it was in sight of the read.
        horizon = await store.horizon(tx)
        facts = await store.facts_after(tx, position, list(listener.handlers), limit)
        for origin, alike in groupby(facts, key=lambda fact: fact.origin):
            tx.origin = origin
            await _handle(tx, listener, list(alike))
        reached = (facts[-1].xid, facts[-1].seq) if facts else position
        if len(facts) < limit and horizon - reached[0] > STRIDE:
            reached = (horizon - 1, _LAST_SEQ)
        if reached != position:
            store.move_cursor(tx, listener.name, reached)
        return len(facts)


def _away(error: Exception) -> bool:
    """Say whether the database itself is away, so that no fact is to blame; a lock not got in time is another thing."""
    if not isinstance(error, psycopg.OperationalError):
        return False
    state = error.sqlstate
    return state is None or state.startswith(("08", "57P"))


async def _handle(tx: Tx, listener: Listener, facts: Sequence[Recorded]) -> None:
    if listener.together:
        await listener.together(tx, facts)
    for fact in facts:
        for handler in listener.handlers[fact.type]:
            await handler(tx, fact)


async def _single(database: Database, listener: Listener) -> bool:
    """Pass one fact, handled or set aside; False when there is none."""
    failure: Exception | None = None
    for pause in TRIES:
        await asyncio.sleep(pause)
        try:
            return await _batch(database, listener, 1) > 0
        except Exception as error:  # kept with the fact for the operator
            failure = error
    async with database.tx() as tx:
        position = await store.lock_cursor(tx, listener.name)
        facts = await store.facts_after(tx, position, list(listener.handlers), 1) if position else []
        if not facts:
            return False
        log.error("fact set aside", listener=listener.name, fact=str(facts[0].id), error=repr(failure))
        store.park_fact(tx, listener.name, facts[0], repr(failure))
        store.move_cursor(tx, listener.name, (facts[0].xid, facts[0].seq))
        return True


async def _follow(
    database: Database, follower: Follower, bell: asyncio.Event, stop: asyncio.Event, every: float
) -> None:
    while not stop.is_set():
        bell.clear()
        try:
            passed = await follower.run_once(database)
        except Exception as error:  # one follower in trouble leaves the others and the process alone
            log.warning("listener round failed", listener=follower.name, error=repr(error))
            passed = 0
            await _pause(stop, every)
        if passed < BATCH:  # one that filled its batch is followed by the next at once
            await _pause(stop, REST)
        if not passed:
            await _pause(bell, every)


async def _wake(database: Database, bells: Sequence[asyncio.Event], every: float) -> None:
    """Ring all bells at each notification; a lost connection only means that rounds come every `every` seconds."""
    while True:
        try:
            async with await AsyncConnection.connect(database.url, autocommit=True) as conn:
                await conn.execute(f"LISTEN {WAKE_CHANNEL}")
                async for _ in conn.notifies():
                    for bell in bells:
                        bell.set()
        except psycopg.OperationalError as error:
            log.warning("listener waker lost its connection", error=repr(error))
        await asyncio.sleep(every)


async def _pause(bell: asyncio.Event, seconds: float) -> None:
    try:
        async with asyncio.timeout(seconds):
            await bell.wait()
    except TimeoutError:
        return
