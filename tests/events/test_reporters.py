"""Who reported: kept sealed, shown masked or not at all, found again by the number, erased with the key."""

import json
from typing import Any
from uuid import UUID

import psycopg
import pytest
from psycopg import sql
from tests.cities import City
from tests.events.reports import FAR, HERE, rows, send, send_at_once

from yiwang import access
from yiwang.base.errors import NotFound
from yiwang.db.cluster import Server
from yiwang.events import reporters
from yiwang.events.keeping import digits_of, erase_reporter, source_key
from yiwang.events.model import Reporter
from yiwang.events.reporters import masked

pytestmark = pytest.mark.anyio
ZHANG = Reporter("张三丰", "+86 138 1234-5678")


async def shown(city: City, event: UUID) -> list[Any]:
    async with city.database.tx() as tx:
        return [row["reporter"] for row in await reporters.masked_reports(tx, city.books.keyring, event)]


async def test_a_reporter_is_shown_masked(city: City) -> None:
    reported = await send(city, reporter=ZHANG)
    (said,) = await shown(city, reported.event_id)
    assert said.startswith("张** ")
    assert said.endswith("5678")
    assert "三丰" not in said
    assert "1234-" not in said


async def test_a_confidential_reporter_is_not_shown_at_all(city: City) -> None:
    reported = await send(city, reporter=Reporter("张三丰", "13812345678", confidential=True))
    assert await shown(city, reported.event_id) == ["举报人保密"]


async def test_nobody_has_to_say_who_they_are(city: City) -> None:
    for reporter in (None, Reporter(), Reporter(confidential=True)):
        reported = await send(city, separate=True, reporter=reporter)
        assert await shown(city, reported.event_id) == [None]


async def test_the_same_number_is_the_same_person_however_it_is_written(city: City) -> None:
    await send(city, reporter=ZHANG)
    await send(city, FAR, reporter=Reporter("老张", "13812345678"))
    await send(city, FAR, reporter=Reporter("李四", "13912345678"))
    await send(city, FAR, reporter=Reporter("没有电话"))
    await send(city, FAR, reporter=Reporter("没有电话"))
    assert len(await rows(city, "SELECT 1 FROM events.reporter")) == 4


async def test_no_table_holds_the_reporter_in_the_clear(city: City, server: Server, fresh: str) -> None:
    await send(city, reporter=ZHANG, raw=json.dumps({"reporter": {"name": "张三丰"}}, ensure_ascii=False).encode())
    wanted = ["%三丰%", "%12345678%", "%1234-5678%", "%" + "三丰".encode().hex() + "%", "%" + b"12345678".hex() + "%"]
    with psycopg.connect(server.root_url, dbname=fresh) as connection:
        tables = connection.execute(
            """SELECT n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind = 'r' AND n.nspname NOT IN ('pg_catalog', 'information_schema')"""
        ).fetchall()
        assert len(tables) > 30
        for table in tables:
            query = sql.SQL("SELECT count(*) FROM {} t WHERE t::text LIKE ANY (%s)").format(sql.Identifier(*table))
            assert connection.execute(query, [wanted]).fetchone() == (0,), table


async def test_the_raw_message_opens_again_with_the_key_and_is_what_was_sent(city: City) -> None:
    raw = '{"text": "垃圾", "extra": [1, 2]}  '.encode()
    await send(city, reporter=ZHANG, raw=raw)
    await send(city, FAR, raw=b"machine", source="camera-7")
    kept = await rows(city, "SELECT w.* FROM events.raw w JOIN events.report r ON r.raw_id = w.id ORDER BY r.number")
    assert raw not in bytes(kept[0]["sealed"])
    assert kept[1]["key_subject"] == source_key("camera-7")
    async with city.database.tx() as tx:
        opened = [await access.unseal_for(tx, city.books.keyring, row["key_subject"], row["sealed"]) for row in kept]
    assert opened == [raw, b"machine"]


async def test_an_erased_person_is_gone_from_what_was_kept_before(city: City) -> None:
    reported = await send(city, reporter=ZHANG, raw=b"my name is")
    other = await send(city, FAR, reporter=Reporter("李四", "13912345678"))
    person = (await rows(city, "SELECT reporter_id FROM events.report WHERE id = %s", reported.report_id))[0]
    async with city.database.tx() as tx:
        await erase_reporter(tx, city.officer, city.books.keyring, person["reporter_id"], at=city.now)
    assert await shown(city, reported.event_id) == ["已删除"]
    assert await shown(city, other.event_id) == ["李** 139****5678"]
    raw = (await rows(city, "SELECT * FROM events.raw WHERE key_subject = %s", person["reporter_id"]))[0]
    with pytest.raises(NotFound):
        async with city.database.tx() as tx:
            await access.unseal_for(tx, city.books.keyring, raw["key_subject"], raw["sealed"])


async def test_who_was_erased_can_report_again(city: City) -> None:
    reported = await send(city, reporter=ZHANG)
    person = (await rows(city, "SELECT reporter_id FROM events.report WHERE id = %s", reported.report_id))[0]
    async with city.database.tx() as tx:
        await erase_reporter(tx, city.officer, city.books.keyring, person["reporter_id"], at=city.now)
    again = await send(city, FAR, reporter=ZHANG)
    assert (await shown(city, again.event_id))[0].startswith("张**")
    assert await shown(city, reported.event_id) == ["已删除"]


async def test_a_report_by_the_same_person_twice_at_once_makes_one_person(city: City) -> None:
    found = await send_at_once(city, *[(HERE, {"reporter": ZHANG, "separate": True}) for _ in range(6)])
    assert [one for one in found if isinstance(one, BaseException)] == []
    assert len(await rows(city, "SELECT 1 FROM events.reporter")) == 1


@pytest.mark.parametrize(
    ("reporter", "said"),
    [
        (Reporter("张三", "13812345678"), "张** 138****5678"),
        (Reporter("张三"), "张**"),
        (Reporter(None, "13812345678"), "138****5678"),
        (Reporter("王", "110"), "王**"),
        (Reporter(None, "110"), "****"),
        (Reporter("李四", "+86 13812345678"), "李** +86****5678"),
    ],
)
def test_a_mask_shows_the_ends_and_no_more(reporter: Reporter, said: str) -> None:
    assert masked(reporter, confidential=False) == said


def test_a_number_is_compared_by_its_digits_without_the_country() -> None:
    assert digits_of("+86 138-1234 5678") == digits_of("13812345678") == "13812345678"
    assert digits_of("86251234") == "86251234"
