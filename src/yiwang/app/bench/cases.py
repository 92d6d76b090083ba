"""Full lives of cases over HTTP: report, dispatch, receive, handle, check, close; each six requests, six commits."""

import asyncio
import os
import resource
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import numpy as np
import psycopg
from rich.console import Console

from yiwang.access import Grant, platform_actor
from yiwang.access.keys import create_key
from yiwang.app.beginning import begin, load_reference
from yiwang.app.bench.load import Connection
from yiwang.app.bench.store import fill
from yiwang.app.databases import database_urls
from yiwang.app.platform import opened
from yiwang.app.sample import filling as sample
from yiwang.app.sample.cases import points_in
from yiwang.app.settings import Settings
from yiwang.base.clock import SystemClock

BENCH = platform_actor("bench")
MATTERS = ("06010", "06012", "09005", "01003", "02001", "03001", "07001", "08004", "06036", "09010")
SEED = 311
POINTS = 20_000
Points = list[tuple[float, float]]
LISTS = (
    "/api/cases?limit=50",
    "/api/cases?limit=50&tab=handling",
    "/api/cases?limit=50&tab=overdue&sort=due_at",
    "/api/cases?limit=50&matter=06012",
)


def run(*, seconds: float, rows: int, connections: int, data_dir: Path | None, quiet: bool) -> dict[str, Any]:
    """Measure on an empty database, fill it with `rows` cases, measure again; return the figures."""
    say: Callable[[str], None] = (lambda _: None) if quiet else Console(stderr=True).print
    parent = data_dir or Path(tempfile.mkdtemp(prefix="yiwang-bench-"))
    parent.chmod(0o711)
    handed = {"DATA_DIR": str(parent / "data"), "SAMPLE": "false", "PORT": "0", "RATE_LIMIT": "1e6"}
    os.environ.update({f"YIWANG_{name}": value for name, value in handed.items()})  # noqa: TID251 - to the server
    try:
        settings = Settings(data_dir=parent / "data", sample=False)
        with database_urls(settings) as urls:
            say("Setting up …")
            key, points = asyncio.run(_prepare(settings, urls.owner, urls.app))
            with _served() as port:
                say(f"Lives on an empty database, {seconds:g} s …")
                empty = asyncio.run(_measure(port, key, points, seconds, connections))
            say(f"Filling {rows} cases …")
            _fill(urls.owner, rows)
            with _served() as port:
                lists = asyncio.run(_lists(port, key))
                say(f"Lives at {rows} cases, {seconds:g} s …")
                full = asyncio.run(_measure(port, key, points, seconds, connections))
    finally:
        if data_dir is None:
            shutil.rmtree(parent, ignore_errors=True)
    fall = empty["lives_per_second"] / full["lives_per_second"]
    return {"empty": empty, "rows": rows, "full": full, "falls_by": round(fall, 3), "list_p95_ms": lists}


async def _prepare(settings: Settings, owner: str, app: str) -> tuple[str, Points]:
    """Make the district's units and duty; return a key of an application that may do every step, and points."""
    await begin(settings, owner, app, Console(quiet=True))
    async with opened(settings, app, SystemClock()) as platform, platform.database.tx() as tx:
        await load_reference(tx, settings)
        await sample.make_units(tx, platform)
        made = await create_key(tx, BENCH, "bench", "measuring", [Grant("supervisor")], at=tx.at)
        locator = await platform.books.locators.at(tx, tx.at)
        return made.key, points_in(locator, POINTS, np.random.default_rng(SEED))


def _fill(owner: str, rows: int) -> None:
    now = SystemClock().now()
    with psycopg.connect(owner, options="-c synchronous_commit=off") as connection:
        fill(connection, rows, now - timedelta(days=700), now)


@contextmanager
def _served() -> Iterator[int]:
    """Run the real server on a free port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    command = [sys.executable, "-m", "yiwang.app", "serve", "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        _wait(port, process)
        yield port
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(30)


def _wait(port: int, process: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + 90
    while time.monotonic() < until and process.poll() is None:
        try:
            with socket.create_connection(("127.0.0.1", port), 1) as probe:
                probe.sendall(b"GET /api/health HTTP/1.0\r\n\r\n")
                if b" 200 " in probe.recv(64):
                    return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError("The server did not start.")


async def _measure(port: int, key: str, points: Points, seconds: float, connections: int) -> dict[str, Any]:
    """Drive lives over `connections` for `seconds` after a warm-up; say what the load generator itself took."""
    chance = np.random.default_rng(SEED)
    await _drive(port, key, points, 3.0, connections, chance)
    busy, own = _cpu_seconds(), _own_seconds()
    started = time.perf_counter()
    spans = await _drive(port, key, points, seconds, connections, chance)
    wall = time.perf_counter() - started
    own, busy = _own_seconds() - own, _cpu_seconds() - busy
    return {
        "lives_per_second": round(len(spans) / wall, 1),
        "requests_per_second": round(len(spans) * 6 / wall, 1),
        "life_p50_ms": round(float(np.percentile(spans, 50)) * 1000, 1),
        "life_p95_ms": round(float(np.percentile(spans, 95)) * 1000, 1),
        "load_generator_share_of_cpu": round(own / busy, 3) if busy else None,
    }


async def _drive(
    port: int, key: str, points: Points, seconds: float, connections: int, chance: np.random.Generator
) -> list[float]:
    until = time.perf_counter() + seconds
    spans: list[float] = []

    async def loop() -> None:
        connection = await Connection.open("127.0.0.1", port, key)
        while time.perf_counter() < until:
            started = time.perf_counter()
            await _life(connection, points, chance)
            spans.append(time.perf_counter() - started)
        connection.close()

    async with asyncio.TaskGroup() as tasks:
        for _ in range(connections):
            tasks.create_task(loop())
    return spans


async def _life(connection: Connection, points: Points, chance: np.random.Generator) -> None:
    lon, lat = points[int(chance.integers(len(points)))]
    place = {"lon": lon, "lat": lat}
    matter = MATTERS[int(chance.integers(len(MATTERS)))]
    report = {"matter": matter, "text": "路口有垃圾", "place": place, "urgent": False}
    told = await connection.post("/api/reports", report, again=409)
    if told["merged"]:
        return
    case = f"/api/cases/{told['case']['id']}"
    await connection.post(f"{case}/dispatch", {})
    await connection.post(f"{case}/receive", {})
    await connection.post(f"{case}/handle", {"text": "已清理"})
    await connection.post(f"{case}/check", {"passed": True})
    await connection.post(f"{case}/close", {"text": "感谢反映"})


async def _lists(port: int, key: str, rounds: int = 60) -> dict[str, float]:
    """Return the p95 in milliseconds of each kind of list page, first and deeper pages mixed."""
    connection = await Connection.open("127.0.0.1", port, key)
    found = {}
    for path in (*LISTS, "/api/cases/counts"):
        spans = []
        for _ in range(rounds):
            started = time.perf_counter()
            status, answer = await connection.call("GET", path)
            spans.append(time.perf_counter() - started)
            if status != 200:
                raise RuntimeError(f"GET {path}: {status} {answer[:300]!r}")
        found[path] = round(float(np.percentile(spans, 95)) * 1000, 1)
    connection.close()
    return found


def _own_seconds() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def _cpu_seconds() -> float:
    """Seconds all cores were busy since the machine started, whoever used them."""
    fields = Path("/proc/stat").read_text(encoding="ascii").splitlines()[0].split()[1:]
    busy = sum(int(x) for x in fields) - int(fields[3]) - int(fields[4])
    return busy / os.sysconf("SC_CLK_TCK")
