"""The search over cases uses its indexes: shown by the server's own plans, on both ways."""

import json
from datetime import timedelta
from typing import Any
from uuid import UUID

import psycopg
import pytest
from tests.app.test_search import followed

from yiwang.access import platform_actor
from yiwang.base.ids import uuid7
from yiwang.base.words import document, question
from yiwang.cases.store import searching as store
from yiwang.cases.views import searching
from yiwang.db import Database, Tx

pytestmark = [pytest.mark.anyio, pytest.mark.store]
PLACE = UUID(int=1)
ROWS = 20_000


async def fill(database: Database) -> None:
    """Twenty thousand cases, of which one in two hundred is about a heron."""
    async with database.tx() as tx:
        for first in range(0, ROWS, 2000):
            rows = []
            for n in range(first, first + 2000):
                rare = "白鹭" if n % 200 == 0 else "垃圾"
                doc, grams = document(f"P20261116-{n:06d}", "道路不洁", f"曹杨路{n}号", f"{rare}在路口")
                rows.append(store.Row(uuid7(tx.at), PLACE, None, tx.at - timedelta(minutes=ROWS - n), doc, grams))
            store.put(tx, rows)
        await tx.flush()
    async with database.tx() as tx:
        await tx.rows("ANALYZE cases.search")


async def analyse(owner_url: str) -> None:
    """Let the server count what is common; the role that the platform runs as may not."""
    async with await psycopg.AsyncConnection.connect(owner_url, autocommit=True) as connection:
        await connection.execute("ANALYZE cases.search")


class Explaining:
    """Stands where a verb's transaction stands and explains what it would read."""

    def __init__(self, tx: Tx) -> None:
        self.tx = tx
        self.plan = ""

    async def rows(self, query: Any, params: Any) -> list[dict[str, Any]]:
        found = await self.tx.rows("EXPLAIN (FORMAT JSON) " + query, params)
        self.plan = json.dumps(found)
        return []


async def test_both_ways_go_by_their_index(database: Database) -> None:
    await fill(database)
    async with database.tx() as tx:
        explaining: Any = Explaining(tx)
        await store.matching(explaining, question("白鹭"), "TRUE", (), until=tx.at, most=200)
        assert "search_grams" in explaining.plan and "Seq Scan" not in explaining.plan
        await store.newest(explaining, question("垃圾"), "TRUE", (), until=tx.at, window=4000, most=200)
        assert "search_newest" in explaining.plan and "Seq Scan" not in explaining.plan


async def test_both_ways_find_the_same(database: Database) -> None:
    await fill(database)
    async with database.tx() as tx:
        for words in ("白鹭", "白鹭 路口", "曹杨路4号", "曹杨路4"):
            asked = question(words)
            some = await store.matching(tx, asked, "TRUE", (), until=tx.at, most=200)
            others = await store.newest(tx, asked, "TRUE", (), until=tx.at, window=ROWS, most=200)
            assert some == others and some, words


async def test_the_words_are_written_anew_only_when_they_changed(database: Database) -> None:
    doc, grams = document("P1", "道路不洁", "曹杨路", "白鹭")
    row = store.Row(UUID(int=9), PLACE, None, database.clock.now(), doc, grams)

    async def written() -> str:
        async with database.tx() as tx:
            store.put(tx, [row])
        async with database.tx() as tx:
            return str(await tx.value("SELECT xmin FROM cases.search"))

    first = await written()
    assert await written() == first
    row = store.Row(UUID(int=9), UUID(int=2), None, row.at, doc, grams)
    assert await written() != first


async def test_an_empty_platform_has_nothing_to_fill(database: Database) -> None:
    await followed(database)
    async with database.tx() as tx:
        assert await tx.value("SELECT count(*) FROM cases.search") == 0


async def test_what_was_common_once_is_found_going_back_and_no_further_than_needed(database: Database) -> None:
    long_ago = timedelta(days=400)
    async with database.tx() as tx:
        rows = []
        for n in range(600):
            at = tx.at - timedelta(days=n) - (long_ago if n >= 300 else timedelta())
            doc, grams = document(f"P{n:06d}", "道路不洁", "曹杨路", "积雪未清扫" if n >= 300 else "垃圾")
            rows.append(store.Row(uuid7(at), PLACE, None, at, doc, grams))
        store.put(tx, rows)
    async with database.tx() as tx:
        asked, spans = question("积雪"), searching._spans(tx.at, await store.oldest(tx))
        assert len(spans) >= 100 and len(set(spans)) == len(spans)
        back = await store.going_back(tx, asked, "TRUE", (), until=tx.at, spans=spans, most=50)
        assert back == await store.matching(tx, asked, "TRUE", (), until=tx.at, most=50) and len(back) == 50
        assert await store.going_back(tx, asked, "TRUE", (), until=tx.at, spans=spans[:20], most=50) == []
        assert await store.going_back(tx, asked, "FALSE", (), until=tx.at, spans=spans, most=50) == []


async def test_the_statistics_tell_what_is_common_by_its_rarest_word(database: Database, owner_url: str) -> None:
    await fill(database)
    await analyse(owner_url)
    async with database.tx() as tx:
        assert await store.about(tx, question("垃圾")) > ROWS * 0.9
        assert await store.about(tx, question("白鹭")) < ROWS * 0.02
        assert await store.about(tx, question("道路 白鹭")) < ROWS * 0.02


async def test_a_search_for_what_is_common_but_not_of_late_goes_back(
    database: Database, owner_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    await fill(database)
    await analyse(owner_url)
    monkeypatch.setattr(searching, "_WINDOW", 1)  # nothing of it is among the newest
    monkeypatch.setattr(searching, "_COMMON", 50)
    gone: list[str] = []

    async def collected(*_: Any, **__: Any) -> list[dict[str, Any]]:
        gone.append("collected")
        return []

    monkeypatch.setattr(store, "matching", collected)
    async with database.tx() as tx:
        found = await searching._candidates(tx, platform_actor("test"), question("白鹭"), tx.at, 20)
    assert len(found) == 100 and not gone
