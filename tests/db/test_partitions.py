"""Partitions by month of recording: made ahead, and catching up where nobody made them in time."""

from datetime import UTC, date, datetime
from uuid import UUID, uuid4

import psycopg
import pytest

from yiwang.base.clock import FixedClock
from yiwang.db import Database
from yiwang.db.partitions import make_partitions

pytestmark = pytest.mark.store

INSERT = """INSERT INTO ledger.fact
    (id, type, version, subject, platform, time, recorded, origin, drill, data)
    VALUES (%s, 'a.b', 1, %s, 'local', %s, %s, 'live', false, '{}')"""


def _insert(connection: psycopg.Connection, at: datetime) -> UUID:
    made = uuid4()
    connection.execute(INSERT, [made, made, at, at])
    return made


def _where(connection: psycopg.Connection, fact: UUID) -> str:
    row = connection.execute("SELECT tableoid::regclass::text FROM ledger.fact WHERE id = %s", [fact]).fetchone()
    assert row
    return str(row[0])


def test_the_months_ahead_are_there_after_a_migration(app_url: str) -> None:
    with psycopg.connect(app_url) as connection:
        for month, name in ((11, "2026_11"), (12, "2026_12")):
            fact = _insert(connection, datetime(2026, month, 30, tzinfo=UTC))
            assert _where(connection, fact) == f"ledger.fact_{name}"
        assert _where(connection, _insert(connection, datetime(2027, 2, 28, 23, 59, tzinfo=UTC))).endswith("2027_02")


def test_a_month_nobody_prepared_lands_in_the_default_and_moves_when_its_partition_is_made(app_url: str) -> None:
    with psycopg.connect(app_url, autocommit=True) as connection:
        late = _insert(connection, datetime(2027, 6, 1, tzinfo=UTC))
        later = _insert(connection, datetime(2027, 8, 1, tzinfo=UTC))
        assert _where(connection, late) == "ledger.fact_default"
        before = connection.execute("SELECT seq, xid::text, recorded FROM ledger.fact WHERE id = %s", [late]).fetchone()
        connection.execute("SELECT db.make_partitions(%s, 1)", [date(2027, 6, 20)])
        assert _where(connection, late) == "ledger.fact_2027_06"
        assert _where(connection, later) == "ledger.fact_default"
        after = connection.execute("SELECT seq, xid::text, recorded FROM ledger.fact WHERE id = %s", [late]).fetchone()
        assert after == before
        # What is written next goes on counting: the partition has the parent's sequence, not one of its own.
        next_one = _insert(connection, datetime(2027, 6, 2, tzinfo=UTC))
        rows = connection.execute("SELECT id FROM ledger.fact ORDER BY seq").fetchall()
        assert [row[0] for row in rows] == [late, later, next_one]


def test_a_second_call_makes_nothing_new(app_url: str) -> None:
    with psycopg.connect(app_url) as connection:
        assert connection.execute("SELECT db.make_partitions(%s, 3)", [date(2026, 11, 1)]).fetchone() == (0,)
        made = connection.execute("SELECT db.make_partitions(%s, 0)", [date(2030, 1, 31)]).fetchone()
        parents = connection.execute("SELECT count(*) FROM db.grown").fetchone()
        assert made == parents


@pytest.mark.anyio
async def test_the_months_ahead_follow_the_transactions_moment(database: Database, clock: FixedClock) -> None:
    async with database.tx() as tx:
        assert await make_partitions(tx) == 0
    clock.at = datetime(2026, 12, 1, tzinfo=UTC)
    async with database.tx() as tx:
        assert await make_partitions(tx) == await tx.value("SELECT count(*) FROM db.grown")


def test_rows_that_something_points_at_stay_in_the_default_and_nothing_fails(owner_url: str) -> None:
    with psycopg.connect(owner_url, autocommit=True) as connection:
        connection.execute(
            "CREATE TABLE db.held (id uuid, recorded timestamptz, PRIMARY KEY (id, recorded)) "
            "PARTITION BY RANGE (recorded)"
        )
        connection.execute("SELECT db.grow('db.held')")
        connection.execute(
            "CREATE TABLE db.pointer (id uuid, recorded timestamptz, FOREIGN KEY (id, recorded) REFERENCES db.held)"
        )
        row = [uuid4(), datetime(2028, 3, 3, tzinfo=UTC)]
        connection.execute("INSERT INTO db.held VALUES (%s, %s)", row)
        connection.execute("INSERT INTO db.pointer VALUES (%s, %s)", row)
        connection.execute("SELECT db.make_partitions(%s, 1)", [date(2028, 3, 1)])
        assert connection.execute("SELECT tableoid::regclass::text FROM db.held").fetchone() == ("db.held_default",)
        assert connection.execute("SELECT to_regclass('db.held_2028_04') IS NOT NULL").fetchone() == (True,)


def test_the_running_role_may_make_partitions_but_not_take_tables_into_care(app_url: str) -> None:
    with psycopg.connect(app_url) as connection, pytest.raises(psycopg.errors.InsufficientPrivilege):
        connection.execute("SELECT db.grow('ledger.fact')")
