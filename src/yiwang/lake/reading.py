"""Reading the lake: every type of fact is an Ibis table on DuckDB."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING

from yiwang.base.later import later
from yiwang.lake.copies import copied_at, copy_file
from yiwang.lake.following import facts_folder
from yiwang.lake.model import MONTH, Shape, shapes_of
from yiwang.lake.tables import open_table
from yiwang.ledger import Fact

if TYPE_CHECKING:
    import ibis
    import ibis.expr.types as ir
    import pyarrow as pa
    import pyarrow.parquet as pq
    from ibis.backends.duckdb import Backend
else:
    ibis, pa, pq = later("ibis"), later("pyarrow"), later("pyarrow.parquet")


class Lake:
    """The lake as it is when a table is asked for. Threads may share one: they take turns.

    `facts` are the classes that are known: their tables have all columns, empty where nothing has happened yet.
    """

    def __init__(self, lake: Path, facts: Iterable[type[Fact]]) -> None:
        self._lake = lake
        self._folder = facts_folder(lake)
        self._shapes = shapes_of(facts)
        self._backend: Backend = ibis.duckdb.connect(threads=2)
        self._backend.con.execute("SET enable_progress_bar = false")  # of a long query, in whatever terminal it runs
        self._turn = RLock()
        self._number = count()

    def __enter__(self) -> Lake:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of DuckDB."""
        self._backend.disconnect()

    def table(self, fact_type: str) -> ir.Table:
        """Return the facts of a type: the envelope and the fields of the fact; see `Shape`."""
        shape = self._shapes.get(fact_type) or Shape(fact_type, {})
        schema = ibis.Schema.from_pyarrow(shape.schema)
        known = open_table(self._folder / fact_type)
        files = known.file_uris() if known else []
        if not files:
            return ibis.memtable(shape.schema.empty_table())
        with self._turn:
            # Under one name, so that a reader that lives long leaves no trail of views.
            found = self._backend.read_parquet(files, table_name=fact_type, union_by_name=True, hive_partitioning=True)
        missing = {name: ibis.null(kind) for name, kind in schema.items() if name not in found.columns}
        later = [name for name in found.columns if name not in schema]
        return found.mutate(**missing).select(*schema.names, *later).cast({MONTH: "string"})

    def fact_schema(self, fact_type: str) -> pa.Schema:
        """Return the columns that facts of a type have."""
        return (self._shapes.get(fact_type) or Shape(fact_type, {})).schema

    def files_of(self, place: str, within: Sequence[tuple[str, str]] = ()) -> tuple[list[str], list[str]]:
        """Return the files of `facts/TYPE`, `copies/NAME` or a Delta table, and their columns; none before the first.

        Of a Delta table from the partitions (column, least value) on.
        """
        folder, _, name = place.rpartition("/")
        if folder == "copies":
            file = copy_file(self._lake, name)
            return ([str(file)], pq.read_schema(file).names) if file else ([], [])
        known = open_table(self._lake / place)
        if known is None:
            return [], []
        wanted = [uri for uri in known.file_uris() if all(_reaches(uri, *part) for part in within)]
        return wanted, [column.name for column in known.schema().fields]

    def began(self, place: str) -> datetime | None:
        """Return the first `time` in `facts/TYPE` or a Delta table, as its log tells; None where there is none."""
        known = open_table(self._lake / place)
        if known is None:
            return None
        files = pa.table(known.get_add_actions(flatten=True))
        firsts = files["min.time"].to_pylist() if "min.time" in files.column_names else []
        return min((first.astimezone(UTC) for first in firsts if first is not None), default=None)

    @property
    def backend(self) -> Backend:
        """Return the connection, for whoever has this reader for itself."""
        return self._backend

    def rows(self, expression: ir.Table) -> pa.Table:
        """Compute an expression over tables of this lake."""
        with self._turn:
            return self._backend.to_pyarrow(expression)

    def types(self) -> list[str]:
        """Return the types of which there is at least one fact."""
        return sorted(folder.name for folder in self._folder.glob("*.*") if folder.is_dir())

    def copy(self, name: str, schema: pa.Schema) -> ir.Table:
        """Return the last copy of a table that is no fact, with these columns; empty before the first."""
        file = copy_file(self._lake, name)
        return self.files(f"copy_{name}", [str(file)] if file else [], schema)

    def copied_at(self, name: str) -> datetime | None:
        """Return as of which moment the last copy of a table is."""
        return copied_at(self._lake, name)

    def delta(self, name: str, schema: pa.Schema, within: Sequence[tuple[str, str]] = ()) -> ir.Table:
        """Return a Delta table of the lake from the partitions (column, least value) on; empty where there is none."""
        known = open_table(self._lake / name)
        found = known.file_uris() if known else []
        wanted = [uri for uri in found if all(_reaches(uri, column, least) for column, least in within)]
        return self.files(f"delta_{name}", wanted, schema)

    def partitions(self, name: str, column: str) -> set[str]:
        """Return the values that a Delta table's partition has."""
        known = open_table(self._lake / name)
        parts = (part for uri in (known.file_uris() if known else ()) for part in uri.split("/"))
        return {part[len(column) + 1 :] for part in parts if part.startswith(f"{column}=")}

    def files(self, name: str, files: Sequence[str], schema: pa.Schema) -> ir.Table:
        """Return Parquet files as one table of these columns."""
        if not files:
            return ibis.memtable(schema.empty_table())
        with self._turn:
            found = self._backend.read_parquet(files, table_name=name, union_by_name=True, hive_partitioning=True)
        wanted = ibis.Schema.from_pyarrow(schema)
        missing = {column: ibis.null(kind) for column, kind in wanted.items() if column not in found.columns}
        return found.mutate(**missing).select(*wanted.names).cast(dict(wanted.items()))

    def kept(self, name: str, expression: ir.Table) -> ir.Table:
        """Compute an expression once and return it as a table that lives as long as this reader."""
        with self._turn:
            return self._backend.create_table(f"{name}_{next(self._number)}", obj=expression, temp=True)


def _reaches(uri: str, column: str, least: str) -> bool:
    """Whether a file lies in a partition from `least` on."""
    return any(part.startswith(f"{column}=") and part[len(column) + 1 :] >= least for part in uri.split("/"))
