"""Old cases come in once, checked like the verbs check, and nobody is told."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import psycopg
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from tests.cases.history.told import imported, lines, row, sent, step
from tests.cases.steps import listen, staffed, tick
from tests.cities import City

from yiwang.access import Grant
from yiwang.access.model import Actor
from yiwang.base.errors import Conflict, Forbidden
from yiwang.cases.history import Batch, add_part, begin, check, commit, complaints
from yiwang.cases.steps import handling
from yiwang.cases.store import reading

pytestmark = pytest.mark.anyio
LIFE = ("file", "dispatch", "receive", "handle", "check", "close")


async def count(city: City, table: str) -> int:
    async with city.database.tx() as tx:
        return int(await tx.value(f"SELECT count(*) FROM {table}"))


async def wrong(city: City, *rows: dict[str, Any], **batch: Any) -> list[tuple[int, str, str]]:
    """What a check says of these rows; it writes none of them."""
    batch_id = await sent(city, rows, **batch)
    await check(city.database, city.officer, batch_id, books=city.books)
    assert await count(city, "events.event") == 0
    async with city.database.tx() as tx:
        found = await complaints(tx, city.officer, batch_id, (-1, -1), 1000)
    return [(one.row, one.field, one.detail) for _, one in found]


async def test_the_same_file_twice_changes_nothing(city: City) -> None:
    rows = [row(city, number, *LIFE) for number in range(30)]
    first = await imported(city, rows)
    before = {table: await count(city, table) for table in ("events.event", "cases.timeline", "ledger.fact")}
    again = await imported(city, rows)
    assert (first.imported, first.known, again.imported, again.known) == (30, 0, 0, 30)
    assert {table: await count(city, table) for table in before} == before


async def test_another_system_may_use_the_same_ids(city: City) -> None:
    assert (await imported(city, [row(city, 1, *LIFE)])).imported == 1
    assert (await imported(city, [row(city, 1, *LIFE)], system="12345")).imported == 1


async def test_two_commits_at_once_bring_it_in_once(city: City) -> None:
    rows = [row(city, number, *LIFE) for number in range(50)]
    batches = await sent(city, rows), await sent(city, rows)
    done = await asyncio.gather(
        *(commit(city.database, city.officer, batch, books=city.books) for batch in (*batches, *batches)),
        return_exceptions=True,
    )
    # One at a time: whoever is told that another is at it calls again.
    assert all(isinstance(one, Batch | Conflict) for one in done)
    counts = [await commit(city.database, city.officer, batch, books=city.books) for batch in batches]
    assert await count(city, "cases.case") == 50
    assert sorted((batch.imported, batch.known) for batch in counts) == [(0, 50), (50, 0)]


async def test_each_row_says_what_is_wrong_with_it(city: City) -> None:
    before = city.now - timedelta(days=2)
    late = (city.now + timedelta(days=2)).isoformat()
    found = await wrong(
        city,
        row(city, 1, *LIFE),
        row(city, 2, "file", "close"),
        row(city, 3, *LIFE, matter="99999"),
        row(city, 4, *LIFE, jurisdiction="999999"),
        row(city, 5, steps=[step("file", before), step("dispatch", before - timedelta(hours=1))]),
        row(city, 6, steps=[step("file", city.now), step("dispatch", city.now, unit="NOBODY")]),
        row(city, 7, steps=[step("file", datetime.fromisoformat(late))]),
        row(city, 1, *LIFE),
        row(city, 9, "file", "dispatch", "receive", "dance"),
        {"id": "x", "matter": "06002"},
        row(city, 11, kind="alarm"),
        row(city, 12, kind="attendance"),
        row(city, 13, *LIFE, lon=200.0),
        row(city, 14, steps=[step("file", city.now), step("void", city.now, text=" ")]),
        row(city, 15),
        row(city, 16, "triage", "admit"),
    )
    said = {}
    for number, field, detail in found:
        said.setdefault(number, []).append((field, detail))
    assert said.keys() == {2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16}
    assert said[2] == [("steps[1].step", "close is not possible in state to_dispatch.")]
    assert said[3][0] == ("matter", "The catalogue had no matter 99999 at that date.")
    assert said[4][0][0] == "jurisdiction"
    assert ("steps[1].at", "This step lies before the one before it.") in said[5]
    assert said[6] == [("steps[1].unit", "There was no unit NOBODY at that date.")]
    assert "later than now" in said[7][0][1]
    assert said[8] == [("id", "The id OLD-1 stands before in this batch.")]
    assert said[9][0][0] == "steps[3].step"
    assert "reported_at" in said[10][0][1]
    assert "/api/alarms/history" in said[11][0][1]
    assert "/api/command/attendance" in said[12][0][1]
    assert said[13][0][0] == "lon"
    assert said[14][0][0] == "steps[1].text"
    assert said[15][0][0] == said[16][0][0] == "steps"


async def test_with_anything_wrong_nothing_comes_in_unless_wrong_rows_may_be_left_out(city: City) -> None:
    rows = [row(city, 1, *LIFE), row(city, 2, "close")]
    with pytest.raises(Conflict, match="1 rows are wrong"):
        await imported(city, rows)
    assert await count(city, "events.event") == 0
    done = await imported(city, rows, skip_wrong=True)
    assert (done.imported, done.wrong, done.state) == (1, 1, "committed")


async def test_a_unit_is_known_from_its_own_day_unless_the_batch_is_backdated(city: City) -> None:
    old = row(city, 1, *LIFE, start=timedelta(days=365 * 8))
    assert {field for _, field, _ in await wrong(city, old)} == {"matter", "steps[1].unit"}
    assert (await imported(city, [old], backdate=True)).imported == 1


async def test_numbers_are_kept_and_stand_once(city: City) -> None:
    told = await city.report()
    batch = await sent(city, [row(city, 1, *LIFE, number=told.event_number), row(city, 2, *LIFE, number="甲-7")])
    with pytest.raises(Conflict):
        await commit(city.database, city.officer, batch, books=city.books)
    assert (await imported(city, [row(city, 2, *LIFE, number="甲-7")])).imported == 1
    async with city.database.tx() as tx:
        assert await tx.value("SELECT state FROM cases.case WHERE number = '甲-7'") == "closed"


async def test_nobody_is_told_and_nothing_past_fires(city: City) -> None:
    accounts = await staffed(city, "CY")
    rows = [row(city, 1, *LIFE), row(city, 2, "file", "dispatch"), row(city, 3, "file", "dispatch", "receive")]
    await imported(city, rows)
    await listen(city)
    assert await tick(city) == 0
    assert await count(city, "notices.notice") == 0
    # The open ones have their clocks from now on: the unit that has not signed is reminded after its limit.
    city.later(minutes=31)
    assert await tick(city) == 1
    async with city.database.tx() as tx:
        told = await tx.rows("SELECT account_id, kind FROM notices.notice")
    assert [(each["account_id"], each["kind"]) for each in told] == [(accounts["CY"], "cases.remind1")]


async def test_an_open_case_goes_on_by_the_verbs(city: City) -> None:
    due = (city.now + timedelta(days=50)).isoformat()
    await imported(city, [row(city, 1, "file", "dispatch", due_at=due)])
    async with city.database.tx() as tx:
        case_id: UUID = await tx.value("SELECT id FROM cases.case")
        case = await handling.receive(tx, city.officer, case_id, at=city.now)
    assert (case.state, case.version) == ("handling", 3)
    async with city.database.tx() as tx:
        clocks = await reading.clocks(tx, case_id)
    assert {clock["stage"] for clock in clocks if clock["ended_at"] is None} == {"total", "handle"}
    city.later(days=51)
    assert await tick(city) == 2  # due soon, then overdue


async def test_reporters_are_sealed_and_one_number_is_one_person(city: City) -> None:
    person = {"name": "张三", "phone": "13900000001"}
    await imported(city, [row(city, n, *LIFE, reporter=person) for n in range(3)] + [row(city, 9, *LIFE)])
    async with city.database.tx() as tx:
        rows = await tx.rows("SELECT reporter_id FROM events.report ORDER BY idempotency_key")
        kept = await tx.rows("SELECT contact FROM events.reporter")
    assert len({each["reporter_id"] for each in rows}) == 2
    assert rows[-1]["reporter_id"] is None
    assert len(kept) == 1
    assert "张三".encode() not in bytes(kept[0]["contact"])


async def test_points_lie_where_the_map_says_and_events_wait_or_are_refused(city: City) -> None:
    rows = [row(city, 1, "triage", channel="video"), row(city, 2, "triage", "refuse", channel="video")]
    assert (await imported(city, rows)).imported == 2
    async with city.database.tx() as tx:
        states = await tx.rows("SELECT state, closed_at, refusal FROM events.event ORDER BY text, state")
        assert await tx.value("SELECT count(*) FROM cases.case") == 0
    assert [each["state"] for each in states] == ["refused", "triage"]
    assert states[0]["refusal"]["text"] == "按规定办理"


async def test_parquet_and_arrow_say_the_same_as_lines(city: City, tmp_path: Path) -> None:
    rows = [row(city, number, *LIFE) for number in range(3)]
    for one in rows:
        one["reported_at"] = datetime.fromisoformat(one["reported_at"])
        for each in one["steps"]:
            each["at"] = datetime.fromisoformat(each["at"])
    table = pa.Table.from_pylist(rows)
    pq.write_table(table, tmp_path / "old.parquet")
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema) as writer:
        writer.write_table(table)
    for system, form, body in (
        ("one", "parquet", (tmp_path / "old.parquet").read_bytes()),
        ("two", "arrow", bytes(sink.getvalue())),
    ):
        async with city.database.tx() as tx:
            held = await begin(
                tx, city.officer, system=system, datum="WGS84", backdate=False, skip_wrong=False, at=city.now
            )
            await add_part(tx, city.officer, held.id, 1, body, form, keyring=city.books.keyring, at=city.now)
        assert (await commit(city.database, city.officer, held.id, books=city.books)).imported == 3


async def test_parts_come_in_order_and_once(city: City) -> None:
    batch = await sent(city, [row(city, 1, *LIFE)])

    async def part(number: int, *rows: dict[str, Any]) -> Batch:
        async with city.database.tx() as tx:
            keyring = city.books.keyring
            return await add_part(tx, city.officer, batch, number, lines(rows), "ndjson", keyring=keyring, at=city.now)

    with pytest.raises(Conflict, match="number 2"):
        await part(3, row(city, 2, *LIFE))
    await part(2, row(city, 2, *LIFE))
    assert (await part(2, row(city, 2, *LIFE))).rows == 2
    with pytest.raises(Conflict, match="another one"):
        await part(2, row(city, 3, *LIFE))


async def test_only_a_data_administrator_of_the_whole_platform_may(city: City) -> None:
    nobody = city.holder("supervisor")
    here = Actor(UUID(int=5), "account", "x", (Grant("data_admin", city.places["310107005000"], None),))
    for actor in (nobody, here):
        async with city.database.tx() as tx:
            with pytest.raises(Forbidden):
                await begin(tx, actor, system="x", datum="WGS84", backdate=False, skip_wrong=False, at=city.now)


KILLED = """
import asyncio, sys
from pathlib import Path
from uuid import UUID
from yiwang.access import platform_actor
from yiwang.app.platform import opened
from yiwang.app.settings import Settings
from yiwang.cases import history
from yiwang.cases.history import batches

async def main():
    async with opened(Settings(data_dir=Path(sys.argv[1])), sys.argv[2]) as platform:
        print("begun", flush=True)
        await history.commit(platform.database, platform_actor("test"), UUID(sys.argv[3]), books=platform.books)
        print("done", flush=True)

asyncio.run(main())
"""


async def test_killed_half_way_and_again_each_row_comes_in_once(
    city: City, app_url: str, owner_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("yiwang.cases.history.batches.CHUNK", 100)
    rows = [row(city, number, *LIFE) for number in range(1200)]
    batch = await sent(city, rows)
    killed = 0
    for _ in range(2):
        with subprocess.Popen(  # noqa: ASYNC220
            [sys.executable, "-c", KILLED, str(tmp_path), app_url, str(batch)], stdout=subprocess.PIPE, text=True
        ) as process:
            assert process.stdout
            process.stdout.readline()
            at_least = _cases(owner_url) + 100
            while process.poll() is None and _cases(owner_url) < at_least:
                time.sleep(0.01)  # noqa: ASYNC251 - the other process works, not this loop
            killed += process.poll() is None
            if process.poll() is None:
                os.kill(process.pid, signal.SIGKILL)
    assert killed
    done = await commit(city.database, city.officer, batch, books=city.books)
    assert (done.state, done.imported) == ("committed", 1200)
    with psycopg.connect(owner_url) as connection:
        kinds = connection.execute("SELECT type, count(*) FROM ledger.fact WHERE origin = 'history' GROUP BY 1")
        assert set(dict(kinds.fetchall()).values()) == {1200}
        lined = connection.execute("SELECT count(*), count(DISTINCT case_id) FROM cases.timeline").fetchone()
    assert lined == (7200, 1200)


def _cases(owner_url: str) -> int:
    with psycopg.connect(owner_url) as connection:
        found = connection.execute("SELECT count(*) FROM cases.case").fetchone()
    return int(found[0]) if found else 0
