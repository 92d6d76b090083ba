"""The search over cases uses its indexes: shown by the server's own plans, on both ways."""

import json
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from tests.app.test_search import followed

from yiwang.base.ids import uuid7
from yiwang.base.words import document, question
from yiwang.cases.store import searching as store
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
