"""The shapes a formula gives: rows at the finest grain with `node`, `top`, `bottom`, `item`, `kind`.

A ratio is the sum of `top` over the sum of `bottom`: a row counts where it lies, and every level adds up from below.
What divides by a count of places has rows of two sorts: those of the thing (bottom 0) and those of the count (top 0).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from yiwang.base.later import later
from yiwang.evaluation import BY_CODE

if TYPE_CHECKING:
    import ibis
    import ibis.expr.types as ir

    from yiwang.signs.sources import Sources
else:
    ibis = later("ibis")

Formula = Callable[["Sources"], "ir.Table"]
COLUMNS = ("node", "top", "bottom", "item", "kind")


def shaped(rows: ir.Table, top: Any, bottom: Any, item: Any, kind: str) -> ir.Table:
    """Return rows of the five columns; `bottom` None where there is none."""
    return rows.select(
        node=rows.node,
        top=_number(top),
        bottom=ibis.null("float64") if bottom is None else _number(bottom),
        item=ibis.null("string") if item is None else item.cast("string"),
        kind=ibis.literal(kind),
    )


def count(rows: ir.Table, kind: str = "event") -> ir.Table:
    """Each row counts one."""
    return shaped(rows, 1.0, None, rows.item, kind)


def rate(rows: ir.Table, good: ir.BooleanValue, kind: str = "event") -> ir.Table:
    """Of all rows the share for which `good` holds."""
    return shaped(rows, good.fill_null(False), 1.0, rows.item, kind)


def measure(rows: ir.Table, value: ir.NumericValue, kind: str = "event") -> ir.Table:
    """A number of each row, for a median, mean, least or most."""
    return shaped(rows, value, None, rows.item, kind)


def per(rows: ir.Table, counted: ir.Table, kind: str = "event", *, weight: Any = 1.0) -> ir.Table:
    """Rows over a count of places, such as people or square kilometres."""
    return shaped(rows, weight, 0.0, rows.item, kind).union(shaped(counted, 0.0, counted.value, None, "count"))


def share(part: ir.Table, whole: ir.Table) -> ir.Table:
    """One count of places over another; nodes that know only one of them are left out."""
    both = part.select("node", part=part.value).inner_join(whole.select("node", whole=whole.value), "node")
    return shaped(both, both.part, both.whole, None, "count")


def figure(source: Sources, code: str, days: float) -> ir.Table:
    """A rate of the room evaluation over the last days: one formula, one figure."""
    rows = source.judged(days)
    said = BY_CODE[code]
    assert said.numerator is not None and said.denominator is not None
    rows = rows.filter(said.denominator(rows))
    return rate(rows, said.numerator(rows), "case")


def minutes(later_one: ir.TimestampValue, earlier: ir.TimestampValue) -> ir.FloatingValue:
    """Return the minutes between two moments."""
    return (later_one.epoch_seconds() - earlier.epoch_seconds()) / 60.0


def distinct(rows: ir.Table, *keys: str) -> ir.Table:
    """One row for each place and key, with the first of its items."""
    return rows.group_by("node", *keys).aggregate(item=rows.item.min())


def _number(value: Any) -> Any:
    return ibis.literal(float(value)) if isinstance(value, int | float) else value.cast("float64")
