"""Scopes held against objects in memory, and another look at who listens: for what is told to many at once."""

from collections.abc import Collection
from uuid import UUID

from yiwang.access.model import Actor, Scope
from yiwang.access.sessions import authenticate_key, authenticate_session
from yiwang.access.store.standing import above
from yiwang.db.database import Database
from yiwang.db.tx import Tx

Above = frozenset[UUID]


class _Undone(Exception):
    """Ends a transaction without a trace."""


async def all_above(tx: Tx, nodes: Collection[UUID]) -> dict[UUID, Above]:
    """Return each node with itself and all that is above it in the present tree."""
    return {row["descendant"]: frozenset(row["above"]) for row in await above(tx, sorted(nodes))} if nodes else {}


def reaches(scope: Scope, jurisdictions: Above, organisations: Above) -> bool:
    """Say what `within` says of a row, by what is above its jurisdiction and above its unit."""
    return scope.everything or any(
        (grant.jurisdiction is None or grant.jurisdiction in jurisdictions)
        and (grant.organisation is None or grant.organisation in organisations)
        for grant in scope.grants
    )


async def look_again(database: Database, *, token: str | None = None, key: str | None = None) -> Actor | None:
    """Return who holds this session or key as of now, None when it has ended.

    Looking is no sign of life: a page that only listens does not keep its session from ending.
    """
    actor: Actor | None = None
    try:
        async with database.tx() as tx:
            if key is not None:
                actor = await authenticate_key(tx, key)
            elif token is not None:
                known = await authenticate_session(tx, token)
                actor = known.actor if known and not known.must_change else None
            raise _Undone
    except _Undone:
        return actor
