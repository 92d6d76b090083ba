"""Overrides and hours in the database, and a year that is published."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from yiwang import access, calendar
from yiwang.access import Actor, Grant, platform_actor
from yiwang.base.errors import Forbidden, Invalid
from yiwang.calendar import Hours, Limit, Override, overriding
from yiwang.db import Database

pytestmark = [pytest.mark.anyio, pytest.mark.store]

NOW = datetime(2026, 11, 16, 2, tzinfo=UTC)
PLATFORM = platform_actor("test")
OWN, OTHER = UUID(int=11), UUID(int=12)


async def test_an_override_moves_a_deadline_and_can_be_taken_back(database: Database) -> None:
    kept = calendar.kept()
    start, limit = NOW, Limit(1, "working_days")
    async with database.tx() as tx:
        before = (await kept.get(tx)).deadline(start, limit).at
        await calendar.override(tx, PLATFORM, [Override(date(2026, 11, 17), False, reason="停电")], at=NOW)
    async with database.tx() as tx:
        assert await kept.refresh(tx)
        assert (await kept.get(tx)).deadline(start, limit).at == datetime(2026, 11, 18, 2, tzinfo=UTC)
        await calendar.restore(tx, PLATFORM, None, [date(2026, 11, 17)], at=NOW)
    async with database.tx() as tx:
        assert await kept.refresh(tx)
        assert not await kept.refresh(tx)
        assert (await kept.get(tx)).deadline(start, limit).at == before
        facts = await tx.rows("SELECT data FROM ledger.fact WHERE type = 'calendar.overridden'")
    assert [fact["data"]["dates"] for fact in facts] == [["2026-11-17"], ["2026-11-17"]]


async def test_setting_a_date_again_replaces_it(database: Database) -> None:
    async with database.tx() as tx:
        for working in (False, True):
            row = Override(date(2026, 11, 21), working, Hours(540, 720), "半天", OWN)
            await calendar.override(tx, PLATFORM, [row], at=NOW)
    async with database.tx() as tx:
        loaded = await calendar.load(tx)
        assert loaded.is_working_day(date(2026, 11, 21), organisation=OWN)
        assert loaded.hours_on(date(2026, 11, 21), OWN) == Hours(540, 720)
        assert await tx.value("SELECT count(*) FROM calendar.override") == 1
        with pytest.raises(Invalid, match="twice"):
            await calendar.override(tx, PLATFORM, [row, row], at=NOW)


async def test_hours_of_the_platform_and_of_one_organisation(database: Database) -> None:
    async with database.tx() as tx:
        await calendar.set_hours(tx, PLATFORM, None, Hours(510, 1050), at=NOW)
        await calendar.set_hours(tx, PLATFORM, OWN, Hours(0, 1440), at=NOW)
        await calendar.set_hours(tx, PLATFORM, OTHER, Hours(0, 60), at=NOW)
        await calendar.set_hours(tx, PLATFORM, OTHER, None, at=NOW)
    async with database.tx() as tx:
        loaded = await calendar.load(tx)
    assert [loaded.hours_on(date(2026, 11, 16), one).label for one in (None, OWN, OTHER)] == [
        "08:30–17:30",
        "00:00–24:00",
        "08:30–17:30",
    ]


async def test_a_role_over_one_unit_changes_only_its_calendar(database: Database) -> None:
    async with database.tx() as tx:
        await access.add_nodes(tx, [(OWN, None, "organisation"), (OTHER, None, "organisation")], NOW)
        actor = Actor(UUID(int=1), "account", "someone", (Grant("data_admin", organisation=OWN),))
        row = Override(date(2026, 11, 17), False, reason="活动", organisation=OWN)
        await calendar.override(tx, actor, [row], at=NOW)
        for organisation in (None, OTHER):
            with pytest.raises(Forbidden):
                await calendar.set_hours(tx, actor, organisation, Hours(), at=NOW)
        with pytest.raises(Forbidden):
            reader = Actor(UUID(int=2), "account", "reader", (Grant("leader"),))
            await calendar.override(tx, reader, [row], at=NOW)


async def test_a_year_that_comes_is_told_once(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    async with database.tx() as tx:
        assert not await calendar.recompute_needed(tx)
        assert await calendar.note_published(tx, PLATFORM, at=NOW) == []
        assert not await calendar.recompute_needed(tx)
    monkeypatch.setattr(overriding, "PUBLISHED", overriding.PUBLISHED | {2027})
    async with database.tx() as tx:
        assert await calendar.recompute_needed(tx)
        assert await calendar.note_published(tx, PLATFORM, at=NOW) == [2027]
        assert await calendar.note_published(tx, PLATFORM, at=NOW) == []
    async with database.tx() as tx:
        assert not await calendar.recompute_needed(tx)
        assert (await tx.value("SELECT data FROM ledger.fact WHERE type = 'calendar.published'"))["years"] == [2027]
