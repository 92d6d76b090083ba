"""The tree of jurisdictions: the national codes, other cities, moves and ends with their dates."""

from datetime import timedelta
from uuid import UUID

import pytest

from yiwang import access
from yiwang.access import Actor, Grant
from yiwang.base.clock import FixedClock
from yiwang.base.errors import Conflict, Forbidden, Invalid, NotFound
from yiwang.base.ids import uuid7
from yiwang.db import Database
from yiwang.db.tx import Tx
from yiwang.places import tree
from yiwang.places.codes import load_codes, rows
from yiwang.places.model import JurisdictionRow

pytestmark = pytest.mark.anyio

SETUP = access.platform_actor("set-up")
BOSTON = [
    JurisdictionRow("boston", "Boston", "city"),
    JurisdictionRow("boston/d1", "North End", "district", "boston"),
    JurisdictionRow("boston/d1/w3", "Ward 3", "neighbourhood", "boston/d1"),
]


def holder(role: str, clock: FixedClock, jurisdiction: UUID | None = None) -> Actor:
    return Actor(uuid7(clock.at), "account", "somebody", (Grant(role, jurisdiction),))


async def reach(tx: Tx, top: UUID) -> int:
    """How many nodes a role over `top` reaches."""
    query = "SELECT count(*) FROM access.closure WHERE ancestor = %s AND valid_to IS NULL"
    return int(await tx.value(query, (top,)))


def test_the_lists_hold_shanghai_as_published() -> None:
    levels = [row.level for row in rows()]
    counted = {level: levels.count(level) for level in ("city", "district", "street", "neighbourhood")}
    assert counted == {"city": 1, "district": 16, "street": 234, "neighbourhood": 6509}


def test_putuo_has_its_streets_sectors_and_neighbourhoods() -> None:
    found = rows("310107")
    levels = [row.level for row in found]
    assert (levels.count("street"), levels.count("sector"), levels.count("neighbourhood")) == (10, 26, 285)
    sectors = {row.code for row in found if row.level == "sector"}
    assert {row.parent_code for row in found if row.level == "neighbourhood"} == sectors
    assert all(row.schematic == (row.level in ("sector", "station")) for row in found)


async def test_it_loads_all_of_shanghai_into_the_tree_and_the_scopes(database: Database, clock: FixedClock) -> None:
    async with database.tx() as tx:
        ids = await load_codes(tx, SETUP, clock.at)
    async with database.tx() as tx:
        assert len(ids) == 1 + 16 + 234 + 6509 + 26 + 4
        assert await reach(tx, ids["310000000000"]) == len(ids)
        assert await reach(tx, ids["310107000000"]) == 1 + 10 + 26 + 285 + 4
        streets = await tree.jurisdictions(tx, SETUP, clock.at, level="street", parent=ids["310107000000"])
        assert [one.name for one in streets][:2] == ["曹杨新村街道", "长风新村街道"]


async def test_loading_again_adds_nothing(database: Database, clock: FixedClock) -> None:
    async with database.tx() as tx:
        first = await load_codes(tx, SETUP, clock.at, district="310107")
    async with database.tx() as tx:
        assert await load_codes(tx, SETUP, clock.at, district="310107") == first
        assert len(await tree.jurisdictions(tx, SETUP, clock.at)) == len(first) == 327


async def test_the_codes_hold_for_any_past_day(database: Database, clock: FixedClock) -> None:
    async with database.tx() as tx:
        await load_codes(tx, SETUP, clock.at, district="310107")
        assert len(await tree.jurisdictions(tx, SETUP, clock.at - timedelta(days=7000), level="street")) == 10


async def test_another_city_is_made_from_rows_in_any_order(database: Database, clock: FixedClock) -> None:
    async with database.tx() as tx:
        ids = await tree.ensure_jurisdictions(tx, SETUP, BOSTON[::-1], clock.at)
        again = await tree.ensure_jurisdictions(tx, SETUP, BOSTON, clock.at)
        assert ids == again
        assert await reach(tx, ids["boston"]) == 3


@pytest.mark.parametrize(
    ("row", "field"),
    [
        (JurisdictionRow("a", "A", "planet"), "level"),
        (JurisdictionRow("a", " ", "city"), "name"),
        (JurisdictionRow("", "A", "city"), "code"),
        (JurisdictionRow("a", "A", "street", "nowhere"), "parent_code"),
        (JurisdictionRow("a", "A", "city", "boston/d1"), "parent_id"),
        (JurisdictionRow("boston", "A", "city"), "code"),
    ],
)
async def test_it_refuses_rows_that_cannot_be(
    database: Database, clock: FixedClock, row: JurisdictionRow, field: str
) -> None:
    async with database.tx() as tx:
        with pytest.raises(Invalid) as refusal:
            await tree.ensure_jurisdictions(tx, SETUP, [*BOSTON, row], clock.at)
        assert refusal.value.members["errors"][0]["field"] == field


async def test_it_refuses_to_make_a_district_of_a_city(database: Database, clock: FixedClock) -> None:
    async with database.tx() as tx:
        await tree.ensure_jurisdictions(tx, SETUP, BOSTON, clock.at)
        with pytest.raises(Conflict):
            await tree.ensure_jurisdictions(tx, SETUP, [JurisdictionRow("boston", "B", "district")], clock.at)


async def test_a_move_holds_from_its_day_on_and_takes_the_scopes_along(database: Database, clock: FixedClock) -> None:
    later = clock.at + timedelta(days=30)
    async with database.tx() as tx:
        ids = await load_codes(tx, SETUP, clock.at, district="310107")
        sector, street = ids["310107005P01"], ids["310107014000"]
        before = await reach(tx, street)
        size = await reach(tx, sector)
        await tree.move(tx, SETUP, sector, parent_id=street, at=later)
        old = {j.id: j for j in await tree.jurisdictions(tx, SETUP, clock.at, level="sector")}
        new = {j.id: j for j in await tree.jurisdictions(tx, SETUP, later, level="sector")}
        assert old[sector].parent_id == ids["310107005000"]
        assert new[sector].parent_id == street
        assert await reach(tx, street) == before + size


async def test_an_ended_one_is_there_until_its_day(database: Database, clock: FixedClock) -> None:
    async with database.tx() as tx:
        ids = await tree.ensure_jurisdictions(tx, SETUP, BOSTON, clock.at)
        with pytest.raises(Conflict, match="move or end them first"):
            await tree.end(tx, SETUP, ids["boston/d1"], at=clock.at)
        await tree.end(tx, SETUP, ids["boston/d1/w3"], at=clock.at)
        assert len(await tree.jurisdictions(tx, SETUP, clock.at)) == 2
        assert len(await tree.jurisdictions(tx, SETUP, clock.at - timedelta(seconds=1))) == 3
        with pytest.raises(Conflict, match="ended on"):
            await tree.end(tx, SETUP, ids["boston/d1/w3"], at=clock.at)
        made = await tree.add_jurisdiction(
            tx, SETUP, code="boston/d1/w3", name="New", level="street", parent_id=ids["boston/d1"], at=clock.at
        )
        assert made.id != ids["boston/d1/w3"]


async def test_a_new_name_leaves_the_past_alone(database: Database, clock: FixedClock) -> None:
    async with database.tx() as tx:
        ids = await tree.ensure_jurisdictions(tx, SETUP, BOSTON, clock.at)
        await tree.rename(tx, SETUP, ids["boston"], name="Beantown", at=clock.at)
        assert (await tree.jurisdictions(tx, SETUP, clock.at, level="city"))[0].name == "Beantown"
        before = clock.at - timedelta(days=1)
        assert (await tree.jurisdictions(tx, SETUP, before, level="city"))[0].name == "Boston"


async def test_it_refuses_what_does_not_exist(database: Database, clock: FixedClock) -> None:
    async with database.tx() as tx:
        with pytest.raises(NotFound):
            await tree.end(tx, SETUP, uuid7(clock.at), at=clock.at)


async def test_only_who_may_edit_places_edits_and_only_at_home(database: Database, clock: FixedClock) -> None:
    async with database.tx() as tx:
        ids = await load_codes(tx, SETUP, clock.at, district="310107")
        caoyang, changfeng = ids["310107005000"], ids["310107014000"]
        keeper = holder("data_admin", clock, caoyang)
        named = {"code": "x1", "name": "曹杨公园站", "level": "station", "at": clock.at}
        made = await tree.add_jurisdiction(tx, keeper, parent_id=caoyang, **named)
        with pytest.raises(Forbidden):
            await tree.add_jurisdiction(tx, keeper, parent_id=changfeng, **(named | {"code": "x2"}))
        with pytest.raises(Forbidden):
            await tree.move(tx, keeper, made.id, parent_id=changfeng, at=clock.at + timedelta(days=1))
        with pytest.raises(Forbidden):
            await tree.ensure_jurisdictions(tx, keeper, BOSTON, clock.at)
        for role in ("handler", "system_admin"):
            with pytest.raises(Forbidden):
                await tree.rename(tx, holder(role, clock), made.id, name="别的", at=clock.at)
        with pytest.raises(Forbidden):
            await tree.jurisdictions(tx, holder("audit_admin", clock), clock.at)
