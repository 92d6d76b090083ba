"""Cases as points of the map: columns in memory of each process, kept up by the log, limited to what one may see."""

import asyncio
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from yiwang import access, ledger
from yiwang.access import Actor, Reach, Scope
from yiwang.cases import facts
from yiwang.cases.model import OPEN_STATES
from yiwang.cases.store import mapping as store
from yiwang.db import Tx
from yiwang.ledger import Fact
from yiwang.places.kernels.clusters import Box, Found, gather, within, world_box
from yiwang.places.kernels.points import Points, unpacked

STATES = (*OPEN_STATES, "closed", "void")
CLOSED, VOID = STATES.index("closed"), STATES.index("void")
TYPES = sorted(
    one.TYPE for one in vars(facts).values() if isinstance(one, type) and issubclass(one, Fact) and one is not Fact
)
Show = Literal["open", "closed", "all"]
_KINDS = {"id": "V16", "lon": ">f8", "lat": ">f8", "place": "V16", "unit": "V16"}
_KINDS |= {"opened": ">f8", "due": ">f8", "state": ">i2", "urgent": ">i2", "drill": ">i2"}
_PAGE = 100_000
_BATCH = 1000
_TOO_FAR = 20 * _BATCH  # facts behind: reading everything anew is quicker


@dataclass(frozen=True)
class Asked:
    """A window in degrees (west, south, east, north) at a zoom, and which cases in it."""

    box: Box
    zoom: float
    show: Show = "open"
    urgent: bool | None = None
    overdue: bool | None = None
    since: datetime | None = None


@dataclass(frozen=True)
class Alone:
    """A case that stands alone at its place, on the square world."""

    id: UUID
    x: float
    y: float
    state: str
    urgent: bool
    overdue: bool


@dataclass(frozen=True)
class Window:
    """What was found: clusters with their sums of urgent and overdue ones, and the points that stand alone."""

    found: Found
    alone: list[Alone]


class CasePoints:
    """Every case as columns, one for each process: the first window reads them, each later one what changed."""

    def __init__(self) -> None:
        self._lock = asyncio.Lock()
        self._after: tuple[int, int] | None = None
        self.points = _points([])

    async def refresh(self, tx: Tx) -> Points:
        """Return the columns as they are now; those at work go on with the ones they have."""
        async with self._lock:
            if self._after is None or not await self._follow(tx, self._after):
                await self._load(tx)
            return self.points.still()

    async def _follow(self, tx: Tx, after: tuple[int, int]) -> bool:
        """Read what the log tells of; False when that is more than it is worth."""
        for _ in range(_TOO_FAR // _BATCH):
            found = await ledger.read(tx, after, types=TYPES, limit=_BATCH)
            if found:
                changed = await store.of_ids(tx, STATES, list({one.subject for one in found}))
                self.points.write(unpacked([changed], _KINDS))
                self._after = after = found[-1].xid, found[-1].seq
            if len(found) < _BATCH:
                return True
        return False

    async def _load(self, tx: Tx) -> None:
        after = (await store.horizon(tx), 0)  # before the rows: what happens meanwhile is read twice, not missed
        pages: list[dict[str, Any]] = []
        last = UUID(int=0)
        while (page := await store.page(tx, STATES, last, _PAGE))["rows"]:
            pages.append(page)
            last = page["last"]
        self.points = await asyncio.to_thread(_points, pages)
        self._after = after


async def window(tx: Tx, actor: Actor, held: CasePoints, asked: Asked, *, at: datetime) -> Window:
    """Return the cases of a window that the actor may see, one by one or in clusters made here."""
    reach = await access.reached(tx, seen(actor, "cases.read"))
    points = await held.refresh(tx)
    return await asyncio.to_thread(look, points, reach, asked, at.timestamp())


def seen(actor: Actor, permission: str) -> Scope:
    """Return where a permission reaches on the map; a display of the wall sees the same points where it reaches."""
    wall = actor.may("wall.read") and not actor.may(permission)
    return actor.scope("wall.read" if wall else permission)


def look(points: Points, reach: Reach | None, asked: Asked, now: float) -> Window:
    """Return what a window holds; `now` is seconds since 1970."""
    state, urgent = points["state"], points["urgent"] == 1
    with np.errstate(invalid="ignore"):
        overdue = (points["due"] <= now) & (state < CLOSED)
        chosen = within(points["x"], points["y"], world_box(asked.box))
        chosen &= _shown(points, asked, overdue)
    if reach is not None:
        chosen &= points.inside(reach, "place", "unit")
    found = gather(points["x"], points["y"], chosen, asked.zoom, (urgent, overdue))
    x, y = points["x"], points["y"]
    alone = [
        Alone(points.id_of(i), float(x[i]), float(y[i]), STATES[state[i]], bool(urgent[i]), bool(overdue[i]))
        for i in found.alone
    ]
    return Window(found, alone)


def _shown(points: Points, asked: Asked, overdue: NDArray[np.bool_]) -> NDArray[np.bool_]:
    state = points["state"]
    shown: NDArray[np.bool_] = points["drill"] == 0
    if asked.show == "all":
        shown &= state != VOID
    else:
        shown &= (state < CLOSED) if asked.show == "open" else (state == CLOSED)
    if asked.urgent is not None:
        shown &= (points["urgent"] == 1) == asked.urgent
    if asked.overdue is not None:
        shown &= overdue == asked.overdue
    if asked.since is not None:
        shown &= points["opened"] >= asked.since.timestamp()
    return shown


def _points(pages: list[dict[str, Any]]) -> Points:
    told = ("opened", "due", "state", "urgent", "drill")
    return Points(unpacked(pages, _KINDS), nodes=("place", "unit"), told=told)
