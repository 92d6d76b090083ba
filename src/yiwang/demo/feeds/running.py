"""All feeds together, until told to stop."""

import asyncio
from collections import Counter
from collections.abc import Sequence

import httpx
import numpy as np

from yiwang.base.clock import Clock
from yiwang.demo.feeds import residents
from yiwang.demo.feeds.gauges import bring_earlier
from yiwang.demo.feeds.hotline import HotlineDesk
from yiwang.demo.feeds.phones import as_phone
from yiwang.demo.feeds.residents import Residents
from yiwang.demo.feeds.rostering import roster
from yiwang.demo.feeds.turning import repeat
from yiwang.demo.feeds.walking import Walker, route_of
from yiwang.demo.feeds.week import bring_week, week_file
from yiwang.demo.life.sensors import Sensors
from yiwang.demo.life.sources import Talk

DESK_EVERY, WALK_EVERY = 10.0, 60.0  # seconds
ON_PATROL = ("zhibanzhang", "paiqian")  # who is on duty around the clock, and has a phone
STAFF = ("YS0001", "YS0002")
TAKES = "zhibanzhang"


async def run_feeds(
    http: httpx.AsyncClient,
    clock: Clock,
    talk: Talk,
    sensors: Sequence[Sensors],
    stop: asyncio.Event,
    *,
    seed: int,
    scale: float,
    speed: float,
) -> Counter[str]:
    """Feed the platform behind `http` until told to stop; return what was sent. Phones need the demo's identities."""
    chance = np.random.default_rng([seed, 7])
    told: Counter[str] = Counter()
    now = clock.now()
    if await bring_week(http, week_file(talk, np.random.default_rng([seed, 12345]), now, scale)):
        told["week of the hotline"] += 1
    told["earlier readings"] += await bring_earlier(http, sensors, seed, now.timestamp())
    base = str(http.base_url)
    phone = await as_phone(base, TAKES)
    desk = HotlineDesk(http, chance, speed, told, phone=phone)
    run = f"{round(now.timestamp()):x}"
    people = Residents(http, chance, speed, told, talk=talk, run=run, a_day=residents.A_DAY * scale)
    turns = [(desk.turn, DESK_EVERY), (people.turn, residents.EVERY)]
    walkers = await _walkers(base, http, clock, chance, told)
    if walkers and await _nobody_on(walkers[0].http) and await roster(walkers[0].http, STAFF, now):
        told["roster"] += 1
    turns += [(walker.turn, WALK_EVERY) for walker in walkers]
    async with asyncio.TaskGroup() as tasks:
        for turn, every in turns:
            tasks.create_task(repeat(turn, stop, every))
    for client in (*(walker.http for walker in walkers), phone):
        if client is not None:
            await client.aclose()
    return told


async def _nobody_on(phone: httpx.AsyncClient) -> bool:
    """Whether whoever holds this phone is neither signed in nor on a shift."""
    found = (await phone.get("/api/command/attendance/mine")).json()
    return not found.get("signed") and not found.get("shift")


async def _walkers(
    base: str, http: httpx.AsyncClient, clock: Clock, chance: np.random.Generator, told: Counter[str]
) -> list[Walker]:
    """Return a patrol for each who is on duty, each with its part of the tour."""
    route = await route_of(http)
    found: list[Walker] = []
    for number, name in enumerate(ON_PATROL):
        part = route[len(route) * number // len(ON_PATROL) : len(route) * (number + 1) // len(ON_PATROL)]
        phone = await as_phone(base, name) if len(part) else None
        if phone is not None:
            found.append(Walker(phone, chance, 1.0, told, clock=clock, route=part))
    return found
