"""`yiwang keys …`: changing the master key while the platform runs."""

import asyncio

import typer

from yiwang.access import Keyring, platform_actor
from yiwang.access.privacy.key_change import change_master
from yiwang.access.vault import Rotated
from yiwang.app.databases import database_urls
from yiwang.app.settings import Settings
from yiwang.base.clock import SystemClock
from yiwang.db import Database

KEEPER = platform_actor("key file")


def register(app: typer.Typer) -> None:
    """Add the commands."""
    keys = typer.Typer(help="The key file.", no_args_is_help=True)
    keys.callback()(_keys)
    keys.command("rotate")(rotate_keys)
    app.add_typer(keys, name="keys")


def _keys() -> None:
    """The key file."""


def rotate_keys() -> None:
    """Wrap every data key with a new master key while the platform runs; broken off, run it again."""

    async def run() -> Rotated:
        settings = Settings()
        with database_urls(settings) as urls:
            keyring = await asyncio.to_thread(Keyring.open, settings.data_dir / "keys")
            async with Database(urls.app, SystemClock(), platform=settings.platform, size=2) as database:
                return await change_master(database, keyring, KEEPER, at=database.clock.now())

    done = asyncio.run(run())
    began = "finished the change begun earlier" if done.resumed else "changed the master key"
    typer.echo(f"{began}: {done.keys} data keys are wrapped with {done.name}; the old key file is gone")
