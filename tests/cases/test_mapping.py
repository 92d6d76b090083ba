"""Cases on the map: as they stand, within what one may see, read by indexes."""

import asyncio
from uuid import UUID

import pytest
from tests.cases.steps import filed, step, steps
from tests.cases.test_plans import explained, full
from tests.cities import City

from yiwang.access import Actor
from yiwang.base.errors import Forbidden
from yiwang.cases.views.mapping import Asked, CasePoints, Window, window

pytestmark = pytest.mark.anyio
__all__ = ["full"]
EVERYWHERE = Asked((121.0, 31.0, 122.0, 32.0), 11.0)


async def _window(city: City, held: CasePoints, asked: Asked = EVERYWHERE, actor: Actor | None = None) -> Window:
    async with city.database.tx() as tx:
        return await window(tx, actor or city.officer, held, asked, at=city.now)


async def _until(city: City, held: CasePoints, ids: set[UUID], asked: Asked = EVERYWHERE) -> Window:
    """Look until these are shown: a fact is read once no older transaction runs, whoever runs it."""
    async with asyncio.timeout(30):
        found = await _window(city, held, asked)
        while {one.id for one in found.alone} != ids:
            await asyncio.sleep(0.02)
            found = await _window(city, held, asked)
    return found


async def test_the_map_follows_a_case_from_filing_to_closing(city: City) -> None:
    held = CasePoints()
    assert (await _window(city, held)).found.total == 0
    case = await filed(city, lon=121.40, lat=31.24)
    found = await _until(city, held, {case.id})
    assert found.alone[0].state == case.state and not found.alone[0].urgent
    await steps(city, case, "dispatch", "receive", "handle", "check")
    await step(city, case.id, "close")
    await _until(city, held, set())
    closed = Asked(EVERYWHERE.box, 11.0, show="closed")
    assert (await _until(city, held, {case.id}, closed)).alone[0].state == "closed"
    # What a process that starts now reads is the same.
    assert [one.state for one in (await _window(city, CasePoints(), closed)).alone] == ["closed"]


async def test_a_window_holds_what_lies_in_it_and_is_asked_for(city: City) -> None:
    here = await filed(city, lon=121.40, lat=31.24)
    await filed(city, lon=121.45, lat=31.29, text="路灯坏了", matter="01006")
    held = CasePoints()
    near = (121.39, 31.23, 121.41, 31.25)
    assert [one.id for one in (await _window(city, held, Asked(near, 15.0))).alone] == [here.id]
    assert (await _window(city, held, Asked(near, 15.0, urgent=True))).found.total == 0
    assert (await _window(city, held, Asked(near, 15.0, overdue=True))).found.total == 0
    city.later(days=60)
    late = (await _window(city, held, Asked(near, 15.0, overdue=True))).alone
    assert [one.id for one in late] == [here.id] and late[0].overdue
    assert (await _window(city, held, Asked(near, 15.0, since=city.now))).found.total == 0


async def test_each_sees_their_own_part(city: City) -> None:
    mine = await filed(city, lon=121.40, lat=31.24)
    held = CasePoints()
    street, other = "310107005000", "310107015000"
    seen = await _window(city, held, actor=city.holder("supervisor", jurisdiction=street))
    assert [one.id for one in seen.alone] == [mine.id]
    for nobody in (city.holder("supervisor", jurisdiction=other), city.holder("handler", unit="CS")):
        assert (await _window(city, held, actor=nobody)).found.total == 0
    assert (await _window(city, held, actor=city.holder("screen", jurisdiction=street))).found.total == 1
    assert (await _window(city, held, actor=city.holder("screen", jurisdiction=other))).found.total == 0
    with pytest.raises(Forbidden):
        await _window(city, held, actor=city.holder("data_admin"))


async def test_a_window_of_a_full_table_reads_only_what_changed(full: City) -> None:
    held = CasePoints()
    assert (await _window(full, held, Asked(EVERYWHERE.box, 11.0, show="all"))).found.total == 0  # none has a point
    case = await filed(full, lon=121.40, lat=31.24)
    street = full.holder("supervisor", jurisdiction="310107005000")
    async with explained(full) as tx, asyncio.timeout(30):
        found = await window(tx, street, held, EVERYWHERE, at=full.now)
        while not found.found.total:
            await asyncio.sleep(0.02)
            found = await window(tx, street, held, EVERYWHERE, at=full.now)
    assert [one.id for one in found.alone] == [case.id]
