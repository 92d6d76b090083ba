"""SQL on DuckDB: the rows of formulas summed up the tree, kept as Parquet, and read back a page at a time."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, LiteralString
from uuid import UUID

from yiwang.base.later import later

if TYPE_CHECKING:
    import duckdb
    import pyarrow as pa
else:
    duckdb = later("duckdb")

ROWS = "sign_rows"  # the table that the rows of one sign stand in
_COLUMNS: LiteralString = "SELECT coalesce(node, ?) AS node, top, bottom, item::VARCHAR AS item"
_WITH_KIND: LiteralString = f"{_COLUMNS}, kind FROM sign_rows"
_WITHOUT: LiteralString = f"{_COLUMNS}, '' AS kind FROM sign_rows"


def prepare(con: duckdb.DuckDBPyConnection, closure: pa.Table) -> None:
    """Make the tables of a computation; `closure` says in which places (`place_no`) each leaf counts."""
    con.register("sign_closure_given", closure)
    con.execute("CREATE OR REPLACE TEMP TABLE sign_closure AS SELECT * FROM sign_closure_given")
    con.execute("CREATE OR REPLACE TEMP TABLE sign_leaf AS SELECT DISTINCT leaf, leaf_no FROM sign_closure")
    con.unregister("sign_closure_given")
    con.execute(
        """CREATE OR REPLACE TEMP TABLE sign_sum
        (sign_no INTEGER, leaf_no INTEGER, top DOUBLE, bottom DOUBLE, n BIGINT, most DOUBLE, least DOUBLE)"""
    )
    con.execute("CREATE OR REPLACE TEMP TABLE sign_point (sign_no INTEGER, leaf_no INTEGER, top DOUBLE)")


def drop_rows(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("DROP TABLE IF EXISTS sign_rows")


def make_rows(con: duckdb.DuckDBPyConnection, sql: str) -> None:
    """Make what a query gives the rows of a sign."""
    con.execute(f"CREATE TABLE {ROWS} AS {sql}")


def give_rows(con: duckdb.DuckDBPyConnection, given: pa.Table) -> None:
    """Make `given` the rows of a sign."""
    drop_rows(con)
    con.register("sign_given", given)
    con.execute("CREATE TABLE sign_rows AS SELECT * FROM sign_given")
    con.unregister("sign_given")


def add_rows(con: duckdb.DuckDBPyConnection, number: int, *, points: bool) -> None:
    """Add the rows of sign `number` by leaf; with `points` each one too, for what no sums give."""
    con.execute(
        """INSERT INTO sign_sum SELECT ?, coalesce(l.leaf_no, -1), sum(r.top), sum(r.bottom), count(r.top), max(r.top),
            min(r.top) FROM sign_rows r LEFT JOIN sign_leaf l ON l.leaf = r.node WHERE isfinite(r.top) GROUP BY ALL""",
        [number],
    )
    if points:
        con.execute(
            """INSERT INTO sign_point SELECT ?, coalesce(l.leaf_no, -1), r.top
            FROM sign_rows r LEFT JOIN sign_leaf l ON l.leaf = r.node WHERE isfinite(r.top)""",
            [number],
        )


def keep_rows(con: duckdb.DuckDBPyConnection, path: Path, root: UUID, *, with_kind: bool) -> None:
    """Write the rows that open, whole or not at all."""
    half = path.with_suffix(".half")
    kept: LiteralString = _WITH_KIND if with_kind else _WITHOUT
    written = str(half).replace("'", "''")
    con.execute(f"COPY ({kept} WHERE item IS NOT NULL) TO '{written}' (FORMAT parquet)", [str(root)])
    half.replace(path)


def sums(con: duckdb.DuckDBPyConnection) -> dict[str, Any]:
    """Return the sums of every sign at every place, as columns."""
    return con.execute(
        """SELECT s.sign_no, c.place_no, sum(s.top) AS top, sum(s.bottom) AS bottom, sum(s.n)::DOUBLE AS n,
            max(s.most) AS most, min(s.least) AS least
        FROM sign_sum s JOIN sign_closure c USING (leaf_no) GROUP BY ALL"""
    ).fetchnumpy()


def medians(con: duckdb.DuckDBPyConnection) -> dict[str, Any]:
    return con.execute(
        """SELECT p.sign_no, c.place_no, median(p.top) AS middle
        FROM sign_point p JOIN sign_closure c USING (leaf_no) GROUP BY ALL"""
    ).fetchnumpy()


def behind(
    path: Path, inside: Sequence[str] | None, after: tuple[float, str] | None, most: int
) -> list[tuple[str | None, str, str | None, float | None, float | None]]:
    """Return rows of these leaves (None = all), the largest first, from after (top, item) on."""
    with duckdb.connect() as con:
        con.execute("SET threads = 1")
        return con.execute(
            """SELECT node, item, kind, top, bottom FROM read_parquet($path)
            WHERE ($everywhere OR node IN (SELECT unnest($inside)))
              AND ($top::DOUBLE IS NULL OR (-coalesce(top, 0), item) > (-$top::DOUBLE, $item::VARCHAR))
            ORDER BY -coalesce(top, 0), item LIMIT $most""",
            {
                "path": str(path),
                "everywhere": inside is None,
                "inside": list(inside or ()),
                "top": after[0] if after else None,
                "item": after[1] if after else None,
                "most": most,
            },
        ).fetchall()
