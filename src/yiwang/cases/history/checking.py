"""The checks of the verbs, over whole columns: what is known at that date, times in order, steps the table allows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

import numpy as np
import pyarrow.compute as pc

from yiwang.cases.history.kernels.life import Walked, walk
from yiwang.cases.history.kernels.pgcopy import NEVER, Mask
from yiwang.cases.history.model import (
    MUST_NAME_UNIT,
    MUST_SAY,
    NEW,
    STATE_CODE,
    STATES,
    STEPS,
    Complaint,
    next_states,
)
from yiwang.cases.history.placing import EPOCH, Placed
from yiwang.cases.history.view import View
from yiwang.events.books import Books
from yiwang.events.model import CHANNELS
from yiwang.matters import Matter

_TABLE = next_states()
EARLIEST = datetime(1990, 1, 1, tzinfo=EPOCH.tzinfo)
_DAY = 86_400_000_000


@dataclass
class Known:
    """What the codes of a chunk mean: the matter of each row (None: no such), the units of its steps.

    `units[unit[s]]` is the unit of step `s`, -1 where it names none or one that is not known then.
    """

    matters: list[Matter | None]
    units: list[UUID]
    unit: np.ndarray[tuple[int], np.dtype[np.int64]]
    assists: dict[int, list[UUID]]
    strange: list[tuple[int, str, str]]  # step, field, code


def known(books: Books, view: View, reported: Sequence[int], *, backdate: bool) -> Known:
    """Return what the codes mean at their dates. `backdate`: what is on file now was known before it was entered."""
    matters = _matters(books, view.text("matter").to_pylist(), reported, backdate=backdate)
    by_code = {unit.code: unit for unit in books.directory.units.values()}
    index: dict[UUID, int] = {}
    found = np.full(len(view.steps), -1, np.int64)
    assists: dict[int, list[UUID]] = {}
    strange: list[tuple[int, str, str]] = []
    at = view.at

    def unit_of(code: str, step: int) -> UUID | None:
        unit = by_code.get(code)
        moment = EPOCH + timedelta(microseconds=int(at[step]))
        early = unit is not None and not backdate and moment < unit.valid_from
        if unit is None or early or (unit.valid_to is not None and moment >= unit.valid_to):
            strange.append((step, "unit", code))
            return None
        return unit.id

    units = view.steps.field("unit")
    for step in np.nonzero(units.is_valid().to_numpy(zero_copy_only=False))[0].tolist():
        unit = unit_of(units[step].as_py(), step)
        if unit is not None:
            found[step] = index.setdefault(unit, len(index))
    lengths = pc.fill_null(pc.list_value_length(view.steps.field("assist")), 0).to_numpy(zero_copy_only=False)
    for step in np.nonzero(lengths)[0].tolist():
        codes = dict.fromkeys(view.steps.field("assist")[step].as_py())
        assists[step] = [unit for unit in (unit_of(code, step) for code in codes) if unit]
    return Known(matters, list(index), found, assists, strange)


def _matters(books: Books, codes: Sequence[str], reported: Sequence[int], *, backdate: bool) -> list[Matter | None]:
    catalogue = books.catalogue
    found: list[Matter | None] = []
    for code, at_us in zip(codes, reported, strict=True):
        matter = catalogue.get(code, EPOCH + timedelta(microseconds=at_us))
        if matter is None and backdate and (versions := catalogue.versions(code)):
            first = versions[0]
            before = first.valid_from is not None and at_us < (first.valid_from - EPOCH) // timedelta(microseconds=1)
            matter = first if before else None
        found.append(matter)
    return found


def walked(view: View, found: Known) -> Walked:
    """Take every row through its steps."""
    asked = np.array([matter is not None and matter.check for matter in found.matters], np.int8)
    return walk(view.first, view.outcome, asked, _TABLE, NEW)


def complaints(view: View, found: Known, placed: Placed, lives: Walked, now_us: int) -> list[Complaint]:
    """Return everything wrong with the rows of a chunk; a row may have several."""
    number = view.table["row"].to_numpy()
    told = [
        *_of_rows(view, found, placed),
        *_of_times(view, now_us),
        *_of_steps(view, found),
        *_of_lives(view, found, lives),
    ]
    return [Complaint(int(number[row]), field, detail) for row, field, detail in sorted(told)]


def _of_rows(view: View, found: Known, placed: Placed) -> Iterator[tuple[int, str, str]]:
    codes, places = view.text("matter").to_pylist(), view.text("jurisdiction").to_pylist()
    for row, matter in enumerate(found.matters):
        if matter is None:
            yield row, "matter", f"The catalogue had no matter {codes[row]} at that date."
        if placed.jurisdiction[row] is None:
            yield row, "jurisdiction", f"There was no jurisdiction {places[row]} at that date."
    channels = view.text("channel").to_pylist()
    for row, channel in enumerate(channels):
        if channel not in CHANNELS:
            yield row, "channel", f"The channel is one of {', '.join(CHANNELS)}."
    half = np.isnan(view.table["lon"].to_numpy()) != np.isnan(view.table["lat"].to_numpy())
    for row in np.nonzero(half)[0].tolist():
        yield row, "lon", "Give both longitude and latitude, or neither."
    due, reported = view.moments("due_at"), view.moments("reported_at")
    for row in np.nonzero((due != NEVER) & (due < reported))[0].tolist():
        yield row, "due_at", "The due time lies before the report."
    for row in np.nonzero(np.diff(view.first) == 0)[0].tolist():
        yield row, "steps", "A row has at least one step: how it began."


def _of_times(view: View, now_us: int) -> Iterator[tuple[int, str, str]]:
    earliest = (EARLIEST - EPOCH) // timedelta(microseconds=1)
    reported, occurred = view.moments("reported_at"), view.moments("occurred_at")
    for row in np.nonzero((reported > now_us) | (reported < earliest))[0].tolist():
        yield row, "reported_at", "It was reported at a moment that cannot be: later than now, or before 1990."
    for row in np.nonzero((occurred != NEVER) & (occurred > reported + _DAY))[0].tolist():
        yield row, "occurred_at", "It happened after it was reported."
    at, case = view.at, view.case
    before = np.empty_like(at)
    if len(at):
        before[1:] = at[:-1]
        starts = view.place == 0
        before[starts] = reported[case[starts]]
    for step in np.nonzero(at < before)[0].tolist():
        yield int(case[step]), _step(view, step, "at"), "This step lies before the one before it."
    for step in np.nonzero(at > now_us)[0].tolist():
        yield int(case[step]), _step(view, step, "at"), "This step lies later than now; history has happened."


def _of_steps(view: View, found: Known) -> Iterator[tuple[int, str, str]]:
    case = view.case
    for step in np.nonzero(~view.known)[0].tolist():
        yield int(case[step]), _step(view, step, "step"), f"A step is one of {', '.join(STEPS)}."
    for step, field, code in found.strange:
        yield int(case[step]), _step(view, step, field), f"There was no unit {code} at that date."
    empty = pc.equal(pc.utf8_trim_whitespace(view.steps.field("text")), "").to_numpy(zero_copy_only=False)
    outcome = view.outcome
    for asked, sentence in MUST_SAY.items():
        for step in np.nonzero(view.known & (outcome == asked) & empty)[0].tolist():
            yield int(case[step]), _step(view, step, "text"), sentence
    nameless: Mask = ~view.steps.field("unit").is_valid().to_numpy(zero_copy_only=False)
    for step in np.nonzero(np.isin(outcome, MUST_NAME_UNIT) & nameless & view.known)[0].tolist():
        yield int(case[step]), _step(view, step, "unit"), "Name the unit it was sent to."
    for step, units in found.assists.items():
        if found.unit[step] >= 0 and found.units[found.unit[step]] in units:
            yield int(case[step]), _step(view, step, "assist"), "The leading unit cannot assist itself."


def _of_lives(view: View, found: Known, lives: Walked) -> Iterator[tuple[int, str, str]]:
    for row in np.nonzero(lives.wrong >= 0)[0].tolist():
        step = int(lives.wrong[row])
        if not view.known[step] or found.matters[row] is None:
            continue  # said already; without its matter nobody knows whether a check was asked for
        state = STATES[lives.before[step]]
        verb = view.steps.field("step")[step].as_py()
        where = "as a first step" if state == "new" else f"in state {state}"
        yield row, _step(view, step, "step"), f"{verb} is not possible {where}."
    for row in np.nonzero((lives.last == STATE_CODE["admitted"]) & (lives.wrong < 0))[0].tolist():
        yield row, "steps", "An admitted event has a case: say how it was filed (file or open)."


def _step(view: View, step: int, field: str) -> str:
    return f"steps[{int(view.place[step])}].{field}"
