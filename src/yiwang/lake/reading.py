"""Reading the lake: every type of fact is an Ibis table on DuckDB."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING

from yiwang.base.later import later
from yiwang.lake.following import facts_folder
from yiwang.lake.model import MONTH, Shape, shapes_of
from yiwang.lake.tables import open_table
from yiwang.ledger import Fact

if TYPE_CHECKING:
    import ibis
    import ibis.expr.types as ir
    import pyarrow as pa
    from ibis.backends import BaseBackend
else:
    ibis = later("ibis")


class Lake:
    """The lake as it is when a table is asked for. Threads may share one: they take turns.

    `facts` are the classes that are known: their tables have all columns, empty where nothing has happened yet.
    """

    def __init__(self, lake: Path, facts: Iterable[type[Fact]]) -> None:
        self._folder = facts_folder(lake)
        self._shapes = shapes_of(facts)
        self._backend: BaseBackend = ibis.duckdb.connect(threads=2)
        self._turn = RLock()

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

    def rows(self, expression: ir.Table) -> pa.Table:
        """Compute an expression over tables of this lake."""
        with self._turn:
            return self._backend.to_pyarrow(expression)

    def types(self) -> list[str]:
        """Return the types of which there is at least one fact."""
        return sorted(folder.name for folder in self._folder.glob("*.*") if folder.is_dir())
