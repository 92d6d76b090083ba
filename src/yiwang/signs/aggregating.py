"""From the rows of formulas to sums of every sign at every place. Blocks: call it in a thread.

Each formula gives rows at the finest grain. They are summed by jurisdiction, then all signs at once by the places
above: parts add up to the whole because the whole is made of the same rows.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol
from uuid import UUID

import numpy as np
import structlog
from numpy.typing import NDArray

from yiwang.base.later import later
from yiwang.signs.model import Sign
from yiwang.signs.model.tree import Tree
from yiwang.signs.store import summing as store

if TYPE_CHECKING:
    import duckdb
    import ibis.expr.types as ir
    import pyarrow as pa
    from ibis.backends.duckdb import Backend
    from ibis.common import exceptions as ibis_errors
else:
    duckdb = later("duckdb")
    pa = later("pyarrow")
    ibis_errors = later("ibis.common.exceptions")

Floats = NDArray[np.float64]
COLUMNS = ("node", "top", "bottom", "item", "kind")  # of SQL
log = structlog.get_logger()


class Taken(Protocol):
    """What formulas read, as of one moment."""

    @property
    def backend(self) -> Backend:
        """The connection that the tables of the formulas live on."""

    def connected(self, name: str) -> bool:
        """Return whether a source is there at all."""

    def as_of(self, name: str) -> datetime | None:
        """Return up to when a source knows."""

    def since(self, name: str) -> datetime | None:
        """Return from when on a source knows, None of what has no beginning."""


# What a formula gives: its rows as an expression, or as SQL that was drawn before.
Formula = Callable[[Any], "ir.Table | str"]
# Sign → (place, top, bottom): what others sent.
Pushed = Mapping[str, Sequence[tuple[UUID, float, float | None]]]


@dataclass
class Sums:
    """[sign, place]: the value and what it is made of; `failed` has a sentence for each sign that broke."""

    value: Floats
    top: Floats
    bottom: Floats
    n: Floats
    failed: dict[str, str] = field(default_factory=dict)


def aggregate(
    taken: Taken,
    formulas: Mapping[str, Formula],
    signs: Sequence[Sign],
    tree: Tree,
    *,
    pushed: Pushed,
    rows_folder: Path | None = None,
) -> Sums:
    """Return every sign of every place; one that fails leaves the others alone.

    `rows_folder` receives the rows behind each sign as Parquet.
    """
    con = taken.backend.con
    _prepare(con, tree)
    failed: dict[str, str] = {}
    counted = set()
    for number, sign in enumerate(signs):
        try:
            if sign.code in pushed:
                _take_pushed(con, number, sign, pushed[sign.code])
            elif sign.code in formulas and all(taken.connected(name) for name in sign.sources):
                _take(taken, con, number, sign, tree, formulas[sign.code], rows_folder)
                counted.add(number)
        except _failures() as error:
            log.warning("a sign failed", sign=sign.code, error=repr(error))
            failed[sign.code] = f"{type(error).__name__}: {error}"[:500]
    return _sums(con, signs, tree, counted, failed)


def _failures() -> tuple[type[Exception], ...]:
    """What a formula may fail with: its own mistakes and those of the engine it runs on."""
    mistakes = (ArithmeticError, AssertionError, AttributeError, LookupError, TypeError, ValueError)
    return (duckdb.Error, ibis_errors.IbisError, *mistakes)


def _prepare(con: duckdb.DuckDBPyConnection, tree: Tree) -> None:
    pairs = [
        (str(leaf), number, place) for number, (leaf, places) in enumerate(tree.leaves.items()) for place in places
    ]
    # The district itself stands at -1 too: what names no known jurisdiction counts there.
    pairs.append(("", -1, tree.root))
    store.prepare(
        con,
        pa.table(
            {
                "leaf": pa.array([pair[0] for pair in pairs], pa.string()),
                "leaf_no": pa.array([pair[1] for pair in pairs], pa.int32()),
                "place_no": pa.array([pair[2] for pair in pairs], pa.int32()),
            }
        ),
    )


def _take(
    taken: Taken,
    con: duckdb.DuckDBPyConnection,
    number: int,
    sign: Sign,
    tree: Tree,
    formula: Formula,
    rows_folder: Path | None,
) -> None:
    rows = formula(taken)
    store.drop_rows(con)
    if isinstance(rows, str):
        store.make_rows(con, rows)
    else:
        taken.backend.create_table(store.ROWS, rows)
    columns = COLUMNS if isinstance(rows, str) else rows.columns
    store.add_rows(con, number, points=sign.combine == "median")
    if rows_folder is not None and "item" in columns:
        root = tree.places[tree.root].id
        store.keep_rows(con, rows_folder / f"{sign.code}.parquet", root, with_kind="kind" in columns)


def _take_pushed(
    con: duckdb.DuckDBPyConnection,
    number: int,
    sign: Sign,
    sent: Sequence[tuple[UUID, float, float | None]],
) -> None:
    given = pa.table(
        {
            "node": pa.array([str(one[0]) for one in sent], pa.string()),
            "top": pa.array([one[1] for one in sent], pa.float64()),
            "bottom": pa.array([one[2] for one in sent], pa.float64()),
        }
    )
    store.give_rows(con, given)
    store.add_rows(con, number, points=sign.combine == "median")


def _sums(
    con: duckdb.DuckDBPyConnection, signs: Sequence[Sign], tree: Tree, counted: Collection[int], failed: dict[str, str]
) -> Sums:
    shape = (len(signs), len(tree.places))
    found = store.sums(con)
    where = (found["sign_no"], found["place_no"])
    top, bottom, n, most, least = (_grid(shape, where, found[name]) for name in ("top", "bottom", "n", "most", "least"))
    middle = store.medians(con)
    median = _grid(shape, (middle["sign_no"], middle["place_no"]), middle["middle"])
    n = np.nan_to_num(n)
    value = np.full(shape, np.nan)
    for number, sign in enumerate(signs):
        if sign.code in failed:
            continue
        if sign.combine == "sum" and number in counted:
            top[number] = np.nan_to_num(top[number])  # where nothing was counted there is none
        if sign.combine == "ratio":
            n[number] = np.nan_to_num(bottom[number])
        value[number] = _value(
            sign, top[number], bottom[number], n[number], most[number], least[number], median[number]
        )
    return Sums(value, top, bottom, n, failed)


def _value(sign: Sign, top: Floats, bottom: Floats, n: Floats, most: Floats, least: Floats, median: Floats) -> Floats:
    """Return the value at each place; NaN where there is nothing to divide by, or too little to be judged."""
    with np.errstate(divide="ignore", invalid="ignore"):
        ways = {"ratio": top / bottom, "sum": top, "max": most, "min": least, "median": median, "mean": top / n}
        found: Floats = ways[sign.combine] * sign.scale
    found[~np.isfinite(found)] = np.nan
    if sign.combine != "sum":
        found[n < max(sign.min_n, 0)] = np.nan
    return found


def _grid(shape: tuple[int, int], where: tuple[Any, Any], values: Any) -> Floats:
    grid = np.full(shape, np.nan)
    if len(values):
        filled = np.ma.filled(np.ma.asarray(values, dtype=np.float64), np.nan)
        grid[np.asarray(where[0]), np.asarray(where[1])] = filled
    return grid
