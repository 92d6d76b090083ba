"""The rows behind a sign, as the last computation read them. Blocks: call it in a thread."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from yiwang.base.errors import Invalid
from yiwang.base.later import later
from yiwang.base.paging import Page, decode_cursor, encode_cursor
from yiwang.signs.model.tree import Tree

if TYPE_CHECKING:
    import duckdb
else:
    duckdb = later("duckdb")


@dataclass(frozen=True)
class Behind:
    """A row of a sign: the thing it is of, where, and what it adds to the value and to what that is divided by."""

    node: UUID | None
    item: str
    kind: str
    top: float | None
    bottom: float | None


def rows_behind(folder: Path, code: str, node: UUID, *, tree: Tree, cursor: str | None, limit: int) -> Page[Behind]:
    """Return a page of the rows of a place and all below it; those that count in the value first."""
    path = folder / f"{code}.parquet"
    if not path.exists():
        return Page([], None)
    number = tree.position[node]
    after: list[Any] = [None, None] if cursor is None else decode_cursor(cursor, 2)
    if cursor is not None and (not isinstance(after[0], int | float) or not isinstance(after[1], str)):
        raise Invalid("cursor", "This cursor is not one of ours; leave it out to start from the first page.")
    inside = [str(leaf) for leaf, places in tree.leaves.items() if number in places]
    with duckdb.connect() as con:
        con.execute("SET threads = 1")
        rows = con.execute(
            """SELECT node, item, kind, top, bottom FROM read_parquet($path)
            WHERE ($everywhere OR node IN (SELECT unnest($inside)))
              AND ($top::DOUBLE IS NULL OR (-coalesce(top, 0), item) > (-$top::DOUBLE, $item::VARCHAR))
            ORDER BY -coalesce(top, 0), item LIMIT $most""",
            {
                "path": str(path),
                "everywhere": number == tree.root,
                "inside": inside,
                "top": after[0],
                "item": after[1],
                "most": limit + 1,
            },
        ).fetchall()
    found = [Behind(_id(row[0]), row[1], row[2] or "", row[3], row[4]) for row in rows[:limit]]
    more = len(rows) > limit
    return Page(found, encode_cursor(found[-1].top or 0.0, found[-1].item) if more else None)


def _id(text: str | None) -> UUID | None:
    try:
        return UUID(text) if text else None
    except ValueError:
        return None
