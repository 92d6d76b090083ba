"""Standing alarms on the map, where their devices are."""

from dataclasses import dataclass
from uuid import UUID

import numpy as np

from yiwang.access import Actor
from yiwang.alarms.handling.listing import seen_by
from yiwang.alarms.handling.store import mapping as store
from yiwang.db import Tx
from yiwang.places.kernels.clusters import Box, Found, gather, to_world

MOST = 20_000


@dataclass(frozen=True)
class Alone:
    """An alarm that stands alone at its place, on the square world."""

    id: UUID
    x: float
    y: float
    severity: str
    state: str
    acknowledged: bool


@dataclass(frozen=True)
class Window:
    """What was found: clusters with how many of each are red, and the alarms that stand alone."""

    found: Found
    alone: list[Alone]


async def window(tx: Tx, actor: Actor, box: Box, zoom: float) -> Window:
    """Return the standing alarms of a window that the actor may see, drills left out; beyond 20,000 the gravest."""
    wall = actor.may("wall.read") and not actor.may("alarms.read")
    where, params = seen_by(actor, "wall.read" if wall else "alarms.read")
    rows = await store.standing(tx, where, params, box, MOST)
    x, y = to_world(np.array([row["lon"] for row in rows], float), np.array([row["lat"] for row in rows], float))
    red = np.array([row["severity"] == "red" for row in rows], np.bool_)
    found = gather(x, y, np.ones(len(rows), np.bool_), zoom, (red,))
    alone = [
        Alone(row["id"], float(x[i]), float(y[i]), row["severity"], row["state"], row["acknowledged"])
        for i, row in ((i, rows[i]) for i in found.alone)
    ]
    return Window(found, alone)
