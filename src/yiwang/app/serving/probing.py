"""Each process looks at what it stands on, every two seconds: database, clock, disk, and whether a worker lives."""

import asyncio
import shutil
import time
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import psycopg
import structlog
from psycopg import AsyncConnection

from yiwang.app import store
from yiwang.app.serving import metrics
from yiwang.base.clock import Clock
from yiwang.db.migrate import newest

EVERY = 2.0  # seconds
PATIENCE = 5.0  # seconds the database has to answer
LONGEST_BEAT = 30.0  # seconds after which a worker that said nothing is taken for gone
NOT_ASKED = "not asked yet"
_MB = 1 << 20
log = structlog.get_logger()


@dataclass
class Found:
    """What was seen last; `down` is why the database does not answer, None when it does."""

    down: str | None = NOT_ASKED
    revision: str | None = None
    skew: float = 0.0  # seconds: the database's clock less ours
    beaten: datetime | None = None
    free: int = 0  # bytes


@dataclass
class Watch:
    """The look at database, clock, disk and worker of one process."""

    url: str
    clock: Clock
    data_dir: Path
    reserve: int  # MB that stay free
    tolerance: float  # seconds of difference between clocks
    found: Found = field(default_factory=Found)
    newest: str = field(default_factory=newest)
    _connection: AsyncConnection | None = None
    _slow: int = 0
    _last: tuple[float, float] | None = None

    @property
    def full(self) -> bool:
        """Whether less than the reserve is free on the disk."""
        return self.found.free < self.reserve * _MB

    def beat_age(self) -> float | None:
        """Return the seconds since the youngest worker said it lives, None when none ever did."""
        beaten = self.found.beaten
        return (self.clock.now() - beaten).total_seconds() if beaten else None

    def faults(self) -> list[str]:
        """Return why the platform is not ready, in words; nothing when it is."""
        found = self.found
        if found.down:
            return [f"The database does not answer: {found.down}."]
        faults = []
        if found.revision != self.newest:
            faults.append(f"The tables are at revision {found.revision}, this program needs {self.newest}.")
        age = self.beat_age()
        if age is None or age > LONGEST_BEAT:
            faults.append("No worker lives." if age is None else f"No worker has said anything for {age:.0f} s.")
        return faults

    def warnings(self) -> list[str]:
        """Return what an operator should look at while the platform still works."""
        warnings = []
        if abs(self.found.skew) > self.tolerance:
            warnings.append(f"The database's clock and ours differ by {self.found.skew:.1f} s: set both by NTP.")
        if self.full:
            warnings.append(
                f"{self.found.free // _MB} MB are free on the disk, less than the reserve of {self.reserve} MB: "
                "nothing is taken in until there is room."
            )
        return warnings

    async def run(self) -> None:
        """Look until cancelled."""
        while True:
            await asyncio.sleep(EVERY)
            await self.look()

    async def look(self) -> None:
        """Look once; never raises."""
        self._look_at_own_clock()
        usage = await asyncio.to_thread(shutil.disk_usage, self.data_dir)
        was_full, self.found.free = self.full and self.found.free > 0, usage.free
        if self.full and not was_full:
            log.error("the disk is nearly full; nothing is taken in", free_mb=usage.free // _MB)
        was_down = self.found.down
        await self._ask()
        if self.found.down and not was_down:
            log.error("the database does not answer", why=self.found.down)
        elif was_down not in (None, NOT_ASKED) and not self.found.down:
            log.info("the database answers")
        self._show()

    async def _ask(self) -> None:
        try:
            async with asyncio.timeout(PATIENCE):
                if self._connection is None:
                    self._connection = await AsyncConnection.connect(
                        self.url, autocommit=True, options="-c statement_timeout=5000 -c timezone=UTC"
                    )
                before = self.clock.now()
                moment, self.found.revision, self.found.beaten = await store.standing(self._connection)
                self.found.skew = (moment - before).total_seconds()
        except TimeoutError:
            self._slow += 1
            if self._slow > 1:  # once may be this machine's own haste
                self.found.down = "no answer in time"
            await self.let_go()
        except psycopg.Error as error:
            self.found.down = type(error).__name__
            await self.let_go()
        else:
            self._slow, self.found.down = 0, None

    def _look_at_own_clock(self) -> None:
        ours, true = self.clock.now().timestamp(), time.monotonic()
        if self._last:
            gone = (ours - self._last[0]) - (true - self._last[1])
            if gone < -self.tolerance:
                metrics.clock_back.inc()
                log.warning("our clock went back", seconds=round(-gone, 1))
        self._last = ours, true

    def _show(self) -> None:
        metrics.database_up.set(0 if self.found.down else 1)
        metrics.clock_skew.set(self.found.skew)
        metrics.disk_free.set(self.found.free)
        metrics.beat_age.set(self.beat_age() or 0)

    async def let_go(self) -> None:
        """Close the connection; the next look opens another."""
        connection, self._connection = self._connection, None
        if connection:
            try:
                await connection.close()
            except psycopg.Error:
                return
