"""`yiwang checkup`: the city check-up of a place as a file."""

import asyncio
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from yiwang.access import platform_actor
from yiwang.app.commands.signs import within
from yiwang.app.platform import Platform
from yiwang.base.errors import Invalid
from yiwang.signs.checkup import making, printing
from yiwang.signs.checkup.model import SPANS, span_of
from yiwang.signs.model.tree import Place, Tree
from yiwang.signs.reaching import tree_at

OPERATOR = platform_actor("operator")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("checkup")(checkup)


def checkup(
    output: Annotated[Path, typer.Option("--output", "-o", help="The file to write: .pdf or .docx.")],
    period: Annotated[str, typer.Option(help="day, week or month: the last one that is over.")] = "day",
    node: Annotated[
        str | None, typer.Option(help="Code of a street or neighbourhood; the district by default.")
    ] = None,
    at: Annotated[str | None, typer.Option(help="As of this day instead of today, such as 2026-11-02.")] = None,
) -> None:
    """Make the city check-up 城市体检报告 of a place, keep it, and write it to a file."""
    name = _one_of("--period", period, SPANS)
    form = _one_of("--output", output.suffix.removeprefix("."), printing.MEDIA)

    async def run(platform: Platform) -> tuple[making.Kept, str]:
        mark = printing.MARK if platform.settings.demo or platform.settings.sample else ""
        async with platform.database.tx() as tx:
            tree = await tree_at(tx, platform.books, tx.at)
            moment = min(_moment(at, platform) if at else tx.at, tx.at)
            span = span_of(name, moment, platform.books.zone)
            place = await _place(platform, tx, tree, node)
            return await making.make(tx, OPERATOR, place, span, tree=tree, zone=platform.books.zone, at=tx.at), mark

    kept, mark = asyncio.run(within(run))
    output.write_bytes(printing.printed(kept.body, form, mark=mark, stamp=""))
    typer.echo(kept.body.summary)


def _one_of(option: str, text: str, known: Any) -> Any:
    if text not in known:
        raise Invalid(option, f"{option} {text or 'without an ending'} is not one of {', '.join(known)}.")
    return text


def _moment(text: str, platform: Platform) -> datetime:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise Invalid("--at", "--at is a day such as 2026-11-02.") from None
    return found if found.tzinfo else found.replace(tzinfo=platform.books.zone)


async def _place(platform: Platform, tx: Any, tree: Tree, code: str | None) -> Place:
    if code is None:
        return tree.places[tree.root]
    locator = await platform.books.locators.at(tx, tx.at)
    known = {one.code: one.id for one in locator.nodes.values()}
    number = tree.position.get(known[code]) if code in known else None
    if number is None:
        raise Invalid("--node", f"{code} is no code of the district, a street, a sector or a neighbourhood of it.")
    return tree.places[number]
