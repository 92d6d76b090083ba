"""Files of orders: CSV and XLSX, dry run, every refused row with its reason, the mended file given again."""

import asyncio
import csv
import io
import time
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from tests.cities import BUILDER, City
from tests.events.hotline.orders import at, rows

from yiwang.access import Actor
from yiwang.base.errors import Conflict, Forbidden, Invalid, NotFound
from yiwang.cases.hotline import giving_back, importing, mapping
from yiwang.cases.hotline.store.imports import Import

pytestmark = pytest.mark.anyio
HEADER = ["工单编号", "诉求类型", "标题", "诉求内容", "诉求地址", "经度", "纬度", "诉求人", "联系电话", "派单时间"]
GOOD = [
    "T-1",
    "投诉类",
    "垃圾",
    "小区门口暴露垃圾",
    "兰溪路1号",
    "121.4",
    "31.24",
    "李先生",
    "13900000000",
    "2026-11-16 09:30",
]
SH = mapping.shipped()[0]


def row(number: str, **fields: Any) -> list[Any]:
    named = dict(zip(HEADER, GOOD, strict=True))
    return list({**named, "工单编号": number, **fields}.values())


def csv_of(lines: Sequence[Sequence[Any]], encoding: str = "utf-8", header: Sequence[str] = HEADER) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out).writerows([header, *lines])
    return out.getvalue().encode(encoding)


def xlsx_of(lines: Sequence[Sequence[Any]], header: Sequence[str] = HEADER) -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("工单")
    for line in [header, *lines]:
        sheet.append(list(line))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


async def take_in(
    city: City, data: bytes, *, actor: Actor = BUILDER, declared: mapping.Mapping = SH, dry_run: bool = False
) -> Import:
    """Give in a file and have it worked off."""
    job = await importing.begin(
        city.database, actor, city.books.keyring, data, file_name="工单.csv", mapping=declared, dry_run=dry_run
    )
    assert await importing.work_one(city.database, city.books)
    return await seen(city, job, actor)


async def seen(city: City, job: Import, actor: Actor = BUILDER) -> Import:
    async with city.database.tx() as tx:
        return (await giving_back.see(tx, actor, job.id))[0]


async def back(city: City, job: Import) -> bytes:
    return (await giving_back.report(city.database, BUILDER, city.books.keyring, job.id))[1]


async def orders(city: City) -> list[str]:
    return [found["number"] for found in await rows(city, "SELECT number FROM cases.hotline_order ORDER BY number")]


WRONG = [
    row("T-2"),
    row("", 诉求类型="表扬"),
    row("T-4", 派单时间="昨天", 联系电话="no number"),
    row("T-2", 标题="同号"),
    row("T-6", 经度="221"),
    row("T-7", 标题="", 诉求内容=""),
]


@pytest.mark.parametrize("form", ["csv", "xlsx"])
async def test_good_rows_are_kept_and_the_file_comes_back_with_a_reason_for_each_other(city: City, form: str) -> None:
    data = csv_of([row("T-1"), *WRONG]) if form == "csv" else xlsx_of([row("T-1"), *WRONG])
    job = await take_in(city, data)
    assert (job.state, job.rows, job.done, job.made, job.refused) == ("done", 7, 7, 2, 5)
    assert await orders(city) == ["T-1", "T-2"]
    lines = read_back(await back(city, job), form)
    assert lines[0] == [*HEADER, "导入结果"]
    assert [line[:1] for line in lines[1:]] == [["T-1"], ["T-2"], [""], ["T-4"], ["T-2"], ["T-6"], ["T-7"]]
    reasons = [line[-1] for line in lines[1:]]
    assert reasons[:2] == ["", ""]
    assert "工单编号：不能为空" in reasons[2] and "诉求类型：不认识的类型“表扬”" in reasons[2]
    assert "派单时间：不是时间“昨天”" in reasons[3] and "联系电话：不是电话号码" in reasons[3]
    assert "与第 2 行重复" in reasons[4]
    assert "经度：不是经纬度“221”" in reasons[5]
    assert "诉求内容：没有诉求内容" in reasons[6]


def read_back(data: bytes, form: str) -> list[list[str]]:
    if form == "csv":
        return list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    book = load_workbook(io.BytesIO(data))
    return [["" if cell is None else str(cell) for cell in line] for line in book.worksheets[0].values]


async def test_the_mended_file_given_again_adds_what_was_refused(city: City) -> None:
    first = await take_in(city, csv_of([row("T-1"), row("T-2", 诉求类型="表扬")]))
    mended = (await back(city, first)).decode().replace("表扬", "求助类").encode()
    second = await take_in(city, mended)
    assert (second.made, second.known, second.refused) == (1, 1, 0)
    assert await orders(city) == ["T-1", "T-2"]
    again = (await back(city, second)).decode()
    assert again.count("导入结果") == 1
    assert "表扬" not in again


async def test_a_dry_run_tells_the_same_and_keeps_nothing(city: City) -> None:
    data = csv_of([row("T-1"), *WRONG, row("T-8", 事项代码="x")[:10]])
    dry = await take_in(city, data, dry_run=True)
    assert (dry.state, dry.made, dry.refused) == ("done", 3, 5)
    assert await orders(city) == []
    assert await rows(city, "SELECT 1 FROM events.event") == []
    assert "诉求类型：不认识的类型" in (await back(city, dry)).decode()
    assert (await take_in(city, data)).made == 3


async def test_what_only_the_platform_can_refuse_is_a_row_s_reason_too(city: City) -> None:
    header = [*HEADER, "事项代码"]
    lines = [[*row(f"T-{n}"), "99999" if n in (3, 7) else ""] for n in range(10)]
    job = await take_in(city, csv_of(lines, header=header))
    assert (job.made, job.refused) == (8, 2)
    found = read_back(await back(city, job), "csv")
    assert [line[0] for line in found if "The catalogue has no matter 99999" in line[-1]] == ["T-3", "T-7"]
    assert found[4][-1].startswith("事项代码：")


async def test_more_refusals_than_tries_go_one_by_one(city: City) -> None:
    header = [*HEADER, "事项代码"]
    lines = [[*row(f"T-{n}"), "99999" if n % 2 else ""] for n in range(14)]
    job = await take_in(city, csv_of(lines, header=header))
    assert (job.made, job.refused, job.done) == (7, 7, 14)


async def test_a_spreadsheet_s_own_dates_and_numbers_are_understood(city: City) -> None:
    line = row("x", 派单时间=datetime(2026, 11, 16, 9, 30), 经度=121.4, 纬度=31.24, 联系电话=13900000000)
    line[0] = 20261116001
    job = await take_in(city, xlsx_of([line]))
    assert job.made == 1
    found = await rows(city, "SELECT number, received_at FROM cases.hotline_order")
    assert found == [{"number": "20261116001", "received_at": at(16, 9, 30)}]


async def test_a_list_in_gb18030_is_read_and_given_back_so(city: City) -> None:
    job = await take_in(city, csv_of([row("T-1"), row("T-2", 诉求类型="表扬")], "gb18030"))
    assert (job.made, job.refused) == (1, 1)
    assert "不认识的类型“表扬”" in (await back(city, job)).decode("gb18030")


async def test_a_list_of_call_backs_is_added_to_known_orders(city: City) -> None:
    await take_in(city, csv_of([row("T-1")]))
    header = [*HEADER, "是否先行联系", "解决情况", "满意度"]
    job = await take_in(city, csv_of([[*row("T-1"), "否", "未解决", "不满意"]], header=header))
    assert (job.made, job.updated) == (0, 1)
    found = await rows(city, "SELECT called_contacted, called_resolution, satisfaction FROM cases.hotline_order")
    assert found == [{"called_contacted": False, "called_resolution": "unsolved", "satisfaction": "dissatisfied"}]


async def test_a_mapping_of_the_district_s_own(city: City) -> None:
    declared = mapping.parse(
        """
        [[hotline_mapping]]
        name = "other"
        system = "12319"
        delimiter = ";"
        [hotline_mapping.columns]
        number = "No"
        kind = "Art"
        text = ["Text"]
        [hotline_mapping.words.kinds]
        Klage = "complaint"
        """
    )
    job = await take_in(city, "No;Art;Text\n7;Klage;垃圾满了\n".encode(), declared=declared)
    assert job.made == 1
    assert await rows(city, "SELECT system FROM cases.hotline_order") == [{"system": "12319"}]


@pytest.mark.parametrize(
    "data",
    [b"", b"PK\x03\x04 broken", b"\xff\xfe\x00\x01\x80\x80\x81", "编号,类型\n1,投诉\n".encode()],
    ids=["empty", "broken", "binary", "other columns"],
)
async def test_a_file_that_is_none_is_refused_at_once(city: City, data: bytes) -> None:
    with pytest.raises(Invalid) as refused:
        await take_in(city, data)
    assert refused.value.members["errors"][0]["field"] == "file"


async def test_a_file_is_its_giver_s_alone(city: City) -> None:
    supervisor, officer = city.holder("supervisor"), city.holder("duty_officer")
    job = await take_in(city, csv_of([row("T-1")]), actor=supervisor)
    assert (await seen(city, job, supervisor)).made == 1
    with pytest.raises(NotFound):
        await seen(city, job, officer)
    with pytest.raises(NotFound):
        await giving_back.report(city.database, officer, city.books.keyring, job.id)
    with pytest.raises(Forbidden):
        await take_in(city, csv_of([row("T-2")]), actor=city.holder("handler"))
    with pytest.raises(Invalid):
        await take_in(city, csv_of([row("T-2")]), actor=city.holder("duty_officer", jurisdiction="310107005000"))


async def test_what_was_given_in_is_sealed_and_forgotten_after_a_month(city: City) -> None:
    job = await take_in(city, csv_of([row("T-1", 诉求类型="表扬")]))
    kept = await rows(city, "SELECT sealed FROM cases.hotline_import")
    assert "李先生".encode() not in bytes(kept[0]["sealed"])
    city.later(days=31)
    async with city.database.tx() as tx:
        assert await giving_back.forget_files(tx) == 1
    with pytest.raises(NotFound):
        await back(city, job)


async def test_a_file_left_half_done_is_taken_up_where_it_was(city: City) -> None:
    lines = [row(f"T-{n:04}", 诉求类型="咨询") for n in range(500)]
    job = await importing.begin(
        city.database, BUILDER, city.books.keyring, csv_of(lines), file_name="x", mapping=SH, dry_run=False
    )
    working = asyncio.create_task(importing.work_one(city.database, city.books))
    while (await seen(city, job)).done < 200:  # noqa: ASYNC110 - the table tells
        await asyncio.sleep(0.02)
    working.cancel()  # the worker dies in the middle of a batch
    await asyncio.gather(working, return_exceptions=True)
    half = await seen(city, job)
    assert 0 < half.done < 500 and half.state == "running"
    with pytest.raises(Conflict):
        await back(city, job)
    assert not await importing.work_one(city.database, city.books), "its worker may still live"
    city.later(seconds=31)
    assert await importing.work_one(city.database, city.books)
    whole = await seen(city, job)
    assert (whole.state, whole.done, whole.made, whole.known) == ("done", 500, 500, 0)
    assert len(await orders(city)) == 500


@pytest.mark.slow
async def test_ten_thousand_rows_take_well_under_a_minute(city: City) -> None:
    """Two thousand are measured, in processor time: what the other tests of a run take away does not count."""
    await take_in(city, csv_of([row("warm")]))
    lines = [
        row(f"T-{n:05}", 经度=f"{121.36 + n % 100 / 1000:.4f}", 纬度=f"{31.21 + n // 100 / 1000:.4f}")
        for n in range(2_000)
    ]
    data = xlsx_of(lines)
    used = time.process_time()
    assert sum(n * n % 7 for n in range(2_000_000))
    slowness = max(1.0, (time.process_time() - used) / 0.1)  # than a machine with nothing else to do
    started, used = time.monotonic(), time.process_time()
    job = await take_in(city, data)
    used, took = time.process_time() - used, time.monotonic() - started
    assert (job.made, job.refused) == (2_000, 0)
    print(f"2,000 rows: {took:.1f} s, {used:.1f} s of processor")
    assert used * 5 < 60 * slowness
