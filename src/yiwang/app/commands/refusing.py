"""Refusals on the command line: the sentence, the field, and exit code 2. Anything else is our bug and shows itself."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console

from yiwang.base.errors import Refusal


@contextmanager
def plain_refusals() -> Iterator[None]:
    """Turn a refusal into a sentence on standard error."""
    try:
        yield
    except Refusal as refusal:
        console = Console(stderr=True)
        for error in refusal.members.get("errors", [{"detail": refusal.detail}]):
            field = f"{error['field']}: " if "field" in error else ""
            console.print(f"yiwang: {field}{error['detail']}", style="bold red", markup=False, highlight=False)
        sys.exit(2)
