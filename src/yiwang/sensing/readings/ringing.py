"""Waking those who follow the log: one notification after the commits of frames, none inside of them."""

import asyncio

import psycopg
import structlog
from psycopg import AsyncConnection

from yiwang.db import Database
from yiwang.sensing.readings import store

PAUSE = 1.0  # seconds until a lost connection is made anew
log = structlog.get_logger()


class Ringer:
    """Rings after commits; what is committed while one ring is on its way is told by one more."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._ringing: asyncio.Task[None] | None = None
        self._more = False

    def ring(self) -> None:
        """Tell all followers that there are new frames, without waiting for it."""
        self._more = True
        if self._ringing is None or self._ringing.done():
            self._ringing = asyncio.create_task(self._ring(), name="ring for frames")

    async def close(self) -> None:
        """Wait for the last ring."""
        if self._ringing:
            await asyncio.gather(self._ringing, return_exceptions=True)

    async def _ring(self) -> None:
        while self._more:
            self._more = False
            try:
                async with self._database.tx() as tx:
                    store.ring(tx)
            except (psycopg.Error, OSError) as error:  # the frames are there: followers look by themselves, later
                log.warning("followers of frames were not woken", error=repr(error))


async def hear(url: str, bell: asyncio.Event) -> None:
    """Set `bell` at each ring, until cancelled; a lost connection only means that nobody is woken meanwhile."""
    while True:
        try:
            async with await AsyncConnection.connect(url, autocommit=True) as conn:
                await conn.execute(f"LISTEN {store.CHANNEL}")
                bell.set()
                async for _ in conn.notifies():
                    bell.set()
        except psycopg.OperationalError as error:
            log.warning("the bell for frames lost its connection", error=repr(error))
        await asyncio.sleep(PAUSE)
