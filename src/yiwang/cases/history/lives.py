"""Columns of cases, their assignments, clocks, timeline and timers, for COPY."""

from collections.abc import Sequence
from typing import Any

import msgspec
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from yiwang.cases.history.dating import SENDING
from yiwang.cases.history.entries import Columns, codes, jurisdictions
from yiwang.cases.history.kernels import pgcopy
from yiwang.cases.history.kernels.life import NONE, Ints, first_of, last_of, spans, taken
from yiwang.cases.history.kernels.pgcopy import NEVER, Mask
from yiwang.cases.history.lot import ENDING, Lot, matrix
from yiwang.cases.history.model import (
    CHECK,
    CLOSE,
    CONFIRM,
    DISPATCH,
    FILE,
    HANDLE,
    NOT_CONFIRMED,
    OPEN,
    OUTCOMES,
    RECEIVE,
    REDISPATCH,
    RETURN,
    REWORK,
    SELF_HANDLED,
    STATE_CODE,
    STATES,
    VOID,
)
from yiwang.cases.model import CHECK_LIMIT, DISPATCH_LIMIT, STAGE_OF_STATE

_SECOND = 1_000_000
DISPATCH_US = {urgent: int(limit.total_seconds()) * _SECOND for urgent, limit in DISPATCH_LIMIT.items()}
CHECK_US = int(CHECK_LIMIT.total_seconds()) * _SECOND
_SAID = {
    OPEN: "建卷，待核实", FILE: "立案", SELF_HANDLED: "即查即改：", CONFIRM: "核实属实，立案。",
    NOT_CONFIRMED: "核实不属实，不立案：", DISPATCH: "", REDISPATCH: "", RECEIVE: "签收", RETURN: "退单：",
    HANDLE: "处置完成：", CHECK: "核查通过。", REWORK: "核查不通过，返工：", CLOSE: "结案。", VOID: "作废：",
}  # fmt: skip
_LINE = {SELF_HANDLED: "self_handled", OPEN: "open", FILE: "file", REDISPATCH: "dispatch"}
_STAGES = pa.array([STAGE_OF_STATE.get(state) for state in STATES], pa.string())


def cases(lot: Lot) -> Columns:
    """Return the rows of `cases.case`."""
    view, rows, dates, at = lot.view, lot.view.rows, lot.dates, lot.view.at
    outcome, case = view.outcome, view.case

    def last(*codes: int) -> Ints:
        return last_of(np.isin(outcome, codes), case, rows)

    returned, sent, received = last(RETURN), lot.sent, last(RECEIVE)
    handled, reworked, ended = last(HANDLE, SELF_HANDLED), last(REWORK), last(*ENDING)
    away = returned > sent  # given back and not sent again
    unit = np.where(away, NONE, taken(lot.found.unit, sent, NONE))
    received = np.where(received > returned, received, NONE)
    void = last(VOID, NOT_CONFIRMED)
    prior = pa.array(STATES).take(pa.array(taken(lot.lives.before.astype(np.int64), void, 0)))
    assists = [lot.found.assists.get(step, []) if step >= 0 else [] for step in np.where(away, NONE, sent).tolist()]
    spot = last(SELF_HANDLED) >= 0
    columns = {
        "id": pgcopy.fixed(lot.events),
        "number": pgcopy.texts(lot.numbers),
        "state": pgcopy.texts(lot.state),
        "prior_state": pgcopy.texts(pc.if_else(pa.array(void >= 0), prior, pa.scalar(None, pa.string()))),
        "matter_id": pgcopy.fixed(matrix([m.id for m in lot.matters])),
        "matter_code": pgcopy.texts(codes(lot)),
        "major": pgcopy.texts(pa.array([m.major for m in lot.matters], pa.string())),
        "title": pgcopy.texts(pc.coalesce(view.text("title"), pa.array([m.name for m in lot.matters], pa.string()))),
        "channel": pgcopy.texts(view.text("channel")),
        "urgent": pgcopy.flags(lot.urgent),
        "jurisdiction_id": pgcopy.fixed(jurisdictions(lot)),
        "unit_id": pgcopy.fixed(lot.unit_ids[unit], unit >= 0),
        "assist_ids": pgcopy.uuid_lists([[one.bytes for one in each] for each in assists]),
        "lon": pgcopy.floats(lot.placed.lon),
        "lat": pgcopy.floats(lot.placed.lat),
        "place_text": pgcopy.texts(view.text("place")),
        "opened_at": pgcopy.moments(dates.opened),
        "filed_at": pgcopy.moments(dates.filed),
        "dispatched_at": pgcopy.moments(taken(at, sent, NEVER)),
        "received_at": pgcopy.moments(taken(at, received, NEVER)),
        "handled_at": pgcopy.moments(taken(at, np.where(handled > reworked, handled, NONE), NEVER)),
        "checked_at": pgcopy.moments(taken(at, last(CHECK), NEVER)),
        "closed_at": pgcopy.moments(taken(at, ended, NEVER)),
        "due_at": pgcopy.moments(dates.due),
        "receipt_due_at": pgcopy.moments(np.where(away, NEVER, taken(dates.receipt_due, sent, NEVER))),
        "deadline": pgcopy.documents(pa.array(dates.deadline, pa.binary())),
        "dispatch_reason": pgcopy.documents(_dispatch_reasons(lot)),
        "check_asked": pgcopy.flags(np.array([m.check for m in lot.matters], np.bool_) & ~spot),
        "limit_provisional": pgcopy.flags(dates.provisional),
        "self_handled": pgcopy.flags(spot),
        "rework": pgcopy.integers(np.bincount(case[outcome == REWORK], minlength=rows)),
        "returns": pgcopy.integers(np.bincount(case[outcome == RETURN], minlength=rows)),
        "platform": pgcopy.same(lot.by.platform.encode(), rows),
        "drill": pgcopy.same(b"\0", rows),
        "version": pgcopy.integers(lot.version[view.first[1:] - 1] if len(at) else np.ones(rows, np.int64)),
    }
    return chosen(columns, lot.cases)


def assignments(lot: Lot) -> Columns:
    """Return the rows of `cases.assignment`: each dispatch with how it ended, and those who assisted."""
    view, outcome = lot.view, lot.view.outcome
    sending = np.isin(outcome, SENDING)
    steps = np.nonzero(sending)[0]
    span = spans(sending, view.case)
    inside = span >= 0
    count = len(steps)

    def last(*codes: int) -> Ints:
        return last_of(inside & np.isin(outcome, codes), span, count)

    received, settled, voided = last(RECEIVE), last(RETURN, HANDLE, REWORK), last(VOID)
    done = taken(outcome.astype(np.int64), settled, NONE)
    following = _following(lot, steps)
    replaced = np.where(taken(outcome.astype(np.int64), following, NONE) == REDISPATCH, following, NONE)
    withdrawn = np.where((done == NONE) | (done == REWORK), np.where(voided >= 0, voided, replaced), NONE)
    state = np.select(
        [done == RETURN, done == HANDLE, withdrawn >= 0, received >= 0],
        ["returned", "done", "withdrawn", "received"],
        "sent",
    )
    end = np.where((done == RETURN) | (done == HANDLE), settled, withdrawn)
    why = np.where(done == HANDLE, NONE, end)
    leads = _assigned(lot, steps, lot.found.unit[steps], "lead", state, received, end, why)
    helping = [(place, unit) for place, step in enumerate(steps.tolist()) for unit in lot.found.assists.get(step, ())]
    if not helping:
        return leads
    of = np.array([place for place, _ in helping])
    ended = first_of(inside & np.isin(outcome, (RETURN, HANDLE, VOID)), span, count)
    ended = np.where(ended >= 0, ended, replaced)[of]
    what = taken(outcome.astype(np.int64), ended, NONE)
    state = np.select([what == RETURN, what == HANDLE, what >= 0], ["returned", "done", "withdrawn"], "sent")
    none = np.full(len(of), NONE)
    helpers = _assigned(lot, steps[of], None, "assist", state, none, ended, np.where(what == HANDLE, NONE, ended))
    helpers["id"] = pgcopy.fixed(lot.more_ids(len(of), count))
    helpers["unit_id"] = pgcopy.fixed(matrix([unit for _, unit in helping]))
    return {name: pa.concat_arrays([leads[name], helpers[name]]) for name in leads}


def _assigned(
    lot: Lot, steps: Ints, unit: Ints | None, role: str, state: Any, received: Ints, end: Ints, why: Ints
) -> Columns:
    at, count = lot.view.at, len(steps)
    due = lot.dates.receipt_due[steps] if role == "lead" else np.full(count, NEVER)
    return {
        "id": pgcopy.fixed(lot.more_ids(count, 0)),
        "case_id": pgcopy.fixed(lot.events[lot.view.case[steps]]),
        "unit_id": pgcopy.fixed(lot.unit_ids[unit if unit is not None else np.full(count, NONE)]),
        "role": pgcopy.same(role.encode(), count),
        "state": pgcopy.texts(pa.array(state, pa.string())),
        "sent_at": pgcopy.moments(at[steps]),
        "receipt_due_at": pgcopy.moments(due),
        "received_at": pgcopy.moments(taken(at, received, NEVER)),
        "ended_at": pgcopy.moments(taken(at, end, NEVER)),
        "reason": pgcopy.texts(lot.field("text", why)),
    }


def clocks(lot: Lot) -> Columns:
    """Return the rows of `cases.clock`: one for each stage a step began, and the total from filing to the end."""
    view, at, dates = lot.view, lot.view.at, lot.dates
    staged = pc.take(_STAGES, pa.array(lot.lives.after))
    steps = np.nonzero(staged.is_valid().to_numpy(zero_copy_only=False))[0]
    reasons: list[str | None] = [None] * len(view.steps)
    for step, (_, words) in dates.confirm_due.items():
        reasons[step] = words
    for step, words in dates.receipt_reason.items():
        reasons[step] = words
    stages = _clocked(lot, steps, staged.take(pa.array(steps)), at[steps], taken(at, _following(lot, steps), NEVER))
    stages["due_at"] = pgcopy.moments(_stage_due(lot)[steps])
    stages["reason"] = pgcopy.texts(pa.array(reasons, pa.string()).take(pa.array(steps)))
    filed = np.nonzero((dates.filing >= 0) & (view.outcome[np.maximum(dates.filing, 0)] != SELF_HANDLED))[0]
    end = taken(at, lot.ended[filed], NEVER)
    total = _clocked(lot, dates.filing[filed], pa.array(["total"] * len(filed), pa.string()), dates.filed[filed], end)
    total["due_at"] = pgcopy.moments(dates.due[filed])
    total["reason"] = pgcopy.texts(dates.deadline_zh.take(pa.array(filed)))
    return {name: pa.concat_arrays([stages[name], total[name]]) for name in stages}


def _clocked(lot: Lot, steps: Ints, stage: pa.Array, start: Ints, end: Ints) -> Columns:
    return {
        "case_id": pgcopy.fixed(lot.events[lot.view.case[steps]]),
        "stage": pgcopy.texts(stage),
        "started_at": pgcopy.moments(start),
        "ended_at": pgcopy.moments(end),
        "step": pgcopy.integers(lot.version[steps]),
    }


def _stage_due(lot: Lot) -> Ints:
    """When the stage that each step began should be over."""
    outcome, at = lot.view.outcome, lot.view.at
    quick = np.where(lot.urgent[lot.view.case], DISPATCH_US[True], DISPATCH_US[False])
    due = np.where(np.isin(outcome, (FILE, CONFIRM, RETURN)), at + quick, NEVER)
    due = np.where(np.isin(outcome, (HANDLE, CHECK)), at + CHECK_US, due)
    due = np.where(np.isin(outcome, (RECEIVE, REWORK)), lot.dates.due[lot.view.case], due)
    due = np.where(np.isin(outcome, SENDING), lot.dates.receipt_due, due)
    for step, (moment, _) in lot.dates.confirm_due.items():
        due[step] = moment
    return due


def timeline(lot: Lot) -> Columns:
    """Return the rows of `cases.timeline`: the steps, in their own words and at their own times."""
    view, steps = lot.view, lot.steps
    outcome = view.outcome[steps]
    names = pa.array([_LINE.get(code, one.name) for code, one in enumerate(OUTCOMES)])
    said = pa.array([_SAID.get(code, "") for code in range(len(OUTCOMES))])
    unit = lot.unit_after[steps]
    text = pgcopy.join(said.take(pa.array(outcome)), lot.field("text", steps))
    by = lot.field("by", steps)
    name = pc.if_else(pc.equal(by, ""), lot.by.name, by)
    return {
        "id": pgcopy.fixed(lot.more_ids(len(steps), 2 * len(view.steps))),
        "case_id": pgcopy.fixed(lot.events[view.case[steps]]),
        "step": pgcopy.texts(names.take(pa.array(outcome))),
        "at": pgcopy.moments(view.at[steps]),
        "actor_name": pgcopy.texts(name),
        "unit_id": pgcopy.fixed(lot.unit_ids[unit], unit >= 0),
        "text": pgcopy.texts(pc.utf8_rtrim(text.cast(pa.string()), characters="。：")),
        "data": pgcopy.documents(_line_data(lot, steps)),
        "recorded": pgcopy.moments(np.full(len(steps), lot.by.at)),
    }


def _line_data(lot: Lot, steps: Ints) -> pa.Array:
    outcome, case = lot.view.outcome[steps], lot.view.case[steps]
    data: Any = np.full(len(steps), b"{}", object)
    for place in np.nonzero(np.isin(outcome, (FILE, CONFIRM)))[0].tolist():
        data[place] = b'{"deadline":' + lot.dates.deadline[case[place]] + b"}"
    data[outcome == REWORK] = b'{"passed":false}'
    for place in np.nonzero(np.isin(outcome, (*SENDING, RETURN)))[0].tolist():
        step = int(steps[place])
        unit = str(lot.found.units[lot.unit_sent[step]])
        assists = [str(one) for one in lot.found.assists.get(step, ())]
        data[place] = msgspec.json.encode(
            {"unit": unit} if outcome[place] == RETURN else {"unit": unit, "assists": assists}
        )
    return pa.array(data, pa.binary())


def _dispatch_reasons(lot: Lot) -> pa.Array:
    words = lot.field("text", lot.sent).to_pylist()
    receipt = lot.dates.receipt_reason
    return pa.array(
        [
            msgspec.json.encode({"zh": words[row] or "", "receipt": receipt.get(step, "")}) if step >= 0 else b"{}"
            for row, step in enumerate(lot.sent.tolist())
        ],
        pa.binary(),
    )


def _following(lot: Lot, steps: Ints) -> Ints:
    """Return the next step of the same case, -1 after its last."""
    after = steps + 1
    case = lot.view.case
    same = (after < len(case)) & (case[np.minimum(after, len(case) - 1)] == case[steps]) if len(case) else after < 0
    return np.where(same, after, NONE)


def chosen(columns: Columns, rows: Ints | Sequence[int] | Mask) -> Columns:
    """Return some of the rows."""
    index = pa.array(rows)
    if len(index) == len(next(iter(columns.values()))):
        return columns
    return {name: values.take(index) for name, values in columns.items()}


def is_open(lot: Lot) -> Mask:
    """Say which rows have a case that is still at work."""
    still = (lot.ended < 0) & (lot.dates.begun >= 0)
    return np.asarray(still & (lot.lives.last < STATE_CODE["closed"]))
