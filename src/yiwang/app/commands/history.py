"""`yiwang history import`: old cases, events and attendance from files; it calls the verbs that the API calls."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Annotated, Literal
from uuid import UUID

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq
import typer

from yiwang.access import platform_actor
from yiwang.app.databases import database_urls
from yiwang.app.platform import Platform, opened
from yiwang.app.settings import Settings
from yiwang.base.clock import SystemClock
from yiwang.base.errors import Invalid, NotFound
from yiwang.cases import history
from yiwang.cases.history import Batch
from yiwang.cases.history.tables import Form
from yiwang.command import attending
from yiwang.command.attending import OldAttendance, Wrong
from yiwang.db.migrate import migrate

OPERATOR = platform_actor("operator")
PART = 32 << 20  # bytes of lines in one part
ROWS = 20_000  # rows of Parquet or Arrow in one part
MOST_TOLD = 20  # complaints printed; the rest is in the batch's report


def register(app: typer.Typer) -> None:
    """Add the command."""
    commands = typer.Typer(help="Bring in what other systems did before.", no_args_is_help=True)
    commands.callback()(lambda: None)
    commands.command("import")(import_files)
    app.add_typer(commands, name="history")


def import_files(
    files: Annotated[list[Path], typer.Argument(help="Lines of JSON (.jsonl), .parquet or .arrow.")],
    system: Annotated[str, typer.Option(help="The system they come from; with its ids a row is known again.")],
    kind: Annotated[Literal["cases", "attendance"], typer.Option(help="What the rows are.")] = "cases",
    datum: Annotated[str, typer.Option(help="CGCS2000, WGS84, GCJ02 or BD09.")] = "CGCS2000",
    backdate: Annotated[
        bool, typer.Option(help="Units and matters on file now count as known before they were entered.")
    ] = False,
    skip_wrong: Annotated[bool, typer.Option(help="Leave wrong rows out instead of stopping all.")] = False,
    dry_run: Annotated[bool, typer.Option(help="Only check.")] = False,
) -> None:
    """Bring in finished and open cases at their own times; the same files again change nothing."""
    for file in files:
        if not file.is_file():
            raise NotFound(f"There is no file {file}.")

    async def run(platform: Platform) -> int:
        if kind == "attendance":
            return await _attendance(platform, files, system, dry_run=dry_run)
        return await _cases(platform, files, system, datum, backdate=backdate, skip_wrong=skip_wrong, dry_run=dry_run)

    if asyncio.run(_within(run)):
        raise typer.Exit(2)


async def _within(run: Callable[[Platform], Awaitable[int]]) -> int:
    settings = Settings()
    with database_urls(settings) as urls:
        await asyncio.to_thread(migrate, urls.owner, SystemClock().now(), app_url=urls.app)
        async with opened(settings, urls.app) as platform:
            return await run(platform)


async def _cases(
    platform: Platform, files: list[Path], system: str, datum: str, *, backdate: bool, skip_wrong: bool, dry_run: bool
) -> int:
    database, books = platform.database, platform.books
    async with database.tx() as tx:
        held = await history.begin(
            tx, OPERATOR, system=system, datum=datum, backdate=backdate, skip_wrong=skip_wrong, at=tx.at
        )
    number = 0
    for file in files:
        for body, form in parts(file):
            number += 1
            async with database.tx() as tx:
                held = await history.add_part(
                    tx, OPERATOR, held.id, number, body, form, keyring=books.keyring, at=tx.at
                )
            typer.echo(f"{held.rows} rows read", err=True)
    held = await history.check(database, OPERATOR, held.id, books=books)
    typer.echo(f"{held.rows} rows checked, {held.wrong} wrong", err=True)
    if held.wrong:
        await _tell_wrong(platform, held.id)
    if not dry_run and (skip_wrong or not held.wrong):
        held = await history.commit(database, OPERATOR, held.id, books=books)
    _tell(held)
    return held.wrong


async def _tell_wrong(platform: Platform, batch: UUID) -> None:
    async with platform.database.tx() as tx:
        found = await history.complaints(tx, OPERATOR, batch, (-1, -1), MOST_TOLD)
    for _, one in found:
        typer.echo(f"row {one.row}: {one.field}: {one.detail}", err=True)


def _tell(held: Batch) -> None:
    typer.echo(
        f"batch {held.id}: {held.state}; {held.rows} rows, {held.imported} brought in, {held.known} known before, "
        f"{held.wrong} wrong"
    )


async def _attendance(platform: Platform, files: list[Path], system: str, *, dry_run: bool) -> int:
    come = known = 0
    wrong: list[Wrong] = []
    for file in files:
        with file.open("rb") as opened_file:
            while rows := [msgspec.json.decode(line, type=OldAttendance) for line in islice(opened_file, 5000)]:
                async with platform.database.tx(origin="history") as tx:
                    some = await attending.bring_in(tx, OPERATOR, system, rows, at=tx.at, dry_run=dry_run)
                come, known, wrong = come + some[0], known + some[1], wrong + some[2]
    for one in wrong[:MOST_TOLD]:
        typer.echo(f"row {one.row}: {one.field}: {one.detail}", err=True)
    typer.echo(f"{come} brought in, {known} known before, {len(wrong)} wrong")
    return len(wrong)


def parts(file: Path) -> Iterator[tuple[bytes, Form]]:
    """Yield a file in parts that fit into memory: whole lines, or so many rows of columns."""
    if file.suffix in (".jsonl", ".ndjson", ".json"):
        with file.open("rb") as lines:
            while body := lines.read(PART):
                yield body + lines.readline(), "ndjson"
        return
    try:
        if file.suffix == ".parquet":
            batches: Iterator[pa.RecordBatch] = pq.ParquetFile(file).iter_batches(ROWS)
        else:
            batches = iter(pa.ipc.open_stream(pa.memory_map(str(file))))
        for batch in batches:
            sink = pa.BufferOutputStream()
            with pa.ipc.new_stream(sink, batch.schema) as writer:
                writer.write_batch(batch)
            yield bytes(sink.getvalue()), "arrow"
    except pa.ArrowException as error:
        raise Invalid("file", f"{file} is no {file.suffix}: {error}.") from error
