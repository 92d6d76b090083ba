"""Due times of many cases: given by the source, or by our calendar and the limit of the matter; and receipt limits."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import msgspec
import numpy as np
import pyarrow as pa

from yiwang.cases.history.checking import Known
from yiwang.cases.history.kernels.life import Ints, first_of, last_of, taken
from yiwang.cases.history.kernels.pgcopy import NEVER, Mask
from yiwang.cases.history.model import CONFIRM, DISPATCH, FILE, OPEN, REDISPATCH, SELF_HANDLED
from yiwang.cases.history.placing import EPOCH
from yiwang.cases.history.view import View
from yiwang.cases.steps.choosing import receipt_limit
from yiwang.cases.steps.filing import CONFIRM_LIMIT, explained
from yiwang.events.books import Books
from yiwang.matters import Matter

_US = timedelta(microseconds=1)
BEGINNING = (OPEN, FILE, SELF_HANDLED)
FILING = (FILE, CONFIRM, SELF_HANDLED)
SENDING = (DISPATCH, REDISPATCH)


@dataclass
class Dated:
    """Moments in microseconds since 1970, `NEVER` where there is none.

    Of rows: `opened`, `filed` (with the steps they are), `due` with its reason, when it should have been filed.
    Of steps: `receipt_due` of those that send, with the reason.
    """

    begun: Ints
    filing: Ints
    opened: Ints
    filed: Ints
    due: Ints
    deadline: list[bytes]
    deadline_zh: pa.Array
    provisional: Mask
    from_source: Mask
    filed_due: Ints
    confirm_due: dict[int, tuple[int, str]]
    receipt_due: Ints
    receipt_reason: dict[int, str]


def dated(books: Books, view: View, found: Known, matters: Sequence[Matter], urgent: Mask) -> Dated:
    """Return every due time of a chunk whose rows are sound."""
    outcome, case, rows = view.outcome, view.case, view.rows
    begun = first_of(np.isin(outcome, BEGINNING), case, rows)
    filing = last_of(np.isin(outcome, FILING), case, rows)
    opened, filed = taken(view.at, begun, NEVER), taken(view.at, filing, NEVER)
    given, reported = view.moments("due_at"), view.moments("reported_at")
    from_source = (given != NEVER) | view.text("no_due").to_numpy(zero_copy_only=False)
    due, deadline, words, provisional = given.copy(), [], [], np.zeros(rows, np.bool_)
    start = np.where(filed != NEVER, filed, opened)
    spot = np.zeros(rows, np.bool_)
    spot[case[outcome == SELF_HANDLED]] = True
    for row, matter in enumerate(matters):
        if start[row] == NEVER:
            reason = {}
        elif from_source[row]:
            reason = _by_source(given=bool(given[row] != NEVER))
        else:
            at, reason, provisional[row] = explained(books, matter, _moment(start[row]))
            due[row] = (at - EPOCH) // _US
        if spot[row]:
            due[row] = NEVER
        deadline.append(msgspec.json.encode(reason))
        words.append(reason.get("zh"))
    dates = Dated(
        begun, filing, opened, filed, due, deadline, pa.array(words, pa.string()), provisional, from_source,
        np.full(rows, NEVER, np.int64), {}, np.full(len(view.steps), NEVER, np.int64), {},
    )  # fmt: skip
    _filing_limits(books, view, dates, reported)
    _receipt_limits(books, view, found, dates, matters, urgent)
    return dates


def _by_source(*, given: bool) -> dict[str, str]:
    zh = "时限由来源系统给定" if given else "来源系统没有给出时限"
    en = "The due time was given by the source." if given else "The source gave no due time."
    return {"zh": zh, "en": en, "by": "source"}


def _filing_limits(books: Books, view: View, dates: Dated, reported: Ints) -> None:
    """Filed at once is filed in time; else within the limit of confirming, from the opening or the report."""
    outcome = view.outcome
    for row in np.nonzero(dates.begun >= 0)[0].tolist():
        opened = int(dates.opened[row])
        if outcome[dates.begun[row]] == OPEN:
            limit = books.calendar.deadline(_moment(opened), CONFIRM_LIMIT)
            dates.confirm_due[int(dates.begun[row])] = ((limit.at - EPOCH) // _US, limit.explanation_zh)
            dates.filed_due[row] = (limit.at - EPOCH) // _US
        elif opened == reported[row]:
            dates.filed_due[row] = opened
        else:
            limit = books.calendar.deadline(_moment(int(reported[row])), CONFIRM_LIMIT)
            dates.filed_due[row] = (limit.at - EPOCH) // _US


def _receipt_limits(
    books: Books, view: View, found: Known, dates: Dated, matters: Sequence[Matter], urgent: Mask
) -> None:
    given = view.steps.field("receipt_due_at")
    there = given.is_valid().to_numpy(zero_copy_only=False)
    for step in np.nonzero(np.isin(view.outcome, SENDING))[0].tolist():
        row = int(view.case[step])
        limit = receipt_limit(matters[row], bool(urgent[row]))
        minutes = f"签收时限 {limit.total_seconds() / 60:.0f} 分钟"
        if there[step]:
            dates.receipt_due[step] = given[step].value
            dates.receipt_reason[step] = "签收时限由来源系统给定"
        elif urgent[row]:
            dates.receipt_due[step] = int(view.at[step]) + limit // _US
            dates.receipt_reason[step] = f"{minutes}，按钟点计"
        else:
            unit = found.units[found.unit[step]]
            due = books.directory.receipt_due(unit, _moment(view.at[step]), limit, books.calendar)
            dates.receipt_due[step] = (due - EPOCH) // _US
            dates.receipt_reason[step] = f"{minutes}，按岗位时间计"


def _moment(at_us: int) -> datetime:
    return EPOCH + timedelta(microseconds=int(at_us))
