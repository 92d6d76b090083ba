"""Columns of events, reports and references, for COPY."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from yiwang.cases.history.kernels import pgcopy, wording
from yiwang.cases.history.kernels.life import Ints, taken
from yiwang.cases.history.kernels.pgcopy import NEVER
from yiwang.cases.history.lot import Lot, matrix
from yiwang.cases.history.model import STATE_CODE

Columns = dict[str, pa.BinaryArray]
_ENDED = {"closed": "closed", "void": "dismissed", "refused": "refused"}


def events(lot: Lot) -> Columns:
    """Return the rows of `events.event`."""
    view, rows = lot.view, lot.view.rows
    states, priors, moves = _states(lot)
    reported, occurred = view.moments("reported_at"), view.moments("occurred_at")
    title = pc.coalesce(view.text("title"), pa.array([m.name for m in lot.matters], pa.string()))
    return {
        "id": pgcopy.fixed(lot.events),
        "number": pgcopy.texts(lot.numbers),
        "state": pgcopy.texts(states),
        "prior_state": pgcopy.texts(priors),
        "matter_id": pgcopy.fixed(matrix([m.id for m in lot.matters])),
        "matter_code": pgcopy.texts(codes(lot)),
        "title": pgcopy.texts(title),
        "text": pgcopy.texts(view.text("text")),
        "urgent": pgcopy.flags(lot.urgent),
        "channel": pgcopy.texts(view.text("channel")),
        "jurisdiction_id": pgcopy.fixed(jurisdictions(lot)),
        "lon": pgcopy.floats(lot.placed.lon),
        "lat": pgcopy.floats(lot.placed.lat),
        "place": places(lot),
        "place_key": pgcopy.texts(_place_keys(lot)),
        "occurred_at": pgcopy.moments(np.where(occurred == NEVER, reported, occurred)),
        "reported_at": pgcopy.moments(reported),
        "last_reported_at": pgcopy.moments(reported),
        "given_due": pgcopy.moments(view.moments("due_at")),
        "due_from_source": pgcopy.flags(lot.dates.from_source),
        "closed_at": pgcopy.moments(taken(view.at, lot.ended, NEVER)),
        "refusal": pgcopy.documents(_refusals(lot)),
        "drill": pgcopy.same(b"\0", rows),
        "classification": _classified(lot),
        "platform": pgcopy.same(lot.by.platform.encode(), rows),
        "version": pgcopy.integers(1 + moves),
    }


def reports(lot: Lot) -> Columns:
    """Return the rows of `events.report`: one for each event, settled when it is."""
    view, rows = lot.view, lot.view.rows
    settled = lot.ended >= 0
    states = pa.array(np.where(settled, "answered", "open"))
    reporters = np.array([one is not None for one in lot.reporters], np.bool_)
    confidential = pc.fill_null(view.text("reporter_confidential"), False).to_numpy(zero_copy_only=False)
    return {
        "id": pgcopy.fixed(lot.reports),
        "number": pgcopy.texts(lot.numbers),
        "event_id": pgcopy.fixed(lot.events),
        "state": pgcopy.texts(states),
        "channel": pgcopy.texts(view.text("channel")),
        "source": pgcopy.same(lot.by.source.encode(), rows),
        "text": pgcopy.texts(pc.utf8_trim_whitespace(view.text("text"))),
        "reporter_id": pgcopy.fixed(matrix([one or lot.by.raw for one in lot.reporters]), reporters),
        "confidential": pgcopy.flags(confidential),
        "reported_at": pgcopy.moments(view.moments("reported_at")),
        "occurred_at": pgcopy.moments(view.moments("occurred_at")),
        "due_at": pgcopy.moments(view.moments("due_at")),
        "answered_at": pgcopy.moments(taken(view.at, lot.ended, NEVER)),
        "matter_code": pgcopy.texts(codes(lot)),
        "lon": pgcopy.floats(lot.placed.lon),
        "lat": pgcopy.floats(lot.placed.lat),
        "place": places(lot),
        "classification": _classified(lot),
        "raw_id": pgcopy.same(lot.by.raw.bytes, rows),
        "idempotency_key": pgcopy.texts(view.text("id")),
        "answer": pgcopy.documents(_answers(lot)),
        "recorded": pgcopy.moments(np.full(rows, lot.by.at)),
    }


def references(lot: Lot) -> Columns:
    """Return the rows of `events.external_ref`."""
    return {
        "system": pgcopy.same(lot.by.system.encode(), lot.view.rows),
        "external_id": pgcopy.texts(lot.view.text("id")),
        "report_id": pgcopy.fixed(lot.reports),
    }


def codes(lot: Lot) -> pa.Array:
    """Return the code of each row's matter."""
    return pa.array([matter.code for matter in lot.matters], pa.string())


def jurisdictions(lot: Lot) -> pgcopy.Bytes:
    """Return the jurisdiction of each row: known, for the rows are sound."""
    return matrix([one or lot.by.raw for one in lot.placed.jurisdiction])


def places(lot: Lot) -> pa.BinaryArray:
    """Return cells of each row's place."""
    return pgcopy.documents(pa.array(lot.placed.place, pa.binary()))


def _states(lot: Lot) -> tuple[pa.Array, pa.Array, Ints]:
    """Return the event's state, the one before, and how often it moved on."""
    by_code = [_ENDED.get(state, state if state == "triage" else "admitted") for state in STATE_CODE]
    state = np.array(by_code, object)[lot.lives.last]
    triaged, ended = lot.admitted >= 0, lot.ended >= 0
    prior = np.full(lot.view.rows, None, object)
    prior[triaged] = "triage"
    prior[ended] = "admitted"
    prior[lot.lives.last == STATE_CODE["refused"]] = "triage"
    return pa.array(state, pa.string()), pa.array(prior, pa.string()), triaged.astype(np.int64) + ended


def _place_keys(lot: Lot) -> pa.Array:
    """What two reports of one written address have in common, where no point tells more."""
    words = pc.utf8_lower(pc.utf8_trim_whitespace(lot.view.text("place")))
    words = pc.replace_substring_regex(words, r"\s+", " ")
    bare = pa.array(np.isnan(lot.placed.lon)) if lot.view.rows else pa.array([], pa.bool_())
    return pc.if_else(pc.and_(bare, pc.not_equal(words, "")), words, pa.scalar(None, pa.string()))


def _classified(lot: Lot) -> pa.BinaryArray:
    reason = pgcopy.join("历史数据给出事项代码 ".encode(), lot.view.text("matter"))
    fields = [("by", b'"given"'), ("confidence", b"1.0"), ("reason", wording.string_json(reason.cast(pa.string())))]
    return pgcopy.documents(wording.objects(fields))


def _answers(lot: Lot) -> pa.Array:
    """What the reporter was told when it ended: the words of the last step; a refusal tells its reason."""
    text = wording.string_json(pc.fill_null(lot.field("text", lot.ended), ""))
    told = wording.objects([("text", text), ("case", wording.string_json(lot.numbers))])
    answer = pc.if_else(pa.array(lot.lives.last == STATE_CODE["refused"]), _refusal(lot), told)
    return pc.if_else(pa.array(lot.ended >= 0), answer, pa.scalar(None, pa.binary()))


def _refusals(lot: Lot) -> pa.Array:
    refused = pa.array(lot.lives.last == STATE_CODE["refused"])
    return pc.if_else(refused, _refusal(lot), pa.scalar(None, pa.binary()))


def _refusal(lot: Lot) -> pa.BinaryArray:
    text = wording.string_json(pc.fill_null(lot.field("text", lot.ended), ""))
    return wording.objects([("reason", b'"other"'), ("text", text), ("next_door", b'""')])
