"""The vital signs of this platform: what they are computed from, and one round of computing and acting."""

import asyncio
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from yiwang import lake
from yiwang.app.platform import Platform
from yiwang.signs import acting, declaring
from yiwang.signs.acting import Done
from yiwang.signs.formulas import FORMULAS
from yiwang.signs.model import STEP, boundary
from yiwang.signs.reaching import tree_at
from yiwang.signs.running import Computed, Means, compute
from yiwang.signs.sources import Copier, Planned, Plans, planned

LOOK_BACK = timedelta(hours=2)  # how late a round may still act: older ones only fill the history

FIRST = ("event.admitted", "case.filed")


@dataclass
class Vitals:
    """What one process holds to compute signs; one round at a time."""

    platform: Platform
    copier: Copier = field(init=False)
    plans: Plans = field(default_factory=Plans)
    _followed: datetime | None = None

    def __post_init__(self) -> None:
        self.copier = Copier(self.platform.settings.data_dir / "lake", self.platform.books.zone)

    async def round(self, at: datetime, *, action: bool = True) -> tuple[Computed, Done | None]:
        """Compute all signs as of a moment, then do what those that are red ask for."""
        done = await self.compute(at)
        if not action or not done.latest:
            return done, None
        async with self.platform.database.tx() as tx:
            tree = await tree_at(tx, self.platform.books, at)
        return done, await acting.act(self.platform.database, self.platform.books, tree, at=at)

    async def compute(self, at: datetime, only: Sequence[str] | None = None) -> Computed:
        """Compute signs as of a moment and keep what comes out; nothing is done about it."""
        async with self.platform.database.tx() as tx:
            tree = await tree_at(tx, self.platform.books, at)
        return await compute(self.platform.database, self.means(), tree, at=at, only=only)

    def means(self) -> Means:
        """Return what computations work with."""
        folder = self.platform.settings.data_dir / "lake" / "signs"
        return Means(self._opened, planned(FORMULAS), self.platform.books.zone, folder, self._prepare)

    async def _prepare(self, at: datetime) -> None:
        async with self.platform.database.tx() as tx:
            self._followed = await lake.followed(tx)
            now = tx.at
        # Copies tell of now: for the past there are the facts alone.
        if now - at < LOOK_BACK:
            await self.copier.copy(self.platform.database)

    def _begun(self) -> datetime | None:
        """Return when there was first something to count: before that, nothing is not none."""
        with self.platform.open_lake() as opened:
            firsts = [opened.rows(opened.table(name).time.min().as_table()).column(0)[0].as_py() for name in FIRST]
        return min((first for first in firsts if first is not None), default=None)

    @contextmanager
    def _opened(self, at: datetime) -> Iterator[Planned]:
        with self.platform.open_lake() as opened:
            yield Planned(opened, at, self.platform.books.zone, self._followed, plans=self.plans)

    async def past(self, start: datetime, end: datetime, *, hourly: bool) -> AsyncIterator[tuple[datetime, Computed]]:
        """Fill the history of [start, end]: all signs and scores at each midnight, hours (`hourly`) at each hour."""
        async with self.platform.database.tx() as tx:
            signs = await declaring.in_force(tx, tx.at)
        begun = await asyncio.to_thread(self._begun)
        if begun is None:
            return
        of_hours = [sign.code for sign in signs.values() if sign.period == "1h"]
        for moment in moments(max(start, begun), end, self.platform.books.zone, hourly=hourly):
            midnight = boundary("1d", moment, self.platform.books.zone) == moment
            yield moment, await self.compute(moment, None if midnight else of_hours)


def moments(start: datetime, end: datetime, zone: ZoneInfo, *, hourly: bool) -> list[datetime]:
    """Return the midnights in [start, end], or all its full hours (`hourly`), oldest first."""
    period = "1h" if hourly else "1d"
    found = []
    at = boundary(period, end, zone)
    while at >= start:
        found.append(at)
        at = boundary(period, at - STEP, zone)
    return found[::-1]


def rounded(at: datetime) -> datetime:
    """Return the last full ten minutes."""
    return at - timedelta(seconds=at.timestamp() % STEP.total_seconds())
