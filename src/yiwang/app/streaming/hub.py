"""One reader of the log for each process, shared by all who listen; it rests while nobody does."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from uuid import UUID

import psycopg
import structlog
from psycopg import AsyncConnection

from yiwang.app.store import oldest_running
from yiwang.app.streaming.looking import read
from yiwang.app.streaming.telling import Batch, Position
from yiwang.base.errors import TooMany
from yiwang.base.tasks import end
from yiwang.db import Database
from yiwang.db.database import WAKE_CHANNEL

EVERY = 1.0  # seconds between looks when no commit rings
REST = 0.15  # seconds after a look: under load one look takes the facts of many commits
MOST_WAITING = 200  # batches: who reads slower than that is told to read everything anew
MOST_OF_ONE = 30  # streams of one account or application in one process
_LAST_SEQ = 2**63 - 1
log = structlog.get_logger()


class Listener:
    """One page's queue; `lagged` once it could not take more."""

    def __init__(self, holder: UUID) -> None:
        self.holder = holder
        self.bell = asyncio.Event()
        self.lagged = False
        self._waiting: list[Batch] = []

    def put(self, batch: Batch) -> None:
        """Hand a batch over; never waits."""
        if len(self._waiting) >= MOST_WAITING:
            self.lagged = True
            self._waiting.clear()
        self._waiting.append(batch)
        self.bell.set()

    def take(self) -> list[Batch]:
        """Take all that waits."""
        self.bell.clear()
        taken, self._waiting = self._waiting, []
        return taken


class Hub:
    """Reads the log once for all listeners of this process."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.closing = False
        self._listeners: set[Listener] = set()
        self._position: Position | None = None
        self._bell = asyncio.Event()
        self._running: asyncio.Task[None] | None = None

    @contextmanager
    def listening(self, holder: UUID) -> Iterator[Listener]:
        """Listen until the block ends; the reader runs while anybody does."""
        listener = Listener(holder)
        self._listeners.add(listener)
        if self._running is None or self._running.done():
            self._running = asyncio.create_task(self._run(), name="read the log for the stream")
        try:
            yield listener
        finally:
            self._listeners.discard(listener)
            self._bell.set()  # the last one to leave lets the reader go

    def check_room(self, holder: UUID) -> None:
        """Refuse one more stream of somebody who has many open."""
        if sum(listener.holder == holder for listener in self._listeners) >= MOST_OF_ONE:
            raise TooMany(f"You have {MOST_OF_ONE} streams open already: close one, or wait until it has ended.")

    async def present(self) -> Position:
        """Return the position up to which the log can be read now."""
        async with self.database.tx() as tx:
            return await oldest_running(tx) - 1, _LAST_SEQ

    async def position(self) -> Position:
        """Return where the reader stands, for a listener: what lies behind it comes by itself."""
        found = self._position or await self.present()
        self._position = self._position or found
        return self._position

    def close(self) -> None:
        """End every stream: the process is about to stop."""
        self.closing = True
        for listener in self._listeners:
            listener.bell.set()
        self._bell.set()

    async def stop(self) -> None:
        """Wait until the reader has ended."""
        self.close()
        self._listeners.clear()
        if self._running:
            await self._running

    async def _run(self) -> None:
        waker = asyncio.create_task(self._wake(), name="ring for the stream")
        try:
            while self._listeners:
                self._bell.clear()
                try:
                    found = await self._round()
                except psycopg.OperationalError as error:
                    log.warning("the stream cannot read the log", error=repr(error))
                    found = False
                await asyncio.sleep(REST)
                if not found:
                    with suppress(TimeoutError):
                        await asyncio.wait_for(self._bell.wait(), EVERY)
        finally:
            self._running = self._position = None  # whoever comes from here on starts another
            await end((waker,))

    async def _round(self) -> bool:
        position = await self.position()
        async with self.database.tx() as tx:
            batch = await read(tx, position)
        if batch is None:
            return False
        self._position = batch.position
        for listener in self._listeners:
            listener.put(batch)
        return True

    async def _wake(self) -> None:
        """Ring at each notification; a lost connection only means that looks come every second."""
        while True:
            try:
                async with await AsyncConnection.connect(self.database.url, autocommit=True) as conn:
                    await conn.execute(f"LISTEN {WAKE_CHANNEL}")
                    async for _ in conn.notifies():
                        self._bell.set()
            except psycopg.OperationalError as error:
                log.warning("the stream lost its bell", error=repr(error))
            await asyncio.sleep(EVERY)
