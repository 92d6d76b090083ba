"""What happened, as facts of the log: the same that the verbs record, in the order of the steps."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from yiwang.cases import facts as cases
from yiwang.cases.history.dating import SENDING
from yiwang.cases.history.entries import Columns, codes, jurisdictions
from yiwang.cases.history.kernels import pgcopy
from yiwang.cases.history.kernels.life import NONE, Ints, taken
from yiwang.cases.history.kernels.pgcopy import NEVER, Bytes
from yiwang.cases.history.kernels.wording import NULL, flag_json, id_json, moment_json, objects, string_json
from yiwang.cases.history.lives import CHECK_US, DISPATCH_US
from yiwang.cases.history.lot import Lot
from yiwang.cases.history.model import (
    CHECK,
    CLOSE,
    CONFIRM,
    FILE,
    HANDLE,
    NOT_CONFIRMED,
    OPEN,
    RECEIVE,
    REFUSE,
    RETURN,
    REWORK,
    SELF_HANDLED,
    STATE_CODE,
    TRIAGE,
    VOID,
)
from yiwang.events import facts as events
from yiwang.ledger import Fact

Fields = list[tuple[str, pa.Array | bytes]]


@dataclass(frozen=True)
class _Told:
    """Facts of one type: the step each follows (its order), what it is about, when, and its fields as JSON."""

    type: type[Fact]
    order: Ints
    subject: Bytes
    time: Ints
    data: pa.BinaryArray


class _Teller:
    """Columns that several types of facts have, made once."""

    def __init__(self, lot: Lot) -> None:
        self.lot, self.view = lot, lot.view
        self.event = id_json(lot.events)
        self.report = id_json(lot.reports)
        self.code = string_json(codes(lot))
        self.jurisdiction = id_json(jurisdictions(lot))
        self.channel = string_json(self.view.text("channel"))
        self.due = moment_json(lot.dates.due)
        quick = np.where(lot.urgent, DISPATCH_US[True], DISPATCH_US[False])
        filed = lot.dates.filed
        self.dispatch_due = np.where(filed == NEVER, NEVER, filed + quick)
        self.spot = np.zeros(self.view.rows, np.bool_)
        self.spot[self.view.case[self.view.outcome == SELF_HANDLED]] = True

    def all(self) -> Iterator[_Told]:
        """Every fact; `order` puts those of one step behind each other as the verbs record them."""
        yield from self._of_reports()
        yield from (self._triaged(), self._admitted(), self._opened(), self._confirmed(), self._filed())
        yield from (self._dispatched(), self._received(), self._returned(), self._handled(), self._checked())
        yield from self._ended()

    def _steps(self, *outcomes: int) -> Ints:
        return np.nonzero(np.isin(self.view.outcome, outcomes))[0]

    def _of(self, kind: type[Fact], steps: Ints, place: int, fields: Fields) -> _Told:
        """Facts about cases, told at these steps."""
        rows = self.view.case[steps]
        return _Told(kind, steps * 8 + place, self.lot.events[rows], self.view.at[steps], objects(fields))

    def _row(self, values: pa.Array, rows: Ints) -> pa.Array:
        return values.take(pa.array(rows))

    def _unit(self, steps: Ints) -> pa.Array:
        unit = self.lot.unit_sent[steps]
        return id_json(self.lot.unit_ids[unit], unit >= 0)

    def _of_reports(self) -> Iterator[_Told]:
        lot, rows = self.lot, np.arange(self.view.rows)
        begin = self.view.first[:-1] * 8
        source = string_json(pa.array([lot.by.source])).take(pa.array(np.zeros(len(rows), np.int64)))
        received: Fields = [("report_id", self.report), ("event_id", self.event), ("channel", self.channel)]
        received += [("source", source), ("due", moment_json(self.view.moments("due_at"))), ("unit_id", NULL)]
        reported = self.view.moments("reported_at")
        yield _Told(events.ReportReceived, begin, lot.reports, reported, objects(received))
        ended = np.nonzero(lot.ended >= 0)[0]
        steps = lot.ended[ended]
        answered: Fields = [("report_id", self._row(self.report, ended)), ("event_id", self._row(self.event, ended))]
        when = self.view.at[steps]
        yield _Told(events.ReportAnswered, steps * 8 + 4, lot.reports[ended], when, objects(answered))

    def _triaged(self) -> _Told:
        steps = self._steps(TRIAGE)
        rows = self.view.case[steps]
        return self._of(events.EventTriaged, steps, 1, [
            ("event_id", self._row(self.event, rows)),
            ("matter_code", self._row(self.code, rows)),
            ("channel", self._row(self.channel, rows)),
        ])  # fmt: skip

    def _admitted(self) -> _Told:
        """At the report's own time, or when somebody judged what a machine had sent."""
        lot = self.lot
        waits = np.isin(lot.lives.last, (STATE_CODE["triage"], STATE_CODE["refused"]))
        rows = np.nonzero(~waits)[0]
        judged = lot.admitted[rows]
        time = np.where(judged >= 0, taken(self.view.at, judged, 0), self.view.moments("reported_at")[rows])
        order = np.where(judged >= 0, judged, self.view.first[:-1][rows]) * 8 + 1
        data = objects([
            ("event_id", self._row(self.event, rows)),
            ("matter_code", self._row(self.code, rows)),
            ("channel", self._row(self.channel, rows)),
            ("jurisdiction_id", self._row(self.jurisdiction, rows)),
        ])  # fmt: skip
        return _Told(events.EventAdmitted, order, lot.events[rows], time, data)

    def _opened(self) -> _Told:
        steps = self._steps(OPEN)
        rows = self.view.case[steps]
        event = self._row(self.event, rows)
        return self._of(cases.CaseOpened, steps, 2, [
            ("case_id", event),
            ("event_id", event),
            ("matter_code", self._row(self.code, rows)),
            ("jurisdiction_id", self._row(self.jurisdiction, rows)),
        ])  # fmt: skip

    def _confirmed(self) -> _Told:
        steps = self._steps(CONFIRM, NOT_CONFIRMED)
        passed = flag_json(self.view.outcome[steps] == CONFIRM)
        fields: Fields = [("case_id", self._row(self.event, self.view.case[steps])), ("passed", passed)]
        return self._of(cases.CaseConfirmed, steps, 2, fields)

    def _filed(self) -> _Told:
        steps = self._steps(FILE, CONFIRM, SELF_HANDLED)
        rows = self.view.case[steps]
        event, lot = self._row(self.event, rows), self.lot
        major = string_json(pa.array([lot.matters[row].major for row in rows.tolist()], pa.string()))
        dispatch_due = np.where(self.spot[rows], NEVER, self.dispatch_due[rows])
        return self._of(cases.CaseFiled, steps, 3, [
            ("case_id", event),
            ("event_id", event),
            ("number", string_json(self._row(lot.numbers, rows))),
            ("matter_code", self._row(self.code, rows)),
            ("major", major),
            ("jurisdiction_id", self._row(self.jurisdiction, rows)),
            ("channel", self._row(self.channel, rows)),
            ("due_at", self._row(self.due, rows)),
            ("urgent", flag_json(lot.urgent[rows])),
            ("self_handled", flag_json(self.spot[rows])),
            ("filed_due", moment_json(lot.dates.filed_due[rows])),
            ("dispatch_due", moment_json(dispatch_due)),
        ])  # fmt: skip

    def _dispatched(self) -> _Told:
        steps = self._steps(*SENDING)
        rows, lot = self.view.case[steps], self.lot
        assists = np.full(len(steps), b"[]", object)
        for place, step in enumerate(steps.tolist()):
            if units := lot.found.assists.get(step):
                assists[place] = ("[" + ",".join(f'"{unit}"' for unit in units) + "]").encode()
        return self._of(cases.CaseDispatched, steps, 2, [
            ("case_id", self._row(self.event, rows)),
            ("unit_id", self._unit(steps)),
            ("post_id", NULL),
            ("receipt_due_at", moment_json(lot.dates.receipt_due[steps])),
            ("dispatch_due", moment_json(self.dispatch_due[rows])),
            ("assists", pa.array(assists, pa.binary())),
        ])  # fmt: skip

    def _received(self) -> _Told:
        steps = self._steps(RECEIVE)
        fields: Fields = [("case_id", self._row(self.event, self.view.case[steps])), ("unit_id", self._unit(steps))]
        return self._of(cases.CaseReceived, steps, 2, fields)

    def _returned(self) -> _Told:
        steps = self._steps(RETURN)
        reason = string_json(pc.utf8_slice_codeunits(self.lot.field("text", steps), 0, 200))
        fields: Fields = [("case_id", self._row(self.event, self.view.case[steps])), ("unit_id", self._unit(steps))]
        return self._of(cases.CaseReturned, steps, 2, [*fields, ("reason", reason)])

    def _handled(self) -> _Told:
        steps = self._steps(HANDLE, SELF_HANDLED)
        rows = self.view.case[steps]
        checked = np.array([self.lot.matters[row].check for row in rows.tolist()], np.bool_) & ~self.spot[rows]
        due = np.where(checked, self.view.at[steps] + CHECK_US, NEVER)
        fields: Fields = [("case_id", self._row(self.event, rows)), ("unit_id", self._unit(steps))]
        return self._of(cases.CaseHandled, steps, 3, [*fields, ("check_due", moment_json(due))])

    def _checked(self) -> _Told:
        """A check follows its handling, whatever is written between them by others."""
        steps = self._steps(CHECK, REWORK)
        handled = self.view.outcome == HANDLE
        latest = np.maximum.accumulate(np.where(handled, np.arange(len(handled)), NONE)) if len(handled) else steps
        due = self.view.at[latest[steps]] + CHECK_US
        return self._of(cases.CaseChecked, steps, 2, [
            ("case_id", self._row(self.event, self.view.case[steps])),
            ("passed", flag_json(self.view.outcome[steps] == CHECK)),
            ("check_due", moment_json(due)),
        ])  # fmt: skip

    def _ended(self) -> Iterator[_Told]:
        steps = self._steps(CLOSE, SELF_HANDLED)
        rows = self.view.case[steps]
        event, due = self._row(self.event, rows), self.lot.dates.due[rows]
        yield self._of(events.EventClosed, steps, 5, [("event_id", event)])
        yield self._of(cases.CaseClosed, steps, 6, [
            ("case_id", event),
            ("event_id", event),
            ("on_time", flag_json(self.view.at[steps] <= due, due != NEVER)),
            ("self_handled", flag_json(self.spot[rows])),
        ])  # fmt: skip
        steps = self._steps(VOID, NOT_CONFIRMED)
        event = self._row(self.event, self.view.case[steps])
        reason = pa.array(np.where(self.view.outcome[steps] == VOID, b'"void"', b'"not_confirmed"'), pa.binary())
        fields: Fields = [("case_id", event), ("event_id", event), ("reason", reason)]
        yield self._of(cases.CaseVoided, steps, 6, fields)
        steps = self._steps(REFUSE)
        refused: Fields = [("event_id", self._row(self.event, self.view.case[steps])), ("reason", b'"other"')]
        yield self._of(events.EventRefused, steps, 6, refused)


def facts(lot: Lot) -> Columns:
    """Return the rows of `ledger.fact`, case by case, each case's in order."""
    told = [one for one in _Teller(lot).all() if len(one.order)]
    order = np.argsort(np.concatenate([one.order for one in told]), kind="stable")
    index, rows = pa.array(order), len(order)
    kinds = pa.array([one.type.TYPE for one in told])
    versions = np.array([one.type.VERSION for one in told])
    which = np.repeat(np.arange(len(told)), [len(one.order) for one in told])[order]
    made = lot.more_ids(rows, 4 * len(lot.view.steps))
    return {
        "id": pgcopy.fixed(made),
        "type": pgcopy.texts(kinds.take(pa.array(which))),
        "version": pgcopy.integers(versions[which], 2),
        "subject": pgcopy.fixed(np.concatenate([one.subject for one in told])[order]),
        "platform": pgcopy.same(lot.by.platform.encode(), rows),
        "actor": pgcopy.same(lot.by.actor.bytes, rows),
        "time": pgcopy.moments(np.concatenate([one.time for one in told])[order]),
        "recorded": pgcopy.moments(np.full(rows, lot.by.at)),
        "origin": pgcopy.same(b"history", rows),
        "drill": pgcopy.same(b"\0", rows),
        "data": pgcopy.documents(pa.concat_arrays([one.data for one in told]).take(index)),
    }
