"""`yiwang demo build`: the made-up city, sent to a running platform by its imports."""

import asyncio
import json
import signal
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from yiwang.access import Grant, platform_actor
from yiwang.access.keys import create_key
from yiwang.app.databases import database_urls
from yiwang.app.settings import Settings
from yiwang.base.clock import SystemClock
from yiwang.db import Database

SEED = 310107
ROLES = ("data_admin", "supervisor", "intake", "gateway")


def register(app: typer.Typer) -> None:
    """Add the commands."""
    demo = typer.Typer(help="The demo district, brought into a platform by its public doors.", no_args_is_help=True)
    demo.callback()(lambda: None)
    demo.command()(build)
    demo.command()(live)
    app.add_typer(demo, name="demo")


def build(
    url: Annotated[str, typer.Option(help="The running platform.")] = "http://127.0.0.1:8000",
    key: Annotated[str, typer.Option(help="A key of the role data_admin; left out, one is made on this machine.")] = "",
    scale: Annotated[float, typer.Option(min=0.001, max=1.0, help="How much of the whole city.")] = 1.0,
    seed: Annotated[int, typer.Option(help="Another number, another city.")] = SEED,
) -> None:
    """Bring in roads, river, blocks, buildings, addresses, counts, units, staff and devices; again is harmless."""
    from yiwang.demo.building import build as send  # noqa: PLC0415 - shapely is not needed by the other commands
    from yiwang.demo.client import Client  # noqa: PLC0415

    bar = Progress(
        TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn(), console=Console(stderr=True), transient=True
    )
    with bar, Client(url, key or asyncio.run(_own_key())) as client:
        task = bar.add_task("…", total=1.0)
        city = send(client, seed, scale, lambda what, share: bar.update(task, description=what, completed=share))
    sizes = len(city.roads.names), len(city.buildings.addresses), len(city.devices.codes)
    typer.echo("演示数据: {} roads, {} buildings, {} devices".format(*sizes))


def live(
    url: Annotated[str, typer.Option(help="The running platform.")] = "http://127.0.0.1:8000",
    key: Annotated[str, typer.Option(help="A key of the roles supervisor, intake and gateway.")] = "",
    scale: Annotated[float, typer.Option(min=0.001, max=1.0, help="How much of a whole day's events.")] = 1.0,
    speed: Annotated[float, typer.Option(min=0.1, max=1000, help="How many times as fast as a real day.")] = 1.0,
    seconds: Annotated[float, typer.Option(help="End after so many seconds; 0: when interrupted.")] = 0.0,
    seed: Annotated[int, typer.Option(help="Another number, another life.")] = SEED,
) -> None:
    """Let the city live: people report, sensors send, handlers work, until interrupted."""
    from yiwang.demo.living import live as run  # noqa: PLC0415 - NumPy is not needed by the other commands

    async def lived() -> str:
        stop = asyncio.Event()
        loop = asyncio.get_running_loop()
        for sign in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(sign, stop.set)
        if seconds:
            loop.call_later(seconds, stop.set)
        life = await run(url, key or await _own_key(), SystemClock(), stop, seed=seed, scale=scale, speed=speed)
        return json.dumps(life.told, ensure_ascii=False)

    typer.echo(asyncio.run(lived()))


async def _own_key() -> str:
    with database_urls(Settings()) as urls:
        async with Database(urls.app, SystemClock()) as database, database.tx() as tx:
            made = await create_key(
                tx, platform_actor("demo"), "demo", "demo city", [Grant(role) for role in ROLES], at=tx.at
            )
            return made.key
