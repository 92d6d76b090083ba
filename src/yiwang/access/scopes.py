"""The tree of scope nodes, and the one place where rows and single objects are limited to a scope."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Literal, LiteralString
from uuid import UUID

from yiwang.access.model import Scope
from yiwang.access.store import tree
from yiwang.base.errors import Conflict, Invalid, NotFound
from yiwang.db.tx import Tx

NodeKind = Literal["jurisdiction", "organisation"]
_ALL_NODES = 1_000_000


def within(
    scope: Scope,
    jurisdiction: LiteralString | None = "c.jurisdiction_id",
    organisation: LiteralString | None = "c.unit_id",
) -> tuple[LiteralString, list[Any]]:
    """Return the WHERE condition that limits rows to `scope`, and its parameters in order.

    `jurisdiction` and `organisation` are the column expressions to compare. None says that the rows have no such
    column: a grant limited by it then reaches none of them.
    """
    if scope.everything:
        return "TRUE", []
    return tree.condition(scope.grants, jurisdiction, organisation)


async def may_see(tx: Tx, scope: Scope, jurisdiction_id: UUID | None, unit_id: UUID | None) -> bool:
    """Return whether one object of this jurisdiction and unit lies in the scope. No trip when it is everything."""
    if scope.everything:
        return True
    where, params = tree.condition(scope.grants, "o.jurisdiction", "o.unit")
    return await tree.holds(tx, where, params, jurisdiction_id, unit_id)


async def nodes_within(tx: Tx, scope: Scope, most: int) -> tuple[list[UUID], list[UUID]] | None:
    """Return the jurisdictions and the units a narrow scope reaches through; None when there are more than `most`.

    A grant limited by both trees is named by its units: `within` has still to hold for each row.
    """
    if scope.everything:
        return None
    places = [grant.jurisdiction for grant in scope.grants if grant.jurisdiction and not grant.organisation]
    units = [grant.organisation for grant in scope.grants if grant.organisation]
    found = (
        await tree.descendants(tx, places, most + 1) if places else [],
        await tree.descendants(tx, units, most + 1) if units else [],
    )
    return found if len(found[0]) + len(found[1]) <= most else None


Reach = list[tuple[frozenset[UUID] | None, frozenset[UUID] | None]]


async def reached(tx: Tx, scope: Scope) -> Reach | None:
    """Return the (jurisdictions, units) each grant of a scope reaches, for columns in memory; None is everything.

    A row is inside when its nodes lie in both halves of one pair; a half that is None limits nothing.
    """
    if scope.everything:
        return None
    return [(await _below(tx, grant.jurisdiction), await _below(tx, grant.organisation)) for grant in scope.grants]


async def _below(tx: Tx, node: UUID | None) -> frozenset[UUID] | None:
    return None if node is None else frozenset(await tree.descendants(tx, [node], _ALL_NODES))


async def add_node(tx: Tx, node_id: UUID, parent_id: UUID | None, kind: NodeKind, at: datetime) -> None:
    """Put a node into the tree from `at` on; one already there stays where it is."""
    await add_nodes(tx, [(node_id, parent_id, kind)], at)


async def add_nodes(tx: Tx, nodes: Sequence[tuple[UUID, UUID | None, NodeKind]], at: datetime) -> int:
    """Put many nodes (id, parent, kind) into the tree in one statement; return how many were new.

    Parents may come in the same batch in any order or be in the tree already; a parent that is neither is refused.
    """
    if not nodes:
        return 0
    await _check_parents(tx, nodes)
    return await tree.insert_nodes(tx, nodes, at)


async def move_node(tx: Tx, node_id: UUID, parent_id: UUID | None, at: datetime) -> None:
    """Hang a node with all that is under it under another parent: the former rows end at `at`, new ones begin."""
    if parent_id is not None:
        if await tree.is_below(tx, parent_id, node_id):
            raise Conflict("A node cannot be moved under itself or under one of its own parts.")
        if not await tree.is_below(tx, parent_id, parent_id):
            raise NotFound("The new parent is not in the tree.")
    if not await tree.is_below(tx, node_id, node_id):
        raise NotFound("The node to move is not in the tree.")
    await tree.cut_off(tx, node_id, at)
    if parent_id is not None:
        tree.hang_under(tx, node_id, parent_id, at)


async def _check_parents(tx: Tx, nodes: Sequence[tuple[UUID, UUID | None, NodeKind]]) -> None:
    parent_of = {node: parent for node, parent, _ in nodes}
    if len(parent_of) != len(nodes):
        raise Invalid("nodes", "A node is named twice in one batch.")
    _check_circle(parent_of)
    for kind in {kind for *_, kind in nodes}:
        outside = {p for _, p, k in nodes if k == kind and p is not None and p not in parent_of}
        unknown = await tree.unknown_parents(tx, sorted(outside), kind) if outside else []
        if unknown:
            raise Invalid("parent", f"No {kind} in the tree has the id {unknown[0]}: add the parent first.")


def _check_circle(parent_of: dict[UUID, UUID | None]) -> None:
    sound: set[UUID] = set()
    for start in parent_of:
        path: set[UUID] = set()
        node: UUID | None = start
        while node is not None and node in parent_of and node not in sound:
            if node in path:
                raise Invalid("parent", f"The node {node} would lie under itself.")
            path.add(node)
            node = parent_of[node]
        sound |= path
