"""Patrols: whoever is on duty signs in on a phone and goes from neighbourhood to neighbourhood; where is told."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from math import cos, hypot, radians

import httpx
import numpy as np
from numpy.typing import NDArray

from yiwang.base.clock import Clock
from yiwang.demo.feeds.turning import Turns

METRES_A_SECOND = 9.0  # by car, at a walk's look
EVERY_S = 15  # seconds between two points
DEGREE = 111_195.0
Floats = NDArray[np.float64]


def tour(points: Floats) -> Floats:
    """Return the points in the order of a tour: always the nearest that is left."""
    left = list(range(1, len(points)))
    order = [0]
    while left:
        here = points[order[-1]]
        away = np.hypot(*((points[left] - here) * (cos(radians(here[1])), 1.0)).T)
        order.append(left.pop(int(away.argmin())))
    return points[order]


@dataclass
class Walker(Turns):
    """One patrol along its part of the tour, over and over."""

    clock: Clock | None = None
    route: Floats = field(default_factory=lambda: np.empty((0, 2)))
    _at: datetime | None = None
    _place: tuple[float, float] | None = None
    _next: int = 0

    async def turn(self) -> None:
        """Sign in when nobody is, then send where the patrol has been since the last time."""
        assert self.clock is not None
        now = self.clock.now()
        if self._at is None:
            answer = await self.http.post("/api/command/sign-in", json={})
            if not answer.is_success and "already" not in answer.text:
                self.told["refused sign-in"] += 1
                return
            self._at, self._place = now, (float(self.route[0][0]), float(self.route[0][1]))
            return
        times, points = self._go(now)
        if not times:
            return
        body = {"at": [at.isoformat() for at in times], "lon": [p[0] for p in points], "lat": [p[1] for p in points]}
        if await self.send("/api/command/tracks", body, "patrol") is None:
            self._at = None  # the shift is over, or it began anew

    def _go(self, now: datetime) -> tuple[list[datetime], Sequence[tuple[float, float]]]:
        """Move on to `now`; return the points on the way."""
        assert self._at is not None
        assert self._place is not None
        times, points = [], []
        at, (lon, lat) = self._at, self._place
        while at + timedelta(seconds=EVERY_S) <= now:
            at += timedelta(seconds=EVERY_S)
            lon, lat = self._move(lon, lat, METRES_A_SECOND * EVERY_S)
            times.append(at)
            points.append((round(lon, 6), round(lat, 6)))
        self._at, self._place = at, (lon, lat)
        return times, points

    def _move(self, lon: float, lat: float, metres: float) -> tuple[float, float]:
        for _ in range(len(self.route)):
            aim = self.route[self._next % len(self.route)]
            east, north = (aim[0] - lon) * cos(radians(lat)) * DEGREE, (aim[1] - lat) * DEGREE
            away = hypot(east, north)
            if away > metres:
                return lon + (aim[0] - lon) * metres / away, lat + (aim[1] - lat) * metres / away
            lon, lat, metres = float(aim[0]), float(aim[1]), metres - away
            self._next += 1
        return lon, lat


async def route_of(http: httpx.AsyncClient) -> Floats:
    """Return a tour of the middles of all neighbourhoods, degrees."""
    answer = await http.get("/api/map/boundaries", params={"level": "neighbourhood"})
    middles = []
    for one in answer.json()["features"] if answer.is_success else ():
        ring = np.array(_ring(one["geometry"]["coordinates"]), dtype=float)
        middles.append((ring.min(axis=0) + ring.max(axis=0)) / 2)
    return tour(np.array(middles)) if middles else np.empty((0, 2))


def _ring(coordinates: list[object]) -> list[object]:
    """Return the outermost ring of a polygon or of the first of several."""
    while isinstance(coordinates[0], list) and isinstance(coordinates[0][0], list):
        coordinates = coordinates[0]
    return coordinates
