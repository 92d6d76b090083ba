"""The doors of sensing under load: what each takes, and how soon it answers."""

import asyncio
import json
import time
from collections.abc import Awaitable, Callable, Collection, Iterator
from datetime import timedelta
from typing import Any

import numpy as np

from yiwang.access import Keyring
from yiwang.app.bench.clients import Publisher
from yiwang.app.bench.latency import alarm_latency, worked_off
from yiwang.app.bench.load import Connection
from yiwang.base.clock import SystemClock
from yiwang.db import Database

DEVICES, BATCH = 5_000, 50_000
NORMAL, TYPHOON = 278, 200_000  # frames a second of the classes as planned; readings a second of the worst hour
Told = dict[str, Any]


class Site:
    """The served platform, and who sends to it."""

    def __init__(
        self, port: int, mqtt: int, url: str, keys: dict[str, str], series: np.ndarray, keyring: Keyring, seconds: float
    ) -> None:
        self.port, self.mqtt, self.url, self.keys, self.series = port, mqtt, url, keys, series
        self.keyring, self.seconds = keyring, seconds
        self.chance = np.random.default_rng(5)

    async def dial(self, role: str = "gateway") -> Connection:
        return await Connection.open("127.0.0.1", self.port, self.keys[role])

    def json_batch(self, number: int) -> bytes:
        """Return a table of `BATCH` readings, of a second of its own."""
        now = _now() - 60_000 + number
        which = self.chance.integers(0, DEVICES, BATCH)
        table = {
            "d": [f"d{one}" for one in which],
            "m": "fill",
            "t": [now] * BATCH,
            "v": np.round(self.chance.normal(40, 5, BATCH), 1).tolist(),
        }
        return json.dumps(table, separators=(",", ":")).encode()

    def binary_batch(self, count: int, at: int | None = None) -> bytes:
        """Return a packed batch."""
        now = _now() if at is None else at
        series = self.series[self.chance.integers(0, DEVICES, count)]
        times = np.full(count, now, "<i8")
        values = np.round(self.chance.normal(40, 5, count), 1)
        parts = (series.astype("<i8"), times, values.astype("<f8"), np.zeros(count, np.uint8))
        return b"YWR1" + count.to_bytes(4, "little") + b"".join(part.tobytes() for part in parts)


async def doors(site: Site, say: Callable[[str], None], only: Collection[str] = ()) -> Told:
    """Measure one after the other, all or `only` some; return what was found by name."""
    told: Told = {}
    await _warm(site)
    for name, step in STEPS:
        if only and name not in only:
            continue
        say(f"{name} …")
        told[name] = await step(site)
        await asyncio.sleep(1.0)
    return told


async def _warm(site: Site) -> None:
    """Have one batch go all the way: the first one loads the kernel and takes the shard."""
    connection = await site.dial()
    await connection.call("POST", "/ingest/readings", site.binary_batch(1_000))
    connection.close()
    async with Database(site.url, SystemClock(), size=1) as database:
        await worked_off(database, "alarms")


async def _flood(site: Site, bodies: list[bytes], count: int, connections: int = 4) -> Told:
    """Post bodies over and over from some connections; return readings a second."""
    sent = 0
    until = time.perf_counter() + site.seconds

    async def one(number: int) -> None:
        nonlocal sent
        connection = await site.dial()
        for place in _endless(number, len(bodies)):
            if time.perf_counter() >= until:
                break
            status, answer = await connection.call("POST", "/ingest/readings", bodies[place])
            if status != 200:
                raise RuntimeError(f"{status} {answer[:200]!r}")
            sent += count
        connection.close()

    own, begun = time.process_time(), time.perf_counter()
    await asyncio.gather(*(one(number) for number in range(connections)))
    wall = time.perf_counter() - begun
    own = time.process_time() - own
    async with Database(site.url, SystemClock(), size=1) as database:
        behind = await worked_off(database, "alarms")
    return {
        "readings_per_second": round(sent / wall),
        "senders_cpu_seconds_per_second": round(own / wall, 2),
        "to_alarms_per_second": round(sent / (wall + behind)),
    }


def _now() -> int:
    return int(SystemClock().now().timestamp() * 1000)


def _endless(begin: int, size: int) -> Iterator[int]:
    while True:
        yield begin % size
        begin += 1


async def _json(site: Site) -> Told:
    return await _flood(site, [site.json_batch(number) for number in range(8)], BATCH)


async def _binary(site: Site) -> Told:
    return await _flood(site, [site.binary_batch(200_000) for _ in range(4)], 200_000)


async def _mqtt(site: Site) -> Told:
    """Single readings with QoS 1 from 40 devices, each with 250 under way."""
    async with Publisher.many(site.mqtt, site.keyring, [f"d{number}" for number in range(40)]) as publishers:
        until = time.perf_counter() + site.seconds
        own, begun = time.process_time(), time.perf_counter()
        counts = await asyncio.gather(*(one.flood(until) for one in publishers))
        wall = time.perf_counter() - begun
        return {
            "readings_per_second": round(sum(counts) / wall),
            "senders_cpu_seconds_per_second": round((time.process_time() - own) / wall, 2),
        }


async def _normal(site: Site) -> Told:
    """The classes' planned load, one reading a message: how long until PUBACK."""
    async with Publisher.many(site.mqtt, site.keyring, [f"d{number}" for number in range(50)]) as publishers:
        spans = await _paced([one.ask for one in publishers], NORMAL, min(site.seconds, 10.0))
    return {"offered_per_second": NORMAL, **_spans(spans)}


async def _typhoon(site: Site) -> Told:
    """200,000 readings a second in batches of 2,000: how long until they are on disk and answered."""
    size = 2_000
    connections = [await site.dial() for _ in range(24)]
    bodies = [site.binary_batch(size) for _ in range(20)]
    turn = iter(range(10**9))

    def asker(connection: Connection) -> Callable[[], Awaitable[None]]:
        async def ask() -> None:
            status, _ = await connection.call("POST", "/ingest/readings", bodies[next(turn) % len(bodies)])
            assert status == 200

        return ask

    begun = time.perf_counter()
    spans = await _paced([asker(one) for one in connections], TYPHOON / size, min(site.seconds, 15.0))
    rate = len(spans) * size / (time.perf_counter() - begun)
    for connection in connections:
        connection.close()
    return {"offered_per_second": TYPHOON, "taken_per_second": round(rate), **_spans(spans)}


async def _alarms(site: Site) -> Told:
    """The same load in order, some readings of which raise alarms: how long until these stand."""
    connections = [await site.dial() for _ in range(24)]
    try:
        async with Database(site.url, SystemClock(), size=2) as database:
            await worked_off(database, "alarms")
            await worked_off(database, "history")
            seconds = min(site.seconds, 15.0)
            return await alarm_latency(database, site.series, connections, rate=TYPHOON, seconds=seconds)
    finally:
        for one in connections:
            one.close()


async def _paced(askers: list[Callable[[], Awaitable[None]]], rate: float, seconds: float) -> list[float]:
    """Call askers in turn at a rate; return for each the seconds from when it was due to its answer."""
    spans: list[float] = []
    begun = time.perf_counter()
    every = len(askers) / rate

    async def one(number: int, ask: Callable[[], Awaitable[None]]) -> None:
        due = begun + number / rate
        while due < begun + seconds:
            await asyncio.sleep(max(0.0, due - time.perf_counter()))
            await ask()
            spans.append(time.perf_counter() - due)
            due += every

    await asyncio.gather(*(one(number, ask) for number, ask in enumerate(askers)))
    return spans


def _spans(spans: list[float]) -> Told:
    ms = np.array(spans) * 1000
    return {"p50_ms": round(float(np.percentile(ms, 50)), 1), "p99_ms": round(float(np.percentile(ms, 99)), 1)}


async def _backfill(site: Site) -> Told:
    """A day of 400 devices as CSV, 144,000 rows with two metrics each."""
    day = SystemClock().now() - timedelta(days=2)
    lines = ["device,time,fill,temp"]
    for step in range(360):
        at = (day + timedelta(minutes=4 * step)).isoformat()
        lines += [f"d{number},{at},{40 + step % 7},{18 + number % 5}" for number in range(400)]
    body = "\n".join(lines).encode()
    connection = await site.dial("data_admin")
    begun = time.perf_counter()
    status, answer = await connection.call("POST", "/api/readings/import", body)
    wall = time.perf_counter() - begun
    connection.close()
    assert status == 200, answer[:300]
    return {
        "readings": json.loads(answer)["readings"],
        "readings_per_second": round(json.loads(answer)["readings"] / wall),
    }


async def _reconnect(site: Site) -> Told:
    """Two thousand devices come back at the same moment, sign in and say one thing."""
    names = [f"d{number}" for number in range(2_000)]
    begun = time.perf_counter()
    async with Publisher.many(site.mqtt, site.keyring, names) as publishers:
        connected = time.perf_counter() - begun
        await asyncio.gather(*(one.ask() for one in publishers))
        return {
            "devices": len(names),
            "connected_s": round(connected, 2),
            "first_reading_on_disk_s": round(time.perf_counter() - begun, 2),
        }


async def _asking(site: Site) -> Told:
    """The chart of a device, and the latest values of all devices."""
    connection = await site.dial("duty_officer")
    _, listed = await connection.call("GET", "/api/devices?limit=20")
    now = SystemClock().now()
    span = f"metric=fill&since={(now - timedelta(days=30)).strftime('%Y-%m-%dT%H:%M:%SZ')}"
    span += f"&until={(now + timedelta(days=1)).strftime('%Y-%m-%dT%H:%M:%SZ')}&points=500"
    spans: dict[str, list[float]] = {"chart": [], "latest": []}
    for one in json.loads(listed)["items"]:
        begun = time.perf_counter()
        status, answer = await connection.call("GET", f"/api/devices/{one['id']}/chart?{span}")
        assert status == 200, answer[:300]
        spans["chart"].append(time.perf_counter() - begun)
    for _ in range(5):
        begun = time.perf_counter()
        status, _ = await connection.call("GET", "/api/readings/latest")
        assert status == 200
        spans["latest"].append(time.perf_counter() - begun)
    connection.close()
    return {
        "chart_p50_ms": round(float(np.median(spans["chart"])) * 1000, 1),
        "chart_max_ms": round(max(spans["chart"]) * 1000, 1),
        "latest_of_all_ms": round(float(np.median(spans["latest"])) * 1000, 1),
    }


STEPS: tuple[tuple[str, Callable[[Site], Awaitable[Told]]], ...] = (
    ("http_json", _json),
    ("http_binary", _binary),
    ("mqtt_qos1", _mqtt),
    ("normal_load", _normal),
    ("typhoon_hour", _typhoon),
    ("alarms_in_a_typhoon_hour", _alarms),
    ("backfill_after_an_outage", _backfill),
    ("reconnect_of_everything", _reconnect),
    ("asking", _asking),
)
