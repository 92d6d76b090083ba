"""The worker: timers, listeners of the log, the errands that come round, and its heart beat."""

import asyncio
import signal
from collections.abc import Awaitable, Callable

import psycopg
import structlog
from procrastinate.exceptions import ConnectorException

from yiwang import lake, ledger
from yiwang.alarms import trying
from yiwang.alarms.driving import driver as alarms
from yiwang.app import store
from yiwang.app.errands import errands
from yiwang.app.platform import Platform, opened
from yiwang.app.serving import metrics
from yiwang.app.settings import Settings
from yiwang.app.wiring import TIMERS, followers
from yiwang.base.ids import uuid7
from yiwang.base.tasks import end
from yiwang.cases.hotline import importing
from yiwang.events.mailing import smtp, sorting
from yiwang.files import Shelf
from yiwang.ledger.listening import listen
from yiwang.notices.delivering import Sender
from yiwang.sensing.readings import keeping as readings
from yiwang.sensing.sharing import Streamer

TICK = 1.0  # seconds between looks at the timers
BEAT = 5.0  # seconds between heart beats
LONGEST_PAUSE = 10.0  # seconds between tries while the database is away
log = structlog.get_logger()


async def work(settings: Settings, url: str, owner_url: str) -> None:
    """Run until a signal says stop."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    async with opened(settings, url) as platform, asyncio.TaskGroup() as tasks:
        follow = followers(platform.lake_writer, platform.books, scenarios=settings.scenarios, folder=settings.data_dir)
        tasks.create_task(listen(platform.database, follow, stop))
        tasks.create_task(_kept_up("timers", stop, lambda: _tick(platform, stop)))
        near = _near(settings)
        tasks.create_task(Sender(platform.database, platform.books.keyring, near).run(stop))
        tasks.create_task(_kept_up("heart beat", stop, lambda: _beat(platform, stop)))
        running = [
            tasks.create_task(_kept_up("errands", stop, lambda: errands(platform, url, owner_url))),
            tasks.create_task(platform.keep_fresh()),
            *(tasks.create_task(_kept_up(name, stop, work)) for name, work in _doors(platform)),
        ]
        await stop.wait()
        await end(running)


def _doors(platform: Platform) -> list[tuple[str, Callable[[], Awaitable[None]]]]:
    """Return what takes in files of orders and letters."""
    database, books, settings = platform.database, platform.books, platform.settings
    doors: list[tuple[str, Callable[[], Awaitable[None]]]] = [
        ("hotline imports", lambda: importing.work(database, books)),
        ("readings", lambda: readings.work(database, settings.data_dir, keep_days=settings.readings_days)),
        ("alarms", lambda: alarms.work(database)),
        ("trials of rules", lambda: trying.work(database, settings.data_dir)),
        ("streams of readings", lambda: Streamer(database, books.keyring, _near(settings)).run()),
        ("letters", lambda: sorting.work(database, Shelf(settings.data_dir / "files"), books)),
    ]
    if where := settings.mail_listen:
        doors.append(("mail", lambda: smtp.serve(database, books.keyring, where)))
    return doors


def _near(settings: Settings) -> frozenset[str]:
    return frozenset(host.strip() for host in settings.webhook_hosts.split(",") if host.strip())


async def _kept_up(name: str, stop: asyncio.Event, work: Callable[[], Awaitable[None]]) -> None:
    """Begin again, after a growing pause, what ended because the database went away or its disk is full."""
    pause = 1.0
    while not stop.is_set():
        begun = asyncio.get_running_loop().time()
        try:
            await work()
        except (psycopg.OperationalError, ConnectorException) as error:
            well = asyncio.get_running_loop().time() - begun > LONGEST_PAUSE
            pause = 1.0 if well else min(pause * 2, LONGEST_PAUSE)
            log.warning("interrupted; it goes on by itself", work=name, error=repr(error), after=pause)
            await _wait(stop, pause)


async def _tick(platform: Platform, stop: asyncio.Event) -> None:
    """Fire what is due, every second; what a stopped worker missed fires at its next start."""
    while not stop.is_set():
        fired = await ledger.tick(platform.database, platform.database.clock.now(), TIMERS)
        if fired:
            log.info("timers fired", count=fired)
        await _wait(stop, TICK)


async def _beat(platform: Platform, stop: asyncio.Event) -> None:
    """Say every few seconds that this worker lives, and how far it has come."""
    database = platform.database
    started = database.clock.now()
    process = uuid7(started)
    while not stop.is_set():
        async with database.tx() as tx:
            store.beat(tx, process, "worker", started)
            metrics.stuck.set(await ledger.count_stuck(tx))
            due, followed = await ledger.next_due(tx), await lake.followed(tx)
            metrics.timers_late.set(max(0.0, (tx.at - due).total_seconds()) if due else 0.0)
            metrics.lake_behind.set((tx.at - followed).total_seconds() if followed else 0.0)
        await _wait(stop, BEAT)


async def _wait(stop: asyncio.Event, seconds: float) -> None:
    try:
        await asyncio.wait_for(stop.wait(), seconds)
    except TimeoutError:
        return
