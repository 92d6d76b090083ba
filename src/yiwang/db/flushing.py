"""A connection and a cursor for pipelines: nothing is waited for that has not been sent, and nothing sent piecemeal.

In pipeline mode psycopg (3.3) tries to send the last statement once and then only reads. Of a statement longer than
the socket takes at once the rest stays behind: the server waits for it, we wait for the server, for ever. Here
whatever is still to be sent is sent whenever psycopg waits to read.
"""

from typing import Any, TypeVar

from psycopg import AsyncConnection, AsyncCursor
from psycopg.abc import Params, PQGen, Query
from psycopg.pq.abc import PGconn
from psycopg.rows import DictRow, dict_row
from psycopg.waiting import READY_R, WAIT_R, WAIT_RW

T = TypeVar("T")


class QueueingCursor(AsyncCursor[DictRow]):
    """A cursor whose statements in a pipeline only queue; the pipeline's end sends them together.

    psycopg's own looks at the socket after every statement, which costs as much as the statement itself.
    """

    def _execute_gen(
        self, query: Query, params: Params | None = None, *, prepare: bool | None = None, binary: bool | None = None
    ) -> PQGen[None]:
        yield from self._start_query(query)
        yield from self._maybe_prepare_gen(self._convert_query(query, params), prepare=prepare, binary=binary)
        self._last_query = query
        if pipeline := self._conn._pipeline:
            # Into libpq's buffer at once: the pipeline itself waits for the socket before each of them.
            while pipeline.command_queue:
                pipeline.command_queue.popleft()()
        yield from self._conn._prepared.maintain_gen(self._conn)


class FlushingConnection(AsyncConnection[Any]):
    """What the pool of `Database` opens."""

    def queueing(self) -> QueueingCursor:
        """Return a cursor for a pipeline."""
        return QueueingCursor(self, row_factory=dict_row)

    async def wait(
        self,
        gen: PQGen[T],
        interval: float = 0.1,
        timeout: float | None = None,  # noqa: ASYNC109 - psycopg calls it so
    ) -> T:
        """Drive one of psycopg's generators; seconds: how often it looks for Ctrl-C, and when it gives up."""
        return await super().wait(_flushed(gen, self.pgconn), interval, timeout)


def _flushed(gen: PQGen[T], pgconn: PGconn) -> PQGen[T]:
    try:
        wanted = next(gen)
        while True:
            ready = yield wanted if wanted != WAIT_R or not pgconn.flush() else WAIT_RW
            # Room to write is no news for who waits to read: the rest is flushed with the next round.
            while wanted == WAIT_R and ready and not ready & READY_R:
                ready = yield WAIT_RW if pgconn.flush() else WAIT_R
            wanted = gen.send(ready)
    except StopIteration as stop:
        found: T = stop.value
        return found
