"""What a backup says of itself: what it is of, how far the lake had come, and the hash of every file."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Literal

from yiwang.base.errors import Invalid

NAME = "backup.json"
FORMAT = 1
DATABASE = "database"  # a base backup, which has a manifest of its own; or one dump file
Kind = Literal["base", "dump"]


@dataclass(frozen=True)
class Manifest:
    """One backup. `lake` is the transaction up to which its copy of the lake holds the log, None without a lake."""

    made: str
    version: str
    platform: str
    revision: str
    postgres: int
    kind: Kind
    keys: bool
    lake: int | None
    files: dict[str, str] = field(default_factory=dict)
    format: int = FORMAT

    def write(self, folder: Path) -> None:
        """Write it as the last of all files: a folder without it is no backup."""
        (folder / NAME).write_text(json.dumps(asdict(self), indent=1, sort_keys=True) + "\n", encoding="utf-8")


def read(folder: Path) -> Manifest:
    """Return what a backup says of itself."""
    try:
        found = json.loads((folder / NAME).read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise Invalid("backup", f"{folder} is no backup, or one that was broken off: it has no {NAME}.") from None
    except ValueError:
        raise Invalid("backup", f"{folder / NAME} cannot be read: take another backup.") from None
    if found.get("format") != FORMAT:
        raise Invalid("backup", "This backup was made by a newer version of the platform: restore it with that one.")
    return Manifest(**found)


def hashed(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of every file of a backup that has none by PostgreSQL's own manifest."""
    return {path.relative_to(folder).as_posix(): digest(path) for path in _files(folder)}


def check(folder: Path, manifest: Manifest) -> None:
    """Refuse a backup in which a file is missing, changed or added."""
    there = {path.relative_to(folder).as_posix() for path in _files(folder)}
    for name in sorted(manifest.files.keys() - there):
        raise Invalid("backup", f"The file {name} of the backup is missing: take another backup.")
    for name in sorted(there - manifest.files.keys()):
        raise Invalid("backup", f"The file {name} was not in the backup when it was made: take another backup.")
    for name, wanted in manifest.files.items():
        if digest(folder / name) != wanted:
            raise Invalid("backup", f"The file {name} of the backup was changed: take another backup.")


def digest(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder).parts
        if path.is_file() and inside != (NAME,) and not (inside[0] == DATABASE and len(inside) > 1):
            yield path
