"""The rows behind a sign, as the last computation read them. Blocks: call it in a thread."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from yiwang.base.errors import Invalid
from yiwang.base.paging import Page, decode_cursor, encode_cursor
from yiwang.signs.model.tree import Tree
from yiwang.signs.store import summing as store


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
    after = _position(cursor) if cursor is not None else None
    # The whole district: what names no known place is in it too.
    inside = None if number == tree.root else [str(leaf) for leaf, places in tree.leaves.items() if number in places]
    rows = store.behind(path, inside, after, limit + 1)
    found = [Behind(as_id(row[0]), row[1], row[2] or "", row[3], row[4]) for row in rows[:limit]]
    more = len(rows) > limit
    return Page(found, encode_cursor(found[-1].top or 0.0, found[-1].item) if more else None)


def _position(cursor: str) -> tuple[float, str]:
    top, item = decode_cursor(cursor, 2)
    if not isinstance(top, int | float) or not isinstance(item, str):
        raise Invalid("cursor", "This cursor is not one of ours; leave it out to start from the first page.")
    return float(top), item


def as_id(text: str | None) -> UUID | None:
    """Return a text as an id, None where it is none."""
    try:
        return UUID(text) if text else None
    except ValueError:
        return None
