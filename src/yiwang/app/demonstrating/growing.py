"""The made-up district brought in at the first start: city, a day, weeks, readings, signs; each part is done once."""

import asyncio
from collections import deque
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

import httpx

from yiwang import lake
from yiwang.access import Grant, platform_actor
from yiwang.access.keys import create_key
from yiwang.app.databases import database_urls
from yiwang.app.demonstrating import progress
from yiwang.app.demonstrating.progress import Demo
from yiwang.app.platform import opened
from yiwang.app.settings import Settings
from yiwang.app.vitals import Vitals
from yiwang.base.clock import SystemClock
from yiwang.db import Database
from yiwang.demo import building, past
from yiwang.demo.client import Client
from yiwang.demo.world import World, look
from yiwang.signs.checkup.making import make_due
from yiwang.signs.forecast.making import make_forecasts

SHOWN = platform_actor("demo")
ROLES = ("data_admin", "supervisor", "intake", "gateway")
KEY_FILE = "demo-key"
HOURLY_DAYS = 2.1  # two whole days, for the first check-up and the day before it
EVERY = 1.0  # seconds between two words on how far it is
# stage: the share of the whole that it takes, by the time it takes
SHARES = {"city": 0.3, "day": 0.05, "weeks": 0.4, "readings": 0.15, "signs": 0.1}

_SEEN: WeakKeyDictionary[Client, World] = WeakKeyDictionary()


@dataclass
class Part:
    """A part at work: how much of it is done (0 to 1)."""

    stage: str
    begins: float
    share: float = 0.0
    finished: deque[str] = field(default_factory=deque)  # pieces of it that need not be done again

    def told(self, _what: str, share: float) -> None:
        """Hear how much is done."""
        self.share = share

    @property
    def of_whole(self) -> float:
        """How much of everything is done."""
        return self.begins + SHARES[self.stage] * self.share


async def grow(settings: Settings, url: str, seed: int, scale: float) -> bool:
    """Do what is not done yet, one part after the other, and say how far it is; True when all is done.

    It stops after the city, which takes much memory: a new process goes on.
    """
    with database_urls(settings) as urls:
        async with Database(urls.app, SystemClock(), platform=settings.platform, size=2) as database:
            async with database.tx() as tx:
                demo = await progress.begin(tx, seed, scale)
            key = await own_key(database, settings.data_dir, url)
            with Client(url, key) as client:
                begins = 0.0
                for stage, weight in SHARES.items():
                    if stage not in demo.done:
                        part = Part(stage, begins)
                        if stage == "signs":
                            await _do(database, part, _past_of_signs(settings, urls.app, part))
                        else:
                            await _do(database, part, asyncio.to_thread(_work(client, demo, part)))
                        if stage == "city":
                            return False
                    begins += weight
            async with database.tx() as tx:
                progress.tell(tx, "done", 1.0)
    return True


def _work(client: Client, demo: Demo, part: Part) -> Callable[[], object]:
    seed, scale, anchor = demo.seed, demo.scale, demo.anchor
    left = [back for back in range(1, past.DAYS) if f"day {back}" not in demo.done]

    def world() -> World:
        """Return what stands in the platform, looked at once by a process: it takes seconds."""
        if client not in _SEEN:
            _SEEN[client] = look(client)
        return _SEEN[client]

    def finished(back: int) -> None:
        part.finished.append(f"day {back}")

    return {
        "city": lambda: building.build(client, seed, scale, part.told),
        "day": lambda: (
            past.bring_in_last(client, world(), seed, anchor),
            past.bring_in(client, world(), seed, scale, anchor, range(1), part.told),
        ),
        "weeks": lambda: past.bring_in(client, world(), seed, scale, anchor, left, part.told, finished),
        "readings": lambda: past.bring_in_readings(client, world(), seed, anchor, part.told),
    }[part.stage]


async def _past_of_signs(settings: Settings, url: str, part: Part) -> None:
    """Compute what the signs were on each day, then forecasts and check-ups; the lake has to know that past first."""
    async with opened(settings, url) as platform:
        now = platform.database.clock.now()
        await _lake_knows(platform.database, now)
        for days, hourly, begins in ((past.DAYS, False, 0.0), (HOURLY_DAYS, True, 0.5)):
            start = now - timedelta(days=days)
            async for moment, _ in Vitals(platform).past(start, now, hourly=hourly):
                part.share = begins + 0.45 * ((moment - start) / (now - start))
        await make_forecasts(platform.database, platform.books, now, anew=True)
        await make_due(platform.database, platform.books, SHOWN, now)


async def _lake_knows(database: Database, at: datetime) -> None:
    """Wait until the lake has every fact that was recorded up to a moment."""
    while True:
        async with database.tx() as tx:
            known = await lake.followed(tx)
        if known and known >= at:
            return
        await asyncio.sleep(EVERY)


async def _do(database: Database, part: Part, work: Coroutine[Any, Any, object]) -> None:
    doing = asyncio.create_task(work)
    while not doing.done():
        async with database.tx() as tx:
            progress.tell(tx, part.stage, part.of_whole)
            while part.finished:
                progress.tell(tx, part.stage, part.of_whole, part.finished.popleft())
        await asyncio.wait({doing}, timeout=EVERY)
    await doing
    part.share = 1.0
    async with database.tx() as tx:
        progress.tell(tx, part.stage, part.of_whole, part.stage)


async def wait_for_day(settings: Settings) -> Demo:
    """Wait until the city stands and has a day behind it."""
    with database_urls(settings) as urls:
        async with Database(urls.app, SystemClock(), platform=settings.platform, size=2) as database:
            while True:
                async with database.tx() as tx:
                    found = await progress.find(tx)
                if found and found.lives:
                    return found
                await asyncio.sleep(EVERY)


async def own_key(database: Database, folder: Path, url: str) -> str:
    """Return the key of the made-up world: the one kept, where it still opens the doors, else a new one."""
    kept = folder / KEY_FILE
    key = kept.read_text(encoding="utf-8") if kept.is_file() else ""
    if await _opens(url, key):
        return key
    async with database.tx() as tx:
        made = await create_key(
            tx, platform_actor("demo"), "demo", "demo city", [Grant(role) for role in ROLES], at=tx.at
        )
    with _replaced(kept) as draft:
        draft.write_text(made.key, encoding="utf-8")
    return made.key


async def _opens(url: str, key: str) -> bool:
    """Whether a key is good; waits until the platform answers."""
    headers = {"Authorization": f"Bearer {key or 'none'}"}
    async with httpx.AsyncClient(base_url=url, headers=headers, timeout=60) as http:
        while True:
            try:
                return (await http.get("/api/device-classes")).status_code == 200
            except httpx.TransportError:
                await asyncio.sleep(EVERY)


@contextmanager
def _replaced(path: Path) -> Iterator[Path]:
    draft = path.with_suffix(".draft")
    draft.touch(mode=0o600)
    yield draft
    draft.replace(path)
