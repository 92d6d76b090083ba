"""Which places there are, and which of them somebody may look at."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID
from weakref import WeakKeyDictionary

from yiwang.access import Actor, Scope
from yiwang.base.errors import Conflict, NotFound
from yiwang.db import Tx
from yiwang.events.books import Books
from yiwang.people.directory import STATIONS
from yiwang.places import Locator
from yiwang.signs.model.tree import Place, Tree, tree_of

_made: WeakKeyDictionary[Locator, Tree] = WeakKeyDictionary()


async def tree_at(tx: Tx, books: Books, at: datetime) -> Tree:
    """Return the tree of the home district as it stands; `Conflict` before there is any."""
    locator = await books.locators.at(tx, at)
    found = _made.get(locator)
    if found is None:
        home = books.home(locator)
        if home is None:
            raise Conflict("No jurisdiction is on file yet: load the codes first (yiwang data load-codes).")
        nodes = [Place(one.id, one.name, one.level, one.parent_id) for one in locator.nodes.values()]
        found = _made[locator] = tree_of(nodes, home)
    return found


def allowed(actor: Actor, permission: str, node: UUID | None, *, tree: Tree, books: Books) -> Place:
    """Return the place asked for, or the highest one of the actor's; what lies outside is not there."""
    scope = actor.scope(permission)
    if scope.everything:
        number = tree.root if node is None else tree.position.get(node)
        if number is None:
            raise NotFound("There is no such place.")
        return tree.places[number]
    tops = _tops(scope, tree, books)
    if node is None:
        if not tops:
            raise NotFound("Your role reaches no place that has signs.")
        return tree.places[min(tree.position[top] for top in tops)]
    if not any(node in tree.below(top) for top in tops):
        raise NotFound("There is no such place.")
    return tree.places[tree.position[node]]


def _tops(scope: Scope, tree: Tree, books: Books) -> set[UUID]:
    """Return the highest places of a scope: of grants to a place, and to a centre or station that watches over one."""
    found = set()
    for grant in scope.grants:
        unit = books.directory.units.get(grant.organisation) if grant.organisation else None
        if grant.organisation and (unit is None or unit.kind not in STATIONS):
            continue
        own = unit.jurisdiction_id if unit else None
        tops = [one for one in (grant.jurisdiction, own) if one]
        if not tops or any(one not in tree.position for one in tops):
            continue
        narrow = [one for one in tops if all(one in tree.below(other) for other in tops)]
        found.update(narrow[:1])
    return found
