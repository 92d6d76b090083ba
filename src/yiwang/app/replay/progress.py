"""How far a replay is, on standard error: a bar on a terminal, plain lines elsewhere."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

Progress = Callable[[str, int, int], None]  # what is being done, how much of it is done, of how much (0 = not known)
LINES = 20  # plain lines of a whole run


def unseen(_stage: str, _done: int, _total: int) -> None:
    """Show nothing."""


@contextmanager
def showing(name: str, *, quiet: bool) -> Iterator[Progress]:
    """Yield what shows the progress of the replay `name`."""
    if quiet:
        yield unseen
    elif not sys.stderr.isatty():
        yield _Lines(name)
    else:
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        with Bar(*columns, console=Console(stderr=True)) as bar:
            task = bar.add_task(name, total=None)

            def show(stage: str, done: int, total: int) -> None:
                bar.update(task, description=f"{name}: {stage}", completed=done, total=total or None)

            yield show


class _Lines:
    """Writes a line for each stage, and for each twentieth of what is counted."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._last: tuple[str, int] | None = None

    def __call__(self, stage: str, done: int, total: int) -> None:
        now = (stage, done * LINES // total if total else 0)
        if now != self._last:
            self._last = now
            count = f" {done} of {total}" if total else ""
            print(f"{self._name}: {stage}{count}", file=sys.stderr, flush=True)  # noqa: T201 - a command's own words
