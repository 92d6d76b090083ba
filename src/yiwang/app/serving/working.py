"""The worker: timers, listeners of the log, and the errands that come round."""

import asyncio
import signal

import structlog

from yiwang import ledger
from yiwang.app.errands import errands
from yiwang.app.platform import Platform, opened
from yiwang.app.settings import Settings
from yiwang.app.wiring import TIMERS, followers
from yiwang.ledger.listening import listen

TICK = 1.0  # seconds between looks at the timers
log = structlog.get_logger()


async def work(settings: Settings, url: str) -> None:
    """Run until a signal says stop."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    async with opened(settings, url) as platform, asyncio.TaskGroup() as tasks:
        tasks.create_task(listen(platform.database, followers(platform.lake_writer, platform.books), stop))
        tasks.create_task(_tick(platform, stop))
        running = [tasks.create_task(errands(platform, url)), tasks.create_task(platform.keep_fresh())]
        await stop.wait()
        for task in running:
            task.cancel()


async def _tick(platform: Platform, stop: asyncio.Event) -> None:
    """Fire what is due, every second; what a stopped worker missed fires at its next start."""
    while not stop.is_set():
        fired = await ledger.tick(platform.database, platform.database.clock.now(), TIMERS)
        if fired:
            log.info("timers fired", count=fired)
        try:
            await asyncio.wait_for(stop.wait(), TICK)
        except TimeoutError:
            continue
