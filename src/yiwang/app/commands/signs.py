"""`yiwang signs`: computing vital signs by hand, filling their history, and their definitions as files."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Annotated, Any

import msgspec
import typer

from yiwang.access import platform_actor
from yiwang.app.databases import database_urls
from yiwang.app.platform import Platform, opened
from yiwang.app.settings import Settings
from yiwang.app.vitals import Vitals, rounded
from yiwang.base.clock import SystemClock
from yiwang.base.errors import Invalid
from yiwang.db.migrate import migrate
from yiwang.signs import declaring

OPERATOR = platform_actor("operator")


def register(app: typer.Typer) -> None:
    """Add the commands."""
    commands = typer.Typer(
        help="Vital signs: compute them, fill their history, their definitions as files.", no_args_is_help=True
    )
    commands.command("compute")(compute_signs)
    commands.command("history")(fill_history)
    commands.command("export")(export_signs)
    commands.command("import")(import_signs)
    app.add_typer(commands, name="signs")


def compute_signs(
    at: Annotated[str | None, typer.Option(help="As of this moment instead of now; adds to the history.")] = None,
    act: Annotated[bool, typer.Option(help="Do what red signs ask for.")] = True,
) -> None:
    """Compute every sign at every place, then print what was done and how long it took."""

    async def run(platform: Platform) -> Any:
        moment = _moment("--at", at, platform) if at else rounded(platform.database.clock.now())
        done, acted = await Vitals(platform).round(moment, action=act and at is None)
        return {"computed": done, "acted": acted}

    _print(asyncio.run(within(run)))


def fill_history(
    days: Annotated[int, typer.Option(min=1, max=400, help="How many days back.")] = 56,
    hourly: Annotated[bool, typer.Option(help="Also the signs that have a point each hour.")] = False,
) -> None:
    """Compute the points of past periods from what the lake holds: what σ and trends are measured against."""

    async def run(platform: Platform) -> Any:
        now = platform.database.clock.now()
        points = rows = 0
        failed: dict[str, str] = {}
        async for at, done in Vitals(platform).past(now - timedelta(days=days), now, hourly=hourly):
            typer.echo(f"{at:%F %H:%M} {done.rows}", err=True)
            points, rows = points + 1, rows + done.rows
            failed |= done.failed
        return {"moments": points, "rows": rows, "failed": failed}

    _print(asyncio.run(within(run)))


def export_signs(file: Annotated[Path, typer.Argument(help="A file to write.")]) -> None:
    """Write the definitions in force as TOML."""

    async def run(platform: Platform) -> Any:
        async with platform.database.tx() as tx:
            return await declaring.export_toml(tx, OPERATOR, at=tx.at)

    file.write_text(asyncio.run(within(run)), encoding="utf-8")


def import_signs(
    file: Annotated[Path, typer.Argument(help="Definitions as TOML.")],
    dry_run: Annotated[bool, typer.Option(help="Only say what would change.")] = False,
    note: Annotated[str, typer.Option(help="Kept with the versions.")] = "",
) -> None:
    """Put the definitions of a file in force from now on, as a whole or not at all."""
    text = file.read_text(encoding="utf-8")

    async def run(platform: Platform) -> Any:
        async with platform.database.tx() as tx:
            return await declaring.import_toml(tx, OPERATOR, text, at=tx.at, note=note, dry_run=dry_run)

    report = asyncio.run(within(run))
    _print(report)
    if report.faults:
        raise Invalid("file", f"Nothing is written: {len(report.faults)} faults.")


def _moment(name: str, text: str, platform: Platform) -> datetime:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise Invalid(name, f"{name} is a moment such as 2026-11-01 or 2026-11-01T08:00.") from None
    return found if found.tzinfo else found.replace(tzinfo=platform.books.zone)


async def within(run: Callable[[Platform], Awaitable[Any]]) -> Any:
    """Do something on the platform of the settings, its tables brought up to date."""
    settings = Settings()
    with database_urls(settings) as urls:
        await asyncio.to_thread(migrate, urls.owner, SystemClock().now(), app_url=urls.app)
        async with opened(settings, urls.app) as platform:
            return await run(platform)


def _print(found: Any) -> None:
    typer.echo(msgspec.json.format(msgspec.json.encode(found), indent=2).decode())
