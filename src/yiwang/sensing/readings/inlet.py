"""The one way into the log: columns are put, and the call returns when they are on the disk."""

import asyncio
from dataclasses import dataclass, field
from datetime import datetime
from typing import Self

import psycopg

from yiwang import access
from yiwang.access import Keyring
from yiwang.base.errors import Conflict, Invalid
from yiwang.base.ids import uuid7
from yiwang.base.tasks import end
from yiwang.db import Database, Tx
from yiwang.sensing.readings import store
from yiwang.sensing.readings.model import Columns, joined
from yiwang.sensing.readings.packing import by_shard, pack
from yiwang.sensing.readings.ringing import Ringer
from yiwang.sensing.readings.strangers import Refused, gathered, key_of

MOST_PENDING = 4_000_000  # readings: whoever brings more waits
MOST_AT_ONCE = 1_000_000  # readings of one transaction
_IN_LINE = 2_000  # readings: fewer are packed sooner than a thread is found


@dataclass
class _Waiting:
    """What callers brought since the last transaction began, and whom to tell."""

    columns: list[Columns] = field(default_factory=list)
    sources: set[str] = field(default_factory=set)
    received: datetime | None = None
    refused: list[Refused] = field(default_factory=list)
    raw: list[tuple[str, bytes, datetime]] = field(default_factory=list)
    told: list["asyncio.Future[None]"] = field(default_factory=list)
    readings: int = 0


class Inlet:
    """The log's writer of one process. Many callers share one transaction. Use as an async context manager.

    While a transaction is under way the next one's readings gather, so that the more comes the fewer the commits.
    With a `keyring`, what goes to quarantine is sealed under the key of its source.
    """

    def __init__(self, database: Database, keyring: Keyring | None = None) -> None:
        self._database = database
        self._keyring = keyring
        self._groups: list[_Waiting] = []
        self._pending = 0
        self._some = asyncio.Event()
        self._room = asyncio.Condition()
        self._ringer = Ringer(database)
        self._writer: asyncio.Task[None] | None = None
        self.readings = 0  # committed by this process
        self.transactions = 0

    async def __aenter__(self) -> Self:
        self._writer = asyncio.create_task(self._write_on(), name="write frames")
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._writer:
            while self._groups and not self._writer.done():
                await asyncio.wait([*self._groups[-1].told], timeout=10)
            await end((self._writer,))
            await self._ringer.close()

    async def put(self, columns: Columns, *, source: str, received: datetime) -> None:
        """Return when the readings are committed; whoever sent them may then be told so.

        Raises what the database raised: nothing of this call is kept then, and it may be made again.
        """
        if not len(columns):
            return
        if int(columns.series.min()) < 0:
            raise Invalid("series", "A series is never negative.")
        if self._pending >= MOST_PENDING:
            async with self._room:
                await self._room.wait_for(lambda: self._pending < MOST_PENDING)
        group = self._group()
        group.columns.append(columns)
        group.sources.add(source)
        group.received = min(group.received or received, received)
        group.readings += len(columns)
        self._pending += len(columns)
        await self._told(group)

    async def quarantine(self, source: str, external_id: str, raw: bytes, reason: str, at: datetime) -> None:
        """Keep what cannot be taken, as it came: `source` is the protocol, `external_id` who the device says it is.

        Returns when it is committed.
        """
        group = self._group()
        group.refused.append(Refused(source, external_id[:200].replace("\0", ""), raw, reason[:300], at))
        await self._told(group)

    async def keep_raw(self, source: str, raw: bytes, at: datetime) -> None:
        """Keep a document as it came, beside the readings it gave; returns when it is committed."""
        group = self._group()
        group.raw.append((source, raw, at))
        await self._told(group)

    def _group(self) -> _Waiting:
        if self._writer is None or self._writer.done():
            raise Conflict("The inlet is not open.")
        if not self._groups or self._groups[-1].readings >= MOST_AT_ONCE:
            self._groups.append(_Waiting())
        return self._groups[-1]

    async def _told(self, group: _Waiting) -> None:
        told = asyncio.get_running_loop().create_future()
        group.told.append(told)
        self._some.set()
        await told

    async def _write_on(self) -> None:
        while True:
            await self._some.wait()
            self._some.clear()
            while self._groups:
                group = self._groups.pop(0)
                try:
                    await self._write(group)
                except (psycopg.Error, OSError) as error:
                    _tell(group, error)
                except BaseException:
                    _tell(group, Conflict("The inlet was closed before this was written."))
                    raise
                else:
                    _tell(group, None)
                finally:
                    self._pending -= group.readings
                    async with self._room:
                        self._room.notify_all()

    async def _write(self, group: _Waiting) -> None:
        """Commit a group as one transaction, one trip."""
        small = group.readings <= _IN_LINE
        frames = _packed(group.columns) if small else await asyncio.to_thread(_packed, group.columns)
        async with self._database.tx() as tx:
            for shard, count, payload in frames:
                store.append(tx, shard, payload, count, ",".join(sorted(group.sources)), group.received or tx.at)
            if group.refused:
                await self._keep(tx, group.refused)
            rows = [
                (uuid7(tx.at), src, self._keyring is not None, await self._sealed(tx, src, raw), at)
                for src, raw, at in group.raw
            ]
            store.insert_pushed(tx, rows)
        if frames:
            self._ringer.ring()
        self.readings += group.readings
        self.transactions += 1

    async def _keep(self, tx: Tx, refused: list[Refused]) -> None:
        counted, kept = gathered(refused)
        store.count_strangers(tx, counted)
        rows = []
        for one in kept:
            raw = await self._sealed(tx, one.source, one.raw)
            rows.append((uuid7(tx.at), one.source, one.external_id, one.reason, self._keyring is not None, raw, one.at))
        store.insert_quarantine(tx, rows)

    async def _sealed(self, tx: Tx, source: str, raw: bytes) -> bytes:
        if self._keyring is None:
            return raw
        return await access.seal_for(tx, self._keyring, key_of(source), raw, machine=True)


def _packed(parts: list[Columns]) -> list[tuple[int, int, bytes]]:
    """Return (shard, readings, payload), by shard: everyone takes the rows of shards in this order."""
    return [(shard, len(part), pack(part)) for shard, part in by_shard(joined(parts))] if parts else []


def _tell(group: _Waiting, error: BaseException | None) -> None:
    for told in group.told:
        if told.done():  # its caller was cancelled
            continue
        if error:
            told.set_exception(error)
        else:
            told.set_result(None)
