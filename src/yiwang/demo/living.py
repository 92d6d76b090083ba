"""A life made ready: the devices and addresses that the platform holds, and the classes as it describes them."""

import asyncio

import httpx
import numpy as np

from yiwang.base.clock import Clock
from yiwang.demo.client import Client
from yiwang.demo.feeds import run_feeds
from yiwang.demo.life.running import Life
from yiwang.demo.life.sensors import Sensors, plans, read_kinds
from yiwang.demo.life.sources import Talk
from yiwang.demo.world import look


def prepare(client: Client, http: httpx.AsyncClient, clock: Clock, seed: int, scale: float, speed: float) -> Life:
    """Read what stands in the platform; `Conflict` when the city was not built yet."""
    chance = np.random.default_rng(seed)
    world = look(client)
    kinds = read_kinds(world.classes, scale)
    sensors = [
        Sensors(kinds[code], np.array([one.code.lower() for one in rows]), chance)
        for code, rows in sorted(world.devices.items())
        if code in kinds and rows
    ]
    now = clock.now().timestamp()
    for one in sensors:
        one.begin(now)
    alarms = sum(filed / (1 - false) for filed, false in plans(world.classes))
    filed = sum(filed for filed, _ in plans(world.classes))
    talk = Talk(world.places, chance)
    return Life(http, clock, talk, sensors, chance, speed, scale, false_share=1 - filed / alarms if alarms else 0.0)


async def live(url: str, key: str, clock: Clock, stop: asyncio.Event, *, seed: int, scale: float, speed: float) -> Life:
    """Live against the platform at `url` until told to stop; return the life, with its counts."""
    async with httpx.AsyncClient(base_url=url, headers={"Authorization": f"Bearer {key}"}, timeout=60) as http:
        with Client(url, key) as client:
            life = await asyncio.to_thread(prepare, client, http, clock, seed, scale, speed)
        feeds = run_feeds(http, clock, life.talk, stop, seed=seed, scale=scale, speed=speed)
        _, told = await asyncio.gather(life.run(stop), feeds)
    life.told.update(told)
    return life
