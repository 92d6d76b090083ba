"""Notices: told once, to the right people, and never about history."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from yiwang import notices
from yiwang.access import Actor, Grant, platform_actor
from yiwang.base.errors import Invalid, NotFound
from yiwang.base.ids import uuid7
from yiwang.db import Database, Tx
from yiwang.notices import Inbox

pytestmark = [pytest.mark.anyio, pytest.mark.store]
AT = datetime(2026, 11, 16, 2, tzinfo=UTC)
CASE = uuid7(AT)
ANN, BOB = (Actor(uuid7(AT), "account", name, (Grant("handler"),)) for name in ("ann", "bob"))


async def tell(tx: Tx, *actors: Actor, key: str = "k", minutes: int = 0, **other: Any) -> None:
    content: dict[str, Any] = {
        "kind": "cases.remind",
        "title_zh": "催办",
        "title_en": "Reminder",
        "text": "P20261116-000001 签收超时",
        "link": f"/cases/{CASE}",
        "object_type": "case",
        "object_id": CASE,
    }
    await notices.notify(
        tx, [a.id for a in actors], **{**content, **other}, at=AT + timedelta(minutes=minutes), dedupe_key=key
    )


async def box(database: Database, actor: Actor, **page: Any) -> Inbox:
    async with database.tx() as tx:
        return await notices.inbox(tx, actor, **page)


async def test_it_lies_in_the_inbox_of_each_recipient_and_of_nobody_else(database: Database) -> None:
    async with database.tx() as tx:
        await tell(tx, ANN, BOB, ANN)
    for actor in (ANN, BOB):
        page = await box(database, actor)
        assert ([each.title_zh for each in page.items], page.unread) == (["催办"], 1)
        assert (page.items[0].link, page.items[0].at, page.items[0].read_at) == (f"/cases/{CASE}", AT, None)
    assert (await box(database, platform_actor("other"))).items == []


async def test_the_same_thing_is_told_once(database: Database) -> None:
    for _ in range(3):
        async with database.tx() as tx:
            await tell(tx, ANN)
            await tell(tx, ANN)
    async with database.tx() as tx:
        await tell(tx, ANN, BOB)
    assert ((await box(database, ANN)).unread, (await box(database, BOB)).unread) == (1, 1)


async def test_two_workers_that_tell_the_same_thing_at_once_tell_it_once(database: Database) -> None:
    async def work() -> None:
        async with database.tx() as tx:
            await tell(tx, ANN, BOB)

    await asyncio.gather(*(work() for _ in range(4)))
    assert (await box(database, ANN)).unread == 1


async def test_history_tells_nobody_anything_and_a_replay_does(database: Database) -> None:
    async with database.tx(origin="history") as tx:
        await tell(tx, ANN)
    assert (await box(database, ANN)).items == []
    async with database.tx(origin="replay") as tx:
        await tell(tx, ANN)
    assert (await box(database, ANN)).unread == 1


async def test_what_is_undone_is_not_told(database: Database) -> None:
    with pytest.raises(ZeroDivisionError):
        async with database.tx() as tx:
            await tell(tx, ANN)
            raise ZeroDivisionError
    assert (await box(database, ANN)).items == []


async def test_it_pages_newest_first_without_losing_or_repeating(database: Database) -> None:
    async with database.tx() as tx:
        for minute in range(7):
            await tell(tx, ANN, key=str(minute), minutes=minute // 2)
    seen: list[UUID] = []
    cursor: str | None = None
    while True:
        page = await box(database, ANN, cursor=cursor, limit=3)
        seen += [each.id for each in page.items]
        cursor = page.next
        if cursor is None:
            break
    assert len(seen) == len(set(seen)) == 7
    assert page.unread == 7


@pytest.mark.parametrize("cursor", ["rubbish", "WyJhIiwgImIiXQ", "WyIyMDI2LTAxLTAxIiwgImIiXQ"])
async def test_a_cursor_that_is_not_ours_is_refused(database: Database, cursor: str) -> None:
    with pytest.raises(Invalid):
        await box(database, ANN, cursor=cursor)


async def test_reading_marks_ones_own_notice_once(database: Database) -> None:
    async with database.tx() as tx:
        await tell(tx, ANN)
    (notice,) = (await box(database, ANN)).items
    for minutes in (1, 2):
        async with database.tx() as tx:
            await notices.mark_read(tx, ANN, notice.id, AT + timedelta(minutes=minutes))
    page = await box(database, ANN)
    assert (page.unread, page.items[0].read_at) == (0, AT + timedelta(minutes=1))
    assert (await box(database, ANN, unread_only=True)).items == []


async def test_anothers_notice_cannot_be_marked(database: Database) -> None:
    async with database.tx() as tx:
        await tell(tx, ANN)
    (notice,) = (await box(database, ANN)).items
    for stranger, wanted in ((BOB, notice.id), (platform_actor("root"), notice.id), (ANN, uuid7(AT))):
        with pytest.raises(NotFound):
            async with database.tx() as tx:
                await notices.mark_read(tx, stranger, wanted, AT)
    assert (await box(database, ANN)).unread == 1


async def test_all_can_be_marked_at_once(database: Database) -> None:
    async with database.tx() as tx:
        await tell(tx, ANN, BOB, key="1")
        await tell(tx, ANN, key="2")
    async with database.tx() as tx:
        assert await notices.mark_all_read(tx, ANN, AT) == 2
    assert ((await box(database, ANN)).unread, (await box(database, BOB)).unread) == (0, 1)


async def test_pruning_the_outbox_keeps_the_inbox(database: Database) -> None:
    async with database.tx(at=AT) as tx:
        await tell(tx, ANN)
    async with database.tx() as tx:
        assert await notices.prune_outbox(tx, AT + timedelta(days=89)) == 0
        assert await notices.prune_outbox(tx, AT + timedelta(days=91)) == 1
    assert (await box(database, ANN)).unread == 1
