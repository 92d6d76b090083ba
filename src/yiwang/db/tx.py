"""One request, one transaction: what a verb writes through, sent to the server in as few trips as can be."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import Any, LiteralString
from uuid import UUID

from psycopg.errors import DivisionByZero

from yiwang.base.errors import Conflict
from yiwang.db.memory import Memory
from yiwang.db.trips import Answer, Params, Row, TravellingConnection

Origin = str  # "live", "history" or "replay": what `notices` and `timers` look at before they act
_MOST_VALUES = 16  # rows of one insert
Check = Callable[[Row | None], None]  # looks at the first row of an expected statement; raises when it is wrong


class Stale(Exception):
    """What a process remembered is not what the database holds now: begin anew, remembering nothing."""


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
        "_gathered",
        "_kept",
        "_memory",
        "_queue",
        "_vouched",
        "at",
        "at_once",
        "origin",
        "platform",
        "recalls",
        "recorded",
    )

    def __init__(
        self,
        conn: TravellingConnection,
        at: datetime,
        *,
        platform: str,
        origin: Origin = "live",
        at_once: Mapping[type, Sequence[Callable[..., Awaitable[None]]]] | None = None,
        memory: Memory | None = None,
        recalls: bool = False,
    ) -> None:
        """`memory` is where `keep` leaves things; `recalls` says that whoever opened this begins anew when `Stale`."""
        self._conn = conn
        self._memory = memory
        self._kept: list[tuple[UUID, object]] = []
        self._vouched = 0
        self.recalls = recalls
        self._queue: list[tuple[LiteralString, Params, Check | None, bool]] = []
        self._gathered: dict[LiteralString, list[Sequence[Any]]] = {}
        self._begun = False
        self.at = at
        self.platform = platform
        self.origin = origin
        self.at_once = at_once or {}
        self.recorded = 0  # facts written so far; the database wakes the listeners after the commit if any

    def put(self, query: LiteralString, params: Params = ()) -> None:
        """Queue a write whose answer nobody needs."""
        self._queue.append((query, params, None, False))

    def gather(self, into: LiteralString, row: Sequence[Any]) -> None:
        """Gather a row for "INSERT INTO … (…)"; all of them leave in one statement, with the commit.

        For rows that nothing in the transaction reads or refers to: facts, the audit trail.
        """
        self._gathered.setdefault(into, []).append(row)

    def expect(self, query: LiteralString, params: Params, check: Check) -> None:
        """Queue a read whose first row `check` sees before anything read later is handed out, or commits."""
        self._queue.append((query, params, check, True))

    def vouch(self, query: LiteralString, params: Params, hear: Check | None = None) -> None:
        """Queue a look that fails in the server, by dividing by zero, unless what was remembered is so still.

        Then nothing behind it is run, the commit included, and `Stale` is raised: so it needs no trip of its own.
        `hear` is told its first row afterwards.
        """
        self._vouched += 1
        self._queue.append((query, params, hear, False))

    @property
    def unchecked(self) -> bool:
        """Whether what was remembered, or an expected read, has not been looked at yet."""
        return self._vouched > 0 or any(waits for *_, waits in self._queue)

    def recall(self, key: UUID) -> object | None:
        """Return what was kept under the key a moment ago, to be vouched for; None where that may not be relied on."""
        return self._memory.find(key, self.at) if self._memory and self.recalls else None

    def keep(self, key: UUID, value: object) -> None:
        """Remember this in the process, once it is committed."""
        self._kept.append((key, value))

    async def rows(self, query: LiteralString, params: Params = ()) -> list[Row]:
        """Send what is queued and `query`; return the rows of `query`."""
        return (await self._send(query, params)).rows()

    async def row(self, query: LiteralString, params: Params = ()) -> Row | None:
        """Return the first row, or None."""
        return (await self._send(query, params)).row()

    async def value(self, query: LiteralString, params: Params = ()) -> Any:
        """Return the first column of the first row, or None."""
        row = await self.row(query, params)
        return next(iter(row.values())) if row else None

    async def count(self, query: LiteralString, params: Params = ()) -> int:
        """Return how many rows a guarded statement changed: look at it before you believe it happened."""
        return (await self._send(query, params)).count

    @property
    def connection(self) -> TravellingConnection:
        """The connection itself, for COPY; flush first."""
        return self._conn

    async def flush(self) -> None:
        """Send what is queued and gathered, and wait until the server took it."""
        self._queue_gathered()
        if self._queue or not self._begun:
            await self._travel()

    def _queue_gathered(self) -> None:
        for into, rows in self._gathered.items():
            for start in range(0, len(rows), _MOST_VALUES):
                some = rows[start : start + _MOST_VALUES]
                self.put(_insert(into, len(some), len(some[0])), [v for row in some for v in row])
        self._gathered = {}

    async def _send(self, query: LiteralString, params: Params) -> Answer:
        self._queue.append((query, params, None, False))
        return (await self._travel())[-1]

    async def _travel(self) -> list[Answer]:
        """Send the queue in one trip, the first one with BEGIN; look at what was expected."""
        queue, self._queue = self._queue, []
        vouched, self._vouched = self._vouched, 0
        if not self._begun:
            self._begun = True
            queue.insert(0, ("BEGIN", (), None, False))
        try:
            answers = await self._conn.trip([(query, params) for query, params, *_ in queue])
        except DivisionByZero:
            if vouched:
                raise Stale from None
            raise
        for (_, _, check, _), answer in zip(queue, answers, strict=True):
            if check:
                check(answer.row())
        return answers

    async def commit(self) -> None:
        """Send the rest and commit, in one trip. Only `Database.tx` calls this."""
        self._queue_gathered()
        if any(waits for *_, waits in self._queue):
            await self._travel()
        if not self._queue and not self._begun:
            return
        # The server undoes a transaction that failed, without an error.
        if (await self._send("COMMIT", ())).command != b"COMMIT":
            raise Conflict("The transaction had failed before; nothing of it was kept.")
        if self._memory:
            for key, value in self._kept:
                self._memory.keep(key, value, self.at)


@cache
def _insert(into: LiteralString, rows: int, columns: int) -> LiteralString:
    """Return the statement that inserts so many rows: few numbers of rows occur, so each stays prepared."""
    values: LiteralString = "(" + ", ".join(["%s"] * columns) + ")"
    return into + " VALUES " + ", ".join([values] * rows)
