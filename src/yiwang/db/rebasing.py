"""After a restore from a dump: numbers of transactions begin anew, and the log must go on where it was.

Facts and audit rows are read in the order of their transactions' numbers. A database that was filled from a dump counts
from the beginning, so whatever is written next would come before what is there, and every reader would pass over it.
`rebase` adds a number to all that come: no row is touched, every cursor and every seal stays right.
"""

from dataclasses import dataclass
from typing import LiteralString

import psycopg
from psycopg import Connection, sql

from yiwang.base.errors import Conflict

_COLUMNS: LiteralString = """
SELECT c.oid::regclass::text, a.attname, pg_get_expr(d.adbin, d.adrelid)
FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
WHERE a.atttypid = 'xid8'::regtype AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND NOT a.attisdropped
    AND n.nspname NOT IN ('pg_catalog', 'information_schema')
ORDER BY 1, 2"""


@dataclass(frozen=True)
class Rebased:
    """What was found and done: the highest number kept, the next one given, and what is added from now on."""

    highest: int
    following: int
    added: int


def rebase(owner_url: str) -> Rebased:
    """See that every number given from now on is above all that are kept; again is harmless.

    Nobody may write meanwhile: refused while the platform's processes are connected.
    """
    with psycopg.connect(owner_url) as connection:
        _alone(connection)
        columns = connection.execute(_COLUMNS).fetchall()
        highest = max((_highest(connection, table, column) for table, column, _ in columns), default=0)
        following = _number(connection, "SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
        given = _number(connection, "SELECT db.horizon()::text::bigint")
        added = given - following
        if given > highest:
            return Rebased(highest, given, added)
        added = highest + 1 - following
        _write_functions(connection, added)
        for table, column, default in columns:
            if default and ("pg_current_xact_id" in default or "stamp" in default):
                connection.execute(_set_default(table, column))
        return Rebased(highest, following + added, added)


def _alone(connection: Connection) -> None:
    others = _number(
        connection,
        """SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
            AND backend_type = 'client backend'""",
    )
    if others:
        raise Conflict(f"{others} connections are open to this database: stop the platform first.")


def _highest(connection: Connection, table: str, column: str) -> int:
    # The names come from the catalogue, quoted as it quotes them.
    query = sql.SQL("SELECT coalesce(max({}::text::bigint), 0) FROM {}")
    row = connection.execute(query.format(sql.Identifier(column), sql.SQL(table))).fetchone()
    return int(row[0]) if row else 0


def _set_default(table: str, column: str) -> sql.Composed:
    change = sql.SQL("ALTER TABLE {} ALTER COLUMN {} SET DEFAULT db.stamp()")
    return change.format(sql.SQL(table), sql.Identifier(column))


def _write_functions(connection: Connection, added: int) -> None:
    for name, kind, number in (
        ("stamp", "VOLATILE", "pg_current_xact_id()"),
        ("horizon", "STABLE", "pg_snapshot_xmin(pg_current_snapshot())"),
    ):
        body = f"SELECT ({number}::text::bigint + {added})::text::xid8"
        statement = f"CREATE OR REPLACE FUNCTION db.{name}() RETURNS xid8 LANGUAGE sql {kind} AS '{body}'"
        connection.execute(statement.encode())


def _number(connection: Connection, query: LiteralString) -> int:
    row = connection.execute(query).fetchone()
    return int(row[0]) if row else 0
