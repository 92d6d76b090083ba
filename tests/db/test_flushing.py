"""What is longer than a socket takes at once arrives all the same."""

import asyncio
import hashlib

import pytest

from yiwang.db import Database

pytestmark = pytest.mark.anyio
LONG = bytes(range(256)) * (1 << 16)  # 16 MiB


async def test_a_long_write_is_sent_to_its_end_before_the_commit_is_waited_for(database: Database) -> None:
    async def write() -> None:
        async with database.tx() as tx:
            await tx.rows("SELECT 1")
            tx.put("CREATE TEMP TABLE long (value bytea)")
            tx.put("INSERT INTO long VALUES (%s)", (LONG,))

    await asyncio.wait_for(write(), 60)


async def test_a_long_write_and_a_long_answer_pass_each_other(database: Database) -> None:
    async with asyncio.timeout(60), database.tx() as tx:
        tx.put("CREATE TEMP TABLE long ON COMMIT DROP AS SELECT %s::bytea AS value", (LONG,))
        found = await tx.row("SELECT value, md5(value) AS hash, %s::bytea AS back FROM long", (LONG,))
    assert found is not None
    assert found["hash"] == hashlib.md5(LONG).hexdigest()
    assert found["value"] == found["back"] == LONG
