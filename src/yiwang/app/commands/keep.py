"""`yiwang backup`, `yiwang restore`, `yiwang ledger …`, `yiwang lake …`: what an operator does by hand."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from yiwang import ledger
from yiwang.app.databases import database_urls
from yiwang.app.keeping import backup as backing_up
from yiwang.app.keeping import mending, restoring
from yiwang.app.platform import Platform, opened
from yiwang.app.settings import Settings
from yiwang.app.wiring import followers
from yiwang.base.clock import SystemClock
from yiwang.base.errors import Invalid, NotFound
from yiwang.db.rebasing import rebase
from yiwang.ledger.listening import Listener

T = TypeVar("T")
Passphrase = Annotated[
    Path | None, typer.Option("--passphrase-file", help="A file whose first line seals the keys; keep it elsewhere.")
]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command()(backup)
    app.command()(restore)
    log = typer.Typer(help="The log of facts: what listeners failed on, and its numbers.", no_args_is_help=True)
    log.command("stuck")(stuck)
    log.command("retry")(retry)
    log.command("rebase")(rebase_log)
    app.add_typer(log, name="ledger")
    lake = typer.Typer(help="The lake: facts as columns, made from the log.", no_args_is_help=True)
    lake.callback()(_lake)
    lake.command("reset")(reset)
    app.add_typer(lake, name="lake")


def _lake() -> None:
    """The lake: facts as columns, made from the log."""


def backup(
    folder: Annotated[Path, typer.Argument(help="A new folder for this backup.")],
    passphrase_file: Passphrase = None,
    without_keys: Annotated[bool, typer.Option(help="Leave the keys out: they are kept apart.")] = False,
) -> None:
    """Back up database, photos, lake and keys while the platform works."""
    if (passphrase_file is None) != without_keys:
        raise Invalid("keys", "Say what becomes of the keys: --passphrase-file FILE seals them, --without-keys not.")
    settings = Settings()
    asked = backing_up.Asked(folder, _passphrase(passphrase_file))
    with database_urls(settings) as urls:
        made = backing_up.back_up(settings, urls, asked, SystemClock().now())
    typer.echo(f"{folder}: a {made.kind} backup of revision {made.revision}, {len(made.files)} files beside it")


def restore(
    folder: Annotated[Path, typer.Argument(help="A folder that `yiwang backup` made.")],
    passphrase_file: Passphrase = None,
    keys: Annotated[Path | None, typer.Option(help="The folder of the keys, where they were left out.")] = None,
) -> None:
    """Make a platform of a backup, in the empty folder YIWANG_DATA_DIR (or the empty database of a dump)."""
    found = restoring.restore(Settings(), restoring.Source(folder, _passphrase(passphrase_file), keys))
    typer.echo(f"Restored what was there at {found.made}. Start it with `yiwang serve`.")
    typer.echo("Whatever was revoked since (accounts, keys, sessions) is valid again: look through them.")


def stuck(
    listener: Annotated[str | None, typer.Option(help="Only this listener's.")] = None,
    limit: Annotated[int, typer.Option(help="At most so many.")] = 50,
) -> None:
    """List the facts that a listener failed on, oldest first, with the error of the last try."""

    async def run(platform: Platform) -> list[ledger.Stuck]:
        async with platform.database.tx() as tx:
            return await ledger.list_stuck(tx, listener, limit)

    for one in _with_platform(run):
        typer.echo(f"{one.recorded:%Y-%m-%d %H:%M:%S}Z  {one.listener}  {one.type}  {one.fact_id}  {one.error}")


def retry(listener: Annotated[str, typer.Argument(help="The listener whose facts are tried again.")]) -> None:
    """Try a listener's facts again, after what failed was mended; the first that fails ends the round."""

    async def run(platform: Platform) -> int:
        known = {one.name: one for one in followers(platform.lake_writer, platform.books) if isinstance(one, Listener)}
        if listener not in known:
            raise NotFound(f"There is no listener {listener}; there are {', '.join(sorted(known))}.")
        return await mending.retry(platform.database, known[listener])

    typer.echo(f"{_with_platform(run)} facts went through.")


def rebase_log() -> None:
    """After a restore from a dump: let new facts come after those that are there. Stop the platform first."""
    with database_urls(Settings()) as urls:
        done = rebase(urls.owner)
    typer.echo(f"Kept numbers end at {done.highest}; what is written now has {done.following} or more.")


def reset(
    drop: Annotated[bool, typer.Option(help="Make it anew even though older facts stand nowhere but there.")] = False,
) -> None:
    """Set the lake aside and have it made anew from the first fact of the log."""
    settings = Settings()
    with database_urls(settings) as urls:
        aside = mending.reset_lake(settings.data_dir, urls.owner, SystemClock().now(), drop=drop)
    typer.echo(f"The lake is made anew from the log{f'; the old one is in {aside}' if aside else ''}.")


def _passphrase(file: Path | None) -> str | None:
    if file is None:
        return None
    if not file.is_file():
        raise Invalid("passphrase-file", f"There is no file {file}.")
    return file.read_text(encoding="utf-8").split("\n", 1)[0].strip()


def _with_platform(verb: Callable[[Platform], Awaitable[T]]) -> T:
    async def run() -> T:
        settings = Settings()
        with database_urls(settings) as urls:
            async with opened(settings, urls.app) as platform:
                return await verb(platform)

    return asyncio.run(run())
