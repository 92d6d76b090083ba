"""The platform's door to PostgreSQL: a pool of connections and the one place that commits."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from datetime import datetime
from typing import Self

from psycopg import OperationalError
from psycopg_pool import AsyncConnectionPool

from yiwang.base.clock import Clock
from yiwang.db.memory import Memory
from yiwang.db.trips import TravellingConnection
from yiwang.db.tx import Origin, Tx

WAKE_CHANNEL = "yiwang_facts"
# One wake-up serves every fact of this span: NOTIFY inside each transaction would queue their commits.
WAKE_EVERY = 0.02
# Under load one process rings no sooner again: whoever follows rests this long after each round anyway.
WAKE_AGAIN = 0.2
_SESSION = (
    "-c timezone=UTC -c statement_timeout=60000 -c lock_timeout=10000 -c idle_in_transaction_session_timeout=120000"
)


class Database:
    """A pool of connections under the runtime role. Use as an async context manager.

    `at_once` maps a fact's class to the handlers that run in the transaction that records it (rooms' AT_ONCE tables).
    """

    def __init__(
        self,
        url: str,
        clock: Clock,
        *,
        platform: str = "local",
        size: int = 10,
        at_once: Mapping[type, Sequence[Callable[..., Awaitable[None]]]] | None = None,
    ) -> None:
        self.clock = clock
        self.platform = platform
        self.url = url
        self.at_once = at_once or {}
        self._memory = Memory()
        self._wake_task: asyncio.Task[None] | None = None
        self._closing = asyncio.Event()
        self._woken = 0.0  # by the loop's clock
        self._pool: AsyncConnectionPool[TravellingConnection] = AsyncConnectionPool(
            url,
            connection_class=TravellingConnection,
            min_size=1,
            max_size=size,
            open=False,
            # A transaction begins and ends by our own statements, which travel with the others: see `Tx`.
            # psycopg prepares nothing beside us: at a rollback it would deallocate all there is, ours too.
            kwargs={"options": _SESSION, "autocommit": True, "prepare_threshold": None},
        )

    async def __aenter__(self) -> Self:
        await self._pool.open(wait=True, timeout=30)
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._wake_task:
            self._closing.set()
            await asyncio.gather(self._wake_task, return_exceptions=True)
        await self._pool.close()

    @asynccontextmanager
    async def tx(
        self, *, origin: Origin = "live", at: datetime | None = None, recalls: bool = False
    ) -> AsyncIterator[Tx]:
        """Open a transaction; commit when the block ends, undo everything when it raises.

        `at` is the moment of recording (the clock's by default). Whoever lets it recall what this process wrote a
        moment ago runs the block once more, without that, when `Stale` is raised.
        """
        conn = await self._pool.getconn()
        try:
            tx = Tx(
                conn,
                at or self.clock.now(),
                platform=self.platform,
                origin=origin,
                at_once=self.at_once,
                memory=self._memory,
                recalls=recalls,
            )
            yield tx
            await tx.commit()
        except BaseException:
            if not conn.closed:
                with suppress(OperationalError):  # the server is gone: it has undone everything itself
                    await conn.rollback()
            raise
        finally:
            await self._pool.putconn(conn)
        if tx.recorded:
            self._wake()

    def _wake(self) -> None:
        if self._wake_task is None or self._wake_task.done():
            self._wake_task = asyncio.create_task(self._send_wake(), name="wake listeners")

    async def _send_wake(self) -> None:
        loop = asyncio.get_running_loop()
        with suppress(TimeoutError):
            async with asyncio.timeout(max(WAKE_EVERY, self._woken + WAKE_AGAIN - loop.time())):
                await self._closing.wait()
        self._woken = loop.time()
        async with self._pool.connection() as conn:
            await conn.trip([("SELECT pg_notify(%s, '')", (WAKE_CHANNEL,))])
