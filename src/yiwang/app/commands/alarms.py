"""`yiwang alarms`: rules tried over the history, and published from a file."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import msgspec
import typer

from yiwang.access import platform_actor
from yiwang.alarms.model import toml
from yiwang.alarms.model.rules import RuleSet
from yiwang.alarms.rules.declaring import publish_rules
from yiwang.alarms.trying import try_rules
from yiwang.app.databases import database_urls
from yiwang.app.platform import Platform, opened
from yiwang.app.settings import Settings
from yiwang.base.clock import SystemClock
from yiwang.base.errors import Invalid, NotFound
from yiwang.db.migrate import migrate
from yiwang.sensing.readings.shelf import Shelf

OPERATOR = platform_actor("operator")
RuleFile = Annotated[Path, typer.Argument(help="A rule set as TOML.")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    commands = typer.Typer(help="Alarm rules.", no_args_is_help=True)
    commands.command("try")(try_file)
    commands.command("publish")(publish_file)
    app.add_typer(commands, name="alarms")


def try_file(
    file: RuleFile,
    since: Annotated[str, typer.Option("--from", help="Beginning of the span, such as 2026-11-01 or with a time.")],
    until: Annotated[str, typer.Option("--until", help="Its end, not part of it.")],
) -> None:
    """Say as JSON what rules would have raised over the history; nothing is switched on."""
    rules, span = _read(file), (_moment("--from", since), _moment("--until", until))

    async def run(platform: Platform) -> Any:
        shelf = Shelf(platform.settings.data_dir / "lake")
        return await try_rules(platform.database, shelf, rules, *span)

    _print(asyncio.run(_within(run)))


def publish_file(
    file: RuleFile,
    replace: Annotated[bool, typer.Option(help="What is not in the file ends.")] = False,
    dry_run: Annotated[bool, typer.Option(help="Only say what would change.")] = False,
    note: Annotated[str, typer.Option(help="Kept with the versions.")] = "",
) -> None:
    """Publish the rules of a file as a whole, in force from now on."""
    rules = _read(file)

    async def run(platform: Platform) -> Any:
        async with platform.database.tx() as tx:
            return await publish_rules(
                tx, OPERATOR, rules, valid_from=tx.at, at=tx.at, note=note, replace=replace, dry_run=dry_run
            )

    _print(asyncio.run(_within(run)))


def _read(file: Path) -> RuleSet:
    if not file.is_file():
        raise NotFound(f"There is no file {file}.")
    return toml.read(file.read_text(encoding="utf-8"))


def _moment(name: str, text: str) -> datetime:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise Invalid(name, f"{text[:40]} is no time; write it as 2026-11-01 or 2026-11-01T08:00:00+08:00.") from None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _print(found: Any) -> None:
    typer.echo(msgspec.json.format(msgspec.json.encode(found), indent=2).decode())


async def _within(run: Callable[[Platform], Awaitable[Any]]) -> Any:
    settings = Settings()
    with database_urls(settings) as urls:
        await asyncio.to_thread(migrate, urls.owner, SystemClock().now(), app_url=urls.app)
        async with opened(settings, urls.app) as platform:
            return await run(platform)
