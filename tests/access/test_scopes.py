"""The tree of scope nodes and the condition that limits rows to a scope."""

import time
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from yiwang.access import Actor, Grant, add_node, add_nodes, may_see, move_node, platform_actor, within
from yiwang.base.errors import Conflict, Forbidden, Invalid
from yiwang.base.ids import uuid7
from yiwang.db import Database

pytestmark = [pytest.mark.anyio, pytest.mark.store]
AT = datetime(2026, 11, 16, 2, tzinfo=UTC)


def new() -> UUID:
    return uuid7(AT)


def reader(*grants: Grant) -> Actor:
    return Actor(new(), "account", "someone", grants)


async def city(tx) -> dict[str, UUID]:
    """Two streets of a district with a neighbourhood each; a department with a contractor."""
    ids = {name: new() for name in ("district", "north", "south", "north1", "south1", "department", "contractor")}
    await add_nodes(
        tx,
        [
            (ids["north1"], ids["north"], "jurisdiction"),  # children before their parents on purpose
            (ids["south1"], ids["south"], "jurisdiction"),
            (ids["north"], ids["district"], "jurisdiction"),
            (ids["south"], ids["district"], "jurisdiction"),
            (ids["district"], None, "jurisdiction"),
            (ids["department"], None, "organisation"),
            (ids["contractor"], ids["department"], "organisation"),
        ],
        AT,
    )
    return ids


async def seen(tx, actor: Actor, rows: dict[str, tuple[UUID | None, UUID | None]]) -> set[str]:
    """Names of the rows that a list would show; every single-object answer must agree with it."""
    scope = actor.scope("cases.read")
    where, params = within(scope)
    found = await tx.rows(
        "SELECT c.name FROM unnest(%s::text[], %s::uuid[], %s::uuid[]) AS c(name, jurisdiction_id, unit_id) WHERE "
        + where,
        [list(rows), [r[0] for r in rows.values()], [r[1] for r in rows.values()], *params],
    )
    names = {row["name"] for row in found}
    for name, (jurisdiction, unit) in rows.items():
        assert await may_see(tx, scope, jurisdiction, unit) == (name in names)
    return names


def some_rows(ids: dict[str, UUID]) -> dict[str, tuple[UUID | None, UUID | None]]:
    return {
        "north, contractor": (ids["north1"], ids["contractor"]),
        "north, nobody": (ids["north"], None),
        "south, contractor": (ids["south1"], ids["contractor"]),
        "nowhere": (None, None),
    }


async def test_a_grant_without_limits_sees_everything(database: Database) -> None:
    async with database.tx() as tx:
        rows = some_rows(await city(tx))
        assert await seen(tx, reader(Grant("supervisor")), rows) == set(rows)


async def test_a_jurisdiction_grant_sees_the_subtree_and_not_the_neighbour(database: Database) -> None:
    async with database.tx() as tx:
        ids = await city(tx)
        actor = reader(Grant("supervisor", jurisdiction=ids["north"]))
        assert await seen(tx, actor, some_rows(ids)) == {"north, contractor", "north, nobody"}


async def test_an_organisation_grant_sees_the_units_under_it(database: Database) -> None:
    async with database.tx() as tx:
        ids = await city(tx)
        actor = reader(Grant("handler", organisation=ids["department"]))
        assert await seen(tx, actor, some_rows(ids)) == {"north, contractor", "south, contractor"}


async def test_both_limits_of_one_grant_must_hold_and_several_grants_add_up(database: Database) -> None:
    async with database.tx() as tx:
        ids = await city(tx)
        both = Grant("handler", jurisdiction=ids["south"], organisation=ids["contractor"])
        assert await seen(tx, reader(both), some_rows(ids)) == {"south, contractor"}
        also = Grant("checker", jurisdiction=ids["north"])
        assert await seen(tx, reader(both, also), some_rows(ids)) == {
            "south, contractor",
            "north, contractor",
            "north, nobody",
        }


async def test_a_limit_that_the_rows_cannot_show_reaches_none(database: Database) -> None:
    async with database.tx() as tx:
        ids = await city(tx)
        scope = reader(Grant("handler", organisation=ids["department"])).scope("cases.read")
        assert within(scope, organisation=None) == ("FALSE", [])


async def test_a_role_without_the_permission_gives_nothing() -> None:
    with pytest.raises(Forbidden, match="Dispatch cases"):
        reader(Grant("analyst")).scope("cases.dispatch")
    assert platform_actor("replay").scope("cases.dispatch").everything
    assert platform_actor("replay") == platform_actor("replay")


async def test_a_grant_counts_only_for_the_permissions_of_its_own_role(database: Database) -> None:
    async with database.tx() as tx:
        ids = await city(tx)
        actor = reader(Grant("analyst"), Grant("dispatcher", jurisdiction=ids["north"]))
        assert actor.scope("cases.read").everything
        assert not actor.scope("cases.dispatch").everything
        assert not await may_see(tx, actor.scope("cases.dispatch"), ids["south1"], None)


async def test_a_moved_subtree_is_seen_from_its_new_place_only(database: Database) -> None:
    async with database.tx() as tx:
        ids = await city(tx)
        await move_node(tx, ids["north1"], ids["south"], AT + timedelta(days=1))
        north = reader(Grant("supervisor", jurisdiction=ids["north"]))
        south = reader(Grant("supervisor", jurisdiction=ids["south"]))
        assert await seen(tx, north, some_rows(ids)) == {"north, nobody"}
        assert await seen(tx, south, some_rows(ids)) == {"north, contractor", "south, contractor"}
        whole = reader(Grant("supervisor", jurisdiction=ids["district"]))
        assert len(await seen(tx, whole, some_rows(ids))) == 3
        await move_node(tx, ids["north1"], ids["north"], AT + timedelta(days=1))
        assert await seen(tx, north, some_rows(ids)) == {"north, contractor", "north, nobody"}


async def test_a_node_cannot_lie_under_itself(database: Database) -> None:
    async with database.tx() as tx:
        ids = await city(tx)
        with pytest.raises(Conflict):
            await move_node(tx, ids["district"], ids["north1"], AT)
        one, two = new(), new()
        with pytest.raises(Invalid):
            await add_nodes(tx, [(one, two, "jurisdiction"), (two, one, "jurisdiction")], AT)


async def test_an_unknown_parent_or_one_of_the_other_kind_is_refused(database: Database) -> None:
    async with database.tx() as tx:
        ids = await city(tx)
        with pytest.raises(Invalid):
            await add_node(tx, new(), new(), "jurisdiction", AT)
        with pytest.raises(Invalid):
            await add_node(tx, new(), ids["department"], "jurisdiction", AT)


async def test_adding_a_node_again_changes_nothing(database: Database) -> None:
    async with database.tx() as tx:
        ids = await city(tx)
        assert await add_nodes(tx, [(ids["north"], ids["district"], "jurisdiction")], AT) == 0
        deeper = new()
        assert await add_nodes(tx, [(deeper, ids["north1"], "jurisdiction")], AT) == 1
        depths = await tx.rows("SELECT depth FROM access.closure WHERE descendant = %s ORDER BY depth", (deeper,))
        assert [row["depth"] for row in depths] == [0, 1, 2, 3]


async def test_seven_thousand_nodes_are_added_in_seconds(database: Database) -> None:
    root = new()
    streets = [new() for _ in range(234)]
    nodes = [(root, None, "jurisdiction")] + [(street, root, "jurisdiction") for street in streets]
    nodes += [(new(), streets[i % 234], "jurisdiction") for i in range(6_765)]
    async with database.tx() as tx:
        before = time.perf_counter()
        assert await add_nodes(tx, nodes, AT) == 7_000
        assert time.perf_counter() - before < 12  # under 2 on a machine of its own


async def test_the_condition_is_a_look_up_in_a_hash_not_a_join(database: Database) -> None:
    """A join made a list of someone who may see no row walk a million rows for half a minute."""
    async with database.tx() as tx:
        ids = await city(tx)
        where, params = within(
            reader(Grant("supervisor", jurisdiction=ids["north"])).scope("cases.read"), "f.subject", "f.actor"
        )
        plan = await tx.rows("EXPLAIN SELECT 1 FROM ledger.fact f WHERE " + where, params)
        shown = "\n".join(row["QUERY PLAN"] for row in plan)
        assert "hashed SubPlan" in shown and "Join" not in shown, shown
