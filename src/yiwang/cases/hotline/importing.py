"""Files of orders: given in, worked off in batches by the worker, given back with a reason per refused row.

1. the file is read once to see that it is one, and kept sealed; 2. the worker takes it and works off its rows, each
batch with its progress in one transaction, so that a kill loses and doubles nothing; 3. a row that is refused leaves
its reason and the good ones go on; 4. the mended file given again adds what was refused: a number counts once.
"""

import asyncio
import contextlib
from collections.abc import Mapping as MappingOf
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

import psycopg

from yiwang import access
from yiwang.access import Actor, Keyring
from yiwang.base.errors import Invalid, Refusal
from yiwang.base.ids import uuid7
from yiwang.cases.hotline.mapping import Mapping
from yiwang.cases.hotline.model import Order
from yiwang.cases.hotline.receiving import OrderIn, receive
from yiwang.cases.hotline.rows import Faulty, RowReader, sentence_of
from yiwang.cases.hotline.rules import Rules, rules_at
from yiwang.cases.hotline.store import imports as store
from yiwang.cases.hotline.store import orders
from yiwang.cases.hotline.store.imports import Import
from yiwang.cases.hotline.tables import Table, form_of, read_table
from yiwang.db import Database, Tx
from yiwang.events.books import Books

BATCH = 200
MOST_BYTES = 20 << 20
STALE = timedelta(seconds=30)  # a worker not seen for so long has died
PAUSE = 1.0  # seconds between looks at what waits
MOST_TRIES = 20  # a file that ends its worker each time is left alone at last
_TRIES = 4  # times a batch is begun anew without a refused row, before its rows go one by one
_OF_THE_ROW = (Refusal, psycopg.DataError, psycopg.IntegrityError)


class _Undone(Exception):
    """Ends the transaction of a dry run, which leaves nothing."""


@dataclass(frozen=True)
class _Job:
    """A file at work: its rows, who asked, by which declarations."""

    row: Import
    table: Table
    mapping: Mapping
    rules: Rules
    actor: Actor
    books: Books
    first_of: MappingOf[str, int]  # the row (from 0) that a number comes in first

    def faults_of(self, numbers: Sequence[int]) -> tuple[dict[int, OrderIn], dict[int, str]]:
        """Return these rows (from 0) as orders, and why others are none."""
        reader = RowReader(self.mapping, self.rules)
        asked: dict[int, OrderIn] = {}
        faults: dict[int, str] = {}
        for number in numbers:
            try:
                order = reader.order(self.table.record(number))
            except Faulty as fault:
                faults[number] = str(fault)
                continue
            first = self.first_of.get(order.number, number)
            if first != number:
                faults[number] = f"{self.mapping.columns.number}：与第 {first + 1} 行重复 (the same as row {first + 1})"
            else:
                asked[number] = order
        return asked, faults


@dataclass
class _Outcome:
    made: int = 0
    known: int = 0
    updated: int = 0

    def count(self, outcome: str) -> None:
        name = {"again": "made"}.get(outcome, outcome)
        setattr(self, name, getattr(self, name) + 1)


async def begin(
    database: Database,
    actor: Actor,
    keyring: Keyring,
    data: bytes,
    *,
    file_name: str,
    mapping: Mapping,
    dry_run: bool,
) -> Import:
    """Keep a file for the worker; refused at once when it cannot be read or lacks a column that is needed.

    Takes the database: reading a large workbook takes seconds, and no connection is held meanwhile.
    """
    if not actor.scope("hotline.import").everything:
        # Orders go where their places lie: nobody who answers for one street takes in those of all.
        raise Invalid("file", "Orders are taken in for the whole district; your role reaches only a part of it.")
    table = await asyncio.to_thread(read_by, data, mapping)
    missing = [name for name in mapping.columns.needed if name not in table.places]
    if missing:
        raise Invalid("file", f"The file has no column {', '.join(missing)}; the mapping {mapping.name} needs it.")
    async with database.tx() as tx:
        job = Import(
            id=uuid7(tx.at),
            asked_by=actor.id,
            asked_name=actor.name,
            file_name=file_name[:200],
            form=form_of(data),
            mapping=mapping.model_dump(mode="json"),
            dry_run=dry_run,
            state="waiting",
            rows=len(table.rows),
            done=0,
            made=0,
            known=0,
            updated=0,
            refused=0,
            tries=0,
            failure=None,
            recorded=tx.at,
            ended_at=None,
        )
        store.insert(tx, job, access.seal_new(tx, keyring, job.id, data))
        detail = {"rows": job.rows, "mapping": mapping.name, "dry_run": dry_run}
        access.audit(tx, actor, "hotline.import", "hotline_import", job.id, tx.at, detail)
    return job


def read_by(data: bytes, mapping: Mapping) -> Table:
    """Read a file as its mapping says."""
    return read_table(data, delimiter=mapping.delimiter, encoding=mapping.encoding, sheet=mapping.sheet)


async def work(database: Database, books: Books) -> None:
    """Work off what waits until cancelled; what a dead worker left is taken up again."""
    while True:
        if not await work_one(database, books):
            await asyncio.sleep(PAUSE)


async def work_one(database: Database, books: Books) -> bool:
    """Work off one file that waits; return whether there was one."""
    async with database.tx() as tx:
        found = await store.take(tx, tx.at - STALE)
        if found is None:
            return False
        row, sealed = found
        data = await access.unseal_for(tx, books.keyring, row.id, sealed)
        rules = await rules_at(tx, tx.at)
    if row.tries > MOST_TRIES:
        await _end(database, row.id, "failed", f"Given up after {MOST_TRIES} tries; tell whoever runs the platform.")
        return True
    mapping = Mapping.model_validate(row.mapping)
    try:
        table = await asyncio.to_thread(read_by, data, mapping)
    except Refusal as refusal:  # it could be read when it was given in
        await _end(database, row.id, "failed", refusal.detail)
        return True
    actor = Actor(row.asked_by, "platform", row.asked_name)
    job = _Job(row, table, mapping, rules, actor, books, _first_of(table, mapping))
    done = row.done
    while done < len(table.rows):
        moved = await _batch(database, job, done, min(done + BATCH, len(table.rows)))
        if moved is None:
            return True  # another worker has it
        done = moved
    await _end(database, row.id, "done", None)
    return True


async def _end(database: Database, import_id: UUID, state: str, failure: str | None) -> None:
    async with database.tx() as tx:
        store.end(tx, import_id, state, failure)


def _first_of(table: Table, mapping: Mapping) -> dict[str, int]:
    reader = RowReader(mapping, Rules.model_construct(kinds=()))
    found: dict[str, int] = {}
    for number in range(len(table.rows)):
        found.setdefault(reader.number(table.record(number)), number)
    return found


async def _batch(database: Database, job: _Job, start: int, stop: int) -> int | None:
    """Work off the rows from `start` up to `stop`; return how many are done, None when another worker was faster."""
    asked, faults = job.faults_of(range(start, stop))
    for _ in range(_TRIES):
        at_row: list[int] = []
        try:
            return await _write(database, job, asked, faults, start, stop, at_row)
        except Refusal as refusal:
            if not at_row:
                raise
            number = at_row[-1]
            faults[number] = sentence_of(refusal, job.mapping)
            del asked[number]
        except (psycopg.DataError, psycopg.IntegrityError):
            break  # whose it was is not known: a queued statement fails later
    return await _one_by_one(database, job, asked, faults, start, stop)


async def _one_by_one(
    database: Database, job: _Job, asked: MappingOf[int, OrderIn], faults: MappingOf[int, str], start: int, stop: int
) -> int | None:
    for number in range(start, stop):
        own = {number: asked[number]} if number in asked else {}
        fault = {number: faults[number]} if number in faults else {}
        try:
            moved = await _write(database, job, own, fault, number, number + 1, [])
        except _OF_THE_ROW as error:
            reason = (
                sentence_of(error, job.mapping) if isinstance(error, Refusal) else "数据无法保存 (cannot be stored)"
            )
            moved = await _write(database, job, {}, {number: reason}, number, number + 1, [])
        if moved is None:
            return None
    return stop


async def _write(
    database: Database,
    job: _Job,
    asked: MappingOf[int, OrderIn],
    faults: MappingOf[int, str],
    start: int,
    stop: int,
    at_row: list[int],
) -> int | None:
    """Take in these orders with the progress they mean, all in one transaction; `at_row` tells how far it came."""
    outcome = _Outcome()
    if job.row.dry_run:
        with contextlib.suppress(_Undone):
            async with database.tx() as tx:
                await _take(tx, job, asked, outcome, at_row)
                await tx.flush()
                raise _Undone
    try:
        async with database.tx() as tx:
            if not job.row.dry_run:
                await _take(tx, job, asked, outcome, at_row)
            if faults:
                store.add_faults(tx, job.row.id, {number + 1: reason for number, reason in faults.items()})
            counted = {**vars(outcome), "refused": len(faults)}
            if not await store.advance(tx, job.row.id, start, counted, stop):
                raise _Undone
    except _Undone:
        return None
    return stop


async def _take(tx: Tx, job: _Job, asked: MappingOf[int, OrderIn], outcome: _Outcome, at_row: list[int]) -> None:
    known: dict[str, Order] = await orders.known(tx, job.mapping.system, [one.number for one in asked.values()])
    for number, order in asked.items():
        at_row.append(number)
        received = await receive(tx, job.actor, order, books=job.books, rules=job.rules, at=tx.at, known=known)
        outcome.count(received.outcome)
