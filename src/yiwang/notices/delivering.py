"""The sender: takes what is due from the outbox, lane by lane, and writes down what became of it.

A row is claimed with a lease before anything leaves. For a carrier that cannot tell doubles, "sending" is committed
right before the bytes go: what a killed sender leaves in that state is uncertain and is not sent again by itself.
"""

import asyncio
from dataclasses import dataclass, field
from datetime import timedelta
from uuid import UUID

import psycopg
import structlog

from yiwang.access import Keyring
from yiwang.base.errors import NotFound, Refusal
from yiwang.base.ids import uuid7
from yiwang.db import Database, Tx
from yiwang.notices import ending, gathering
from yiwang.notices.carriers import Carrier
from yiwang.notices.kernels import TRIES, next_digest, pause_after, quiet_until
from yiwang.notices.model import Claimed, Later, Outcome, Refused, Unsure
from yiwang.notices.reaching import Reach
from yiwang.notices.store import circuits
from yiwang.notices.store import outbox as store

LEASE = timedelta(minutes=3)  # longer than a batch can take: see BATCH, SIDE_BY_SIDE and carriers' PATIENCE
BATCH = 20
SIDE_BY_SIDE = 4  # messages on their way at once on one lane
EVERY = 1.0  # seconds between looks at the outbox
log = structlog.get_logger()


@dataclass
class Sender:
    """One sender of as many as wanted at the same outbox. `near` are hosts that webhooks may reach without TLS."""

    database: Database
    keyring: Keyring
    near: frozenset[str] = frozenset()
    lease: timedelta = LEASE
    every: float = EVERY
    id: UUID = field(init=False)
    _busy: dict[str, asyncio.Task[int]] = field(init=False, default_factory=dict)
    _stop: asyncio.Event | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        self.id = uuid7(self.database.clock.now())
        self._reach = Reach(self.keyring, self.database.clock, self.near)

    async def run(self, stop: asyncio.Event) -> None:
        """Send until told to stop; a lane that takes long holds up no other."""
        self._stop = stop
        while not stop.is_set():
            try:
                await self.tend()
                await self._start()
            except psycopg.OperationalError as error:
                log.warning("the outbox cannot be read", error=repr(error))
            try:
                await asyncio.wait_for(stop.wait(), self.every)
            except TimeoutError:
                continue
        await asyncio.gather(*self._busy.values(), return_exceptions=True)
        await self.close()

    async def close(self) -> None:
        """Close what is kept open to the carriers."""
        await self._reach.close()

    async def round(self) -> int:
        """Do everything that is due now, once; return how many rows were claimed."""
        await self.tend()
        await self._start()
        return sum(await asyncio.gather(*self._busy.values()))

    async def tend(self) -> None:
        """Take over from senders that are gone, end what is too late, write the digests that are due."""
        async with self.database.tx() as tx:
            await ending.recover(tx)
            await ending.end_late(tx)
            await gathering.write_digests(tx)

    async def _start(self) -> None:
        self._busy = {lane: task for lane, task in self._busy.items() if not task.done()}
        async with self.database.tx() as tx:
            lanes = await store.due_lanes(tx, tx.at)
        for lane in lanes:
            if lane not in self._busy:
                self._busy[lane] = asyncio.create_task(self._work(lane), name=f"send on {lane}")

    async def _work(self, lane: str) -> int:
        """Send what is due on a lane until nothing is, or it is in trouble."""
        done = 0
        try:
            while claimed := await self._claim(lane):
                done += len(claimed)
                turns = asyncio.Semaphore(SIDE_BY_SIDE)
                await asyncio.gather(*(self._in_turn(row, turns) for row in claimed))
        except psycopg.OperationalError as error:
            log.warning("a lane stops", lane=lane, error=repr(error))
        return done

    async def _claim(self, lane: str) -> list[Claimed]:
        if self._stop and self._stop.is_set():
            return []
        async with self.database.tx() as tx:
            circuit = await circuits.circuit(tx, lane)
            if circuit and circuit.open_until and circuit.open_until > tx.at:
                return []
            most = 1 if circuit else BATCH  # a lane in trouble is felt with one message
            return await store.claim(tx, lane, self.id, tx.at, tx.at + self.lease, most)

    async def _in_turn(self, row: Claimed, turns: asyncio.Semaphore) -> None:
        async with turns:
            try:
                await self._deliver(row)
            except (psycopg.Error, Refusal) as error:  # the lease ends by itself, and the row comes again
                log.warning("a message is left to its lease", row=str(row.id), error=repr(error))

    async def _deliver(self, row: Claimed) -> None:
        async with self.database.tx() as tx:
            if row.account_id and await self._postpone(tx, row):
                return
            try:
                carrier, address = await self._reach.find(tx, row)
            except NotFound as gone:
                await ending.finish(tx, row, self.id, Refused(gone.detail))
                return
            if carrier.same_for is None and not await store.begin(tx, row.id, self.id, tx.at, tx.at + self.lease):
                return
        outcome = await self._send(row, carrier, address)
        async with self.database.tx() as tx:
            await self._settle(tx, row, carrier, outcome)

    async def _send(self, row: Claimed, carrier: Carrier, address: str) -> Outcome:
        late = carrier.same_for is not None and self.database.clock.now() - row.first_try > carrier.same_for
        if late and row.doubtful:
            return Unsure("An earlier try may have got through, and the carrier no longer tells doubles.")
        try:
            return await carrier.send(row.message, address)
        except Exception as error:  # a bug of a carrier ends here: the other messages go on
            log.error("a carrier failed", lane=row.lane, error=repr(error))
            return Later("The carrier failed.", maybe=True) if carrier.same_for else Unsure("The carrier failed.")

    async def _settle(self, tx: Tx, row: Claimed, carrier: Carrier, outcome: Outcome) -> None:
        if isinstance(outcome, Later):
            most = TRIES["person" if row.account_id else "webhook"]
            if row.attempts < most:
                await ending.put_off(tx, row, self.id, outcome, tx.at + _pause(row, outcome))
                return
            await ending.note_failure(tx, row.lane, outcome)
            outcome = _last(outcome, carrier, row)
        await ending.finish(tx, row, self.id, outcome)

    async def _postpone(self, tx: Tx, row: Claimed) -> bool:
        """Hold what is low for the person's digest, and what is not urgent over quiet hours."""
        assert row.account_id is not None
        wanted = await store.preferences(tx, row.account_id, row.post_id)
        if wanted is None or row.urgency == "urgent":
            return False
        if row.urgency == "low" and wanted.digests:
            moment = next_digest(wanted.digests, wanted.zone, tx.at)
            await store.put_back(tx, row.id, self.id, moment, state="held", error=None, untried=True)
            return True
        moment_or_none = quiet_until(wanted.quiet, tx.at)
        if moment_or_none is None:
            return False
        await ending.wait_out(tx, row, self.id, moment_or_none)
        return True


def _pause(row: Claimed, outcome: Later) -> timedelta:
    return max(pause_after(row.id, row.attempts, row.urgency), outcome.after or timedelta(0))


def _last(outcome: Later, carrier: Carrier, row: Claimed) -> Refused | Unsure:
    """What a last try that failed comes to."""
    if (outcome.maybe or row.doubtful) and carrier.same_for is not None and row.account_id:
        return Unsure(outcome.error)
    return Refused(outcome.error)
