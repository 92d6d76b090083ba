"""Taking history in: a batch is opened, its parts are read into sealed columns, its rows are checked."""

import asyncio
import hashlib
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

import pyarrow as pa

from yiwang import access
from yiwang.access import Actor, Keyring
from yiwang.base.errors import Conflict, Forbidden, Invalid
from yiwang.base.ids import uuid7
from yiwang.cases.history import preparing, tables
from yiwang.cases.history.lot import source_of
from yiwang.cases.history.model import Batch, Complaint
from yiwang.cases.history.preparing import Checked
from yiwang.cases.history.store import batches as store
from yiwang.cases.history.store import writing
from yiwang.cases.history.tables import Form
from yiwang.db import Database, Tx
from yiwang.events.books import Books
from yiwang.events.keeping import source_key
from yiwang.places import DATUMS

PERMISSION = "history.import"
CHUNK = 2000  # rows that come in in one transaction
MOST_PARTS = 10_000


@dataclass
class Seen:
    """What the rows of the chunks before have taken: ids and numbers stand once in a batch."""

    ids: set[str] = field(default_factory=set)
    numbers: set[str] = field(default_factory=set)


def may_import(actor: Actor) -> None:
    """Refuse whoever may not write the past of the whole platform."""
    if not actor.scope(PERMISSION).everything:
        raise Forbidden("History is brought in by a data administrator of the whole platform.", permission=PERMISSION)


async def begin(
    tx: Tx, actor: Actor, *, system: str, datum: str, backdate: bool, skip_wrong: bool, at: datetime
) -> Batch:
    """Open a batch of rows of one source system."""
    may_import(actor)
    if datum not in DATUMS:
        raise Invalid("datum", f"Name the datum as one of {', '.join(DATUMS)}.")
    made = Batch(uuid7(tx.at), system, datum, backdate, skip_wrong, "open", 0, 0, 0, 0, 0, 0, tx.at, actor.id)
    store.insert_batch(tx, made)
    access.audit(tx, actor, "history.begin", "batch", made.id, at, {"system": system})
    return made


async def add_part(
    tx: Tx, actor: Actor, batch_id: UUID, number: int, body: bytes, form: Form, *, keyring: Keyring, at: datetime
) -> Batch:
    """Read a part into the batch; parts come in order, and the same part twice is one."""
    may_import(actor)
    held = await store.batch(tx, batch_id, hold=True)
    if held.state in ("committing", "committed"):
        raise Conflict("This batch is being brought in already; open another one.", state=held.state)
    digest = await asyncio.to_thread(lambda: hashlib.sha256(body).digest())
    before = await store.part(tx, batch_id, number)
    if before is not None:
        if bytes(before) != digest:
            raise Conflict(f"Part {number} is here already and was another one.")
        return held
    if number != held.parts + 1 or number > MOST_PARTS:
        raise Conflict(f"The next part of this batch is number {held.parts + 1}.", next=held.parts + 1)
    rows, wrong, count = await asyncio.to_thread(tables.read, body, form, held.rows + 1)
    store.insert_part(tx, batch_id, number, digest, count)
    store.insert_complaints(tx, batch_id, "reading", wrong)
    chunk = await store.next_chunk(tx, batch_id)
    subject = source_key(source_of(held.system))
    for start in range(0, len(rows), CHUNK):
        some = rows[start : start + CHUNK]
        data = await asyncio.to_thread(lambda some=some: tables.packed(tables.table_of(some)))  # type: ignore[misc]
        sealed = await access.seal_for(tx, keyring, subject, data, machine=True)
        store.insert_chunk(tx, batch_id, chunk, some[0][0], len(some), sealed)
        chunk += 1
    store.set_state(tx, batch_id, "open")
    access.audit(tx, actor, "history.part", "batch", batch_id, at, {"number": number, "rows": count})
    return await store.batch(tx, batch_id)


async def see(tx: Tx, actor: Actor, batch_id: UUID) -> Batch:
    """Return a batch with how far it is."""
    may_import(actor)
    return await store.batch(tx, batch_id)


async def listed(tx: Tx, actor: Actor, limit: int) -> list[Batch]:
    """Return the newest batches."""
    may_import(actor)
    return [await store.batch(tx, one) for one in await store.newest(tx, limit)]


async def complaints(
    tx: Tx, actor: Actor, batch_id: UUID, after: tuple[int, int], limit: int
) -> list[tuple[int, Complaint]]:
    """Return a page of what is wrong with a batch, by row, each with its place; after (row, place)."""
    may_import(actor)
    await store.batch(tx, batch_id)
    rows = await store.complaints(tx, batch_id, after, limit)
    return [(row["place"], Complaint(row["row"], row["field"], row["detail"])) for row in rows]


async def check(database: Database, actor: Actor, batch_id: UUID, *, books: Books) -> Batch:
    """Check every row of a batch and write nothing but what is wrong; the report is by row."""
    may_import(actor)
    async with database.tx() as tx:
        held = await store.batch(tx, batch_id)
        await books.refresh(tx)
        store.forget_checked(tx, batch_id)
    seen = Seen()
    async for table in chunks(database, held, books):
        async with database.tx() as tx:
            looked = await preparing.check(tx, books, held, table)
            wrong = looked.complaints + await repeated(tx, held, looked, seen)
            store.insert_complaints(tx, batch_id, "checking", sorted(wrong, key=lambda one: one.row))
    async with database.tx() as tx:
        now = await store.batch(tx, batch_id, hold=True)
        if now.state == "open" and now.parts == held.parts:
            store.set_state(tx, batch_id, "checked")
        access.audit(tx, actor, "history.check", "batch", batch_id, tx.at, {"wrong": now.wrong})
        return await store.batch(tx, batch_id)


async def chunks(database: Database, held: Batch, books: Books) -> AsyncIterator[pa.Table]:
    """Yield the chunks of a batch that have not come in yet."""
    async with database.tx() as tx:
        numbers = await store.waiting(tx, held.id)
    for number in numbers:
        table = await load(database, held, books, number)
        if table is not None:
            yield table


async def load(database: Database, held: Batch, books: Books, number: int) -> pa.Table | None:
    """Return the rows of a chunk, None when another process has brought them in meanwhile."""
    async with database.tx() as tx:
        sealed = await store.sealed_chunk(tx, held.id, number)
        if sealed is None:
            return None
        subject = source_key(source_of(held.system))
        data = await access.unseal_for(tx, books.keyring, subject, bytes(sealed))
    return await asyncio.to_thread(tables.unpacked, data)


async def repeated(tx: Tx, held: Batch, looked: Checked, seen: Seen) -> list[Complaint]:
    """Return the rows whose id stood before in the batch, or whose number somebody else has."""
    ids, numbers = looked.view.text("id").to_pylist(), looked.view.text("number").to_pylist()
    rows = looked.view.table["row"].to_pylist()
    here = await writing.known_ids(tx, source_of(held.system), ids)
    fresh = [number for one, number in zip(ids, numbers, strict=True) if number and one not in here]
    taken = await writing.taken_numbers(tx, fresh) if fresh else set()
    told = []
    for row, one, number in zip(rows, ids, numbers, strict=True):
        if one in seen.ids:
            told.append(Complaint(row, "id", f"The id {one} stands before in this batch."))
        elif number and one not in here and (number in taken or number in seen.numbers):
            told.append(Complaint(row, "number", f"The number {number} is another case's."))
        seen.ids.add(one)
        if number:
            seen.numbers.add(number)
    return told
