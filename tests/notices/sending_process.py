"""A sender in a process of its own, to be killed: `python -m tests.notices.sending_process URL KEYS`."""

import asyncio
import signal
import sys
from datetime import timedelta
from pathlib import Path

from yiwang.access import Keyring
from yiwang.base.clock import SystemClock
from yiwang.db import Database
from yiwang.notices.delivering import Sender


async def main(url: str, keys: str) -> None:
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    async with Database(url, SystemClock(), size=8) as database:
        near = frozenset({"127.0.0.1"})
        await Sender(database, Keyring.open(Path(keys)), near, timedelta(seconds=1.5), 0.1).run(stop)


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
