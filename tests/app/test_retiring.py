"""Retention: old months become files and are dropped; what somebody still needs stays; the trail still verifies."""

import hashlib
import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import psycopg
import pyarrow.parquet as pq
import pytest
from dateutil.relativedelta import relativedelta

from yiwang.access import Keyring, audit, export_audit, platform_actor, seal_audit, verify_audit
from yiwang.app.keeping import retiring
from yiwang.app.keeping.retiring import Rules, retire
from yiwang.app.keeping.store import months
from yiwang.app.settings import Settings
from yiwang.base.clock import FixedClock
from yiwang.base.errors import Invalid
from yiwang.base.ids import uuid7
from yiwang.db import Database

pytestmark = [pytest.mark.anyio, pytest.mark.store]
SOMEBODY = platform_actor("tests")


@pytest.fixture
def keyring(tmp_path: Path) -> Keyring:
    return Keyring.open(tmp_path / "keys")


@pytest.fixture
def begun(clock: FixedClock, owner_url: str) -> datetime:
    """The present, of which the months after it are there too."""
    with psycopg.connect(owner_url) as connection:
        connection.execute("SELECT db.make_partitions(%s, 3)", (clock.at.date(),))
    return clock.at


@pytest.fixture
def owner(owner_url: str) -> Iterator[psycopg.Connection]:
    with psycopg.connect(owner_url, autocommit=True) as connection:
        yield connection


def kept(owner: psycopg.Connection, table: str) -> list[str]:
    return [month.name for month in months.of_table(owner, table)]


def later(at: datetime, count: int) -> datetime:
    return at + relativedelta(months=count)


async def act(database: Database, at: datetime, count: int, first: int = 0) -> None:
    """Do what leaves rows in the trail, `count` of them, recorded at that time."""
    for number in range(first, first + count):
        async with database.tx(at=at) as tx:
            audit(tx, SOMEBODY, "case.read", "case", uuid7(at), at, {"n": number})


async def test_a_month_past_its_time_is_in_a_file_and_nowhere_else(
    database: Database, begun: datetime, owner_url: str, owner: psycopg.Connection, keyring: Keyring, tmp_path: Path
) -> None:
    await act(database, begun, 5)
    await act(database, later(begun, 1), 3, first=5)
    await seal_audit(database, keyring, at=begun)
    rules = Rules({"access.audit": 6}, tmp_path / "retired")
    assert retire(owner_url, rules, keyring, later(begun, 6)) == [], "its last day is not yet six months ago"
    first = months.of_table(owner, "access.audit")[0]
    done = retire(owner_url, rules, keyring, later(begun, 7))
    assert [month.name for month in done] == [first.name]
    assert first.name not in kept(owner, "access.audit")
    file = tmp_path / "retired" / f"access.audit.{first.name}.parquet"
    assert [json.loads(text)["n"] for text in pq.read_table(file)["detail"].to_pylist()] == [0, 1, 2, 3, 4]
    assert file.stat().st_mode & 0o077 == 0
    noted = owner.execute("SELECT parent, month, rows, file, sha256 FROM app.retired").fetchall()
    assert noted == [("access.audit", first.first, 5, file.name, hashlib.sha256(file.read_bytes()).hexdigest())]
    assert retire(owner_url, rules, keyring, later(begun, 7)) == [], "again changes nothing"


async def test_the_trail_verifies_without_its_oldest_rows_and_not_without_others(
    database: Database, begun: datetime, owner_url: str, owner: psycopg.Connection, keyring: Keyring, tmp_path: Path
) -> None:
    await act(database, begun, 4)
    await seal_audit(database, keyring, at=begun)
    await act(database, begun, 3, first=4)
    await act(database, later(begun, 1), 3, first=7)  # one seal over rows of both months
    await seal_audit(database, keyring, at=begun)
    retire(owner_url, Rules({"access.audit": 6}, None), keyring, later(begun, 7))
    file = tmp_path / "trail.jsonl"
    await export_audit(database, keyring, file, SOMEBODY, at=later(begun, 7))
    verdict = verify_audit(file, keyring.audit_public_pem())
    assert (verdict.broken, verdict.rows, verdict.seals) == (None, 3, 2)
    # Whoever drops one more, without the platform's word for it, is found out.
    owner.execute("DELETE FROM access.audit WHERE (detail->>'n')::int = 8")
    await export_audit(database, keyring, file, SOMEBODY, at=later(begun, 7))
    assert "3 rows of batch 2" in str(verify_audit(file, keyring.audit_public_pem()).broken)
    # So is who says it in the platform's place.
    owner.execute("UPDATE access.audit_retired SET remaining = 2 WHERE number = 2")
    await export_audit(database, keyring, file, SOMEBODY, at=later(begun, 7))
    assert "note of dropped rows" in str(verify_audit(file, keyring.audit_public_pem()).broken)


async def test_rows_that_are_not_sealed_stay(
    database: Database, begun: datetime, owner_url: str, owner: psycopg.Connection, keyring: Keyring
) -> None:
    await act(database, begun, 2)
    before = kept(owner, "access.audit")
    assert retire(owner_url, Rules({"access.audit": 6}, None), keyring, later(begun, 30)) == []
    assert kept(owner, "access.audit") == before


FACT = """INSERT INTO ledger.fact (id, type, version, subject, platform, time, recorded, origin, drill, data)
    VALUES (%(id)s, 'case.filed', 1, %(id)s, 'tests', %(at)s, %(at)s, 'live', false, '{}')"""


async def test_facts_stay_until_every_reader_and_the_lake_have_passed_them(
    begun: datetime, owner_url: str, owner: psycopg.Connection, keyring: Keyring
) -> None:
    owner.execute(FACT, {"id": uuid7(begun), "at": begun})
    rules, then = Rules({"ledger.fact": 1}, None), later(begun, 2)
    oldest = kept(owner, "ledger.fact")[0]

    def tried() -> bool:
        retire(owner_url, rules, keyring, then)
        return oldest not in kept(owner, "ledger.fact")

    owner.execute("INSERT INTO ledger.cursor (listener, xid) VALUES ('a', '0')")
    assert not tried(), "there is no lake, and a listener is behind"
    owner.execute("INSERT INTO lake.cursor VALUES ('facts', '9000000', %s)", (begun,))
    assert not tried(), "a listener is behind"
    owner.execute("UPDATE ledger.cursor SET xid = '9000000'")
    owner.execute(
        """INSERT INTO ledger.stuck (listener, fact_id, xid, seq, type, error, recorded)
        SELECT 'a', id, xid, seq, type, 'x', recorded FROM ledger.fact"""
    )
    assert not tried(), "it is set aside for a listener"
    owner.execute("DELETE FROM ledger.stuck")
    assert tried()


@pytest.mark.parametrize("harm", ["write_parquet", "detach", "note"])
async def test_broken_off_anywhere_it_is_done_by_the_next_round(
    harm: str,
    database: Database,
    begun: datetime,
    owner_url: str,
    owner: psycopg.Connection,
    keyring: Keyring,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    await act(database, begun, 5)
    await seal_audit(database, keyring, at=begun)
    rules, then = Rules({"access.audit": 6}, tmp_path / "retired"), later(begun, 7)
    place = retiring if harm == "write_parquet" else months
    real = getattr(place, harm)

    def broken(*given: object) -> None:
        real(*given)
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(place, harm, broken)
        with pytest.raises(KeyboardInterrupt):
            retire(owner_url, rules, keyring, then)
    assert owner.execute("SELECT count(*) FROM access.audit").fetchone() == (5,)
    assert owner.execute("SELECT count(*) FROM app.retired").fetchone() == (0,)
    assert len(retire(owner_url, rules, keyring, then)) == 1
    assert sum(pq.read_table(path).num_rows for path in (tmp_path / "retired").glob("*.parquet")) == 5


async def test_a_month_that_somebody_changes_waits(
    database: Database, begun: datetime, owner_url: str, owner: psycopg.Connection, keyring: Keyring,
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    await act(database, begun, 2)
    await seal_audit(database, keyring, at=begun)
    real = retiring.write_parquet

    def changing(*given: object) -> None:
        real(*given)
        owner.execute("UPDATE access.audit SET at = at + interval '1 second' WHERE (detail->>'n')::int = 1")

    rules = Rules({"access.audit": 6}, tmp_path / "retired")
    monkeypatch.setattr(retiring, "write_parquet", changing)
    assert retire(owner_url, rules, keyring, later(begun, 7)) == []
    assert owner.execute("SELECT count(*) FROM access.audit").fetchone() == (2,)


async def test_every_table_that_grows_can_be_written_to_a_file(
    begun: datetime, owner_url: str, owner: psycopg.Connection, keyring: Keyring, tmp_path: Path
) -> None:
    owner.execute("INSERT INTO lake.cursor VALUES ('facts', '9000000', %s)", (begun,))
    tables = [row[0] for row in owner.execute("SELECT parent::text FROM db.grown").fetchall()]
    done = retire(owner_url, Rules(dict.fromkeys(tables, 12), tmp_path / "retired"), keyring, later(begun, 14))
    assert {month.table for month in done} == set(tables)
    for month in done:
        pq.read_schema(tmp_path / "retired" / f"{month.table}.{month.name}.parquet")


def test_what_law_asks_to_keep_is_not_shortened(begun: datetime, owner_url: str, keyring: Keyring) -> None:
    for table, least in (("access.audit", 6), ("access.look", 6), ("access.calls", 6), ("cases.timeline", 12)):
        with pytest.raises(ValueError, match=f"at least {least} months"):
            Settings(retention={table: least - 1})
        Settings(retention={table: least})
    with pytest.raises(Invalid, match="no table that grows"):
        retire(owner_url, Rules({"cases.cases": 12}, None), keyring, begun + timedelta(days=1))
