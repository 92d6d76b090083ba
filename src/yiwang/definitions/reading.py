"""Reading declarations as of a moment, and holding what is built of them in memory."""

from collections.abc import Awaitable, Callable, Hashable
from datetime import datetime
from typing import Generic, TypeVar

from yiwang.db import Tx
from yiwang.definitions import store
from yiwang.definitions.model import Body, Kind, Version
from yiwang.definitions.publishing import version_of

Held = TypeVar("Held")


async def as_of(tx: Tx, kind: Kind[Body], at: datetime) -> list[Version[Body]]:
    """Return the versions of a kind in force at a moment, by code."""
    return [version_of(kind, row) for row in await store.in_force(tx, kind.name, at)]


async def history(tx: Tx, kind: Kind[Body], code: str | None = None) -> list[Version[Body]]:
    """Return every version of a code (of all codes when None), oldest first."""
    return [version_of(kind, row) for row in await store.versions(tx, kind.name, code)]


async def edition(tx: Tx, *kinds: Kind[Body]) -> int:
    """Return a number that grows with every change of these kinds: one cheap statement."""
    return await store.edition(tx, [kind.name for kind in kinds])


class Kept(Generic[Held]):
    """A value built from the database, held in memory and built anew when its version moves.

    `get` costs nothing once built. `refresh` asks for the version in one statement; the application calls it when the
    log wakes its listeners and every few seconds, so a change made by another process is seen as well.
    """

    def __init__(self, version: Callable[[Tx], Awaitable[Hashable]], build: Callable[[Tx], Awaitable[Held]]) -> None:
        self._version = version
        self._build = build
        self._seen: Hashable = None
        self._held: Held | None = None

    async def get(self, tx: Tx) -> Held:
        """Return the value, building it on first use."""
        if self._held is None:
            await self.refresh(tx)
        assert self._held is not None
        return self._held

    async def refresh(self, tx: Tx) -> bool:
        """Build the value anew if its version moved; return whether it did."""
        # The version is read before the rows: a change between the two is built twice, never missed.
        version = await self._version(tx)
        if self._held is not None and version == self._seen:
            return False
        self._held, self._seen = await self._build(tx), version
        return True
