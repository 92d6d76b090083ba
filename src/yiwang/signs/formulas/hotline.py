"""Formulas over the orders of the hotline 12345."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yiwang.base.later import later
from yiwang.cases.hotline.model import SATISFACTION
from yiwang.signs.formulas.parts import Formula, count, per, rate, shaped

if TYPE_CHECKING:
    import ibis
    import ibis.expr.types as ir

    from yiwang.signs.sources import Sources
else:
    ibis = later("ibis")

FOOD = ("09013", "09015", "06027")
KIND = "case"


def received(source: Sources, days: float) -> ir.Table:
    """Orders received in the last days."""
    rows = source.hotline
    rows = rows.filter(rows.received_at >= source.ago(days=days), rows.received_at < source.now)
    return rows.mutate(item=rows.case_id)


def orders(source: Sources) -> ir.Table:
    """JK0101: orders of 24 hours."""
    return count(received(source, 1), KIND)


def orders_per(source: Sources) -> ir.Table:
    """JK0102: the same over residents."""
    return per(received(source, 1), source.counts("population"), KIND)


def _due(source: Sources, column: str, done: str, days: float) -> ir.Table:
    """Orders that were done in the last days, whose limit fell in them, or that are open beyond it."""
    rows, since = source.hotline, source.ago(days=days)
    fell = (rows[column] < source.now) & ((rows[column] >= since) | rows[done].isnull())
    return rows.filter(fell | (rows[done] >= since).fill_null(False)).mutate(item=rows.case_id)


def contacted(source: Sources) -> ir.Table:
    """JK0103: of those contacted in 24 hours or late with it, contacted; what the caller says goes before."""
    rows = _due(source, "contact_due_at", "contacted_at", 1)
    rows = rows.filter(rows.received_at >= source.ago(days=30))
    return rate(rows, ibis.coalesce(rows.said_contacted, rows.contacted_at.notnull()), KIND)


def on_time(source: Sources) -> ir.Table:
    """JK0104: of those done or due in 24 hours, or open beyond their time, done in time."""
    return rate(rows := _due(source, "due_at", "done_at", 1), rows.done_at <= rows.due_at, KIND)


def solved(source: Sources) -> ir.Table:
    """JK0105: of those answered or called back about in seven days, really solved."""
    rows = _outcomes(source)
    rows = rows.mutate(outcome=ibis.coalesce(rows.said_resolution, rows.resolution))
    return rate(rows.filter(rows.outcome.notnull()), rows.outcome == "solved", KIND)


def content(source: Sources) -> ir.Table:
    """JK0106: the score of those called back in seven days."""
    rows = _outcomes(source).filter(lambda row: row.satisfaction.notnull())
    score = ibis.cases(*((rows.satisfaction == code, said[2]) for code, said in SATISFACTION.items()), else_=0.0)
    return shaped(rows, score, 1.0, rows.item, KIND)


def _outcomes(source: Sources) -> ir.Table:
    rows = source.hotline
    last = ibis.coalesce(rows.called_at, rows.answered_at)
    return rows.filter(last >= source.ago(days=7)).mutate(item=rows.case_id)


def repeated(source: Sources) -> ir.Table:
    """JK0107: of the orders of 24 hours, those about a spot and matter that had an order in the 30 days before."""
    rows, past = received(source, 1), received(source, 31)
    past = past.filter(past.spot.notnull()).select("spot", "matter_code", earlier=past.received_at)
    first = past.group_by("spot", "matter_code").aggregate(first=past.earlier.min())
    rows = rows.left_join(first, ["spot", "matter_code"])
    return rate(rows, rows["first"] < rows.received_at, KIND)


def returned(source: Sources) -> ir.Table:
    """JK0108: of the orders of 24 hours, sent back."""
    rows = received(source, 1)
    return rate(rows, rows.returns > 0, KIND)


def overdue(source: Sources) -> ir.Table:
    """JK0109: of the orders at work, those past their time."""
    rows = source.hotline
    rows = rows.filter(rows.done_at.isnull(), rows.voided_at.isnull())
    return rate(rows.mutate(item=rows.case_id), rows.due_at < source.now, KIND)


def on_phone(source: Sources) -> ir.Table:
    """JK0112: of the orders handled in seven days, those received or handled on a phone."""
    steps = source.copy("steps")
    steps = steps.filter(steps["at"] >= source.ago(days=7), steps["at"] <= source.now)
    by_case = steps.group_by("case_id").aggregate(mobile=steps.mobile.any())
    rows = source.hotline.inner_join(by_case, "case_id")
    return rate(rows.mutate(item=rows.case_id), rows.mobile, KIND)


def food(source: Sources) -> ir.Table:
    """JK0502: orders about food of seven days over restaurants."""
    rows = received(source, 7)
    return per(rows.filter(rows.matter_code.isin(FOOD)), source.counts("restaurants"), KIND)


HOTLINE: dict[str, Formula] = {
    "JK0101": orders,
    "JK0102": orders_per,
    "JK0103": contacted,
    "JK0104": on_time,
    "JK0105": solved,
    "JK0106": content,
    "JK0107": repeated,
    "JK0108": returned,
    "JK0109": overdue,
    "JK0112": on_phone,
    "JK0502": food,
}
