"""What a worker does for readings: copies them to the lake, watches who is online, puts days in order, forgets."""

import asyncio
from pathlib import Path

from yiwang.base.ids import uuid7
from yiwang.db import Database
from yiwang.sensing.readings.history import MOST_READINGS, HistoryWriter
from yiwang.sensing.readings.watching import Watch

COPY_EVERY, LOOK_EVERY, SETTLE_EVERY, TEND_EVERY = 20.0, 30.0, 3600.0, 86_400.0  # seconds


async def work(database: Database, data_dir: Path, *, keep_days: int | None = None) -> None:
    """Keep the history until cancelled. Of several workers one has the lease of a shard; the others watch as well."""
    writer = HistoryWriter(data_dir / "lake", uuid7(database.clock.now()), every=COPY_EVERY)
    watch = Watch(data_dir)
    loop = asyncio.get_running_loop()
    begun = loop.time()
    last = {"look": begun, "settle": begun, "tend": begun}
    while True:
        copied = await writer.run_once(database)
        now = loop.time()
        if now - last["look"] >= LOOK_EVERY:
            last["look"] = now
            await watch.look(database)
        if now - last["settle"] >= SETTLE_EVERY:
            last["settle"] = now
            await writer.settle(database)
        if now - last["tend"] >= TEND_EVERY:
            last["tend"] = now
            await writer.tend(database, keep_days=keep_days)
        await asyncio.sleep(0.0 if copied >= MOST_READINGS else 1.0)
