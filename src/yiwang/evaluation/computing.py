"""From the wide table to numbers: one pass over the lake for all figures of all groups."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from yiwang.base.errors import Invalid
from yiwang.base.later import later
from yiwang.evaluation.formulas import BY_CODE, FIGURES, Figure
from yiwang.evaluation.model import Behind, Column, Figures, Group, Period, Row, grade_of, quotient
from yiwang.evaluation.stages import judged
from yiwang.lake import Lake

if TYPE_CHECKING:
    import ibis
    import ibis.expr.types as ir
else:
    ibis = later("ibis")

SCORE = "score"
MOST_BEHIND = 1000
SUMS = [
    f"{figure.code}__{part}"
    for figure in FIGURES
    for part, condition in (("num", figure.numerator), ("den", figure.denominator))
    if condition is not None
]
COLUMNS = [Column(figure.code, figure.label_zh, figure.label_en, figure.unit) for figure in FIGURES]


def compute(lake: Lake, wide: ir.Table, period: Period, group: Group) -> Figures:
    """Return every figure of every group, and of all together, over the rows of `wide`."""
    rows = judged(_grouped(wide, group), period)
    # One pass: sums add up, so the total is that of the groups and of what belongs to none.
    found = lake.rows(rows.group_by("group").aggregate(**_sums(rows))).to_pylist()
    total = {name: sum(each[name] or 0 for each in found) for name in SUMS}
    made = [_row(each["group"], group, each) for each in found if each["group"] is not None]
    return Figures(period.as_of, COLUMNS, _row(None, group, total), sorted(made, key=lambda row: (row.name, row.id)))


def behind(
    lake: Lake,
    wide: ir.Table,
    period: Period,
    group: Group,
    figure_code: str,
    key: str | None,
    limit: int = MOST_BEHIND,
) -> list[Behind]:
    """Return the cases behind a figure of one group (None = all): those in the denominator, `counted` in the numerator.

    A composite opens to the cases of its first part.
    """
    figure = _figure(figure_code)
    rows = judged(_grouped(wide, group), period)
    if key is not None:
        rows = rows.filter(rows.group == key)
    numerator = _condition(figure.numerator, rows)
    rows = rows.mutate(counted=numerator).filter(_condition(figure.denominator or figure.numerator, rows))
    chosen = rows.order_by([rows.filed_at.desc(), rows.reported_at.desc(), rows.event_id]).limit(limit)
    return [Behind(**row) for row in lake.rows(chosen.select(*Behind.__dataclass_fields__)).to_pylist()]


def _figure(code: str) -> Figure:
    figure = BY_CODE.get(code)
    if figure is None:
        raise Invalid("figure", f"There is no such figure; there are {', '.join(BY_CODE)}.")
    return BY_CODE[figure.parts[0][0]] if figure.kind == "composite" else figure


def _grouped(wide: ir.Table, group: Group) -> ir.Table:
    if group.members is None:
        return wide.mutate(group=wide[group.column])
    # A join instead of a long CASE: the tree has thousands of nodes.
    pairs = ibis.memtable(
        {"member": list(group.members), "group": list(group.members.values())},
        schema={"member": "string", "group": "string"},
    )
    return wide.left_join(pairs, wide[group.column] == pairs.member).drop("member")


def _sums(rows: ir.Table) -> dict[str, ir.NumericScalar]:
    sums: dict[str, ir.NumericScalar] = {}
    for figure in FIGURES:
        if figure.numerator is None:
            continue
        numerator = _condition(figure.numerator, rows)
        if figure.measure is not None:
            sums[f"{figure.code}__num"] = figure.measure(rows).sum(where=numerator)
        else:
            sums[f"{figure.code}__num"] = numerator.sum()
        if figure.denominator is not None:
            sums[f"{figure.code}__den"] = _condition(figure.denominator, rows).sum()
    return sums


def _condition(condition: Any, rows: ir.Table) -> ir.BooleanValue:
    return condition(rows).fill_null(False)


def _row(key: str | None, group: Group, sums: Mapping[str, Any]) -> Row:
    parts: dict[str, tuple[float, float | None]] = {}
    exact: dict[str, float | None] = {}
    for figure in FIGURES:
        if figure.kind == "composite":
            exact[figure.code] = _composite(figure.parts, exact)
            continue
        top, bottom = sums[f"{figure.code}__num"] or 0, sums.get(f"{figure.code}__den")
        parts[figure.code] = (top, None if figure.kind == "count" else (bottom or 0))
        scale = 100.0 if figure.kind == "rate" else 1.0
        exact[figure.code] = float(top) if figure.kind == "count" else quotient(top, bottom, scale)
    values = {code: None if value is None else round(value, 2) for code, value in exact.items()}
    return Row(key, group.name(key), values, parts, grade_of(values[SCORE]))


def _composite(parts: Sequence[tuple[str, float]], rates: Mapping[str, float | None]) -> float | None:
    points = 0.0
    for code, weight in parts:
        rate = rates[code]
        if rate is None:
            return None
        points += weight * rate / 100 if weight > 0 else -weight * (100 - rate) / 100
    return points
