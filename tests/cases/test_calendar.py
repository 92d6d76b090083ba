"""Due times follow the calendar."""

from datetime import date, timedelta
from uuid import UUID

import anyio
import pytest
from tests.cities import City

from yiwang import calendar
from yiwang.calendar import Override
from yiwang.cases.listens import listener as hears
from yiwang.cases.store import reading
from yiwang.cases.views import listing
from yiwang.ledger.listening import drain

pytestmark = pytest.mark.anyio


async def redated(city: City, case_id: UUID) -> bool:
    async with city.database.tx() as tx:
        return (await reading.timeline(tx, case_id))[-1]["step"] == "redate"


async def test_a_day_off_decided_later_moves_the_due_times_of_open_cases(city: City) -> None:
    told = await city.report()
    given = await city.report(due_at=city.now + timedelta(days=9), lon=121.41, lat=31.25)
    async with city.database.tx() as tx:
        before = await listing.see(tx, city.officer, told.event_id)
    assert before.due_at
    first = before.due_at.astimezone(city.books.zone).date()
    days = [first + timedelta(days=offset) for offset in range(-3, 4)]
    city.later(minutes=1)  # lines of one moment have no order
    async with city.database.tx() as tx:
        closed = [Override(day, False, reason="城市活动") for day in days if day > city.now.date()]
        await calendar.override(tx, city.officer, closed, at=city.now)
    listener = hears(city.books)
    with anyio.fail_after(20):  # a fact is read once no older transaction runs, be it only the one that woke listeners
        while not await redated(city, told.event_id):
            await drain(city.database, [listener])
    async with city.database.tx() as tx:
        now = await listing.see(tx, city.officer, told.event_id)
        same = await listing.see(tx, city.officer, given.event_id)
        lines = await reading.timeline(tx, told.event_id)
        clocks = {row["stage"]: row["due_at"] for row in await reading.clocks(tx, told.event_id)}
    assert now.due_at
    assert now.due_at > before.due_at
    assert clocks["total"] == now.due_at
    assert lines[-1]["step"] == "redate"
    assert same.due_at == city.now + timedelta(days=9) - timedelta(minutes=1)
    assert isinstance(first, date)
