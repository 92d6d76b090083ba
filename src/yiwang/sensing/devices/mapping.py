"""Devices as points of the map: columns in memory of each process, read anew when the registry changed."""

import asyncio
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import numpy as np

from yiwang import access
from yiwang.access import Actor, Reach
from yiwang.db import Tx
from yiwang.places.kernels.clusters import Box, Found, gather, within, world_box
from yiwang.places.kernels.points import Points, unpacked
from yiwang.sensing.devices import store

STATUSES = ("online", "offline", "fault", "maintenance", "retired")
RETIRED = STATUSES.index("retired")
_KINDS = {"id": "V16", "lon": ">f8", "lat": ">f8", "place": "V16", "owner": "V16", "keeper": "V16", "status": ">i2"}
_PAGE = 100_000
# Who is online changes without a new edition: what is older than this is read anew.
OLDEST = 15.0  # seconds


@dataclass(frozen=True)
class Alone:
    """A device that stands alone at its place, on the square world."""

    id: UUID
    x: float
    y: float
    status: str


@dataclass(frozen=True)
class Window:
    """What was found: clusters with how many of each are not online, and the points that stand alone."""

    found: Found
    alone: list[Alone]


class DevicePoints:
    """Every device as columns, one for each process."""

    def __init__(self) -> None:
        self._lock = asyncio.Lock()
        self._edition = -1
        self._read = 0.0
        self._points = _points([])

    async def refresh(self, tx: Tx) -> Points:
        """Return the columns; those of the last seconds serve as long as nobody changed the registry."""
        async with self._lock:
            edition = await store.edition(tx)
            now = tx.at.timestamp()
            if edition != self._edition or not 0 <= now - self._read < OLDEST:
                pages: list[dict[str, Any]] = []
                last = UUID(int=0)
                while (page := await store.packed(tx, STATUSES, last, _PAGE))["rows"]:
                    pages.append(page)
                    last = page["last"]
                self._points = await asyncio.to_thread(_points, pages)
                self._edition, self._read = edition, now
            return self._points


async def window(
    tx: Tx, actor: Actor, held: DevicePoints, box: Box, zoom: float, *, status: str | None = None
) -> Window:
    """Return the devices of a window (west, south, east, north; degrees) that the actor may see."""
    wall = actor.may("wall.read") and not actor.may("devices.read")
    reach = await access.reached(tx, actor.scope("wall.read" if wall else "devices.read"))
    points = await held.refresh(tx)
    return await asyncio.to_thread(look, points, reach, box, zoom, status)


def look(points: Points, reach: Reach | None, box: Box, zoom: float, status: str | None) -> Window:
    """Return what a window holds; a device is seen by its place's people, its owner and its keeper."""
    state = points["status"]
    with np.errstate(invalid="ignore"):
        chosen = within(points["x"], points["y"], world_box(box))
    chosen &= state != RETIRED if status is None else state == STATUSES.index(status)
    if reach is not None:
        chosen &= points.inside(reach, "place", "owner") | points.inside(reach, "place", "keeper")
    found = gather(points["x"], points["y"], chosen, zoom, (state != 0,))
    x, y = points["x"], points["y"]
    return Window(found, [Alone(points.id_of(i), float(x[i]), float(y[i]), STATUSES[state[i]]) for i in found.alone])


def _points(pages: list[dict[str, Any]]) -> Points:
    return Points(unpacked(pages, _KINDS), nodes=("place", "owner", "keeper"), told=("status",))
