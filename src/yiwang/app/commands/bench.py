"""`yiwang bench …`: how fast the platform is on this machine."""

import json
import os
from pathlib import Path
from typing import Annotated

import typer

from yiwang.app.bench.cases import run


def register(app: typer.Typer) -> None:
    """Add the commands."""
    bench = typer.Typer(help="Measure the platform on this machine.", no_args_is_help=True)
    bench.command("cases")(cases)
    bench.command("sensing")(sensing)
    bench.callback()(_group)
    app.add_typer(bench, name="bench")


def _group() -> None:
    """Measure the platform on this machine."""


def cases(
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object only.")] = False,
    seconds: Annotated[float, typer.Option(help="How long each measurement lasts.")] = 20.0,
    rows: Annotated[int, typer.Option(help="Cases on file for the second measurement.")] = 1_000_000,
    connections: Annotated[int, typer.Option(help="Lives driven at once.")] = 24,
    data_dir: Annotated[Path | None, typer.Option(help="Where the throw-away data goes.")] = None,
) -> None:
    """Full lives of cases per second over HTTP, with an empty database and with ROWS cases; the list's p95."""
    found = run(seconds=seconds, rows=rows, connections=connections, data_dir=data_dir, quiet=as_json)
    found["cores"] = len(os.sched_getaffinity(0))
    typer.echo(json.dumps(found, ensure_ascii=False, indent=1))


def sensing(
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object only.")] = False,
    seconds: Annotated[float, typer.Option(help="How long each measurement lasts.")] = 10.0,
    data_dir: Annotated[Path | None, typer.Option(help="Where the throw-away data goes.")] = None,
    only: Annotated[list[str] | None, typer.Option(help="Only this measurement; may be repeated.")] = None,
) -> None:
    """Readings a second through every door, a typhoon hour, a backfill, a reconnect of everything; the kernel."""
    from yiwang.app.bench.sensing import run as run_sensing  # noqa: PLC0415 - loads half the platform

    found = run_sensing(seconds=seconds, data_dir=data_dir, quiet=as_json, only=only or ())
    found["cores"] = len(os.sched_getaffinity(0))
    typer.echo(json.dumps(found, ensure_ascii=False, indent=1))
