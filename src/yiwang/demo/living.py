"""A life made ready: the devices and addresses that the platform holds, and the classes as it describes them."""

import asyncio
import csv
import io
from collections import defaultdict

import httpx
import numpy as np

from yiwang.base.clock import Clock
from yiwang.base.errors import Conflict
from yiwang.demo.client import Client
from yiwang.demo.life.running import Life
from yiwang.demo.life.sensors import Sensors, read_kinds
from yiwang.demo.life.sources import Talk

MOST_PLACES = 5_000


def prepare(client: Client, http: httpx.AsyncClient, clock: Clock, seed: int, scale: float, speed: float) -> Life:
    """Read what stands in the platform; `Conflict` when the city was not built yet."""
    chance = np.random.default_rng(seed)
    names: dict[str, list[str]] = defaultdict(list)
    places: list[tuple[str, float, float]] = []
    for row in _devices(client):
        names[row["class_code"]].append(row["code"].lower())
        if row["class_code"] in ("LMP", "MHC", "BIN", "OHY") and len(places) < MOST_PLACES:
            places.append((row["name"], float(row["lon"]), float(row["lat"])))
    if not places:
        raise Conflict("There is no demo city in this platform. Build it first: yiwang demo build.")
    kinds = read_kinds(client.get("/api/device-classes")["items"], scale)
    sensors = [Sensors(kinds[code], np.array(rows), chance) for code, rows in sorted(names.items()) if code in kinds]
    now = clock.now().timestamp()
    for one in sensors:
        one.begin(now)
    return Life(http, clock, Talk(places, chance), sensors, chance, speed, scale)


async def live(url: str, key: str, clock: Clock, stop: asyncio.Event, *, seed: int, scale: float, speed: float) -> Life:
    """Live against the platform at `url` until told to stop; return the life, with its counts."""
    async with httpx.AsyncClient(base_url=url, headers={"Authorization": f"Bearer {key}"}, timeout=60) as http:
        with Client(url, key) as client:
            life = await asyncio.to_thread(prepare, client, http, clock, seed, scale, speed)
        await life.run(stop)
    return life


def _devices(client: Client) -> list[dict[str, str]]:
    """Every device of ours, class by class: an export has at most 50,000 rows."""
    rows: list[dict[str, str]] = []
    for one in client.get("/api/devices/figures", by="class")["items"]:
        text = client.text("/api/devices/export", form="csv", class_code=one["key"])
        rows += csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))
    return [row for row in rows if row["code"].startswith(f"{row['class_code']}-")]
