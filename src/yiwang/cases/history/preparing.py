"""From a chunk of rows to what is to be written: checked against the books, then worked out column by column."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from yiwang.base import ids
from yiwang.cases.history import entries, lives, telling, timing
from yiwang.cases.history.checking import Known, complaints, known, walked
from yiwang.cases.history.dating import dated
from yiwang.cases.history.kernels.life import Walked
from yiwang.cases.history.kernels.pgcopy import Mask
from yiwang.cases.history.lot import Importer, Lot, chance_for
from yiwang.cases.history.model import Batch, Complaint
from yiwang.cases.history.placing import EPOCH, Placed, place_rows
from yiwang.cases.history.view import View
from yiwang.db import Tx
from yiwang.events.books import Books

Columns = entries.Columns


@dataclass(frozen=True)
class Checked:
    """A chunk as the books see it, and what is wrong with its rows."""

    view: View
    found: Known
    placed: Placed
    lives: Walked
    complaints: list[Complaint]


async def check(tx: Tx, books: Books, batch: Batch, table: pa.Table) -> Checked:
    """Return what the rows of a chunk mean, and everything that is wrong with them."""
    view = View.of(table)
    reported = view.moments("reported_at")
    found = known(books, view, reported.tolist(), backdate=batch.backdate)
    placed = await place_rows(tx, books, table, reported, batch.datum)
    taken = walked(view, found)
    now = (tx.at - EPOCH) // timedelta(microseconds=1)
    return Checked(view, found, placed, taken, complaints(view, found, placed, taken, now))


def without(table: pa.Table, wrong: set[int]) -> pa.Table:
    """Return a chunk without the rows of these numbers."""
    return table.filter(pc.invert(pc.is_in(table["row"], pa.array(sorted(wrong), pa.int64())))) if wrong else table


def urgent(checked: Checked) -> Mask:
    """Say which rows are urgent: as they say, else as their matter is by nature."""
    said = checked.view.text("urgent").to_pylist()
    return np.array(
        [
            matter is not None and matter.urgent if word is None else word
            for word, matter in zip(said, checked.found.matters, strict=True)
        ],
        np.bool_,
    )


def lot_of(books: Books, by: Importer, checked: Checked, serials: list[int], reporters: list[UUID | None]) -> Lot:
    """Return all that follows from sound rows; `serials` number those that bring no number."""
    view, found = checked.view, checked.found
    matters = [matter for matter in found.matters if matter is not None]
    hurry = urgent(checked)
    dates = dated(books, view, found, matters, hurry)
    chance = ids.chance(chance_for(view.rows, len(view.steps)))
    numbers = _numbers(books, view, serials)
    return Lot(by, view, found, matters, checked.placed, checked.lives, dates, hurry, numbers, chance, reporters)


def columns_of(lot: Lot) -> list[tuple[str, Columns]]:
    """Return the columns of every table, in the order in which they are written."""
    return [
        ("events.event", entries.events(lot)),
        ("events.report", entries.reports(lot)),
        ("events.external_ref", entries.references(lot)),
        ("cases.case", lives.cases(lot)),
        ("cases.assignment", lives.assignments(lot)),
        ("cases.clock", lives.clocks(lot)),
        ("cases.timeline", lives.timeline(lot)),
        ("ledger.timer", timing.timers(lot)),
        ("ledger.fact", telling.facts(lot)),
    ]


def _numbers(books: Books, view: View, serials: list[int]) -> pa.Array:
    numbers = view.text("number").to_pylist()
    reported, fresh = view.moments("reported_at"), iter(serials)
    for row, number in enumerate(numbers):
        if number is None:
            local = (EPOCH + timedelta(microseconds=int(reported[row]))).astimezone(books.zone)
            numbers[row] = f"{local:%Y%m%d}{next(fresh):06d}"
    return pa.array(numbers, pa.string())
