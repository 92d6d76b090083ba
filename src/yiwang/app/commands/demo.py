"""`yiwang demo`: the made-up city in a platform of its own, or sent to one that runs; its life; its incidents."""

import asyncio
import json
import os
import shutil
import signal
import subprocess
import sys
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from yiwang.app.databases import Urls, database_urls
from yiwang.app.settings import Settings
from yiwang.base.clock import SystemClock
from yiwang.db import Database

SEED = 310107
Url = Annotated[str, typer.Option(help="The running platform.")]
Seed = Annotated[int, typer.Option(help="Another number, another city.")]
Scale = Annotated[float, typer.Option(min=0.001, max=1.0, help="How much of the whole city.")]
# All of it stays below 3 GB: what a process frees goes back at once instead of being kept for its next thread.
FRUGAL = {
    "MALLOC_ARENA_MAX": "2",
    "MALLOC_MMAP_THRESHOLD_": "131072",
    "MALLOC_TRIM_THRESHOLD_": "131072",
    "ARROW_DEFAULT_MEMORY_POOL": "system",
}
HERE = "http://127.0.0.1:8000"


def register(app: typer.Typer) -> None:
    """Add the commands."""
    demo = typer.Typer(help="The demo district, brought into a platform by its public doors.", no_args_is_help=True)
    demo.callback()(lambda: None)
    for command in (run, build, grow, live, incident, day):
        demo.command()(command)
    app.add_typer(demo, name="demo")


def run(
    port: Annotated[int | None, typer.Option(help="The port to listen on; 0 takes a free one.")] = None,
    scale: Scale = 1.0,
    seed: Seed = SEED,
    begun: Annotated[bool, typer.Option("--begun", hidden=True)] = False,
) -> None:
    """Run the platform with the made-up district in it: built at the first start, alive from then on."""
    from yiwang.app.commands.serve import serve_all  # noqa: PLC0415 - most commands serve nothing
    from yiwang.app.demonstrating.hosts import listening, spoken_to  # noqa: PLC0415
    from yiwang.app.serving import logs  # noqa: PLC0415
    from yiwang.app.serving.supervising import Child  # noqa: PLC0415

    chosen: dict[str, Any] = {"demo": True} | ({} if port is None else {"port": port})
    if "api_workers" not in Settings().model_fields_set:
        chosen["api_workers"] = 1  # enough for a few who look
    heard = listening(Settings(**chosen)) if begun else {}
    chosen |= dict(heard.values())
    settings = Settings(**chosen)
    logs.configure(settings.log, "supervisor")

    def beside(address: str) -> list[Child]:
        options = ["--url", address, "--seed", str(seed), "--scale", str(scale)]
        command = [sys.executable, "-m", "yiwang.app", "demo"]
        handed = {**os.environ, "YIWANG_DEMO": "true"}  # noqa: TID251 - handed to the processes it starts
        handed |= {f"YIWANG_{field.upper()}": where for field, where in heard.values()}
        city = partial(subprocess.Popen, [*command, "grow", *options], env=handed)
        life = partial(subprocess.Popen, [*command, "live", "--follow", *options, *spoken_to(settings)], env=handed)
        return [Child("demo city", city, once=True), Child("demo life", life)]

    with database_urls(settings) as urls:
        if not begun:
            asyncio.run(_begin(settings, urls))
            # The same process anew: it gives the memory back that the first start took.
            frugal = {**os.environ, **FRUGAL}  # noqa: TID251 - what is read as a process begins
            os.execve(sys.executable, [sys.executable, *sys.orig_argv[1:], "--begun"], frugal)  # noqa: S606
        serve_all(settings, urls, beside, _welcome(settings))


async def _begin(settings: Settings, urls: Urls) -> None:
    from yiwang.app import beginning  # noqa: PLC0415

    await beginning.begin(settings, urls.owner, urls.app, Console())


def _welcome(settings: Settings) -> list[str]:
    from yiwang.app.demonstrating.hosts import welcome  # noqa: PLC0415

    return welcome(settings)


def build(
    url: Url = HERE,
    key: Annotated[str, typer.Option(help="A key of the role data_admin; left out, one is made on this machine.")] = "",
    scale: Scale = 1.0,
    seed: Seed = SEED,
) -> None:
    """Bring in roads, river, blocks, buildings, addresses, counts, units, staff and devices; again is harmless."""
    from yiwang.demo.building import build as send  # noqa: PLC0415 - shapely is not needed by the other commands
    from yiwang.demo.client import Client  # noqa: PLC0415

    bar = Progress(
        TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn(), console=Console(stderr=True), transient=True
    )
    with bar, Client(url, key or asyncio.run(_own_key(url))) as client:
        task = bar.add_task("…", total=1.0)
        city = send(client, seed, scale, lambda what, share: bar.update(task, description=what, completed=share))
    sizes = len(city.roads.names), len(city.buildings.addresses), len(city.devices.codes)
    typer.echo("演示数据: {} roads, {} buildings, {} devices".format(*sizes))


def grow(url: Url = HERE, scale: Scale = 1.0, seed: Seed = SEED) -> None:
    """Bring in the city with eight weeks behind it, and say how far it is; goes on where it was stopped."""
    from yiwang.app.demonstrating.growing import grow as bring_in  # noqa: PLC0415 - shapely, NumPy

    if not asyncio.run(bring_in(Settings(), url, seed, scale)):
        os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])  # noqa: S606 - itself, with its memory given back


def live(
    url: Url = HERE,
    key: Annotated[str, typer.Option(help="A key of the roles supervisor, intake and gateway.")] = "",
    scale: Annotated[float, typer.Option(min=0.001, max=1.0, help="How much of a whole day's events.")] = 1.0,
    speed: Annotated[float, typer.Option(min=0.1, max=1000, help="How many times as fast as a real day.")] = 1.0,
    seconds: Annotated[float, typer.Option(help="End after so many seconds; 0: when interrupted.")] = 0.0,
    seed: Annotated[int, typer.Option(help="Another number, another life.")] = SEED,
    follow: Annotated[bool, typer.Option("--follow", help="Wait until the city stands; live at its scale.")] = False,
    gateway: Annotated[
        list[str] | None,
        typer.Option(help="Where devices speak it: mqtt=1883, hj212=…, jt808=…, gb26875=…."),
    ] = None,
) -> None:
    """Let the city live: people report, sensors send, handlers work, until interrupted."""
    from yiwang.app.demonstrating.doors import reached  # noqa: PLC0415 - NumPy is not needed by the other commands
    from yiwang.app.demonstrating.speaking import speakers  # noqa: PLC0415
    from yiwang.demo.living import live as lives  # noqa: PLC0415

    async def lived() -> str:
        stop = asyncio.Event()
        size = await _until_it_stands() if follow else scale
        gateways = reached(Settings(), gateway or [])
        loop = asyncio.get_running_loop()
        for sign in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(sign, stop.set)
        if seconds:
            loop.call_later(seconds, stop.set)
        life = await lives(
            url,
            key or await _own_key(url),
            SystemClock(),
            stop,
            seed=seed,
            scale=size,
            speed=speed,
            voices_of=partial(speakers, gateways),
        )
        return json.dumps(life.told, ensure_ascii=False)

    typer.echo(asyncio.run(lived()))


def incident(
    name: Annotated[str, typer.Argument(help="fire, gas, flood, manhole, lift or typhoon.")],
    url: Url = HERE,
    key: Annotated[str, typer.Option(help="A key of the roles supervisor and intake.")] = "",
    seed: Annotated[
        int | None, typer.Option(help="The same number, the same place; left out, another each time.")
    ] = None,
    speed: Annotated[float, typer.Option(min=0.1, max=10_000, help="How many times as fast.")] = 1.0,
    real: Annotated[bool, typer.Option("--real", help="No drill: it counts in the figures.")] = False,
) -> None:
    """Set something off: it is seen on every face within seconds. A drill, unless told otherwise."""
    import time  # noqa: PLC0415 - NumPy below is not needed by the other commands

    import numpy as np  # noqa: PLC0415

    from yiwang.demo import incidents  # noqa: PLC0415
    from yiwang.demo.client import Client  # noqa: PLC0415

    chance = np.random.default_rng(seed)
    what = incidents.read(name, chance)
    with Client(url, key or asyncio.run(_own_key(url))) as client:
        played = incidents.play(
            client,
            what,
            chance,
            at=SystemClock().now(),
            drill=not real,
            wait=lambda seconds: time.sleep(seconds / speed),
            told=typer.echo,
        )
    typer.echo(f"{what.name}: {played.where}; {len(played.cases)} cases, {len(played.events)} events to be judged")


def day(
    url: Url = HERE,
    key: Annotated[str, typer.Option(help="A key of the roles supervisor and data_admin.")] = "",
    back: Annotated[int, typer.Option(min=0, max=56, help="How many days before now the day ended.")] = 2,
    scale: Scale = 1.0,
    out: Annotated[Path | None, typer.Option(help="Write to this file instead of standard output.")] = None,
) -> None:
    """Count a day of the city beside the sources' figures, as a table."""
    from yiwang.demo import tallying  # noqa: PLC0415 - NumPy is not needed by the other commands
    from yiwang.demo.client import Client  # noqa: PLC0415

    now = SystemClock().now()
    ends = now.replace(minute=0, second=0, microsecond=0) - timedelta(days=back)
    with Client(url, key or asyncio.run(_own_key(url))) as client:
        lines = tallying.tally(client, ends, scale)
    text = tallying.written(lines, ends, scale, f"{now:%Y-%m-%d}, commit {_commit()}")
    if out:
        out.write_text(text, encoding="utf-8")
    else:
        typer.echo(text)


def _commit() -> str:
    if shutil.which("git") is None:
        return "unknown"
    asked = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False)
    return asked.stdout.strip() or "unknown"


async def _until_it_stands() -> float:
    from yiwang.app.demonstrating.growing import wait_for_day  # noqa: PLC0415 - shapely, NumPy

    return (await wait_for_day(Settings())).scale


async def _own_key(url: str) -> str:
    from yiwang.app.demonstrating.growing import own_key  # noqa: PLC0415 - shapely, NumPy

    settings = Settings()
    with database_urls(settings) as urls:
        async with Database(urls.app, SystemClock()) as database:
            return await own_key(database, settings.data_dir, url)
