"""SQL of keeping: run as the owner of the tables, by an operator or an errand."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from psycopg import Connection

_LAKE_LOCK = "lake.facts"  # the lock under which `lake` copies a batch


def revision(connection: Connection) -> str:
    """Return the revision of the tables."""
    row = connection.execute("SELECT max(version_num) FROM db.version").fetchone()
    return str(row[0]) if row else ""


def has_tables(connection: Connection) -> bool:
    """Say whether a database holds a platform already."""
    row = connection.execute("SELECT to_regclass('db.version') IS NOT NULL").fetchone()
    return bool(row and row[0])


@contextmanager
def lake_rests(connection: Connection) -> Iterator[None]:
    """Keep every worker from writing to the lake; its facts wait in the log."""
    connection.execute("SELECT pg_advisory_lock(hashtextextended(%s, 0))", (_LAKE_LOCK,))
    try:
        yield
    finally:
        connection.execute("SELECT pg_advisory_unlock(hashtextextended(%s, 0))", (_LAKE_LOCK,))


def lake_position(connection: Connection) -> int | None:
    """Return the transaction up to which the lake holds the log, None before the first copy."""
    row = connection.execute("SELECT xid::text::bigint FROM lake.cursor WHERE name = 'facts'").fetchone()
    return int(row[0]) if row else None


def set_lake_position(connection: Connection, position: int | None) -> None:
    """Let the copying to the lake go on after this transaction, or begin anew."""
    if position is None:
        connection.execute("DELETE FROM lake.cursor WHERE name = 'facts'")
        return
    connection.execute(
        "UPDATE lake.cursor SET xid = %s::text::xid8, followed = 'epoch' WHERE name = 'facts'", (str(position),)
    )


def forget_processes(connection: Connection) -> None:
    """Forget the heart beats of another machine's processes."""
    connection.execute("DELETE FROM app.heartbeat")


def retired_months(connection: Connection, table: str) -> list[date]:
    """Return the months whose rows retention dropped from a table, oldest first."""
    rows = connection.execute("SELECT month FROM app.retired WHERE parent = %s ORDER BY month", (table,)).fetchall()
    return [row[0] for row in rows]
