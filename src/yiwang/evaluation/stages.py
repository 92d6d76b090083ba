"""When something should have been done 应X数: the one rule that every rate stands on.

A case *should* be at a stage's end within a period [start, end) when the stage's deadline falls inside the period, or
fell earlier while the stage was still open when the period began. It is *done* when the stage ended before the period
does, *on time* when it ended no later than its deadline. A deadline after `as_of` has not fallen yet, so a running
period is judged by what could be done by now. A case without the deadline never should; a void one, or one handled on
the spot (counted apart), neither.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yiwang.base.later import later
from yiwang.evaluation.model import Period, utc

if TYPE_CHECKING:
    import ibis
    import ibis.expr.types as ir
else:
    ibis = later("ibis")


@dataclass(frozen=True)
class Stage:
    """A stage with the columns of its deadline and its end."""

    code: str
    due: str
    done: str


STAGES = (
    Stage("file", "filed_due", "filed_at"),
    Stage("dispatch", "dispatch_due", "dispatched_at"),
    Stage("receive", "receipt_due_at", "received_at"),
    Stage("handle", "due_at", "handled_at"),
    Stage("check", "check_due", "checked_at"),
    Stage("close", "due_at", "closed_at"),
)


def judged(wide: ir.Table, period: Period) -> ir.Table:
    """Return the wide table with what each row counts as in the period.

    Adds `reported`, `filed`, `spot` (handled on the spot) and, for each stage, `should_x`, `did_x`, `timely_x`: the
    latter two only where the first holds.
    """
    start, until = ibis.literal(utc(period.start)), ibis.literal(utc(period.until))
    valid = wide.voided_at.isnull()
    regular = ~wide.self_handled
    # Handled on closing at the latest: a case may be closed without a separate word about its handling.
    wide = wide.mutate(handled_at=ibis.coalesce(wide.handled_at, wide.closed_at))
    flags: dict[str, ir.BooleanValue] = {
        "reported": regular & _within(wide.reported_at, start, until),
        "filed": regular & valid & _within(wide.filed_at, start, until),
        "filed_ever": regular & valid & (wide.filed_at < until),
        "spot": wide.self_handled & valid & _within(wide.filed_at, start, until),
        "done_handle": regular & valid & _within(wide.handled_at, start, until),
    }
    for stage in STAGES:
        due, done = wide[stage.due], wide[stage.done]
        open_at_start = (due < start) & (done.isnull() | (done >= start))
        should = regular & valid & wide.filed_at.notnull() & (_within(due, start, until) | open_at_start)
        flags[f"should_{stage.code}"] = should
        flags[f"did_{stage.code}"] = should & (done < until)
        flags[f"timely_{stage.code}"] = should & (done < until) & (done <= due)
    return wide.mutate(**{name: flag.fill_null(False) for name, flag in flags.items()})


def _within(moment: ir.Value, start: ir.Value, until: ir.Value) -> ir.BooleanValue:
    return (moment >= start) & (moment < until)
