"""Where the processes of one `yiwang serve` count together."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# By the name of the library that counts: it looks for it as soon as it is loaded.
_NAME = "PROMETHEUS_MULTIPROC_DIR"
RESTARTS = "restarts.json"


@contextmanager
def together() -> Iterator[Path]:
    """Let this process and those it starts count in one folder: in memory, for a full disk must not stop them."""
    memory = Path("/dev/shm")  # noqa: S108 - the folder made there is ours alone
    place = memory if os.access(memory, os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="yiwang-metrics-", dir=place) as made:
        os.environ[_NAME] = made  # noqa: TID251 - the library knows no other way
        yield Path(made)


def counted_in() -> Path | None:
    """Return the folder, None where this process counts alone."""
    folder = os.environ.get(_NAME)  # noqa: TID251 - set above
    return Path(folder) if folder else None


def begin_anew(folder: Path) -> None:
    """Forget what this process has declared: it answers nobody, and a gauge of 0 would count among the others'."""
    for file in folder.glob("*.db"):
        file.unlink()
