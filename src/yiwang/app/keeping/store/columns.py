"""A month's rows as a Parquet file: numbers, moments and bytes as such, everything else as its text."""

from typing import IO, TYPE_CHECKING

from psycopg import Connection, sql

from yiwang.app.keeping.store.months import Month
from yiwang.base.later import later

if TYPE_CHECKING:
    import pyarrow as pa
    import pyarrow.parquet as pq
else:
    pa, pq = later("pyarrow"), later("pyarrow.parquet")

CHUNK = 20_000


def write_parquet(connection: Connection, month: Month, file: IO[bytes]) -> int:
    """Write all rows of a month in the order of their recording; return how many."""
    columns = _columns(connection, month)
    schema = pa.schema([(name, _type(kind)) for name, kind in columns])
    wanted = sql.SQL(", ").join(
        sql.Identifier(name) if _type(kind) != pa.string() else sql.SQL("{}::text").format(sql.Identifier(name))
        for name, kind in columns
    )
    written = 0
    with (
        connection.transaction(),
        connection.cursor(name="retiring") as cursor,
        pq.ParquetWriter(file, schema, compression="zstd") as writer,
    ):
        cursor.execute(sql.SQL("SELECT {} FROM {} ORDER BY recorded").format(wanted, month.quoted))
        while rows := cursor.fetchmany(CHUNK):
            arrays = [
                pa.array(values, type=schema.field(place).type) for place, values in enumerate(zip(*rows, strict=True))
            ]
            writer.write_table(pa.Table.from_arrays(arrays, schema=schema))
            written += len(rows)
    return written


def _columns(connection: Connection, month: Month) -> list[tuple[str, str]]:
    return connection.execute(
        """SELECT attname::text, atttypid::regtype::text FROM pg_attribute
        WHERE attrelid = to_regclass(%s) AND attnum > 0 AND NOT attisdropped ORDER BY attnum""",
        (month.partition,),
    ).fetchall()


def _type(kind: str) -> "pa.DataType":
    """Return the column's type; what is not among these is written as PostgreSQL's text of it, JSON too."""
    types = {
        "bigint": pa.int64(),
        "integer": pa.int32(),
        "smallint": pa.int16(),
        "boolean": pa.bool_(),
        "double precision": pa.float64(),
        "bytea": pa.binary(),
        "timestamp with time zone": pa.timestamp("us", tz="UTC"),
    }
    return types.get(kind, pa.string())
