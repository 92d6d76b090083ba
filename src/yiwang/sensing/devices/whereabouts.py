"""Where devices are, for who judges those of one address or near one another."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from yiwang.db import Tx
from yiwang.sensing.devices import store


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """A device's point in degrees CGCS2000, and its address (the id of a known one, else its words)."""

    lon: float | None
    lat: float | None
    address: str | None


async def whereabouts(tx: Tx, ids: Iterable[UUID]) -> dict[UUID, Whereabouts]:
    """Return where these devices are."""
    return {row.pop("id"): Whereabouts(**row) for row in await store.whereabouts(tx, sorted(set(ids)))}
