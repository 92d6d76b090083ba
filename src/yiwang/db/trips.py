"""One trip to the server: statements go out together, their answers come back together.

psycopg's own pipeline waits for the socket before and after every statement and makes a cursor for each, which costs
more than the statements do. This is the same protocol over the same libpq, with values written and read by psycopg's
adapters: all statements into libpq's buffer, one Sync, and reading until it comes back.
"""

import asyncio
import re
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import msgspec
from psycopg import AsyncConnection
from psycopg.adapt import PyFormat, Transformer
from psycopg.errors import InvalidSqlStatementName, ProgrammingError, error_from_result
from psycopg.pq import ExecStatus
from psycopg.pq.abc import PGconn, PGresult
from psycopg.types.json import set_json_dumps, set_json_loads

Row = dict[str, Any]
Params = Sequence[Any] | Mapping[str, Any]
_MOST_PREPARED = 400  # of each connection: the server keeps a plan for each
_MOST_REMEMBERED = 2000  # queries whose first use, or whose columns, are remembered
_PLACEHOLDER = re.compile(r"%(?:(%)|(s)|\((\w+)\)s|.?)", re.DOTALL)


class Answer:
    """What the server said to one statement. Rows are loaded when asked for."""

    __slots__ = ("_plans", "_query", "_result")

    def __init__(self, plans: "_Plans", query: bytes, result: PGresult) -> None:
        self._plans = plans
        self._query = query
        self._result = result

    def rows(self) -> list[Row]:
        """Return the rows, by column names."""
        return self._plans.load(self._query, self._result, self._result.ntuples)

    def row(self) -> Row | None:
        """Return the first row, or None."""
        return self._plans.load(self._query, self._result, 1)[0] if self._result.ntuples else None

    @property
    def count(self) -> int:
        """How many rows the statement changed or found."""
        return self._result.command_tuples or 0

    @property
    def command(self) -> bytes:
        """The server's word for what it did: b"UPDATE 1", b"COMMIT"."""
        return self._result.command_status or b""


class TravellingConnection(AsyncConnection[Any]):
    """What the pool of `Database` opens: a connection whose statements travel together."""

    _plans: "_Plans | None" = None

    async def trip(self, statements: Sequence[tuple[str, Params]]) -> list[Answer]:
        """Send all statements (`%s` or `%(name)s` for values) and return an answer for each.

        The first error is raised; what stood behind it was not run. Whoever is interrupted on the way loses the
        connection, since nobody could say what the server has done.
        """
        plans = self._plans = self._plans or _Plans(self)
        ready = [plans.ready(query, params) for query, params in statements]  # nothing is sent unless all can be
        pgconn = self.pgconn
        pgconn.enter_pipeline_mode()
        try:
            before = [plans.send(pgconn, statement) for statement in ready]
            pgconn.pipeline_sync()
            results = await _exchange(pgconn)
            pgconn.exit_pipeline_mode()
        except BaseException:
            pgconn.finish()
            raise
        plans.check(results)
        answers, at = [], -1
        for statement, extra in zip(ready, before, strict=True):
            at += extra + 1
            answers.append(Answer(plans, statement.query, results[at]))
        return answers


async def _exchange(pgconn: PGconn) -> list[PGresult]:
    """Send what is in the buffer, reading all the while, until the Sync comes back."""
    results: list[PGresult] = []
    while True:
        unsent = bool(pgconn.flush())
        await _until_ready(pgconn.socket, writing=unsent)
        pgconn.consume_input()
        while not pgconn.is_busy():
            result = pgconn.get_result()
            if result is None:  # between the results of two statements
                continue
            if result.status == ExecStatus.PIPELINE_SYNC:
                return results
            results.append(result)


async def _until_ready(socket: int, *, writing: bool) -> None:
    """Wait until the socket can be read, or also until it can be written."""
    loop = asyncio.get_running_loop()
    woken = loop.create_future()

    def wake() -> None:
        if not woken.done():
            woken.set_result(None)

    loop.add_reader(socket, wake)
    if writing:
        loop.add_writer(socket, wake)
    try:
        await woken
    finally:
        loop.remove_reader(socket)
        if writing:
            loop.remove_writer(socket)


class _Ready(NamedTuple):
    """A statement as it is sent."""

    query: bytes
    values: Sequence[Any]
    types: tuple[int, ...]
    formats: Sequence[Any]


class _Plans:
    """What a connection's server has prepared, and how values get in and out.

    A query is prepared when it comes for the second time with values of the same types.
    """

    def __init__(self, connection: AsyncConnection[Any]) -> None:
        set_json_dumps(msgspec.json.encode, connection)
        set_json_loads(msgspec.json.decode, connection)
        self._adapt = Transformer(connection)
        self._names: OrderedDict[tuple[bytes, tuple[int, ...]], bytes] = OrderedDict()
        self._seen: set[tuple[bytes, tuple[int, ...]]] = set()
        self._fresh: list[tuple[bytes, tuple[int, ...]]] = []
        self._columns: dict[bytes, list[str]] = {}
        self._number = 0

    def ready(self, query: str, params: Params) -> _Ready:
        translated, names, formats = _translated(query)
        if isinstance(params, Mapping):
            params = [params[name] for name in names or ()]
        elif names is not None:
            raise ProgrammingError(f"values without names for the named placeholders of {query[:80]}")
        if len(params) != len(formats):
            raise ProgrammingError(f"{len(params)} values for the {len(formats)} placeholders of {query[:80]}")
        values = self._adapt.dump_sequence(params, formats)
        return _Ready(translated, values, self._adapt.types or (), self._adapt.formats or ())

    def send(self, pgconn: PGconn, statement: _Ready) -> int:
        """Put a statement into the buffer; return how many results come before its own."""
        query, values, types, formats = statement
        key, before = (query, types), 0
        name = self._names.get(key)
        if name is None:
            if key not in self._seen:
                self._remember(key)
                pgconn.send_query_params(query, values, types, formats)
                return 0
            name, before = self._prepare(pgconn, key)
        else:
            self._names.move_to_end(key)
        pgconn.send_query_prepared(name, values, formats)
        return before

    def _remember(self, key: tuple[bytes, tuple[int, ...]]) -> None:
        if len(self._seen) >= _MOST_REMEMBERED:
            self._seen.clear()
        self._seen.add(key)

    def _prepare(self, pgconn: PGconn, key: tuple[bytes, tuple[int, ...]]) -> tuple[bytes, int]:
        results = 1
        if len(self._names) >= _MOST_PREPARED:
            _, oldest = self._names.popitem(last=False)
            pgconn.send_query_params(b"DEALLOCATE " + oldest, None)
            results = 2
        self._number += 1
        name = self._names[key] = b"yiwang_%d" % self._number
        self._fresh.append(key)
        pgconn.send_prepare(name, *key)
        return name, results

    def check(self, results: Sequence[PGresult]) -> None:
        """Raise the first error among the results. What was prepared with them may not be there then."""
        failed = next((result for result in results if result.status == ExecStatus.FATAL_ERROR), None)
        fresh, self._fresh = self._fresh, []
        if failed is not None:
            for key in fresh:
                self._names.pop(key, None)
            if isinstance(error := error_from_result(failed, self._adapt.encoding), InvalidSqlStatementName):
                self._names.clear()  # somebody deallocated behind our back: the next trip prepares anew
            raise error

    def load(self, query: bytes, result: PGresult, rows: int) -> list[Row]:
        """Return the first rows of a result."""
        names = self._columns.get(query)
        if names is None or len(names) != result.nfields:
            if len(self._columns) >= _MOST_REMEMBERED:
                self._columns.clear()
            names = [(result.fname(at) or b"").decode() for at in range(result.nfields)]
            self._columns[query] = names
        self._adapt.set_pgresult(result)
        return self._adapt.load_rows(0, rows, lambda values: dict(zip(names, values, strict=True)))


@lru_cache(maxsize=_MOST_REMEMBERED)
def _translated(query: str) -> tuple[bytes, list[str] | None, list[PyFormat]]:
    """Return the query with $1, $2 …, the names in that order (None when values come by position), their formats."""
    names: list[str] = []
    places = 0

    def place(found: "re.Match[str]") -> str:
        nonlocal places
        percent, positional, name = found.groups()
        if percent:
            return "%"
        if positional:
            places += 1
            return f"${places}"
        if name is None:
            raise ProgrammingError(f"only %s, %(name)s and %% may stand in a query: {query[:80]}")
        if name not in names:
            names.append(name)
        return f"${names.index(name) + 1}"

    text = _PLACEHOLDER.sub(place, query)
    if names and places:
        raise ProgrammingError(f"a query has values either by name or by position: {query[:80]}")
    return text.encode(), names or None, [PyFormat.AUTO] * (len(names) or places)
