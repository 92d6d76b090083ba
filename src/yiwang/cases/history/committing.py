"""Bringing a batch in: a chunk is one transaction; some are worked out while others are being written."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

import msgspec
import psycopg
import pyarrow as pa
import pyarrow.compute as pc

from yiwang import access
from yiwang.access import Actor
from yiwang.base.errors import Conflict
from yiwang.base.ids import uuid7
from yiwang.cases.history import batches, preparing, tables
from yiwang.cases.history.lot import Importer, source_of
from yiwang.cases.history.model import Batch, Complaint
from yiwang.cases.history.placing import EPOCH
from yiwang.cases.history.preparing import Columns
from yiwang.cases.history.store import batches as store
from yiwang.cases.history.store import writing
from yiwang.db import Database, Tx
from yiwang.events.books import Books
from yiwang.events.keeping import digits_of, source_key

AT_ONCE = 3  # chunks on their way
_CONTACT = ("reporter_name", "reporter_phone")


@dataclass(frozen=True)
class Person:
    """A reporter who is to be made: blind index of the number (None without one) and what they told of themselves."""

    id: UUID
    index: bytes | None
    contact: bytes


@dataclass(frozen=True)
class Ready:
    """A chunk worked out: which of its ids were here before, what is written, and what is wrong with the rest."""

    number: int
    known: set[str]
    rows: int
    raw: UUID
    kept: bytes
    persons: list[Person]
    columns: list[tuple[str, Columns]]
    complaints: list[Complaint]


async def commit(database: Database, actor: Actor, batch_id: UUID, *, books: Books) -> Batch:
    """Bring in every row that is not here yet; killed half way and called again, each comes in once.

    With anything wrong nothing begins, unless the batch says that wrong rows are to be left out. Facts are history:
    lake and figures follow, nobody is told, and no timer fires for what is past.
    """
    batches.may_import(actor)
    async with database.tx() as tx:
        system = (await store.batch(tx, batch_id)).system
    async with database.tx() as guard:
        if not await writing.hold_system(guard, system):
            raise Conflict("Rows of this system are being brought in at this moment: see how far it is, call again.")
        return await _commit(database, actor, batch_id, books, guard)


async def _commit(database: Database, actor: Actor, batch_id: UUID, books: Books, guard: Tx) -> Batch:
    held = await _begun(database, actor, batch_id, books)
    async with database.tx() as tx:
        numbers = await store.waiting(tx, batch_id)
    left, turn = iter(numbers), asyncio.Lock()

    async def work() -> None:
        for number in left:
            async with turn:
                await guard.value("SELECT 1")  # still ours: a lost connection stops us here
            await _bring_in(database, actor, held, books, number)

    try:
        async with asyncio.TaskGroup() as tasks:
            for _ in range(AT_ONCE):
                tasks.create_task(work())
    except* (Conflict, psycopg.OperationalError) as several:
        # One of them, by itself: the door knows how to tell it, also that the database was busy or went away.
        first: BaseException = several
        while isinstance(first, BaseExceptionGroup):
            first = first.exceptions[0]
        raise first from None
    async with database.tx() as tx:
        if not await store.waiting(tx, batch_id):
            store.set_state(tx, batch_id, "committed")
        done = await store.batch(tx, batch_id)
        detail = {"imported": done.imported, "known": done.known, "wrong": done.wrong}
        access.audit(tx, actor, "history.commit", "batch", batch_id, tx.at, detail)
        return done


async def _begun(database: Database, actor: Actor, batch_id: UUID, books: Books) -> Batch:
    async with database.tx() as tx:
        held = await store.batch(tx, batch_id)
    if held.state == "open":
        held = await batches.check(database, actor, batch_id, books=books)
    if held.state == "open":
        raise Conflict("A part came in while the batch was being checked; commit it again.")
    if held.wrong and not held.skip_wrong:
        raise Conflict(
            f"{held.wrong} rows are wrong and nothing was brought in: mend them and send the whole anew, or open a "
            "batch with skip_wrong.",
            wrong=held.wrong,
        )
    async with database.tx() as tx:
        await books.refresh(tx)
        if held.state == "checked":
            store.set_state(tx, batch_id, "committing")
    return held


async def _bring_in(database: Database, actor: Actor, held: Batch, books: Books, number: int) -> None:
    while (ready := await _ready(database, actor, held, books, number)) is not None:
        if await _written(database, held, books, ready):
            return  # else some of its persons came in between: worked out anew, with them


async def _ready(database: Database, actor: Actor, held: Batch, books: Books, number: int) -> Ready | None:
    """Work a chunk out; None when another process has brought it in."""
    table = await batches.load(database, held, books, number)
    if table is None:
        return None
    async with database.tx() as tx:
        known = await writing.known_ids(tx, source_of(held.system), table["id"].to_pylist())
        fresh = table.filter(pc.invert(pc.is_in(table["id"], pa.array(sorted(known), pa.string()))))
        looked = await preparing.check(tx, books, held, fresh)
        wrong = looked.complaints + await batches.repeated(tx, held, looked, batches.Seen())
        if wrong:
            if not held.skip_wrong:
                raise Conflict("The books changed since the check, and rows are wrong now: check the batch again.")
            fresh = preparing.without(fresh, {one.row for one in wrong})
            looked = await preparing.check(tx, books, held, fresh)
        serials = await writing.serials(tx, fresh["number"].null_count) if fresh["number"].null_count else []
        persons, reporters = await _persons(tx, books, fresh)
        at = (tx.at - EPOCH) // timedelta(microseconds=1)
        by = Importer(held.system, actor.id, f"{held.system}（历史数据）", tx.platform, at, uuid7(tx.at))

    def work_out() -> tuple[list[tuple[str, Columns]], bytes]:
        lot = preparing.lot_of(books, by, looked, serials, reporters)
        return preparing.columns_of(lot), tables.packed(fresh.drop_columns(list(_CONTACT)))

    columns, kept = await asyncio.to_thread(work_out) if fresh.num_rows else ([], b"")
    return Ready(number, known, fresh.num_rows, by.raw, kept, persons, columns, wrong)


async def _persons(tx: Tx, books: Books, table: pa.Table) -> tuple[list[Person], list[UUID | None]]:
    """Return the reporters to be made, and each row's: one person for one telephone number, as the verbs do."""
    if all(table[name].null_count == table.num_rows for name in _CONTACT):
        return [], [None] * table.num_rows
    names, phones = (table[name].to_pylist() for name in _CONTACT)
    indexes = [books.keyring.blind("phone", digits_of(phone)) if phone else None for phone in phones]
    there = await writing.reporters(tx, [index for index in indexes if index])
    made: list[Person] = []
    of_rows: list[UUID | None] = []
    for name, phone, index in zip(names, phones, indexes, strict=True):
        known = there.get(index) if index else None
        if known is None and (name or phone):
            known = uuid7(tx.at)
            made.append(Person(known, index, msgspec.json.encode({"name": name, "phone": phone})))
            if index:
                there[index] = known
        of_rows.append(known)
    return made, of_rows


async def _written(database: Database, held: Batch, books: Books, ready: Ready) -> bool:
    """Write a chunk; False when one of its reporters was made meanwhile."""
    async with database.tx(origin="history") as tx:
        if ready.persons:
            writing.hold_persons(tx)
            if not await _same_persons(tx, ready.persons):
                return False
        if not await store.take_chunk(tx, held.id, ready.number, ready.rows, len(ready.known)):
            return True  # brought in already
        if not ready.rows:
            return True
        subject = source_key(source_of(held.system))
        sealed = await access.seal_for(tx, books.keyring, subject, ready.kept, machine=True)
        writing.insert_raw(tx, ready.raw, subject, sealed)
        for person in ready.persons:
            contact = access.seal_new(tx, books.keyring, person.id, person.contact)
            writing.insert_reporter(tx, person.id, person.index, contact)
        for table, columns in ready.columns:
            await writing.copy(tx, table, columns)
        tx.recorded += ready.rows  # wakes those who follow the log
    return True


async def _same_persons(tx: Tx, persons: Sequence[Person]) -> bool:
    indexes = [person.index for person in persons if person.index]
    return not indexes or not await writing.reporters(tx, indexes)
