"""`yiwang readings import`: old readings from a CSV of any size."""

import asyncio
import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from yiwang.access import Keyring, platform_actor
from yiwang.app.databases import database_urls
from yiwang.app.settings import Settings
from yiwang.base.clock import SystemClock
from yiwang.base.errors import NotFound
from yiwang.db import Database
from yiwang.db.migrate import migrate
from yiwang.sensing.readings.backfilling import FillReport, Pieces, fill_pieces
from yiwang.sensing.readings.inlet import Inlet

OPERATOR = platform_actor("operator")


def register(app: typer.Typer) -> None:
    """Add the commands."""
    readings = typer.Typer(help="Files of old readings.", no_args_is_help=True)
    readings.command("import")(import_)
    readings.callback()(_group)
    app.add_typer(readings, name="readings")


def _group() -> None:
    """Files of old readings."""


def import_(
    file: Annotated[Path, typer.Argument(help="CSV: device, metric, time, value; or a column for each metric.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Read and judge everything, write nothing.")] = False,
    skip_wrong: Annotated[
        bool, typer.Option("--skip-wrong", help="Take the good rows though others are wrong.")
    ] = False,
) -> None:
    """Take in old readings: all of the file, or with any problem nothing. They raise no alarms."""
    if not file.is_file():
        raise NotFound(f"There is no file {file}.")
    settings = Settings()
    with database_urls(settings) as urls:
        migrate(urls.owner, SystemClock().now())
        report = asyncio.run(_fill(settings, urls.app, file, dry_run=dry_run, skip_wrong=skip_wrong))
    typer.echo(json.dumps(asdict(report), ensure_ascii=False, default=str, indent=1))
    if report.wrong and not (skip_wrong and report.written):
        raise typer.Exit(1)


async def _fill(settings: Settings, url: str, file: Path, *, dry_run: bool, skip_wrong: bool) -> FillReport:
    keyring = await asyncio.to_thread(Keyring.open, settings.data_dir / "keys")
    async with (
        Database(url, SystemClock(), platform=settings.platform, size=2) as database,
        Inlet(database, keyring) as inlet,
    ):
        return await fill_pieces(
            database,
            OPERATOR,
            inlet,
            Pieces(file),
            zone=ZoneInfo(settings.zone),
            at=database.clock.now(),
            dry_run=dry_run,
            skip_wrong=skip_wrong,
        )
