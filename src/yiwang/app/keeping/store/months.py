"""SQL of retention: monthly partitions of a table, who still needs one, dropping it. Run as the owner of the tables."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import LiteralString

from psycopg import Connection, sql

FACTS, AUDIT = "ledger.fact", "access.audit"


@dataclass(frozen=True)
class Month:
    """One month's partition of a table: both named with their schema."""

    table: str
    partition: str
    first: date

    @property
    def name(self) -> str:
        """The month as it stands in file names."""
        return f"{self.first:%Y-%m}"

    @property
    def quoted(self) -> sql.Identifier:
        """The partition as an identifier."""
        return sql.Identifier(*self.partition.split("."))


def take_turn(connection: Connection) -> bool:
    """Whether this connection may retire: one at a time, until it closes."""
    return bool(_one(connection, "SELECT pg_try_advisory_lock(hashtextextended('app.retired', 0))"))


def grows(connection: Connection, table: str) -> bool:
    """Say whether a table is one that grows by months."""
    return bool(_one(connection, "SELECT count(*) FROM db.grown WHERE parent = to_regclass(%s)", table))


def of_table(connection: Connection, table: str) -> list[Month]:
    """Return a table's months, oldest first; the rows of the default partition belong to none."""
    rows = connection.execute(
        r"""SELECT n.nspname || '.' || c.relname, to_date(substring(c.relname from '_(\d{4}_\d{2})$'), 'YYYY_MM')
        FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE i.inhparent = to_regclass(%s) AND c.relname ~ '_\d{4}_\d{2}$' ORDER BY 2""",
        (table,),
    ).fetchall()
    return [Month(table, row[0], row[1]) for row in rows]


def why_needed(connection: Connection, month: Month) -> str | None:
    """Say who still needs a month's rows; None when nobody does."""
    if month.table not in (FACTS, AUDIT):
        return None
    query = sql.SQL("SELECT xid::text, seq FROM {} ORDER BY xid DESC, seq DESC LIMIT 1").format(month.quoted)
    last = connection.execute(query).fetchone()
    if last is None:
        return None
    return _reader_behind(connection, last) if month.table == FACTS else _not_sealed(connection, last)


def _reader_behind(connection: Connection, last: tuple[str, int]) -> str | None:
    behind = connection.execute(
        """SELECT 'the listener ' || listener FROM ledger.cursor WHERE (xid, seq) < (%(xid)s::xid8, %(seq)s)
        UNION ALL SELECT 'set aside for ' || listener FROM ledger.stuck WHERE (xid, seq) <= (%(xid)s::xid8, %(seq)s)
        UNION ALL SELECT 'the lake' FROM lake.cursor WHERE xid < %(xid)s::xid8
        UNION ALL SELECT 'the lake' WHERE NOT EXISTS (SELECT FROM lake.cursor WHERE name = 'facts')
        UNION ALL SELECT 'the webhook ' || id::text FROM notices.subscription
            WHERE state = 'active' AND (xid, seq) < (%(xid)s::xid8, %(seq)s)
        LIMIT 1""",
        {"xid": last[0], "seq": last[1]},
    ).fetchone()
    return f"{behind[0]} has not passed it" if behind else None


def _not_sealed(connection: Connection, last: tuple[str, int]) -> str | None:
    sealed = _one(
        connection,
        "SELECT count(*) FROM access.audit_seal WHERE (last_xid, last_seq) >= (%s::xid8, %s)",
        last[0],
        last[1],
    )
    return None if sealed else "not all of its rows are sealed"


def fingerprint(connection: Connection, month: Month) -> tuple[int, int]:
    """Return how many rows a month has, and a sum that any change to one of them changes."""
    query = sql.SQL("SELECT count(*), coalesce(sum(hashtextextended(ctid::text || xmin::text, 0)), 0)::text FROM {}")
    row = connection.execute(query.format(month.quoted)).fetchone()
    assert row
    return int(row[0]), int(row[1])


def hold(connection: Connection, month: Month) -> None:
    """Let nobody change a month's rows any more; reading goes on."""
    connection.execute(sql.SQL("LOCK TABLE {} IN SHARE MODE").format(month.quoted))


def detach(connection: Connection, month: Month) -> None:
    """Drop a month, with the transaction's end."""
    parent = sql.Identifier(*month.table.split("."))
    connection.execute(sql.SQL("ALTER TABLE {} DETACH PARTITION {}").format(parent, month.quoted))
    connection.execute(sql.SQL("DROP TABLE {}").format(month.quoted))


def note(connection: Connection, month: Month, rows: int, file: str | None, digest: str | None, at: datetime) -> None:
    """Note what was dropped, and the file it is in."""
    connection.execute(
        "INSERT INTO app.retired (parent, month, rows, file, sha256, retired) VALUES (%s, %s, %s, %s, %s, %s)",
        (month.table, month.first, rows, file, digest, at),
    )


def seals_of(connection: Connection, month: Month) -> list[int]:
    """Return the numbers of the seals that cover rows of a month of the audit trail."""
    query = sql.SQL(
        """SELECT number FROM access.audit_seal s WHERE EXISTS (SELECT FROM {} a
            WHERE (a.xid, a.seq) >= (s.first_xid, s.first_seq) AND (a.xid, a.seq) <= (s.last_xid, s.last_seq))
        ORDER BY number"""
    )
    return [int(row[0]) for row in connection.execute(query.format(month.quoted)).fetchall()]


def left_under(connection: Connection, number: int) -> int:
    """Return how many rows of a seal there are still."""
    left = _one(
        connection,
        """SELECT count(*) FROM access.audit_seal s JOIN access.audit a
            ON (a.xid, a.seq) >= (s.first_xid, s.first_seq) AND (a.xid, a.seq) <= (s.last_xid, s.last_seq)
        WHERE s.number = %s""",
        number,
    )
    return int(left)


def note_seal(connection: Connection, number: int, left: int, at: datetime, signature: bytes) -> None:
    """Note, under the platform's signature, that rows of a seal are past their time, and how many are left."""
    connection.execute(
        """INSERT INTO access.audit_retired AS r (number, remaining, retired, signature) VALUES (%s, %s, %s, %s)
        ON CONFLICT (number) DO UPDATE SET remaining = excluded.remaining, retired = excluded.retired,
            signature = excluded.signature""",
        (number, left, at, signature),
    )


def _one(connection: Connection, query: LiteralString, *values: object) -> int:
    row = connection.execute(query, values).fetchone()
    assert row
    return int(row[0])
