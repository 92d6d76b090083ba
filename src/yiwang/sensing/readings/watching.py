"""Who is online: each half minute the worker compares when a device was last heard with what its class allows."""

from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from yiwang.db import Database, Tx
from yiwang.definitions import Kept
from yiwang.sensing import classes
from yiwang.sensing.classes import ClassBook
from yiwang.sensing.devices import mark_online
from yiwang.sensing.readings.asking import Readings
from yiwang.sensing.readings.latest import NEVER


class Watch:
    """The worker's watch over the latest values: saves them now and then, and notes who went on- and offline."""

    def __init__(self, data_dir: Path) -> None:
        self.readings = Readings.over(data_dir)
        self._classes: Kept[ClassBook] = classes.kept()
        self._online: dict[object, bool] = {}

    async def look(self, database: Database) -> tuple[int, int]:
        """Return how many devices went online and offline since the last look; only those are written."""
        async with database.tx() as tx:
            await self.readings.fresh(tx)
            await self.readings.latest.save(tx)
            await self._classes.refresh(tx)
            return await self._note(tx, await self._classes.get(tx))

    async def _note(self, tx: Tx, book: ClassBook) -> tuple[int, int]:
        known = list(self.readings.directory)
        firsts = np.array([one.first for one in known], np.int64)
        counts = np.array([len(one.metrics) for one in known], np.int64)
        spans = {code: kind.offline_after_s for code in {one.class_code for one in known} if (kind := book.last(code))}
        limits = np.array([spans.get(one.class_code, 86_400) * 1000 for one in known], np.int64)
        heard = self.readings.latest.heard(firsts, counts)
        online = (heard != NEVER) & (heard >= int(tx.at.timestamp() * 1000) - limits)
        moved = [place for place, one in enumerate(known) if self._online.get(one.id) is not bool(online[place])]
        told = []
        for state in (True, False):
            some = [place for place in moved if bool(online[place]) is state]
            seen = [None if heard[place] == NEVER else _moment(int(heard[place])) for place in some]
            told.append(await mark_online(tx, [known[place].id for place in some], seen, state) if some else 0)
        for place in moved:
            self._online[known[place].id] = bool(online[place])
        return told[0], told[1]


def _moment(ms: int) -> datetime:
    return datetime.fromtimestamp(ms / 1000, UTC)
