"""The lake follows the log: every fact once, whoever is killed, and readable as typed columns."""

import asyncio
import importlib.util
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, ClassVar
from uuid import UUID

import ibis
import pytest

from yiwang import lake, ledger
from yiwang.base.errors import Conflict
from yiwang.base.ids import uuid7
from yiwang.db import Database
from yiwang.lake import Lake, LakeWriter, tables
from yiwang.ledger import Fact

pytestmark = pytest.mark.anyio
LAMPS = Path(__file__).parent / "lamps.py"
_spec = importlib.util.spec_from_file_location("lamps", LAMPS)
assert _spec and _spec.loader
lamps = importlib.util.module_from_spec(_spec)
sys.modules["lamps"] = lamps
_spec.loader.exec_module(lamps)
AT = datetime(2026, 11, 16, 2, tzinfo=UTC)


def failed(watts: int, **other: Any) -> Any:
    fields = {"volts": 1.5, "urgent": True, "seen": None, "day": None, "tags": [], "version": "v"}
    return lamps.LampFailed(uuid7(AT), watts, **{**fields, **other})


async def record(database: Database, *facts: Fact, at: datetime = AT, **other: Any) -> None:
    async with database.tx() as tx:
        for fact in facts:
            await ledger.record(tx, fact, at=at, **other)


def rows(folder: Path, fact_type: str = "lamp.failed") -> list[dict[str, Any]]:
    with Lake(folder, lamps.FACTS) as found:
        table = found.table(fact_type)
        return found.rows(table.order_by(["xid", "seq"])).to_pylist()


def watts(folder: Path) -> list[int]:
    return [row["watts"] for row in rows(folder)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "lake"


@pytest.fixture
def writer(folder: Path) -> LakeWriter:
    return LakeWriter(folder, lamps.FACTS)


async def test_a_fact_becomes_typed_columns(database: Database, folder: Path, writer: LakeWriter) -> None:
    unit, actor = uuid7(AT), uuid7(AT)
    fact = failed(60, seen=AT, day=date(2026, 11, 15), tags=["a", "街"], unit_id=unit)
    await record(database, fact, at=datetime(2011, 7, 1, tzinfo=UTC), actor=actor, drill=True)
    assert await writer.copy(database) == 1
    (row,) = rows(folder)
    assert (row["lamp_id"], row["subject"], row["unit_id"]) == (str(fact.lamp_id), str(fact.lamp_id), str(unit))
    assert (row["watts"], row["volts"], row["urgent"], row["day"]) == (60, 1.5, True, date(2026, 11, 15))
    assert (row["seen"], row["time"]) == (AT, datetime(2011, 7, 1, tzinfo=UTC))
    assert (row["tags"], row["data_version"], row["version"]) == ('["a", "街"]', "v", 1)
    assert (row["actor"], row["drill"], row["origin"], row["month"]) == (str(actor), True, "live", "2011-07")
    assert row["extra"] is None


async def test_a_type_without_facts_is_an_empty_table_with_all_columns(database: Database, folder: Path) -> None:
    with Lake(folder, lamps.FACTS) as found:
        empty = found.table("lamp.failed")
        assert empty.schema()["seen"].is_timestamp() and empty.schema()["watts"].is_integer()
        joined = empty.left_join(found.table("lamp.mended"), "lamp_id")
        assert found.rows(joined).num_rows == 0
        assert found.types() == []


async def test_a_type_nobody_declared_keeps_its_fields_as_json(database: Database, folder: Path) -> None:
    await record(database, failed(60))
    await LakeWriter(folder, []).copy(database)
    with Lake(folder, []) as found:
        (row,) = found.rows(found.table("lamp.failed")).to_pylist()
    assert '"watts": 60' in row["extra"]


async def test_a_field_that_came_later_is_empty_in_older_rows(
    database: Database, folder: Path, writer: LakeWriter
) -> None:
    @dataclass(frozen=True)
    class LampMended(Fact):
        lamp_id: UUID
        cost: float = 0.0
        TYPE: ClassVar[str] = "lamp.mended"

    await record(database, lamps.LampMended(uuid7(AT)))
    await writer.copy(database)
    with Lake(folder, [LampMended]) as found:
        assert found.rows(found.table("lamp.mended").select("cost")).to_pylist() == [{"cost": None}]
    await record(database, LampMended(uuid7(AT), 9.5))
    await LakeWriter(folder, [LampMended]).copy(database)
    with Lake(folder, [LampMended]) as found:
        table = found.table("lamp.mended").order_by("seq").select("cost")
        assert found.rows(table).to_pylist() == [{"cost": None}, {"cost": 9.5}]
    assert len(rows(folder, "lamp.mended")) == 2, "who knows only the older class still reads"


async def test_it_copies_in_batches_without_losing_or_doubling(
    database: Database, folder: Path, writer: LakeWriter
) -> None:
    for start in range(0, 30, 3):
        await record(database, *(failed(start + each) for each in range(3)))
    assert await writer.copy(database, limit=10) == 9, "whole transactions only"
    assert await writer.catch_up(database) == 21
    assert await writer.copy(database) == 0
    assert watts(folder) == list(range(30))


async def test_a_transaction_larger_than_a_batch_is_copied_whole(
    database: Database, folder: Path, writer: LakeWriter
) -> None:
    await record(database, *(failed(each) for each in range(25)))
    await record(database, failed(25))
    assert await writer.copy(database, limit=4) in (25, 26)
    await writer.catch_up(database)
    assert watts(folder) == list(range(26))


async def test_a_late_commit_is_never_skipped(database: Database, folder: Path, writer: LakeWriter) -> None:
    async with database.tx() as slow:
        await ledger.record(slow, failed(1), at=AT)
        await slow.flush()
        await record(database, failed(2))
        assert await writer.copy(database) == 0
    await writer.catch_up(database)
    assert watts(folder) == [1, 2]


@pytest.mark.parametrize("when", ["after a table", "before the cursor"])
async def test_a_copy_killed_and_done_again_with_more_facts_has_each_once(
    database: Database, folder: Path, writer: LakeWriter, when: str
) -> None:
    await record(database, failed(1), lamps.LampMended(uuid7(AT)))
    await record(database, failed(2), lamps.LampMended(uuid7(AT)))
    done = await asyncio.to_thread(
        subprocess.run, [sys.executable, str(LAMPS), database.url, str(folder), when], check=False
    )
    assert done.returncode == -9
    await record(database, failed(3), lamps.LampMended(uuid7(AT)))
    # The server needs a moment to let go of the killed worker's lock.
    for _ in range(100):
        if await writer.catch_up(database):
            break
        await asyncio.sleep(0.05)
    assert watts(folder) == [1, 2, 3]
    assert len(rows(folder, "lamp.mended")) == 3


async def test_two_workers_at_once_copy_each_fact_once(database: Database, folder: Path) -> None:
    async def work(writer: LakeWriter) -> None:
        for _ in range(12):
            await writer.copy(database, limit=5)

    async def write() -> None:
        for number in range(20):
            await record(database, failed(number))

    await asyncio.gather(write(), *(work(LakeWriter(folder, lamps.FACTS)) for _ in range(3)))
    await LakeWriter(folder, lamps.FACTS).catch_up(database)
    assert watts(folder) == list(range(20))


async def test_compaction_keeps_every_row_in_fewer_files(
    database: Database, folder: Path, writer: LakeWriter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tables, "COMPACT_AFTER", 5)
    for number in range(12):
        await record(database, failed(number), at=AT + timedelta(days=number * 5))
        await writer.copy(database)
    assert (await writer.tend())["lamp.failed"] == len({row["month"] for row in rows(folder)})
    assert watts(folder) == list(range(12))
    await record(database, failed(12))
    await writer.copy(database)
    assert watts(folder) == list(range(13))


async def test_it_says_up_to_when_it_holds_everything(database: Database, writer: LakeWriter) -> None:
    async with database.tx() as tx:
        assert await lake.followed(tx) is None
    await record(database, failed(1))
    await record(database, failed(2))
    async with database.tx() as tx:
        await writer.copy(database, limit=1)
        assert await lake.followed(tx) is None, "there was more"
        await writer.catch_up(database)
        assert await lake.followed(tx) == database.clock.now()


async def test_rounds_keep_their_distance(database: Database, folder: Path) -> None:
    writer = LakeWriter(folder, lamps.FACTS, every=3600)
    await record(database, failed(1))
    assert await writer.run_once(database) == 1
    await record(database, failed(2))
    assert await writer.run_once(database) == 0
    assert await writer.copy(database) == 1


async def test_a_folder_filled_from_another_database_is_refused(
    database: Database, folder: Path, writer: LakeWriter
) -> None:
    note = folder / "facts" / ".log"
    note.parent.mkdir(parents=True)
    note.write_text("00000000-0000-0000-0000-000000000000")
    with pytest.raises(Conflict):
        await writer.copy(database)


async def test_an_expression_runs_over_the_lake(database: Database, folder: Path, writer: LakeWriter) -> None:
    await record(database, failed(60), failed(60), failed(40))
    await writer.copy(database)
    with Lake(folder, lamps.FACTS) as found:
        table = found.table("lamp.failed")
        counted = table.group_by("watts").agg(n=table.count()).order_by(ibis.desc("n"))
        assert found.rows(counted).to_pylist() == [{"watts": 60, "n": 2}, {"watts": 40, "n": 1}]
