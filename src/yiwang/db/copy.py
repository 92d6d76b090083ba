"""Bulk writing: rows into a table by COPY, in the transaction of whoever asks. For imports, not for single rows."""

from collections.abc import Iterable, Sequence
from typing import Any

from psycopg import sql

from yiwang.db.tx import Tx


async def copy_rows(
    tx: Tx, table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]], *, types: Sequence[str] | None = None
) -> int:
    """Write the rows into `table` ("places.address"); return how many.

    What was queued before goes first. `types` (PostgreSQL's names, one a column) switch to the binary format, which
    is faster for numbers and takes exactly these types; without them values travel as text and the server converts.
    """
    await tx.flush()
    schema, _, name = table.partition(".")
    statement = sql.SQL("COPY {} ({}) FROM STDIN{}").format(
        sql.Identifier(schema, name),
        sql.SQL(", ").join(map(sql.Identifier, columns)),
        sql.SQL(" (FORMAT binary)" if types else ""),
    )
    async with tx.connection.cursor() as cursor:
        async with cursor.copy(statement) as copy:
            if types:
                copy.set_types(types)
            for row in rows:
                await copy.write_row(row)
        return cursor.rowcount
