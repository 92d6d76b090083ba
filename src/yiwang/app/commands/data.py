"""`yiwang data …`: imports of reference data; each calls the verb that the API calls."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Annotated, Any

import typer

from yiwang import places
from yiwang.access import platform_actor
from yiwang.app.beginning import load_reference
from yiwang.app.databases import database_urls
from yiwang.app.platform import opened
from yiwang.app.settings import Settings
from yiwang.base.clock import SystemClock
from yiwang.base.errors import Invalid, NotFound
from yiwang.db import Tx
from yiwang.db.migrate import migrate

OPERATOR = platform_actor("operator")


def register(app: typer.Typer) -> None:
    """Add the commands."""
    data = typer.Typer(help="Load and import reference data.", no_args_is_help=True)
    data.command("load-codes")(load_codes)
    data.command("import-boundaries")(import_boundaries)
    app.add_typer(data, name="data")


def load_codes() -> None:
    """Load the national codes, the shipped boundaries and the catalogue of matters; again is harmless."""
    settings = Settings()
    _within(settings, lambda tx: load_reference(tx, settings))
    typer.echo("Loaded.")


def import_boundaries(
    file: Annotated[Path, typer.Argument(help="A GeoJSON FeatureCollection of polygons.")],
    level: Annotated[str, typer.Option(help="street, sector, neighbourhood, district …")],
    code: Annotated[str, typer.Option(help="The property that holds the jurisdiction's code.")] = "code",
    source: Annotated[str, typer.Option(help="Where the boundaries come from.")] = "",
    datum: Annotated[str, typer.Option(help="CGCS2000, WGS84, GCJ02 or BD09.")] = "CGCS2000",
    dry_run: Annotated[bool, typer.Option(help="Only say what would change.")] = False,
) -> None:
    """Replace schematic polygons by real ones; the old version ends today and is kept."""
    if not source:
        raise Invalid("source", "Say where the boundaries come from with --source; it is kept with them.")
    geojson = _json(file)

    async def run(tx: Tx) -> Any:
        return await places.import_boundaries(
            tx, OPERATOR, geojson, level, code, tx.at, source, since=tx.at, datum=datum, dry_run=dry_run
        )

    report = _within(Settings(), run)
    typer.echo(f"{report.rows} features: {report.added} added, {report.changed} changed, {report.unchanged} unchanged")
    for problem in report.problems:
        typer.echo(f"feature {problem.row}: {problem.field}: {problem.detail}", err=True)
    if report.problems:
        raise typer.Exit(2)


def _json(file: Path) -> dict[str, Any]:
    if not file.is_file():
        raise NotFound(f"There is no file {file}.")
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
    except ValueError as error:
        raise Invalid("file", f"{file} is not JSON: {error}.") from error
    if not isinstance(found, dict):
        raise Invalid("file", "A GeoJSON FeatureCollection is an object.")
    return found


def _within(settings: Settings, verb: Callable[[Tx], Awaitable[Any]]) -> Any:
    """Run a verb in one transaction of an up-to-date database."""

    async def run() -> Any:
        with database_urls(settings) as urls:
            await asyncio.to_thread(migrate, urls.owner, SystemClock().now(), app_url=urls.app)
            async with opened(settings, urls.app) as platform, platform.database.tx() as tx:
                return await verb(tx)

    return asyncio.run(run())
