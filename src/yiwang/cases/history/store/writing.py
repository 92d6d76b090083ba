"""The one place that writes events, cases and facts set by set: COPY of whole columns into their tables.

The columns are those of the rooms' own tables; a column left out takes the default of its table.
"""

from collections.abc import Mapping, Sequence
from uuid import UUID

import pyarrow as pa
from psycopg import sql

from yiwang.cases.history.kernels.pgcopy import rows_of
from yiwang.db.tx import Tx


async def copy(tx: Tx, table: str, columns: Mapping[str, pa.BinaryArray]) -> None:
    """Write columns of binary cells into `table` ("cases.case"); what was queued before goes first."""
    if not columns or not len(next(iter(columns.values()))):
        return
    await tx.flush()
    schema, _, name = table.partition(".")
    statement = sql.SQL("COPY {} ({}) FROM STDIN (FORMAT binary)").format(
        sql.Identifier(schema, name), sql.SQL(", ").join(map(sql.Identifier, columns))
    )
    async with tx.connection.cursor() as cursor, cursor.copy(statement) as copying:
        for piece in rows_of(list(columns.values())):
            await copying.write(piece)


async def hold_system(tx: Tx, system: str) -> bool:
    """Let nobody else bring in rows of this source system until the transaction ends; False when somebody does.

    An advisory lock gives the transaction no number, so however long it is held, readers of the log go on.
    """
    query = "SELECT pg_try_advisory_xact_lock(hashtextextended(%s, 22))"
    return bool(await tx.value(query, (f"history:{system}",)))


def hold_persons(tx: Tx) -> None:
    """Let chunks that make reporters be written one after another: one number is one person."""
    tx.put("SELECT pg_advisory_xact_lock(hashtextextended('history persons', 22))")


async def known_ids(tx: Tx, source: str, ids: Sequence[str]) -> set[str]:
    """Return those of the ids that have come in before."""
    rows = await tx.rows(
        "SELECT idempotency_key AS id FROM events.report WHERE source = %s AND idempotency_key = ANY(%s)",
        (source, list(ids)),
    )
    return {row["id"] for row in rows}


async def taken_numbers(tx: Tx, numbers: Sequence[str]) -> set[str]:
    """Return those of the numbers that an event or a report has already."""
    rows = await tx.rows(
        """SELECT number FROM events.event WHERE number = ANY(%(numbers)s)
        UNION SELECT number FROM events.report WHERE number = ANY(%(numbers)s)""",
        {"numbers": list(numbers)},
    )
    return {row["number"] for row in rows}


async def serials(tx: Tx, count: int) -> list[int]:
    """Return so many fresh serial numbers of events."""
    rows = await tx.rows("SELECT nextval('events.number') AS n FROM generate_series(1, %s)", (count,))
    return [row["n"] for row in rows]


async def reporters(tx: Tx, indexes: Sequence[bytes]) -> dict[bytes, UUID]:
    """Return the persons with these telephone numbers, by blind index."""
    rows = await tx.rows("SELECT phone_index, id FROM events.reporter WHERE phone_index = ANY(%s)", (list(indexes),))
    return {bytes(row["phone_index"]): row["id"] for row in rows}


def insert_reporter(tx: Tx, reporter: UUID, index: bytes | None, contact: bytes) -> None:
    tx.put(
        "INSERT INTO events.reporter (id, phone_index, contact, recorded) VALUES (%s,%s,%s,%s)",
        (reporter, index, contact, tx.at),
    )


def insert_raw(tx: Tx, raw: UUID, key: UUID, sealed: bytes) -> None:
    tx.put("INSERT INTO events.raw (id, key_subject, sealed, recorded) VALUES (%s,%s,%s,%s)", (raw, key, sealed, tx.at))
