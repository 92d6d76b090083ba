"""What sensing carries on this machine: every door under load, and the hours that are not normal.

The senders run on the same cores as the platform: what they take is told beside each figure.
"""

import asyncio
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import numpy as np
from rich.console import Console

from yiwang.access import Grant, Keyring, platform_actor
from yiwang.access.keys import create_key
from yiwang.alarms.rules.declaring import publish_rules
from yiwang.app.beginning import begin, load_reference
from yiwang.app.bench.doors import DEVICES, STEPS, Site, doors
from yiwang.app.bench.latency import RULES
from yiwang.app.databases import database_urls
from yiwang.app.platform import opened
from yiwang.app.serving.sockets import answers
from yiwang.app.settings import Settings
from yiwang.base.clock import SystemClock
from yiwang.base.errors import Invalid
from yiwang.places import Locators
from yiwang.sensing.devices import Around, Directory, take_in
from yiwang.sensing.devices.model import DeviceIn, Key

BENCH = platform_actor("bench")
START_SECONDS = 300.0
Told = dict[str, Any]


def run(*, seconds: float, data_dir: Path | None, quiet: bool, only: Collection[str] = ()) -> Told:
    """Set a platform up, measure every door (or `only` some), take it down; return the figures."""
    if unknown := set(only) - {"kernel", *(name for name, _ in STEPS)}:
        raise Invalid("only", f"{sorted(unknown)[0]} is no measurement; there are kernel, {', '.join(dict(STEPS))}.")
    say: Callable[[str], None] = (lambda _: None) if quiet else Console(stderr=True).print
    parent = data_dir or Path(tempfile.mkdtemp(prefix="yiwang-bench-"))
    parent.mkdir(parents=True, exist_ok=True)
    parent.chmod(0o711)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        mqtt = int(free.getsockname()[1])
    handed = {"DATA_DIR": str(parent / "data"), "SAMPLE": "false", "PORT": "0", "RATE_LIMIT": "1e6"}
    handed["MQTT_LISTEN"] = f"127.0.0.1:{mqtt}"
    os.environ.update({f"YIWANG_{name}": value for name, value in handed.items()})  # noqa: TID251 - to the server
    told: Told = {"load_before": round(os.getloadavg()[0], 2), "devices": DEVICES}
    try:
        if not only or "kernel" in only:
            say("The kernel …")
            told["kernel"] = _kernel()
        settings = Settings(data_dir=parent / "data", sample=False)
        with database_urls(settings) as urls:
            say(f"Registering {DEVICES} devices …")
            keys, series = asyncio.run(_prepare(settings, urls.owner, urls.app))
            keyring = Keyring.open(settings.data_dir / "keys")
            with served() as port:
                told |= asyncio.run(doors(Site(port, mqtt, urls.app, keys, series, keyring, seconds), say, only))
    finally:
        if data_dir is None:
            shutil.rmtree(parent, ignore_errors=True)
    return told


def _kernel() -> Told | None:
    """Return what `bench/kernel.py` says, where the sources are at hand."""
    script = Path(__file__).parents[4] / "bench" / "kernel.py"
    if not script.is_file():
        return None
    done = subprocess.run([sys.executable, str(script), "--json"], capture_output=True, check=True, timeout=600)
    found: Told = json.loads(done.stdout)
    return found


async def _prepare(settings: Settings, owner: str, app: str) -> tuple[dict[str, str], np.ndarray]:
    """Return keys by role, and the series of every device."""
    await begin(settings, owner, app, Console(quiet=True))
    keys = {}
    async with opened(settings, app, SystemClock()) as platform:
        database = platform.database
        async with database.tx() as tx:
            await load_reference(tx, settings)
            await publish_rules(tx, BENCH, RULES, valid_from=tx.at - timedelta(days=9), at=tx.at)
            for role in ("gateway", "data_admin", "duty_officer"):
                keys[role] = (await create_key(tx, BENCH, f"bench {role}", "measuring", [Grant(role)], at=tx.at)).key
        locators: Locators = platform.books.locators
        async with database.tx() as tx:
            district = (await locators.at(tx, tx.at)).by_code[f"{settings.district}000000"].id
        around = Around.of(locators)
        for begin_at in range(0, DEVICES, 5_000):
            rows = [_device(number, district) for number in range(begin_at, begin_at + 5_000)]
            async with database.tx() as tx:
                report = await take_in(tx, BENCH, rows, around=around, at=tx.at)
                assert not report.problems, report.problems[0]
        directory = Directory()
        async with database.tx() as tx:
            await directory.refresh(tx)
        column = directory.column("http", "fill")
        return keys, np.array([column[f"d{number}"] for number in range(DEVICES)], np.int64)


def _device(number: int, district: Any) -> DeviceIn:
    name = f"d{number}"
    return DeviceIn(name, "BIN", jurisdiction_id=district, keys=(Key("http", name), Key("mqtt", name)))


@contextmanager
def served() -> Iterator[int]:
    """Run the real server on a free port; a busy machine may take minutes to start it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    command = [sys.executable, "-m", "yiwang.app", "serve", "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        until = time.monotonic() + START_SECONDS
        while not answers("127.0.0.1", port):
            if time.monotonic() > until or process.poll() is not None:
                raise RuntimeError("The server did not start.")
            time.sleep(0.2)
        yield port
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(60)
