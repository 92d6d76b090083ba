"""One request, one transaction: what a verb writes through, sent to the server in as few trips as can be."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import Any, LiteralString

from psycopg.rows import DictRow, dict_row

from yiwang.base.errors import Conflict
from yiwang.db.flushing import FlushingConnection

Origin = str  # "live", "history" or "replay": what `notices` and `timers` look at before they act
Params = Sequence[Any] | Mapping[str, Any]
_MOST_VALUES = 16  # rows of one insert
Check = Callable[[DictRow | None], None]  # looks at the first row of an expected statement; raises when it is wrong


class Tx:
    """An open transaction. Nothing inside commits: `Database.tx` does, once, at the end.

    `at` is the moment of recording, `origin` says whether this is live, history or a replay.
    Reads and guarded writes wait for their answer (`rows`, `row`, `value`, `count`).
    `put` queues a write nobody waits for: it leaves with the next wait or with the commit, in order, in one
    network trip. An error in a queued write surfaces there and undoes the whole transaction all the same.
    """

    __slots__ = (
        "_begun",
        "_conn",
        "_expected",
        "_gathered",
        "_queue",
        "at",
        "at_once",
        "origin",
        "platform",
        "recorded",
    )

    def __init__(
        self,
        conn: FlushingConnection,
        at: datetime,
        *,
        platform: str,
        origin: Origin = "live",
        at_once: Mapping[type, Sequence[Callable[..., Awaitable[None]]]] | None = None,
    ) -> None:
        self._conn = conn
        self._queue: list[tuple[LiteralString, Params, Check | None]] = []
        self._expected: list[tuple[Any, Check]] = []
        self._gathered: dict[LiteralString, list[Sequence[Any]]] = {}
        self._begun = False
        self.at = at
        self.platform = platform
        self.origin = origin
        self.at_once = at_once or {}
        self.recorded = 0  # facts written so far; the database wakes the listeners after the commit if any

    def put(self, query: LiteralString, params: Params = ()) -> None:
        """Queue a write whose answer nobody needs."""
        self._queue.append((query, params, None))

    def gather(self, into: LiteralString, row: Sequence[Any]) -> None:
        """Gather a row for "INSERT INTO … (…)"; all of them leave in one statement, with the commit.

        For rows that nothing in the transaction reads or refers to: facts, the audit trail.
        """
        self._gathered.setdefault(into, []).append(row)

    def expect(self, query: LiteralString, params: Params, check: Check) -> None:
        """Queue a read whose first row `check` sees before anything read later is handed out, or commits."""
        self._queue.append((query, params, check))

    @property
    def unchecked(self) -> bool:
        """Whether an expected read has not been looked at yet."""
        return any(check for *_, check in self._queue) or bool(self._expected)

    async def rows(self, query: LiteralString, params: Params = ()) -> list[DictRow]:
        """Send what is queued and `query`; return the rows of `query`."""
        cursor = await self._send(query, params)
        found: list[DictRow] = await cursor.fetchall()
        return found

    async def row(self, query: LiteralString, params: Params = ()) -> DictRow | None:
        """Return the first row, or None."""
        cursor = await self._send(query, params)
        found: DictRow | None = await cursor.fetchone()
        return found

    async def value(self, query: LiteralString, params: Params = ()) -> Any:
        """Return the first column of the first row, or None."""
        row = await self.row(query, params)
        return next(iter(row.values())) if row else None

    async def count(self, query: LiteralString, params: Params = ()) -> int:
        """Return how many rows a guarded statement changed: look at it before you believe it happened."""
        cursor = await self._send(query, params)
        return int(cursor.rowcount)

    @property
    def connection(self) -> FlushingConnection:
        """The connection itself, for COPY; flush first."""
        return self._conn

    async def flush(self) -> None:
        """Send what is queued and gathered, and wait until the server took it."""
        self._queue_gathered()
        if self._queue or not self._begun:
            async with self._conn.pipeline():
                await self._send_queue()
            await self._look()

    def _queue_gathered(self) -> None:
        for into, rows in self._gathered.items():
            for start in range(0, len(rows), _MOST_VALUES):
                some = rows[start : start + _MOST_VALUES]
                self._queue.append((_insert(into, len(some), len(some[0])), [v for row in some for v in row], None))
        self._gathered = {}

    async def _send(self, query: LiteralString, params: Params) -> Any:
        if self._begun and not self._queue:
            cursor = self._conn.cursor(row_factory=dict_row)
            await cursor.execute(query, params)
            return cursor
        # The first statement travels with BEGIN, later ones with what was queued before them.
        queued = self._conn.queueing()
        async with self._conn.pipeline():
            await self._send_queue()
            await queued.execute(query, params)
        await self._look()
        return queued

    async def _send_queue(self) -> None:
        queue, self._queue = self._queue, []
        if not self._begun:
            # By ourselves: the driver's own BEGIN waits for its answer even in a pipeline.
            self._begun = True
            await self._conn.queueing().execute("BEGIN")
        for query, params, check in queue:
            cursor = self._conn.queueing()
            await cursor.execute(query, params)
            if check:
                self._expected.append((cursor, check))

    async def _look(self) -> None:
        expected, self._expected = self._expected, []
        for cursor, check in expected:
            check(await cursor.fetchone())

    async def commit(self) -> None:
        """Send the rest and commit, in one trip. Only `Database.tx` calls this."""
        self._queue_gathered()
        if any(check for *_, check in self._queue):
            await self.flush()
        if not self._queue and not self._begun:
            return
        last = self._conn.queueing()
        async with self._conn.pipeline():
            await self._send_queue()
            await last.execute("COMMIT")
        if last.statusmessage != "COMMIT":  # the server undoes a transaction that failed, without an error
            raise Conflict("The transaction had failed before; nothing of it was kept.")


@cache
def _insert(into: LiteralString, rows: int, columns: int) -> LiteralString:
    """Return the statement that inserts so many rows: few numbers of rows occur, so each stays prepared."""
    values: LiteralString = "(" + ", ".join(["%s"] * columns) + ")"
    return into + " VALUES " + ", ".join([values] * rows)
