"""Bulk copy goes with its transaction, after what was queued before it."""

import psycopg
import pytest
from tests.conftest import NOW

from yiwang.base.ids import uuid7
from yiwang.db import Database
from yiwang.db.copy import copy_rows

pytestmark = [pytest.mark.anyio, pytest.mark.store]


async def test_rows_arrive_as_text_and_as_binary(database: Database) -> None:
    rows = [(uuid7(NOW), "a", NOW, "{}"), (uuid7(NOW), "b", NOW, '{"n": 1}')]
    names = ("subject", "kind", "due", "data")
    async with database.tx() as tx:
        tx.put("DELETE FROM ledger.timer")
        assert await copy_rows(tx, "ledger.timer", names, rows) == 2
    async with database.tx() as tx:
        found = await tx.rows("SELECT subject, kind, due, data FROM ledger.timer ORDER BY kind")
        assert [tuple(row.values()) for row in found] == [(*rows[0][:3], {}), (*rows[1][:3], {"n": 1})]
        cursors = [(f"listener {n}", 5) for n in range(3)]
        assert await copy_rows(tx, "ledger.cursor", ("listener", "seq"), cursors, types=("text", "int8")) == 3
        assert await tx.value("SELECT sum(seq) FROM ledger.cursor") == 15


async def test_a_transaction_that_fails_takes_its_copy_along(database: Database) -> None:
    with pytest.raises(psycopg.errors.InvalidTextRepresentation):
        async with database.tx() as tx:
            await copy_rows(tx, "ledger.cursor", ("listener", "seq"), [("first", 1)])
            await copy_rows(tx, "ledger.cursor", ("listener", "seq"), [("second", "many")])
    async with database.tx() as tx:
        assert await tx.value("SELECT count(*) FROM ledger.cursor") == 0
