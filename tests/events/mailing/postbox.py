"""A process that listens for letters: `python postbox.py URL KEYS` prints its port and goes on until it is killed."""

import asyncio
import sys
from pathlib import Path

from yiwang.access import Keyring
from yiwang.base.clock import SystemClock
from yiwang.db import Database
from yiwang.events.mailing.smtp import listening


async def main(url: str, keys: str) -> None:
    async with (
        Database(url, SystemClock(), size=3) as database,
        listening(database, Keyring.open(Path(keys)), "127.0.0.1", 0) as port,
    ):
        print(port, flush=True)
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], sys.argv[2]))
