"""The formulas of the standard (GB/T 30428.4, CJ/T 292), each written once over the judged wide table.

Numerator and denominator are conditions on a row, so every figure opens to its cases. A rate is None where the
denominator is 0.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import ibis.expr.types as ir


Condition = Callable[["ir.Table"], "ir.BooleanValue"]
Measure = Callable[["ir.Table"], "ir.NumericValue"]
HOUR = 3600


@dataclass(frozen=True)
class Figure:
    """A figure: a count of rows, a rate in percent, a mean of a measure, or a composite of rates out of 100.

    `parts` of a composite are (code of a rate, weight); a negative weight counts what is missing to 100 %.
    """

    code: str
    label_zh: str
    label_en: str
    kind: Literal["count", "rate", "mean", "composite"]
    unit: str
    numerator: Condition | None = None
    denominator: Condition | None = None
    measure: Measure | None = None
    parts: tuple[tuple[str, float], ...] = ()


def _count(code: str, zh: str, en: str, numerator: Condition) -> Figure:
    return Figure(code, zh, en, "count", "件", numerator)


def _rate(code: str, zh: str, en: str, numerator: Condition, denominator: Condition) -> Figure:
    return Figure(code, zh, en, "rate", "%", numerator, denominator)


def _hours(code: str, zh: str, en: str, rows: Condition, measure: Measure) -> Figure:
    return Figure(code, zh, en, "mean", "小时", rows, rows, measure)


def _overdue_handling(row: ir.Table) -> ir.BooleanValue:
    return row.should_handle & row.did_handle & ~row.timely_handle


FIGURES: tuple[Figure, ...] = (
    _count("reported", "上报数", "Reported", lambda row: row.reported),
    _count("filed", "立案数", "Filed", lambda row: row.filed),
    _rate("filing_rate", "立案率", "Filing rate", lambda row: row.reported & row.filed_ever, lambda row: row.reported),
    _rate(
        "timely_filing_rate", "按时立案率", "Filed on time", lambda row: row.timely_file, lambda row: row.should_file
    ),
    _rate(
        "timely_dispatch_rate",
        "按时派遣率",
        "Dispatched on time",
        lambda row: row.timely_dispatch,
        lambda row: row.should_dispatch,
    ),
    _rate(
        "accurate_dispatch_rate",
        "准确派遣率",
        "Dispatched right",
        lambda row: row.did_dispatch & (row.returns == 0),
        lambda row: row.should_dispatch,
    ),
    _rate("receipt_rate", "接单率", "Received", lambda row: row.did_receive, lambda row: row.should_receive),
    _rate(
        "timely_receipt_rate",
        "按时签收率",
        "Received on time",
        lambda row: row.timely_receive,
        lambda row: row.should_receive,
    ),
    _count("should_handle", "应处置数", "Due to be handled", lambda row: row.should_handle),
    _rate("handling_rate", "处置率", "Handled", lambda row: row.did_handle, lambda row: row.should_handle),
    _rate(
        "timely_handling_rate",
        "按期处置率",
        "Handled on time",
        lambda row: row.timely_handle,
        lambda row: row.should_handle,
    ),
    _rate("late_handling_rate", "超期处置率", "Handled late", _overdue_handling, lambda row: row.should_handle),
    _rate(
        "overdue_pending_rate",
        "超期待处置率",
        "Overdue and pending",
        lambda row: row.should_handle & ~row.did_handle,
        lambda row: row.should_handle,
    ),
    _rate(
        "extension_rate",
        "延期率",
        "Extended",
        lambda row: row.should_handle & (row.extensions > 0),
        lambda row: row.should_handle,
    ),
    _rate("check_rate", "核查率", "Checked", lambda row: row.did_check, lambda row: row.should_check),
    _rate(
        "timely_check_rate", "按时核查率", "Checked on time", lambda row: row.timely_check, lambda row: row.should_check
    ),
    _count("should_close", "应结案数", "Due to be closed", lambda row: row.should_close),
    _count("closed", "结案数", "Closed", lambda row: row.did_close),
    _count("timely_closed", "按期结案数", "Closed on time", lambda row: row.timely_close),
    _rate("closing_rate", "结案率", "Closing rate", lambda row: row.did_close, lambda row: row.should_close),
    _rate(
        "timely_closing_rate",
        "按期结案率",
        "Closed on time",
        lambda row: row.timely_close,
        lambda row: row.should_close,
    ),
    _rate(
        "rework_rate",
        "返工率",
        "Rework",
        lambda row: row.should_close & (row.reworks > 0),
        lambda row: row.should_close,
    ),
    _rate(
        "repeat_rate",
        "重复案件率",
        "Reported more than once",
        lambda row: row.reported & (row.reports > 1),
        lambda row: row.reported,
    ),
    _count("self_handled", "即查即改数", "Handled on the spot", lambda row: row.spot),
    _hours(
        "mean_handling_hours",
        "平均处置时长",
        "Mean time to handle",
        lambda row: row.done_handle & row.dispatched_at.notnull(),
        lambda row: row.handled_at.delta(row.dispatched_at, unit="second") / HOUR,
    ),
    # The 100 points of a district's published scheme (standards.md §1.5).
    Figure(
        "score",
        "综合指标值",
        "Composite score",
        "composite",
        "分",
        parts=(
            ("handling_rate", 30),
            ("timely_handling_rate", 20),
            ("rework_rate", -20),
            ("overdue_pending_rate", -20),
            ("extension_rate", -10),
        ),
    ),
)
BY_CODE = {figure.code: figure for figure in FIGURES}
