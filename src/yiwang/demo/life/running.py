"""The city lives: three loops that speak to the platform as the world would, until told to stop."""

import asyncio
import heapq
import time
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from zoneinfo import ZoneInfo

import httpx
import numpy as np

from yiwang.base.clock import Clock
from yiwang.demo.life.handlers import JUDGED, PACE, deed, judgement, minutes
from yiwang.demo.life.sensors import MOST_SENT, Sensors
from yiwang.demo.life.sources import SOURCES, Talk, rhythm
from yiwang.demo.life.speaking import NotHeard, Speaker

TURN = 2.0  # seconds between two looks at what is due
PAGE = 200  # cases asked for at once
TABS = ("to_confirm", "to_dispatch", "to_receive", "handling", "to_check", "to_close")
ZONE = ZoneInfo("Asia/Shanghai")


@dataclass
class Life:
    """The running demo. `speed` makes the day shorter for those who cannot wait: rates and pauses, not the clock."""

    http: httpx.AsyncClient
    clock: Clock
    talk: Talk
    sensors: list[Sensors]
    chance: np.random.Generator
    speed: float = 1.0
    scale: float = 1.0
    told: Counter[str] = field(default_factory=Counter)
    speakers: Mapping[str, Speaker] = field(default_factory=dict)  # by protocol; the others go by HTTP
    false_share: float = 0.4  # of what sensors raise, by the plans of their classes
    _waiting: list[tuple[float, str, str]] = field(default_factory=list)
    _known: dict[str, str] = field(default_factory=dict)
    _run: str = field(init=False)

    def __post_init__(self) -> None:
        self._run = f"{round(self.clock.now().timestamp()):x}"

    async def run(self, stop: asyncio.Event) -> None:
        """Live until `stop`; what the platform refuses or is too busy for is counted, and life goes on."""
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._repeat(self._report, stop), name="reports")
            tasks.create_task(self._repeat(self._handle, stop), name="handlers")
            tasks.create_task(self._repeat(self._sense, stop), name="sensors")

    async def _repeat(self, turn: Callable[[float], Any], stop: asyncio.Event) -> None:
        last = time.monotonic()
        while not stop.is_set():
            now = time.monotonic()
            try:
                await turn((now - last) * self.speed)
            except httpx.TransportError:
                self.told["not reached"] += 1
            last = now
            try:
                await asyncio.wait_for(stop.wait(), TURN)
            except TimeoutError:
                continue

    async def _report(self, passed: float) -> None:
        at = self.clock.now().astimezone(ZONE)
        for source in SOURCES:
            for _ in range(self.chance.poisson(rhythm(source, at) * self.scale * passed / 86_400)):
                self.told["said"] += 1
                path, body = source.form(self.talk.say(f"demo-{self._run}-{self.told['said']}"))
                await self._send(path, body, source.name)

    async def _handle(self, _passed: float) -> None:
        now = time.monotonic()
        await self._look(now)
        await self._look_at_events(now)
        while self._waiting and self._waiting[0][0] <= now:
            _, case, state = heapq.heappop(self._waiting)
            if self._known.get(case) != state:
                continue
            del self._known[case]
            if state in JUDGED:
                what = judgement(state, self.false_share, self.chance)
                await self._send(f"/api/events/{case}/{what.step}", what.body, what.step)
            else:
                what = deed(state, self.chance)
                await self._send(f"/api/cases/{case}/{what.step}", what.body, what.step)

    async def _look(self, now: float) -> None:
        """See which cases have come into a state; what somebody else has done meanwhile is not done again."""
        for tab in TABS:
            answer = await self.http.get("/api/cases", params={"tab": tab, "limit": PAGE})
            if answer.status_code != 200:
                self.told[f"refused {tab}"] += 1
                continue
            for case in answer.json()["items"]:
                state = case["state"]
                if state not in PACE or self._known.get(case["id"]) == state:
                    continue
                self._known[case["id"]] = state
                wait = minutes(state, case["urgent"], self.chance)
                if wait is not None:
                    heapq.heappush(self._waiting, (now + wait * 60 / self.speed, case["id"], state))

    async def _look_at_events(self, now: float) -> None:
        """See which events wait for somebody's judgement 甄别."""
        answer = await self.http.get("/api/events/waiting", params={"limit": PAGE})
        if answer.status_code != 200:
            self.told["refused waiting"] += 1
            return
        for event in answer.json()["items"]:
            state = "sensed" if event["channel"] == "sensor" else "seen"
            if event["id"] not in self._known:
                self._known[event["id"]] = state
                wait = float(np.exp(self.chance.normal(np.log(5.0), 0.8)))
                heapq.heappush(self._waiting, (now + wait * 60 / self.speed, event["id"], state))

    async def _sense(self, passed: float) -> None:
        now = self.clock.now().timestamp()
        batch: list[dict[str, Any]] = []
        for sensors in self.sensors:
            parts = sensors.send(now, passed)
            speaker = self.speakers.get(sensors.protocol)
            if speaker is None:
                batch += parts
            elif parts:
                await self._speak(sensors.protocol, speaker, parts)
        for part in batch:
            for start in range(0, len(part["d"]), MOST_SENT):
                cut = slice(start, start + MOST_SENT)
                piece = {"d": part["d"][cut], "m": part["m"], "t": part["t"][cut], "v": part["v"][cut]}
                await self._send("/ingest/readings", piece, "readings", count=len(piece["d"]))

    async def _speak(self, protocol: str, speaker: Speaker, parts: list[dict[str, Any]]) -> None:
        try:
            self.told[f"readings by {protocol}"] += await speaker.say(parts)
        except NotHeard:
            self.told[f"not heard by {protocol}"] += len(parts[0]["d"])

    async def _send(self, path: str, body: Mapping[str, Any], name: str, *, count: int = 1) -> None:
        answer = await self.http.post(path, json=body)
        self.told[name if answer.is_success else f"refused {name}"] += count
