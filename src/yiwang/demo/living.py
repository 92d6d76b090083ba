"""A life made ready: the devices and addresses that the platform holds, and the classes as it describes them."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import replace

import httpx
import numpy as np

from yiwang.base.clock import Clock
from yiwang.demo.client import Client
from yiwang.demo.feeds import run_feeds
from yiwang.demo.life.running import Life
from yiwang.demo.life.sensors import Kind, Sensors, plans, read_kinds
from yiwang.demo.life.sources import Talk
from yiwang.demo.life.speaking import Speaker, Voices
from yiwang.demo.world import Device, World, look

SAYS = ("mqtt", "hj212", "jt808", "gb26875")


def prepare(
    client: Client,
    http: httpx.AsyncClient,
    clock: Clock,
    seed: int,
    scale: float,
    speed: float,
    voices_of: Voices = lambda _: {},
) -> Life:
    """Read what stands in the platform; `Conflict` when the city was not built yet."""
    chance = np.random.default_rng(seed)
    world = look(client)
    voices = voices_of(_vehicles(world))
    kinds = read_kinds(world.classes, scale)
    sensors = [
        _sensors(kinds[code], rows, chance, voices)
        for code, rows in sorted(world.devices.items())
        if code in kinds and rows
    ]
    now = clock.now().timestamp()
    for one in sensors:
        one.begin(now)
    alarms = sum(filed / (1 - false) for filed, false in plans(world.classes))
    filed = sum(filed for filed, _ in plans(world.classes))
    talk = Talk(world.places, chance)
    nothing = 1 - filed / alarms if alarms else 0.0
    return Life(http, clock, talk, sensors, chance, speed, scale, speakers=voices, false_share=nothing)


def _sensors(kind: Kind, rows: Sequence[Device], chance: np.random.Generator, voices: Mapping[str, Speaker]) -> Sensors:
    """Return the devices of a class, called as in the protocol they speak; whoever has no voice speaks HTTP."""
    spoken = next((one for one in voices if rows[0].called(one) and one in SAYS and _can(one, kind)), "http")
    if spoken == "jt808" and "speed" not in kind.metrics:
        low, high = np.append(kind.low, 0.0), np.append(kind.high, 45.0)  # km/h
        kind = replace(kind, metrics=(*kind.metrics, "speed"), low=low, high=high)
    names = [one.called(spoken) or one.code.lower() for one in rows]
    return Sensors(kind, np.array(names), chance, spoken)


def _can(protocol: str, kind: Kind) -> bool:
    """Whether a protocol carries what a class measures: fire units say their state, and nothing of currents."""
    return protocol != "gb26875" or "fire" in kind.metrics


def _vehicles(world: World) -> dict[str, tuple[float, float]]:
    return {
        name: (one.place.lon, one.place.lat)
        for rows in world.devices.values()
        if rows and rows[0].called("jt808")
        for one in rows
        if (name := one.called("jt808"))
    }


async def live(
    url: str,
    key: str,
    clock: Clock,
    stop: asyncio.Event,
    *,
    seed: int,
    scale: float,
    speed: float,
    voices_of: Voices = lambda _: {},
) -> Life:
    """Live against the platform at `url` until told to stop; return the life, with its counts."""
    async with httpx.AsyncClient(base_url=url, headers={"Authorization": f"Bearer {key}"}, timeout=60) as http:
        with Client(url, key) as client:
            life = await asyncio.to_thread(prepare, client, http, clock, seed, scale, speed, voices_of)
        feeds = run_feeds(http, clock, life.talk, life.sensors, stop, seed=seed, scale=scale, speed=speed)
        _, told = await asyncio.gather(life.run(stop), feeds)
    life.told.update(told)
    return life
