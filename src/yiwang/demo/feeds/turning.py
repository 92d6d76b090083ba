"""A feed takes a turn every few seconds until told to stop; what the platform refuses is counted, and life goes on."""

import asyncio
import contextlib
import heapq
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Any

import httpx
import numpy as np


@dataclass
class Turns:
    """What every feed has: the door, chance, `speed` that shortens waits, deeds to be done later."""

    http: httpx.AsyncClient
    chance: np.random.Generator
    speed: float
    told: Counter[str] = field(default_factory=Counter)
    _later: list[tuple[float, int, Callable[[], Awaitable[None]]]] = field(default_factory=list)
    _number: "count[int]" = field(default_factory=count)

    def later(self, minutes: float, deed: Callable[[], Awaitable[None]]) -> None:
        """Do something after about so many minutes (log-normal, as waiting times are)."""
        wait = minutes * 60 * float(np.exp(self.chance.normal(0, 0.6))) / self.speed
        heapq.heappush(self._later, (time.monotonic() + wait, next(self._number), deed))

    async def due(self) -> None:
        """Do what has waited long enough."""
        while self._later and self._later[0][0] <= time.monotonic():
            await heapq.heappop(self._later)[2]()

    async def send(
        self, path: str, body: Mapping[str, Any], name: str, by: httpx.AsyncClient | None = None, *, address: str = ""
    ) -> Any:
        """POST, from an `address` as a proxy before the platform would say it; return the answer's JSON, if any."""
        headers = {"X-Forwarded-For": address} if address else {}
        answer = await (by or self.http).post(path, json=body, headers=headers)
        self.told[name if answer.is_success else f"refused {name}"] += 1
        return answer.json() if answer.is_success and answer.content else None

    async def items(self, path: str, **asked: Any) -> list[dict[str, Any]]:
        """GET a page of a list."""
        answer = await self.http.get(path, params=asked)
        found: list[dict[str, Any]] = answer.json()["items"] if answer.is_success else []
        return found


async def repeat(turn: Callable[[], Awaitable[None]], stop: asyncio.Event, every: float) -> None:
    """Take turns until told to stop."""
    while not stop.is_set():
        with contextlib.suppress(httpx.TransportError):  # it will answer again
            await turn()
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), every)
