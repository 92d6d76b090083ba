"""A second city with a mapping of its own: its figures are those of plain pandas, whatever is wrong in its rows."""

import json
from collections import Counter
from pathlib import Path

import anyio
import pandas as pd
import pytest
from tests.app import made_city
from tests.app.plain_figures import Table, by_unit, figures, table
from tests.app.replaying import counts, platform, replay

from yiwang.app.replay import rows
from yiwang.app.replay.mapping import Mapping, parse
from yiwang.base.clock import FixedClock

# PyArrow asks pandas 3 for an option that pandas is going to drop.
pytestmark = [pytest.mark.anyio, pytest.mark.filterwarnings("ignore:The 'future.infer_string' option")]
ROWS = 250


@pytest.fixture
def mapping() -> Mapping:
    return parse(made_city.MAPPING)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return made_city.write_csv(tmp_path / "city.csv", made_city.spoiled(made_city.rows(ROWS, seed=7)))


def by_pandas(file: Path) -> Table:
    frame = pd.read_csv(file, sep=";", dtype=str, encoding="latin-1", keep_default_na=False)
    return table(frame, "Aberto", "Prazo", "Fecho", "Serviço", made_city.FORM, made_city.ZONE)


async def test_its_figures_agree_with_pandas_at_any_moment(
    app_url: str, clock: FixedClock, tmp_path: Path, file: Path, mapping: Mapping
) -> None:
    plain = by_pandas(file)
    moments = [
        "2023-03-26T01:15:00Z",
        "2023-07-15T12:00:00Z",
        "2023-10-29T00:45:00Z",
        "2000-01-01T00:00:00Z",
        "2050-01-01T00:00:00Z",
    ]
    async with platform(tmp_path, app_url, clock) as over:
        for text in [None, *moments]:
            moment = pd.Timestamp(text) if text else None
            found = await replay(over, file, mapping, moment.to_pydatetime() if moment else None)
            assert counts(found) == figures(plain, moment), text
            assert found["by_unit"] == by_unit(plain, moment), text
            assert found["events"] + found["merges"] == found["reports"] == ROWS
            assert found["cases"] == found["events"]
    assert found["merges"] > 15


async def test_every_bad_field_is_noted_with_its_row_and_the_row_counts(file: Path, mapping: Mapping) -> None:
    read = rows.read(file, mapping)
    assert len(read.requests) == ROWS
    noted = {(note.row, note.field) for note in read.notes}
    assert noted == made_city.NOTED
    assert [note.row for note in read.notes] == sorted(note.row for note in read.notes)


async def test_every_row_leads_through_its_whole_life_once(
    app_url: str, clock: FixedClock, tmp_path: Path, file: Path, mapping: Mapping
) -> None:
    async with platform(tmp_path, app_url, clock) as over:
        found = await replay(over, file, mapping)
        async with over.database.tx() as tx:
            cases = await tx.rows("SELECT id, state, closed_at, due_at FROM cases.case")
            lines = await tx.rows("SELECT case_id, step FROM cases.timeline")
            reports = await tx.rows("SELECT idempotency_key AS key, state FROM events.report")
    states = Counter(case["state"] for case in cases)
    assert states["closed"] == found["cases_closed"]
    assert states["handling"] == found["cases"] - found["cases_closed"] == len(cases) - states["closed"]
    assert Counter(line["step"] for line in lines)["close"] == states["closed"]
    assert sorted(int(report["key"]) for report in reports) == list(range(1, ROWS + 1))
    steps = Counter((line["case_id"], line["step"]) for line in lines if line["step"] != "join")
    assert set(steps.values()) == {1}


async def test_a_case_without_a_close_is_overdue_at_its_own_time_not_today(
    app_url: str, clock: FixedClock, tmp_path: Path, file: Path, mapping: Mapping
) -> None:
    async with platform(tmp_path, app_url, clock) as over:
        await replay(over, file, mapping)
        async with over.database.tx() as tx:
            late = await tx.rows(
                """SELECT t.at, c.due_at, c.closed_at FROM cases.timeline t JOIN cases.case c ON c.id = t.case_id
                WHERE t.step = 'overdue'"""
            )
            missed = await tx.value(
                """SELECT count(*) FROM cases.case c WHERE c.due_at > c.opened_at AND c.due_at < c.closed_at
                AND NOT EXISTS (SELECT FROM cases.timeline t WHERE t.case_id = c.id AND t.step = 'overdue')"""
            )
    assert len(late) > 20
    assert missed == 0
    assert all(row["at"] == row["due_at"] for row in late)
    assert all(row["closed_at"] is None or row["closed_at"] >= row["due_at"] for row in late)


async def test_the_same_file_packed_is_the_same_replay(
    app_url: str, clock: FixedClock, tmp_path: Path, file: Path, mapping: Mapping
) -> None:
    packed = made_city.pack(file)
    async with platform(tmp_path, app_url, clock) as over:
        first = await replay(over, file, mapping)
        assert await replay(over, packed, mapping) == first
        async with over.database.tx() as tx:
            assert await tx.value("SELECT count(*) FROM events.report") == ROWS


async def test_another_declaration_starts_anew_and_meets_nothing_of_the_first(
    app_url: str, clock: FixedClock, tmp_path: Path, mapping: Mapping
) -> None:
    file = made_city.write_csv(tmp_path / "small.csv", made_city.rows(40, seed=3))
    apart = parse(made_city.MAPPING.replace("radius_m = 30", "radius_m = 0"))
    async with platform(tmp_path, app_url, clock) as over:
        merged = await replay(over, file, mapping)
        single = await replay(over, file, apart)
        assert await replay(over, file, mapping) == merged
    assert merged["merges"] > 0
    assert (single["merges"], single["events"], single["cases"]) == (0, 40, 40)
    assert counts(single) == counts(merged)


async def test_json_lines_with_offsets_count_as_the_rows_they_hold(
    app_url: str, clock: FixedClock, tmp_path: Path
) -> None:
    declared = made_city.MAPPING.replace(made_city.FORM, "iso").replace('delimiter = ";"', 'format = "jsonl"')
    mapping = parse(declared.replace("latin-1", "utf-8"))
    file = made_city.write_json_lines(tmp_path / "city.jsonl", made_city.rows(60, seed=5))
    frame = pd.DataFrame([json.loads(line) for line in file.read_text().split("\n") if line], dtype=object)
    frame = frame.astype({"Serviço": "string"})
    plain = table(frame, "Aberto", "Prazo", "Fecho", "Serviço", None, made_city.ZONE)
    with file.open("a") as more:
        more.write('\n{"Nr": broken\n')
    async with platform(tmp_path, app_url, clock) as over:
        found = await replay(over, file, mapping)
    assert found["reports"] == 61
    assert {note["row"] for note in found["notes"]} == {61}
    expected = figures(plain)
    # The broken line is a row without due and close.
    expected |= {"reports": 61, "open": expected["open"] + 1, "no_due": expected["no_due"] + 1}
    assert counts(found) == expected


async def test_a_file_without_rows_counts_nothing(
    app_url: str, clock: FixedClock, tmp_path: Path, mapping: Mapping
) -> None:
    file = made_city.write_csv(tmp_path / "empty.csv", [])
    async with platform(tmp_path, app_url, clock) as over:
        found = await replay(over, file, mapping, known_pairs=[])
    assert set(counts(found).values()) == {0}
    assert (found["as_of"], found["by_unit"], found["duplicates"]["recall"]) == ("1970-01-01T00:00:00+00:00", {}, None)


async def test_two_processes_on_one_file_drive_each_row_once(
    app_url: str, clock: FixedClock, tmp_path: Path, mapping: Mapping
) -> None:
    file = made_city.write_csv(tmp_path / "city.csv", made_city.spoiled(made_city.rows(120, seed=9)))
    found: list[dict[str, object]] = []

    async def one() -> None:
        async with platform(tmp_path, app_url, clock) as over:
            found.append(await replay(over, file, mapping))

    async with anyio.create_task_group() as both:
        both.start_soon(one)
        both.start_soon(one)
    assert found[0] == found[1]
    assert (found[0]["reports"], found[0]["notes_total"]) == (120, 11)


async def test_a_log_held_up_by_another_is_waited_for(
    app_url: str, clock: FixedClock, tmp_path: Path, mapping: Mapping
) -> None:
    file = made_city.write_csv(tmp_path / "city.csv", made_city.rows(20, seed=4))
    async with platform(tmp_path, app_url, clock) as over, anyio.create_task_group() as tasks:
        held, let_go = anyio.Event(), anyio.Event()

        async def hold() -> None:
            async with over.database.tx() as tx:
                await tx.value("SELECT pg_current_xact_id()::text")
                held.set()
                await let_go.wait()

        def on_progress(stage: str, _done: int, _total: int) -> None:
            if stage == "copying to the lake":
                tasks.start_soon(later)

        async def later() -> None:
            await anyio.sleep(0.5)
            let_go.set()

        tasks.start_soon(hold)
        await held.wait()
        found = await replay(over, file, mapping, on_progress=on_progress)
    assert found["reports"] == 20
