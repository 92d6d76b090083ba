"""Drivers killed under load, again and again: what stands in the end is what the oracle says."""

import asyncio
import os
import random
import signal
import sys
from dataclasses import dataclass

from tests.alarms.driven import ROOM, START, add, alarms, facts, found, moment
from tests.alarms.oracle import Oracle
from yiwang.alarms.model.conditions import Condition
from yiwang.alarms.model.rules import Rule, RuleSet
from yiwang.base.clock import FixedClock
from yiwang.db import Database
from yiwang.sensing.readings.inlet import Inlet
from yiwang.sensing.readings.model import of

HIGH = Condition(code="high", kind="above", severity="red", bound=2.0, clear=1.0, count=2)
JUMP = Condition(code="jump", kind="change", severity="blue", bound=4.0)
LOW = Condition(code="low", kind="below", severity="orange", bound=-2.0, latch=True)
RULES = RuleSet(
    rules=(
        Rule(code="r0", device_class="T", metric="m0", conditions=(HIGH, JUMP)),
        Rule(code="r1", device_class="T", metric="m1", conditions=(LOW,)),
    )
)
DEVICES = (*range(6), *range(8192, 8196))  # in two shards


@dataclass(frozen=True)
class Survived:
    """What was there in the end, equal to what the oracle says."""

    kills: int
    idle: int
    readings: int
    raised: int
    ended: int
    again: int


class Load:
    """Frames of random values, one after the other, until told to stop; what was acknowledged is in `sent`."""

    def __init__(self, database: Database, seed: int) -> None:
        self._database = database
        self._chance = random.Random(seed)
        self.sent: list[tuple[int, int, float]] = []
        self.enough = asyncio.Event()

    async def run(self) -> None:
        async with Inlet(self._database) as inlet:
            time = START
            while not self.enough.is_set():
                time += 1000
                batch = [
                    (number * ROOM + metric, time, float(self._chance.choice([-3, 0, 0, 1, 3, 3])))
                    for number in DEVICES
                    for metric in (0, 1)
                ]
                await inlet.put(of(*zip(*batch, strict=True)), source="test", received=self._database.clock.now())
                self.sent += batch
                await asyncio.sleep(0.004)


async def killed(database: Database, clock: FixedClock, url: str, *, points: int, seed: int) -> Survived:
    """Kill so many drivers at moments of a seed, let the last one finish, and compare.

    `idle` of the return counts those killed at once, one in four, while they took the shards over.
    """
    clock.at = moment(START)
    await found(database, RULES, 0, metrics=2)
    async with database.tx() as tx:
        await add(tx, DEVICES, ["m0", "m1"])
    forks = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.alarms.forking", url,
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    assert forks.stdin and forks.stdout
    assert (await forks.stdout.readline()).strip() == b"ready"
    idle, load, chance = 0, Load(database, seed), random.Random(seed)
    sending = asyncio.create_task(load.run())
    try:
        for point in range(points + 1):
            forks.stdin.write(b"go\n")
            child = int(await forks.stdout.readline())
            begun = await _seq(database)
            if point == points:
                load.enough.set()
                await sending
                await _until_done(database)
                os.kill(child, signal.SIGTERM)
                break
            # Let it come so far that it wrote something (or, one time in four, kill it while it takes over).
            if chance.random() < 0.75:
                await _until_moved(database, begun)
            else:
                idle += 1
            await asyncio.sleep(chance.uniform(0.0, 0.12))
            os.kill(child, signal.SIGKILL)
            async with database.tx() as tx:  # nobody waits for the lease of the dead one to run out
                tx.put("UPDATE sensing.lease SET until = '2020-01-01Z' WHERE purpose = 'alarms'")
    finally:
        load.enough.set()
        await asyncio.gather(sending, return_exceptions=True)
        forks.stdin.close()
        forks.terminate()
        await forks.wait()
    counts = await _compare(database, load.sent)
    return Survived(points, idle, len(load.sent), *counts)


async def _compare(database: Database, sent: list[tuple[int, int, float]]) -> tuple[int, int, int]:
    oracles: dict[int, Oracle] = {}
    for series, time, value in sent:
        oracles.setdefault(series, Oracle(RULES.rules[series % ROOM])).read(time, value)
    raised, ended = [], []
    for series, oracle in oracles.items():
        raised += [(series, code, time) for code, kind, time in oracle.alarms if kind == "raised"]
        ended += [(series, code, time) for code, kind, time in oracle.alarms if kind == "resolved"]
    rows = await alarms(database)
    assert sorted((row[0], row[2], row[4]) for row in rows) == sorted(raised)
    assert sorted((row[0], row[2], row[5]) for row in rows if row[3] == "resolved") == sorted(ended)
    again = sum(1 for one in oracles.values() for _, kind, _ in one.alarms if kind == "again")
    told = await facts(database)
    assert sum(row[6] for row in rows) == again
    assert len([1 for kind, _ in told if kind == "alarm.raised"]) == len(rows) + again
    assert len([1 for kind, _ in told if kind == "alarm.resolved"]) == len(ended)
    return len(raised), len(ended), again


async def _seq(database: Database) -> int:
    async with database.tx() as tx:
        return int(await tx.value("SELECT coalesce(sum(seq), 0)::bigint FROM sensing.lease WHERE purpose = 'alarms'"))


async def _until_moved(database: Database, begun: int) -> None:
    async with asyncio.timeout(60):
        while True:
            if await _seq(database) > begun:
                return
            await asyncio.sleep(0.005)


async def _until_done(database: Database) -> None:
    async with asyncio.timeout(60):
        while True:
            async with database.tx() as tx:
                last = await tx.value("SELECT sum(seq)::bigint FROM sensing.shard")
            if await _seq(database) == last:
                return
            await asyncio.sleep(0.01)
