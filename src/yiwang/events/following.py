"""A report's own life as the rooms above tell it: where it belongs now, whether it was answered and with what."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from yiwang.db import Tx
from yiwang.events.model import degrees_around
from yiwang.events.store import following as store

# Channels whose open reports may be shown to everyone: what stands in public space, seen by anyone who passes.
PUBLIC_CHANNELS = ("desk", "patrol", "resident")


@dataclass(frozen=True)
class Life:
    """A report: the event it belongs to now, its words, its answer."""

    id: UUID
    number: str
    event_id: UUID
    state: str
    text: str
    reported_at: datetime
    answered_at: datetime | None
    answer: dict[str, Any] | None
    confidential: bool
    place_text: str | None
    event_state: str
    title: str


async def lives_of(tx: Tx, report_ids: Collection[UUID]) -> dict[UUID, Life]:
    """Return the lives of these reports by id, to a room that holds the ids; no scope is looked at."""
    if not report_ids:
        return {}
    return {row["id"]: Life(**row) for row in await store.lives(tx, list(report_ids))}


async def public_near(
    tx: Tx, lon: float, lat: float, metres: float, *, matters: Sequence[str], limit: int = 50
) -> list[dict[str, Any]]:
    """Return open events of these matters around a point (degrees CGCS2000) that everyone may know of; no words."""
    dlon, dlat = degrees_around(lat, metres)
    box = (lon - dlon, lat - dlat, lon + dlon, lat + dlat)
    return await store.open_within(tx, box, matters, PUBLIC_CHANNELS, limit)


async def public_by_number(tx: Tx, number: str) -> dict[str, Any] | None:
    """Return an open event that everyone may know of by its number; None when there is none."""
    return await store.open_by_number(tx, number, PUBLIC_CHANNELS)
