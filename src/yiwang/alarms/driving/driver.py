"""The driver: takes the leases of shards, steps their frames, writes alarms, state and cursor in one transaction.

A shard is in memory; in the database stands what it was as of some frame, and with every alarm the number of the frame
that raised it. Whoever takes over steps the frames between the two once more, in silence, and goes on from there.
"""

import asyncio
from collections import deque
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

import psycopg
import structlog

from yiwang.access import platform_actor
from yiwang.alarms.driving import offline
from yiwang.alarms.driving.keeping import pack_bound, pack_state
from yiwang.alarms.driving.loading import load
from yiwang.alarms.driving.settling import promote, settle
from yiwang.alarms.driving.shard import Shard
from yiwang.alarms.driving.world import World
from yiwang.alarms.model.changes import Change
from yiwang.alarms.store import shards as store
from yiwang.alarms.store import standing
from yiwang.base.errors import Conflict, Refusal
from yiwang.base.ids import uuid7
from yiwang.base.tasks import end
from yiwang.db import Database, Tx
from yiwang.sensing.readings import Frame
from yiwang.sensing.readings import log as frames_log
from yiwang.sensing.readings.ringing import hear

PURPOSE = "alarms"
HOLD_EVERY = 5.0  # seconds between two looks at the leases, a third of their time
TURN = 1_000  # ms of the watermark without a frame after which a shard is stepped without one
KEEP_EVERY, KEEP_READINGS = 60.0, 5_000_000  # a shard that went on is kept so often
TELL_EVERY = 0.2  # seconds
AGAIN = 5.0  # seconds until a round that failed is tried once more
MOST_READINGS = 500_000  # of one shard in one transaction
ACTOR = platform_actor("alarms").id
log = structlog.get_logger()


class Driver:
    """One process's part of the shards. `round` does what there is to do now; `work` goes on until cancelled."""

    def __init__(self, database: Database, *, keep_every: float = KEEP_EVERY) -> None:
        self._database = database
        self._holder = uuid7(database.clock.now())
        self._keep_every = keep_every
        self._held_at = float("-inf")
        self._started = _ms(database.clock.now())
        self.world = World()
        self.shards: dict[int, Shard] = {}
        self.raised = 0
        # Seconds from the receipt of frames to the commit of the alarms they raised, of the last rounds that did.
        self.latencies: deque[float] = deque(maxlen=10_000)

    async def round(self) -> int:
        """Do all there is to do now: a `turn`, and telling the registry who is online."""
        readings = await self.turn()
        await self.tell()
        return readings

    async def tell(self) -> None:
        """Tell the registry who went offline or came back since it was told last."""
        await offline.tell(self._database, list(self.shards.values()))

    async def turn(self) -> int:
        """Work off what is in the log; return how many readings that were. What fails is begun anew from the disk."""
        try:
            return await self._round()
        except Conflict as error:
            log.warning("alarms: shards are loaded anew", reason=str(error))
            self._forget()
            return 0
        except BaseException:
            # What is in memory may be ahead of what was committed.
            self._forget()
            raise

    async def close(self) -> None:
        """Keep what is held, and let the next one in at once."""
        if not self.shards:
            return
        async with self._database.tx() as tx:
            for shard in self.shards.values():
                await self._keep(tx, shard)
                frames_log.move(tx, shard.lease, shard.seq)
                frames_log.release(tx, shard.lease)
        self._forget()

    async def _round(self) -> int:
        async with self._database.tx() as tx:
            last = await frames_log.shards(tx)
            await self._hold(tx, last)
            if not self.shards:
                return 0
            behind = {number: one.seq for number, one in self.shards.items() if last.get(number, 0) > one.seq}
            frames = await frames_log.read_many(tx, behind, most=MOST_READINGS) if behind else {}
            # The registry is asked after the frames were read: whoever sent one stands in it.
            found = await self._rebind(tx)
            now = _ms(tx.at)
            for number, changes in (await asyncio.to_thread(self._step, frames, now)).items():
                found.setdefault(number, []).extend(changes)
            tx.at = self._database.clock.now()  # reading and stepping took their time
            before = self.raised
            await self._write(tx, found, now)
        if self.raised > before and frames:
            done = self._database.clock.now().timestamp()
            self.latencies += [done - frame.received / 1000 for number in found for frame in frames.get(number, ())]
        return sum(len(frame) for some in frames.values() for frame in some)

    async def _hold(self, tx: Tx, last: dict[int, int]) -> None:
        """Take or prolong leases now and then, and at once those of shards that are new."""
        due = abs(tx.at.timestamp() - self._held_at) >= HOLD_EVERY  # by the clock that leases run out by
        for number in last:
            shard = self.shards.get(number)
            if not due and (shard is not None or number in self.world.elsewhere):
                continue
            lease = await frames_log.acquire(tx, PURPOSE, number, self._holder)
            if lease is None:
                self.shards.pop(number, None)
                self.world.elsewhere.add(number)
            elif shard is None or shard.lease.fence != lease.fence or shard.seq != lease.seq:
                self.world.elsewhere.discard(number)
                self.shards[number] = await load(tx, lease, self.world)
                log.info("alarms: shard taken", shard=number, seq=lease.seq)
            else:
                shard.lease = lease
        if due:
            self._held_at = tx.at.timestamp()

    async def _rebind(self, tx: Tx) -> dict[int, list[Change]]:
        """Go on under today's registry and rules; return what ends with a rule that is gone."""
        await self.world.refresh(tx)
        stale = {number: one for number, one in self.shards.items() if one.version != self.world.version}
        if not stale:
            return {}
        at = _ms(tx.at)
        return await asyncio.to_thread(self.world.rebind, stale, at)

    def _step(self, frames: dict[int, list[Frame]], now: int) -> dict[int, list[Change]]:
        """Step what was read, and shards for which time has passed without a frame. Blocks."""
        found: dict[int, list[Change]] = {}
        for number, shard in self.shards.items():
            changes = shard.take(frames[number]) if number in frames else []
            if now - shard.turned >= TURN:
                changes += shard.pass_time(now)
            if changes:
                found[number] = changes
        return found

    async def _write(self, tx: Tx, found: dict[int, list[Change]], now: int) -> None:
        """Queue everything that follows from the round's steps; the commit carries it."""
        # One shard's look for silent devices in a round, one shard's state: the others' alarms wait for the commit.
        scanned = min(self.shards.values(), key=lambda one: one.scanned)
        kept = 0
        for number in sorted(self.shards):
            shard = self.shards[number]
            changes: Sequence[Change] = found.get(number, ())
            scan = shard is scanned and now - shard.scanned >= offline.EVERY
            if scan:
                silent = offline.look(shard, self.world.classes, now, self._started)
                changes = [*changes, *silent]
            self.raised += await settle(tx, shard, changes, ACTOR)
            if shard.withheld and scan:
                self.raised += await promote(tx, shard, now, ACTOR)
            moved = shard.seq != shard.lease.seq
            for seq, watermark in shard.turns:
                store.keep_turn(tx, number, seq, watermark)
            if shard.rebound or (kept == 0 and self._due(shard)):
                await self._keep(tx, shard)
                kept += 1
            if moved or changes or shard.turns:
                shard.lease = frames_log.move(tx, shard.lease, shard.seq)
            shard.turns = []

    def _due(self, shard: Shard) -> bool:
        if shard.dirty >= KEEP_READINGS:
            return True
        return shard.dirty > 0 and asyncio.get_running_loop().time() - shard.kept_at >= self._keep_every

    async def _keep(self, tx: Tx, shard: Shard) -> None:
        """Queue the shard's state as it is now."""
        state, plans = await asyncio.to_thread(lambda: (pack_state(shard.state), pack_bound(shard.bound)))
        store.keep(tx, shard.number, shard.seq, state, plans)
        shard.dirty, shard.kept_at, shard.rebound = 0, asyncio.get_running_loop().time(), False

    def _forget(self) -> None:
        self.shards = {}
        self._held_at = float("-inf")
        self.world.elsewhere.clear()


async def work(database: Database, *, bell: asyncio.Event | None = None) -> None:
    """Drive the shards until cancelled: woken by the commits of frames, and every second anyway."""
    bell = bell or asyncio.Event()
    driver = Driver(database)
    hearing = asyncio.create_task(hear(database.url, bell), name="hear frames")
    telling = asyncio.create_task(_tell(driver), name="tell who is online")
    try:
        while True:
            bell.clear()
            try:
                readings = await driver.turn()
            except psycopg.OperationalError:
                raise
            except (Refusal, psycopg.Error) as error:  # a rule or a row we did not foresee: the rest of us goes on
                log.exception("alarms: a round failed", error=repr(error))
                await asyncio.sleep(AGAIN)
                continue
            if not readings:
                await _wait(bell, TURN / 1000)
    finally:
        await end((hearing, telling))
        try:
            await driver.close()
        except (psycopg.Error, Conflict, OSError) as error:
            log.warning("alarms: shards were not kept; the next one steps their frames again", error=repr(error))


async def _tell(driver: Driver) -> None:
    """Tell the registry who is online, beside the rounds: an alarm does not wait for the rows of devices."""
    while True:
        try:
            await driver.tell()
        except (psycopg.Error, OSError) as error:
            log.warning("alarms: the registry was not told who is online; it is told anew", error=repr(error))
            for shard in driver.shards.values():
                shard.online.fill(-1)
        await asyncio.sleep(TELL_EVERY)


async def delays(tx: Tx, since: datetime) -> list[float]:
    """Return the seconds from each reading that raised an alarm since a moment to the alarm's transaction, sorted."""
    return sorted((recorded - raised).total_seconds() for raised, recorded in await standing.delays(tx, since))


async def raised_since(tx: Tx, since: datetime) -> dict[UUID, datetime]:
    """Return the alarms of rules that readings raised since a moment, with their times: what a bench looks for."""
    return dict(await standing.raised_since(tx, since))


async def _wait(bell: asyncio.Event, seconds: float) -> None:
    try:
        async with asyncio.timeout(seconds):
            await bell.wait()
    except TimeoutError:
        return


def _ms(at: datetime) -> int:
    return round(at.timestamp() * 1000)
