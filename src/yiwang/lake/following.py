"""Copying every fact from the log into the lake, exactly once, within a minute."""

import asyncio
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path

import structlog

from yiwang import ledger
from yiwang.base.errors import Conflict
from yiwang.db import Database, Tx
from yiwang.lake import store, tables
from yiwang.lake.model import Shape, shapes_of
from yiwang.ledger import Fact, Recorded

BATCH = 10_000
CURSOR = "facts"
_LAST_SEQ = 2**63 - 1

log = structlog.get_logger()


def facts_folder(lake: Path) -> Path:
    """Return where the tables of facts lie: one folder for each type."""
    return lake / "facts"


class LakeWriter:
    """A follower of the log (see `ledger.listen`) that copies facts into Delta tables under `lake`.

    A batch is a number of whole transactions, and the last one's number goes into each table's commit with the rows.
    So a batch done again after a kill, even a longer one, finds in every table what it holds already.

    `facts` are the classes whose fields become columns; facts of other types keep theirs as JSON. Rounds come no more
    often than every `every` seconds, so that files do not become many; `copy` does not wait.
    """

    name = "lake"

    def __init__(self, lake: Path, facts: Iterable[type[Fact]], *, every: float = 20.0) -> None:
        self._folder = facts_folder(lake)
        self._shapes = shapes_of(facts)
        self._every = every
        self._last = float("-inf")
        self._appends: dict[str, int] = {}
        self._checked = False

    async def run_once(self, database: Database) -> int:
        """Copy a batch unless one was copied a moment ago; return how many facts were copied."""
        now = asyncio.get_running_loop().time()
        if now - self._last < self._every:
            return 0
        copied = await self.copy(database)
        if copied < BATCH:  # one that filled its batch is followed by the next at once
            self._last = asyncio.get_running_loop().time()
        return copied

    async def copy(self, database: Database, limit: int = BATCH) -> int:
        """Copy the next batch of about `limit` facts; return how many, 0 when there are none or another is at it."""
        async with database.tx() as tx:
            if not await store.lock(tx, CURSOR):
                return 0
            await self._check_identity(tx)
            position = await store.position(tx, CURSOR)
            facts, all_of_them = await _whole_transactions(tx, position, limit)
            if facts:
                await asyncio.to_thread(self._append, facts)
                position = facts[-1].xid
            store.move(tx, CURSOR, position, tx.at if all_of_them else None)
        return len(facts)

    async def catch_up(self, database: Database) -> int:
        """Copy everything there is now; return how many facts that were."""
        total = 0
        while copied := await self.copy(database):
            total += copied
        return total

    async def tend(self) -> dict[str, int]:
        """Compact and vacuum all tables: a daily errand; return the number of files of each."""
        folders = sorted(path for path in self._folder.glob("*") if path.is_dir())
        return {folder.name: await asyncio.to_thread(tables.compact, folder) for folder in folders}

    def _append(self, facts: Sequence[Recorded]) -> None:
        by_type: dict[str, list[Recorded]] = {}
        for fact in facts:
            by_type.setdefault(fact.type, []).append(fact)
        for name, rows in by_type.items():
            self._append_type(name, rows, facts[-1].xid)

    def _append_type(self, name: str, rows: Sequence[Recorded], version: int) -> None:
        folder = self._folder / name
        held = tables.copied(folder)
        new = [row for row in rows if row.xid > held]
        if not new:
            return
        shape = self._shapes.get(name) or Shape(name, {})
        tables.append(folder, shape.table(new), version)
        self._appends[name] = self._appends.get(name, 0) + 1
        if self._appends[name] >= tables.COMPACT_AFTER:
            self._appends[name] = 0
            log.info("lake table compacted", type=name, files=tables.compact(folder))

    async def _check_identity(self, tx: Tx) -> None:
        """Refuse a folder that was filled from another log: its transaction numbers would hide this one's facts."""
        if self._checked:
            return
        mine = str(await store.identity(tx))
        note = self._folder / ".log"
        if await asyncio.to_thread(_read_or_write, note, mine) != mine:
            raise Conflict(
                "The lake folder was filled from another database. Move it away; it is filled anew from this one's log."
            )
        self._checked = True


async def followed(tx: Tx) -> datetime | None:
    """Return up to which moment of recording the lake holds every fact, None before the first copy."""
    return await store.followed(tx, CURSOR)


async def _whole_transactions(tx: Tx, position: int, limit: int) -> tuple[list[Recorded], bool]:
    """Return the next facts, never half of a transaction's, and whether they are all there are."""
    while True:
        facts = await ledger.read(tx, (position, _LAST_SEQ), limit=limit)
        if len(facts) < limit:
            return facts, True
        whole = [fact for fact in facts if fact.xid != facts[-1].xid]
        if whole:
            return whole, False
        limit *= 2  # a transaction larger than the batch


def _read_or_write(note: Path, text: str) -> str:
    if not note.exists():
        note.parent.mkdir(parents=True, exist_ok=True)
        note.write_text(text)
    return note.read_text()
