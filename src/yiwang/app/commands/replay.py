"""`yiwang replay`: a city's month of requests through the whole loop."""

import asyncio
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any
from zoneinfo import ZoneInfo

import psycopg
import typer

from yiwang.app.databases import database_urls
from yiwang.app.platform import opened
from yiwang.app.replay import mapping as mappings
from yiwang.app.replay import pairs, rows
from yiwang.app.replay.progress import showing
from yiwang.app.replay.running import replay as run_replay
from yiwang.app.settings import Settings
from yiwang.base.clock import SystemClock
from yiwang.base.errors import Conflict, Invalid
from yiwang.db.migrate import migrate


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(replay)


def replay(
    file: Annotated[Path, typer.Argument(help="The city's file: CSV or JSON lines, plain or .gz.")],
    mapping: Annotated[str, typer.Option(help="A shipped mapping by name, or the path of a .toml file.")],
    as_of: Annotated[str | None, typer.Option(help="Judge at this time; the file's last time by default.")] = None,
    duplicates: Annotated[
        Path | None, typer.Option(help="Known duplicate pairs; duplicate_pairs.csv beside the file by default.")
    ] = None,
    quiet: Annotated[bool, typer.Option(help="No progress on standard error.")] = False,
) -> None:
    """Drive FILE through the whole loop at its rows' own times, then print one JSON object."""
    declared = mappings.load(mapping)
    read = rows.read(file, declared)
    moment = _moment(as_of, declared.zone) if as_of else None
    beside = duplicates or file.parent / "duplicate_pairs.csv"
    if duplicates and not duplicates.is_file():
        raise Invalid("duplicates", f"There is no file {duplicates}.")
    known = pairs.read_pairs(beside) if beside.is_file() else None
    try:
        found = asyncio.run(_run(read, declared, moment, known, quiet))
    except psycopg.OperationalError as error:
        raise Conflict(
            f"The database went away ({error}). Run the same command again: it goes on from here."
        ) from error
    typer.echo(json.dumps(found, ensure_ascii=False, indent=1))


def _moment(text: str, zone: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise Invalid("as-of", f"{text} is no time; write 2011-08-01 or 2011-08-01T12:00:00-04:00.") from None
    return (moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(zone))).astimezone(UTC)


async def _run(
    read: rows.CityFile,
    declared: mappings.Mapping,
    moment: datetime | None,
    known: list[tuple[str, str]] | None,
    quiet: bool,
) -> dict[str, Any]:
    settings = Settings()
    with showing(declared.name, quiet=quiet) as on_progress, database_urls(settings) as urls:
        await asyncio.to_thread(migrate, urls.owner, SystemClock().now(), app_url=urls.app)
        async with opened(settings, urls.app) as platform:
            return await run_replay(platform, read, declared, as_of=moment, known_pairs=known, on_progress=on_progress)
