"""A streamer killed with SIGKILL under way: the receiver, who knows messages by their ids, has each reading once."""

import asyncio
import json
import os
import random
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path

import numpy as np
import pytest
from tests.app.visitors import Site
from tests.sensing.sharing.test_streams import Receiver, offered

from yiwang.sensing.devices import Directory
from yiwang.sensing.readings.inlet import Inlet
from yiwang.sensing.readings.model import of

pytestmark = pytest.mark.anyio
FRAMES, READINGS, KILLS = 24, 40, 4

# Loads everything once; for each moment on its stdin it forks a streamer that lives at that moment until it is killed.
FORKS = f"""
import asyncio, os, sys
from datetime import datetime
from pathlib import Path
from yiwang.access import Keyring
from yiwang.base.clock import FixedClock
from yiwang.db import Database
from yiwang.sensing.sharing import Streamer, streaming

streaming.MOST_AT_ONCE = {READINGS}

async def run(at):
    async with Database(sys.argv[1], FixedClock(datetime.fromisoformat(at)), size=2) as database:
        await Streamer(database, Keyring.open(Path(sys.argv[2])), {{"127.0.0.1"}}).run()

for line in sys.stdin:
    child = os.fork()
    if not child:
        os.dup2(2, 1)
        asyncio.run(run(line.strip()))
    print(child, flush=True)
    os.waitpid(child, 0)
"""


class Deadly(Receiver):
    """Kills who sends to it once the next message is there: before it is answered, or a moment later."""

    chance = random.Random(5)
    child = 0

    def __init__(self) -> None:
        super().__init__()
        self.arrived, self.wanted = asyncio.Event(), 0

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await super().serve(reader, _Answering(self, writer))  # type: ignore[arg-type]

    def answering(self) -> bool:
        """Kill the sender if it is time; return whether it may still be answered."""
        if len(self.came) < self.wanted:
            return True
        self.arrived.set()
        if self.chance.random() < 0.5:
            self.kill()
        return bool(self.child)

    def kill(self) -> None:
        """Kill the sender, unless that was done."""
        child, self.child = self.child, 0
        if child > 0:
            os.kill(child, signal.SIGKILL)


class _Answering:
    """A connection's writing side that asks before it answers."""

    def __init__(self, receiver: Deadly, writer: asyncio.StreamWriter) -> None:
        self._receiver, self._writer = receiver, writer

    def write(self, data: bytes) -> None:
        if self._receiver.answering():
            self._writer.write(data)

    def close(self) -> None:
        self._writer.close()


@asynccontextmanager
async def forks(url: str, keys: Path) -> AsyncIterator[asyncio.subprocess.Process]:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", FORKS, url, str(keys),
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, start_new_session=True,
    )  # fmt: skip
    try:
        yield process
    finally:
        os.killpg(process.pid, signal.SIGKILL)  # and what it forked
        await process.wait()


async def begin(process: asyncio.subprocess.Process, at: datetime) -> int:
    assert process.stdin and process.stdout
    process.stdin.write(f"{at.isoformat()}\n".encode())
    return int(await process.stdout.readline())


async def fill(house: Site) -> list[float]:
    """Put frames of a bin's readings into the log; return the values."""
    directory = Directory()
    async with house.city.database.tx() as tx:
        await directory.refresh(tx)
    series, now = directory.column("http", "fill")["a1"], int(house.city.now.timestamp() * 1000)
    values = np.arange(FRAMES * READINGS, dtype=float)
    async with Inlet(house.city.database) as inlet:
        for some in np.split(values, FRAMES):
            columns = of(np.full(READINGS, series), now + some.astype(np.int64), some)
            await inlet.put(columns, source="test", received=house.city.now)
    return [float(one) for one in values]


async def test_a_receiver_has_each_reading_once_however_often_the_streamer_is_killed(
    house: Site, app_url: str, tmp_path: Path
) -> None:
    receiver = Deadly()
    server = await asyncio.start_server(receiver.serve, "127.0.0.1", 0)
    receiver.port = server.sockets[0].getsockname()[1]
    await offered(house, receiver, metrics=["fill"])
    sent = await fill(house)
    async with server, forks(app_url, tmp_path / "keys") as process, asyncio.timeout(120):
        for _ in range(KILLS):
            receiver.wanted = len(receiver.came) + receiver.chance.randint(1, 4)
            receiver.arrived.clear()
            receiver.child = await begin(process, house.city.later(minutes=3))  # the dead one's lease is over
            await receiver.arrived.wait()
            await asyncio.sleep(receiver.chance.uniform(0.0, 0.02))
            receiver.kill()
        receiver.wanted = 10**9
        last = await begin(process, house.city.later(minutes=3))
        while sent[-1] not in receiver.values[-READINGS:]:  # noqa: ASYNC110 - the receiver is another's code
            await asyncio.sleep(0.02)
        os.kill(last, signal.SIGKILL)
    once = {headers["webhook-id"]: body for headers, body in receiver.came}
    assert [value for body in once.values() for value in json.loads(body)["v"]] == sent
    assert all(once[headers["webhook-id"]] == body for headers, body in receiver.came)
    assert len(receiver.came) <= FRAMES + KILLS
