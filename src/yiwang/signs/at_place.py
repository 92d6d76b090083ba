"""What the routes of the signs are asked of: the tree, the books, and the place within one's scope."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends
from pydantic import Field

from yiwang.access.door import Visit
from yiwang.events.books import Books
from yiwang.signs import declaring
from yiwang.signs.model.tree import Place, Tree
from yiwang.signs.reaching import allowed, tree_at

Code = Annotated[str, Field(max_length=60)]


async def _tree(visit: Visit) -> Tree:
    return await tree_at(visit.tx, visit.app.state.books, visit.at)


def _books(visit: Visit) -> Books:
    books: Books = visit.app.state.books
    return books


InTree = Annotated[Tree, Depends(_tree)]
InBooks = Annotated[Books, Depends(_books)]


async def _place(visit: Visit, tree: InTree, books: InBooks, node: UUID | None = None) -> Place:
    """The place asked for within one's scope; without one the highest of one's own."""
    return allowed(visit.actor, declaring.READ, node, tree=tree, books=books)


AtPlace = Annotated[Place, Depends(_place)]
