"""Where the tests' databases lie: in memory where there is room, since each test copies one of a thousand files."""

import os
import shutil
import tempfile
from pathlib import Path

MEMORY = Path("/dev/shm")
ROOM = 4 * 2**30  # bytes: databases, their logs and photos of all processes of a run


def scratch() -> Path:
    """Return the folder for folders of databases; on a disk a copy takes 0.1–1 s, in memory 0.03 s."""
    if MEMORY.is_dir() and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM:
        return MEMORY
    return Path(tempfile.gettempdir())


def new_folder(prefix: str) -> Path:
    """Make a folder of the caller's own there."""
    return Path(tempfile.mkdtemp(prefix=prefix, dir=scratch()))
