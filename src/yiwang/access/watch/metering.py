"""Counting calls in memory, and writing the counts down in batches: no write on the way of a request."""

import asyncio
from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache
from uuid import UUID

import psycopg
import structlog

from yiwang.access.model import Actor
from yiwang.access.watch import store
from yiwang.access.watch.limiting import Limits
from yiwang.access.watch.model import NOBODY, Came, Counted, network_of
from yiwang.db.database import Database

FLUSH_EVERY = 10.0  # seconds
_MOST_KEPT = 50_000  # rows in memory while the database is away; beyond them calls are not counted
log = structlog.get_logger()

Holder = tuple[UUID, str]
_network = lru_cache(maxsize=4096)(network_of)


class Meter:
    """The counts of one process since they were last written down."""

    def __init__(self) -> None:
        self.counts: dict[tuple[UUID, str, str, datetime], Counted] = {}
        self.networks: dict[tuple[UUID, str], Came] = {}

    def note(
        self,
        holder: Holder,
        data_set: str,
        at: datetime,
        status: int,
        size: int,
        spent: float,
        address: str | None,
    ) -> None:
        """Count one call: the one thing done on the way of a request. `spent` is in seconds."""
        hour = at.replace(minute=0, second=0, microsecond=0)
        key = (*holder, data_set, hour)
        counted = self.counts.get(key)
        if counted is None:
            if len(self.counts) >= _MOST_KEPT:
                return
            counted = self.counts[key] = Counted()
        counted.calls += 1
        counted.bytes += size
        counted.milliseconds += spent * 1000
        if status == 429:
            counted.limited += 1
        elif status >= 500:
            counted.failed += 1
        elif status >= 400:
            counted.refused += 1
        self._note_network(holder[0], _network(address), at)

    def _note_network(self, holder: UUID, network: str, at: datetime) -> None:
        came = self.networks.get((holder, network))
        if came is None:
            if len(self.networks) < _MOST_KEPT:
                self.networks[holder, network] = Came(at, at, 1)
        else:
            came.last = at
            came.calls += 1

    async def flush(self, database: Database) -> int:
        """Write the counts down in two statements; what cannot be written is kept and goes with the next. How many."""
        counts, self.counts = self.counts, {}
        networks, self.networks = self.networks, {}
        if not counts:
            return 0
        try:
            async with database.tx() as tx:
                store.add_calls(tx, [(*key, counted) for key, counted in sorted(counts.items(), key=_order)])
                store.add_networks(tx, [(*key, came) for key, came in sorted(networks.items())])
        except psycopg.OperationalError:
            self._put_back(counts, networks)
            raise
        return len(counts)

    def _put_back(
        self, counts: Mapping[tuple[UUID, str, str, datetime], Counted], networks: Mapping[tuple[UUID, str], Came]
    ) -> None:
        for key, counted in counts.items():
            self.counts.setdefault(key, Counted()).add(counted)
        for where, came in networks.items():
            now = self.networks.setdefault(where, Came(came.first, came.last, 0))
            now.first = min(now.first, came.first)
            now.calls += came.calls


def holder_of(actor: Actor | None) -> Holder:
    """Return who is counted: a key (one application's one purpose), an account, or nobody who is known."""
    if actor is None:
        return NOBODY, "stranger"
    if actor.kind == "application":
        return actor.session or actor.id, "key"
    return actor.id, "account"


async def keep_flushing(database: Database, meter: Meter, limits: Limits, every: float = FLUSH_EVERY) -> None:
    """Write the counts down and read the keys' limits every few seconds, until cancelled; then once more."""
    this = asyncio.current_task()
    try:
        # A cancellation that got lost in a round (see base.tasks) is counted all the same.
        while not (this and this.cancelling()):
            await _round(database, meter, limits)
            await asyncio.sleep(0 if this and this.cancelling() else every)
    finally:
        await _round(database, meter, limits)


async def _round(database: Database, meter: Meter, limits: Limits) -> None:
    try:
        await meter.flush(database)
        await limits.refresh(database)
    except psycopg.OperationalError as error:
        log.warning("the database does not answer; calls are counted in memory", error=str(error))


def _order(item: tuple[tuple[UUID, str, str, datetime], Counted]) -> tuple[UUID, str, datetime]:
    """One order for all processes, so that no two wait for each other."""
    holder, _, data_set, hour = item[0]
    return holder, data_set, hour
