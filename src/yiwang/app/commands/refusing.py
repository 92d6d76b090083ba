"""Refusals on the command line: the sentence, the field, and exit code 2. Anything else is our bug and shows itself."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from pydantic import ValidationError
from rich.console import Console

from yiwang.base.errors import Refusal


@contextmanager
def plain_refusals() -> Iterator[None]:
    """Turn a refusal into a sentence on standard error."""
    try:
        yield
    except Refusal as refusal:
        for error in refusal.members.get("errors", [{"detail": refusal.detail}]):
            _tell(error.get("field"), error["detail"])
        sys.exit(2)
    except ValidationError as wrong:
        if wrong.title != "Settings":
            raise
        for found in wrong.errors(include_url=False, include_input=False):
            _tell("YIWANG_" + "_".join(str(part) for part in found["loc"][:1]).upper(), found["msg"])
        sys.exit(2)


def _tell(field: str | None, sentence: str) -> None:
    prefix = f"{field}: " if field else ""
    Console(stderr=True).print(f"yiwang: {prefix}{sentence}", style="bold red", markup=False, highlight=False)
