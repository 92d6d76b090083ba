"""Names of units and posts, for the rooms above."""

from collections.abc import Collection
from uuid import UUID

from yiwang.db import Tx
from yiwang.people import store


async def names(tx: Tx, units: Collection[UUID]) -> dict[UUID, str]:
    """Return the short names of units, ended ones too; unknown ids are left out. No trip for none."""
    return await store.names(tx, units) if units else {}


async def parent_of(tx: Tx, unit: UUID) -> UUID | None:
    """Return the unit one level up, None at the top."""
    return await store.parent_of(tx, unit)


async def post_names(tx: Tx, posts: Collection[UUID]) -> dict[UUID, str]:
    """Return the names of posts, ended ones too. No trip for none."""
    return {row: post.name for row, post in (await store.posts_by_id(tx, posts)).items()} if posts else {}
